"""What a set is worth: system load and estimated strength."""

from decimal import Decimal

from .records import SetRecord

# The share of body weight that the lift moves. A static estimate from segment masses, 0.14-0.31
# on two legs and 0.30-0.57 on one; no study has measured it, so it is a constant of ours.
PHI_TWO_LEGS = Decimal("0.27")
PHI_ONE_LEG = Decimal("0.47")

# Epley's formula drifts as reps grow. To 12 it is good enough to show; to 20 it still ranks two
# sessions of one lifter.
SHOWN_UP_TO = 12
SERVES_UP_TO = 20


def system_load(load: Decimal, body_weight: Decimal | None, *, single: bool = False) -> Decimal:
    """Give external load plus the share of body weight that moves, in the unit of both.

    Without a body weight the external load stands for it.
    """
    if body_weight is None:
        return load
    return load + (PHI_ONE_LEG if single else PHI_TWO_LEGS) * body_weight


def epley(load: Decimal, reps: int) -> Decimal:
    """Estimate the load that could be lifted once (Epley 1985)."""
    return load * (1 + Decimal(reps) / 30)


def reps_and_reserve(record: SetRecord) -> int:
    return record.reps + (record.rir or 0)


def estimate(record: SetRecord, body_weight: Decimal | None, most: int) -> Decimal | None:
    if record.kind != "working" or record.bands or reps_and_reserve(record) > most:
        return None
    system = system_load(record.load, body_weight, single=record.side != "both")
    return epley(system, reps_and_reserve(record)) if system > 0 else None


def estimated_strength(record: SetRecord, body_weight: Decimal | None) -> Decimal | None:
    """Estimate a set's strength on system load, for decisions.

    None for warm-ups, banded sets, over 20 reps with reserve, or where nothing is known to move.
    """
    return estimate(record, body_weight, SERVES_UP_TO)


def shown_strength(record: SetRecord, body_weight: Decimal | None) -> Decimal | None:
    """Estimate a set's strength as load on the hips, in the lifter's unit, to show.

    None for warm-ups, banded sets and over 12 reps with reserve; never below 0.
    """
    strength = estimate(record, body_weight, SHOWN_UP_TO)
    if strength is None:
        return None
    share = system_load(Decimal(0), body_weight, single=record.side != "both")
    return max(Decimal(0), strength - share)
