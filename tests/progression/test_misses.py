"""Row 9."""

import pytest

from .made import (
    BOTH,
    DUMBBELLS,
    HEAVY_KETTLEBELLS,
    KNEES,
    NOTHING,
    PAUSE,
    STACK,
    advise,
    ago,
    body,
    brief,
    dumbbell,
    every,
    one_leg,
    sets,
)

SHORT = sets([9, 8, 7], 0, load=70)


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(every(3, SHORT), "REPEAT 70 9,8,8", id="first"),
        pytest.param(every(3, SHORT, SHORT), "LOAD_DOWN 65 3x8", id="second"),
        pytest.param(every(3, SHORT, SHORT, SHORT), "RESET_10 62.5 3x8", id="third"),
        pytest.param(every(3, *[SHORT] * 5), "RESET_10 62.5 3x8", id="fifth"),
        pytest.param(
            every(3, SHORT, sets(8, 0, load=70), SHORT), "REPEAT 70 9,8,8", id="not-in-a-row"
        ),
        pytest.param(every(3, SHORT, sets(7, 0, load=65)), "LOAD_DOWN 60 3x8", id="any-load"),
        pytest.param([ago(18, SHORT), ago(3, SHORT)], "REPEAT 70 9,8,8", id="fifteen-days-apart"),
        pytest.param(
            [ago(6, SHORT, followed="RESET_10"), ago(3, SHORT)],
            "LOAD_DOWN 65 3x8",
            id="a-reset-begins-the-count",
        ),
        pytest.param(
            [ago(9, SHORT), ago(6, SHORT), ago(3, SHORT, followed="RESET_10")],
            "REPEAT 70 9,8,8",
            id="a-reset-begins-the-count-anew",
        ),
        pytest.param(every(3, sets(7, 0, tempo=PAUSE), SHORT), "REPEAT 70 9,8,8", id="another-key"),
    ],
)
def test_misses_in_a_row(history, answer):
    assert brief(advise(history)) == answer


@pytest.mark.parametrize(
    ("done", "fields", "answer"),
    [
        pytest.param(
            dumbbell(10, 7, 0), {"equipment": DUMBBELLS}, "dumbbell 7.5 3x8", id="one-step-down"
        ),
        pytest.param(
            dumbbell(16, 7, 0),
            {"equipment": HEAVY_KETTLEBELLS},
            "dumbbell 16 2x8",
            id="no-step-a-set-fewer",
        ),
        pytest.param(
            one_leg([4, 4, 4], [4, 4, 4], 0),
            {"equipment": NOTHING},
            "bodyweight each 2x5",
            id="one-leg",
        ),
        pytest.param(
            sets(7, 0, on="machine"), {"equipment": STACK}, "machine 55 3x8", id="machine"
        ),
    ],
)
def test_down_at_least_one_step(done, fields, answer):
    assert brief(advise(every(3, done, done), **fields)) == f"LOAD_DOWN {answer}"


@pytest.mark.parametrize(
    ("history", "fields", "answer"),
    [
        pytest.param(
            [dumbbell(10, 7, 0)] * 3,
            {"equipment": DUMBBELLS},
            "dumbbell 7.5 3x8",
            id="always-lower",
        ),
        pytest.param(
            [dumbbell(16, 7, 0)] * 3,
            {"equipment": HEAVY_KETTLEBELLS},
            "bodyweight 3x12",
            id="nothing-lighter",
        ),
        pytest.param(
            [sets(7, 0, load=20)] * 3, {"equipment": BOTH}, "dumbbell 15 3x8", id="dumbbell"
        ),
        pytest.param(
            [sets(9, load=20), *[sets(7, 0, load=20, bands=KNEES)] * 3],
            {},
            "20 3x8",
            id="the-method-comes-off",
        ),
        pytest.param(
            [sets(9), *[one_leg([4, 4, 4], [4, 4, 4], 0)] * 3], {}, "60 3x8", id="two-legs-again"
        ),
    ],
)
def test_reset_where_nothing_is_lighter(history, fields, answer):
    assert brief(advise(every(3, *history), **fields)) == f"RESET_10 {answer}"


def test_two_leg_body_weight_has_no_miss():
    assert brief(advise(every(3, body(7), body(8)))) == "REPS_UP bodyweight 3x9"


def test_trials_have_no_miss():
    answer = advise([ago(3, sets([5, 5], 0, load=20), followed="TRIAL_LOAD")])
    assert answer.action == "TRIAL_FAILED"


def test_a_rhythm_lets_misses_lie_further_apart():
    history = [ago(day, SHORT) for day in (60, 40, 20)]
    assert advise(history).action == "RESET_10"
    assert advise([ago(day, SHORT) for day in (63, 40, 11)]).action == "REPEAT"


def test_sets_stay_few_after_a_miss_and_return_without_one():
    few = sets([8, 7], 0, load=70)
    assert brief(advise([ago(3, few, followed="BIG_STEP")])) == "REPEAT 70 2x8"
    done = sets([8, 8], 2, load=70)
    assert brief(advise([ago(3, done, followed="BIG_STEP")])) == "REPS_UP 70 3x9"
