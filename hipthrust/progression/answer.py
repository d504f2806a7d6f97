"""What the engine answers, and the plain JSON it is stored as."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from .vocabulary import BandUse, Tempo

Json = dict[str, Any]
# What a sentence may need: numbers, dates and names that the rule has seen.
Facts = Mapping[str, Any]


def plain_number(value: Decimal) -> str:
    """Write a load the way a lifter does: 62.5, 60, never 6E+1."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class Prescription:
    """What to do: `side` is "both" or "each", and `sets` and `reps` are then a side's."""

    implement: str
    load: Decimal
    side: str
    tempo: Tempo
    bands: tuple[BandUse, ...]
    sets: int
    reps: tuple[int, ...]
    rep_goal: int
    rir: int
    weak_side: str | None = None

    def to_json(self) -> Json:
        return {
            "implement": self.implement,
            "load": plain_number(self.load),
            "side": self.side,
            "tempo": str(self.tempo),
            "bands": [{"name": use.name, "placement": use.placement} for use in self.bands],
            "sets": self.sets,
            "reps": list(self.reps),
            "rep_goal": self.rep_goal,
            "rir": self.rir,
            "weak_side": self.weak_side,
        }

    @classmethod
    def from_json(cls, data: Json) -> "Prescription":
        return cls(
            implement=data["implement"],
            load=Decimal(data["load"]),
            side=data["side"],
            tempo=Tempo.parse(data["tempo"]),
            bands=tuple(BandUse(use["name"], use["placement"]) for use in data["bands"]),
            sets=data["sets"],
            reps=tuple(data["reps"]),
            rep_goal=data["rep_goal"],
            rir=data["rir"],
            weak_side=data["weak_side"],
        )


@dataclass(frozen=True)
class Alternative:
    """Another way that is open to this lifter today."""

    action: str
    method: str
    next: Prescription
    reason: str = ""

    def to_json(self) -> Json:
        return {
            "action": self.action,
            "method": self.method,
            "next": self.next.to_json(),
            "reason": self.reason,
        }

    @classmethod
    def from_json(cls, data: Json) -> "Alternative":
        return cls(
            data["action"], data["method"], Prescription.from_json(data["next"]), data["reason"]
        )


@dataclass(frozen=True)
class Suggestion:
    """The answer. A rule leaves `reason`, `rests_on` and `change` empty; `explain` fills them.

    `evidence` holds the refs of the sessions it rests on, or their dates where there is no ref;
    `gate` is (clean sessions, needed); `row` is the row of the table. `facts` carries what the
    rule saw to `explain` and is empty in a finished answer.
    """

    action: str
    method: str
    next: Prescription | None
    row: int
    cue: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    evidence: tuple[Hashable, ...] = ()
    gate: tuple[int, int] = (0, 2)
    reason: str = ""
    rests_on: tuple[str, ...] = ()
    change: str | None = None
    facts: Facts = field(default_factory=dict, compare=False)

    def to_json(self) -> Json:
        return {
            "action": self.action,
            "method": self.method,
            "next": self.next.to_json() if self.next else None,
            "row": self.row,
            "cue": self.cue,
            "alternatives": [alternative.to_json() for alternative in self.alternatives],
            "evidence": [ref_to_json(ref) for ref in self.evidence],
            "gate": list(self.gate),
            "reason": self.reason,
            "rests_on": list(self.rests_on),
            "change": self.change,
        }

    @classmethod
    def from_json(cls, data: Json) -> "Suggestion":
        return cls(
            action=data["action"],
            method=data["method"],
            next=Prescription.from_json(data["next"]) if data["next"] else None,
            row=data["row"],
            cue=data["cue"],
            alternatives=tuple(Alternative.from_json(each) for each in data["alternatives"]),
            evidence=tuple(ref_from_json(ref) for ref in data["evidence"]),
            gate=(data["gate"][0], data["gate"][1]),
            reason=data["reason"],
            rests_on=tuple(data["rests_on"]),
            change=data["change"],
        )


def ref_to_json(ref: Hashable) -> Any:
    """Keep a date a date; numbers and text stay; any other handle becomes its text."""
    if isinstance(ref, date):
        return {"date": ref.isoformat()}
    return ref if isinstance(ref, (int, str)) else str(ref)


def ref_from_json(value: Any) -> Hashable:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value
