"""Rows that are named on a phone: sent twice, edited, deleted, and sent again after that."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from hipthrust.models import DifferentContentError, Session, Set, StaleVersionError
from hipthrust.models.tombstone import digest
from tests.factories import make_session, make_set

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
ID = uuid.UUID(int=7)

VALUES: dict[str, Any] = {
    "implement": "barbell",
    "load_kg": Decimal("60.000"),
    "reps": 10,
    "rir": 0,
    "form_answered": True,
    "bands": [("medium", "knees")],
}


@pytest.fixture
def running(alice) -> Session:
    return make_session(alice, sets=0, started_at=NOW, finished_at=None)


def log(session: Session, later: int = 0, **overrides: Any) -> tuple[Set, bool]:
    now = NOW + timedelta(minutes=later)
    return session.log(uuid=ID, now=now, values=VALUES | overrides)


def test_a_set_is_saved_with_its_bands(running):
    row, new = log(running)
    assert new
    assert (row.version, row.lifter, row.logged_at) == (1, running.lifter, NOW)
    assert [(use.name, use.placement) for use in row.band_uses.all()] == [("medium", "knees")]


def test_sent_twice_it_is_the_same_row(running):
    first, _ = log(running)
    second, new = log(running, later=5)
    assert (second.pk, new) == (first.pk, False)
    assert (Set.objects.count(), second.logged_at) == (1, NOW)


@pytest.mark.parametrize(
    "other",
    [
        {"reps": 11},
        {"rir": None},
        {"rir": 1},
        {"load_kg": Decimal("62.5")},
        {"form_answered": False},
        {"bands": []},
        {"bands": [("medium", "hips")]},
    ],
    ids=str,
)
def test_other_content_under_the_same_uuid_is_told(running, other):
    first, _ = log(running)
    with pytest.raises(DifferentContentError) as error:
        log(running, **other)
    assert error.value.row == first
    assert Set.objects.get().values() == first.values()


def test_the_same_uuid_in_another_session_is_other_content(running):
    log(running)
    running.finish(NOW)
    with pytest.raises(DifferentContentError):
        log(make_session(running.lifter, sets=0))


def test_two_lifters_may_make_the_same_uuid(running, bob):
    log(running)
    _, new = log(make_session(bob, sets=0, finished_at=None))
    assert new
    assert Set.objects.filter(uuid=ID).count() == 2


def test_sent_again_after_an_edit_it_is_the_row_as_it_is_now(running):
    row, _ = log(running)
    row.edit(version=1, values={"reps": 12, "bands": [("heavy", "hips")]})
    again, new = log(running)
    assert (new, again.reps, again.version) == (False, 12, 2)
    assert again.values()["bands"] == [("heavy", "hips")]


def test_sent_again_after_a_delete_it_stays_deleted(running):
    row, _ = log(running)
    row.delete_softly(NOW)
    again, new = log(running)
    assert (new, again.deleted_at) == (False, NOW)
    assert not running.sets.kept().exists()


def test_a_bad_set_leaves_nothing(running):
    with pytest.raises(ValidationError, match="Between 1 and 999 reps"):
        log(running, reps=0)
    with pytest.raises(ValidationError, match="not a valid choice"):
        log(running, bands=[("medium", "feet")])
    with pytest.raises(ValidationError, match="One band at each place"):
        log(running, bands=[("medium", "knees"), ("heavy", "knees")])
    assert not Set.objects.exists()


def test_an_edit_from_an_old_version_changes_nothing(running):
    row, _ = log(running)
    row.edit(version=1, values={"reps": 11})
    with pytest.raises(StaleVersionError) as error:
        row.edit(version=1, values={"reps": 5, "bands": []})
    assert (error.value.row.reps, error.value.row.version) == (11, 2)
    assert Set.objects.get().band_uses.count() == 1


def test_a_deleted_set_takes_no_edit(running):
    row, _ = log(running)
    row.delete_softly(NOW)
    with pytest.raises(StaleVersionError):
        row.edit(version=row.version, values={"reps": 5})


def test_a_bad_edit_is_refused_with_words(running):
    row, _ = log(running)
    with pytest.raises(ValidationError, match="Body weight has no load"):
        row.edit(version=1, values={"implement": "bodyweight"})
    row.refresh_from_db()
    assert (row.implement, row.version) == ("barbell", 1)


def test_deleting_and_taking_it_back_count_once_each(running):
    row, _ = log(running)
    row.delete_softly(NOW)
    row.delete_softly(NOW + timedelta(hours=1))
    assert (row.version, row.deleted_at) == (2, NOW)
    row.undelete()
    row.undelete()
    assert (row.version, row.deleted_at) == (3, None)


def test_equal_content_has_one_fingerprint():
    sent = {"load_kg": Decimal("60"), "rir": 0, "bands": [("medium", "knees")]}
    assert digest(sent) == digest(
        {"rir": 0, "load_kg": Decimal("60.000"), "bands": [["medium", "knees"]]}
    )
    assert digest(sent) == digest(sent | {"note": "", "rpe": None, "pause": False, "tags": []})
    assert digest(sent) != digest(sent | {"rir": None})


class TestSession:
    def start(self, user, *, id_=ID, now=NOW, **more) -> Session:
        return Session.objects.start(user, now=now, place=user.place, uuid=id_, **more)

    def test_starts_on_the_lifters_day(self, alice):
        late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
        assert self.start(alice, now=late).local_date == date(2026, 11, 23)

    def test_there_is_never_a_second(self, alice):
        first = self.start(alice, chosen={"action": "LOAD_UP"})
        assert self.start(alice) == first
        assert self.start(alice, id_=uuid.uuid4()) == first
        assert Session.objects.get().followed == "LOAD_UP"

    def test_another_pick_under_the_same_uuid_is_told(self, alice):
        self.start(alice, sent={"choose": "suggested"})
        with pytest.raises(DifferentContentError):
            self.start(alice, sent={"choose": "ADD_PAUSE"})

    def test_started_again_after_its_end_it_is_the_same(self, alice):
        first = self.start(alice)
        make_set(first, logged_at=NOW)
        first.finish(NOW)
        assert not self.start(alice).is_running
        first.delete_softly(NOW)
        assert self.start(alice).deleted_at == NOW

    def test_ends_now_or_with_its_last_set_when_that_is_long_ago(self, alice):
        soon, late = self.start(alice), NOW + timedelta(hours=7)
        make_set(soon, logged_at=NOW + timedelta(minutes=5))
        soon.finish(NOW + timedelta(minutes=20))
        assert soon.finished_at == NOW + timedelta(minutes=20)
        forgotten = self.start(alice, id_=uuid.uuid4())
        make_set(forgotten, logged_at=NOW + timedelta(minutes=5))
        assert forgotten.is_stale(late)
        forgotten.finish(late)
        assert forgotten.finished_at == NOW + timedelta(minutes=5)

    def test_finishing_again_changes_nothing(self, alice):
        session = self.start(alice)
        row = make_set(session, logged_at=NOW)
        session.finish(NOW)
        row.delete_softly(NOW)
        session.finish(NOW + timedelta(hours=9))
        assert (session.finished_at, session.deleted_at) == (NOW, None)

    def test_without_sets_it_is_dropped_and_a_late_set_brings_it_back(self, alice):
        session = self.start(alice)
        session.finish(NOW)
        assert session.deleted_at == NOW
        log(session)
        assert session.is_running

    def test_brought_back_beside_a_running_one_it_is_closed(self, alice):
        first = self.start(alice)
        make_set(first, logged_at=NOW + timedelta(minutes=3))
        first.delete_softly(NOW)
        second = self.start(alice, id_=uuid.uuid4())
        first.undelete()
        assert first.finished_at == NOW + timedelta(minutes=3)
        assert Session.objects.running().get() == second

    def test_of_the_past_it_is_added_once(self, alice):
        for _ in range(2):
            Session.objects.add_closed(
                alice,
                day=date(2026, 10, 25),
                place=alice.place,
                now=NOW,
                set_uuid=ID,
                first_set=VALUES,
            )
        assert Session.objects.get().local_date == date(2026, 10, 25)
        assert Set.objects.get().session.lifter == alice


def test_rows_are_removed_for_good_after_thirty_days(alice):
    old, fresh = NOW - timedelta(days=31), NOW - timedelta(days=29)
    kept = make_session(alice)
    make_set(kept, deleted_at=old)
    make_set(kept, deleted_at=fresh)
    make_session(alice, deleted_at=old)
    make_session(alice, deleted_at=fresh)
    assert Set.objects.purge(NOW) == 1
    assert Session.objects.purge(NOW) == 1
    assert Session.objects.count() == 2
    assert Set.objects.count() == 3 + 1 + 3
