"""Many requests at once, each in its own thread and connection, on both databases."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections, transaction

from hipthrust.models import Session, Set, StaleVersionError
from tests.factories import make_lifter, make_session, make_set

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
VALUES: dict[str, Any] = {"implement": "barbell", "load_kg": Decimal(60), "reps": 10}


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Run the jobs in threads that start together; give what each returned or raised."""
    answers: list[Any] = [None] * len(jobs)
    ready = threading.Barrier(len(jobs))

    def run(number: int, job: Callable[[], Any]) -> None:
        ready.wait(10)
        try:
            answers[number] = job()
        except Exception as error:
            answers[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


@pytest.fixture
def lifter(transactional_db):
    return make_lifter("alice@example.com")


@pytest.fixture
def running(lifter) -> Session:
    return make_session(lifter, sets=0, started_at=NOW, finished_at=None)


def log(session: Session, id_: uuid.UUID, **values: Any) -> tuple[Set, bool]:
    own = Session.objects.get(pk=session.pk)
    return own.log(uuid=id_, now=NOW, values=VALUES | values)


def test_eight_phones_lose_no_set(running):
    def phone(number: int) -> Callable[[], Any]:
        return lambda: [log(running, uuid.uuid4(), reps=number * 10 + n)[1] for n in range(1, 6)]

    answers = at_once(*(phone(number) for number in range(8)))
    assert answers == [[True] * 5] * 8
    assert running.sets.values_list("reps", flat=True).distinct().count() == 40


@pytest.mark.parametrize("in_a_block", [False, True], ids=["plain", "inside a transaction"])
def test_one_set_sent_four_times_at_once_is_one_row(running, in_a_block):
    id_ = uuid.uuid4()

    def send() -> tuple[int, bool]:
        if in_a_block:
            with transaction.atomic():
                row, new = log(running, id_, bands=[("light", "knees")])
        else:
            row, new = log(running, id_, bands=[("light", "knees")])
        return row.pk, new

    answers = at_once(*[send] * 4)
    row = Set.objects.get()
    assert sorted(answers) == [(row.pk, False)] * 3 + [(row.pk, True)]
    assert row.band_uses.count() == 1


def test_of_two_edits_at_once_one_wins(running):
    row = make_set(running)

    def edit(reps: int) -> Callable[[], Any]:
        return lambda: Set.objects.get(pk=row.pk).edit(version=1, values={"reps": reps})

    answers = at_once(*(edit(reps) for reps in (11, 12, 13, 14)))
    row.refresh_from_db()
    winner = row.reps - 11
    assert answers[winner] is None
    assert [type(a) for n, a in enumerate(answers) if n != winner] == [StaleVersionError] * 3
    assert row.version == 2


@pytest.mark.parametrize("in_a_block", [False, True], ids=["plain", "inside a transaction"])
@pytest.mark.parametrize("one_uuid", [True, False], ids=["same phone", "two phones"])
def test_started_four_times_at_once_there_is_one_session(lifter, one_uuid, in_a_block):
    ids = [uuid.UUID(int=1)] * 4 if one_uuid else [uuid.uuid4() for _ in range(4)]

    def start(id_: uuid.UUID) -> int:
        return Session.objects.start(lifter, now=NOW, place=None, uuid=id_).pk

    def start_in_a_block(id_: uuid.UUID) -> int:
        with transaction.atomic():
            return start(id_)

    job = start_in_a_block if in_a_block else start
    answers = at_once(*(lambda id_=id_: job(id_) for id_ in ids))
    assert answers == [Session.objects.get().pk] * 4


def test_a_set_logged_while_the_session_is_finished_is_there(lifter):
    for _ in range(5):
        session = make_session(lifter, sets=0, started_at=NOW, finished_at=None)
        answers = at_once(
            lambda s=session: Session.objects.get(pk=s.pk).finish(NOW),
            lambda s=session: log(s, uuid.uuid4())[1],
        )
        assert answers == [None, True]
        session.refresh_from_db()
        assert session.deleted_at is None
        assert session.sets.kept().count() == 1
        session.finish(NOW)
