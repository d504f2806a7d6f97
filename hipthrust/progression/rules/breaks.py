"""Rows 3, 4 and 12: coming back after time off."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from ..answer import Suggestion
from ..day import Day, Key
from ..pain import back_after_clearing, first_pain, pain_of
from ..prescribe import (
    Lowered,
    half_the_sets,
    harder_reserve,
    lo_of,
    lower,
    lowered,
    one_set_fewer,
    prescribe,
)
from ..situation import (
    BREAK,
    LONG_BREAK,
    LONGER_BREAK,
    LONGEST_BREAK,
    RECENT,
    SHORT_PAUSE,
    Situation,
)
from ..steps import Step, ladder_of
from .answering import answer
from .form import regression_for_form
from .misses import reduction_for_misses

# Strength holds for about three weeks (McMaster 2013); the factors beyond are convention.
FACTORS = {
    BREAK: Decimal("0.90"),
    LONG_BREAK: Decimal("0.80"),
    LONGER_BREAK: Decimal("0.70"),
    LONGEST_BREAK: Decimal("0.50"),
}
# Breaks with fewer sessions between them count once.
SESSIONS_BETWEEN_BREAKS = 3
PAIN_THAT_STOPS_STEPS = 3
RESERVE_FOR_STEP = 2


def own_load(day: Day) -> bool:
    return not day.is_deload and not day.is_trial


def newest_own(s: Situation, before: int | None = None) -> Day:
    """Give the newest session here that was no deload and no trial, else the newest."""
    days = s.trained[:before]
    return next((day for day in reversed(days) if own_load(day)), s.newest)


@dataclass(frozen=True)
class Break:
    """Time off that counts: its band, and the session before the first of its breaks."""

    band: int
    base: Day
    merged: bool = False


def break_today(s: Situation) -> Break | None:
    """Read the time off until today, with the breaks just before it counted in."""
    cleared = back_after_clearing(s)
    band, first = merged_breaks(s, len(s.trained), s.band_today)
    if cleared is not None:
        start = first_pain(s, cleared).date
        before = min(first, sum(day.date < start for day in s.trained))
        base = newest_own(s, before) if before else newest_own(s)
        return Break(max(band, LONG_BREAK), base)
    if s.band_today < BREAK:
        return None
    return Break(band, newest_own(s, first), first < len(s.trained))


def merged_breaks(s: Situation, first: int, band: int) -> tuple[int, int]:
    """Join a break before the `first`-th session with those less than three sessions before it.

    Gives the longest band and the index of the session after the earliest of them.
    """
    i = first - 1
    while i > 0 and first - i < SESSIONS_BETWEEN_BREAKS:
        earlier = break_before(s, i)
        if earlier >= BREAK:
            band, first = max(band, earlier), i
        i -= 1
    return band, first


def break_before(s: Situation, i: int) -> int:
    """Rank the time off before the i-th trained day, warm-up days counting as sessions."""
    earlier, later = s.trained[i - 1].date, s.trained[i].date
    dates = [day.date for day in s.here if earlier <= day.date <= later]
    return max(s.band_of(a, b) for a, b in pairwise(dates))


def plain_load_of(s: Situation, base: Day) -> tuple[Key, Decimal]:
    """Give the plain key with the lower of its last load and this one's.

    Implements share no load, so where the plain key has another one its own load stands.
    """
    assert base.key is not None
    if base.key.plain:
        return base.key, base.load
    plain = s.plain_of(base.key, [day for day in s.trained if day.date <= base.date])
    if plain is None or plain.key is None:
        return base.key.without_methods(), base.load
    if plain.key.implement != base.key.implement:
        return plain.key, plain.load
    return plain.key, min(plain.load, base.load)


def load_after(s: Situation, off: Break) -> Lowered:
    assert off.base.key is not None
    key, load = (
        plain_load_of(s, off.base) if off.band >= LONG_BREAK else (off.base.key, off.base.load)
    )
    found = lower(s, key, load, FACTORS[off.band], always=off.band >= LONGER_BREAK)
    # Two breaks counted as one never ask for more than was lifted between them.
    if off.merged and found.key == s.key and found.load > s.newest.load:
        return Lowered(s.key, s.newest.load)
    return found


def load_after_break(s: Situation) -> Lowered | None:
    """Give row 4's load, where there is a break."""
    off = break_today(s) if s.trained else None
    return load_after(s, off) if off else None


def lower_by_form_or_misses(s: Situation, load: Decimal) -> Lowered | None:
    """Give row 6's or 9's key and load where that is lower."""
    others = [found for found in (regression_for_form(s), reduction_for_misses(s)) if found]
    lowest = min(others, key=lambda found: found.load, default=None)
    return lowest if lowest is not None and lowest.load < load else None


