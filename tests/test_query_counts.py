"""The number of queries does not grow with what was logged."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import Session, User
from tests.factories import make_many, make_session, make_set
from tests.views.test_set import typed

FEW, MANY = 10, 5000
SETS_A_SESSION = 5


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
        make_many(alice, sets // SETS_A_SESSION, last=timezone.now().date(), sets=SETS_A_SESSION)
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
