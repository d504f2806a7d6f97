"""Rows 5, 6, 11 and 13."""

import pytest

from hipthrust.progression.records import BandUse

from .made import (
    GYM_WITH_BANDS,
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

ARCHED = {"flaws": "lumbar_hyperextension"}
SHORT = {"flaws": "incomplete_lockout"}
FAR = {"flaws": "feet_too_far"}
HEAD = {"flaws": "head_neck"}


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(every(3, sets([12, 11, 9], **ARCHED)), "HOLD_FORM 60 12,11,9", id="first"),
        pytest.param(
            every(3, sets(10, **SHORT), sets(10, **ARCHED)), "HOLD_FORM 60 3x10", id="another-one"
        ),
        pytest.param(
            every(3, sets(10, **ARCHED), sets(10), sets(10), sets(10, **ARCHED)),
            "HOLD_FORM 60 3x10",
            id="three-sessions-ago",
        ),
        pytest.param(every(3, sets(10, **ARCHED), sets(10)), "REPS_UP 60 3x11", id="gone"),
        pytest.param(
            every(3, sets(10), sets(10) + sets([20], 0, load=40, **ARCHED)),
            "REPS_UP 60 3x11",
            id="a-lighter-set-counts-for-nothing",
        ),
        pytest.param(
            every(3, sets(10), sets(10) + sets([20], 0, tempo=PAUSE, **ARCHED)),
            "HOLD_FORM 60 3x10",
            id="another-key-counts-for-flaws",
        ),
    ],
)
def test_a_blocking_flaw_holds(history, answer):
    assert brief(advise(history)) == answer


def twice(first, second):
    return every(3, first, second)


@pytest.mark.parametrize(
    ("history", "fields", "answer"),
    [
        pytest.param(twice(sets(10, **ARCHED), sets(10, **ARCHED)), {}, "52.5 3x8", id="load"),
        pytest.param(
            every(3, sets(10, **ARCHED), sets(10), sets(10, **ARCHED)),
            {},
            "52.5 3x8",
            id="not-in-a-row",
        ),
        pytest.param(
            [ago(6, sets(10, **ARCHED)), ago(3, sets(10, tempo=PAUSE, **ARCHED))],
            {},
            "60 3x8",
            id="the-pause",
        ),
        pytest.param(
            [ago(6, sets(10, **ARCHED)), ago(3, sets(10, tempo="3-0-1-2", **ARCHED))],
            {},
            "60 2-0-1-2 3x8",
            id="slow-before-pause",
        ),
        pytest.param(
            [
                ago(6, sets(10, **ARCHED)),
                ago(3, sets(10, tempo=SLOW, bands=(BandUse("light", "knees"),), **ARCHED)),
            ],
            {"equipment": GYM_WITH_BANDS},
            "60 3-0-1-0 3x8",
            id="the-band-before-slow",
        ),
        pytest.param(
            [
                ago(6, sets(10, **ARCHED)),
                ago(3, sets(10, bands=(BandUse("medium", "knees"),), **ARCHED)),
            ],
            {"equipment": GYM_WITH_BANDS},
            "60 light/knees 3x8",
            id="a-lighter-band-if-owned",
        ),
        pytest.param(
            [ago(6, sets(10, **ARCHED)), ago(3, one_leg([6, 6], [6, 6], **ARCHED))],
            {},
            "52.5 3x8",
            id="the-single-leg",
        ),
        pytest.param(
            [ago(day, one_leg([6, 6], [6, 6], flaws="pelvis_rotation")) for day in (6, 3)],
            {"equipment": NOTHING},
            "bodyweight 3x12",
            id="the-single-leg-without-a-plain-load",
        ),
        pytest.param(
            twice(body(10, **ARCHED), body(10, **ARCHED)), {}, "bodyweight 2x12", id="body-weight"
        ),
        pytest.param(
            twice(dumbbell(16, 10, **ARCHED), dumbbell(16, 10, **ARCHED)),
            {"equipment": HEAVY_KETTLEBELLS},
            "bodyweight 2x12",
            id="nothing-light-enough",
        ),
    ],
)
def test_a_repeated_flaw_regresses(history, fields, answer):
    assert brief(advise(history, **fields)) == f"REGRESS_FORM {answer}"


