"""Impossible values are refused at the border; answers survive being stored."""

import json
from datetime import date
from decimal import Decimal

import pytest

from hipthrust.progression.records import (
    PLAIN,
    BandUse,
    Equipment,
    Lifter,
    Machine,
    Session,
    SetRecord,
    Start,
    Suggestion,
    Tempo,
)

from .made import BOTH, GYM_WITH_BANDS, advise, ago, body, every, sets

DAY = date(2026, 11, 19)
TEN = Decimal(10)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: SetRecord("drop", "both", "barbell", TEN, 5),
            "kind: must be one of working, warmup",
        ),
        (lambda: SetRecord("working", "each", "barbell", TEN, 5), "side: must be one of both"),
        (lambda: SetRecord("working", "both", "cable", TEN, 5), "implement: must be one of"),
        (
            lambda: SetRecord("working", "both", "barbell", Decimal("NaN"), 5),
            "load: must be a decimal",
        ),
        (lambda: SetRecord("working", "both", "barbell", Decimal(-1), 5), "load: must be from 0"),
        (lambda: SetRecord("working", "both", "barbell", 10.0, 5), "load: must be a decimal"),
        (lambda: SetRecord("working", "both", "bodyweight", TEN, 5), "load: must be 0"),
        (lambda: SetRecord("working", "both", "barbell", TEN, 0), "reps: must be a whole number"),
        (
            lambda: SetRecord("working", "both", "barbell", TEN, True),
            "reps: must be a whole number",
        ),
        (lambda: SetRecord("working", "both", "barbell", TEN, 5, 6), "rir: must be a whole number"),
        (lambda: Session(DAY, pain=11), "pain: must be a whole number"),
        (lambda: Session(DAY, pain_place="knee"), "pain_place: must be one of"),
        (lambda: Session(DAY, symptoms=frozenset({"cough"})), "symptoms: must be one of"),
        (lambda: Session(DAY, followed="GO"), "followed: must be one of"),
        (lambda: Session(DAY, body_weight=Decimal(0)), "body_weight: must be from more than 0"),
        (lambda: Lifter("st"), "unit: must be one of kg, lb"),
        (lambda: Lifter("kg", rep_range=(8, 8)), "rep_range: must begin under its end"),
        (lambda: Lifter("kg", place="a\0b"), "place: must be a name"),
        (lambda: Start("barbell", Decimal(-5), 5), "load: must be from 0"),
        (lambda: Machine(TEN, Decimal(0), TEN), "step: must be from more than 0"),
        (lambda: Machine(TEN, TEN, Decimal(5)), "max: must not be under the start"),
        (lambda: Equipment(plates={TEN: -1}), "plates.10: must be a whole number"),
        (lambda: Equipment(bands=("",)), "bands[0]: must be a name"),
        (lambda: BandUse("light", "ankles"), "placement: must be one of"),
        (lambda: Tempo.parse("2-0-1"), "tempo: must be four numbers"),
        (lambda: Tempo.parse("2-0-1-0-0"), "tempo: must be four numbers"),
        (lambda: Tempo(2, 0, 1, 99), "tempo: each part must be 0 to 60 s"),
    ],
)
def test_impossible_values_are_refused(make, message):
    with pytest.raises(ValueError, match=r".") as caught:
        make()
    assert str(caught.value).startswith(message)


def test_explosive_is_shown_and_counts_as_one():
    tempo = Tempo.parse("2-0-X-2")
    assert str(tempo) == "2-0-X-2"
    assert tempo.seconds == 5
    assert tempo == Tempo(2, 0, 1, 2)
    assert Tempo.parse("2-0-X-0") == PLAIN
    assert hash(Tempo.parse("2-0-X-0")) == hash(PLAIN)


@pytest.mark.parametrize(
    "history",
    [
        pytest.param([], id="start"),
        pytest.param([ago(3, sets(10), pain=8)], id="stop"),
        pytest.param(every(3, sets(12, tempo="2-0-X-0"), sets(12)), id="with-alternatives"),
        pytest.param(every(3, body(20), body(20)), id="body-weight"),
        pytest.param([ago(3, sets(10), ref=7), ago(6, sets(10), ref="handle")], id="refs"),
    ],
)
@pytest.mark.parametrize("equipment", [BOTH, GYM_WITH_BANDS], ids=["both", "bands"])
def test_suggestions_are_stored_without_loss(history, equipment):
    answer = advise(history, equipment=equipment)
    stored = json.dumps(answer.to_json())
    assert Suggestion.from_json(json.loads(stored)) == answer
    assert json.dumps(Suggestion.from_json(json.loads(stored)).to_json()) == stored
