"""The sentences a lifter reads: the fact seen, the rule, and what it rests on."""

from collections.abc import Callable
from dataclasses import replace

from ..answer import Suggestion
from ..situation import Situation
from . import holding, moving
from .sources import rests_on
from .wording import change_words


def explained(s: Situation, found: Suggestion) -> Suggestion:
    """Fill in reason, sources and chip, and drop the facts they were made from."""
    others = tuple(replace(other, reason=OTHER_WAYS[other.action]) for other in found.alternatives)
    return replace(
        found,
        reason=SENTENCES[found.action](s, found),
        rests_on=rests_on(found),
        change=change_words(s, found.next),
        alternatives=others,
        facts={},
    )


SENTENCES: dict[str, Callable[[Situation, Suggestion], str]] = {
    "START": holding.start,
    "STOP": holding.stop,
    "STOP_REFER": holding.stop_refer,
    "REGRESS_PAIN": holding.regress_pain,
    "REPEAT": holding.repeat,
    "RETURN": holding.return_,
    "HOLD_FORM": holding.hold_form,
    "REGRESS_FORM": holding.regress_form,
    "TRIAL_PASSED": holding.trial_passed,
    "TRIAL_FAILED": holding.trial_failed,
    "DELOAD": holding.deload,
    "RESUME": holding.resume,
    "LOAD_DOWN": holding.load_down,
    "RESET_10": holding.reset_10,
    "MATCH_SIDES": holding.match_sides,
    "WEAK_SIDE": holding.weak_side,
    "HOLD_CUE": holding.hold_cue,
    "RETURN_STEP": holding.return_step,
    "HOLD_MASTERY": holding.hold_mastery,
    "TEST_BASE": moving.test_base,
    "TO_DUMBBELL": moving.to_dumbbell,
    "TO_BARBELL": moving.to_barbell,
    "TRIAL_DUMBBELL": moving.trial,
    "TRIAL_BAR": moving.trial,
    "TRIAL_LOAD": moving.trial,
    "TRIAL_UNILATERAL": moving.trial_unilateral,
    "LOAD_UP": moving.load_up,
    "EXTEND_REPS": moving.extend_reps,
    "BIG_STEP": moving.big_step,
    "NEXT_BAND": moving.next_band,
    "ADD_PAUSE": moving.add_pause,
    "ADD_BAND": moving.add_band,
    "GO_UNILATERAL": moving.go_unilateral,
    "ADD_SLOW": moving.add_slow,
    "ADD_SET": moving.add_set,
    "MAINTAIN": moving.maintain,
    "HOLD": moving.hold,
    "CONFIRM": moving.confirm,
    "HOLD_TOP": moving.hold_top,
    "EASIER": holding.easier,
    "REPS_UP": moving.reps_up,
}

# The reason beside an alternative.
OTHER_WAYS = {
    "REPS_UP": "More reps with the same load work about as well as more load.",
    "ADD_PAUSE": "A squeeze at lockout makes the lift harder without more weight.",
    "ADD_BAND": "A band makes the top of the lift harder.",
    "GO_UNILATERAL": "One leg at a time makes body weight harder.",
}
