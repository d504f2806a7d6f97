"""Sentences for what moves a lifter on: reps, load, methods."""

from ..answer import Facts, Suggestion
from ..situation import Situation
from .wording import (
    amount,
    band_words,
    capital,
    count_words,
    dose_of,
    hits_seen,
    last_lift,
    lift,
    per_cent,
)


def test_base(s: Situation, found: Suggestion) -> str:
    facts, dose = found.facts, dose_of(found)
    seen = hits_seen(s) if facts["by_hits"] else f"This is {facts['length']} sessions of one method"
    return (
        f"{seen}: see what it has brought, {lift(s, dose)} plain, the last set to one in reserve."
    )


def to_dumbbell(s: Situation, found: Suggestion) -> str:
    return f"{hits_seen(s)} at body weight, so a first load is due: {lift(s, dose_of(found))}."


BARS = {
    "barbell": ("the empty bar weighs", "the bar"),
    "smith": ("the empty Smith bar weighs", "the Smith machine"),
    "machine": ("the machine starts at", "the machine"),
}


def to_barbell(s: Situation, found: Suggestion) -> str:
    heavier = s.newest.load > found.facts["bar"]
    starts, bar = BARS[dose_of(found).implement]
    weighs = f"more than {starts}" if heavier else f"about what {starts}"
    return (
        f"{hits_seen(s)} with {last_lift(s)}, {weighs}: move to {lift(s, dose_of(found))} on "
        f"{bar}, where small steps are. Only the set-up changes."
    )


def trial(s: Situation, found: Suggestion) -> str:
    # A lifter who logs no reserve passes by two reps over, and has to know it.
    unlogged = "" if s.newest.known_rirs else " Note your reserve, or do two more in the last set."
    return (
        f"{hits_seen(s)}. The next load is a long step, so try it: two short sets with "
        f"{lift(s, dose_of(found))}, three reps in reserve.{unlogged}"
    )


def trial_unilateral(s: Situation, found: Suggestion) -> str:
    return (
        "One leg is the next way to make the same weight harder. Try two sets of five a side; the "
        "other foot may help."
    )


def load_up(s: Situation, found: Suggestion) -> str:
    step = dose_of(found).load - s.newest.load
    size = step_words(s, found)
    return (
        f"{hits_seen(s)}, so the {size} step (+{amount(s, step)}, {per_cent(found.facts['e'])}) "
        "is due."
    )


def step_words(s: Situation, found: Suggestion) -> str:
    """Name the step; one under 2 % is passed over, so the smallest is the smallest useful one."""
    if not found.facts["green"]:
        return "next"
    if s.newest.strong:
        return "largest safe"
    return "smallest" if found.facts["smallest"] else "smallest useful"


def extend_reps(s: Situation, found: Suggestion) -> str:
    facts = found.facts
    if "e" in facts:
        return (
            f"Your next load, {amount(s, facts['to'])}, is {per_cent(facts['e'])} heavier; reach "
            f"{facts['top']} clean reps first."
        )
    return f"No heavier load is within reach here, so the reps go on, up to {facts['top']}."


def big_step(s: Situation, found: Suggestion) -> str:
    return (
        f"Your reps with what was in reserve come to {found.facts['shown']}, enough for the long "
        f"step to {lift(s, dose_of(found))} ({per_cent(found.facts['e'])}): one set fewer at first."
    )


def why_method(s: Situation, facts: Facts) -> str:
    if "plateau" in facts:
        return (
            f"{capital(count_words(facts['sessions']))} sessions at {last_lift(s)} without progress"
        )
    if facts.get("no_load"):
        return f"No heavier {'dumbbell' if s.key.implement == 'dumbbell' else 'load'} here"
    return "The next load is too far away"


def next_band(s: Situation, found: Suggestion) -> str:
    return f"{hits_seen(s)}: the {band_words(dose_of(found))} makes the same lift harder."


def add_pause(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    return (
        f"{why_method(s, found.facts)}: a {dose.tempo.top} s squeeze at lockout makes "
        f"{lift(s, dose)} harder."
    )


def add_band(s: Situation, found: Suggestion) -> str:
    return f"{why_method(s, found.facts)}: the {band_words(dose_of(found))} makes the top harder."


def go_unilateral(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    return f"{why_method(s, found.facts)}: one leg at a time makes {lift(s, dose)} harder."


def add_slow(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    return (
        f"{why_method(s, found.facts)}: {dose.tempo.down} s on the way down makes "
        f"{lift(s, dose)} harder."
    )


def add_set(s: Situation, found: Suggestion) -> str:
    return f"{why_method(s, found.facts)}, and your week has room: one more set."


def maintain(s: Situation, found: Suggestion) -> str:
    return (
        "You have used every way to make this harder with what is here. Keep it up; more weight is "
        "the next step."
    )


def hold(s: Situation, found: Suggestion) -> str:
    failed = "at_failure" in found.facts
    seen = "A set ended with nothing in reserve" if failed else "There was no rep to add"
    return f"{seen}: {lift(s, dose_of(found))} and the same reps once more."


def confirm(s: Situation, found: Suggestion) -> str:
    return f"Every set reached {s.newest.hi} reps: once more like this, then it gets harder."


def hold_top(s: Situation, found: Suggestion) -> str:
    day = s.newest
    if any(record.pause_cut_short for record in day.counted):
        missing = "hold the pause in full in every set"
    elif day.followed == "RETURN":
        missing = "do it again: the first session back does not count yet"
    elif day.known_rirs:
        missing = f"keep {day.x} in reserve in every set"
    else:
        missing = f"note your reps in reserve, or reach {day.hi + 2} in a set"
    return f"Every set reached {day.hi} reps. For the next step {missing}."


def reps_up(s: Situation, found: Suggestion) -> str:
    reps = ", ".join(str(reps) for reps in s.newest.reps)
    return f"You did {reps} with {last_lift(s)}: there is room for more reps before more load."
