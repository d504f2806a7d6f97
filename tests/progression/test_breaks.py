"""Rows 3, 4 and 12, and the rhythm that takes their place."""

from decimal import Decimal

import pytest

from hipthrust.progression.records import Equipment

from .made import (
    DUMBBELLS,
    GYM,
    KNEES,
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


@pytest.mark.parametrize(
    ("days", "answer"),
    [
        (10, "REPS_UP 60 3x11"),
        (11, "REPEAT 60 3x9 rir3"),
        (14, "REPEAT 60 3x9 rir3"),
        (15, "RETURN 52.5 2x8 rir3"),
        (28, "RETURN 52.5 2x8 rir3"),
        (29, "RETURN 47.5 2x8 rir3"),
        (56, "RETURN 47.5 2x8 rir3"),
        (57, "RETURN 40 2x8 rir3"),
        (112, "RETURN 40 2x8 rir3"),
        (113, "RETURN 30 2x8 rir3"),
    ],
)
def test_time_off(days, answer):
    assert brief(advise([ago(days, sets(10))])) == answer


@pytest.mark.parametrize(
    ("profile", "days", "number"),
    [
        (5, 20, 4),
        (5, 40, 3),
        (5, 90, 3),
        (5, 200, 2),
        (2, 20, 2),
        (2, 40, 2),
        (1, 20, 1),
        (1, 200, 1),
    ],
)
def test_sets_after_a_break(profile, days, number):
    assert advise([ago(days, sets(10))], sets=profile).next.sets == number


def test_a_short_pause_takes_a_rep_but_not_under_lo():
    assert brief(advise([ago(12, sets([10, 9, 8]))])) == "REPEAT 9,8,8 rir3".replace("9", "60 9", 1)


def test_a_short_pause_asks_no_more_than_was_done():
    assert brief(advise([ago(12, body(7))])) == "REPEAT bodyweight 3x7 rir3"


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(
            [ago(30, sets(10, load=80)), ago(20, sets(10, load=70, tempo=PAUSE))],
            "RETURN 62.5 2-0-1-2 2x8 rir3",
            id="under-four-weeks-the-method-stays",
        ),
        pytest.param(
            [ago(40, sets(10, load=80)), ago(35, sets(10, load=70, tempo=PAUSE))],
            "RETURN 55 2x8 rir3",
            id="over-28-days-plain-from-the-lower-load",
        ),
        pytest.param(
            [ago(40, sets(10, load=60)), ago(35, sets(10, load=70, tempo=PAUSE))],
            "RETURN 47.5 2x8 rir3",
            id="the-plain-load-is-the-lower",
        ),
        pytest.param(
            [ago(40, sets(10, load=80)), ago(35, one_leg([8, 8], [8, 8]))],
            "RETURN 62.5 2x8 rir3",
            id="one-leg-at-body-weight-goes-back-to-the-bar",
        ),
        pytest.param(
            [ago(20, sets(10, load=20))],
            "RETURN 20 2x8 rir3",
            id="the-empty-bar-stays",
        ),
        pytest.param(
            [ago(60, sets(10, load=20))],
            "RETURN bodyweight 2x12 rir3",
            id="over-56-days-it-does-not-stay",
        ),
        pytest.param([ago(20, body(16))], "RETURN bodyweight 2x12 rir3", id="body-weight"),
    ],
)
def test_what_is_lifted_after_a_break(history, answer):
    assert brief(advise(history)) == answer


