"""Rows 0 to 2: nothing logged yet, red flags, pain."""

from decimal import Decimal

from ..answer import Facts, Suggestion
from ..day import Day, Key
from ..pain import is_cleared, is_painful, is_red, must_stop, pain_came_back, pain_of
from ..prescribe import (
    BODY_WEIGHT,
    FALLBACK_REPS,
    FALLBACK_SETS,
    NOTHING,
    harder_reserve,
    lower,
    lowered,
    prescribe,
)
from ..situation import Situation
from .answering import answer
from .breaks import load_after_break

PAIN_FACTOR = Decimal("0.80")
START_FACTOR = Decimal("0.90")
PAIN_SETS = 2
FEWEST_REPS = 5


def stop_on_red_flag(s: Situation) -> Suggestion | None:
    """Row 1."""
    for day in reversed(s.everywhere):
        if must_stop(day) and not is_cleared(s, day):
            facts: Facts = {"red": is_red(day), "pain": pain_of(day), "day": day.date}
            return answer(s, 1, "STOP", None, days=(day,), **facts)
    return None


def back_off_from_pain(s: Situation) -> Suggestion | None:
    """Row 2."""
    for earlier, later in reversed(pain_came_back(s)):
        if not is_cleared(s, later):
            facts: Facts = {"day": later.date, "before": earlier.date}
            return answer(s, 2, "STOP_REFER", None, days=(earlier, later), **facts)
    newest = s.everywhere[-1] if s.everywhere else None
    if newest is None or not is_painful(newest) or is_cleared(s, newest):
        return None
    return regress(s, newest)


def regress(s: Situation, hurt: Day) -> Suggestion:
    """Take a fifth off, on the plain key; at body weight halve the reps."""
    sets, rir = min(PAIN_SETS, s.lifter.sets), harder_reserve(s)
    key, load = regression_base(s)
    if key == BODY_WEIGHT:
        last = s.newest.reps if s.trained else (FALLBACK_REPS,)
        reps = [max(FEWEST_REPS, each // 2) for each in last]
        dose = prescribe(s, key, NOTHING, reps, sets=sets, rir=rir, exact=True)
    else:
        found = lower(s, key, load, PAIN_FACTOR, always=True)
        rested = load_after_break(s)
        if rested is not None and rested.load < found.load:
            found = rested
        dose = lowered(s, found, sets=sets, rir=rir)
    return answer(s, 2, "REGRESS_PAIN", dose, days=(hurt,), pain=pain_of(hurt), day=hurt.date)


def regression_base(s: Situation) -> tuple[Key, Decimal]:
    """Take the newest load on the plain key, or the last plain load if that is lower."""
    if not s.trained or s.newest.load == NOTHING:
        return BODY_WEIGHT, NOTHING
    plain = s.last_plain
    if plain is not None and plain.key is not None and plain.load < s.newest.load:
        return (plain.key, plain.load) if plain.load else (BODY_WEIGHT, NOTHING)
    return (s.key if s.key.plain else s.key.without_methods()), s.newest.load


def begin(s: Situation) -> Suggestion | None:
    """Row 0; a new place begins here too."""
    if s.trained:
        return None
    start = s.lifter.start
    if start is None or not start.load:
        dose = prescribe(s, BODY_WEIGHT, NOTHING, FALLBACK_REPS, sets=FALLBACK_SETS)
        return answer(s, 0, "START", dose, new_place=bool(s.trained_everywhere))
    key = BODY_WEIGHT._replace(implement=start.implement)
    found = lower(s, key, start.load, START_FACTOR)
    dose = lowered(s, found, sets=s.lifter.sets, rir=harder_reserve(s), exact=False)
    return answer(s, 0, "START", dose, start=start.load)
