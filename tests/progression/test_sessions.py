"""How sessions are read: merging, keys, loads, runs, hits, places; rows 21 to 24."""

from decimal import Decimal

import pytest

from hipthrust.progression.records import BandUse
from hipthrust.progression.suggest import same_as_last_time

from .made import (
    BANDS,
    GYM,
    GYM_WITH_BANDS,
    KNEES,
    NOTHING,
    PAUSE,
    TODAY,
    advise,
    ago,
    body,
    brief,
    every,
    lifter,
    one_leg,
    sets,
)


@pytest.mark.parametrize(
    ("done", "answer"),
    [
        pytest.param(
            sets([10, 10], load=60) + sets([10], load=70), "REPS_UP 60 3x11", id="most-sets"
        ),
        pytest.param(
            sets([10], load=60) + sets([10], load=70), "REPS_UP 70 3x11", id="heaviest-at-a-tie"
        ),
        pytest.param(
            sets([10]) + sets([9], tempo=PAUSE), "REPS_UP 60 3x11", id="first-key-at-a-tie"
        ),
        pytest.param(
            sets([10]) + sets([9, 9], tempo=PAUSE), "REPS_UP 60 2-0-1-2 3x10", id="key-of-most-sets"
        ),
        pytest.param(sets([5, 5, 5], kind="warmup") + sets([10]), "REPS_UP 60 3x11", id="warm-ups"),
        pytest.param(sets(10, tempo="2-0-X-0"), "REPS_UP 60 2-0-X-0 3x11", id="explosive"),
    ],
)
def test_what_a_session_was(done, answer):
    assert brief(advise([ago(3, done)])) == answer


def test_bands_count_in_any_order():
    one = sets([10], bands=(BandUse("medium", "knees"), BandUse("light", "hips")))
    other = sets([10, 10], bands=(BandUse("light", "hips"), BandUse("medium", "knees")))
    said = brief(advise([ago(3, one + other)], equipment=GYM_WITH_BANDS))
    assert said == "REPS_UP 60 light/hips medium/knees 3x11"


def test_a_band_that_is_not_here_comes_off():
    history = [ago(3, sets(10, bands=KNEES))]
    assert brief(advise(history)) == "REPS_UP 60 3x11"
    # Where nobody said what is here, the band that was logged is.
    assert brief(advise(history, equipment=None)) == "REPS_UP 60 light/knees 3x11"


def test_sessions_of_one_date_merge():
    halves = [ago(3, sets([12, 12]), followed="RETURN"), ago(3, sets([7], 0))]
    assert brief(advise(halves)) == "REPEAT 60 12,12,8"


def test_sessions_may_come_in_any_order():
    history = every(3, sets(9), sets(12), sets(12))
    assert advise(history) == advise(history[::-1])


def test_sessions_after_today_have_not_happened_yet():
    assert advise([ago(3, sets(10)), ago(-1, sets(12), pain=7)]).action == "REPS_UP"


@pytest.mark.parametrize(
    ("first", "second", "action"),
    [
        pytest.param(sets(12), sets(12), "LOAD_UP", id="two-hits"),
        pytest.param(sets(12), sets(11), "REPS_UP", id="then-none"),
        pytest.param(sets(11), sets(12), "CONFIRM", id="one"),
        pytest.param(sets(10), sets(12, 4), "LOAD_UP", id="strong"),
        pytest.param(sets(10), sets(12, [4, 4, 3]), "CONFIRM", id="not-every-set-strong"),
        pytest.param(sets(12), sets(12, load=55), "CONFIRM", id="another-load"),
        pytest.param(sets(12), sets(12, cut=True, tempo=PAUSE), "HOLD_TOP", id="pause-cut-short"),
        pytest.param(sets(12, None), sets(12, None), "HOLD_TOP", id="no-reserve-logged"),
        pytest.param(
            sets([14, 12, 12], None), sets([12, 14, 12], None), "LOAD_UP", id="two-over-in-any-set"
        ),
        pytest.param(
            sets(12, [None, None, 2]), sets(12, [None, None, 1]), "LOAD_UP", id="last-set-stands"
        ),
        pytest.param(
            sets(12, [None, None, 2]), sets(12, [2, None, 0]), "HOLD", id="last-set-at-failure"
        ),
        pytest.param(sets(14, [2, 2, None]), sets(14, [2, 0, None]), "HOLD", id="known-ones-count"),
    ],
)
def test_hits(first, second, action):
    assert advise(every(3, first, second)).action == action


@pytest.mark.parametrize(
    ("gap", "action"),
    [pytest.param(14, "LOAD_UP", id="14-days"), pytest.param(15, "CONFIRM", id="15")],
)
def test_a_run_ends_at_a_long_gap(gap, action):
    assert advise([ago(3 + gap, sets(12)), ago(3, sets(12))]).action == action


@pytest.mark.parametrize("action", ["RESET_10", "ADD_SET", "TEST_BASE"])
def test_some_actions_begin_a_run(action):
    history = [ago(6, sets(12)), ago(3, sets(12), followed=action)]
    assert advise(history).action == "CONFIRM"


@pytest.mark.parametrize("action", ["DELOAD", "RETURN"])
def test_deloads_and_returns_are_never_hits(action):
    history = [ago(6, sets(12), followed=action), ago(3, sets(12))]
    assert advise(history).action == "CONFIRM"