def test_rounding_more_than_doubles_the_cut_of_dumbbells():
    history = [ago(20, dumbbell(10, 10))]
    five_apart = [Decimal(5), Decimal(10)]
    equipment = type(DUMBBELLS)(dumbbells=tuple(five_apart))
    assert brief(advise(history, equipment=equipment)) == "RETURN dumbbell 10 2x8 rir3"
    assert brief(advise(history, equipment=DUMBBELLS)) == "RETURN dumbbell 10 2x8 rir3"


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(
            [ago(50, sets(10, load=80)), ago(20, sets(8, load=62.5), followed="RETURN")],
            "RETURN 62.5 2x8 rir3",
            id="one-session-between",
        ),
        pytest.param(
            [
                ago(60, sets(10, load=80)),
                *every(3, *[sets(8, load=62.5)] * 2, last=20),
            ],
            "RETURN 62.5 2x8 rir3",
            id="two-sessions-between",
        ),
        pytest.param(
            [
                ago(60, sets(10, load=80)),
                *every(3, *[sets(8, load=62.5)] * 3, last=20),
            ],
            "RETURN 55 2x8 rir3",
            id="three-sessions-between",
        ),
    ],
)
def test_breaks_close_together_count_once(history, answer):
    assert brief(advise(history)) == answer


def test_returns_start_from_the_newest_own_session():
    history = [
        ago(26, sets(10, load=80)),
        ago(22, sets(8, 4, load=70), followed="DELOAD"),
        ago(20, sets(5, load=70), followed="TRIAL_LOAD"),
    ]
    assert brief(advise(history)) == "RETURN 70 2x8 rir3"


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(
            every(3, sets(7, 0), sets(7, 0), last=12),
            "REPEAT 55 3x8 rir3",
            id="row-9-is-lower-than-the-same",
        ),
        pytest.param(
            every(3, sets(7, 0), sets(7, 0), last=20),
            "RETURN 52.5 2x8 rir3",
            id="row-4-is-lower-than-row-9",
        ),
        pytest.param(
            every(3, *[sets(10, flaws="lumbar_hyperextension")] * 2, last=12),
            "REPEAT 52.5 3x8 rir3",
            id="row-6-is-lower",
        ),
    ],
)
def test_form_and_misses_lower_a_return(history, answer):
    assert brief(advise(history)) == answer


@pytest.mark.parametrize(
    ("gaps", "last", "action"),
    [
        pytest.param((12, 12), 12, "REPS_UP", id="every-twelve-days"),
        pytest.param((12, 12), 28, "REPS_UP", id="to-28"),
        pytest.param((12, 12), 29, "RETURN", id="over-28"),
        pytest.param((3, 12), 12, "REPEAT", id="one-long-gap"),
        pytest.param((12, 12, 3, 3), 12, "REPEAT", id="none-among-the-last-two"),
        pytest.param((12, 3, 3, 12), 12, "REPS_UP", id="one-among-the-last-two"),
        pytest.param((12, 3, 3, 3, 12), 12, "REPEAT", id="only-the-last-four"),
        pytest.param((29, 12), 12, "REPEAT", id="a-break-is-no-rhythm"),
    ],
)
def test_rhythm(gaps, last, action):
    days, history = last, []
    for i, gap in enumerate((*reversed(gaps), 0)):
        history.append(ago(days, sets(11 - min(i, 3))))
        days += gap
    assert advise(history).action == action


