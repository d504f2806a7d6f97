"""A set: load, reps, method, and how clean it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from hipthrust.models.fields import (
    FIRST_MOMENT,
    LAST_MOMENT,
    MAX_LOAD_KG,
    LoadField,
    PlainTextField,
    at_most,
    between,
    check,
)
from hipthrust.models.session import Session
from hipthrust.models.tombstone import Tombstoned, TombstonedQuerySet, tombstone_constraints
from hipthrust.models.user import User
from hipthrust.progression.records import BandUse as BandRecord
from hipthrust.progression.records import SetRecord, Tempo
from hipthrust.units import from_kg

# The chips, in the order of the page; the keys are the engine's names.
FLAWS = {
    "lumbar_hyperextension": "Lower back arched",
    "incomplete_lockout": "Lockout missed",
    "pelvis_rotation": "Hips rotated",
    "head_neck": "Head or neck",
    "feet_too_far": "Feet too far",
    "feet_too_close": "Feet too close",
    "knees_in": "Knees in",
}

TEMPO_PHASES = ("tempo_down", "tempo_bottom", "tempo_up", "tempo_top")
PHASE_SECONDS_MAX = 30

LOGGED_COLUMNS = (
    "kind",
    "implement",
    "side",
    "load_kg",
    "reps",
    "rir",
    *TEMPO_PHASES,
    "tempo_explosive",
    "pause_cut_short",
    "form_answered",
    *FLAWS,
    "note",
)


class SetQuerySet(TombstonedQuerySet["Set"]):
    def in_order(self) -> Self:
        return self.order_by("logged_at", "pk")

    def last_of(self, user: User) -> Set | None:
        """Give the newest working set of a lifter."""
        sets = self.for_user(user).kept().working().filter(session__deleted_at__isnull=True)
        return sets.order_by("-session__local_date", "-logged_at", "-pk").first()

    def working(self) -> Self:
        return self.filter(kind=Set.Kind.WORKING)


class Set(Tombstoned):
    """One set. A load lies on the hips in total: two dumbbells count together, a bar with plates.

    `form_answered` parts "clean" from "not asked yet": only then do the flaw columns speak.
    """

    class Kind(models.TextChoices):
        WORKING = "working", "Working set"
        WARMUP = "warmup", "Warm-up"

    class Implement(models.TextChoices):
        BODYWEIGHT = "bodyweight", "Body weight"
        DUMBBELL = "dumbbell", "Dumbbell or kettlebell"
        BARBELL = "barbell", "Barbell"
        MACHINE = "machine", "Machine"
        SMITH = "smith", "Smith machine"

    class Side(models.TextChoices):
        BOTH = "both", "Both legs"
        LEFT = "left", "Left leg"
        RIGHT = "right", "Right leg"

    lifter = models.ForeignKey(User, models.CASCADE, related_name="sets")
    session = models.ForeignKey(Session, models.CASCADE, related_name="sets")
    logged_at = models.DateTimeField()
    kind = PlainTextField(max_length=7, choices=Kind, default=Kind.WORKING)
    implement = PlainTextField(max_length=10, choices=Implement)
    side = PlainTextField(max_length=5, choices=Side, default=Side.BOTH)
    load_kg = LoadField(default=0)
    reps = models.PositiveSmallIntegerField()
    rir = models.PositiveSmallIntegerField("reps in reserve", null=True, blank=True)
    tempo_down = models.PositiveSmallIntegerField(default=2)
    tempo_bottom = models.PositiveSmallIntegerField(default=0)
    tempo_up = models.PositiveSmallIntegerField(default=1)
    tempo_top = models.PositiveSmallIntegerField(default=0)
    tempo_explosive = models.BooleanField("up as fast as possible", default=False)
    pause_cut_short = models.BooleanField(default=False)
    form_answered = models.BooleanField(default=False)
    lumbar_hyperextension = models.BooleanField(FLAWS["lumbar_hyperextension"], default=False)
    incomplete_lockout = models.BooleanField(FLAWS["incomplete_lockout"], default=False)
    pelvis_rotation = models.BooleanField(FLAWS["pelvis_rotation"], default=False)
    head_neck = models.BooleanField(FLAWS["head_neck"], default=False)
    feet_too_far = models.BooleanField(FLAWS["feet_too_far"], default=False)
    feet_too_close = models.BooleanField(FLAWS["feet_too_close"], default=False)
    knees_in = models.BooleanField(FLAWS["knees_in"], default=False)
    note = PlainTextField(max_length=500, blank=True, default="")

    objects = SetQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["session", "logged_at"], name="set_by_session")]
        constraints = [
            *tombstone_constraints("set"),
            check("set_kind_known", Q(kind__in=["working", "warmup"]), "Working set or warm-up."),
            check(
                "set_implement_known",
                Q(implement__in=["bodyweight", "dumbbell", "barbell", "machine", "smith"]),
                "Body weight, dumbbell, barbell, machine or Smith machine.",
            ),
            check(
                "set_side_known",
                Q(side__in=["both", "left", "right"]),
                "Both legs, the left or the right one.",
            ),
            check(
                "set_load_range",
                between("load_kg", 0, MAX_LOAD_KG),
                "A load lies between 0 and 1,000 kg (2,204 lb).",
            ),
            check(
                "set_load_fits_implement",
                Q(implement="bodyweight", load_kg=0)
                | Q(implement__in=["dumbbell", "barbell"], load_kg__gt=0)
                | Q(implement__in=["machine", "smith"]),
                "Body weight has no load; a dumbbell or barbell has one over 0.",
            ),
            check(
                "set_time_range",
                between("logged_at", FIRST_MOMENT, LAST_MOMENT),
                "A set is logged between 1950 and 2199.",
            ),
            check("set_reps_range", between("reps", 1, 999), "Between 1 and 999 reps."),
            check(
                "set_rir_range",
                between("rir", 0, 5, null=True),
                "Reps in reserve go from 0 to 5, which means 5 or more.",
            ),
            check(
                "set_tempo_range",
                Q(*(between(phase, 0, PHASE_SECONDS_MAX) for phase in TEMPO_PHASES)),
                "Each part of the tempo takes 0 to 30 seconds.",
            ),
            check(
                "set_tempo_moves",
                Q(tempo_down__gte=1) & Q(tempo_up__gte=1),
                "Down and up take at least 1 second each.",
            ),
            check(
                "set_tempo_explosive",
                Q(tempo_explosive=False) | Q(tempo_up=1),
                "An explosive way up counts as 1 second.",
            ),
            check(
                "set_pause_to_cut",
                Q(pause_cut_short=False) | Q(tempo_top__gte=1),
                "Only a set with a pause can have it cut short.",
            ),
            check(
                "set_flaws_are_answered",
                Q(form_answered=True) | Q(**dict.fromkeys(FLAWS, False)),
                "A flaw is an answer to the question about form.",
            ),
            check(
                "set_hips_rotate_on_one_leg",
                Q(pelvis_rotation=False) | Q(side__in=["left", "right"]),
                "Hips rotate in one-leg sets only.",
            ),
            check("set_note_length", at_most("note", 500), "At most 500 characters."),
        ]

    def __str__(self) -> str:
        return f"{self.implement} {self.load_kg} kg × {self.reps}"

    @property
    def flaws(self) -> list[str] | None:
        """The flaws by the engine's names; None where nobody answered."""
        if not self.form_answered:
            return None
        return [name for name in FLAWS if getattr(self, name)]

    @property
    def form_is_asked(self) -> bool:
        """Tell whether the question about form is open; warm-ups count for nothing there."""
        return self.kind == self.Kind.WORKING and not self.form_answered

    @property
    def tempo(self) -> str:
        return written_tempo(self)

    def values(self) -> dict[str, Any]:
        """Give what was logged: the columns that a form writes, and the bands."""
        bands = [(use.name, use.placement) for use in self.band_uses.all()]
        return {**{name: getattr(self, name) for name in LOGGED_COLUMNS}, "bands": bands}

    def as_record(self, unit: str) -> SetRecord:
        """Give the set as the engine reads it, its load in a unit."""
        return SetRecord(
            kind=self.kind,
            side=self.side,
            implement=self.implement,
            load=from_kg(self.load_kg, unit),
            reps=self.reps,
            rir=self.rir,
            tempo=Tempo.parse(self.tempo),
            bands=tuple(BandRecord(use.name, use.placement) for use in self.band_uses.all()),
            flaws=None if self.flaws is None else frozenset(self.flaws),
            pause_cut_short=self.pause_cut_short,
        )

    def write_bands(self, bands: Iterable[tuple[str, str]]) -> None:
        """Put these (name, placement) pairs in the place of the set's bands."""
        with transaction.atomic():
            self.band_uses.all().delete()
            for name, placement in bands:
                use = BandUse(set=self, name=name, placement=placement)
                use.full_clean()
                use.save()

    def edit(self, *, version: int, values: dict[str, Any]) -> None:
        """Write an edit made from `version`, bands and all; raise as `change` does."""
        columns = {name: value for name, value in values.items() if name != "bands"}
        with transaction.atomic():
            self.change(version=version, **columns)
            if "bands" in values:
                self.write_bands(values["bands"])


def written_tempo(row: Any) -> str:
    """Write down, bottom, up and top in seconds, X for an explosive way up: 2-0-1-2."""
    up = "X" if row.tempo_explosive else row.tempo_up
    return f"{row.tempo_down}-{row.tempo_bottom}-{up}-{row.tempo_top}"


class BandUse(models.Model):
    """A band in a set, and where it sits. The name is kept, whatever becomes of the band."""

    class Placement(models.TextChoices):
        KNEES = "knees", "Round the knees"
        HIPS = "hips", "Across the hips"

    set = models.ForeignKey(Set, models.CASCADE, related_name="band_uses")
    name = PlainTextField(max_length=30)
    placement = PlainTextField(max_length=5, choices=Placement)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["set", "placement"],
                name="band_use_placement_unique",
                violation_error_message="One band at each place.",
            ),
            check(
                "band_use_placement_known",
                Q(placement__in=["knees", "hips"]),
                "A band sits round the knees or across the hips.",
            ),
            check(
                "band_use_name_length",
                at_most("name", 30, least=1),
                "A band has a name of 1 to 30 characters.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} at {self.placement}"
