"""How the demo lifter's body answers: the reps that a prescription turns out to be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import exp

from hipthrust.progression.records import Prescription, SetRecord
from hipthrust.progression.strength import system_load

# Estimated strength on two legs, in kilograms of system load: where it began and where it tends
# to, half of the way within five months.
FIRST_STRENGTH = 66.0
LAST_STRENGTH = 150.0
DAYS_TO_SETTLE = 210.0

# What a method takes off, as a share of strength; a single leg has a little over half of two.
PAUSE_COST = 0.06
SLOW_COST = 0.05
BAND_COST = 0.06
SINGLE_LEG_SHARE = 0.60

# Good days and bad days, in reps, over and over; the sums of the rows differ, so that no two
# weeks are alike.
FORM_OF_THE_DAY = (0, 1, 0, -1, 0, 1, 1, 0, 0, -1, 1)
# Reps that the sets before have cost.
TIRED = (0, 1, 1, 2, 2)


@dataclass(frozen=True)
class Day:
    """How things stand on a day: how long the lifter has trained, and what it adds or takes."""

    number: int
    trained_days: int
    body_weight: Decimal
    reps_off: int = 0


def strength(trained_days: int) -> float:
    gained = 1 - exp(-trained_days / DAYS_TO_SETTLE)
    return FIRST_STRENGTH + (LAST_STRENGTH - FIRST_STRENGTH) * gained


def reps_to_failure(plan: Prescription, day: Day) -> float:
    """Turn Epley's formula round: how often could this load be lifted today?"""
    able = strength(day.trained_days)
    cost = PAUSE_COST * (plan.tempo.top >= 2) + SLOW_COST * (plan.tempo.down >= 3)
    able *= 1 - cost - BAND_COST * len(plan.bands)
    single = plan.side == "each"
    if single:
        able *= SINGLE_LEG_SHARE
    load = float(system_load(plan.load, day.body_weight, single=single))
    return 30 * (able / load - 1) + FORM_OF_THE_DAY[day.number % len(FORM_OF_THE_DAY)]


def lift(plan: Prescription, day: Day) -> list[SetRecord]:
    """Do what is prescribed: the reps, and more up to the goal while there is enough in reserve."""
    sides = ["both"] if plan.side == "both" else ["left", "right"]
    if plan.weak_side == "right":
        sides.reverse()
    able = reps_to_failure(plan, day) - day.reps_off
    return [
        one_set(plan, side, target, int(able) - TIRED[min(number, len(TIRED) - 1)])
        for number, target in enumerate(plan.reps)
        for side in sides
    ]


def one_set(plan: Prescription, side: str, target: int, able: int) -> SetRecord:
    # The left leg is a little weaker.
    able = max(1, able - (side == "left"))
    reps = min(able, max(target, min(plan.rep_goal, able - plan.rir)))
    return SetRecord(
        kind="working",
        side=side,
        implement=plan.implement,
        load=plan.load,
        reps=reps,
        rir=min(5, able - reps),
        tempo=plan.tempo,
        bands=plan.bands,
        flaws=frozenset(),
    )
