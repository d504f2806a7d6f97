"""Rows 15 to 18: the hits are there, so the load may rise."""

from decimal import Decimal

from ..answer import Facts, Suggestion
from ..day import Key
from ..first_sessions import add_pause, trial_allowed
from ..loads import round_down
from ..prescribe import harder_reserve, one_set_fewer, prescribe
from ..situation import Situation
from ..steps import TEN_PER_CENT, TOLERANCE, TWO_PER_CENT, Ladder, Step, at_most, ladder_of
from ..vocabulary import PLAIN
from .answering import answer, from_method
from .beyond import TRIAL_REPS, TRIAL_RESERVE, TRIAL_SETS, beyond_load
from .blocks import try_bar

# A bar this near is the same lift with another set-up.
NEAR_BAR = Decimal("0.90")
MOST_REPS_AND_RESERVE = 20


def leave_body_weight(s: Situation) -> Suggestion | None:
    """Row 15."""
    if not s.hits_reached or not s.key.two_leg_body_weight:
        return None
    dumbbells = s.loads("dumbbell")
    if dumbbells:
        return to_dumbbell(s, dumbbells) or beyond_load(s)
    if not s.lightest_bar:
        return beyond_load(s)
    return towards_bar(s, 15) or beyond_load(s)


def to_dumbbell(s: Situation, dumbbells: tuple[Decimal, ...]) -> Suggestion | None:
    key = Key("dumbbell", False, PLAIN, ())
    lo = s.lifter.rep_range[0]
    load = first_dumbbell(s, dumbbells)
    if load is not None:
        dose = prescribe(s, key, load, lo, sets=s.lifter.sets, rir=harder_reserve(s))
        return answer(s, 15, "TO_DUMBBELL", dose, days=s.run[-2:])
    if not trial_allowed(s):
        return None
    dose = prescribe(
        s, key, dumbbells[0], TRIAL_REPS, sets=TRIAL_SETS, rir=TRIAL_RESERVE, exact=True
    )
    return answer(s, 15, "TRIAL_DUMBBELL", dose, days=s.run[-2:])


def first_dumbbell(s: Situation, dumbbells: tuple[Decimal, ...]) -> Decimal | None:
    """Give the heaviest dumbbell up to a tenth of body weight; if that is unknown the lightest."""
    if s.body_weight is None:
        return dumbbells[0]
    return round_down(dumbbells, s.body_weight * TEN_PER_CENT)


def towards_bar(s: Situation, row: int) -> Suggestion | None:
    """Add a pause, then try the lightest bar."""
    if "pause" in s.key.methods:
        return try_bar(s, row) if trial_allowed(s) else None
    method = add_pause(s)
    return from_method(s, row, method) if method else None


def move_to_bar(s: Situation) -> Suggestion | None:
    """Row 16."""
    if not s.hits_reached or s.key.implement != "dumbbell" or s.key.single or not s.lightest_bar:
        return None
    implement, bar = s.lightest_bar
    load = s.newest.load
    between = [each for each in s.loads("dumbbell") if load < each < bar]
    if load < bar and (between or load < NEAR_BAR * bar):
        return None
    bars = s.loads(implement)
    key = s.key._replace(implement=implement)
    chosen = round_down(bars, load) or bar
    dose = prescribe(s, key, chosen, s.lifter.rep_range[0], sets=s.lifter.sets)
    return answer(s, 16, "TO_BARBELL", dose, days=s.run[-2:], bar=bar)


def raise_load(s: Situation) -> Suggestion | None:
    """Row 17."""
    if not s.hits_reached:
        return None
    ladder = ladder_of(s, s.newest)
    step = green_step(s, ladder) or long_step(s, ladder)
    if step is None:
        return None
    dose = prescribe(s, step.key, step.load, lo_at(s, step.key), sets=s.lifter.sets)
    facts: Facts = {"e": step.e, "green": step.green, "smallest": step == ladder.next}
    return answer(s, 17, "LOAD_UP", dose, days=s.run[-2:], **facts)


def green_step(s: Situation, ladder: Ladder) -> Step | None:
    """Choose the smallest green step worth making, after a strong hit the largest."""
    if not ladder.greens:
        return None
    if s.newest.strong:
        return ladder.greens[-1]
    worth = [step for step in ladder.greens if at_most(TWO_PER_CENT, step.e)]
    return worth[0] if worth else ladder.greens[0]


def long_step(s: Situation, ladder: Ladder) -> Step | None:
    """Allow a step over a tenth in external load once two more reps have been shown."""
    step = ladder.next
    if step is None or not step.within_p:
        return None
    shown = all(reps >= s.newest.hi + 2 for reps in s.newest.reps)
    return step if s.newest.strong or shown else None


def lo_at(s: Situation, key: Key) -> int:
    return s.newest.lo if key.single else s.lifter.rep_range[0]


def carry_step(s: Situation) -> Suggestion | None:
    """Row 18."""
    if not s.hits_reached:
        return None
    ladder = ladder_of(s, s.newest)
    step = ladder.next
    if step is None or ladder.greens:
        return None
    if step.within_p:
        return extend(s, ladder, step, s.newest.hi + 2)
    if carried(s) + TOLERANCE >= step.nn:
        lo = lo_at(s, step.key)
        dose = prescribe(s, step.key, step.load, lo, sets=one_set_fewer(s))
        facts: Facts = {"e": step.e, "shown": carried(s)}
        return answer(s, 18, "BIG_STEP", dose, days=s.run[-2:], **facts)
    if ladder.ext_top(step) <= ladder.ext_cap:
        return extend(s, ladder, step, ladder.ext_top(step))
    if step.key.implement != s.key.implement and step.key.implement != "dumbbell":
        return towards_bar(s, 18)
    return None


def extend(s: Situation, ladder: Ladder, step: Step, top: int) -> Suggestion:
    reps = [min(reps + 1, max(top, reps)) for reps in s.newest.reps]
    dose = prescribe(s, s.key, s.newest.load, reps, sets=s.lifter.sets, goal=top)
    return answer(s, 18, "EXTEND_REPS", dose, days=s.run[-2:], e=step.e, to=step.load, top=top)


def carried(s: Situation) -> int:
    """Give the smallest reps to failure that the sets have shown.

    Three or more in reserve count one more, because people under-predict them by about one
    (Halperin 2022).
    """
    newest = s.newest
    unknown = newest.x if newest.reps[-1] >= newest.hi + 2 else 0
    reserves = [unknown if rir is None else rir + (rir >= 3) for rir in newest.rirs]
    sums = [reps + rir for reps, rir in zip(newest.reps, reserves, strict=True)]
    return min(MOST_REPS_AND_RESERVE, *sums)


def go_beyond(s: Situation) -> Suggestion | None:
    """Row 19."""
    return beyond_load(s) if s.hits_reached else None
