"""Golden diaries: a lifter who follows every suggestion, read from beginning to end.

Write them anew with `python -m tests.progression.test_replays` and read what has changed.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from hipthrust.progression.suggest import replay

from .following import Follower
from .made import BANDS, BOTH, GYM_WITH_BANDS, HEAVY_KETTLEBELLS, NOTHING, lifter

FOLDER = Path(__file__).parent / "replays"


def from_body_weight_to_the_bar():
    return Follower(lifter(equipment=BOTH), Decimal(30), Decimal("1.015")).train(60)


def a_gym_with_flaw_break_and_plateau():
    strong = Follower(lifter(equipment=GYM_WITH_BANDS), Decimal(100), Decimal("1.004"))
    strong.train(20).flawed("lumbar_hyperextension").train(6).rest(30)
    return strong.train(24)


def a_home_with_bands():
    return Follower(lifter(equipment=BANDS), Decimal(28), Decimal("1.008")).train(60)


def a_home_with_nothing():
    return Follower(lifter(equipment=NOTHING), Decimal(24), Decimal("1.01")).train(60)


def two_heavy_kettlebells():
    return Follower(lifter(equipment=HEAVY_KETTLEBELLS), Decimal(32), Decimal("1.01")).train(60)


STORIES = (
    from_body_weight_to_the_bar,
    a_gym_with_flaw_break_and_plateau,
    a_home_with_bands,
    a_home_with_nothing,
    two_heavy_kettlebells,
)


def file_of(story):
    return FOLDER / f"{story.__name__}.txt"


def text_of(story):
    return "\n".join(story().diary) + "\n"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_diary(story):
    assert text_of(story) == file_of(story).read_text("utf-8")


def test_replay_gives_what_was_suggested_before_each_session():
    follower = a_gym_with_flaw_break_and_plateau()
    replayed = replay(follower.history, follower.lifter)
    assert [day for day, _ in replayed] == [session.date for session in follower.history]
    assert [answer.action for _, answer in replayed] == [s.followed for s in follower.history]


if __name__ == "__main__":
    for each in STORIES:
        file_of(each).write_text(text_of(each), "utf-8")
