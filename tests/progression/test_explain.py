"""The words: true numbers, plain sentences, a chip that names the change."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hipthrust.progression.explain import SENTENCES
from hipthrust.progression.explain.sources import SOURCES
from hipthrust.progression.records import ACTIONS, Start

from .made import (
    BOTH,
    DUMBBELLS,
    GYM_WITH_BANDS,
    HEAVY_KETTLEBELLS,
    KETTLEBELLS,
    NOTHING,
    PAUSE,
    TODAY,
    advise,
    ago,
    body,
    dumbbell,
    every,
    sets,
)


def test_every_action_has_its_sentence_and_its_source():
    assert set(SENTENCES) == set(SOURCES) == set(ACTIONS)


@pytest.mark.parametrize(
    ("history", "fields", "reason"),
    [
        pytest.param(
            every(3, sets(12, 1), sets(12)),
            {},
            "Two sessions in a row every set reached 12 reps with at least 1 in reserve, so the "
            "smallest step (+2.5 kg, 4 %) is due.",
            id="load-up",
        ),
        pytest.param(
            every(3, sets(6, 1, load=90), sets(6, 1, load=90)),
            {"rep_range": (4, 6)},
            "Two sessions in a row every set reached 6 reps with at least 1 in reserve, so the "
            "smallest step (+2.5 kg, 3 %) is due.",
            id="a-range-of-strength",
        ),
        pytest.param(
            every(3, sets([12, 12, 14], None), sets([12, 12, 15], None)),
            {},
            "Two sessions in a row every set reached 12 reps, up to 14, so the smallest step "
            "(+2.5 kg, 4 %) is due.",
            id="no-reserve-logged",
        ),
        pytest.param(
            every(3, dumbbell(10, 12), dumbbell(10, 12)),
            {"equipment": DUMBBELLS},
            "Your next load, 12.5 kg, is 25 % heavier; reach 14 clean reps first.",
            id="extend",
        ),
        pytest.param(
            every(3, dumbbell(16, 18), dumbbell(16, 18)),
            {"equipment": KETTLEBELLS},
            "Your reps with what was in reserve come to 20, enough for the long step to 24 kg "
            "(50 %): one set fewer at first.",
            id="big-step",
        ),
        pytest.param(
            [ago(21, sets(10))],
            {},
            "After 3 weeks off most strength comes back soon; start again with 52.5 kg and two "
            "sets.",
            id="three-weeks",
        ),
        pytest.param(
            every(3, sets(10, flaws="lumbar_hyperextension")),
            {},
            "Your lower back arched: keep 60 kg, end each set at the last clean rep, and keep "
            "your ribs down and finish with the glutes.",
            id="form",
        ),
        pytest.param(
            every(3, dumbbell(20, 12), dumbbell(20, 12)),
            {"equipment": DUMBBELLS},
            "No heavier dumbbell here: a 2 s squeeze at lockout makes 20 kg harder.",
            id="no-heavier-load",
        ),
        pytest.param(
            every(3, sets(12, 1), sets(12, 1)),
            {"novice": True},
            "Every set reached 12 reps. For the next step keep 2 in reserve in every set.",
            id="reserve-missing",
        ),
        pytest.param(
            every(3, sets(12, None), sets(12, None)),
            {},
            "Every set reached 12 reps. For the next step note your reps in reserve, or reach 14 "
            "in a set.",
            id="no-reserve-to-judge-by",
        ),
        pytest.param(
            [ago(9, sets(10), pain=7)],
            {"cleared": TODAY - timedelta(days=3)},
            "You said that you can train again: come back gently, with 47.5 kg and two sets.",
            id="cleared",
        ),
        pytest.param(
            [],
            {"start": Start("barbell", Decimal(60), 10)},
            "You already train with 60 kg: the first session starts with 52.5 kg, under it, so "
            "that the form comes first.",
            id="start",
        ),
        pytest.param(
            [],
            {"start": Start("barbell", Decimal(60), 10), "equipment": NOTHING},
            "You already train with 60 kg, but no load is at hand here: two easy sets at body "
            "weight come first.",
            id="start-without-a-load",
        ),
    ],
)
def test_reasons(history, fields, reason):
    assert advise(history, **fields).reason == reason


@pytest.mark.parametrize(
    ("history", "fields", "chip"),
    [
        pytest.param(every(3, sets(12), sets(12)), {}, "+2.5 kg", id="load-up"),
        pytest.param(every(3, sets(7), sets(7)), {}, "−5 kg", id="load-down"),
        pytest.param(every(3, sets(9), sets(10)), {}, "+1 rep", id="a-rep"),
        pytest.param(every(3, sets(9), sets(9, 4)), {}, "+2 reps", id="two-reps"),
        pytest.param([ago(20, sets(10, load=20))], {}, "One set fewer", id="set"),
        pytest.param(every(3, *[sets(10, 1, load=80)] * 4), {}, "2 s squeeze", id="pause"),
        pytest.param(
            [ago(40, sets(10, tempo=PAUSE)), *every(3, *[sets(10, 1)] * 4)],
            {"equipment": GYM_WITH_BANDS},
            "Light band at knees",
            id="band",
        ),
        pytest.param(
            every(3, body(20), body(20)), {"equipment": DUMBBELLS}, "Dumbbell, 5 kg", id="dumbbell"
        ),
        pytest.param(
            every(3, dumbbell(20, 12), dumbbell(20, 12)),
            {"equipment": BOTH},
            "Barbell, 20 kg",
            id="bar",
        ),
        pytest.param(every(3, sets(11), sets(12)), {}, None, id="the-same"),
        pytest.param([], {}, None, id="no-history"),
    ],
)
def test_the_chip_names_the_change(history, fields, chip):
    assert advise(history, **fields).change == chip


def test_where_another_place_was_trained_the_lifter_was_not_off():
    history = [ago(20, sets(10), place="Gym"), ago(8, body(15), place="Home")]
    assert advise(history, place="Gym").reason.startswith("After 2 weeks away from this place")


def test_alternatives_say_why():
    answer = advise(every(3, body(20), body(20)), equipment=HEAVY_KETTLEBELLS)
    assert [each.reason for each in answer.alternatives] == [
        "A squeeze at lockout makes the lift harder without more weight."
    ]
