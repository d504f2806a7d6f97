"""What must hold for every history that the records accept."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from hipthrust.progression.loads import buildable
from hipthrust.progression.records import (
    ACTIONS,
    FLAWS,
    IMPLEMENTS,
    METHODS,
    PAIN_PLACES,
    SYMPTOMS,
    BandUse,
    Equipment,
    Lifter,
    Machine,
    Session,
    SetRecord,
    Smith,
    Start,
    Suggestion,
    Tempo,
)
from hipthrust.progression.situation import read
from hipthrust.progression.suggest import same_as_last_time, suggest

from .made import PLATES, TODAY, loads

quarters = st.integers(0, 800).map(lambda n: Decimal(n) / 4)
positive = st.integers(1, 800).map(lambda n: Decimal(n) / 4)
tempos = st.sampled_from(["2-0-1-0", "2-0-X-0", "2-0-1-2", "3-0-1-0", "0-0-0-0", "5-1-1-5"])
uses = st.builds(
    BandUse, st.sampled_from(["light", "medium", "strange"]), st.sampled_from(["knees", "hips"])
)


@st.composite
def set_records(draw, implement, load, side):
    return SetRecord(
        kind=draw(st.sampled_from(["working", "working", "working", "warmup"])),
        side=side if side == "both" else draw(st.sampled_from(["left", "right"])),
        implement=implement,
        load=load,
        reps=draw(st.integers(1, 30)),
        rir=draw(st.one_of(st.none(), st.integers(0, 5))),
        tempo=Tempo.parse(draw(tempos)),
        bands=tuple(draw(st.lists(uses, max_size=2))),
        flaws=draw(st.one_of(st.none(), st.frozensets(st.sampled_from(FLAWS), max_size=1))),
        pause_cut_short=draw(st.booleans()),
    )


@st.composite
def sessions(draw):
    implement = draw(st.sampled_from(IMPLEMENTS))
    load = Decimal(0) if implement == "bodyweight" else draw(quarters)
    side = draw(st.sampled_from(["both", "both", "left"]))
    return Session(
        date=TODAY - timedelta(days=draw(st.integers(-2, 150))),
        sets=tuple(draw(st.lists(set_records(implement, load, side), max_size=4))),
        place=draw(st.sampled_from([None, None, "Gym", "Home"])),
        followed=draw(st.one_of(st.none(), st.sampled_from(ACTIONS))),
        pain=draw(st.sampled_from([None, 0, 0, 0, 0, 0, 0, 3, 5, 7])),
        pain_place=draw(st.one_of(st.none(), st.sampled_from(PAIN_PLACES))),
        symptoms=frozenset(draw(st.sampled_from([(), (), (), (), (SYMPTOMS[0],)]))),
        body_weight=draw(st.one_of(st.none(), positive)),
    )


equipments = st.one_of(
    st.none(),
    st.builds(
        Equipment,
        bars=st.sampled_from([(), loads("20"), loads("15 20")]),
        plates=st.sampled_from([{}, PLATES]),
        dumbbells=st.lists(positive, max_size=5).map(tuple),
        two_dumbbells=st.booleans(),
        bands=st.sampled_from([(), ("light",), ("light", "medium")]),
        machine=st.sampled_from([None, Machine(Decimal(10), Decimal(5), Decimal(100))]),
        smith=st.sampled_from([None, Smith(Decimal(15))]),
    ),
)
lifters = st.builds(
    Lifter,
    unit=st.sampled_from(["kg", "lb"]),
    body_weight=st.one_of(st.none(), positive),
    rep_range=st.sampled_from([(8, 12), (4, 6), (1, 2), (15, 20), (30, 50)]),
    sets=st.integers(1, 6),
    target_rir=st.integers(0, 5),
    novice=st.sampled_from([None, True, False]),
    place=st.sampled_from([None, "Gym", "Home"]),
    cleared=st.sampled_from([None, TODAY, TODAY - timedelta(days=20)]),
    cleared_by_doctor=st.sampled_from([None, TODAY]),
    start=st.sampled_from(
        [None, Start("barbell", Decimal(60), 8), Start("bodyweight", Decimal(0), 12)]
    ),
    equipment=equipments,
)
histories = st.lists(sessions(), max_size=12)


# These lead back to something that was done before, whatever the newest session was.
GOES_BACK = ("RETURN", "REPEAT", "RESUME", "TEST_BASE", "TRIAL_FAILED")


def prescriptions(suggestion):
    offered = [suggestion.next, *(each.next for each in suggestion.alternatives)]
    return [each for each in offered if each is not None]


@settings(max_examples=100, deadline=None)
@given(histories, lifters)
def test_every_answer_is_whole(history, lifter):
    answer = suggest(history, lifter, today=TODAY)
    owned = read(history, lifter, TODAY).owned
    assert answer.action in ACTIONS
    assert answer.method in METHODS
    assert answer.reason
    assert "!" not in answer.reason
    assert answer.rests_on
    assert (answer.next is None) == (answer.action in ("STOP", "STOP_REFER"))
    for dose in prescriptions(answer):
        assert dose.load in buildable(owned, dose.implement, lifter.unit)
        assert dose.sets == len(dose.reps) >= 1
        assert 1 <= min(dose.reps) <= max(dose.reps) <= dose.rep_goal
        assert 0 <= dose.rir <= 5
    assert Suggestion.from_json(json.loads(json.dumps(answer.to_json()))) == answer
    same_as_last_time(history, lifter)


@settings(max_examples=40, deadline=None)
@given(histories, lifters)
def test_the_same_history_gives_the_same_answer(history, lifter):
    answer = suggest(history, lifter, today=TODAY)
    assert suggest(list(history), lifter, today=TODAY) == answer
    dates = {session.date for session in history}
    if len(dates) == len(history):
        assert suggest(history[::-1], lifter, today=TODAY) == answer


@settings(max_examples=40, deadline=None)
@given(histories, lifters)
def test_a_red_flag_always_stops(history, lifter):
    flagged = Session(date=TODAY, symptoms=frozenset({"trauma"}))
    assert suggest([*history, flagged], lifter, today=TODAY).action == "STOP"


@settings(max_examples=100, deadline=None)
@given(histories, lifters)
def test_one_change_at_a_time(history, lifter):
    situation = read(history, lifter, TODAY)
    if not situation.trained:
        return
    newest, key = situation.newest, situation.key
    answer = suggest(history, lifter, today=TODAY)
    for dose in prescriptions(answer):
        if dose is answer.next and answer.action in GOES_BACK:
            continue
        if dose.implement != key.implement or (dose.side == "each") != key.single:
            continue
        harder = [
            dose.load > newest.load,
            dose.tempo.seconds > key.tempo.seconds and dose.tempo != key.tempo,
            len(dose.bands) > len(key.bands),
        ]
        assert sum(harder) <= 1


def test_loads_scale_with_the_unit():
    # The same history in a unit half as large gives the same answer, twice as heavy.
    small = Equipment(dumbbells=loads("5 10 15"))
    large = Equipment(dumbbells=loads("10 20 30"))
    done = [SetRecord("working", "both", "dumbbell", Decimal(10), 12, 2)] * 3
    twice = [replace(record, load=record.load * 2) for record in done]
    history = [Session(TODAY - timedelta(days=day), tuple(done)) for day in (6, 3)]
    doubled = [Session(TODAY - timedelta(days=day), tuple(twice)) for day in (6, 3)]
    one = Lifter("kg", Decimal(60), novice=False, equipment=small)
    two = Lifter("lb", Decimal(120), novice=False, equipment=large)
    first = suggest(history, one, today=TODAY)
    second = suggest(doubled, two, today=TODAY)
    assert (first.action, first.next.load * 2) == (second.action, second.next.load)
    assert first.next.reps == second.next.reps
