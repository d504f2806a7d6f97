"""The demo account and its rows: made once, then renewed so that the diary ends yesterday."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.crypto import salted_hmac

from hipthrust.demo.diary import LIFTER, PLACES, WEIGHED, Visit, diary, name_of
from hipthrust.models import FLAWS, BandUse, Piece, Place, Session, Set, User
from hipthrust.models.offer import Offer
from hipthrust.models.session import local_date
from hipthrust.progression.records import Equipment, SetRecord

EMAIL = "demo@example.com"
FIVE_MONTHS = 150
# More visits than the longest diary has.
MOST_VISITS = 2500

HALF_PAST_FIVE = time(17, 30)
BETWEEN_SETS = timedelta(minutes=3)


@transaction.atomic
def make_demo(*, now: datetime, days: int = FIVE_MONTHS) -> tuple[User, str]:
    """Make the demo account, or bring its diary up to yesterday; give it with its password.

    What somebody logged on the account themselves stays.
    """
    user = demo_user(now)
    today = local_date(now, user.time_zone)
    places = {name: demo_place(user, name, PLACES[name]) for name in PLACES}
    if user.place is None:
        user.place = places["Gym"]
        user.save(update_fields=["place"])
    user.body_weights.all().delete()
    for days_ago, kg in WEIGHED:
        user.weigh(on=today - timedelta(days=days_ago), kg=kg)
    user.sessions.filter(uuid__in=[name_of(number) for number in range(MOST_VISITS)]).delete()
    write(user, places, diary(today, days))
    return user, renew_password(user)


def demo_user(now: datetime) -> User:
    """Find the demo account, or make it with a lifter who had trained before."""
    if (found := User.objects.filter(email=EMAIL).first()) is not None:
        return found
    start = LIFTER.start
    assert start is not None
    user = User.objects.create_user(
        EMAIL,
        set_up_at=now,
        start_implement=start.implement,
        start_load_kg=start.load,
        start_reps=start.reps,
    )
    # Nobody can answer a mail that asks for confirmation there.
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    return user


def renew_password(user: User) -> str:
    """Set the demo's password: always the same here, another one on every other installation."""
    password = f"demo-{salted_hmac('hipthrust.demo', EMAIL).hexdigest()[:8]}"
    if not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    return password


def demo_place(user: User, name: str, equipment: Equipment) -> Place:
    """Find the place under this name, or open it with this equipment."""
    if (found := user.places.in_use().filter(name=name).first()) is not None:
        return found
    place = Place(lifter=user, name=name)
    place.equip(
        [
            *((Piece.Kind.BAR, load, 1) for load in equipment.bars),
            *((Piece.Kind.PLATES, load, pairs) for load, pairs in equipment.plates.items()),
            *((Piece.Kind.DUMBBELL, load, 1) for load in equipment.dumbbells),
        ],
        equipment.bands,
    )
    return place


def write(user: User, places: dict[str, Place], visits: list[Visit]) -> None:
    """Write the diary's sessions, sets and bands."""
    sessions = Session.objects.bulk_create(session_row(user, places, each) for each in visits)
    written = [
        (set_row(session, number, record), record)
        for session, each in zip(sessions, visits, strict=True)
        for number, record in enumerate(each.session.sets)
    ]
    Set.objects.bulk_create(row for row, _ in written)
    BandUse.objects.bulk_create(
        BandUse(set=row, name=band.name, placement=band.placement)
        for row, record in written
        for band in record.bands
    )


def session_row(user: User, places: dict[str, Place], visit: Visit) -> Session:
    done, chosen = visit.session, visit.chosen
    assert chosen.next is not None
    start = datetime.combine(done.date, HALF_PAST_FIVE, tzinfo=ZoneInfo(user.time_zone))
    offer = Offer("", chosen.next, chosen.action, chosen.method)
    return Session(
        lifter=user,
        uuid=UUID(str(done.ref)),
        place=places[done.place or "Gym"],
        started_at=start,
        local_date=done.date,
        finished_at=start + BETWEEN_SETS * (len(done.sets) + 1),
        suggested={"unit": LIFTER.unit, **visit.suggestion.to_json()},
        chosen=offer.to_json(LIFTER.unit),
        pain=done.pain,
        pain_place=done.pain_place or "",
        note=visit.note,
    )


def set_row(session: Session, number: int, record: SetRecord) -> Set:
    return Set(
        lifter=session.lifter,
        session=session,
        logged_at=session.started_at + BETWEEN_SETS * (number + 1),
        kind=record.kind,
        implement=record.implement,
        side=record.side,
        load_kg=record.load,
        reps=record.reps,
        rir=record.rir,
        pause_cut_short=record.pause_cut_short,
        form_answered=record.flaws is not None,
        **tempo_columns(record),
        **{name: True for name in FLAWS if name in (record.flaws or ())},
    )


def tempo_columns(record: SetRecord) -> dict[str, Any]:
    names = ("tempo_down", "tempo_bottom", "tempo_up", "tempo_top")
    return dict(zip(names, record.tempo.phases, strict=True))