def test_reserve_needed_by_a_novice():
    history = every(3, *[sets(12, 1)] * 2)
    assert advise(history, novice=None).action == "HOLD_TOP"
    assert advise(history, novice=None, loaded_sessions_before=10).action == "LOAD_UP"
    earlier = [sets(10, 1, load=50)] * 9
    assert advise(every(2, *earlier, *[sets(12, 1)] * 2), novice=None).action == "HOLD_TOP"
    assert advise(every(2, *earlier, *[sets(12, 1)] * 3), novice=None).action == "LOAD_UP"


def test_explosive_counts_as_one_second_and_makes_no_other_key():
    assert advise(every(3, sets(12), sets(12, tempo="2-0-X-0"))).action == "LOAD_UP"


def test_the_weaker_side_counts():
    level = one_leg([12, 12], [12, 12])
    uneven = one_leg([12, 11], [12, 12])
    assert advise(every(3, level, level), equipment=NOTHING).row == 19
    assert (
        brief(advise(every(3, level, uneven), equipment=NOTHING)) == "REPS_UP bodyweight each 3x12"
    )


@pytest.mark.parametrize(
    ("done", "answer"),
    [
        pytest.param(sets([11, 10, 9], [2, 2, 2]), "REPS_UP 60 12,11,10", id="one-more"),
        pytest.param(sets([9, 9, 9], [4, 2, 1]), "REPS_UP 60 11,10,9", id="by-reserve"),
        pytest.param(sets([9, 9, 9], None), "REPS_UP 60 3x10", id="missing"),
        pytest.param(sets([12, 11, 11], [2, 4, 5]), "REPS_UP 60 3x12", id="capped-at-hi"),
        pytest.param(sets([12, 11, 11], 1), "HOLD 60 12,11,11", id="none-can-rise"),
        pytest.param(sets([12, 11, 11], [2, 2, 0]), "HOLD 60 12,11,11", id="at-failure"),
        pytest.param(sets([8, 8], 3), "REPS_UP 60 3x9", id="the-profile-s-sets"),
        pytest.param(sets([8] * 5, 3), "REPS_UP 60 3x9", id="more-sets-than-the-profile"),
        pytest.param(body([4, 5, 6]), "EASIER bodyweight 2x5", id="under-five-at-body-weight"),
        pytest.param(body([5, 5, 5]), "REPS_UP bodyweight 3x6", id="five-clean-reps"),
        pytest.param(sets([13, 12, 12], None), "HOLD_TOP 60 13,12,12", id="hold-at-the-top"),
    ],
)
def test_reps(done, answer):
    assert brief(advise([ago(6, sets(8)), ago(3, done)])) == answer


def test_places_keep_their_own_runs():
    gym = [ago(day, sets(12), place="Gym") for day in (9, 3)]
    home = [ago(day, body(20, bands=KNEES), place="Home") for day in (12, 6)]
    assert brief(advise(gym + home, place="Gym")) == "LOAD_UP 62.5 3x8"
    answer = advise(gym + home, place="Home", equipment=BANDS)
    assert brief(answer) == "NEXT_BAND bodyweight medium/knees 3x12"


def test_a_session_without_a_place_belongs_where_its_implement_can_be_built():
    history = [ago(9, sets(12)), ago(6, body(20)), ago(3, sets(12))]
    assert brief(advise(history, place="Gym", equipment=GYM)) == "CONFIRM 60 3x12"
    assert advise(history, place="Home", equipment=NOTHING).next.implement == "bodyweight"
    assert advise(history[::2], place="Home", equipment=NOTHING).action == "START"


def test_one_change_at_a_time_between_places():
    assert advise([ago(3, sets(12), place="Gym")], place="Home").action == "START"


@pytest.mark.parametrize(
    ("load", "answer"),
    [
        pytest.param(61, "REPS_UP 60 3x11", id="off-the-grid"),
        pytest.param(250, "REPS_UP 97.5 3x11", id="more-than-the-plates"),
        pytest.param(10, "REPS_UP bodyweight 2x12", id="under-the-bar"),
    ],
)
def test_no_load_is_named_that_cannot_be_built(load, answer):
    assert brief(advise([ago(3, sets(10, load=load))])) == answer


def test_what_is_logged_implies_its_preset():
    fields = {"equipment": None}
    assert brief(advise(every(3, sets(12), sets(12)), **fields)) == "LOAD_UP 62.5 3x8"
    pounds = every(3, sets(12, load=185), sets(12, load=185))
    answer = advise(pounds, unit="lb", body_weight=Decimal(135), **fields)
    assert brief(answer) == "LOAD_UP 190 3x8"


def test_same_as_last_time_is_what_was_done():
    history = [ago(6, sets(12)), ago(3, sets([10, 9], 1, load=61, tempo=PAUSE))]
    done = same_as_last_time(history, lifter())
    assert (done.load, done.reps, str(done.tempo), done.sets) == (Decimal(61), (10, 9), PAUSE, 2)
    assert same_as_last_time([], lifter()) is None
    assert same_as_last_time([ago(3, sets(5, kind="warmup"))], lifter()) is None


def test_evidence_names_the_sessions_by_the_caller_s_own_handle():
    history = [
        ago(6, sets(12), ref="first"),
        ago(3, sets([12]), ref=2),
        ago(3, sets([12, 12]), ref=3),
    ]
    assert advise(history).evidence == ("first", 2, 3)
    assert advise([ago(3, sets(10))]).evidence == (ago(3).date,)
    assert TODAY not in advise(history).evidence
