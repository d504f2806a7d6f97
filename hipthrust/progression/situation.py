"""What is read out of the history once, before the rules look at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from .day import Day, Key, read_days
from .loads import buildable, implied_by, lightest_bar
from .records import Equipment, Lifter, Session

# Fewer loaded sessions than this, about two months, make a novice. Convention.
NOVICE_SESSIONS = 12
# A gap over two weeks ends a run and is a break; where long gaps are the lifter's rhythm, four.
LONG_GAP = 14
RHYTHM_GAP = 28
# How far back plain sessions and breaks are looked for.
RECENT = 16
# The first days of the bands: a short pause, then the four breaks. After McMaster 2013 strength
# holds for about three weeks; the factors that go with the bands are convention.
BANDS = (11, 15, 29, 57, 113)
SHORT_PAUSE, BREAK, LONG_BREAK, LONGER_BREAK, LONGEST_BREAK = 1, 2, 3, 4, 5
ENDS_A_SET_BLOCK = ("EXTEND_REPS", "MAINTAIN")
# A step back begins anew as well: at body weight, where the load cannot show it, a lifter who
# climbs up again would otherwise be measured against the sessions before it.
BEGINS_A_RUN = ("RESET_10", "ADD_SET", "TEST_BASE", "REGRESS_PAIN", "REGRESS_FORM", "RETURN")


def days_between(earlier: date, later: date) -> int:
    return (later - earlier).days


@dataclass(frozen=True)
class Situation:
    """A lifter today. `everywhere` and `here` are days, oldest first; `here` is this place's."""

    lifter: Lifter
    today: date
    x: int
    everywhere: tuple[Day, ...]
    here: tuple[Day, ...]
    owned: Equipment

    @cached_property
    def trained(self) -> tuple[Day, ...]:
        """The days here with a working set."""
        return tuple(day for day in self.here if day.key)

    @cached_property
    def trained_everywhere(self) -> tuple[Day, ...]:
        return tuple(day for day in self.everywhere if day.key)

    @property
    def newest(self) -> Day:
        return self.trained[-1]

    @property
    def key(self) -> Key:
        assert self.newest.key is not None
        return self.newest.key

    @cached_property
    def body_weight(self) -> Decimal | None:
        """The body weight of the newest day, else the lifter's."""
        known = self.newest.body_weight if self.trained else None
        return self.lifter.body_weight if known is None else known

    def body_weight_on(self, day: Day) -> Decimal | None:
        return self.lifter.body_weight if day.body_weight is None else day.body_weight

    def loads(self, implement: str) -> tuple[Decimal, ...]:
        return buildable(self.owned, implement, self.lifter.unit)

    @cached_property
    def lightest_bar(self) -> tuple[str, Decimal] | None:
        return lightest_bar(self.owned, self.lifter.unit)

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """The days between one session here and the next, oldest first."""
        return tuple(days_between(a.date, b.date) for a, b in pairwise(self.here))

    @cached_property
    def rhythm(self) -> bool:
        """Say whether gaps of 11 to 28 days are how this lifter trains."""
        long = [10 < gap <= RHYTHM_GAP for gap in self.gaps[-4:]]
        return sum(long) >= 2 and any(long[-2:])

    @property
    def longest_gap(self) -> int:
        return RHYTHM_GAP if self.rhythm else LONG_GAP

    @cached_property
    def days_off(self) -> int:
        return days_between(self.here[-1].date, self.today) if self.here else 0

    @cached_property
    def stale(self) -> bool:
        """Say whether the run's last session is too old to raise the load on."""
        return days_between(self.newest.date, self.today) > self.longest_gap

    def trained_elsewhere(self, after: date, before: date) -> bool:
        return any(after < day.date < before for day in self.trained_everywhere)

    def band_of(self, after: date, before: date) -> int:
        """Rank a time off from 0 (no break) to 5; training elsewhere makes it one milder."""
        days = days_between(after, before)
        band = sum(days >= first for first in BANDS)
        if band and self.trained_elsewhere(after, before):
            band -= 1
        if self.rhythm and band in (SHORT_PAUSE, BREAK):
            return 0
        return band

    @cached_property
    def band_today(self) -> int:
        return self.band_of(self.here[-1].date, self.today) if self.here else 0

    @cached_property
    def widest_gaps(self) -> tuple[int, ...]:
        """The longest gap on the way to each trained day; warm-up days shorten it."""
        found, widest = [], 0
        for day, gap in zip(self.here, (0, *self.gaps), strict=True):
            widest = max(widest, gap)
            if day.key:
                found.append(widest)
                widest = 0
        return tuple(found)

    def in_one_stretch(self, i: int) -> bool:
        """Say whether trained days i-1 and i lie close enough to count in a row."""
        return self.widest_gaps[i] <= self.longest_gap

    @cached_property
    def run(self) -> tuple[Day, ...]:
        """The newest sessions in a row with one key and one load, oldest first."""
        days = self.trained
        i = len(days)
        while i and self.same_run(i - 1):
            i -= 1
            if days[i].followed in BEGINS_A_RUN:
                break
        return days[i:]

    def same_run(self, i: int) -> bool:
        day = self.trained[i]
        if day.is_deload or (day.key, day.load) != (self.newest.key, self.newest.load):
            return False
        return i == len(self.trained) - 1 or self.in_one_stretch(i + 1)

    def reached_at(self, i: int) -> bool:
        """Say whether hits were reached at the i-th session of the run."""
        run = self.run
        return run[i].strong or (i > 0 and run[i].hit and run[i - 1].hit)

    @cached_property
    def hits_reached(self) -> bool:
        return bool(self.run) and not self.stale and self.reached_at(len(self.run) - 1)

    @cached_property
    def misses(self) -> int:
        """Count the misses in a row of one key, whatever the load."""
        count = 0
        for i in range(len(self.trained) - 1, -1, -1):
            day = self.trained[i]
            if not day.miss or day.key != self.newest.key:
                break
            if count and not self.in_one_stretch(i + 1):
                break
            count += 1
            if day.followed == "RESET_10":
                break
        return count

    def in_a_row(self, methods: frozenset[str]) -> int:
        """Count the newest sessions in a row with these methods on."""
        count = 0
        for day in reversed(self.trained):
            if not day.key or day.key.methods != methods:
                break
            count += 1
        return count

    @cached_property
    def last_plain(self) -> Day | None:
        """The newest session here on the plain key that the newest key belongs to."""
        return self.plain_of(self.key, self.trained)

    @cached_property
    def last_two_leg_plain(self) -> Day | None:
        """The newest plain session here, whatever its implement."""
        return next((day for day in reversed(self.trained) if is_own_plain(day)), None)

    def plain_of(self, key: Key, days: Sequence[Day]) -> Day | None:
        """Give the newest plain session among these days that a key goes back to.

        It has the key's implement, which share no load; one leg goes back to any two-leg lift.
        """
        fitting = (day for day in reversed(days) if is_own_plain(day))
        return next(
            (d for d in fitting if key.single or (d.key and d.key.implement == key.implement)), None
        )

    @cached_property
    def adding_set(self) -> bool:
        """Say whether the run is a block with one set more, which an extension of reps ends."""
        if not self.run or self.run[0].followed != "ADD_SET":
            return False
        return not any(day.followed in ENDS_A_SET_BLOCK for day in self.run[1:])

    @cached_property
    def usual_sets(self) -> int:
        """The profile's sets, one more in such a block; after a miss no more than were done."""
        profile = self.lifter.sets + self.adding_set
        return min(profile, len(self.newest.reps)) if self.newest.miss else profile


