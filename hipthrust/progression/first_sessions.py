"""Each method's gate and first session: its key, its load, its reps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from .answer import Prescription
from .day import SINGLE_LEG_RANGE, Day, Key, rep_range, trial_failed
from .mastery import mastered
from .prescribe import BODY_WEIGHT, NOTHING, lower, prescribe
from .situation import RECENT, Situation
from .steps import TOLERANCE, next_load, single_leg_cap
from .strength import estimated_strength
from .vocabulary import BandUse, Tempo

PAUSE_SECONDS = 2
SLOW_SECONDS = 3
LONGEST_SECONDS = 5
# A pause or a hips band makes the same load harder; these cuts leave the range's lower end.
PAUSE_FACTOR = Decimal("0.90")
HIPS_BAND_FACTOR = Decimal("0.85")
ENOUGH_OF_LO = Decimal("0.9")
FEWEST_REPS = 5
SINGLE_LEG_SETS = 2
SINGLE_LEG_GOAL = 8
# Beyond about a dozen sets a week one more does little. Convention.
WEEKLY_SETS = 12
TRIALS_APART = 6
RISES = ("LOAD_UP", "BIG_STEP", "TO_DUMBBELL", "TO_BARBELL")


@dataclass(frozen=True)
class Base:
    """What a new method is put on: the key without methods, its load and reps, the old tempo."""

    key: Key
    load: Decimal
    reps: tuple[int, ...]
    tempo: Tempo


@dataclass(frozen=True)
class Method:
    """A method with its first session."""

    action: str
    next: Prescription


def recent_plain(s: Situation) -> Day | None:
    """Give the newest plain session among the last 16, which makes a method a block."""
    return s.plain_of(s.key, s.trained[-RECENT:])


def single_is_a_rung(s: Situation) -> bool:
    """Say whether one leg is how this lifter goes on: no heavier load on two legs, or never any."""
    if not s.key.single:
        return False
    plain = recent_plain(s)
    if plain is None or plain.key is None:
        return True
    return next_load(s, plain.key, plain.load) is None


def base_of(s: Situation) -> Base:
    """A new method replaces the old one; on its own rung one leg stays."""
    newest, key = s.newest, s.key
    if not key.single or single_is_a_rung(s):
        bare = key.without_methods()._replace(single=key.single)
        if not key.methods - {"single"}:
            bare = bare._replace(tempo=key.tempo)
        return Base(bare, newest.load, newest.reps, key.tempo)
    plain = s.last_two_leg_plain
    if plain is None or plain.key is None:
        return Base(BODY_WEIGHT, NOTHING, (rep_range(BODY_WEIGHT, s.lifter)[0],), BODY_WEIGHT.tempo)
    return Base(plain.key, plain.load, plain.reps, plain.key.tempo)


def lo_for(s: Situation, base: Base) -> int:
    """Give lo, on two-leg body weight never more than was just done."""
    lo = rep_range(base.key, s.lifter)[0]
    return min(lo, max(base.reps)) if base.key.two_leg_body_weight else lo


def first(s: Situation, key: Key, load: Decimal, reps: int | Sequence[int]) -> Prescription:
    return prescribe(s, key, load, reps, sets=s.lifter.sets)


def add_pause(s: Situation, seconds: int = PAUSE_SECONDS) -> Method | None:
    return paused(s, base_of(s), seconds)


def paused(s: Situation, base: Base, seconds: int = PAUSE_SECONDS) -> Method | None:
    """Hold the top: the same load if the reps last as long, else a tenth less."""
    tempo = Tempo(base.key.tempo.down, base.key.tempo.bottom, base.key.tempo.up, seconds)
    key = base.key._replace(tempo=tempo)
    matched = Decimal(min(base.reps)) * base.tempo.seconds / tempo.seconds
    lo = rep_range(base.key, s.lifter)[0]
    if key.implement == "bodyweight":
        if min(base.reps) < FEWEST_REPS:
            return None
        return Method("ADD_PAUSE", first(s, key, NOTHING, min(max(int(matched), FEWEST_REPS), lo)))
    if matched + TOLERANCE >= ENOUGH_OF_LO * lo:
        return Method("ADD_PAUSE", first(s, key, base.load, lo))
    return cut_for("ADD_PAUSE", s, key, base.load, PAUSE_FACTOR)


def cut_for(action: str, s: Situation, key: Key, load: Decimal, factor: Decimal) -> Method | None:
    """Start a method on less load; None where rounding does not allow that."""
    found = lower(s, key, load, factor)
    if found.stayed or found.key != key:
        return None
    return Method(action, first(s, key, found.load, rep_range(key, s.lifter)[0]))


def add_slow(s: Situation, seconds: int = SLOW_SECONDS) -> Method | None:
    return slowed(s, base_of(s), seconds)


def slowed(s: Situation, base: Base, seconds: int = SLOW_SECONDS) -> Method:
    tempo = base.key.tempo
    key = base.key._replace(tempo=Tempo(seconds, tempo.bottom, tempo.up, tempo.top))
    return Method("ADD_SLOW", first(s, key, base.load, lo_for(s, base)))


def add_knee_band(s: Situation, band: str | None = None) -> Method | None:
    """Put a loop round the knees, the lightest unless named: two reps fewer."""
    if not s.owned.bands:
        return None
    base = base_of(s)
    if min(base.reps) < FEWEST_REPS:
        return None
    key = base.key._replace(bands=(BandUse(band or s.owned.bands[0], "knees"),))
    lo = lo_for(s, base)
    reps = [min(reps, max(lo, reps - 2)) for reps in base.reps]
    return Method("ADD_BAND", first(s, key, base.load, reps))


def add_hips_band(s: Situation) -> Method | None:
    """Lay a band across the hips together with a bar; alone it does less (Contreras 2016)."""
    base = base_of(s)
    if not s.owned.bands or base.key.implement not in ("barbell", "smith"):
        return None
    key = base.key._replace(bands=(BandUse(s.owned.bands[0], "hips"),))
    return cut_for("ADD_BAND", s, key, base.load, HIPS_BAND_FACTOR)


def add_set(s: Situation) -> Method | None:
    """Do one set more for a block, while the week has room."""
    if weekly_sets(s) >= WEEKLY_SETS:
        return None
    base = base_of(s)
    sets = s.lifter.sets + 1
    return Method("ADD_SET", prescribe(s, base.key, base.load, lo_for(s, base), sets=sets))


def weekly_sets(s: Situation) -> int:
    """Count working sets in the 7 days to the last session; left and right make one set."""
    since = s.trained_everywhere[-1].date - timedelta(days=6)
    days = [day for day in s.trained_everywhere if day.date >= since]
    return sum(sets_of(day) for day in days)


def sets_of(day: Day) -> int:
    sides = [record.side for record in day.working]
    return sides.count("both") + max(sides.count("left"), sides.count("right"))


def go_unilateral(s: Situation) -> Method | None:
    """Go to one leg at body weight once two legs lift as much as the body weighs."""
    if s.key.single or not mastered(s) or not strong_on_two_legs(s):
        return None
    return Method("GO_UNILATERAL", single_leg(s, NOTHING, SINGLE_LEG_GOAL))


def single_leg(s: Situation, load: Decimal, goal: int | None) -> Prescription:
    implement = "dumbbell" if load else "bodyweight"
    key = BODY_WEIGHT._replace(single=True, implement=implement)
    lo = SINGLE_LEG_RANGE[0]
    return prescribe(s, key, load, lo, sets=SINGLE_LEG_SETS, goal=goal or lo)


def try_unilateral(s: Situation) -> Method | None:
    """Try one leg with the other foot helping, after a pause block, below that strength."""
    if s.key.single or not mastered(s) or strong_on_two_legs(s) or not trial_allowed(s):
        return None
    if not any(day.key and "pause" in day.key.methods for day in s.trained):
        return None
    return Method("TRIAL_UNILATERAL", single_leg(s, NOTHING, None))


def strong_on_two_legs(s: Situation) -> bool:
    """Compare the estimated two-leg strength of the newest such session with body weight."""
    if s.body_weight is None:
        return False
    days = (d for d in reversed(s.trained) if d.key and not d.key.single and not d.key.bands)
    newest = next(days, None)
    strength = strength_of(s, newest) if newest else None
    return strength is not None and strength + TOLERANCE >= s.body_weight


def strength_of(s: Situation, day: Day) -> Decimal | None:
    """Give the best estimated strength of a day's counted sets, in system load."""
    weight = s.body_weight_on(day)
    known = [e for record in day.counted if (e := estimated_strength(record, weight)) is not None]
    return max(known, default=None)


def load_single_leg(s: Situation) -> Method | None:
    """Put the next load on one leg, within what half of two legs' strength allows."""
    cap = single_leg_cap(s)
    used = [d.load for d in s.trained if d.key and d.key.single]
    before = used[-1] if used else NOTHING
    fitting = [load for load in s.loads("dumbbell") if before < load <= cap]
    if not mastered(s) or not strong_on_two_legs(s) or not fitting:
        return None
    return Method("GO_UNILATERAL", single_leg(s, fitting[0], SINGLE_LEG_GOAL))


def trial_allowed(s: Situation) -> bool:
    """Say whether six sessions have passed since the last failed trial, if there was one."""
    return not any(day.is_trial and trial_failed(day) for day in s.trained[-TRIALS_APART:])
