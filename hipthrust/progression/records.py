"""What goes into the engine and what comes out: frozen values, checked at the border.

Nothing inside the engine checks again. Loads and body weights are `Decimal` in the lifter's own
unit; dates are the lifter's local dates.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .answer import Alternative, Prescription, Suggestion
from .vocabulary import (
    ACTIONS,
    BLOCKING_FLAWS,
    CUE_FLAWS,
    FLAWS,
    IMPLEMENTS,
    KINDS,
    METHODS,
    PAIN_PLACES,
    PLACEMENTS,
    PLAIN,
    SIDES,
    SYMPTOMS,
    UNITS,
    BandUse,
    InvalidRecordError,
    Tempo,
    one_of,
    shown,
)

__all__ = [
    "ACTIONS",
    "BLOCKING_FLAWS",
    "CUE_FLAWS",
    "FLAWS",
    "IMPLEMENTS",
    "KINDS",
    "METHODS",
    "PAIN_PLACES",
    "PLACEMENTS",
    "PLAIN",
    "SIDES",
    "SYMPTOMS",
    "UNITS",
    "Alternative",
    "BandUse",
    "Equipment",
    "InvalidRecordError",
    "Lifter",
    "Machine",
    "Prescription",
    "Session",
    "SetRecord",
    "Smith",
    "Start",
    "Suggestion",
    "Tempo",
]

# Above every hip thrust ever logged, in either unit, and small enough to enumerate.
MAX_LOAD = Decimal(2500)
# The database keeps loads to three places.
FINEST = Decimal("0.001")
MAX_REPS = 999
MAX_SETS = 20
MAX_PAIRS = 99


def check_load(field: str, value: object, *, above_zero: bool = False) -> None:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise InvalidRecordError(field, f"must be a decimal number, not {shown(value)}")
    if value < 0 or value > MAX_LOAD or (above_zero and value == 0):
        least = "more than 0" if above_zero else "0"
        raise InvalidRecordError(field, f"must be from {least} to {MAX_LOAD}, not {shown(value)}")
    if value != value.quantize(FINEST):
        raise InvalidRecordError(field, f"must have at most three decimals, not {shown(value)}")


def check_whole(field: str, value: object, least: int, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise InvalidRecordError(
            field, f"must be a whole number from {least} to {most}, not {shown(value)}"
        )


def check_name(field: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip() or len(value) > 100 or "\0" in value:
        raise InvalidRecordError(
            field, f"must be a name of 1 to 100 characters, not {shown(value)}"
        )


@dataclass(frozen=True)
class SetRecord:
    """One set as logged; `flaws` None means that the form was not answered."""

    kind: str
    side: str
    implement: str
    load: Decimal
    reps: int
    rir: int | None = None
    tempo: Tempo = PLAIN
    bands: tuple[BandUse, ...] = ()
    flaws: frozenset[str] | None = frozenset()
    pause_cut_short: bool = False

    def __post_init__(self) -> None:
        one_of("kind", self.kind, KINDS)
        one_of("side", self.side, SIDES)
        one_of("implement", self.implement, IMPLEMENTS)
        check_load("load", self.load)
        if self.implement == "bodyweight" and self.load:
            raise InvalidRecordError("load", f"must be 0 with body weight, not {shown(self.load)}")
        check_whole("reps", self.reps, 1, MAX_REPS)
        if self.rir is not None:
            check_whole("rir", self.rir, 0, 5)
        for flaw in self.flaws or ():
            one_of("flaws", flaw, FLAWS)


@dataclass(frozen=True)
class Session:
    """One logged session; `ref` is the caller's own handle and is only handed back."""

    date: date
    sets: tuple[SetRecord, ...] = ()
    place: str | None = None
    followed: str | None = None
    pain: int | None = 0
    pain_place: str | None = None
    pain_sharp: bool = False
    symptoms: frozenset[str] = frozenset()
    body_weight: Decimal | None = None
    ref: Hashable | None = None

    def __post_init__(self) -> None:
        if self.place is not None:
            check_name("place", self.place)
        if self.followed is not None:
            one_of("followed", self.followed, ACTIONS)
        if self.pain is not None:
            check_whole("pain", self.pain, 0, 10)
        if self.pain_place is not None:
            one_of("pain_place", self.pain_place, PAIN_PLACES)
        for symptom in self.symptoms:
            one_of("symptoms", symptom, SYMPTOMS)
        if self.body_weight is not None:
            check_load("body_weight", self.body_weight, above_zero=True)