def is_own_plain(day: Day) -> bool:
    """Say whether a session was plain and at the lifter's own load: no deload, no trial."""
    return day.key is not None and day.key.plain and not day.is_deload and not day.is_trial


def belongs_here(session: Session, lifter: Lifter) -> bool:
    """Say whether a session is one of the lifter's current place.

    A session without a place belongs wherever its implement can be built; a lifter without a
    place has only one.
    """
    if session.place is not None:
        return lifter.place is None or session.place == lifter.place
    if lifter.equipment is None:
        return True
    day = read_days([session], lifter, 1)[0]
    return day.key is None or bool(buildable(lifter.equipment, day.key.implement, lifter.unit))


def reserve_needed(history: Sequence[Session], lifter: Lifter) -> int:
    """Give x: a novice needs two reps in reserve, because novices misjudge them more."""
    novice = lifter.novice
    if novice is None:
        dates = {
            session.date
            for session in history
            if any(record.load and record.kind == "working" for record in session.sets)
        }
        novice = lifter.loaded_sessions_before + len(dates) < NOVICE_SESSIONS
    return 2 if novice else 1


def read(history: Sequence[Session], lifter: Lifter, today: date) -> Situation:
    """Read a history in any order; sessions dated after today have not happened yet."""
    past = [session for session in history if session.date <= today]
    x = reserve_needed(past, lifter)
    here = [session for session in past if belongs_here(session, lifter)]
    implements = {record.implement for session in here for record in session.sets}
    if lifter.start:
        implements.add(lifter.start.implement)
    owned = lifter.equipment
    return Situation(
        lifter=lifter,
        today=today,
        x=x,
        everywhere=read_days(past, lifter, x),
        here=read_days(here, lifter, x),
        owned=owned if owned is not None else implied_by(frozenset(implements), lifter.unit),
    )
