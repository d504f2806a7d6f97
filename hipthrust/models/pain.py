"""How the body took a session: pain, and the red flags that end training until it is looked at."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from hipthrust.models.fields import PlainTextField, between, check

PAIN_ASKS_WHERE = 3

SYMPTOMS = {
    "saddle_numbness": "Numbness around the groin or buttocks",
    "bladder_bowel": "Trouble holding or passing water or stool",
    "leg_weakness": "New weakness in a leg",
    "chest_pain": "Chest pain",
    "fainting": "Fainting or nearly fainting",
    "trauma": "A fall or a blow",
}


class Pain(models.Model):
    """The columns of a session that hold its answers about pain; no answer is not "no pain"."""

    class PainPlace(models.TextChoices):
        LOWER_BACK = "lower_back", "Lower back"
        HIP_JOINT = "hip_joint", "Hip joint"
        ELSEWHERE = "elsewhere", "Elsewhere"

    pain = models.PositiveSmallIntegerField(null=True, blank=True)
    pain_place = PlainTextField(max_length=10, choices=PainPlace, blank=True, default="")
    pain_sharp = models.BooleanField(default=False)
    saddle_numbness = models.BooleanField(SYMPTOMS["saddle_numbness"], default=False)
    bladder_bowel = models.BooleanField(SYMPTOMS["bladder_bowel"], default=False)
    leg_weakness = models.BooleanField(SYMPTOMS["leg_weakness"], default=False)
    chest_pain = models.BooleanField(SYMPTOMS["chest_pain"], default=False)
    fainting = models.BooleanField(SYMPTOMS["fainting"], default=False)
    trauma = models.BooleanField(SYMPTOMS["trauma"], default=False)

    class Meta:
        abstract = True

    @property
    def symptoms(self) -> list[str]:
        return [name for name in SYMPTOMS if getattr(self, name)]

    @property
    def symptom_names(self) -> list[str]:
        return [SYMPTOMS[name] for name in self.symptoms]

    def pain_record(self) -> dict[str, Any]:
        """Give the answers as the engine's session takes them."""
        return {
            "pain": self.pain,
            "pain_place": self.pain_place or None,
            "pain_sharp": self.pain_sharp,
            "symptoms": frozenset(self.symptoms),
        }


def pain_constraints(name: str) -> list[models.CheckConstraint]:
    """Give the constraints of a table with these columns; `name` is the table's noun."""
    return [
        check(f"{name}_pain_range", between("pain", 0, 10, null=True), "Pain goes from 0 to 10."),
        check(
            f"{name}_pain_place_known",
            Q(pain_place__in=["", "lower_back", "hip_joint", "elsewhere"]),
            "Pain sits in the lower back, the hip joint or elsewhere.",
        ),
        check(
            f"{name}_pain_whole",
            Q(pain__isnull=False, pain__gte=1) | Q(pain_place="", pain_sharp=False),
            "Where it hurt, and how, belongs to a pain of 1 or more.",
        ),
    ]
