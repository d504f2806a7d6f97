"""Row 9: sets that ended under the range."""

from decimal import Decimal

from ..answer import Facts, Prescription, Suggestion
from ..loads import next_below, round_down
from ..prescribe import (
    BODY_WEIGHT,
    NOTHING,
    Lowered,
    lighter,
    lo_of,
    lower,
    lowered,
    one_set_fewer,
    prescribe,
    same,
)
from ..situation import Situation
from .answering import answer

DOWN_FACTOR = Decimal("0.95")
RESET_FACTOR = Decimal("0.90")
SECOND, THIRD = 2, 3
RESTART_SETS, RESTART_REPS = 3, 12


def answer_misses(s: Situation) -> Suggestion | None:
    """Row 9."""
    if not s.misses:
        return None
    days = s.trained[-s.misses :]
    if s.misses < SECOND:
        dose = same(s, exact=True, least=s.newest.lo)
        return answer(s, 9, "REPEAT", dose, days=days, misses=1, lo=s.newest.lo)
    if s.misses < THIRD:
        return answer(s, 9, "LOAD_DOWN", down(s), days=days, misses=2, lo=s.newest.lo)
    dose, off = reset(s)
    facts: Facts = {"misses": s.misses, "lo": s.newest.lo, "off": off}
    return answer(s, 9, "RESET_10", dose, days=days, **facts)


def down(s: Situation) -> Prescription:
    """Take a twentieth off: at least one step down where there is one."""
    key, load = s.key, s.newest.load
    found = lower(s, key, load, DOWN_FACTOR)
    below = next_below(s.loads(key.implement), load)
    if found.stayed and below is not None:
        found = Lowered(key, below)
    elif key.implement == "bodyweight":
        found = found._replace(stayed=True)
    return lowered(s, found)


def reset(s: Situation) -> tuple[Prescription, str]:
    """Take a tenth off; where nothing is lighter, take off the method, else all load."""
    key, target = s.key, s.newest.load * RESET_FACTOR
    if key.implement != "bodyweight" and round_down(s.loads(key.implement), target) is not None:
        return lowered(s, lighter(s, key, target)), "load"
    if key.methods:
        return without_method(s), "single" if key.single else "method"
    found = lighter(s, key, target)
    if found.key.implement == "dumbbell":
        return lowered(s, found), "load"
    return restart(s), "all"


def without_method(s: Situation) -> Prescription:
    plain = s.last_plain
    if plain is None or plain.key is None:
        key = s.key.without_methods()
        if key.implement == "bodyweight":
            return restart(s)
        return prescribe(s, key, s.newest.load, lo_of(s, key), sets=s.lifter.sets, exact=True)
    return prescribe(s, plain.key, plain.load, lo_of(s, plain.key), exact=True)


def restart(s: Situation) -> Prescription:
    return prescribe(s, BODY_WEIGHT, NOTHING, RESTART_REPS, sets=RESTART_SETS, exact=True)


def reset_on_plateau(s: Situation) -> tuple[Prescription, str]:
    """Take a tenth off for row 20; what cannot be lowered loses a set, and begins anew."""
    found = lighter(s, s.key, s.newest.load * RESET_FACTOR)
    if found.load < s.newest.load and not found.fell_back:
        sets = s.lifter.sets
        return prescribe(s, found.key, found.load, lo_of(s, found.key), sets=sets), "load"
    sets = one_set_fewer(s)
    return prescribe(s, s.key, s.newest.load, lo_of(s, s.key), sets=sets), "sets"


def reduction_for_misses(s: Situation) -> Lowered | None:
    """Give row 9's key and load, for rows 3 and 4."""
    suggestion = answer_misses(s)
    if suggestion is None or suggestion.next is None:
        return None
    dose = suggestion.next
    key = s.key._replace(
        implement=dose.implement,
        single=dose.side == "each",
        tempo=dose.tempo,
        bands=dose.bands,
    )
    return Lowered(key, dose.load)
