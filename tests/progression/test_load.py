"""Rows 15 to 18: the load may rise."""

from decimal import Decimal

import pytest

from hipthrust.progression.records import Equipment

from .made import (
    BOTH,
    DUMBBELLS,
    GYM,
    HEAVY_KETTLEBELLS,
    KETTLEBELLS,
    NOTHING,
    PAUSE,
    PLATES,
    SMITH,
    STACK,
    advise,
    ago,
    body,
    brief,
    dumbbell,
    every,
    loads,
    sets,
)


def two(done):
    return every(3, done, done)


@pytest.mark.parametrize(
    ("done", "fields", "answer"),
    [
        pytest.param(
            body(20), {"equipment": DUMBBELLS}, "TO_DUMBBELL dumbbell 5 3x8 rir3", id="ten-per-cent"
        ),
        pytest.param(
            body(20),
            {"equipment": DUMBBELLS, "body_weight": Decimal(75)},
            "TO_DUMBBELL dumbbell 7.5 3x8 rir3",
            id="exactly-ten-per-cent",
        ),
        pytest.param(
            body(20),
            {"equipment": HEAVY_KETTLEBELLS},
            "TRIAL_DUMBBELL dumbbell 16 2x5 rir3",
            id="only-heavier-ones",
        ),
        pytest.param(
            body(20),
            {"equipment": HEAVY_KETTLEBELLS, "body_weight": None},
            "TO_DUMBBELL dumbbell 16 3x8 rir3",
            id="body-weight-unknown",
        ),
        pytest.param(
            body(20, tempo=PAUSE), {"equipment": GYM}, "TRIAL_BAR 20 2x8 rir3", id="pause-then-bar"
        ),
        pytest.param(
            body(20, tempo=PAUSE),
            {"equipment": SMITH},
            "TRIAL_BAR smith 15 2x8 rir3",
            id="smith-bar",
        ),
        pytest.param(
            body(20, tempo=PAUSE),
            {"equipment": STACK},
            "TRIAL_BAR machine 10 2x8 rir3",
            id="machine-start",
        ),
        pytest.param(
            body(20), {"equipment": GYM}, "ADD_PAUSE bodyweight 2-0-1-2 3x12", id="bar-alone"
        ),
        pytest.param(
            body(20), {"equipment": NOTHING}, "ADD_PAUSE bodyweight 2-0-1-2 3x12", id="no-load"
        ),
        pytest.param(
            body(20), {"equipment": None}, "ADD_PAUSE bodyweight 2-0-1-2 3x12", id="nothing-logged"
        ),
    ],
)
def test_leaving_body_weight(done, fields, answer):
    assert brief(advise(two(done), **fields)) == answer


SMALL_BAR = Equipment(bars=loads("20"), plates=PLATES, dumbbells=loads("10 18"))
GAP_TO_BAR = Equipment(bars=loads("20"), plates=PLATES, dumbbells=loads("10 18 19"))


@pytest.mark.parametrize(
    ("load", "equipment", "answer"),
    [
        pytest.param(20, BOTH, "TO_BARBELL 20 3x8", id="as-heavy"),
        pytest.param(18, SMALL_BAR, "TO_BARBELL 20 3x8", id="ninety-per-cent"),
        pytest.param(18, GAP_TO_BAR, "LOAD_UP dumbbell 19 3x8", id="a-dumbbell-between"),
        pytest.param(
            32,
            Equipment(bars=loads("20"), plates=PLATES, dumbbells=loads("24 32")),
            "TO_BARBELL 30 3x8",
            id="the-heaviest-bar-load-not-above",
        ),
        pytest.param(
            15,
            Equipment(dumbbells=loads("10 15"), machine=STACK.machine),
            "TO_BARBELL machine 15 3x8",
            id="a-machine",
        ),
    ],
)
def test_to_the_bar(load, equipment, answer):
    assert brief(advise(two(dumbbell(load, 12)), equipment=equipment)) == answer


