"""Sets, prescriptions and methods in words."""

from collections.abc import Sequence

from django import template

from hipthrust.models import FLAWS, Session, Set
from hipthrust.progression.records import Prescription
from hipthrust.units import from_kg
from hipthrust.wording import (
    Method,
    describe_load,
    describe_prescription,
    describe_sets,
    method_tags,
    spell_method,
)

register = template.Library()


@register.filter
def prescription_line(prescription: Prescription, unit: str) -> str:
    """Say what to do in one line: 62.5 kg · 3 × 8–12."""
    return describe_prescription(prescription, unit)


@register.filter
def method_line(done: Set | Prescription) -> str:
    """Say the whole method: Barbell · both legs · 2 s squeeze."""
    return spell_method(Method.of(done))


@register.filter
def tags_of(done: Set | Prescription) -> list[str]:
    """List what makes a set or a prescription harder than the plain lift."""
    return method_tags(Method.of(done))


@register.filter
def set_line(row: Set, unit: str) -> str:
    """Say load and reps of one set: 62.5 kg × 12."""
    load = describe_load(from_kg(row.load_kg, unit), unit, row.implement)
    return f"{load} × {row.reps}"


@register.filter
def set_facts(row: Set) -> list[str]:
    """List what else is known of a set: method, reserve, form."""
    facts = ["Warm-up"] if row.kind == Set.Kind.WARMUP else []
    facts += method_tags(Method.of(row))
    if row.rir is not None:
        facts.append(f"{row.rir}{'+' if row.rir == 5 else ''} in reserve")
    return facts + form_words(row)


def form_words(row: Set) -> list[str]:
    """Say the answer about form: the flaws by their chips, "Clean", or that there is none."""
    if row.flaws is None:
        return ["Form not answered"] if row.form_is_asked else []
    said = [FLAWS[flaw] for flaw in row.flaws]
    return said + ["Pause cut short"] * row.pause_cut_short or ["Clean"]


@register.filter
def sets_line(sets: Sequence[Set], unit: str) -> str:
    """Say a session's working sets: 62.5 kg · 3 × 12, 12, 11."""
    return describe_sets([row for row in sets if row.kind == Set.Kind.WORKING], unit)


@register.filter
def flaws_of(sets: Sequence[Set]) -> list[str]:
    """List the flaws of these sets, each once, in the order of the chips."""
    seen = {flaw for row in sets for flaw in row.flaws or ()}
    return [flaw for flaw in FLAWS if flaw in seen]


@register.filter
def flaw_name(flaw: str) -> str:
    """Say a flaw as its chip does."""
    return FLAWS[flaw]


@register.filter
def set_count(session: Session) -> str:
    """Say which set comes next, out of how many: Set 2 of 3."""
    number, planned = session.sets_done + 1, session.sets_planned
    return f"Set {number} of {planned}" if planned and number <= planned else f"Set {number}"


@register.filter
def done_line(newest_first: Sequence[Set], unit: str) -> str:
    """Say a session's working sets, given as the page lists them."""
    return sets_line(newest_first[::-1], unit)


# What each action of the engine does, in a few words.
RULES = {
    "START": "A first session",
    "STOP": "Stop and have it looked at",
    "STOP_REFER": "Stop and have it looked at",
    "REGRESS_PAIN": "Easier, because something hurt",
    "REPEAT": "Once more, a little easier",
    "RETURN": "Back after a break",
    "HOLD_FORM": "Same load until the form holds",
    "REGRESS_FORM": "Easier, for the form",
    "TRIAL_PASSED": "The trial worked",
    "TRIAL_FAILED": "Back from the trial",
    "DELOAD": "An easy week",
    "RESUME": "Back from the easy week",
    "LOAD_DOWN": "One step down",
    "RESET_10": "A tenth down, and up again",
    "MATCH_SIDES": "Both sides alike",
    "WEAK_SIDE": "One more set for the weaker side",
    "HOLD_CUE": "Once more, with the cue",
    "RETURN_STEP": "A step back up",
    "HOLD_MASTERY": "Form first",
    "TEST_BASE": "The plain rep again",
    "TO_DUMBBELL": "On to a dumbbell",
    "TO_BARBELL": "On to the bar",
    "TRIAL_DUMBBELL": "Try a dumbbell",
    "TRIAL_BAR": "Try the bar",
    "TRIAL_LOAD": "Try the next load",
    "TRIAL_UNILATERAL": "Try one leg",
    "LOAD_UP": "More load",
    "EXTEND_REPS": "More reps before the next load",
    "BIG_STEP": "A big step",
    "NEXT_BAND": "The next band",
    "ADD_PAUSE": "Add a squeeze",
    "ADD_BAND": "Add a band",
    "GO_UNILATERAL": "One leg at a time",
    "ADD_SLOW": "Lower slowly",
    "ADD_SET": "One more set",
    "MAINTAIN": "Keep what you have",
    "HOLD": "The same again",
    "CONFIRM": "Show it once more",
    "HOLD_TOP": "The same, with a rep to spare",
    "EASIER": "An easier way",
    "REPS_UP": "More reps",
}


@register.filter
def rule_name(action: str) -> str:
    """Say what an action does."""
    return RULES[action]


@register.filter
def gate_line(gate: tuple[int, int]) -> str:
    """Say how far the form gate is open: 2 of 2 clean sessions."""
    clean, needed = gate
    return f"{clean} of {needed} clean sessions"
