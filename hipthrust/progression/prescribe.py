"""Prescriptions: from a key, a load and reps to what stands on the page."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from .answer import Prescription
from .day import Day, Key, rep_range
from .loads import round_down
from .situation import Situation
from .steps import extension_goal
from .vocabulary import PLAIN, BandUse

BODY_WEIGHT = Key("bodyweight", False, PLAIN, ())
NOTHING = Decimal(0)
# What is left where no load is light enough.
FALLBACK_SETS, FALLBACK_REPS = 2, 12
MOST_RESERVE = 5


def fit(reps: Sequence[int], sets: int) -> tuple[int, ...]:
    """Spread reps over a number of sets; the last set stands for further ones."""
    return (*reps[:sets], *(reps[-1] for _ in range(sets - len(reps))))


def harder_reserve(s: Situation) -> int:
    """Give the target RIR plus one: a session to come back with."""
    return min(s.lifter.target_rir + 1, MOST_RESERVE)


def one_set_fewer(s: Situation) -> int:
    return max(1, s.lifter.sets - 1)


def half_the_sets(s: Situation) -> int:
    return (s.lifter.sets + 1) // 2


def lo_of(s: Situation, key: Key) -> int:
    """Give the range's lower end for a key.

    After a passed trial it is lower; on two-leg body weight, where under the range is no miss, it
    never asks for more than was just done.
    """
    lo = rep_range(key, s.lifter)[0]
    if not s.trained or key != s.key:
        return lo
    lo = min(lo, s.newest.lo)
    return min(lo, max(s.newest.reps)) if key.two_leg_body_weight else lo


class Lowered(NamedTuple):
    """A lighter key and load. `stayed`: rounding would have cut far too much, so it did not."""

    key: Key
    load: Decimal
    stayed: bool = False
    fell_back: bool = False


def lighter(s: Situation, key: Key, target: Decimal) -> Lowered:
    """Find the heaviest load not over the target: this implement, a dumbbell, body weight."""
    if key.implement == "bodyweight":
        return Lowered(key, NOTHING)
    found = round_down(s.loads(key.implement), target)
    if found is not None:
        return Lowered(key, found)
    # A hips band goes with a bar alone.
    key = key._replace(bands=tuple(use for use in key.bands if use.placement != "hips"))
    dumbbell = None if key.single else round_down(s.loads("dumbbell"), target)
    if dumbbell is not None:
        return Lowered(key._replace(implement="dumbbell"), dumbbell)
    return Lowered(key._replace(implement="bodyweight"), NOTHING, fell_back=True)


def lower(
    s: Situation, key: Key, load: Decimal, factor: Decimal, *, always: bool = False
) -> Lowered:
    """Cut a load by a factor, rounded down to what can be built.

    Where rounding more than doubles the cut the load stays, unless it must `always` be lower.
    """
    target = load * factor
    found = lighter(s, key, target)
    if not always and load - found.load > 2 * (load - target):
        stay = lighter(s, key, load)
        if stay.key == key and stay.load > found.load:
            return stay._replace(stayed=True)
    return found


def bands_here(s: Situation, key: Key) -> tuple[BandUse, ...]:
    if s.lifter.equipment is None:
        return key.bands
    return tuple(use for use in key.bands if use.name in s.owned.bands)


def prescribe(
    s: Situation,
    key: Key,
    load: Decimal,
    reps: int | Sequence[int],
    *,
    sets: int | None = None,
    rir: int | None = None,
    goal: int | None = None,
    exact: bool = False,
    weak_side: str | None = None,
) -> Prescription:
    """Build a prescription; a load that cannot be built is rounded down to one that can.

    A band that this place is known not to have comes off.
    `goal` is how far the lifter may go on; `exact` means no further than the prescribed reps.
    """
    built = lighter(s, key._replace(bands=bands_here(s, key)), load)
    if sets is None:
        sets = s.usual_sets if s.trained else s.lifter.sets
    if built.fell_back and not key.single:
        sets, reps = FALLBACK_SETS, FALLBACK_REPS
    listed = fit((reps,) if isinstance(reps, int) else tuple(reps), sets)
    hi = rep_range(built.key, s.lifter)[1] if goal is None else goal
    return Prescription(
        implement=built.key.implement,
        load=built.load,
        side="each" if built.key.single else "both",
        tempo=built.key.tempo,
        bands=built.key.bands,
        sets=sets,
        reps=listed,
        rep_goal=max(listed) if exact else max(hi, *listed),
        rir=s.lifter.target_rir if rir is None else rir,
        weak_side=weak_side,
    )


def lowered(
    s: Situation,
    found: Lowered,
    *,
    sets: int | None = None,
    least: int = 1,
    rir: int | None = None,
    exact: bool = True,
) -> Prescription:
    """Prescribe a lowered load with lo reps, and one set fewer where the load had to stay.

    `least` is how many sets are left at the least.
    """
    usual = min(s.usual_sets, s.lifter.sets) if sets is None else sets
    if found.stayed:
        usual = max(least, min(usual, one_set_fewer(s)))
    if found.fell_back and not found.key.single:
        return prescribe(
            s, BODY_WEIGHT, NOTHING, FALLBACK_REPS, sets=FALLBACK_SETS, rir=rir, exact=exact
        )
    return prescribe(
        s, found.key, found.load, lo_of(s, found.key), sets=usual, rir=rir, exact=exact
    )


def same(
    s: Situation, *, exact: bool = False, least: int = 0, goal: int | None = None
) -> Prescription:
    """Prescribe the newest session here once more, each set at least `least` reps."""
    reps = [max(reps, least) for reps in s.newest.reps]
    goal = goal or extension_goal(s)
    return prescribe(s, s.key, s.newest.load, reps, goal=goal, exact=exact)


def as_done(day: Day) -> Prescription:
    """Give a day's training as a prescription, exactly as it was done."""
    assert day.key is not None
    return Prescription(
        implement=day.key.implement,
        load=day.load,
        side="each" if day.key.single else "both",
        tempo=day.counted[0].tempo,
        bands=day.counted[0].bands,
        sets=len(day.reps),
        reps=day.reps,
        rep_goal=max(*day.reps, day.hi),
        rir=0,
        weak_side=day.weaker_side if day.key.single and all(day.sides) else None,
    )
