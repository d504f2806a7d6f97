"""The JSON form: what is accepted, what is refused, and with which words."""

import json
from copy import deepcopy
from decimal import Decimal

import pytest

from hipthrust.progression.jsonfields import RefusedError, load
from hipthrust.progression.jsonform import answer_text, read_case

SET = {
    "kind": "working",
    "side": "both",
    "implement": "barbell",
    "load": "60",
    "reps": 12,
    "rir": 2,
    "tempo": "2-0-1-0",
    "bands": [],
    "flaws": [],
}
CASE = {
    "id": "one",
    "today": "2026-11-22",
    "lifter": {
        "unit": "kg",
        "body_weight": "60",
        "rep_range": [8, 12],
        "sets": 3,
        "target_rir": 2,
        "novice": False,
        "equipment": {
            "bars": ["20"],
            "plates": {"1.25": 1, "20": 2},
            "dumbbells": ["5"],
            "bands": [{"name": "heavy", "order": 2}, {"name": "light", "order": 1}],
            "machine": {"start": "10", "step": "5", "max": "150"},
            "smith": {"bar": "15"},
        },
    },
    "sessions": [{"date": "2026-11-19", "sets": [SET]}],
}


def changed(path, value):
    """Give the case with one field changed; `path` is keys and positions with dots."""
    case = deepcopy(CASE)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = case
    for step in way:
        place = place[step]
    if value is KeyError:
        del place[last]
    else:
        place[last] = value
    return case


def refusal(case):
    with pytest.raises(RefusedError) as caught:
        answer_text(json.dumps(case).encode())
    return str(caught.value)


def test_the_answer_has_the_shape_of_the_page():
    answer = json.loads(answer_text(json.dumps(CASE).encode()))
    assert list(answer) == [
        "id",
        "action",
        "method",
        "next",
        "reason",
        "rests_on",
        "cue",
        "alternatives",
    ]
    assert list(answer["next"]) == [
        "implement",
        "load",
        "side",
        "tempo",
        "bands",
        "sets",
        "reps",
        "rep_goal",
        "rir",
        "weak_side",
    ]
    assert answer["id"] == "one"
    assert answer["next"]["load"] == "60"


def test_a_list_is_answered_as_a_list():
    assert json.loads(answer_text(b"[]")) == []
    answers = json.loads(answer_text(json.dumps([CASE, CASE]).encode()))
    assert [answer["id"] for answer in answers] == ["one", "one"]


@pytest.mark.parametrize(
    "path",
    [
        "id",
        "lifter.body_weight",
        "lifter.novice",
        "lifter.equipment",
        "lifter.equipment.machine",
        "lifter.equipment.smith",
        "sessions.0.sets.0.rir",
        "sessions.0.sets.0.flaws",
        "sessions.0.sets.0.bands",
    ],
)
def test_optional_keys_may_be_missing_or_null(path):
    for value in (KeyError, None):
        assert answer_text(json.dumps(changed(path, value)).encode())


@pytest.mark.parametrize("value", ["62.5", 62.5, 60, "60.0", "0.125"])
def test_weights_are_strings_or_numbers(value):
    text = json.dumps(changed("sessions.0.sets.0.load", value)).encode()
    case = read_case(load(text), "")
    assert case.sessions[0].sets[0].load == Decimal(str(value))


def test_bands_are_ordered_and_plates_counted():
    lifter = read_case(deepcopy(CASE), "").lifter
    assert lifter.equipment.bands == ("light", "heavy")
    assert lifter.equipment.plates == {Decimal("1.25"): 1, Decimal(20): 2}


def test_null_equipment_is_unknown_and_an_empty_one_is_none():
    assert read_case(changed("lifter.equipment", None), "").lifter.equipment is None
    assert read_case(changed("lifter.equipment", {}), "").lifter.equipment.bars == ()


