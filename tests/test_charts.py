from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

import pytest

from hipthrust.charts import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Axis,
    Chart,
    Point,
    Series,
    date_ticks,
    draw,
    value_axis,
)

TODAY = date(2026, 11, 22)


def points(*values: tuple[int, str]) -> tuple[Point, ...]:
    """Make points from (days ago, value), oldest first, each a session of its own."""
    return tuple(
        Point(TODAY - timedelta(days=ago), Decimal(value), UUID(int=n), value, "Barbell")
        for n, (ago, value) in enumerate(values)
    )


def chart(*lines: tuple[Point, ...], days: int = 84, total: bool = False) -> Chart:
    series = [Series(f"line {n}", "barbell", line) for n, line in enumerate(lines)]
    trained = sorted({point.day for line in lines for point in line})
    start = TODAY - timedelta(days=days)
    return draw(series, start=start, end=TODAY, trained=trained, total=total)


@pytest.mark.parametrize(
    ("lowest", "highest", "total", "labels"),
    [
        pytest.param("60", "60", False, "50 55 60 65 70", id="one-flat-line"),
        pytest.param("60", "62.5", False, "50 55 60 65 70", id="one-small-step-stays-small"),
        pytest.param("20", "100", False, "0 20 40 60 80 100", id="twenty-to-a-hundred"),
        pytest.param("5", "200", False, "0 50 100 150 200", id="jump-from-5-to-200"),
        pytest.param("60", "100", False, "60 70 80 90 100", id="exactly-on-ticks"),
        pytest.param("41", "58.5", False, "40 45 50 55 60", id="steps-of-plates"),
        pytest.param("132.5", "147.5", False, "120 130 140 150 160", id="pounds"),
        pytest.param("0", "0", False, "0 1 2 3", id="empty-machine"),
        pytest.param("2", "2", False, "0 1 2 3 4 5", id="lightest-dumbbell"),
        pytest.param("5", "7.5", False, "3 4 5 6 7 8 9", id="light-dumbbells"),
        pytest.param("24", "36", True, "0 10 20 30 40", id="reps-from-nothing"),
        pytest.param("9", "11", True, "0 5 10 15", id="few-reps-in-whole-steps"),
        pytest.param("1365", "1980", True, "0 500 1000 1500 2000", id="volume"),
        pytest.param("9000", "12000", True, "0 2500 5000 7500 10000 12500", id="much-volume"),
        pytest.param("1000", "1000", False, "850 900 950 1000 1050 1100 1150", id="most-there-is"),
    ],
)
def test_value_axis(lowest: str, highest: str, total: bool, labels: str) -> None:
    axis = value_axis(Decimal(lowest), Decimal(highest), total=total)
    assert axis == Axis(tuple(Decimal(label) for label in labels.split()))


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        pytest.param(28, "26 Oct, 2 Nov, 9 Nov, 16 Nov", id="4-weeks"),
        pytest.param(84, "31 Aug, 21 Sep, 12 Oct, 2 Nov", id="12-weeks"),
        pytest.param(150, "Jul, Aug, Sep, Oct, Nov", id="5-months"),
        pytest.param(365, "2026, Apr, Jul, Oct", id="a-year"),
        pytest.param(730, "2025, Jul, 2026, Jul", id="2-years"),
        pytest.param(1096, "2024, 2025, 2026", id="3-years"),
        pytest.param(3653, "2017, 2019, 2021, 2023, 2025", id="10-years"),
        pytest.param(20000, "1973, 1984, 1995, 2006, 2017", id="a-lifetime"),
    ],
)
def test_date_ticks(days: int, labels: str) -> None:
    ticks = date_ticks(TODAY - timedelta(days=days), TODAY)
    assert ", ".join(label for _, label in ticks) == labels


def test_no_point_is_no_chart() -> None:
    with pytest.raises(ValueError, match="needs a point"):
        chart(points())