def away(s: Situation) -> dict[str, Any]:
    """Give how long ago the last session here was, and whether another place saw one since."""
    since = s.here[-1].date
    return {"days_off": s.days_off, "elsewhere": s.trained_elsewhere(since, s.today)}


def repeat_after_short_pause(s: Situation) -> Suggestion | None:
    """Row 3."""
    if s.band_today != SHORT_PAUSE or back_after_clearing(s):
        return None
    base = newest_own(s)
    assert base.key is not None
    facts = away(s)
    found = lower_by_form_or_misses(s, base.load)
    if found:
        dose = lowered(s, found, rir=harder_reserve(s))
        return answer(s, 3, "REPEAT", dose, days=(base,), lowered=True, **facts)
    reps = [one_rep_fewer(base, reps) for reps in base.reps]
    dose = prescribe(s, base.key, base.load, reps, rir=harder_reserve(s), exact=True)
    return answer(s, 3, "REPEAT", dose, days=(base,), **facts)


def one_rep_fewer(base: Day, reps: int) -> int:
    """Take a rep off, not under lo; on two-leg body weight, which has no miss, never add one."""
    assert base.key is not None
    fewer = max(base.lo, reps - 1)
    return min(reps, fewer) if base.key.two_leg_body_weight else fewer


def return_after_break(s: Situation) -> Suggestion | None:
    """Row 4."""
    off = break_today(s)
    if off is None:
        return None
    found = load_after(s, off)
    other = lower_by_form_or_misses(s, found.load)
    sets = sets_after(s, off.band)
    dose = lowered(s, other or found, sets=sets, least=min(2, s.lifter.sets), rir=harder_reserve(s))
    facts = away(s)
    cleared = back_after_clearing(s)
    if cleared:
        facts["pain"] = pain_of(cleared)
    check = off.band >= LONGER_BREAK
    return answer(s, 4, "RETURN", dose, days=(off.base,), form_check=check, **facts)


def sets_after(s: Situation, band: int) -> int:
    """Give fewer sets, at least 2 unless the lifter trains fewer."""
    wanted = {BREAK: one_set_fewer(s), LONGEST_BREAK: 2}.get(band, half_the_sets(s))
    return min(s.lifter.sets, max(2, wanted))


def step_back_up(s: Situation) -> Suggestion | None:
    """Row 12."""
    base = load_before_break(s)
    if base is None or not clean_enough(s, s.newest):
        return None
    step = step_towards(s, base.load)
    if step is None:
        return None
    lo = lo_of(s, step.key)
    dose = prescribe(s, step.key, step.load, lo, sets=s.lifter.sets)
    return answer(s, 12, "RETURN_STEP", dose, days=(base, s.newest), old=base.load)


def load_before_break(s: Situation) -> Day | None:
    """Find a recent break that this lifter is still coming back from, and the day before it."""
    for i in range(len(s.trained) - 1, max(0, len(s.trained) - RECENT) - 1, -1):
        if i == 0 or break_before(s, i) < BREAK:
            continue
        _, first = merged_breaks(s, i, BREAK)
        before = [d for d in s.trained[:first] if d.key == s.key and own_load(d)]
        if before and s.newest.load < before[-1].load and only_upwards(s, i):
            return before[-1]
    return None


LOWERINGS = ("LOAD_DOWN", "RESET_10", "REGRESS_PAIN", "REGRESS_FORM", "HOLD_FORM", "ADD_SET")


def only_upwards(s: Situation, i: int) -> bool:
    """Say whether nothing since the break has held back or changed the lift."""
    days = s.trained[i:]
    if any(day.miss or day.is_deload or day.blocking for day in days):
        return False
    if any(day.key != s.key or day.followed in LOWERINGS for day in days) or s.key.methods:
        return False
    return all(a.load <= b.load for a, b in pairwise(days))


def clean_enough(s: Situation, day: Day) -> bool:
    if day.blocking or pain_of(day) >= PAIN_THAT_STOPS_STEPS or min(day.reps) < day.lo:
        return False
    if day.known_rirs:
        return min(day.known_rirs) >= RESERVE_FOR_STEP
    return day.reps[-1] >= day.lo + 2


def step_towards(s: Situation, old: Decimal) -> Step | None:
    ladder = ladder_of(s, s.newest)
    steps = [step for step in ladder.greens if step.load <= old]
    if steps:
        return steps[-1]
    return ladder.next if ladder.next and ladder.next.load <= old else None
