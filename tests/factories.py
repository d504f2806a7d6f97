"""Make rows with one call, and the three people the tests speak of.

`alice` (kilograms, a gym with a barbell) and `bob` (pounds, dumbbells and bands at home) own
things; `carol` is the stranger. Nobody has a session until a test makes one.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from hipthrust.models import FLAWS, Band, BandUse, BodyWeight, Piece, Place, Session, Set, User
from hipthrust.models.session import local_date
from hipthrust.units import to_kg

GYM = {
    "bars": ["20"],
    "plates": {"1.25": 1, "2.5": 1, "5": 1, "10": 1, "15": 1, "20": 2},
}


def make_lifter(email: str, **overrides: Any) -> User:
    """Make an account that went through set-up; without `password` it only signs in by force."""
    return User.objects.create_user(email, **{"set_up_at": timezone.now()} | overrides)


def make_place(
    lifter: User,
    name: str = "Gym",
    *,
    bars: Iterable[str] = (),
    plates: Mapping[str, int] | None = None,
    dumbbells: Iterable[str] = (),
    bands: Iterable[str] = (),
    machine: tuple[str, str, str] | None = None,
    smith: str | None = None,
    **overrides: Any,
) -> Place:
    """Make a place; all loads in the lifter's unit, plates in pairs, bands lightest first.

    The first place becomes the lifter's current one.
    """
    unit = lifter.unit
    start, step, most = (to_kg(Decimal(x), unit) for x in machine) if machine else (None,) * 3
    place = Place.objects.create(
        lifter=lifter,
        name=name,
        machine_start_kg=start,
        machine_step_kg=step,
        machine_max_kg=most,
        smith_bar_kg=None if smith is None else to_kg(Decimal(smith), unit),
        **{"equipment_known": True} | overrides,
    )
    counted = [(Piece.Kind.BAR, load, 1) for load in bars]
    counted += [(Piece.Kind.PLATES, load, count) for load, count in (plates or {}).items()]
    counted += [(Piece.Kind.DUMBBELL, load, 1) for load in dumbbells]
    Piece.objects.bulk_create(
        Piece(place=place, kind=kind, load_kg=to_kg(Decimal(load), unit), count=count)
        for kind, load, count in counted
    )
    Band.objects.bulk_create(
        Band(place=place, name=band, position=position) for position, band in enumerate(bands)
    )
    if lifter.place is None:
        lifter.place = place
        lifter.save()
    return place


def make_session(
    lifter: User,
    *,
    sets: int | Iterable[Mapping[str, Any]] = 3,
    days_ago: int = 2,
    **overrides: Any,
) -> Session:
    """Make a closed session at the lifter's place; `finished_at=None` makes it the running one.

    `sets` is how many default sets it has, or what differs from the default in each. The day is
    `local_date`, or that of `started_at`, or so many days ago.
    """
    if "started_at" not in overrides:
        day: date = overrides.get("local_date") or timezone.now().date() - timedelta(days=days_ago)
        overrides["started_at"] = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    start = overrides["started_at"]
    values = {
        "place": lifter.place,
        "local_date": local_date(start, lifter.time_zone),
        "finished_at": start + timedelta(hours=1),
        "pain": 0,
    } | overrides
    session = Session.objects.create(lifter=lifter, **values)
    for own in [{}] * sets if isinstance(sets, int) else sets:
        make_set(session, **own)
    return session


def make_set(
    session: Session,
    *,
    load: str | None = None,
    bands: Iterable[tuple[str, str]] = (),
    flaws: Iterable[str] | None = (),
    tempo: str = "2-0-1-0",
    **overrides: Any,
) -> Set:
    """Make a clean set of 10 with 60 kg on the barbell, two minutes after the one before.

    `load` is in the lifter's unit, `flaws=None` means that nobody answered, `bands` are
    (name, placement) pairs.
    """
    if load is not None:
        overrides["load_kg"] = to_kg(Decimal(load), session.lifter.unit)
    down, bottom, up, top = tempo.split("-")
    values = {
        "implement": Set.Implement.BARBELL,
        "load_kg": Decimal(0) if overrides.get("implement") == "bodyweight" else Decimal(60),
        "reps": 10,
        "rir": 2,
        "logged_at": session.started_at + timedelta(minutes=2 * (session.sets.count() + 1)),
        "form_answered": flaws is not None,
        "tempo_down": int(down),
        "tempo_bottom": int(bottom),
        "tempo_up": 1 if up == "X" else int(up),
        "tempo_explosive": up == "X",
        "tempo_top": int(top),
        "uuid": uuid.uuid4(),
    }
    values |= {name: name in (flaws or ()) for name in FLAWS} | overrides
    made = Set.objects.create(lifter=session.lifter, session=session, **values)
    made.write_bands(bands)
    return made


def make_many(
    lifter: User, count: int, *, last: date, sets: int = 3, **overrides: Any
) -> list[Session]:
    """Make sessions every third day up to a day, all their sets banded, in three statements."""
    values = {"place": lifter.place, "pain": 0} | overrides
    starts = [
        datetime(last.year, last.month, last.day, 9, tzinfo=UTC) - timedelta(days=3 * n)
        for n in reversed(range(count))
    ]
    sessions = Session.objects.bulk_create(
        Session(
            lifter=lifter, started_at=start, finished_at=start, local_date=start.date(), **values
        )
        for start in starts
    )
    rows = Set.objects.bulk_create(
        Set(
            lifter=lifter,
            session=session,
            logged_at=session.started_at,
            implement="barbell",
            load_kg=60,
            reps=10,
            form_answered=True,
        )
        for session in sessions
        for _ in range(sets)
    )
    BandUse.objects.bulk_create(BandUse(set=row, name="medium", placement="knees") for row in rows)
    return sessions


@pytest.fixture
def alice(db: None) -> User:
    lifter = make_lifter("alice@example.com", time_zone="Europe/Berlin")
    make_place(lifter, "Gym", **GYM)
    BodyWeight.objects.create(lifter=lifter, date=date(2020, 1, 1), kg=Decimal(60))
    return lifter


@pytest.fixture
def bob(db: None) -> User:
    lifter = make_lifter("bob@example.com", unit="lb", time_zone="America/New_York")
    make_place(lifter, "Home", dumbbells=["10", "20", "30", "40"], bands=["light", "medium"])
    BodyWeight.objects.create(lifter=lifter, date=date(2020, 1, 1), kg=to_kg(Decimal(180), "lb"))
    return lifter


@pytest.fixture
def carol(db: None) -> User:
    return make_lifter("carol@example.com")


def signed_in(lifter: User) -> Client:
    client = Client()
    client.force_login(lifter)
    return client


@pytest.fixture
def alice_client(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def bob_client(bob: User) -> Client:
    return signed_in(bob)


@pytest.fixture
def carol_client(carol: User) -> Client:
    return signed_in(carol)
