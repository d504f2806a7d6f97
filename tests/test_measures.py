from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from hipthrust.measures import MEASURES, Work, entries, records
from hipthrust.wording import Method, describe_method

PLAIN = Method("barbell")
PAUSE = Method("barbell", tempo="2-0-1-2")
BANDED = Method("barbell", bands=(("medium", "knees"),))
LEFT, RIGHT = Method("dumbbell", "left"), Method("dumbbell", "right")
BODY = Method("bodyweight")


def work(load: str, reps: int, method: Method = PLAIN, *, session: int = 1, **more) -> Work:
    day = date(2026, 11, 1) + timedelta(days=session)
    return Work(UUID(int=session), day, method, Decimal(load), reps, **more)


@pytest.mark.parametrize(
    ("sets", "values"),
    [
        pytest.param(
            [work("60", 12), work("60", 11), work("60", 10)],
            {"load": "60", "strength": "84", "volume": "1980", "reps": "33"},
            id="straight-sets",
        ),
        pytest.param(
            [work("60", 10), work("70", 5), work("60", 10)],
            {"load": "60", "strength": "81.67", "volume": "1550", "reps": "25"},
            id="load-of-most-sets-best-estimate",
        ),
        pytest.param([work("60", 10), work("70", 5)], {"load": "70"}, id="tie-goes-to-the-heavier"),
        pytest.param(
            [work("60", 10, rir=2)], {"strength": "84"}, id="reps-in-reserve-count-for-strength"
        ),
        pytest.param([work("60", 13)], {"load": "60", "strength": None}, id="over-12-no-estimate"),
        pytest.param(
            [work("60", 10, BANDED), work("60", 8)],
            {"strength": "76", "reps": "18"},
            id="banded-set-has-no-estimate",
        ),
        pytest.param(
            [work("60", 9, body_weight=Decimal(100))],
            {"strength": "86.1"},
            id="share-of-the-body-is-taken-off-again",
        ),
        pytest.param(
            [work("0", 15, BODY)],
            {"load": None, "strength": None, "volume": None, "reps": "15"},
            id="body-weight-is-no-load-of-0",
        ),
        pytest.param(
            [work("0", 15, Method("machine"))], {"load": "0", "volume": "0"}, id="empty-machine-is"
        ),
    ],
)
def test_values_of_a_session(sets: list[Work], values: dict[str, str | None]) -> None:
    (entry,) = entries(sets)
    for name, value in values.items():
        found = MEASURES[name].of(entry)
        assert (found if found is None else round(found, 2)) == (value and Decimal(value)), name


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        pytest.param("load", "62.50", "62.5 kg", id="load"),
        pytest.param("strength", "83.67", "about 84 kg", id="strength"),
        pytest.param("volume", "1417.5", "1,418 kg", id="volume"),
        pytest.param("reps", "33", "33 reps", id="reps"),
    ],
)
def test_words_of_a_value(name: str, value: str, words: str) -> None:
    assert MEASURES[name].say(Decimal(value), "kg") == words


def test_a_line_is_an_implement_with_one_leg_apart() -> None:
    history = [
        work("60", 10),
        work("60", 8, PAUSE),
        work("20", 9, LEFT),
        work("20", 10, RIGHT),
        work("62.5", 10, session=2),
    ]
    found = [(describe_method(e.line), e.day.day, len(e.sets)) for e in entries(history)]
    assert found == [("Barbell", 2, 2), ("Dumbbell, one leg", 2, 2), ("Barbell", 3, 1)]


def test_a_point_names_each_method_once_and_both_sides_as_one() -> None:
    (entry,) = entries([work("20", 9, LEFT), work("20", 10, RIGHT), work("20", 9, LEFT)])
    assert [describe_method(method) for method in entry.methods] == ["Dumbbell, one leg"]


def test_records_compare_like_with_like() -> None:
    history = [
        work("80", 5, session=1),
        work("70", 5, PAUSE, session=1),
        work("20", 9, LEFT, session=2),
        work("20", 11, RIGHT, session=2),
        work("80", 8, session=3),
        work("60", 12, session=3),
        work("80", 8, session=4),
    ]
    found = {describe_method(best.method): best for best in records(history)}
    assert list(found) == [
        "Barbell",
        "Dumbbell, right leg",
        "Dumbbell, left leg",
        "Barbell, 2 s squeeze",
    ]
    assert found["Barbell"].heaviest == history[4]
    assert found["Barbell"].strongest == history[4]
    assert found["Dumbbell, left leg"].heaviest == history[2]
    assert found["Barbell, 2 s squeeze"].heaviest == history[1]


def test_records_without_a_load_are_reps() -> None:
    (best,) = records([work("0", 15, BODY), work("0", 20, BODY, session=2)])
    assert best.most_reps.reps == 20
    assert (best.heaviest, best.strongest) == (None, None)


def test_a_pause_cut_short_is_no_record() -> None:
    (best,) = records([work("70", 5, PAUSE), work("80", 5, PAUSE, pause_cut_short=True)])
    assert best.heaviest.load == 70


def test_long_sets_hold_the_load_but_no_estimate() -> None:
    (best,) = records([work("60", 15)])
    assert best.heaviest.reps == 15
    assert best.strongest is None
