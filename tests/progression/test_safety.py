"""Rows 0 to 2."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hipthrust.progression.records import Equipment, Start

from .made import (
    DUMBBELLS,
    GYM,
    NOTHING,
    PAUSE,
    TODAY,
    advise,
    ago,
    body,
    brief,
    dumbbell,
    every,
    one_leg,
    sets,
)


def days_ago(days):
    return TODAY - timedelta(days=days)


def start(load, implement="barbell", reps=8):
    return Start(implement, Decimal(load), reps)


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        pytest.param({}, "START bodyweight 2x12", id="nothing-known"),
        pytest.param({"start": start(60)}, "START 52.5 3x8 rir3", id="a-load-from-set-up"),
        pytest.param(
            {"start": start(20)}, "START 20 2x8 rir3", id="the-empty-bar-stays-with-a-set-fewer"
        ),
        pytest.param(
            {"start": start(60), "equipment": NOTHING},
            "START bodyweight 2x12 rir3",
            id="no-bar-here",
        ),
        pytest.param(
            {"start": start(40), "equipment": DUMBBELLS},
            "START dumbbell 20 3x8 rir3",
            id="the-heaviest-dumbbell-under-it",
        ),
        pytest.param(
            {"start": start(60), "equipment": None}, "START 52.5 3x8 rir3", id="a-preset-is-implied"
        ),
    ],
)
def test_no_history(fields, answer):
    assert brief(advise([], **fields)) == answer


def test_warm_ups_alone_are_no_history():
    assert advise([ago(3, sets(10, kind="warmup"))]).action == "START"


@pytest.mark.parametrize(
    ("pain", "cleared", "action"),
    [
        pytest.param({"pain": 6}, None, "STOP", id="severe-pain"),
        pytest.param({"pain": 6}, 3, "RETURN", id="cleared-the-same-day"),
        pytest.param({"pain": 6}, 4, "STOP", id="cleared-before"),
        pytest.param({"pain": 6}, -1, "STOP", id="cleared-after-today-is-not-yet"),
        pytest.param({"symptoms": frozenset({"fainting"})}, None, "STOP", id="red-flag"),
        pytest.param(
            {"symptoms": frozenset({"fainting"})}, 3, "STOP", id="red-flag-needs-a-later-day"
        ),
        pytest.param({"symptoms": frozenset({"fainting"})}, 2, "RETURN", id="red-flag-cleared"),
    ],
)
def test_stop_holds_until_cleared(pain, cleared, action):
    day = None if cleared is None else days_ago(cleared)
    history = [ago(6, sets(10)), ago(3, sets(10), **pain)]
    assert advise(history, cleared=day, cleared_by_doctor=day).action == action


def test_a_red_flag_is_not_cleared_by_the_lifter_alone():
    history = [ago(3, sets(10), symptoms=frozenset({"chest_pain"}))]
    assert advise(history, cleared=TODAY).action == "STOP"
    assert advise(history, cleared_by_doctor=TODAY).action == "RETURN"


def test_stop_holds_over_later_sessions_and_at_every_place():
    history = [ago(9, sets(10), pain=7, place="Gym"), ago(3, sets(10), place="Home")]
    assert advise(history, place="Home").action == "STOP"


def test_clearing_works_until_the_first_session_after_it():
    history = [ago(9, sets(10), pain=7), ago(3, sets(10))]
    assert advise(history, cleared=days_ago(8)).action == "REPS_UP"


@pytest.mark.parametrize(
    ("pain", "answer"),
    [
        pytest.param({"pain": 3}, "REPS_UP 60 3x11", id="three-elsewhere"),
        pytest.param({"pain": 4}, "REGRESS_PAIN 47.5 2x8 rir3", id="four"),
        pytest.param({"pain": 3, "pain_sharp": True}, "REGRESS_PAIN 47.5 2x8 rir3", id="sharp"),
        pytest.param(
            {"pain": 3, "pain_place": "hip_joint"}, "REGRESS_PAIN 47.5 2x8 rir3", id="hip-joint"
        ),
        pytest.param({"pain": 2, "pain_place": "lower_back"}, "REPS_UP 60 3x11", id="two"),
    ],
)
def test_pain_regresses(pain, answer):
    assert brief(advise([ago(3, sets(10), **pain)])) == answer


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(
            [ago(6, sets(10, load=60)), ago(3, sets(10, load=50, tempo=PAUSE), pain=4)],
            "REGRESS_PAIN 40 2x8 rir3",
            id="the-method-comes-off",
        ),
        pytest.param(
            [ago(6, sets(10, load=40)), ago(3, sets(10, tempo=PAUSE), pain=4)],
            "REGRESS_PAIN 30 2x8 rir3",
            id="from-the-last-plain-load-if-lower",
        ),
        pytest.param(
            [ago(3, body([20, 15, 7]), pain=4)],
            "REGRESS_PAIN bodyweight 10,7 rir3",
            id="body-weight-halves-the-reps",
        ),
        pytest.param(
            [ago(3, body(7), pain=4)],
            "REGRESS_PAIN bodyweight 2x5 rir3",
            id="at-least-five",
        ),
        pytest.param(
            [ago(3, one_leg([8, 8], [8, 8]), pain=4)],
            "REGRESS_PAIN bodyweight 2x5 rir3",
            id="two-legs-again",
        ),
        pytest.param(
            [ago(60, sets(10), pain=4)],
            "REGRESS_PAIN 40 2x8 rir3",
            id="row-4-if-lower",
        ),
    ],
)
def test_pain_takes_the_lower_load(history, answer):
    assert brief(advise(history)) == answer


def test_pain_falls_back_on_lighter_implements():
    history = [ago(3, dumbbell(5, 10), pain=4)]
    answer = advise(history, equipment=DUMBBELLS)
    assert brief(answer) == "REGRESS_PAIN bodyweight 2x12 rir3"


@pytest.mark.parametrize(
    ("days", "action"),
    [
        pytest.param((6, 3), "STOP_REFER", id="two-in-a-row"),
        pytest.param((31, 3), "STOP_REFER", id="28-days-apart"),
        pytest.param((32, 3), "REGRESS_PAIN", id="29-days-apart"),
    ],
)
def test_pain_again_is_referred(days, action):
    assert advise([ago(day, sets(10), pain=4) for day in days]).action == action


def test_referral_holds_until_cleared():
    hurt = [ago(20, sets(10), pain=4), ago(17, sets(10)), ago(14, sets(10), pain=4)]
    later = every(3, sets(9), sets(10), sets(10), sets(11))
    assert advise(hurt + later).action == "STOP_REFER"
    assert advise(hurt + later, cleared=days_ago(13)).action == "REPS_UP"


def test_pain_of_a_warm_up_counts():
    history = [ago(6, sets(10)), ago(3, sets(10, kind="warmup"), pain=4)]
    assert advise(history).action == "REGRESS_PAIN"


def test_return_after_clearing_starts_from_the_load_before_the_first_pain():
    history = [
        ago(12, sets(10, load=80)),
        ago(9, sets(10, load=80), pain=4),
        ago(6, sets(8, load=62.5), pain=4),
    ]
    assert brief(advise(history, cleared=days_ago(2))) == "RETURN 62.5 2x8 rir3"


def test_return_after_clearing_wins_over_a_short_pause():
    history = [ago(15, sets(10)), ago(12, sets(10), pain=7)]
    assert brief(advise(history, cleared=days_ago(2))) == "RETURN 47.5 2x8 rir3"


def test_a_new_place_asks_for_safety_first():
    history = [ago(3, sets(10), pain=4, place="Gym")]
    assert advise(history, place="Home", equipment=GYM).action == "REGRESS_PAIN"
    assert advise([ago(3, sets(10), place="Gym")], place="Home").action == "START"


def test_climbing_back_after_pain_is_no_plateau():
    """At body weight the load cannot show the step back; the run has to begin anew with it."""
    steady = every(3, *[body([20, 20, 19], 1)] * 6, last=18)
    hurt = [ago(15, body([20, 20, 19], 1), pain=5)]
    climbing = [
        ago(12, body(10, 3), followed="REGRESS_PAIN"),
        *every(3, body(11), body(12), body(13), last=3),
    ]
    assert advise(steady + hurt + climbing, equipment=NOTHING).action == "REPS_UP"


def test_a_start_whose_load_cannot_be_built_is_cut_once():
    kit = Equipment(bars=(Decimal(20),), plates={Decimal(20): 1})
    start = Start("barbell", Decimal(45), 10)
    assert brief(advise([], equipment=kit, start=start)) == "START 20 3x8 rir3"
