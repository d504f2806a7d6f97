"""Sessions in, the geometry of the load history out; a template draws it.

Pure. Everything is measured in the drawing's own units (WIDTH by HEIGHT), so that one drawing fits
every screen. What is drawn is bounded by the drawing's width and not by the length of the history.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import chain, groupby, pairwise
from uuid import UUID

from hipthrust.units import plain

WIDTH, HEIGHT = 360, 232
LEFT, RIGHT, TOP, BOTTOM = 40, 348, 20, 204

# Points keep clear of the plot's sides, or the first and the last would lose half their mark.
INSET = 8

# Training broke where no session of any kind lies within 14 days: the rules' own limit for a run.
BREAK = timedelta(days=14)
# A line that rested for six weeks while others went on has begun anew.
REST = timedelta(days=42)

# Two marks closer than this cover each other.
CROWD = 4.0
CROWDED = 40
# Three sessions a week over twelve weeks lie 6.9 apart: each keeps a target of its own.
TARGET = 6.5
# A lonely point's target is a generous thumb, not the whole picture.
TARGET_MAX = 56.0

# A line that moves by less than a quarter of its height looks as flat as it is.
LEAST_SPAN = Decimal("0.25")
LEAST_HEIGHT = Decimal(5)
# Where the lowest value is this small a part of the highest, the axis may as well start at 0.
NEAR_ZERO = Decimal("0.3")
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
INTERVALS = 5

# More would touch each other on the narrowest phone.
DATE_LABELS = 5
LEAST_DAYS = 28


@dataclass(frozen=True, slots=True)
class Point:
    """A session's value on one line, and how it is said: the value, and how it was done."""

    day: date
    value: Decimal
    session: UUID
    said: str
    method: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one line, oldest first; `mark` names its shape, filled or `hollow`."""

    name: str
    mark: str
    points: tuple[Point, ...]
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The lowest and the highest value drawn, both ticks, and the labelled ticks."""

    ticks: tuple[Decimal, ...]

    @property
    def low(self) -> Decimal:
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        return self.ticks[-1]


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line drawn: the path through it, broken where training broke, and where its marks sit."""

    series: Series
    path: str
    marks: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A strip to tap: it opens one session, the highest where it stands for several."""

    x: float
    width: float
    point: Point
    sessions: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole drawing; the plot lies between left and right, top and bottom."""

    lines: tuple[Line, ...]
    values: tuple[Tick, ...]
    days: tuple[Tick, ...]
    targets: tuple[Target, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = BOTTOM

    @property
    def newest(self) -> Point:
        return max((line.series.points[-1] for line in self.lines), key=lambda point: point.day)

    @property
    def is_crowded(self) -> bool:
        """Tell whether the marks have to be small."""
        return any(len(line.marks) > CROWDED for line in self.lines)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and values lie in the drawing."""

    start: date
    end: date
    axis: Axis

    def x(self, day: date) -> float:
        share = (day - self.start) / (self.end - self.start)
        return round(LEFT + INSET + share * (RIGHT - LEFT - 2 * INSET), 1)

    def y(self, value: Decimal) -> float:
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return round(BOTTOM - float(share) * (BOTTOM - TOP), 1)


def draw(
    series: Sequence[Series],
    *,
    start: date,
    end: date,
    trained: Iterable[date],
    total: bool = False,
) -> Chart:
    """Lay out lines of points between two days; values are in whatever the axis shall count.

    `trained` are the days of all sessions, oldest first: they tell where training broke. A `total`
    counts from 0. Raises ValueError when there is no point at all.
    """
    values = [point.value for line in series for point in line.points]
    if not values:
        raise ValueError("a chart needs a point")
    end = max(end, start + timedelta(days=LEAST_DAYS))
    axis = value_axis(min(values), max(values), total=total)
    stretches = stretch_of_days(trained)
    frame = Frame(start, end, axis)
    return Chart(
        lines=tuple(_line(line, frame, stretches) for line in series),
        values=tuple(Tick(frame.y(tick), f"{plain(tick):,}") for tick in axis.ticks),
        days=tuple(Tick(frame.x(day), label) for day, label in date_ticks(start, end)),
        targets=tuple(_targets(series, frame)),
    )


def value_axis(lowest: Decimal, highest: Decimal, *, total: bool) -> Axis:
    """Choose round ticks around the values: from 0 for sums and for wide spans, never under it."""
    least = max(highest * LEAST_SPAN, LEAST_HEIGHT)
    if (short := least - (highest - lowest)) > 0:
        lowest, highest = lowest - short / 2, highest + short / 2
    if total or lowest < highest * NEAR_ZERO:
        lowest = Decimal(0)
    step = round_step((highest - lowest) / INTERVALS, whole=total)
    first = (lowest / step).to_integral_value(ROUND_FLOOR)
    last = max((highest / step).to_integral_value(ROUND_CEILING), first + 1)
    return Axis(tuple(step * n for n in range(int(first), int(last) + 1)))


