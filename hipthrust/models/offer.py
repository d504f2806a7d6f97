"""What Train offers to do next: the suggestion, its alternatives, and the last session again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hipthrust.models.training import Training
from hipthrust.progression.records import Prescription, Suggestion

SUGGESTED = "suggested"
SAME = "same"


@dataclass(frozen=True)
class Offer:
    """A prescription that Start session can take along; `key` names it in an address."""

    key: str
    prescription: Prescription
    action: str | None = None
    method: str = "none"
    reason: str = ""

    def to_json(self, unit: str) -> dict[str, Any]:
        """Give what the session keeps; the prescription's load is in `unit`."""
        return {
            "action": self.action,
            "method": self.method,
            "unit": unit,
            "next": self.prescription.to_json(),
        }


def pick(listed: list[Offer], key: str | None) -> Offer | None:
    """Find the chosen offer; the suggestion when the key names none."""
    return next((offer for offer in listed if offer.key == key), listed[0] if listed else None)


def offers(training: Training, suggestion: Suggestion) -> list[Offer]:
    """List what can be chosen, the suggestion first; nothing while training has to rest."""
    if suggestion.next is None:
        return []
    listed = [
        Offer(SUGGESTED, suggestion.next, suggestion.action, suggestion.method, suggestion.reason),
        *(
            Offer(other.action, other.next, other.action, other.method, other.reason)
            for other in suggestion.alternatives
        ),
    ]
    if (same := training.same_as_last_time()) is not None:
        listed.append(Offer(SAME, same))
    return listed
