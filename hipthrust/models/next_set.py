"""What the next set stands filled in with, so that one tap logs it.

Load, reps and method come from the prescription, or from the set before once the lifter has left
it. Reps in reserve and form never come from anywhere: they are answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hipthrust.models.set import FLAWS, TEMPO_PHASES, Set
from hipthrust.progression.records import Prescription
from hipthrust.units import to_kg

OTHER_SIDE = {Set.Side.LEFT: Set.Side.RIGHT, Set.Side.RIGHT: Set.Side.LEFT}

METHOD_COLUMNS = ("implement", "side", "load_kg", *TEMPO_PHASES, "tempo_explosive", "bands")

UNANSWERED: dict[str, Any] = {
    "kind": Set.Kind.WORKING,
    "rir": None,
    "pause_cut_short": False,
    "form_answered": False,
    **dict.fromkeys(FLAWS, False),
    "note": "",
}

FIRST_EVER: dict[str, Any] = {
    **UNANSWERED,
    "implement": Set.Implement.BODYWEIGHT,
    "side": Set.Side.BOTH,
    "load_kg": Decimal(0),
    "tempo_down": 2,
    "tempo_bottom": 0,
    "tempo_up": 1,
    "tempo_top": 0,
    "tempo_explosive": False,
    "bands": [],
    "reps": 12,
}


def next_set(
    sets: Sequence[Set], prescription: Prescription | None, unit: str, before: Set | None = None
) -> dict[str, Any]:
    """Give the columns of the next set of a session.

    `sets` are the session's, in order; the prescription's load is in `unit`; `before` is a set of
    an earlier session, for a session without a prescription.
    """
    done = [row for row in sets if row.kind == Set.Kind.WORKING]
    planned = prescribed_values(prescription, unit) if prescription else None
    if done:
        values = {**done[-1].values(), **UNANSWERED}
        values["side"] = OTHER_SIDE.get(values["side"], values["side"])
    elif planned:
        values = planned
    else:
        values = {**(before.values() if before else FIRST_EVER), **UNANSWERED}
    if prescription and planned and same_method(values, planned):
        sets_of_side = sum(row.side == values["side"] for row in done)
        values["reps"] = prescription.reps[min(sets_of_side, len(prescription.reps) - 1)]
    return values


def prescribed_values(prescription: Prescription, unit: str) -> dict[str, Any]:
    """Turn a prescription into the columns of its first set, the weaker side first."""
    tempo = prescription.tempo
    one_leg = prescription.side == "each"
    return {
        **UNANSWERED,
        "implement": str(prescription.implement),
        "side": (prescription.weak_side or Set.Side.LEFT) if one_leg else Set.Side.BOTH,
        "load_kg": to_kg(prescription.load, unit),
        "tempo_down": tempo.down,
        "tempo_bottom": tempo.bottom,
        "tempo_up": tempo.up,
        "tempo_top": tempo.top,
        "tempo_explosive": str(tempo).split("-")[2] == "X",
        "bands": [(band.name, str(band.placement)) for band in prescription.bands],
        "reps": prescription.reps[0],
    }


def same_method(values: dict[str, Any], planned: dict[str, Any]) -> bool:
    """Tell whether a set is of the planned method and load, on either side of a one-leg plan."""
    sides = {values["side"], OTHER_SIDE.get(values["side"])}
    return planned["side"] in sides and all(
        values[name] == planned[name] for name in METHOD_COLUMNS if name != "side"
    )