def test_labels_part_thousands_and_stand_where_their_values_do() -> None:
    drawn = chart(points((7, "1000"), (0, "2000")), total=True)
    assert [tick.label for tick in drawn.values] == ["0", "500", "1,000", "1,500", "2,000"]
    assert (drawn.values[0].at, drawn.values[-1].at) == (BOTTOM, TOP)
    (line,) = drawn.lines
    assert [y for _, y in line.marks] == [drawn.values[2].at, TOP]


def test_one_point_has_a_mark_and_a_target_but_no_line() -> None:
    drawn = chart(points((2, "60")))
    (line,) = drawn.lines
    assert len(line.marks) == 1
    assert "L" not in line.path
    (target,) = drawn.targets
    assert (target.point.said, target.sessions) == ("60", 1)
    assert target.width >= 28


def test_first_session_today_gets_four_weeks_around_it() -> None:
    drawn = chart(points((0, "60")), days=0)
    assert drawn.lines[0].marks[0][0] == LEFT + 8
    assert len(drawn.days) == 4


@pytest.mark.parametrize(
    ("ago", "others", "path"),
    [
        pytest.param((20, 6), (), "ML", id="14-days-are-no-break"),
        pytest.param((21, 6), (), "MM", id="15-days-are"),
        pytest.param((30, 6), (18,), "ML", id="other-training-bridges-it"),
        pytest.param((80, 6), tuple(range(70, 0, -10)), "MM", id="not-for-over-six-weeks"),
    ],
)
def test_line_breaks(ago: tuple[int, int], others: tuple[int, ...], path: str) -> None:
    line = points(*((days, "60") for days in ago))
    other = points(*((days, "10") for days in others))
    drawn = chart(line, other) if other else chart(line)
    assert "".join(c for c in drawn.lines[0].path if c.isalpha()) == path


def test_three_sessions_a_week_keep_a_target_each_over_twelve_weeks() -> None:
    days = [84 - 7 * week - day for week in range(12) for day in (0, 2, 4)]
    drawn = chart(points(*((ago, "60") for ago in days)))
    assert [target.sessions for target in drawn.targets] == [1] * 36


def test_targets_cover_neither_each_other_nor_the_axis() -> None:
    drawn = chart(points(*((ago, "60") for ago in range(80, 0, -3))))
    edges = [(target.x, target.x + target.width) for target in drawn.targets]
    assert all(a[1] <= b[0] + 0.11 for a, b in pairwise(edges))
    assert edges[0][0] >= LEFT
    assert edges[-1][1] <= RIGHT + 0.1


def test_sessions_too_close_to_part_share_a_target_that_opens_the_highest() -> None:
    (target,) = chart(points((1, "70"), (0, "60")), days=365).targets
    assert (target.point.said, target.sessions) == ("70", 2)


def test_two_lines_of_one_session_are_one_session_to_tap() -> None:
    (target,) = chart(points((1, "60")), points((1, "20"))).targets
    assert (target.point.said, target.sessions) == ("60", 1)


@pytest.mark.parametrize("sessions", [100, 1560, 15600])
def test_a_long_history_draws_no_more_than_fits(sessions: int) -> None:
    step = 3650 / sessions
    wave = [(3650 - int(n * step), str(60 + n % 7)) for n in range(sessions)]
    wave[sessions // 2] = (wave[sessions // 2][0], "140")
    wave[sessions // 3] = (wave[sessions // 3][0], "10")
    drawn = chart(points(*wave), days=3650)
    marks = drawn.lines[0].marks
    assert len(marks) <= 3 * (RIGHT - LEFT) / 4
    assert len(drawn.targets) <= (RIGHT - LEFT) / 6.5
    heights = [y for _, y in marks]
    axis = value_axis(Decimal(10), Decimal(140), total=False)
    assert min(heights) == round(BOTTOM - 140 / float(axis.high) * (BOTTOM - TOP), 1)
    assert max(heights) == round(BOTTOM - 10 / float(axis.high) * (BOTTOM - TOP), 1)


def test_the_newest_session_is_always_drawn() -> None:
    crowd = [(9, "60"), (8, "80"), (7, "40"), (6, "61")]
    marks = chart(points(*crowd), days=3650).lines[0].marks
    assert len(marks) == 3
    assert chart(points(*crowd), days=3650).newest.said == "61"
