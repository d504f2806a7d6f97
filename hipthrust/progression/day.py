"""One date's training, read as one session: its key, its load, and whether it is a hit."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from .records import Lifter, Session, SetRecord
from .vocabulary import BLOCKING_FLAWS, CUE_FLAWS, PLAIN, TRIALS, BandUse, Tempo

BODY_WEIGHT_RANGE = (12, 20)
SINGLE_LEG_RANGE = (5, 12)
# The fewest reps of a loaded set after a passed trial, until the range's own lower end is reached.
LO_AFTER_TRIAL = 5


class Key(NamedTuple):
    """What makes two sessions the same lift."""

    implement: str
    single: bool
    tempo: Tempo
    bands: tuple[BandUse, ...]

    @property
    def methods(self) -> frozenset[str]:
        """Name the methods that are on; none of them makes the key plain."""
        on = {
            "pause": self.tempo.top >= 2,
            "slow": self.tempo.down >= 3,
            "band": bool(self.bands),
            "single": self.single,
        }
        return frozenset(name for name, is_on in on.items() if is_on)

    @property
    def plain(self) -> bool:
        return not self.methods

    @property
    def two_leg_body_weight(self) -> bool:
        return self.implement == "bodyweight" and not self.single

    def without_methods(self) -> "Key":
        return Key(self.implement, False, PLAIN if self.methods else self.tempo, ())


def key_of(record: SetRecord) -> Key:
    return Key(
        record.implement,
        record.side != "both",
        record.tempo,
        tuple(sorted(set(record.bands))),
    )


def rep_range(key: Key, lifter: Lifter) -> tuple[int, int]:
    if key.single:
        return SINGLE_LEG_RANGE
    return BODY_WEIGHT_RANGE if key.two_leg_body_weight else lifter.rep_range


@dataclass(frozen=True)
class Day:
    """The sessions of one date.

    `key` is None where nothing but warm-ups was logged. `counted` are the sets of the key at the
    session's load, on one leg those of the weaker side; heavier and lighter sets count for
    nothing, other keys' sets for flaws alone. `lo`, `hi` and `x` are what a hit is measured by.
    """

    parts: tuple[Session, ...]
    key: Key | None
    load: Decimal
    at_load: tuple[SetRecord, ...]
    form_sets: tuple[SetRecord, ...]
    lo: int
    hi: int
    x: int

    @property
    def date(self) -> date:
        return self.parts[0].date

    @cached_property
    def refs(self) -> tuple[Hashable, ...]:
        return tuple(self.date if part.ref is None else part.ref for part in self.parts)

    @cached_property
    def followed(self) -> str | None:
        return next((part.followed for part in self.parts if part.followed), None)

    @cached_property
    def body_weight(self) -> Decimal | None:
        known = [part.body_weight for part in self.parts if part.body_weight is not None]
        return known[-1] if known else None

    @cached_property
    def working(self) -> tuple[SetRecord, ...]:
        return tuple(record for part in self.parts for record in part.sets if is_working(record))

    @cached_property
    def flaws(self) -> frozenset[str]:
        return frozenset(flaw for record in self.form_sets for flaw in record.flaws or ())

    @property
    def blocking(self) -> frozenset[str]:
        return self.flaws & frozenset(BLOCKING_FLAWS)

    @property
    def cues(self) -> frozenset[str]:
        return self.flaws & frozenset(CUE_FLAWS)

    @cached_property
    def answered(self) -> bool:
        return any(record.flaws is not None for record in self.form_sets)

    @cached_property
    def sides(self) -> tuple[tuple[SetRecord, ...], tuple[SetRecord, ...]]:
        """Give left and right sets at the load, each in the order of logging."""
        left = tuple(record for record in self.at_load if record.side == "left")
        right = tuple(record for record in self.at_load if record.side == "right")
        return left, right

    @cached_property
    def weaker_side(self) -> str:
        """Name the side with fewer reps, then with less in reserve, over the sets both have."""
        left, right = self.sides
        if not left or not right:
            return "left" if left else "right"
        n = min(len(left), len(right))
        return "right" if side_rank(right[:n]) < side_rank(left[:n]) else "left"

    @cached_property
    def counted(self) -> tuple[SetRecord, ...]:
        if self.key is None or not self.key.single:
            return self.at_load
        return self.sides[0] if self.weaker_side == "left" else self.sides[1]

    @cached_property
    def reps(self) -> tuple[int, ...]:
        return tuple(record.reps for record in self.counted)

    @cached_property
    def rirs(self) -> tuple[int | None, ...]:
        """Give each set's reps in reserve; the last set's stands for earlier ones without."""
        last = self.counted[-1].rir if self.counted else None
        return tuple(last if record.rir is None else record.rir for record in self.counted)

    @cached_property
    def known_rirs(self) -> tuple[int, ...]:
        return tuple(rir for rir in self.rirs if rir is not None)

    @property
    def is_trial(self) -> bool:
        return self.followed in TRIALS

    @property
    def is_deload(self) -> bool:
        return self.followed == "DELOAD"

    @cached_property
    def miss(self) -> bool:
        if self.key is None or self.key.two_leg_body_weight or self.is_trial or self.is_deload:
            return False
        return any(reps < self.lo for reps in self.reps)

    @cached_property
    def at_top(self) -> bool:
        return bool(self.reps) and all(reps >= self.hi for reps in self.reps)

    @cached_property
    def hit(self) -> bool:
        if self.followed in ("DELOAD", "RETURN") or self.blocking or not self.at_top:
            return False
        if any(record.pause_cut_short for record in self.counted):
            return False
        return self.in_reserve

    @cached_property
    def in_reserve(self) -> bool:
        """Say whether the reserve was there, or two reps more stand for it."""
        shown = self.rirs[-1] is not None or any(reps >= self.hi + 2 for reps in self.reps)
        return shown and all(rir >= self.x for rir in self.known_rirs)

    @cached_property
    def strong(self) -> bool:
        if not self.hit:
            return False
        if self.known_rirs:
            return all(rir >= 4 for rir in self.known_rirs)
        return self.reps[-1] >= self.hi + 4


def side_rank(records: Sequence[SetRecord]) -> tuple[int, int, int]:
    reps = [record.reps for record in records]
    reserve = sum(record.rir for record in records if record.rir is not None)
    return sum(reps), reserve, min(reps)


def is_working(record: SetRecord) -> bool:
    return record.kind == "working"


def most_common_key(records: Sequence[SetRecord]) -> Key | None:
    """Name the key of most sets; at a tie the first."""
    counts = Counter(key_of(record) for record in records)
    return counts.most_common(1)[0][0] if counts else None


def most_common_load(records: Sequence[SetRecord]) -> Decimal:
    """Name the load of most sets; at a tie the heaviest."""
    counts = Counter(record.load for record in records)
    return max(counts, key=lambda load: (counts[load], load)) if counts else Decimal(0)


def read_day(parts: Sequence[Session], lifter: Lifter, x: int, trial_key: Key | None) -> Day:
    """Read the sessions of one date; `trial_key` is the key that a passed trial has opened."""
    working = [record for part in parts for record in part.sets if is_working(record)]
    key = most_common_key(working)
    of_key = [record for record in working if key_of(record) == key]
    load = most_common_load(of_key)
    at_load = tuple(record for record in of_key if record.load == load)
    others = [record for record in working if key_of(record) != key]
    lo, hi = rep_range(key, lifter) if key else lifter.rep_range
    if key is not None and key == trial_key:
        lo = lo_after_trial(lo, at_load)
    return Day(tuple(parts), key, load, at_load, (*at_load, *others), lo, hi, x)


def lo_after_trial(lo: int, records: Sequence[SetRecord]) -> int:
    """Give lo after a passed trial: 5, until a session reaches the range's own."""
    reached = all(record.reps >= lo for record in records)
    return lo if reached else min(lo, LO_AFTER_TRIAL)