def test_the_third_in_a_row_goes_to_body_weight_and_the_fifth_ends_the_cuts():
    three = [sets(10, **ARCHED)] * 3
    there = [body(8, **ARCHED)]
    assert brief(advise(every(3, *three))) == "REGRESS_FORM bodyweight 2x8"
    assert brief(advise(every(3, *three, *there))) == "REGRESS_FORM bodyweight 2x8"
    assert brief(advise(every(3, *three, *there * 2))) == "EASIER bodyweight 2x8"
    assert brief(advise(every(3, *three, *there * 3))) == "EASIER bodyweight 2x8"


def test_flaws_count_wherever_they_were_seen():
    history = [
        ago(6, sets(10, **ARCHED), place="Gym"),
        ago(3, body(16, **ARCHED), place="Home"),
    ]
    answer = advise(history, place="Gym")
    assert brief(answer) == "REGRESS_FORM 52.5 3x8"
    assert answer.cue == "lumbar_hyperextension"


@pytest.mark.parametrize(
    ("history", "action"),
    [
        pytest.param(every(3, sets(12, **FAR)), "HOLD_CUE", id="once"),
        pytest.param(every(3, *[sets(12, **FAR)] * 2), "HOLD_CUE", id="twice"),
        pytest.param(every(3, *[sets(12, **FAR)] * 3), "LOAD_UP", id="then-it-no-longer-counts"),
        pytest.param(every(3, sets(10, **FAR)), "REPS_UP", id="without-a-hit"),
        pytest.param(
            every(3, sets(12, **FAR), sets(12, **FAR), sets(12, flaws="feet_too_far head_neck")),
            "LOAD_UP",
            id="one-other-cue-is-allowed",
        ),
        pytest.param(
            every(3, sets(12, **FAR), sets(12, **HEAD), sets(12, **FAR)),
            "HOLD_MASTERY",
            id="two-cues-that-were-not-held-twice",
        ),
    ],
)
def test_a_cue_with_a_hit(history, action):
    assert advise(history).action == action


@pytest.mark.parametrize(
    ("history", "fields", "action"),
    [
        pytest.param(every(3, sets(12, 4)), {}, "HOLD_MASTERY", id="one-session-is-not-enough"),
        pytest.param(
            every(3, sets(12, **ARCHED), sets(12, 4)), {}, "HOLD_MASTERY", id="a-flaw-before"
        ),
        pytest.param(every(3, sets(10, **FAR), sets(12, 4)), {}, "LOAD_UP", id="one-cue"),
        pytest.param(
            every(3, sets(12, flaws=None), sets(12, flaws=None)), {}, "LOAD_UP", id="no-novice"
        ),
        pytest.param(
            every(3, sets(12, flaws=None), sets(12)), {"novice": True}, "HOLD_MASTERY", id="novice"
        ),
        pytest.param(
            every(3, *[sets(12, flaws=None)] * 3),
            {"novice": True},
            "HOLD_MASTERY",
            id="second-hold",
        ),
        pytest.param(
            every(3, *[sets(12, flaws=None)] * 4), {"novice": True}, "LOAD_UP", id="third-passes"
        ),
        pytest.param(
            every(3, sets(12, **ARCHED), *[sets(12, flaws=None)] * 4),
            {"novice": True},
            "LOAD_UP",
            id="a-flaw-five-sessions-ago",
        ),
        pytest.param(
            every(3, sets(12, 4, flaws="lumbar_hyperextension"), *[sets(12, 4, flaws=None)] * 3),
            {"novice": True},
            "HOLD_MASTERY",
            id="a-flaw-among-the-last-four",
        ),
    ],
)
def test_mastery(history, fields, action):
    assert advise(history, **fields).action == action


def test_what_is_missing_is_said():
    assert "one more clean session" in advise(every(3, sets(12, 4))).reason
    unanswered = advise(every(3, *[sets(12, flaws=None)] * 2), novice=True)
    assert "how the form was" in unanswered.reason


def test_the_gate_counts_clean_sessions():
    assert advise(every(3, sets(12), sets(12))).gate == (2, 2)
    assert advise(every(3, sets(12, 4))).gate == (1, 2)
    assert advise([]).gate == (0, 2)


def test_every_answer_shows_the_cue_of_the_newest_session():
    assert advise(every(3, sets(10, flaws="knees_in"))).cue == "knees_in"
    assert advise(every(3, sets(10, flaws="knees_in"), sets(10))).cue is None


def test_a_flaw_in_a_trial_elsewhere_holds_nothing_here():
    history = [
        *every(3, sets(10), sets(10), last=6, place="Gym"),
        ago(3, one_leg([5, 5], [5, 5], **ARCHED), place="Home", followed="TRIAL_UNILATERAL"),
    ]
    assert advise(history, place="Gym").action == "REPS_UP"
