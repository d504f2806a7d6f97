"""Row 10."""

import pytest

from .made import DUMBBELLS, NOTHING, advise, ago, brief, every, one_leg

LARGE = one_leg([9, 9], [11, 11])
NOTED = one_leg([9, 9], [10, 10])
LEVEL = one_leg([9, 9], [9, 9])


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        pytest.param([LEVEL, LEVEL], "REPS_UP bodyweight each 3x10", id="level"),
        pytest.param([LEVEL, NOTED], "MATCH_SIDES bodyweight each 3x9", id="ten-per-cent"),
        pytest.param([LEVEL, LARGE], "MATCH_SIDES bodyweight each 3x9", id="fifteen-once"),
        pytest.param([LARGE, LARGE], "WEAK_SIDE bodyweight each 3x9", id="fifteen-twice"),
        pytest.param([LARGE, LEVEL, LARGE], "WEAK_SIDE bodyweight each 3x9", id="of-three"),
        pytest.param([LARGE, LEVEL, LEVEL, LARGE], "MATCH_SIDES bodyweight each 3x9", id="of-four"),
        pytest.param([LARGE, LARGE, LEVEL], "REPS_UP bodyweight each 3x10", id="gone"),
        pytest.param(
            [LEVEL, one_leg([9], [10])], "REPS_UP bodyweight each 3x10", id="one-rep-in-all"
        ),
        pytest.param(
            [LEVEL, one_leg([10, 10], [10, 10, 12])],
            "REPS_UP bodyweight each 3x11",
            id="only-the-sets-both-have",
        ),
        pytest.param(
            [LEVEL, one_leg([9, 9, 9], [])], "REPS_UP bodyweight each 3x10", id="one-side-alone"
        ),
    ],
)
def test_sides_apart(history, answer):
    assert brief(advise(every(3, *history), equipment=NOTHING)) == answer


def test_the_weaker_side_is_named_and_the_load_waits():
    dumbbell = {"on": "dumbbell", "load": 5}
    history = every(
        3, one_leg([12, 12], [15, 15], **dumbbell), one_leg([15, 15], [12, 12], **dumbbell)
    )
    answer = advise(history, equipment=DUMBBELLS)
    assert brief(answer) == "MATCH_SIDES dumbbell 5 each 3x12"
    assert answer.next.weak_side == "right"


def sides(*followed, done=LARGE):
    n = len(followed)
    return [ago(3 * (n - i), done, followed=action) for i, action in enumerate(followed)]


def test_four_extra_sets_in_twelve_sessions():
    three = sides(None, None, *["WEAK_SIDE"] * 3)
    assert advise(three, equipment=NOTHING).action == "WEAK_SIDE"
    four = sides(None, None, *["WEAK_SIDE"] * 4)
    assert advise(four, equipment=NOTHING).action == "MATCH_SIDES"


def test_after_four_matches_the_difference_is_accepted_for_twelve_sessions():
    matched = [None, None, *["MATCH_SIDES"] * 4]
    assert advise(sides(*matched), equipment=NOTHING).action not in ("MATCH_SIDES", "WEAK_SIDE")
    eleven = sides(*matched, *[None] * 11)
    assert advise(eleven, equipment=NOTHING).action not in ("MATCH_SIDES", "WEAK_SIDE")
    twelve = sides(*matched, *[None] * 12)
    assert advise(twelve, equipment=NOTHING).action == "WEAK_SIDE"