BACK = {"followed": "RETURN"}


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param(
            [ago(40, sets(10, load=80)), ago(3, sets(8, 3, load=62.5), **BACK)],
            "RETURN_STEP 67.5 3x8",
            id="largest-green",
        ),
        pytest.param(
            [ago(30, sets(10, load=65)), ago(3, sets(8, 3, load=62.5), **BACK)],
            "RETURN_STEP 65 3x8",
            id="not-over-the-old-load",
        ),
        pytest.param(
            [ago(40, sets(10, load=30)), ago(3, sets(8, 3, load=20), **BACK)],
            "RETURN_STEP 22.5 3x8",
            id="no-green-then-the-next",
        ),
        pytest.param(
            [ago(40, sets(10, load=80)), ago(3, sets(8, 1, load=62.5), **BACK)],
            "HOLD 62.5 3x8",
            id="too-little-in-reserve",
        ),
        pytest.param(
            [ago(40, sets(10, load=80)), ago(3, sets([8, 8, 10], None, load=62.5), **BACK)],
            "RETURN_STEP 67.5 3x8",
            id="two-reps-over-stand-for-reserve",
        ),
        pytest.param(
            [ago(40, sets(10, load=80)), ago(3, sets([8, 8, 9], None, load=62.5), **BACK)],
            "REPS_UP 62.5 9,9,10",
            id="one-rep-over-does-not",
        ),
        pytest.param(
            [ago(40, sets(10, load=80)), ago(3, sets(8, 3, load=62.5), pain=3, **BACK)],
            "REPS_UP 62.5 3x9",
            id="pain",
        ),
        pytest.param(
            [
                ago(40, sets(10, load=80)),
                ago(9, sets([8, 8, 7], 1, load=67.5), **BACK),
                ago(3, sets(8, 3, load=67.5)),
            ],
            "REPS_UP 67.5 3x9",
            id="a-miss-since",
        ),
        pytest.param(
            [
                ago(40, sets(10, load=80)),
                ago(9, sets(8, 3, load=70), **BACK),
                ago(3, sets(8, 3, load=65)),
            ],
            "REPS_UP 65 3x9",
            id="lowered-since",
        ),
        pytest.param(
            [
                ago(40, sets(10, load=80)),
                ago(9, sets(8, 3, load=62.5, bands=KNEES), **BACK),
                ago(3, sets(8, 3, load=62.5)),
            ],
            "REPS_UP 62.5 3x9",
            id="a-method-since",
        ),
        pytest.param(
            [ago(40, sets(10, load=62.5)), ago(3, sets(8, 3, load=62.5), **BACK)],
            "REPS_UP 62.5 3x9",
            id="back-at-the-old-load",
        ),
        pytest.param(
            [ago(17, sets(10, load=80)), ago(3, sets(8, 3, load=70))],
            "REPS_UP 70 3x9",
            id="fourteen-days-are-no-break",
        ),
    ],
)
def test_steps_back_up(history, answer):
    assert brief(advise(history)) == answer


def test_training_elsewhere_makes_a_break_one_band_milder():
    def at_gym(days):
        return ago(days, sets(10), place="Gym")

    def at_home(days):
        return ago(days, body(16), place="Home")

    fields = {"place": "Gym", "equipment": GYM}
    assert brief(advise([at_gym(20)], **fields)) == "RETURN 52.5 2x8 rir3"
    assert brief(advise([at_gym(20), at_home(10)], **fields)) == "REPEAT 60 3x9 rir3"
    assert brief(advise([at_gym(40), at_home(10)], **fields)) == "RETURN 52.5 2x8 rir3"
    assert brief(advise([at_gym(12), at_home(5)], **fields)) == "REPS_UP 60 3x11"


def test_no_load_is_raised_on_an_old_run():
    gym = [ago(days, sets(12), place="Gym") for days in (55, 42, 30)]
    home = [ago(10, body(16), place="Home")]
    assert brief(advise(gym + home, place="Gym")) == "CONFIRM 60 3x12"


def test_a_form_check_is_asked_for_after_eight_weeks():
    assert "body-weight" in advise([ago(57, sets(10))]).reason
    assert "body-weight" not in advise([ago(56, sets(10))]).reason


def test_clearing_after_pain_never_makes_a_return_heavier():
    """A long break stays a long break, whatever hurt in the one session after it."""
    history = [ago(160, sets(12)), ago(20, sets(12), pain=7)]
    unhurt = [ago(160, sets(12)), ago(20, sets(12))]
    cleared = {"cleared": TODAY, "cleared_by_doctor": TODAY}
    assert brief(advise(history, **cleared)) == brief(advise(unhurt)) == "RETURN 30 2x8 rir3"


def test_a_return_keeps_two_sets_where_the_load_has_to_stay():
    kit = Equipment(dumbbells=(Decimal(10),))
    history = [ago(21, dumbbell(10, [12, 12]))]
    assert brief(advise(history, equipment=kit, sets=2)) == "RETURN dumbbell 10 2x8 rir3"


def test_a_short_pause_after_a_miss_asks_for_lo():
    assert brief(advise([ago(12, sets([7, 6, 6], 0))])) == "REPEAT 60 3x8 rir3"
