"""The next load: how large the step is, and whether the reps carry it."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cached_property

from .day import Day, Key, rep_range
from .loads import next_above
from .situation import Situation
from .strength import PHI_ONE_LEG, PHI_TWO_LEGS, system_load

# 100 to 110 is over 10 % in binary floats; decimals divide exactly enough for this.
TOLERANCE = Decimal("1e-9")
TEN_PER_CENT = Decimal("0.10")
TWO_PER_CENT = Decimal("0.02")
# A step from nothing is beyond any limit.
FAR = Decimal(1000)
REPS_CAP = 20
BODY_WEIGHT_CAP = 30


def at_most(value: Decimal, limit: Decimal) -> bool:
    return value <= limit + TOLERANCE


def relative(old: Decimal, new: Decimal) -> Decimal:
    return (new - old) / old if old > 0 else FAR


@dataclass(frozen=True)
class Step:
    """A step up from a load: `p` in system load, `e` in external load, both relative."""

    key: Key
    load: Decimal
    p: Decimal
    e: Decimal
    p_max: Decimal
    nn: Decimal

    @property
    def within_p(self) -> bool:
        return at_most(self.p, self.p_max)

    @property
    def green(self) -> bool:
        return self.within_p and at_most(self.e, TEN_PER_CENT)


@dataclass(frozen=True)
class Ladder:
    """The loads above one load of one key."""

    s: Situation
    key: Key
    load: Decimal
    lo: int
    hi: int

    @cached_property
    def p_max(self) -> Decimal:
        """The largest step that leaves lo+1 reps by Epley, and never over 10 % (ACSM 2009)."""
        by_epley = Decimal(30 + self.hi + self.s.x) / Decimal(30 + self.lo + 1) - 1
        return min(TEN_PER_CENT, by_epley)

    def step_to(self, key: Key, load: Decimal) -> Step:
        weight = self.s.body_weight
        before = system_load(self.load, weight, single=self.key.single)
        after = system_load(load, weight, single=key.single)
        p = relative(before, after)
        nn = (30 + self.lo + 1) * (1 + p) - 30
        return Step(key, load, p, relative(self.load, load), self.p_max, nn)

    @cached_property
    def next(self) -> Step | None:
        """The next load that can be built, if any."""
        found = next_load(self.s, self.key, self.load)
        return self.step_to(*found) if found else None

    @cached_property
    def greens(self) -> tuple[Step, ...]:
        if self.next is None or not self.next.green:
            return ()
        loads = [x for x in self.s.loads(self.next.key.implement) if x >= self.next.load]
        steps = (self.step_to(self.next.key, load) for load in loads)
        # Steps only grow, so the first that is too large ends the list.
        found: list[Step] = []
        for step in steps:
            if not step.green:
                break
            found.append(step)
        return tuple(found)

    def ext_top(self, step: Step) -> int:
        """Give the reps that carry the step when they are reached with x in reserve."""
        needed = (step.nn - self.s.x - TOLERANCE).to_integral_value(rounding=ROUND_CEILING)
        least = self.hi + 2 if not at_most(step.e, TEN_PER_CENT) else self.hi + 1
        return max(least, int(needed))

    @property
    def ext_cap(self) -> int:
        return max(min(REPS_CAP, self.hi + 6), self.hi + 2)

    def out_of_reach(self, step: Step) -> bool:
        """Say whether no number of reps that we ask for carries the step."""
        return not step.within_p and self.ext_top(step) > self.ext_cap


def extension_goal(s: Situation) -> int | None:
    """Give the reps that are aimed at where the run's reps are being extended, else None."""
    if not any(day.followed == "EXTEND_REPS" for day in s.run):
        return None
    ladder = ladder_of(s, s.newest)
    step = ladder.next
    if step is not None and step.within_p:
        return ladder.hi + 2
    if step is not None and not ladder.out_of_reach(step):
        return ladder.ext_top(step)
    return BODY_WEIGHT_CAP if ladder.key.two_leg_body_weight else ladder.ext_cap


def ladder_of(s: Situation, day: Day) -> Ladder:
    assert day.key is not None
    lo = day.lo if day is s.newest else rep_range(day.key, s.lifter)[0]
    return Ladder(s, day.key, day.load, lo, day.hi)


def next_load(s: Situation, key: Key, load: Decimal) -> tuple[Key, Decimal] | None:
    """Find the next load above, across implements where the ladder leads on to another."""
    if key.implement == "bodyweight":
        return next_from_body_weight(s, key)
    above = next_above(s.loads(key.implement), load)
    if above is not None:
        return key, above
    if key.implement == "dumbbell" and not key.single and s.lightest_bar:
        implement, bar = s.lightest_bar
        heavier = bar if bar > load else next_above(s.loads(implement), load)
        return None if heavier is None else (key._replace(implement=implement), heavier)
    return None


def next_from_body_weight(s: Situation, key: Key) -> tuple[Key, Decimal] | None:
    dumbbells = s.loads("dumbbell")
    if key.single:
        light = [load for load in dumbbells if at_most(load, single_leg_cap(s))]
        return (key._replace(implement="dumbbell"), light[0]) if light else None
    if dumbbells:
        return key._replace(implement="dumbbell"), dumbbells[0]
    return (
        (key._replace(implement=s.lightest_bar[0]), s.lightest_bar[1]) if s.lightest_bar else None
    )


# One leg carries 5-15 % more than half of what two carry (Skarabot 2016), and a first load stays
# a fifth under that.
BILATERAL_DEFICIT = Decimal("1.10")
FIRST_SINGLE_LEG = Decimal("0.8")


def single_leg_cap(s: Situation) -> Decimal:
    """Give the heaviest first load on one leg, in the lifter's unit."""
    weight = s.body_weight or Decimal(0)
    plain = s.last_two_leg_plain.load if s.last_two_leg_plain else Decimal(0)
    half = BILATERAL_DEFICIT * (PHI_TWO_LEGS * weight + plain) / 2
    return FIRST_SINGLE_LEG * max(Decimal(0), half - PHI_ONE_LEG * weight)
