"""Loads survive the way to the database and back, in both units."""

from decimal import Decimal

import pytest

from hipthrust.models import Piece, Session, Set
from hipthrust.units import from_kg, to_kg
from tests.factories import make_session, make_set

QUARTER_POUNDS = [Decimal(n) / 4 for n in range(1, 1500 * 4 + 1)]


def test_every_quarter_pound_comes_back():
    assert [from_kg(to_kg(load, "lb"), "lb") for load in QUARTER_POUNDS] == QUARTER_POUNDS


def stored(session: Session, loads: list[Decimal]) -> list[Decimal]:
    """Write sets with these loads in kilograms, and read the column back."""
    one = make_set(session)
    columns = {name: value for name, value in one.values().items() if name != "bands"}
    Set.objects.bulk_create(
        Set(
            lifter=session.lifter,
            session=session,
            logged_at=one.logged_at,
            **columns | {"load_kg": load},
        )
        for load in loads
    )
    rows = session.sets.exclude(pk=one.pk).order_by("pk")
    return list(rows.values_list("load_kg", flat=True))


def test_every_quarter_pound_comes_back_from_the_column(bob):
    session = make_session(bob, sets=0)
    kept = stored(session, [to_kg(load, "lb") for load in QUARTER_POUNDS])
    assert [from_kg(load, "lb") for load in kept] == QUARTER_POUNDS


def test_every_gram_comes_back_from_the_column(alice):
    grams = [Decimal(n) / 1000 for n in (*range(1, 2000), *range(59_990, 60_010), 999_999, 10**6)]
    assert stored(make_session(alice, sets=0), grams) == grams


@pytest.mark.django_db
def test_a_plate_of_a_quarter_pound_is_kept(alice):
    piece = Piece.objects.create(
        place=alice.place, kind=Piece.Kind.PLATES, load_kg=to_kg(Decimal("0.25"), "lb")
    )
    piece.refresh_from_db()
    assert from_kg(piece.load_kg, "lb") == Decimal("0.25")
