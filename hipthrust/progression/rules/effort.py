"""Rows 21 to 24: the reps still have room."""

from ..answer import Suggestion
from ..prescribe import BODY_WEIGHT, NOTHING, fit, prescribe, same
from ..situation import Situation
from .answering import answer

EASIER_BELOW = 5
EASIER_SETS, EASIER_REPS = 2, 5


def hold_at_failure(s: Situation) -> Suggestion | None:
    """Row 21."""
    if 0 not in s.newest.known_rirs:
        return None
    return answer(s, 21, "HOLD", same(s), at_failure=True)


def hold_at_top(s: Situation) -> Suggestion | None:
    """Row 22."""
    if not s.newest.at_top:
        return None
    if s.newest.hit:
        return answer(s, 22, "CONFIRM", same(s), stale=s.stale)
    # Without a reserve logged the way on is two reps more in a set, so that is how far to go.
    shown = s.newest.rirs[-1] is not None
    goal = None if shown else s.newest.hi + 2
    return answer(s, 22, "HOLD_TOP", same(s, least=s.newest.hi, goal=goal))


def make_easier(s: Situation) -> Suggestion | None:
    """Row 23."""
    if not s.key.two_leg_body_weight or min(s.newest.reps) >= EASIER_BELOW:
        return None
    dose = prescribe(s, BODY_WEIGHT, NOTHING, EASIER_REPS, sets=EASIER_SETS)
    return answer(s, 23, "EASIER", dose)


def add_reps(s: Situation) -> Suggestion:
    """Row 24."""
    newest = s.newest
    rises = [min(record.reps + rise(record.rir), newest.hi) for record in newest.counted]
    reps = fit(rises, s.usual_sets)
    dose = prescribe(s, s.key, newest.load, reps)
    if all(new <= old for new, old in zip(rises, newest.reps, strict=True)):
        return answer(s, 24, "HOLD", same(s))
    return answer(s, 24, "REPS_UP", dose)


def rise(rir: int | None) -> int:
    """Give the reps to add: none with one in reserve, two with four or more."""
    if rir is None:
        return 1
    return 2 if rir >= 4 else 1 if rir >= 2 else 0
