"""Where a lifter trains, and what stands there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from hipthrust.models.fields import (
    MAX_LOAD_KG,
    LoadField,
    PlainTextField,
    at_most,
    between,
    check,
    filled,
)
from hipthrust.models.user import User

BAND_COUNT_MAX = 12


class PlaceQuerySet(models.QuerySet["Place"]):
    def for_user(self, user: User) -> PlaceQuerySet:
        return self.filter(lifter=user)

    def in_use(self) -> PlaceQuerySet:
        """Leave out places that were removed; their sessions still name them."""
        return self.filter(removed_at__isnull=True)

    def with_equipment(self) -> PlaceQuerySet:
        return self.prefetch_related("pieces", "bands")


class Place(models.Model):
    """A gym, a home: one set of equipment.

    `equipment_known` parts "nothing here" from "not said yet": the engine then goes by what was
    logged.
    """

    lifter = models.ForeignKey(User, models.CASCADE, related_name="places")
    name = PlainTextField(max_length=40)
    equipment_known = models.BooleanField(default=False)
    two_dumbbells = models.BooleanField("I can place two dumbbells", default=False)
    machine_start_kg = LoadField(null=True, blank=True)
    machine_step_kg = LoadField(null=True, blank=True)
    machine_max_kg = LoadField(null=True, blank=True)
    smith_bar_kg = LoadField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "lifter",
                Lower("name"),
                condition=Q(removed_at__isnull=True),
                name="place_name_unique",
                violation_error_message="You have a place with this name already.",
            ),
            check(
                "place_name_length",
                at_most("name", 40, least=1),
                "A place has a name of 1 to 40 characters.",
            ),
            check(
                "place_machine_whole",
                Q(
                    machine_start_kg__isnull=True,
                    machine_step_kg__isnull=True,
                    machine_max_kg__isnull=True,
                )
                | filled("machine_start_kg", "machine_step_kg", "machine_max_kg")
                & Q(
                    machine_start_kg__gte=0,
                    machine_step_kg__gt=0,
                    machine_max_kg__gte=models.F("machine_start_kg"),
                    machine_max_kg__lte=MAX_LOAD_KG,
                ),
                "A machine has a lightest load, a step over 0 and a heaviest load up to 1,000 kg.",
            ),
            check(
                "place_smith_bar_range",
                between("smith_bar_kg", 0, 100, null=True),
                "A Smith machine's bar counts 0 to 100 kg.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Piece(models.Model):
    """Bars, plates and dumbbells of one load: how many of them, plates in pairs."""

    class Kind(models.TextChoices):
        BAR = "bar", "Bar"
        PLATES = "plates", "Pair of plates"
        DUMBBELL = "dumbbell", "Dumbbell or kettlebell"

    place = models.ForeignKey(Place, models.CASCADE, related_name="pieces")
    kind = PlainTextField(max_length=8, choices=Kind)
    load_kg = LoadField()
    count = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["kind", "load_kg"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind", "load_kg"],
                name="piece_load_unique",
                violation_error_message="This load is listed already; raise its count.",
            ),
            check(
                "piece_kind_known",
                Q(kind__in=["bar", "plates", "dumbbell"]),
                "Equipment is a bar, plates or a dumbbell.",
            ),
            check(
                "piece_load_range",
                Q(load_kg__gt=0, load_kg__lte=300),
                "A bar, plate or dumbbell has a load over 0 and up to 300 kg.",
            ),
            check("piece_count_range", between("count", 1, 20), "Between 1 and 20 of each."),
        ]

    def __str__(self) -> str:
        return f"{self.count} × {self.kind} {self.load_kg} kg"


class Band(models.Model):
    """A loop band; `position` orders a place's bands, lightest first."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="bands")
    name = PlainTextField(max_length=30)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                "place",
                Lower("name"),
                name="band_name_unique",
                violation_error_message="You have a band with this name here already.",
            ),
            check(
                "band_name_length",
                at_most("name", 30, least=1),
                "A band has a name of 1 to 30 characters.",
            ),
            check(
                "band_position_range",
                between("position", 0, BAND_COUNT_MAX),
                "At most 12 bands at one place.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