@dataclass(frozen=True)
class Machine:
    """A stack: its lightest load, its step, its heaviest load."""

    start: Decimal
    step: Decimal
    max: Decimal

    def __post_init__(self) -> None:
        check_load("start", self.start)
        check_load("step", self.step, above_zero=True)
        check_load("max", self.max)
        if self.max < self.start:
            raise InvalidRecordError("max", f"must not be under the start, {self.start}")


@dataclass(frozen=True)
class Smith:
    """A Smith machine's own bar."""

    bar: Decimal

    def __post_init__(self) -> None:
        check_load("bar", self.bar)


@dataclass(frozen=True)
class Equipment:
    """What a place has; `plates` maps a plate's load to the number of pairs owned."""

    bars: tuple[Decimal, ...] = ()
    plates: Mapping[Decimal, int] = field(default_factory=dict)
    dumbbells: tuple[Decimal, ...] = ()
    two_dumbbells: bool = False
    bands: tuple[str, ...] = ()
    machine: Machine | None = None
    smith: Smith | None = None

    def __post_init__(self) -> None:
        for i, bar in enumerate(self.bars):
            check_load(f"bars[{i}]", bar, above_zero=True)
        for plate, pairs in self.plates.items():
            check_load(f"plates.{plate}", plate, above_zero=True)
            check_whole(f"plates.{plate}", pairs, 0, MAX_PAIRS)
        for i, dumbbell in enumerate(self.dumbbells):
            check_load(f"dumbbells[{i}]", dumbbell, above_zero=True)
        for i, band in enumerate(self.bands):
            check_name(f"bands[{i}]", band)


@dataclass(frozen=True)
class Start:
    """The load a lifter names in set-up as what they already train with."""

    implement: str
    load: Decimal
    reps: int

    def __post_init__(self) -> None:
        one_of("implement", self.implement, IMPLEMENTS)
        check_load("load", self.load)
        if self.implement == "bodyweight" and self.load:
            raise InvalidRecordError("load", f"must be 0 with body weight, not {shown(self.load)}")
        check_whole("reps", self.reps, 1, MAX_REPS)


@dataclass(frozen=True)
class Lifter:
    """Who trains, with what, and what they have said about pain.

    `novice` None is worked out: fewer than 12 loaded sessions. `equipment` None is unknown; an
    empty one is none. A red flag is cleared by `cleared_by_doctor` alone. The last two fields
    stand for the history before the window that the caller has loaded.
    """

    unit: str
    body_weight: Decimal | None = None
    rep_range: tuple[int, int] = (8, 12)
    sets: int = 3
    target_rir: int = 2
    novice: bool | None = None
    place: str | None = None
    cleared: date | None = None
    cleared_by_doctor: date | None = None
    start: Start | None = None
    equipment: Equipment | None = None
    loaded_sessions_before: int = 0
    first_session: date | None = None

    def __post_init__(self) -> None:
        one_of("unit", self.unit, UNITS)
        if self.body_weight is not None:
            check_load("body_weight", self.body_weight, above_zero=True)
        if len(self.rep_range) != 2:
            raise InvalidRecordError("rep_range", "must be two numbers, the lower first")
        for i, reps in enumerate(self.rep_range):
            check_whole(f"rep_range[{i}]", reps, 1, 100)
        if self.rep_range[0] >= self.rep_range[1]:
            raise InvalidRecordError("rep_range", "must begin under its end")
        check_whole("sets", self.sets, 1, MAX_SETS)
        check_whole("target_rir", self.target_rir, 0, 5)
        if self.place is not None:
            check_name("place", self.place)
        check_whole("loaded_sessions_before", self.loaded_sessions_before, 0, 10**6)