@pytest.mark.parametrize(
    ("done", "fields", "answer"),
    [
        pytest.param(sets(12, load=60), {}, "LOAD_UP 62.5 3x8", id="smallest"),
        pytest.param(sets(12, load=20), {}, "EXTEND_REPS 20 3x13", id="over-ten-per-cent-external"),
        pytest.param(sets(14, load=20), {}, "LOAD_UP 22.5 3x8", id="two-reps-over"),
        pytest.param(sets(12, 4, load=20), {}, "LOAD_UP 22.5 3x8", id="strong-with-no-green"),
        pytest.param(
            sets(12, 4, load=60), {}, "LOAD_UP 65 3x8", id="strong-with-the-largest-green"
        ),
        pytest.param(
            sets(16, None, load=60), {}, "LOAD_UP 65 3x8", id="strong-without-reserve-logged"
        ),
        pytest.param(
            dumbbell(100, 12),
            {
                "unit": "lb",
                "body_weight": Decimal(130),
                "equipment": Equipment(dumbbells=loads("100 110")),
            },
            "LOAD_UP dumbbell 110 3x8",
            id="exactly-ten-per-cent-in-pounds",
        ),
        pytest.param(
            sets(6, 1, load=140),
            {"rep_range": (4, 6), "body_weight": Decimal(80)},
            "ADD_PAUSE 97.5 2-0-1-2 3x4",
            id="no-plates-left",
        ),
        pytest.param(
            sets(12, on="smith", load=35),
            {"equipment": SMITH},
            "LOAD_UP smith 37.5 3x8",
            id="smith",
        ),
        pytest.param(
            sets(12, on="machine"), {"equipment": STACK}, "LOAD_UP machine 65 3x8", id="machine"
        ),
        pytest.param(sets(12, load=61), {}, "LOAD_UP 62.5 3x8", id="a-load-off-the-grid"),
    ],
)
def test_raising_the_load(done, fields, answer):
    assert brief(advise(two(done), **fields)) == answer


@pytest.mark.parametrize(
    ("done", "equipment", "answer", "goal"),
    [
        pytest.param(dumbbell(10, 12), DUMBBELLS, "EXTEND_REPS dumbbell 10 3x13", 14, id="to-hi+2"),
        pytest.param(
            dumbbell(16, 12), KETTLEBELLS, "EXTEND_REPS dumbbell 16 3x13", 18, id="ext-top"
        ),
        pytest.param(dumbbell(16, 18), KETTLEBELLS, "BIG_STEP dumbbell 24 2x8", 12, id="carried"),
        pytest.param(
            dumbbell(16, 17, 1), KETTLEBELLS, "EXTEND_REPS dumbbell 16 3x18", 18, id="not-yet"
        ),
        pytest.param(
            dumbbell(16, 15, 3),
            KETTLEBELLS,
            "BIG_STEP dumbbell 24 2x8",
            12,
            id="three-count-as-four",
        ),
        pytest.param(
            dumbbell(16, [18, 18, 18], None),
            KETTLEBELLS,
            "BIG_STEP dumbbell 24 2x8",
            12,
            id="no-rir",
        ),
        pytest.param(
            dumbbell(8, 12),
            Equipment(dumbbells=loads("8 24")),
            "ADD_PAUSE dumbbell 8 2-0-1-2 3x8",
            12,
            id="out-of-reach",
        ),
        pytest.param(
            dumbbell(10, 12),
            Equipment(dumbbells=loads("10"), bars=loads("20"), plates=PLATES),
            "ADD_PAUSE dumbbell 10 2-0-1-2 3x8",
            12,
            id="the-bar-is-out-of-reach",
        ),
        pytest.param(
            dumbbell(10, 12, tempo=PAUSE),
            Equipment(dumbbells=loads("10"), bars=loads("20"), plates=PLATES),
            "TRIAL_BAR 20 2x8 rir3",
            8,
            id="the-bar-after-the-pause",
        ),
    ],
)
def test_carrying_a_long_step(done, equipment, answer, goal):
    suggestion = advise(two(done), equipment=equipment)
    assert brief(suggestion) == answer
    assert suggestion.next.rep_goal == goal


def test_an_extension_keeps_its_goal_while_reps_are_held():
    history = [
        ago(9, dumbbell(16, 12)),
        ago(6, dumbbell(16, 12)),
        ago(3, dumbbell(16, 13, 0), followed="EXTEND_REPS"),
    ]
    answer = advise(history, equipment=KETTLEBELLS)
    assert brief(answer) == "HOLD dumbbell 16 3x13"
    assert answer.next.rep_goal == 18


def test_two_dumbbells_add_up_where_both_can_be_placed():
    pair = Equipment(dumbbells=loads("10 10 12.5"), two_dumbbells=True)
    assert brief(advise(two(dumbbell(20, 12)), equipment=pair)) == "EXTEND_REPS dumbbell 20 3x13"
    assert brief(advise(two(dumbbell(20, 14)), equipment=pair)) == "LOAD_UP dumbbell 22.5 3x8"


def test_a_lifter_who_always_pauses_raises_the_load_with_the_pause():
    assert brief(advise(two(sets(12, tempo=PAUSE)))) == "LOAD_UP 62.5 2-0-1-2 3x8"


def test_the_body_weight_of_the_day_counts():
    history = [ago(day, dumbbell(10, 14), body_weight=Decimal(30)) for day in (6, 3)]
    # 10 kg to 12.5 kg is 9.5 % in system load at 60 kg, but 13.8 % at 30 kg.
    assert advise(history, equipment=DUMBBELLS).action == "BIG_STEP"
    assert advise(two(dumbbell(10, 14)), equipment=DUMBBELLS).action == "LOAD_UP"
