"""System load and estimated strength."""

from decimal import Decimal

import pytest

from hipthrust.progression.strength import estimated_strength, shown_strength, system_load

from .made import KNEES, body, one_leg, sets

SIXTY = Decimal(60)


def test_system_load():
    assert system_load(Decimal(80), SIXTY) == Decimal("96.2")
    assert system_load(Decimal(80), SIXTY, single=True) == Decimal("108.2")
    assert system_load(Decimal(80), None) == 80


@pytest.mark.parametrize(
    ("record", "weight", "strength"),
    [
        pytest.param(sets(10, 2, load=80)[0], SIXTY, "134.68", id="reps-and-reserve"),
        pytest.param(sets(10, None, load=80)[0], SIXTY, "128.27", id="missing-reserve-is-none"),
        pytest.param(sets(18, 2, load=80)[0], SIXTY, "160.33", id="twenty"),
        pytest.param(sets(18, 3, load=80)[0], SIXTY, None, id="over-twenty"),
        pytest.param(sets(10, 2, load=80, bands=KNEES)[0], SIXTY, None, id="banded"),
        pytest.param(sets(10, 2, load=80, kind="warmup")[0], SIXTY, None, id="warm-up"),
        pytest.param(one_leg([10], [10])[0], SIXTY, "39.48", id="one-leg"),
        pytest.param(body(10)[0], None, None, id="nothing-known-to-move"),
    ],
)
def test_estimated_strength(record, weight, strength):
    found = estimated_strength(record, weight)
    assert found == strength or round(found, 2) == Decimal(strength)


def test_shown_strength_is_load_on_the_hips():
    assert round(shown_strength(sets(10, 2, load=80)[0], SIXTY), 2) == Decimal("118.48")
    assert shown_strength(sets(10, 2, load=80)[0], None) == 112
    assert shown_strength(sets(10, 3, load=80)[0], SIXTY) is None
    assert shown_strength(sets(10, 2, load=80, bands=KNEES)[0], SIXTY) is None
