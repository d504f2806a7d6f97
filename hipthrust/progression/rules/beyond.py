"""Row 19: the hits are there, and no heavier load can be built or reached."""

from ..answer import Suggestion
from ..day import Key
from ..first_sessions import trial_allowed
from ..methods import next_band, next_method, one_leg_again, one_second_more
from ..prescribe import prescribe, same
from ..situation import Situation
from ..steps import BODY_WEIGHT_CAP, Step, ladder_of
from .answering import answer, from_method

TRIAL_SETS, TRIAL_REPS, TRIAL_RESERVE = 2, 5, 3


def beyond_load(s: Situation) -> Suggestion:
    """Row 19; rows 14, 15 and 18 lead here too."""
    method = next_band(s) or next_method(s)
    step = ladder_of(s, s.newest).next
    if method:
        return from_method(s, 19, method, no_load=step is None)
    cap = extension_cap(s)
    if any(reps < cap for reps in s.newest.reps):
        return extend_to(s, cap)
    if step is not None and trial_allowed(s):
        return try_load(s, step.key, step)
    method = one_second_more(s) or one_leg_again(s)
    if method:
        return from_method(s, 19, method, no_load=step is None, again=True)
    return answer(s, 19, "MAINTAIN", same(s), days=s.run)


def extension_cap(s: Situation) -> int:
    return BODY_WEIGHT_CAP if s.key.two_leg_body_weight else ladder_of(s, s.newest).ext_cap


def extend_to(s: Situation, cap: int) -> Suggestion:
    newest = s.newest
    reps = [
        reps if rir == 0 else min(reps + 1, max(cap, reps))
        for reps, rir in zip(newest.reps, newest.rirs, strict=True)
    ]
    dose = prescribe(s, s.key, newest.load, reps, sets=s.lifter.sets, goal=cap)
    return answer(s, 19, "EXTEND_REPS", dose, days=s.run[-2:], top=cap)


def try_load(s: Situation, key: Key, step: Step) -> Suggestion:
    dose = prescribe(s, key, step.load, TRIAL_REPS, sets=TRIAL_SETS, rir=TRIAL_RESERVE, exact=True)
    return answer(s, 19, "TRIAL_LOAD", dose, days=s.run[-2:], e=step.e)
