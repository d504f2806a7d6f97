"""What a lifter says about their body: body weight over time, and "I can train again"."""

from __future__ import annotations

from typing import Self

from django.db import models

from hipthrust.models.fields import FIRST_DAY, LAST_DAY, LoadField, between, check
from hipthrust.models.user import User


class OwnedQuerySet(models.QuerySet):
    def for_user(self, user: User) -> Self:
        return self.filter(lifter=user)


class BodyWeight(models.Model):
    """The body weight that holds from a day until the next entry."""

    lifter = models.ForeignKey(User, models.CASCADE, related_name="body_weights")
    date = models.DateField()
    kg = LoadField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["lifter", "date"],
                name="body_weight_date_unique",
                violation_error_message="There is a body weight for this day already.",
            ),
            check("body_weight_range", between("kg", 20, 400), "Between 20 and 400 kg."),
            check(
                "body_weight_date_range",
                between("date", FIRST_DAY, LAST_DAY),
                "A date from 1950 to 2199.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.kg} kg"


class Clearance(models.Model):
    """The lifter said "I can train again"; after a red flag that a doctor has agreed."""

    lifter = models.ForeignKey(User, models.CASCADE, related_name="clearances")
    date = models.DateField()
    by_doctor = models.BooleanField(default=False)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["date"]
        constraints = [
            check(
                "clearance_date_range",
                between("date", FIRST_DAY, LAST_DAY),
                "A date from 1950 to 2199.",
            ),
        ]

    def __str__(self) -> str:
        return f"cleared on {self.date}"
