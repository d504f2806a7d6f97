"""The methods beside load: which comes next, and what is open beside it."""

from collections.abc import Callable

from .day import Day, trial_failed
from .first_sessions import (
    LONGEST_SECONDS,
    RISES,
    Method,
    add_hips_band,
    add_knee_band,
    add_pause,
    add_set,
    add_slow,
    first,
    go_unilateral,
    load_single_leg,
    single_is_a_rung,
    try_unilateral,
)
from .mastery import mastered
from .prescribe import fit, prescribe
from .situation import Situation
from .vocabulary import BandUse


def methods_used_in(day: Day) -> frozenset[str]:
    """Name the methods of a day as the method order counts them."""
    if day.key is None:
        return frozenset()
    used = set(day.key.methods) - {"band"} | {use.placement for use in day.key.bands}
    if day.followed == "ADD_SET":
        used.add("set")
    return frozenset(used)


def since_last_rise(s: Situation) -> tuple[Day, ...]:
    """Give the days since the load last rose on the plain key, or since the methods began anew."""
    rung = single_is_a_rung(s)
    begin, before = 0, None
    for i, day in enumerate(s.trained):
        if day.key is None or day.is_deload or day.is_trial:
            continue
        if day.followed == "RESET_10" and i and day.load >= s.trained[i - 1].load:
            begin = i
        if not (day.key.methods == {"single"} if rung else day.key.plain):
            continue
        if day.followed in RISES or (before is not None and day.load > before):
            begin = i
        before = day.load
    days = s.trained[begin:]
    return tuple(d for d in days if d.key and d.key.single) if rung else days


def last_uses(s: Situation, days: tuple[Day, ...]) -> dict[str, int]:
    """Map each method used in these days to the index of its last use."""
    return {name: i for i, day in enumerate(days) for name in methods_used_in(day)}


def single_leg_method(s: Situation) -> Method | None:
    return go_unilateral(s) or try_unilateral(s)


def one_leg_again(s: Situation) -> Method | None:
    """Try one leg once more where nothing else is left and all there was is a failed trial."""
    days = [day for day in since_last_rise(s) if day.key and day.key.single]
    failed = [day.is_trial and trial_failed(day) for day in days]
    return single_leg_method(s) if failed and all(failed) else None


ORDER: tuple[tuple[str, Callable[[Situation], Method | None]], ...] = (
    ("pause", add_pause),
    ("knees", add_knee_band),
    ("hips", add_hips_band),
    ("single", single_leg_method),
    ("slow", add_slow),
    ("set", add_set),
)


def next_method(s: Situation) -> Method | None:
    """Give the first method not used since the load last rose that is open today."""
    used = last_uses(s, since_last_rise(s))
    fitting = (build(s) for name, build in ORDER if name not in used)
    return next((method for method in fitting if method), None)


def next_band(s: Situation) -> Method | None:
    """Change a band that is on for the next stronger one, the knees' first."""
    for use in sorted(s.key.bands, key=lambda use: use.placement, reverse=True):
        stronger = stronger_band(s, use.name)
        if stronger:
            others = [each for each in s.key.bands if each != use]
            bands = tuple(sorted({*others, BandUse(stronger, use.placement)}))
            key = s.key._replace(bands=bands)
            return Method("NEXT_BAND", first(s, key, s.newest.load, s.newest.lo))
    return None


def stronger_band(s: Situation, name: str) -> str | None:
    bands = s.owned.bands
    if name not in bands or bands.index(name) + 1 == len(bands):
        return None
    return bands[bands.index(name) + 1]


def lighter_band(s: Situation, name: str) -> str | None:
    bands = s.owned.bands
    return bands[bands.index(name) - 1] if name in bands and bands.index(name) else None


def one_second_more(s: Situation) -> Method | None:
    """Make the method used longest ago a notch harder: a second, the next band, a first load."""
    days = since_last_rise(s)
    uses = last_uses(s, days)
    for name in sorted(uses, key=lambda name: (uses[name], name)):
        method = notch(s, name, days[uses[name]])
        if method:
            return method
    return None


def notch(s: Situation, name: str, day: Day) -> Method | None:
    if day.key is None:
        return None
    if name == "pause" and day.key.tempo.top < LONGEST_SECONDS:
        return add_pause(s, day.key.tempo.top + 1)
    if name == "slow" and day.key.tempo.down < LONGEST_SECONDS:
        return add_slow(s, day.key.tempo.down + 1)
    if name == "knees":
        band = next(use.name for use in day.key.bands if use.placement == "knees")
        stronger = stronger_band(s, band)
        return add_knee_band(s, stronger) if stronger else None
    if name == "single" and not s.key.single:
        return load_single_leg(s)
    return None


def alternatives(s: Situation, action: str) -> tuple[Method, ...]:
    """List the first two other ways that are open: mastered, owned, not already on."""
    found: list[Method | None] = []
    if action in ("LOAD_UP", "BIG_STEP", "TO_DUMBBELL", "TO_BARBELL"):
        found.append(more_reps(s))
    if mastered(s):
        on = s.key.methods
        found.append(None if "pause" in on else add_pause(s))
        found.append(None if "band" in on else add_knee_band(s) or add_hips_band(s))
        found.append(None if "single" in on else go_unilateral(s))
    return tuple(method for method in found if method and method.action != action)[:2]


def more_reps(s: Situation) -> Method:
    reps = fit([reps + 1 for reps in s.newest.reps], s.usual_sets)
    return Method("REPS_UP", prescribe(s, s.key, s.newest.load, reps, goal=max(reps)))
