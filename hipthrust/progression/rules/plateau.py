"""Row 20: nothing has moved for a while."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ..answer import Suggestion
from ..day import Day
from ..mastery import held_by_gate
from ..methods import next_method
from ..prescribe import half_the_sets, lower, lowered
from ..situation import LONG_GAP, Situation, days_between
from ..strength import estimated_strength
from .answering import answer, from_method
from .misses import reset_on_plateau
from .trials import DELOAD_RESERVE

# A 1RM varies by 4.2 % from day to day (Grgic 2020), so four sessions make a plateau, not one.
PLATEAU_SESSIONS = 4
NEWEST = 3
PROGRESS = Decimal("1.01")
# Deloads come every 5.6 weeks on average (Rogerson 2024); never nearer than four.
DELOAD_EVERY_DAYS = 28
DELOAD_FACTOR = Decimal("0.90")
TIRED_BY_REPS = 1


def break_plateau(s: Situation) -> Suggestion | None:
    """Row 20."""
    if not is_plateau(s):
        return None
    if is_tired(s) and deload_is_due(s):
        found = lower(s, s.key, s.newest.load, DELOAD_FACTOR)
        dose = lowered(s, found, sets=half_the_sets(s), rir=DELOAD_RESERVE)
        return answer(s, 20, "DELOAD", dose, days=s.run, sessions=len(s.run))
    method = next_method(s)
    if method:
        return from_method(s, 20, method, sessions=len(s.run), plateau=True)
    dose, off = reset_on_plateau(s)
    return answer(s, 20, "RESET_10", dose, days=s.run, sessions=len(s.run), off=off, plateau=True)


def is_plateau(s: Situation) -> bool:
    run = s.run
    if len(run) < PLATEAU_SESSIONS or s.newest.hit:
        return False
    if any(day.miss or held_by_gate(s, i) for i, day in enumerate(run)):
        return False
    return not has_progressed(s, run[:-NEWEST], run[-NEWEST:])


def has_progressed(s: Situation, before: Sequence[Day], newest: Sequence[Day]) -> bool:
    """Compare estimated strength, or total reps where a band or too many reps forbid one.

    One set over 20 reps has no estimate, and the best of the others would hide that it rose.
    """
    old, new = (best_strength(s, days) for days in (before, newest))
    if old is not None and new is not None:
        return new >= PROGRESS * old
    return most_reps(newest) > most_reps(before)


def best_strength(s: Situation, days: Sequence[Day]) -> Decimal | None:
    """Give the best estimated strength of these days, None where a set has none."""
    weights = [(record, s.body_weight_on(day)) for day in days for record in day.counted]
    known = [estimated_strength(record, weight) for record, weight in weights]
    return None if None in known else max(e for e in known if e is not None)


def most_reps(days: Sequence[Day]) -> int:
    return max(sum(day.reps) for day in days)


def mean_effort(day: Day) -> Decimal:
    """Give the mean of reps plus reserve a set; missing reserve counts as 0."""
    return Decimal(sum(day.reps) + sum(day.known_rirs)) / len(day.reps)


def is_tired(s: Situation) -> bool:
    best = max(mean_effort(day) for day in s.run)
    return best - mean_effort(s.newest) >= TIRED_BY_REPS


def deload_is_due(s: Situation) -> bool:
    """Say whether four weeks have passed since the last deload, break and first session."""
    days = s.everywhere
    restarts = [day.date for day in days if day.is_deload]
    restarts += [
        later.date
        for earlier, later in pairwise(days)
        if days_between(earlier.date, later.date) > LONG_GAP
    ]
    restarts.append(s.lifter.first_session or days[0].date)
    return all(days_between(day, s.today) >= DELOAD_EVERY_DAYS for day in restarts)
