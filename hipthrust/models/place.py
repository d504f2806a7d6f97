"""Where a lifter trains, and what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from decimal import Decimal

from django.db import models, transaction
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
from hipthrust.progression import loads
from hipthrust.progression.records import Equipment, Machine, Smith
from hipthrust.units import from_kg, to_kg

BAND_COUNT_MAX = 12

# What a lifter can say to train with, each with a preset to edit later.
GEAR = {
    "dumbbells": "Dumbbells or kettlebells",
    "barbell": "Barbell and plates",
    "machine": "Machine or Smith",
    "bands": "Bands",
}

# Under a quarter pound there is nothing to buy, and a gram would be 0 to a hundredth of a pound.
LIGHTEST_KG = Decimal("0.1")


class PlaceQuerySet(models.QuerySet["Place"]):
    def for_user(self, user: User) -> PlaceQuerySet:
        return self.filter(lifter=user)

    def in_use(self) -> PlaceQuerySet:
        """Leave out places that were removed; their sessions still name them."""
        return self.filter(removed_at__isnull=True)

    def with_equipment(self) -> PlaceQuerySet:
        return self.prefetch_related("pieces", "bands")

    @transaction.atomic
    def open(self, lifter: User, name: str, gear: Collection[str] | None) -> Place:
        """Open a place with the presets of this gear; None leaves its equipment unknown."""
        place = self.create(lifter=lifter, name=name)
        if gear is not None:
            place.furnish(gear)
        return place


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
                    machine_step_kg__gte=LIGHTEST_KG,
                    machine_max_kg__gte=models.F("machine_start_kg"),
                    machine_max_kg__lte=MAX_LOAD_KG,
                ),
                "A machine has a lightest load, a step of 0.1 kg or more, and at most 1,000 kg.",
            ),
            check(
                "place_smith_bar_range",
                between("smith_bar_kg", 0, 100, null=True),
                "A Smith machine's bar counts 0 to 100 kg.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def likely_name(gear: Collection[str] | None) -> str:
        """Guess what to call a place: bars and machines stand in gyms."""
        return "Gym" if gear is None or {"barbell", "machine"} & set(gear) else "Home"

    def furnish(self, gear: Collection[str]) -> None:
        """Put the presets of this gear here, in sizes usual where the lifter's unit is."""
        unit = self.lifter.unit
        preset, pieces = loads.PRESETS[unit], []
        if "barbell" in gear:
            pieces += [(Piece.Kind.BAR, to_kg(bar, unit), 1) for bar in preset.bars]
        if "barbell" in gear or "machine" in gear:
            pieces += [
                (Piece.Kind.PLATES, to_kg(plate, unit), pairs)
                for plate, pairs in preset.plates.items()
            ]
        if "dumbbells" in gear:
            pieces += [(Piece.Kind.DUMBBELL, to_kg(load, unit), 1) for load in preset.dumbbells]
        if "machine" in gear and preset.machine and preset.smith:
            self.machine_start_kg = to_kg(preset.machine.start, unit)
            self.machine_step_kg = to_kg(preset.machine.step, unit)
            self.machine_max_kg = to_kg(preset.machine.max, unit)
            self.smith_bar_kg = to_kg(preset.smith.bar, unit)
        self.equip(pieces, preset.bands if "bands" in gear else ())

    @transaction.atomic
    def equip(self, pieces: Iterable[tuple[str, Decimal, int]], bands: Iterable[str]) -> None:
        """Save the place with these (kind, load, count) pieces and these bands, lightest first."""
        self.equipment_known = True
        self.save()
        self.pieces.all().delete()
        Piece.objects.bulk_create(
            Piece(place=self, kind=kind, load_kg=load, count=count) for kind, load, count in pieces
        )
        self.bands.all().delete()
        Band.objects.bulk_create(
            Band(place=self, name=name, position=position) for position, name in enumerate(bands)
        )

    @transaction.atomic
    def remove(self, now: datetime) -> bool:
        """Take the place out of use, unless it is the last one; tell whether it is out.

        Its sessions go on naming it. A lifter who trained here moves to their oldest other place.
        """
        others = self.lifter.places.in_use().exclude(pk=self.pk)
        if self.removed_at is None and others.exists():
            self.removed_at = now
            self.save(update_fields=["removed_at"])
            User.objects.filter(place=self).update(place=others.first())
        return self.removed_at is not None

    def as_record(self, unit: str) -> Equipment | None:
        """Give the equipment in a unit; None where nobody has said what is here."""
        if not self.equipment_known:
            return None
        models.prefetch_related_objects([self], "pieces", "bands")
        plates: Counter[Decimal] = Counter()
        for load, pairs in self.loads_of(Piece.Kind.PLATES, unit):
            plates[load] += pairs
        dumbbells = self.loads_of(Piece.Kind.DUMBBELL, unit)
        return Equipment(
            bars=tuple(load for load, _ in self.loads_of(Piece.Kind.BAR, unit)),
            plates=dict(plates),
            dumbbells=tuple(load for load, count in dumbbells for _ in range(count)),
            two_dumbbells=self.two_dumbbells,
            bands=tuple(band.name for band in self.bands.all()),
            machine=self.machine(unit),
            smith=None if self.smith_bar_kg is None else Smith(from_kg(self.smith_bar_kg, unit)),
        )

    def loads_of(self, kind: str, unit: str) -> list[tuple[Decimal, int]]:
        """List what there is of a kind, lightest first, with how many of each."""
        pieces = [piece for piece in self.pieces.all() if piece.kind == kind]
        return [(from_kg(piece.load_kg, unit), piece.count) for piece in pieces]

    def machine(self, unit: str) -> Machine | None:
        if self.machine_start_kg is None:
            return None
        parts = (self.machine_start_kg, self.machine_step_kg, self.machine_max_kg)
        return Machine(*(from_kg(part, unit) for part in parts if part is not None))

    def steps(self, implement: str, unit: str) -> tuple[Decimal, ...]:
        """List the loads that can be built here with an implement, lightest first.

        Where there is nothing to build them from, the usual loads stand in: what is logged need
        not be what is listed.
        """
        listed = loads.buildable(self.as_record(unit), implement, unit)
        return listed or loads.buildable(None, implement, unit)


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
                between("load_kg", LIGHTEST_KG, 300),
                "A bar, plate or dumbbell has a load of 0.1 to 300 kg.",
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
