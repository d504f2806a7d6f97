"""The table: a rule a row, in order; the first that recognises the situation answers."""

from collections.abc import Callable

from ..answer import Suggestion
from ..situation import Situation
from .blocks import end_block
from .breaks import repeat_after_short_pause, return_after_break, step_back_up
from .effort import add_reps, hold_at_failure, hold_at_top, make_easier
from .form import hold_for_cue, hold_for_form, hold_for_mastery, regress_for_form
from .load import carry_step, go_beyond, leave_body_weight, move_to_bar, raise_load
from .misses import answer_misses
from .plateau import break_plateau
from .safety import back_off_from_pain, begin, stop_on_red_flag
from .sides import level_the_sides
from .trials import answer_deload, judge_trial

Rule = Callable[[Situation], Suggestion | None]

RULES: tuple[Rule, ...] = (
    stop_on_red_flag,
    back_off_from_pain,
    begin,
    repeat_after_short_pause,
    return_after_break,
    hold_for_form,
    regress_for_form,
    judge_trial,
    answer_deload,
    answer_misses,
    level_the_sides,
    hold_for_cue,
    step_back_up,
    hold_for_mastery,
    end_block,
    leave_body_weight,
    move_to_bar,
    raise_load,
    carry_step,
    go_beyond,
    break_plateau,
    hold_at_failure,
    hold_at_top,
    make_easier,
    add_reps,
)
