"""What was done and what is to be done, in the few words a lifter reads.

Pure: it takes set rows and prescriptions by their shape, so that Train, Session, Progress and
History say the same thing the same way.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from hipthrust.units import from_kg, plain

IMPLEMENTS = {
    "bodyweight": "Body weight",
    "dumbbell": "Dumbbell",
    "barbell": "Barbell",
    "machine": "Machine",
    "smith": "Smith machine",
}
SIDES = {"both": "both legs", "each": "one leg", "left": "left leg", "right": "right leg"}

ONE_LEG = ("left", "right")

PLAIN_TEMPO = "2-0-1-0"


@dataclass(frozen=True, slots=True)
class Method:
    """How a set is done, apart from load and reps: what may be compared with what.

    `side` is both, each, left or right; `tempo` the four numbers; `bands` pairs of a band's name
    and its place, in a fixed order, so that equal methods are equal values.
    """

    implement: str
    side: str = "both"
    tempo: str = PLAIN_TEMPO
    bands: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, done: Any) -> "Method":
        """Read the method of a set row, of the engine's set record or of its prescription."""
        uses = done.band_uses.all() if hasattr(done, "band_uses") else done.bands
        bands = sorted((use.name, str(use.placement)) for use in uses)
        return cls(str(done.implement), str(done.side), str(done.tempo), tuple(bands))

    def of_one_leg(self) -> "Method":
        """Take left and right for one and the same: a session trains both."""
        return replace(self, side="each") if self.side in ONE_LEG else self


class SetRow(Protocol):
    """What the words need of a set; `models.Set` has it."""

    implement: str
    side: str
    load_kg: Decimal
    reps: int


class Done(NamedTuple):
    """A set in short, its load in the lifter's unit."""

    implement: str
    side: str
    load: Decimal
    reps: int


class Prescribed(Protocol):
    """What the words need of a prescription; the engine's has it, loads in the lifter's unit."""

    @property
    def implement(self) -> str: ...
    @property
    def side(self) -> str: ...
    @property
    def load(self) -> Decimal: ...
    @property
    def reps(self) -> Sequence[int]: ...
    @property
    def rep_goal(self) -> int: ...


def describe_day(day: date) -> str:
    """Say a day: "3 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def describe_load(load: Decimal, unit: str, implement: str = "") -> str:
    """Say a load of the lifter's unit: "62.5 kg", or "Body weight" where there is none."""
    return IMPLEMENTS["bodyweight"] if implement == "bodyweight" else f"{plain(load)} {unit}"


def describe_reps(reps: Sequence[int]) -> str:
    """Say the reps of sets that belong together: "3 × 12", or "3 × 12, 12, 11"."""
    each = reps[:1] if len(set(reps)) == 1 else reps
    return f"{len(reps)} × {', '.join(map(str, each))}"


def describe_goal(reps: Sequence[int], rep_goal: int) -> str:
    """Say the reps to do and how far they may go: "3 × 8–12"; "3 × 8, 8, 7" where they differ."""
    if len(set(reps)) == 1 and rep_goal > reps[0]:
        return f"{len(reps)} × {reps[0]}–{rep_goal}"
    return describe_reps(reps)


def describe_tempo(tempo: str) -> list[str]:
    """Say what differs from the plain rep: "3 s down", "1 s at the bottom", "2 s squeeze"."""
    down, bottom, up, top = tempo.upper().split("-")
    said = {
        f"{down} s down": down != "2",
        f"{bottom} s at the bottom": bottom != "0",
        "fast up" if up == "X" else f"{up} s up": up != "1",
        f"{top} s squeeze": top != "0",
    }
    return [words for words, differs in said.items() if differs]


def describe_band(name: str, placement: str) -> str:
    """Say a band and where it sits: "medium band at knees"."""
    noun = name if name.lower().endswith("band") else f"{name} band"
    return f"{noun} at {placement}"


def method_tags(method: Method) -> list[str]:
    """List what makes a method harder than two plain legs, a few words each."""
    legs = [] if method.side == "both" else [SIDES[method.side]]
    bands = [describe_band(name, placement) for name, placement in method.bands]
    return legs + describe_tempo(method.tempo) + bands


def describe_method(method: Method) -> str:
    """Name a method, shortest first: "Barbell", "Dumbbell, one leg", "Barbell, 2 s squeeze"."""
    return ", ".join([IMPLEMENTS[method.implement], *method_tags(method)])


def spell_method(method: Method) -> str:
    """Say the whole method, legs and all: "Barbell · both legs · 2 s squeeze"."""
    tags = method_tags(method)
    legs = [SIDES["both"]] if method.side == "both" else []
    return " · ".join([IMPLEMENTS[method.implement], *legs, *tags])


def describe_sets(sets: Iterable[SetRow], unit: str) -> str:
    """Say set rows in the order done: "62.5 kg · 3 × 12, 12, 11", one part a load."""
    return describe_done(
        (Done(row.implement, row.side, from_kg(row.load_kg, unit), row.reps) for row in sets), unit
    )


def describe_done(sets: Iterable[Done], unit: str) -> str:
    """Say sets whose loads are in the lifter's unit already."""
    parts = [
        f"{describe_load(load, unit, implement)} · {reps}"
        for (implement, load), together in groupby(sets, key=lambda s: (s.implement, s.load))
        for reps in _reps_of(list(together))
    ]
    return "; ".join(parts)


def describe_prescription(prescribed: Prescribed, unit: str) -> str:
    """Say what to do in one line that can be read at arm's length: "62.5 kg · 3 × 8–12"."""
    load = describe_load(prescribed.load, unit, prescribed.implement)
    each = " each leg" if prescribed.side == "each" else ""
    return f"{load} · {describe_goal(prescribed.reps, prescribed.rep_goal)}{each}"


def _reps_of(sets: Sequence[Done]) -> Iterator[str]:
    """Say the reps of one load: two legs counted, then one leg as "left 9, 9, right 11, 10"."""
    both = [done.reps for done in sets if done.side == "both"]
    if both:
        yield describe_reps(both)
    legs = [(leg, [str(done.reps) for done in sets if done.side == leg]) for leg in ONE_LEG]
    if said := [f"{leg} {', '.join(reps)}" for leg, reps in legs if reps]:
        yield ", ".join(said)
