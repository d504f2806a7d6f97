"""What can be built."""

import itertools
from decimal import Decimal
from time import perf_counter

import pytest

from hipthrust.progression.loads import (
    PRESETS,
    buildable,
    lightest_bar,
    next_above,
    next_below,
    round_down,
)
from hipthrust.progression.records import Equipment, Machine, Smith

from .made import loads


def plates(text):
    return {Decimal(load): int(count) for load, count in (each.split("x") for each in text.split())}


@pytest.mark.parametrize(
    ("equipment", "implement", "expected"),
    [
        pytest.param(Equipment(bars=loads("20")), "barbell", "20", id="bar-alone"),
        pytest.param(
            Equipment(bars=loads("20"), plates=plates("5x1 2.5x1")),
            "barbell",
            "20 25 30 35",
            id="pairs",
        ),
        pytest.param(
            Equipment(bars=loads("20"), plates=plates("5x2")),
            "barbell",
            "20 30 40",
            id="as-often-as-owned",
        ),
        pytest.param(
            Equipment(bars=loads("20"), plates=plates("5x0")), "barbell", "20", id="none-owned"
        ),
        pytest.param(
            Equipment(bars=loads("15 20"), plates=plates("2.5x1")),
            "barbell",
            "15 20 25",
            id="two-bars",
        ),
        pytest.param(
            Equipment(bars=loads("20"), plates=plates("0.125x1")),
            "barbell",
            "20 20.25",
            id="small-plates",
        ),
        pytest.param(
            Equipment(smith=Smith(Decimal(15)), plates=plates("5x1")), "smith", "15 25", id="smith"
        ),
        pytest.param(
            Equipment(machine=Machine(Decimal(10), Decimal(7), Decimal(30))),
            "machine",
            "10 17 24",
            id="machine",
        ),
        pytest.param(Equipment(dumbbells=loads("10 5 10")), "dumbbell", "5 10", id="dumbbells"),
        pytest.param(
            Equipment(dumbbells=loads("10 5 10"), two_dumbbells=True),
            "dumbbell",
            "5 10 15 20",
            id="two-dumbbells",
        ),
        pytest.param(
            Equipment(dumbbells=loads("10"), two_dumbbells=True),
            "dumbbell",
            "10",
            id="one-is-no-pair",
        ),
        pytest.param(Equipment(), "barbell", "", id="nothing"),
        pytest.param(Equipment(), "bodyweight", "0", id="body-weight"),
        pytest.param(Equipment(plates=plates("5x1")), "barbell", "", id="plates-without-a-bar"),
    ],
)
def test_buildable(equipment, implement, expected):
    assert buildable(equipment, implement, "kg") == loads(expected)


def test_unknown_equipment_gives_the_preset():
    kilograms = buildable(None, "barbell", "kg")
    assert kilograms[:3] == loads("20 22.5 25")
    assert kilograms[-1] > 450
    pounds = buildable(None, "barbell", "lb")
    assert pounds[:3] == loads("45 50 55")
    assert all(b - a == 5 for a, b in itertools.pairwise(pounds))


@pytest.mark.parametrize("unit", PRESETS)
def test_presets_offer_every_implement(unit):
    for implement in ("dumbbell", "barbell", "machine", "smith"):
        assert buildable(PRESETS[unit], implement, unit)


def test_many_plates_are_quick():
    many = plates("0.25x6 0.5x6 0.75x6 1x6 1.25x6 2x6 2.5x6 5x6 10x6 15x6 20x6 25x6")
    begin = perf_counter()
    found = buildable(Equipment(bars=loads("7.5 10 15 20"), plates=many), "barbell", "kg")
    assert perf_counter() - begin < 1
    assert found[:3] == loads("7.5 8 8.5")
    assert found[-1] == 20 + 12 * Decimal("83.25")


@pytest.mark.parametrize(
    ("load", "above", "below", "down"),
    [(5, 10, None, 5), (7, 10, 5, 5), (10, 15, 5, 10), (15, None, 10, 15), (4, 5, None, None)],
)
def test_neighbours(load, above, below, down):
    owned = loads("5 10 15")
    assert next_above(owned, Decimal(load)) == above
    assert next_below(owned, Decimal(load)) == below
    assert round_down(owned, Decimal(load)) == down


def test_the_lightest_bar_is_any_bar_smith_or_machine():
    machine, smith = Machine(Decimal(10), Decimal(5), Decimal(50)), Smith(Decimal(15))
    bars = loads("20")
    assert lightest_bar(Equipment(bars=bars), "kg") == ("barbell", Decimal(20))
    assert lightest_bar(Equipment(bars=bars, smith=smith), "kg") == ("smith", Decimal(15))
    assert lightest_bar(Equipment(bars=bars, smith=smith, machine=machine), "kg") == ("machine", 10)
    assert lightest_bar(Equipment(bars=bars, smith=Smith(bars[0])), "kg") == ("barbell", 20)
    assert lightest_bar(Equipment(), "kg") is None
