"""What the sessions on the Progress page come to: load, estimated strength, volume, reps, records.

Pure. Loads are in the lifter's unit throughout. Working sets only: warm-ups never get here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from hipthrust.progression.records import SetRecord
from hipthrust.progression.strength import shown_strength
from hipthrust.wording import Method, describe_load


@dataclass(frozen=True, slots=True)
class Work:
    """A working set: of which session and day, how it was done, and what the body weighed then."""

    session: UUID
    day: date
    method: Method
    load: Decimal
    reps: int
    rir: int | None = None
    body_weight: Decimal | None = None
    pause_cut_short: bool = False

    @property
    def strength(self) -> Decimal | None:
        """Estimate the load that goes up once, as load on the hips.

        None for banded and for long sets, and for body weight alone: reps say more there.
        """
        how = self.method
        if how.bands or how.implement == "bodyweight":
            return None
        return _estimate(how.implement, how.side, self.load, self.reps, self.rir, self.body_weight)


@lru_cache(maxsize=4096)
def _estimate(
    implement: str,
    side: str,
    load: Decimal,
    reps: int,
    rir: int | None,
    body_weight: Decimal | None,
) -> Decimal | None:
    """Ask the engine; a lifter repeats sets so often that a history has few different ones."""
    record = SetRecord("working", side, implement, load, reps, rir)
    return shown_strength(record, body_weight)


@dataclass(frozen=True)
class Entry:
    """The sets of one session that make one point: all of one line, in the order done."""

    line: Method
    sets: tuple[Work, ...]

    @property
    def session(self) -> UUID:
        return self.sets[0].session

    @property
    def day(self) -> date:
        return self.sets[0].day

    @property
    def methods(self) -> list[Method]:
        """List how it was done, left and right as one, each once."""
        return list(dict.fromkeys(work.method.of_one_leg() for work in self.sets))

    @cached_property
    def load(self) -> Decimal | None:
        """Take the load of most sets, at a tie the heaviest, as the rules do.

        None for body weight: that is no load of 0, and would pull every axis down to it.
        """
        if self.line.implement == "bodyweight":
            return None
        counts = Counter(work.load for work in self.sets)
        return max(counts, key=lambda load: (counts[load], load))

    @cached_property
    def strength(self) -> Decimal | None:
        """Take the best set's estimate."""
        known = (work.strength for work in self.sets)
        return max((estimate for estimate in known if estimate is not None), default=None)

    @cached_property
    def volume(self) -> Decimal | None:
        """Sum load times reps; None for body weight."""
        if self.line.implement == "bodyweight":
            return None
        return sum((work.load * work.reps for work in self.sets), Decimal(0))

    @cached_property
    def reps(self) -> Decimal:
        return Decimal(sum(work.reps for work in self.sets))


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to look at a session: its value, how that is said, and why it may have none.

    A `total` counts from 0, the others show how far they moved; a `count` has no unit.
    """

    name: str
    of: Callable[[Entry], Decimal | None]
    say: Callable[[Decimal, str], str]
    total: bool = False
    count: bool = False
    left_out: str = ""


MEASURES = {
    "load": Measure(
        "Load",
        attrgetter("load"),
        describe_load,
        left_out="Sessions with body weight alone have no load. Reps shows them.",
    ),
    "strength": Measure(
        "Estimated strength",
        attrgetter("strength"),
        lambda load, unit: f"about {load:.0f} {unit}",
        left_out="There is no estimate for body weight alone, with bands, or over 12 reps.",
    ),
    "volume": Measure(
        "Volume",
        attrgetter("volume"),
        lambda load, unit: f"{load:,.0f} {unit}",
        total=True,
        left_out="Sessions with body weight alone have no volume. Reps shows them.",
    ),
    "reps": Measure(
        "Reps",
        attrgetter("reps"),
        lambda reps, _: f"{reps} reps",
        total=True,
        count=True,
    ),
}


def line_of(method: Method) -> Method:
    """Name the line a set lies on: its implement, one leg apart from two.

    Pauses and bands come and go on one line; a line for each would be a handful of dots.
    """
    return Method(method.implement, method.of_one_leg().side)


def entries(history: Iterable[Work], line: Callable[[Method], Method] = line_of) -> list[Entry]:
    """Gather sets into points, session by session; `history` has a session's sets together."""
    found = []
    for _, together in groupby(history, key=lambda work: work.session):
        lines: dict[Method, list[Work]] = {}
        for work in together:
            lines.setdefault(line(work.method), []).append(work)
        found += [Entry(name, tuple(sets)) for name, sets in lines.items()]
    return found


@dataclass(frozen=True)
class Records:
    """The best sets of one method, a side at a time; a set with its pause cut short is none."""

    method: Method
    heaviest: Work | None
    strongest: Work | None
    most_reps: Work | None


def records(history: Iterable[Work]) -> Iterator[Records]:
    """Compare like with like: implement, side, tempo and bands; the method done last comes first.

    `history` runs from the oldest set to the newest, so that the first of equals keeps its record.
    """
    methods: dict[Method, list[Work]] = {}
    for work in history:
        if not work.pause_cut_short:
            # Taken out and put back, so that the order is that of the last time.
            methods[work.method] = sets = methods.pop(work.method, [])
            sets.append(work)
    return (best(method, sets) for method, sets in reversed(methods.items()))


def best(method: Method, sets: Sequence[Work]) -> Records:
    """Pick the records of one method: with a load the heaviest set, without one the most reps."""
    heaviest = max(sets, key=lambda work: (work.load, work.reps))
    if not heaviest.load:
        return Records(method, None, None, max(sets, key=lambda work: work.reps))
    estimated = [work for work in sets if work.strength]
    strongest = max(estimated, key=lambda work: work.strength or Decimal(0), default=None)
    return Records(method, heaviest, strongest, None)
