"""What was suggested for a session and what was chosen, kept with it: history says so later."""

from __future__ import annotations

from typing import Any

from django.db import models

from hipthrust.models.fields import PlainJSONField
from hipthrust.progression.records import ACTIONS, Prescription


class Prescribed(models.Model):
    """Both are the engine's JSON with the unit of their loads, or nothing.

    `chosen` has the action, the method and the prescription (`next`) that the session began with;
    its action is None for "Same as last time".
    """

    lifter: Any
    suggested = PlainJSONField(null=True, blank=True)
    chosen = PlainJSONField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def followed(self) -> str | None:
        """The action of the chosen prescription, or None when the lifter went their own way."""
        action = self.chosen.get("action") if self.chosen else None
        return action if action in ACTIONS else None

    @property
    def prescription(self) -> Prescription | None:
        """What the lifter chose to do, its load in `prescription_unit`."""
        planned = self.chosen.get("next") if self.chosen else None
        return Prescription.from_json(planned) if planned else None

    @property
    def prescription_unit(self) -> str:
        """The unit that was the lifter's when the session began."""
        return (self.chosen or {}).get("unit") or self.lifter.unit

    @property
    def sets_planned(self) -> int | None:
        """How many working sets were prescribed: on one leg on each side, weak ones one more."""
        if (plan := self.prescription) is None:
            return None
        if plan.side == "both":
            return plan.sets
        return 2 * plan.sets + (self.followed == "WEAK_SIDE")

    @property
    def suggested_instead(self) -> Prescription | None:
        """What had been suggested, where the lifter chose something else."""
        plan = self.suggested and self.suggested.get("next")
        if not plan or (self.chosen and self.chosen["next"] == plan):
            return None
        return Prescription.from_json(plan)
