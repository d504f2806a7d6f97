from decimal import Decimal
from types import SimpleNamespace as Row

import pytest

from hipthrust import wording
from hipthrust.wording import Method


def done(reps, *, load="62.5", implement="barbell", side="both"):
    return Row(implement=implement, side=side, load_kg=Decimal(load), reps=reps)


@pytest.mark.parametrize(
    ("load", "unit", "implement", "words"),
    [
        pytest.param("62.5", "kg", "barbell", "62.5 kg", id="half"),
        pytest.param("60.00", "kg", "barbell", "60 kg", id="no-empty-decimals"),
        pytest.param("100", "lb", "dumbbell", "100 lb", id="whole-hundred"),
        pytest.param("0", "kg", "machine", "0 kg", id="empty-machine"),
        pytest.param("0", "kg", "bodyweight", "Body weight", id="body-weight"),
    ],
)
def test_describe_load(load, unit, implement, words):
    assert wording.describe_load(Decimal(load), unit, implement) == words


@pytest.mark.parametrize(
    ("reps", "goal", "words"),
    [
        pytest.param([8, 8, 8], 12, "3 × 8–12", id="range"),
        pytest.param([12, 12], 12, "2 × 12", id="goal-reached-already"),
        pytest.param([10, 9, 9], 9, "3 × 10, 9, 9", id="set-by-set"),
        pytest.param([5], 6, "1 × 5–6", id="one-set"),
    ],
)
def test_describe_goal(reps, goal, words):
    assert wording.describe_goal(reps, goal) == words


@pytest.mark.parametrize(
    ("method", "short", "whole"),
    [
        pytest.param(Method("barbell"), "Barbell", "Barbell · both legs", id="plain"),
        pytest.param(
            Method("barbell", tempo="2-0-1-2"),
            "Barbell, 2 s squeeze",
            "Barbell · both legs · 2 s squeeze",
            id="pause",
        ),
        pytest.param(
            Method("dumbbell", "each"),
            "Dumbbell, one leg",
            "Dumbbell · one leg",
            id="one-leg",
        ),
        pytest.param(
            Method("dumbbell", "left"),
            "Dumbbell, left leg",
            "Dumbbell · left leg",
            id="left-leg",
        ),
        pytest.param(
            Method("bodyweight", bands=(("medium", "knees"),)),
            "Body weight, medium band at knees",
            "Body weight · both legs · medium band at knees",
            id="band",
        ),
        pytest.param(
            Method("smith", bands=(("Red Band", "hips"), ("light", "knees"))),
            "Smith machine, Red Band at hips, light band at knees",
            "Smith machine · both legs · Red Band at hips · light band at knees",
            id="two-bands-one-called-band",
        ),
        pytest.param(
            Method("machine", "right", "4-1-X-1"),
            "Machine, right leg, 4 s down, 1 s at the bottom, fast up, 1 s squeeze",
            "Machine · right leg · 4 s down · 1 s at the bottom · fast up · 1 s squeeze",
            id="every-part-of-the-tempo",
        ),
        pytest.param(
            Method("barbell", tempo="2-0-3-0"),
            "Barbell, 3 s up",
            "Barbell · both legs · 3 s up",
            id="slow-up",
        ),
    ],
)
def test_describe_method(method, short, whole):
    assert wording.describe_method(method) == short
    assert wording.spell_method(method) == whole


@pytest.mark.parametrize(
    ("sets", "unit", "words"),
    [
        pytest.param([], "kg", "", id="nothing"),
        pytest.param([done(12), done(12), done(11)], "kg", "62.5 kg · 3 × 12, 12, 11", id="usual"),
        pytest.param([done(12), done(12)], "kg", "62.5 kg · 2 × 12", id="same-reps"),
        pytest.param(
            [done(10, load="102.058")], "lb", "225 lb · 1 × 10", id="pounds-as-they-were-typed"
        ),
        pytest.param(
            [done(10, load="60"), done(8, load="70"), done(7, load="70")],
            "kg",
            "60 kg · 1 × 10; 70 kg · 2 × 8, 7",
            id="two-loads",
        ),
        pytest.param(
            [
                done(9, load="10", implement="dumbbell", side="left"),
                done(11, load="10", implement="dumbbell", side="right"),
            ],
            "kg",
            "10 kg · left 9, right 11",
            id="sides",
        ),
        pytest.param(
            [
                done(9, side="left"),
                done(11, side="right"),
                done(8, side="left"),
                done(10, side="right"),
            ],
            "kg",
            "62.5 kg · left 9, 8, right 11, 10",
            id="sides-by-turns",
        ),
        pytest.param(
            [done(10, load="60"), done(9, load="60", implement="machine")],
            "kg",
            "60 kg · 1 × 10; 60 kg · 1 × 9",
            id="two-implements",
        ),
        pytest.param(
            [done(15, load="0", implement="bodyweight")] * 2,
            "kg",
            "Body weight · 2 × 15",
            id="body-weight",
        ),
        pytest.param(
            [done(12), done(8, side="left")],
            "kg",
            "62.5 kg · 1 × 12; 62.5 kg · left 8",
            id="two-legs-then-one",
        ),
    ],
)
def test_describe_sets(sets, unit, words):
    assert wording.describe_sets(sets, unit) == words


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        pytest.param({}, "62.5 kg · 3 × 8–12", id="barbell"),
        pytest.param({"side": "each"}, "62.5 kg · 3 × 8–12 each leg", id="each-leg"),
        pytest.param(
            {"implement": "bodyweight", "load": Decimal(0), "reps": [12, 12]},
            "Body weight · 2 × 12",
            id="body-weight",
        ),
    ],
)
def test_describe_prescription(overrides, words):
    prescribed = {
        "implement": "barbell",
        "side": "both",
        "load": Decimal("62.5"),
        "reps": [8, 8, 8],
        "rep_goal": 12,
    }
    assert wording.describe_prescription(Row(**prescribed | overrides), "kg") == words


def test_methods_are_equal_whatever_the_order_of_their_bands():
    bands = [Row(name="light", placement="knees"), Row(name="heavy", placement="hips")]
    first, second = (
        Method.of(Row(implement="barbell", side="left", tempo="2-0-1-2", bands=uses))
        for uses in (bands, bands[::-1])
    )
    assert first == second
    assert first.of_one_leg() == Method.of(
        Row(implement="barbell", side="each", tempo="2-0-1-2", bands=bands)
    )