def round_step(least: Decimal, *, whole: bool) -> Decimal:
    """Give the smallest of 1, 2, 2.5 and 5 times a power of ten that is not under `least` or 1."""
    least = max(least, Decimal(1))
    ten = Decimal(1).scaleb(least.adjusted())
    steps = (step * ten for ten in (ten, ten * 10) for step in STEPS)
    return next(step for step in steps if step >= least and not (whole and step % 1))


def date_ticks(start: date, end: date) -> list[tuple[date, str]]:
    """Label at most five days from start to end: Mondays, firsts of months, or years."""
    weeks = (_mondays(start, end, n) for n in (1, 2, 3))
    months = (_months(start, end, n) for n in (1, 2, 3, 6))
    for ticks in chain(weeks, months):
        if len(ticks) <= DATE_LABELS:
            return ticks
    years = range(start.year + 1, end.year + 1)
    return [(date(year, 1, 1), str(year)) for year in years[:: -(-len(years) // DATE_LABELS)]]


def stretch_of_days(trained: Iterable[date]) -> dict[date, int]:
    """Number the stretches of training between breaks, by day; `trained` is in order."""
    numbers: dict[date, int] = {}
    number, last = 0, None
    for day in trained:
        number += last is not None and day - last > BREAK
        numbers[day] = number
        last = day
    return numbers


def thin(points: Sequence[Point], frame: Frame) -> list[Point]:
    """Leave out points that others cover: of each crowd the lowest, the highest and the last stay.

    The last stays because the newest session must be seen even if it is neither.
    """
    kept = []
    for _, together in groupby(points, key=lambda point: int(frame.x(point.day) / CROWD)):
        crowd = list(together)
        stay = {min(crowd, key=_value), max(crowd, key=_value), crowd[-1]}
        kept += [point for point in crowd if point in stay]
    return kept


def _line(series: Series, frame: Frame, stretches: dict[date, int]) -> Line:
    kept = thin(series.points, frame)
    marks = [(frame.x(point.day), frame.y(point.value)) for point in kept]
    path = [f"M{marks[0][0]} {marks[0][1]}"] if marks else []
    for (before, point), (x, y) in zip(pairwise(kept), marks[1:], strict=True):
        path.append(f"{'L' if _goes_on(before, point, stretches) else 'M'}{x} {y}")
    return Line(series, "".join(path), tuple(marks))


def _goes_on(before: Point, point: Point, stretches: dict[date, int]) -> bool:
    return point.day - before.day <= REST and stretches[before.day] == stretches[point.day]


def _targets(series: Sequence[Series], frame: Frame) -> Iterator[Target]:
    """Cut the drawing's width into strips: each reaches half way to its neighbours."""
    points = sorted(
        chain.from_iterable(line.points for line in series), key=lambda point: point.day
    )
    groups = _groups(points, frame)
    ends = [(frame.x(group[0].day), frame.x(group[-1].day)) for group in groups]
    left, right = float(LEFT), float(RIGHT)
    walls = [left, *((a[1] + b[0]) / 2 for a, b in pairwise(ends)), right]
    for group, (first, last), (wall, next_wall) in zip(groups, ends, pairwise(walls), strict=True):
        x = max(wall, first - TARGET_MAX / 2)
        width = min(next_wall, last + TARGET_MAX / 2) - x
        sessions = len({point.session for point in group})
        yield Target(round(x, 1), round(width, 1), max(group, key=_value), sessions)


def _groups(points: Sequence[Point], frame: Frame) -> list[list[Point]]:
    """Gather points that lie too close for targets of their own."""
    groups: list[list[Point]] = []
    for point in points:
        if groups and frame.x(point.day) - frame.x(groups[-1][0].day) < TARGET:
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups


def _value(point: Point) -> Decimal:
    return point.value


def _mondays(start: date, end: date, weeks: int) -> list[tuple[date, str]]:
    first = start + timedelta(days=-start.weekday() % 7)
    days = [first + timedelta(weeks=n) for n in range(0, (end - first).days // 7 + 1, weeks)]
    return [(day, f"{day.day} {day:%b}") for day in days]


def _months(start: date, end: date, step: int) -> list[tuple[date, str]]:
    """List the firsts of every `step`-th month, January among them and named by its year."""
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    days = [date(n // 12, n % 12 + 1, 1) for n in months if n % step == 0]
    return [(day, str(day.year) if day.month == 1 else f"{day:%b}") for day in days if day >= start]
