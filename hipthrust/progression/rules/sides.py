"""Row 10: one side weaker than the other."""

from ..answer import Facts, Suggestion
from ..day import Day
from ..prescribe import prescribe
from ..situation import Situation
from .answering import answer

# Limits for asymmetry of 10 and 15 % are convention (Bishop 2021).
NOTED_PER_CENT, LARGE_PER_CENT = 10, 15
FEWEST_APART = 2
MOST_EXTRA_SETS = 4
MOST_MATCHES = 4
WINDOW = 12


def per_cent_apart(day: Day) -> int:
    """Give the difference between the sides in whole per cent of the stronger."""
    left, right = day.sides
    n = min(len(left), len(right))
    totals = sorted(sum(record.reps for record in side[:n]) for side in (left, right))
    if totals[1] - totals[0] < FEWEST_APART:
        return 0
    return 100 * (totals[1] - totals[0]) // totals[1]


def level_the_sides(s: Situation) -> Suggestion | None:
    """Row 10."""
    newest = s.newest
    if not s.key.single or per_cent_apart(newest) < NOTED_PER_CENT or accepted(s):
        return None
    weak = newest.weaker_side
    large = [
        day
        for day in s.trained[-3:]
        if per_cent_apart(day) >= LARGE_PER_CENT and day.weaker_side == weak
    ]
    recent = [day.followed for day in s.trained[-WINDOW + 1 :]]
    extra = len(large) >= 2 and recent.count("WEAK_SIDE") < MOST_EXTRA_SETS
    dose = prescribe(s, s.key, newest.load, newest.reps, exact=True, weak_side=weak)
    action = "WEAK_SIDE" if extra else "MATCH_SIDES"
    facts: Facts = {"apart": per_cent_apart(newest), "weak": weak}
    return answer(s, 10, action, dose, days=large if extra else (newest,), **facts)


def accepted(s: Situation) -> bool:
    """Say whether four matched sessions have left a difference that is accepted for twelve."""
    matches: list[int] = []
    until = 0
    for i, day in enumerate(s.trained):
        if day.followed != "MATCH_SIDES":
            continue
        matches = [j for j in matches if i - j < WINDOW] + [i]
        if len(matches) == MOST_MATCHES:
            until, matches = i + 1 + WINDOW, []
    return len(s.trained) < until
