"""Rows 7 and 8."""

import pytest

from .made import (
    BOTH,
    GYM,
    HEAVY_KETTLEBELLS,
    NOTHING,
    PAUSE,
    SLOW,
    advise,
    ago,
    body,
    brief,
    dumbbell,
    every,
    one_leg,
    sets,
)

BEFORE = every(3, body(20, tempo=PAUSE), body(20, tempo=PAUSE), last=6)


@pytest.mark.parametrize(
    ("done", "answer"),
    [
        pytest.param(sets([8, 8], 3, load=20), "TRIAL_PASSED 20 3x8", id="as-prescribed"),
        pytest.param(sets([8, 8], 2, load=20), "TRIAL_PASSED 20 3x8", id="two-in-reserve"),
        pytest.param(
            sets([8, 8], [3, 1], load=20),
            "TRIAL_FAILED bodyweight 2-0-1-2 3x12",
            id="one-in-reserve",
        ),
        pytest.param(
            sets([8, 7], 3, load=20), "TRIAL_FAILED bodyweight 2-0-1-2 3x12", id="a-rep-short"
        ),
        pytest.param(sets([8, 10], None, load=20), "TRIAL_PASSED 20 8,10,10", id="two-reps-over"),
        pytest.param(
            sets([10, 9], None, load=20),
            "TRIAL_FAILED bodyweight 2-0-1-2 3x12",
            id="the-last-set-not-two-over",
        ),
        pytest.param(
            sets([8, 8], 3, load=20, flaws="lumbar_hyperextension"),
            "TRIAL_FAILED bodyweight 2-0-1-2 3x12",
            id="a-blocking-flaw",
        ),
    ],
)
def test_the_bar(done, answer):
    assert brief(advise([*BEFORE, ago(3, done, followed="TRIAL_BAR")])) == answer


def test_dumbbell_trial_asks_for_five():
    history = every(3, body(20), body(20), last=6)
    trial = ago(3, dumbbell(16, [5, 5], 3), followed="TRIAL_DUMBBELL")
    answer = advise([*history, trial], equipment=HEAVY_KETTLEBELLS)
    assert brief(answer) == "TRIAL_PASSED dumbbell 16 3x5"
    assert answer.next.rep_goal == 5
    trial = ago(3, dumbbell(16, [5, 4], 3), followed="TRIAL_DUMBBELL")
    answer = advise([*history, trial], equipment=HEAVY_KETTLEBELLS)
    assert brief(answer) == "TRIAL_FAILED bodyweight 2-0-1-2 3x12"


def test_load_trial_goes_back_to_the_load_before_with_a_pause():
    history = every(3, dumbbell(16, 18), dumbbell(16, 18), last=6)
    trial = ago(3, dumbbell(24, [4, 4], 1), followed="TRIAL_LOAD")
    answer = advise([*history, trial], equipment=HEAVY_KETTLEBELLS)
    assert brief(answer) == "TRIAL_FAILED dumbbell 16 2-0-1-2 3x8"


@pytest.mark.parametrize(
    ("done", "answer"),
    [
        pytest.param(one_leg([5, 5], [5, 5]), "TRIAL_PASSED bodyweight each 3x5", id="five"),
        pytest.param(
            one_leg([5, 5], [5, 4]), "TRIAL_FAILED bodyweight 3-0-1-0 3x12", id="four-on-one-side"
        ),
        pytest.param(
            one_leg([5, 5], [5, 5], 0),
            "TRIAL_PASSED bodyweight each 3x5",
            id="reserve-is-not-asked",
        ),
    ],
)
def test_one_leg(done, answer):
    history = [*BEFORE, ago(3, done, followed="TRIAL_UNILATERAL")]
    assert brief(advise(history, equipment=NOTHING)) == answer


def test_after_a_passed_trial_lo_is_five_until_a_session_reaches_lo():
    passed = [
        *every(3, body(20), body(20), last=15),
        ago(12, dumbbell(16, [5, 5], 3), followed="TRIAL_DUMBBELL"),
        ago(9, dumbbell(16, 5), followed="TRIAL_PASSED"),
    ]
    fields = {"equipment": HEAVY_KETTLEBELLS}
    assert brief(advise(passed, **fields)) == "REPS_UP dumbbell 16 3x6"
    reached = [*passed, ago(6, dumbbell(16, 8))]
    assert brief(advise(reached, **fields)) == "REPS_UP dumbbell 16 3x9"
    assert brief(advise([*reached, ago(3, dumbbell(16, 7))], **fields)) == "REPEAT dumbbell 16 3x8"


def test_no_second_trial_for_six_sessions():
    trial = ago(24, sets([4, 4], 0, load=20), followed="TRIAL_BAR")
    begin = every(3, body(20, tempo=PAUSE), body(20, tempo=PAUSE), last=27)
    after = every(3, *[body(20, tempo=PAUSE)] * 6)
    assert advise([*begin, trial, *after[:5]], equipment=GYM).action != "TRIAL_BAR"
    assert advise([*begin, trial, *after], equipment=GYM).action == "TRIAL_BAR"


DELOAD = {"followed": "DELOAD"}


@pytest.mark.parametrize(
    ("deloads", "answer"),
    [
        pytest.param([6], "DELOAD 70 2x8 rir4", id="six-days"),
        pytest.param([7], "RESUME 80 9,9,8", id="seven-days"),
        pytest.param([7, 4], "RESUME 80 9,9,8", id="since-the-first"),
        pytest.param([6, 3], "DELOAD 70 2x8 rir4", id="second-of-the-week"),
    ],
)
def test_deload(deloads, answer):
    history = [ago(10, sets([9, 9, 8], 0, load=80))]
    history += [ago(day, sets([8, 8], 4, load=70), **DELOAD) for day in deloads]
    assert brief(advise(history)) == answer


def test_a_deload_without_anything_before_goes_on():
    assert brief(advise([ago(3, sets(8, 4), **DELOAD)])) == "DELOAD 60 3x8 rir4"


def test_the_key_before_comes_back_after_a_deload():
    history = [
        ago(12, sets(10, 0, load=70, tempo=SLOW)),
        ago(8, sets([8, 8], 4, tempo=SLOW), **DELOAD),
    ]
    assert brief(advise(history, equipment=BOTH)) == "RESUME 70 3-0-1-0 3x10"