def test_cleared_counts_as_the_doctor_s_word_too():
    lifter = read_case(changed("lifter.cleared", "2026-11-20"), "").lifter
    assert lifter.cleared == lifter.cleared_by_doctor


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("today", KeyError, "today: is missing"),
        ("today", "22.11.2026", 'today: must be a date like "2026-11-22", not "22.11.2026"'),
        ("today", "2026-02-30", 'today: must be a date like "2026-11-22", not "2026-02-30"'),
        ("today", "2026-W47-7", 'today: must be a date like "2026-11-22", not "2026-W47-7"'),
        ("today", 20261122, 'today: must be a date like "2026-11-22", not 20261122'),
        ("id", 5, "id: must be text, not 5"),
        ("sessions", {}, "sessions: must be a list, not an object"),
        ("sessions", KeyError, "sessions: is missing"),
        ("lifter", None, "lifter: must be an object, not null"),
        ("lifter.unit", "stone", 'lifter.unit: must be one of kg, lb, not "stone"'),
        ("lifter.body_weight", True, "lifter.body_weight: must be a number, not true"),
        ("lifter.body_weight", "0", "lifter.body_weight: must be from more than 0 to 2500, not 0"),
        ("lifter.rep_range", [8], "lifter.rep_range: must be two numbers, the lower first"),
        ("lifter.rep_range", [12, 8], "lifter.rep_range: must begin under its end"),
        ("lifter.rep_range", [8, "12"], 'lifter.rep_range[1]: must be a whole number, not "12"'),
        ("lifter.sets", 0, "lifter.sets: must be a whole number from 1 to 20, not 0"),
        ("lifter.target_rir", 2.5, "lifter.target_rir: must be a whole number, not 2.5"),
        ("lifter.novice", "no", 'lifter.novice: must be true or false, not "no"'),
        ("lifter.colour", 1, 'lifter: has an unknown key "colour"'),
        ("lifter.start", {"implement": "barbell", "load": "60"}, "lifter.start.reps: is missing"),
        ("lifter.equipment", [], "lifter.equipment: must be an object, not a list"),
        ("lifter.equipment.bars", "20", 'lifter.equipment.bars: must be a list, not "20"'),
        (
            "lifter.equipment.bars",
            ["20", "-5"],
            "lifter.equipment.bars[1]: must be from more than 0 to 2500, not -5",
        ),
        (
            "lifter.equipment.plates",
            {"1.25": "1"},
            'lifter.equipment.plates.1.25: must be a whole number, not "1"',
        ),
        (
            "lifter.equipment.plates",
            {"small": 1},
            'lifter.equipment.plates.small: must be a number, not "small"',
        ),
        (
            "lifter.equipment.plates",
            {"5": -1},
            "lifter.equipment.plates.5: must be a whole number from 0 to 99, not -1",
        ),
        (
            "lifter.equipment.bands.0.order",
            "first",
            'lifter.equipment.bands[0].order: must be a whole number, not "first"',
        ),
        (
            "lifter.equipment.machine",
            {"start": "10", "step": "0", "max": "50"},
            "lifter.equipment.machine.step: must be from more than 0 to 2500, not 0",
        ),
        (
            "lifter.equipment.machine",
            {"start": "10", "step": "5"},
            "lifter.equipment.machine.max: is missing",
        ),
        (
            "lifter.equipment.smith",
            {"bar": "NaN"},
            'lifter.equipment.smith.bar: must be a number, not "NaN"',
        ),
        ("sessions.0", 7, "sessions[0]: must be an object, not 7"),
        ("sessions.0.pain", 11, "sessions[0].pain: must be a whole number from 0 to 10, not 11"),
        ("sessions.0.pain", True, "sessions[0].pain: must be a whole number, not true"),
        (
            "sessions.0.pain_place",
            "knee",
            'sessions[0].pain_place: must be one of lower_back, hip_joint, elsewhere, not "knee"',
        ),
        ("sessions.0.pain_sharp", 1, "sessions[0].pain_sharp: must be true or false, not 1"),
        ("sessions.0.symptoms", "trauma", 'sessions[0].symptoms: must be a list, not "trauma"'),
        (
            "sessions.0.sets.0.reps",
            "12",
            'sessions[0].sets[0].reps: must be a whole number, not "12"',
        ),
        (
            "sessions.0.sets.0.reps",
            0,
            "sessions[0].sets[0].reps: must be a whole number from 1 to 999, not 0",
        ),
        (
            "sessions.0.sets.0.rir",
            6,
            "sessions[0].sets[0].rir: must be a whole number from 0 to 5, not 6",
        ),
        (
            "sessions.0.sets.0.side",
            "each",
            'sessions[0].sets[0].side: must be one of both, left, right, not "each"',
        ),
        (
            "sessions.0.sets.0.tempo",
            "2-0-1",
            'sessions[0].sets[0].tempo: must be four numbers like "2-0-1-0", not "2-0-1"',
        ),
        ("sessions.0.sets.0.load", "1e3", 'sessions[0].sets[0].load: must be a number, not "1e3"'),
        ("sessions.0.sets.0.load", "", 'sessions[0].sets[0].load: must be a number, not ""'),
        ("sessions.0.sets.0.load", "-", 'sessions[0].sets[0].load: must be a number, not "-"'),
        ("sessions.0.sets.0.load", -5, "sessions[0].sets[0].load: must be from 0 to 2500, not -5"),
        ("sessions.0.sets.0.load", None, "sessions[0].sets[0].load: must be a number, not null"),
        (
            "sessions.0.sets.0.load",
            "20.0001",
            "sessions[0].sets[0].load: must have at most three decimals, not 20.0001",
        ),
        (
            "sessions.0.sets.0.implement",
            "bodyweight",
            "sessions[0].sets[0].load: must be 0 with body weight, not 60",
        ),
        (
            "sessions.0.sets.0.bands",
            [{"name": "", "placement": "knees"}],
            "sessions[0].sets[0].bands[0].name: must be a name of 1 to 100 characters",
        ),
        (
            "sessions.0.sets.0.bands",
            [{"name": "a\0b", "placement": "knees"}],
            "sessions[0].sets[0].bands[0].name: must not contain NUL",
        ),
        (
            "sessions.0.sets.0.flaws",
            ["slow"],
            "sessions[0].sets[0].flaws: must be one of lumbar_hyperextension, incomplete_lockout, "
            'pelvis_rotation, head_neck, feet_too_far, feet_too_close, knees_in, not "slow"',
        ),
        ("sessions.0.sets.0.flaws", [3], "sessions[0].sets[0].flaws[0]: must be text, not 3"),
        ("sessions.0.sets.0.weight", "60", 'sessions[0].sets[0]: has an unknown key "weight"'),
    ],
)
def test_a_wrong_field_is_named_by_its_path(path, value, message):
    assert refusal(changed(path, value)) == message


