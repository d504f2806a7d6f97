"""From rows to the engine: load what a suggestion rests on, in a fixed number of queries."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Q

from hipthrust.models.pain import PAIN_ASKS_WHERE, SYMPTOMS
from hipthrust.models.place import Place
from hipthrust.models.session import Session, SessionQuerySet, local_date
from hipthrust.models.set import Set
from hipthrust.models.user import User
from hipthrust.progression import records
from hipthrust.progression.pain import REFER_WITHIN_DAYS, SEVERE_PAIN
from hipthrust.progression.situation import NOVICE_SESSIONS
from hipthrust.progression.suggest import same_as_last_time, suggest
from hipthrust.units import from_kg

# A year at three sessions a week. The engine looks back 16 sessions here for breaks and for the
# plain lift and 24 for a difference between the sides; the method order looks to the last rise in
# load, and a lifter whose loads have ended has gone round all methods within a year.
WINDOW = 156

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Training:
    """What the engine answers from: history and lifter as records, the day, the place.

    `sessions` are the rows of the history, oldest first. A running session is in neither: a
    suggestion is for the next one.
    """

    history: tuple[records.Session, ...]
    lifter: records.Lifter
    today: date
    place: Place | None
    sessions: tuple[Session, ...]

    @classmethod
    def load(cls, user: User, place: Place | None, *, now: datetime) -> Training:
        """Read everything that the suggestion for the next session at `place` rests on."""
        today = local_date(now, user.time_zone)
        # Who has flown west may have trained tomorrow.
        past = Session.objects.for_user(user).closed().filter(local_date__lte=today + A_DAY)
        cleared = clearances(user)
        since = window_start(past, place, cleared)
        rows = [*past.filter(local_date__gte=since).oldest_first().with_sets()]
        sessions = tuple(row for row in rows if row.kept_sets or row.pain or row.symptoms)
        body_weight = BodyWeights(user)
        return cls(
            history=tuple(
                row.as_record(user.unit, body_weight.on(row.local_date)) for row in sessions
            ),
            lifter=user.as_record(
                place,
                body_weight=body_weight.on(today),
                **cleared,
                **counts_before(past, since),
            ),
            today=max([today, *(row.local_date for row in sessions[-1:])]),
            place=place,
            sessions=sessions,
        )

    def suggestion(self) -> records.Suggestion:
        return suggest(self.history, self.lifter, today=self.today)

    def same_as_last_time(self) -> records.Prescription | None:
        return same_as_last_time(self.history, self.lifter)

    def evidence(self, suggestion: records.Suggestion) -> list[Session]:
        """List the sessions that a suggestion rests on, newest first."""
        rests_on = set(suggestion.evidence)
        return [row for row in reversed(self.sessions) if str(row.uuid) in rests_on]

    def needs_doctor(self) -> bool:
        """Tell whether "I can train again" has to be a doctor's or physiotherapist's word."""
        said = self.lifter.cleared_by_doctor
        return any(
            row.symptoms and (said is None or row.local_date >= said) for row in self.sessions
        )


class BodyWeights:
    """A lifter's body weight over time, in their unit."""

    def __init__(self, user: User) -> None:
        entries = list(user.body_weights.order_by("date").values_list("date", "kg"))
        self.dates = [day for day, _ in entries]
        self.loads = [from_kg(kg, user.unit) for _, kg in entries]

    def on(self, day: date) -> Decimal | None:
        """Give the body weight that held on a day; None before the first entry."""
        entry = bisect_right(self.dates, day)
        return self.loads[entry - 1] if entry else None


def clearances(user: User) -> dict[str, date | None]:
    """Give the last days of "I can train again" and of a doctor's word for it."""
    return user.clearances.aggregate(
        cleared=Max("date"), cleared_by_doctor=Max("date", filter=Q(by_doctor=True))
    )


def window_start(past: SessionQuerySet, place: Place | None, cleared: dict[str, Any]) -> date:
    """Give the first day that counts: so many sessions here, or farther where a stop still holds.

    What was done elsewhere since that day is loaded along.
    """
    here = past.filter(place=place) if place else past
    dates = here.order_by("-local_date").values_list("local_date", flat=True)
    start = next(iter(dates[WINDOW - 1 : WINDOW]), date.min)
    return min([start, *stops(past.filter(local_date__lt=start), **cleared)])


def stops(
    before: SessionQuerySet, *, cleared: date | None, cleared_by_doctor: date | None
) -> list[date]:
    """List the days before the window that may still stop the lifter.

    A stop holds until it is cleared, however long ago it was. Pain that came back is taken more
    widely than the engine takes it: a longer window is never wrong.
    """
    symptom = Q(*((name, True) for name in SYMPTOMS), _connector=Q.OR)
    hurt = before.filter(symptom | Q(pain__gte=PAIN_ASKS_WHERE)).order_by("local_date")
    holding, last = [], date.min
    for row in hurt.only("local_date", "pain", *SYMPTOMS):
        day, came_back = row.local_date, (row.local_date - last).days <= REFER_WITHIN_DAYS
        if row.symptoms and (cleared_by_doctor is None or cleared_by_doctor <= day):
            holding.append(day)
        elif (cleared is None or cleared < day) and ((row.pain or 0) >= SEVERE_PAIN or came_back):
            holding.append(last if came_back else day)
        last = day
    return holding


def counts_before(past: SessionQuerySet, since: date) -> dict[str, Any]:
    """Give what the engine has to know of the time before the window."""
    loaded = Set.objects.kept().working().filter(session=OuterRef("pk"), load_kg__gt=0)
    days = past.filter(Exists(loaded), local_date__lt=since).values("local_date").distinct()
    return {
        "loaded_sessions_before": days[:NOVICE_SESSIONS].count(),
        "first_session": past.aggregate(first=Min("local_date"))["first"],
    }
