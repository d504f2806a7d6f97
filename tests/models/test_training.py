"""The loader: rows become the engine's records, and the window answers as the whole history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipthrust.models import BandUse, BodyWeight, Clearance, Piece, Session, Set, User, training
from hipthrust.models.training import WINDOW, Training
from hipthrust.progression.records import (
    BandUse as BandRecord,
)
from hipthrust.progression.records import (
    Equipment,
    Lifter,
    Machine,
    SetRecord,
    Smith,
    Start,
    Tempo,
)
from hipthrust.units import to_kg
from tests.factories import make_lifter, make_many, make_place, make_session, make_set

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
TODAY = NOW.date()


def load(lifter: User, **overrides: Any) -> Training:
    return Training.load(lifter, lifter.place, **{"now": NOW} | overrides)


class TestRecords:
    def test_a_set_in_pounds(self, bob):
        row = make_set(
            make_session(bob, sets=0),
            load="102.25",
            reps=9,
            rir=None,
            side="left",
            tempo="3-1-X-2",
            bands=[("medium", "knees"), ("light", "hips")],
            flaws=["pelvis_rotation", "knees_in"],
            pause_cut_short=True,
        )
        assert row.as_record("lb") == SetRecord(
            kind="working",
            side="left",
            implement="barbell",
            load=Decimal("102.25"),
            reps=9,
            rir=None,
            tempo=Tempo(3, 1, 1, 2),
            bands=(BandRecord("medium", "knees"), BandRecord("light", "hips")),
            flaws=frozenset({"pelvis_rotation", "knees_in"}),
            pause_cut_short=True,
        )
        assert str(row.as_record("lb").tempo) == "3-1-X-2"

    @pytest.mark.parametrize(("flaws", "record"), [(None, None), ([], frozenset())])
    def test_unanswered_is_not_clean(self, alice, flaws, record):
        row = make_set(make_session(alice, sets=0), flaws=flaws)
        assert row.as_record("kg").flaws == record

    def test_the_heaviest_row_is_a_record_in_both_units(self, alice):
        heaviest = make_set(make_session(alice, sets=0), load_kg=Decimal(1000))
        assert heaviest.as_record("kg").load == 1000
        assert heaviest.as_record("lb").load == Decimal("2204.62")
        place = make_place(alice, "Heavy", machine=("0", "0.1", "1000"), bars=["300"])
        assert place.as_record("lb").machine.max == Decimal("2204.62")

    def test_a_session(self, alice):
        make_session(
            alice,
            local_date=date(2026, 11, 20),
            chosen={"action": "LOAD_UP", "method": "load", "next": None},
            pain=4,
            pain_place="hip_joint",
            pain_sharp=True,
            leg_weakness=True,
        )
        row = Session.objects.with_sets().get()
        record = row.as_record("kg", Decimal(61))
        assert record.date == date(2026, 11, 20)
        assert (record.place, record.followed, record.body_weight) == ("Gym", "LOAD_UP", 61)
        assert (record.pain, record.pain_place, record.pain_sharp) == (4, "hip_joint", True)
        assert record.symptoms == {"leg_weakness"}
        assert (len(record.sets), record.ref) == (3, str(row.uuid))

    def test_an_action_that_no_longer_exists_was_not_followed(self, alice):
        session = make_session(alice, chosen={"action": "JUGGLE"}, place=None)
        assert session.followed is None
        assert session.prescription is None

    def test_a_place(self, carol):
        place = make_place(
            carol,
            bars=["20"],
            plates={"5": 2, "20": 4},
            dumbbells=["10", "12.5"],
            bands=["light", "heavy"],
            machine=("10", "5", "150"),
            smith="15",
            two_dumbbells=True,
        )
        Piece.objects.filter(kind="dumbbell", load_kg=10).update(count=2)
        assert place.as_record("kg") == Equipment(
            bars=(Decimal(20),),
            plates={Decimal(5): 2, Decimal(20): 4},
            dumbbells=(Decimal(10), Decimal(10), Decimal("12.5")),
            two_dumbbells=True,
            bands=("light", "heavy"),
            machine=Machine(Decimal(10), Decimal(5), Decimal(150)),
            smith=Smith(Decimal(15)),
        )
        assert place.steps("dumbbell", "kg") == (
            Decimal(10),
            Decimal("12.5"),
            Decimal(20),
            Decimal("22.5"),
        )

    def test_unknown_equipment_is_not_none(self, carol):
        unknown = make_place(carol, "Gym", equipment_known=False)
        assert unknown.as_record("kg") is None
        assert make_place(carol, "Park").as_record("kg") == Equipment()

    def test_steps_fall_back_to_the_usual_loads(self, bob):
        assert bob.place.steps("dumbbell", "lb") == (10, 20, 30, 40)
        assert bob.place.steps("barbell", "lb")[:2] == (45, 50)
        assert bob.place.steps("bodyweight", "lb") == (0,)

    def test_a_lifter(self):
        lifter = User(
            unit="lb",
            rep_lo=6,
            rep_hi=10,
            sets_per_session=4,
            target_rir=1,
            experience="novice",
            start_implement="barbell",
            start_load_kg=to_kg(Decimal(95), "lb"),
            start_reps=8,
        )
        assert lifter.as_record(None, body_weight=Decimal(180)) == Lifter(
            unit="lb",
            body_weight=Decimal(180),
            rep_range=(6, 10),
            sets=4,
            target_rir=1,
            novice=True,
            start=Start("barbell", Decimal(95), 8),
        )


class TestWhatIsLoaded:
    def test_running_deleted_empty_and_future_sessions_are_left_out(self, alice):
        kept = make_session(alice, local_date=TODAY - timedelta(days=9))
        make_session(alice, deleted_at=NOW)
        make_session(alice, sets=0)
        make_session(alice, local_date=TODAY + timedelta(days=2))
        make_session(alice, finished_at=None)
        make_set(kept, deleted_at=NOW)
        assert [row.pk for row in load(alice).sessions] == [kept.pk]
        assert len(load(alice).history[0].sets) == 3

    def test_pain_counts_without_a_set(self, alice):
        make_session(alice, sets=0, pain=7)
        assert load(alice).suggestion().action == "STOP"

    def test_who_flew_west_may_have_trained_tomorrow(self, alice):
        make_session(alice, local_date=TODAY + timedelta(days=1))
        assert load(alice).today == TODAY + timedelta(days=1)
        assert load(alice).suggestion().action != "START"

    def test_other_lifters_are_left_out(self, alice, bob):
        make_session(bob)
        assert load(alice).history == ()

    def test_body_weight_is_that_of_the_day(self, carol):
        make_place(carol)
        for day, kg in [(date(2026, 3, 1), 80), (date(2026, 6, 1), 75), (date(2026, 12, 1), 70)]:
            BodyWeight.objects.create(lifter=carol, date=day, kg=kg)
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 5, 31), date(2026, 6, 2)):
            make_session(carol, local_date=day)
        assert [each.body_weight for each in load(carol).history] == [None, 80, 80, 75]
        assert load(carol).lifter.body_weight == 75

    def test_clearances(self, alice):
        for day, by_doctor in [(1, True), (3, False), (2, False)]:
            Clearance.objects.create(lifter=alice, date=date(2026, 11, day), by_doctor=by_doctor)
        lifter = load(alice).lifter
        assert (lifter.cleared, lifter.cleared_by_doctor) == (
            date(2026, 11, 3),
            date(2026, 11, 1),
        )

    @pytest.mark.parametrize(
        ("days_after", "needed"), [(None, True), (0, True), (1, False)], ids=str
    )
    def test_a_red_flag_needs_a_doctor_on_a_later_day(self, alice, days_after, needed):
        flagged = make_session(alice, chest_pain=True)
        if days_after is not None:
            day = flagged.local_date + timedelta(days=days_after)
            Clearance.objects.create(lifter=alice, date=day, by_doctor=True)
        loaded = load(alice)
        assert loaded.needs_doctor() == needed
        assert (loaded.suggestion().action == "STOP") == needed

    def test_evidence_names_sessions(self, alice):
        for days in (6, 4, 2):
            make_session(alice, sets=[{"reps": 12}] * 3, local_date=TODAY - timedelta(days=days))
        loaded = load(alice)
        evidence = loaded.evidence(loaded.suggestion())
        assert [row.local_date for row in evidence][:1] == [TODAY - timedelta(days=2)]
        assert loaded.same_as_last_time().load == 60


def many(lifter: User, count: int, *, last: date = TODAY, **overrides: Any) -> list[Session]:
    return make_many(lifter, count, last=last, **overrides)


def queries_of(lifter: User) -> int:
    fresh = User.objects.get(pk=lifter.pk)
    with CaptureQueriesContext(connection) as queries:
        load(fresh).suggestion()
    return len(queries)


def test_ten_sets_take_as_many_queries_as_five_thousand(alice):
    many(alice, 4)
    few = queries_of(alice)
    many(alice, 1663, last=TODAY - timedelta(days=30))
    assert Set.objects.count() > 5000
    assert queries_of(alice) == few <= 12
    assert len(load(alice).history) == WINDOW


class TestFarBack:
    """What may lie before the window and still counts."""

    @pytest.fixture
    def long_ago(self, alice) -> Session:
        sessions = many(alice, WINDOW + 20)
        assert len(load(alice).history) == WINDOW
        return sessions[5]

    def change(self, session: Session, **values: Any) -> None:
        Session.objects.filter(pk=session.pk).update(**values)

    @pytest.mark.parametrize(
        "values", [{"pain": 6}, {"fainting": True}, {"trauma": True, "pain": 0}], ids=str
    )
    def test_a_stop_holds(self, alice, long_ago, values):
        self.change(long_ago, **values)
        assert load(alice).suggestion().action == "STOP"

    def test_pain_that_came_back_holds(self, alice, long_ago):
        near = Session.objects.filter(local_date__gte=long_ago.local_date)[1]
        self.change(long_ago, pain=4)
        self.change(near, pain=3, pain_sharp=True)
        assert load(alice).suggestion().action == "STOP_REFER"

    @pytest.mark.parametrize(
        ("values", "by_doctor"), [({"pain": 6}, False), ({"fainting": True}, True)], ids=str
    )
    def test_what_was_cleared_does_not(self, alice, long_ago, values, by_doctor):
        self.change(long_ago, **values)
        day = long_ago.local_date + timedelta(days=1)
        Clearance.objects.create(lifter=alice, date=day, by_doctor=by_doctor)
        assert load(alice).suggestion().action != "STOP"
        assert len(load(alice).history) == WINDOW

    def test_a_place_seldom_visited_has_its_own_window(self, alice):
        home = make_place(alice, "Home", bars=["20"], plates={"10": 1})
        many(alice, 1, last=TODAY - timedelta(days=4 * WINDOW), place=home)
        many(alice, WINDOW)
        there = Training.load(alice, home, now=NOW)
        assert there.suggestion().action == "RETURN"
        assert len(there.history) == WINDOW + 1

    def test_a_novice_is_told_by_all_sessions(self, alice):
        many(alice, 20, last=TODAY - timedelta(days=4 * WINDOW))
        many(alice, WINDOW)
        Set.objects.filter(session__local_date__gte=TODAY - timedelta(days=3 * WINDOW)).update(
            implement="bodyweight", load_kg=0
        )
        lifter = load(alice).lifter
        assert lifter.loaded_sessions_before == 12
        assert lifter.first_session == Session.objects.order_by("local_date")[0].local_date


@dataclass(frozen=True)
class Block:
    """Some sessions in a row that are alike, for a made-up history."""

    sessions: int
    gap: int
    implement: str
    load: int
    reps: int
    rir: int | None
    side: str
    tempo: tuple[int, int]
    band: str | None
    flaw: str | None
    place: int
    followed: str | None
    pain: int
    symptom: bool


rarely = st.integers(0, 40).map(lambda n: n == 0)
BLOCKS = st.builds(
    Block,
    sessions=st.integers(1, 9),
    gap=st.sampled_from([1, 2, 3, 3, 4, 5, 7, 12, 20]),
    implement=st.sampled_from(["barbell", "barbell", "dumbbell", "bodyweight"]),
    load=st.sampled_from([40, 50, 60, 62, 65]),
    reps=st.integers(6, 14),
    rir=st.sampled_from([None, 0, 1, 2, 3, 5]),
    side=st.sampled_from(["both", "both", "both", "left"]),
    tempo=st.sampled_from([(2, 0), (2, 0), (2, 2), (3, 0)]),
    band=st.sampled_from([None, None, None, "light"]),
    flaw=st.sampled_from([None, None, None, "lumbar_hyperextension", "knees_in"]),
    place=st.sampled_from([0, 0, 0, 0, 0, 0, 1, 2]),
    followed=st.sampled_from([None, "LOAD_UP", "DELOAD", "ADD_SET", "TEST_BASE", "TRIAL_LOAD"]),
    pain=st.sampled_from([0, 0, 0, 0, 0, 0, 2, 3, 4]),
    symptom=rarely,
)
HISTORIES = st.lists(BLOCKS, min_size=48, max_size=56)


def write(lifter: User, blocks: list[Block]) -> None:
    """Write a made-up history that ends two days ago: places are Gym, Home and none."""
    places = [lifter.place, make_place(lifter, "Home", dumbbells=["10", "20"]), None]
    day = TODAY - timedelta(days=2 + sum(block.gap * block.sessions for block in blocks))
    sessions, sets = [], []
    for block in blocks:
        for number in range(block.sessions):
            day += timedelta(days=block.gap)
            start = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
            hurt = number == 0
            session = Session(
                lifter=lifter,
                place=places[block.place],
                started_at=start,
                finished_at=start,
                local_date=day,
                pain=block.pain if hurt else 0,
                leg_weakness=block.symptom and hurt,
                chosen={"action": block.followed} if hurt and block.followed else None,
            )
            sessions.append(session)
            sets += [(session, block, n) for n in range(3)]
    Session.objects.bulk_create(sessions)
    made = Set.objects.bulk_create(
        Set(
            lifter=lifter,
            session=session,
            logged_at=session.started_at,
            implement=block.implement,
            load_kg=0 if block.implement == "bodyweight" else block.load,
            reps=block.reps + n % 2,
            rir=block.rir,
            side=block.side,
            tempo_down=block.tempo[0],
            tempo_top=block.tempo[1],
            form_answered=True,
            **{block.flaw: True} if block.flaw and n == 2 else {},
        )
        for session, block, n in sets
    )
    BandUse.objects.bulk_create(
        BandUse(set=row, name=block.band, placement="knees")
        for row, (_, block, _) in zip(made, sets, strict=True)
        if block.band
    )


def answers(lifter: User, window: int) -> list[Any]:
    """Give what is suggested at each place, with this window."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "WINDOW", window)
        places = [*lifter.places.all(), None]
        return [Training.load(lifter, place, now=NOW).suggestion() for place in places]


@pytest.mark.django_db
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(blocks=HISTORIES, cleared=st.integers(0, 700), by_doctor=st.booleans())
def test_the_window_answers_as_the_whole_history(blocks, cleared, by_doctor):
    with transaction.atomic():
        lifter = make_lifter("dora@example.com")
        make_place(lifter, "Gym", bars=["20"], plates={"1.25": 1, "10": 2, "20": 2})
        write(lifter, blocks)
        day = TODAY - timedelta(days=cleared)
        Clearance.objects.create(lifter=lifter, date=day, by_doctor=by_doctor)
        assert answers(lifter, WINDOW) == answers(lifter, 10**6)
        transaction.set_rollback(True)