def read_days(sessions: Iterable[Session], lifter: Lifter, x: int) -> tuple[Day, ...]:
    """Merge sessions by date, oldest first."""
    days: list[Day] = []
    trial_key: Key | None = None
    ordered = sorted(sessions, key=lambda session: session.date)
    for _, parts in groupby(ordered, key=lambda session: session.date):
        day = read_day(list(parts), lifter, x, trial_key)
        days.append(day)
        if day.is_trial:
            trial_key = None if trial_failed(day) else day.key
        elif day.key == trial_key and day.key and day.lo == rep_range(day.key, lifter)[0]:
            trial_key = None
    return tuple(days)


# A trial asks for RIR 3; one rep less in reserve is within what people misjudge (Halperin 2022).
TRIAL_RESERVE = 2
SINGLE_LEG_TRIAL_REPS = 5


def trial_reps(day: Day) -> int:
    """Give the reps a set that the trial prescribed: the range's lower end at the bar, else 5."""
    return day.lo if day.followed == "TRIAL_BAR" else 5


def trial_failed(day: Day) -> bool:
    """Say whether a trial failed; the weaker side decides on one leg."""
    if day.blocking or not day.reps:
        return True
    if day.followed == "TRIAL_UNILATERAL":
        return min(record.reps for record in day.at_load) < SINGLE_LEG_TRIAL_REPS
    if min(day.reps) < trial_reps(day):
        return True
    if day.known_rirs:
        return min(day.known_rirs) < TRIAL_RESERVE
    return day.reps[-1] < trial_reps(day) + 2
