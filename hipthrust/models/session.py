"""A training session: when, where, what was prescribed, and how the body took it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from hipthrust.models.fields import (
    FIRST_DAY,
    FIRST_MOMENT,
    LAST_DAY,
    LAST_MOMENT,
    PlainTextField,
    at_most,
    between,
    check,
)
from hipthrust.models.pain import Pain, pain_constraints
from hipthrust.models.place import Place
from hipthrust.models.prescribed import Prescribed
from hipthrust.models.tombstone import (
    Tombstoned,
    TombstonedQuerySet,
    tombstone_constraints,
)
from hipthrust.models.user import User
from hipthrust.progression import records

if TYPE_CHECKING:
    from hipthrust.models.set import Set

# Six hours after its last set nobody is still training.
STALE_AFTER = timedelta(hours=6)


class SessionQuerySet(TombstonedQuerySet["Session"]):
    def running(self) -> Self:
        return self.kept().filter(finished_at__isnull=True)

    def closed(self) -> Self:
        return self.kept().filter(finished_at__isnull=False)

    def newest_first(self) -> Self:
        return self.order_by("-local_date", "-started_at", "-pk")

    def oldest_first(self) -> Self:
        return self.order_by("local_date", "started_at", "pk")

    def with_sets(self) -> Self:
        """Fetch places, sets and their bands: a fixed number of queries for any number of rows."""
        from hipthrust.models.set import Set

        sets = Set.objects.kept().in_order().prefetch_related("band_uses")
        return self.select_related("place").prefetch_related(
            models.Prefetch("sets", queryset=sets, to_attr="kept_sets")
        )


class SessionManager(models.Manager.from_queryset(SessionQuerySet)):  # type: ignore[misc]
    @transaction.atomic
    def add_closed(
        self,
        user: User,
        *,
        day: date,
        place: Place | None,
        now: datetime,
        set_uuid: uuid.UUID,
        first_set: dict[str, Any],
    ) -> Session:
        """Save a session of the past together with its first set; its hour counts as noon."""
        noon = min(now, datetime.combine(day, time(12), tzinfo=ZoneInfo(user.time_zone)))
        # Named after its first set: sent again, the pair finds itself.
        session, _ = Session(
            lifter=user,
            uuid=set_uuid,
            place=place,
            started_at=noon,
            finished_at=noon,
            local_date=day,
        ).save_once({"day": day, "place": place and place.pk})
        session.log(uuid=set_uuid, now=now, values=first_set)
        return session

    def start(
        self,
        user: User,
        *,
        now: datetime,
        place: Place | None,
        uuid: uuid.UUID,
        suggested: dict[str, Any] | None = None,
        chosen: dict[str, Any] | None = None,
        sent: Mapping[str, Any] | None = None,
    ) -> Session:
        """Open a session, or give back the one that runs already: there is never a second.

        `sent` is what the lifter picked, by which a start sent twice is known; the same UUID with
        another pick raises DifferentContentError. A session that was deleted comes back deleted.
        """
        session = Session(
            lifter=user,
            uuid=uuid,
            place=place,
            started_at=now,
            local_date=local_date(now, user.time_zone),
            suggested=suggested,
            chosen=chosen,
        )
        if not self.for_user(user).filter(uuid=uuid).exists():
            running = self.for_user(user).running().first()
            if running is not None:
                return running
        try:
            return session.save_once(sent or {})[0]
        except (IntegrityError, ValidationError):
            # Started elsewhere between the look and the insert.
            if (running := self.for_user(user).running().first()) is None:
                raise
            return running


class Session(Tombstoned, Prescribed, Pain):
    """One visit. Its date is fixed in the lifter's time zone when it starts, and editable."""

    lifter = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    # RESTRICT: a place leaves only together with its lifter; otherwise it is marked as removed.
    place = models.ForeignKey(
        Place, models.RESTRICT, null=True, blank=True, related_name="sessions"
    )
    started_at = models.DateTimeField()
    local_date = models.DateField()
    finished_at = models.DateTimeField(null=True, blank=True)
    note = PlainTextField(max_length=1000, blank=True, default="")

    objects = SessionManager()

    # What `with_sets` fetches: the sets that were not deleted, in order.
    kept_sets: list[Set]

    class Meta:
        indexes = [
            models.Index(
                F("lifter"),
                F("local_date").desc(),
                F("started_at").desc(),
                name="session_by_date",
                condition=Q(deleted_at__isnull=True),
            ),
        ]
        constraints = [
            *tombstone_constraints("session"),
            models.UniqueConstraint(
                fields=["lifter"],
                condition=Q(finished_at__isnull=True, deleted_at__isnull=True),
                name="session_one_running",
                violation_error_message="A session is running already.",
            ),
            check(
                "session_date_range",
                between("local_date", FIRST_DAY, LAST_DAY),
                "A session's date lies between 1950 and 2199.",
            ),
            check(
                "session_start_range",
                between("started_at", FIRST_MOMENT, LAST_MOMENT),
                "A session starts between 1950 and 2199.",
            ),
            check(
                "session_ends_after_start",
                between("finished_at", F("started_at"), LAST_MOMENT, null=True),
                "A session ends after it starts, and before 2200.",
            ),
            *pain_constraints("session"),
            check("session_note_length", at_most("note", 1000), "At most 1,000 characters."),
        ]

    def __str__(self) -> str:
        return f"session of {self.local_date}"

    @property
    def sets_done(self) -> int:
        """How many working sets `with_sets` has fetched."""
        return sum(row.kind == row.Kind.WORKING for row in self.kept_sets)

    @property
    def is_running(self) -> bool:
        return self.finished_at is None and self.deleted_at is None

    def lock(self) -> None:
        """Let nobody else log into, finish or delete this session until the transaction ends.

        On SQLite the transaction itself is that lock (IMMEDIATE, see the settings).
        """
        locked = Session.objects.select_for_update()
        self.refresh_from_db(fields=["finished_at", "deleted_at", "version"], from_queryset=locked)

    def as_record(self, unit: str, body_weight: Decimal | None = None) -> records.Session:
        """Give the session as the engine reads it; needs `kept_sets`, fetched by `with_sets`."""
        return records.Session(
            date=self.local_date,
            sets=tuple(row.as_record(unit) for row in self.kept_sets),
            place=self.place.name if self.place else None,
            followed=self.followed,
            **self.pain_record(),
            body_weight=body_weight,
            ref=str(self.uuid),
        )

    def last_set_at(self) -> datetime | None:
        return self.sets.kept().aggregate(last=models.Max("logged_at"))["last"]

    def is_stale(self, now: datetime) -> bool:
        """Tell whether the last set, or the start, lies so far back that the lifter has gone."""
        return now - (self.last_set_at() or self.started_at) > STALE_AFTER

    def is_newest(self) -> bool:
        later = Q(local_date__gt=self.local_date) | Q(
            local_date=self.local_date, started_at__gt=self.started_at
        )
        return not Session.objects.for_user(self.lifter).kept().filter(later).exists()

    def moved(self, values: dict[str, Any]) -> dict[str, Any]:
        """Add to new values with a `local_date` the moments that move along with it."""
        shift = values["local_date"] - self.local_date
        moments = {"started_at": self.started_at, "finished_at": self.finished_at}
        return values | {name: moment and moment + shift for name, moment in moments.items()}

    @transaction.atomic
    def close(self, now: datetime, pain: dict[str, Any], answer: dict[str, bool]) -> None:
        """Finish with the answers to what is asked once: form of unanswered sets, and pain."""
        self.lock()
        if not self.is_running:
            return
        if answer["form_answered"]:
            unanswered = self.sets.kept().working().filter(form_answered=False)
            two_legs = unanswered.filter(side="both")
            two_legs.update(**answer | {"pelvis_rotation": False}, version=F("version") + 1)
            unanswered.exclude(side="both").update(**answer, version=F("version") + 1)
        self.write(Q(), **pain)
        self.finish(now)

    @transaction.atomic
    def finish(self, now: datetime) -> None:
        """Close the session: now, or at its last set when that is long past.

        A session without sets is dropped; finishing again changes nothing.
        """
        self.lock()
        if not self.is_running:
            return
        last = self.last_set_at()
        if last is None:
            self.delete_softly(now)
            return
        self.end_at(last if now - last > STALE_AFTER else now)

    def end_at(self, moment: datetime) -> None:
        """Keep this session and let it end then, though not before its start."""
        self.write(Q(), deleted_at=None, finished_at=max(moment, self.started_at))

    def undelete(self) -> None:
        """Take a deletion back; a running session comes back closed where another runs by now."""
        try:
            with transaction.atomic():
                super().undelete()
        except IntegrityError:
            self.end_at(self.last_set_at() or self.started_at)

    @transaction.atomic
    def log(self, *, uuid: uuid.UUID, now: datetime, values: dict[str, Any]) -> tuple[Any, bool]:
        """Save a set with its bands, and tell whether it is new; repeated as `save_once` says.

        A closed session takes late sets, and a dropped one comes back for them: a set is never
        lost to an order of arrival.
        """
        from hipthrust.models.set import Set

        self.lock()
        columns = {name: value for name, value in values.items() if name != "bands"}
        bands = sorted(values.get("bands", []))
        # Not the time: a phone's clock is corrected on arrival, each time a little differently.
        content = {**values, "session": str(self.uuid), "bands": bands, "logged_at": None}
        row, new = Set(
            lifter=self.lifter, session=self, uuid=uuid, **{"logged_at": now} | columns
        ).save_once(content)
        if new:
            row.write_bands(bands)
            if self.deleted_at is not None:
                self.undelete()
        return row, new


def local_date(moment: datetime, time_zone: str) -> date:
    """Give the day that a moment falls on where the lifter lives."""
    return moment.astimezone(ZoneInfo(time_zone)).date()
