"""The number of queries does not grow with what was logged."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import BandUse, Session, Set, User
from tests.factories import make_session, make_set
from tests.views.test_set import typed

FEW, MANY = 10, 5000
SETS_A_SESSION = 5


def log_history(user: User, sets: int) -> None:
    """Log so many sets, every other day, some of them with a band."""
    now = timezone.now()
    starts = [now - timedelta(days=2 * n + 1) for n in range(sets // SETS_A_SESSION)]
    sessions = Session.objects.bulk_create(
        Session(
            lifter=user,
            place=user.place,
            started_at=start,
            finished_at=start,
            local_date=start.date(),
            pain=0,
        )
        for start in starts
    )
    rows = Set.objects.bulk_create(
        Set(
            lifter=user,
            session=session,
            logged_at=session.started_at,
            implement="barbell",
            load_kg=60,
            reps=10,
            form_answered=True,
        )
        for session in sessions
        for _ in range(SETS_A_SESSION)
    )
    BandUse.objects.bulk_create(
        BandUse(set=row, name="light", placement="knees") for row in rows[::SETS_A_SESSION]
    )


def ask(client: Client, name: str, session: Session) -> None:
    if name == "set_log":
        answer = client.post(
            reverse("set_log", args=[session.uuid]), typed(), headers={"HX-Request": "true"}
        )
    elif name == "session_detail":
        answer = client.get(reverse(name, args=[session.uuid]), follow=True)
    else:
        answer = client.get(reverse(name) + ("?range=all" if name == "progress" else ""))
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "name", ["train", "session_running", "session_detail", "set_log", "progress", "history"]
)
def test_queries_stay_the_same(name: str, alice: User, alice_client: Client) -> None:
    running = name in {"session_running", "set_log"}
    counts = []
    for sets in (FEW, MANY):
        Session.objects.all().delete()
        log_history(alice, sets)
        session = (
            make_session(alice, sets=0, finished_at=None) if running else Session.objects.first()
        )
        make_set(session)
        ask(alice_client, name, session)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask(alice_client, name, session)
        counts.append(len(queries))
    assert counts[0] == counts[1]
