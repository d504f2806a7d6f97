"""Row 14: the end of a method's block."""

from ..answer import Facts, Suggestion
from ..day import Day
from ..first_sessions import recent_plain, trial_allowed
from ..prescribe import prescribe
from ..situation import Situation
from ..steps import ladder_of, next_load
from .answering import answer
from .beyond import beyond_load

# A block is six sessions, or until its hits. Convention.
BLOCK_SESSIONS = 6
TRIAL_SETS = 2
TRIAL_RESERVE = 3
TEST_RESERVE = 1


def end_block(s: Situation) -> Suggestion | None:
    """Row 14."""
    plain = plain_of_block(s)
    if plain is None or plain.key is None:
        return None
    length = len(s.run) if s.adding_set else s.in_a_row(s.key.methods)
    if not s.hits_reached and length < BLOCK_SESSIONS:
        return None
    if s.hits_reached and next_load(s, plain.key, plain.load) is None:
        return beyond_load(s)
    if s.hits_reached and bar_is_out_of_reach(s):
        return try_bar(s, 14) if trial_allowed(s) else beyond_load(s)
    dose = prescribe(s, plain.key, plain.load, plain.reps, sets=s.lifter.sets, rir=TEST_RESERVE)
    facts: Facts = {"length": length, "by_hits": s.hits_reached}
    return answer(s, 14, "TEST_BASE", dose, days=(plain, *s.run[-2:]), **facts)


def plain_of_block(s: Situation) -> Day | None:
    """Give the plain session a block goes back to; None where no block is on."""
    if s.adding_set:
        return s.newest
    plain = recent_plain(s)
    if s.key.plain or plain is None or plain.key is None:
        return None
    if s.key.single and next_load(s, plain.key, plain.load) is None:
        return None
    return plain


def bar_is_out_of_reach(s: Situation) -> bool:
    """Say whether the pause is on where only a bar comes next, and the reps cannot carry it."""
    return "pause" in s.key.methods and not s.key.single and leads_to_far_bar(s)


def leads_to_far_bar(s: Situation) -> bool:
    ladder = ladder_of(s, s.newest)
    step = ladder.next
    if step is None or s.key.implement not in ("bodyweight", "dumbbell"):
        return False
    if step.key.implement == s.key.implement or step.key.implement == "dumbbell":
        return False
    return s.key.implement == "bodyweight" or ladder.out_of_reach(step)


def try_bar(s: Situation, row: int) -> Suggestion | None:
    """Try the lightest bar: two sets of lo with three in reserve."""
    if s.lightest_bar is None:
        return None
    implement, load = s.lightest_bar
    key = s.key.without_methods()._replace(implement=implement)
    dose = prescribe(
        s, key, load, s.lifter.rep_range[0], sets=TRIAL_SETS, rir=TRIAL_RESERVE, exact=True
    )
    return answer(s, row, "TRIAL_BAR", dose, days=s.run[-2:])