def test_an_unknown_action_is_refused():
    message = refusal(changed("sessions.0.followed", "GO"))
    assert message.startswith("sessions[0].followed: must be one of START, STOP,")


def test_in_a_list_the_position_comes_first():
    bad = changed("sessions.0.sets.0.reps", "12")
    assert refusal([CASE, bad]).startswith("[1].sessions[0].sets[0].reps: ")
    assert refusal([CASE, 5]) == "[1]: must be an object, not 5"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "the input is empty"),
        (b" \n", "the input is empty"),
        (b"{", "the input is not JSON"),
        (b"{}{}", "the input is not JSON"),
        (b"\xff\xfe", "the input is not UTF-8"),
        (b"\x00", "the input is not JSON"),
        (b"[" * 100_000, "the input is nested too deeply"),
        (b'{"id": NaN}', "the input holds NaN"),
        (b'{"id": -Infinity}', "the input holds -Infinity"),
        (b'{"id": 1, "id": 2}', 'an object names "id" twice'),
        (b"5", "must be an object, not 5"),
        (b"null", "must be an object, not null"),
        (b'"text"', 'must be an object, not "text"'),
        (b'{"today": "2026-11-22"}', "sessions: is missing"),
        (b'{"id": 1e99999999999999999999}', "the input holds an impossible number"),
    ],
)
def test_text_that_is_no_form(text, message):
    with pytest.raises(RefusedError) as caught:
        answer_text(text)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("number", ["1e400", "1e-400", "9" * 5000, "-0.5", "1E+9"])
def test_numbers_beyond_reason_are_refused(number):
    text = json.dumps(changed("sessions.0.sets.0.load", 12345)).replace("12345", number)
    with pytest.raises(RefusedError) as caught:
        answer_text(text.encode())
    assert str(caught.value).startswith("sessions[0].sets[0].load: ")
    assert len(str(caught.value)) < 200


def test_a_byte_order_mark_is_no_obstacle():
    assert answer_text(b"\xef\xbb\xbf" + json.dumps(CASE).encode())


def test_thousands_of_objects_are_answered():
    answers = json.loads(answer_text(json.dumps([CASE] * 3000).encode()))
    assert len(answers) == 3000
