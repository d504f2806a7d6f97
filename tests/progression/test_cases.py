"""The acceptance cases, through the JSON form."""

import json
from pathlib import Path

import pytest

from hipthrust.progression.jsonform import answer_text

from .expectations import differences

CASES = json.loads((Path(__file__).parents[1] / "cases" / "progression.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case):
    answer = json.loads(answer_text(json.dumps(case).encode()))
    assert differences(answer, case["expect"]) == []


def test_a_list_is_answered_in_order():
    answers = json.loads(answer_text(json.dumps(CASES).encode()))
    assert [answer["id"] for answer in answers] == [case["id"] for case in CASES]
