"""History: sessions by month, what each row says, and the way back from a deletion."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import Place, User
from tests.factories import make_session, make_set
from tests.views.test_progress import Words

PAGE = reverse("history")


def text(client: Client, **query: str) -> str:
    answer = client.get(PAGE, query)
    assert answer.status_code == 200
    return " ".join(Words(answer.content.decode()).parts)


def test_empty_account_is_told_what_will_stand_here(carol_client: Client) -> None:
    page = text(carol_client)
    assert "No sessions yet" in page
    assert "Add a past session" in page


def test_sessions_by_month_newest_first(alice: User, alice_client: Client) -> None:
    for day in (date(2025, 12, 30), date(2026, 1, 2), date(2026, 1, 5)):
        make_session(alice, local_date=day, sets=[{"reps": 12}, {"reps": 12}, {"reps": 11}])
    page = text(alice_client)
    order = ["January 2026", "5 Mon 60 kg · 3 × 12, 12, 11 Barbell · Gym", "2 Fri", "December 2025"]
    assert sorted(order, key=page.index) == order
    assert page.count("January 2026") == 1


def test_a_row_opens_its_session(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    html = alice_client.get(PAGE).content.decode()
    assert f'href="{reverse("session_detail", args=[session.uuid])}"' in html
    assert f'action="{reverse("session_add")}"' in html


@pytest.mark.parametrize(
    ("sets", "session", "words"),
    [
        pytest.param(
            [{"tempo": "2-0-1-2", "bands": [("medium", "knees")]}],
            {},
            "60 kg · 1 × 10 Barbell · Gym 2 s squeeze Medium band at knees",
            id="methods",
        ),
        pytest.param(
            [
                {"side": "left", "implement": "dumbbell", "load": "20", "reps": 9},
                {"side": "right", "implement": "dumbbell", "load": "20", "reps": 11},
            ],
            {},
            "20 kg · left 9, right 11 Dumbbell · Gym One leg",
            id="sides",
        ),
        pytest.param(
            [{"flaws": ["feet_too_far", "incomplete_lockout"]}, {"flaws": ["feet_too_far"]}],
            {},
            "60 kg · 2 × 10 Barbell · Gym Lockout missed Feet too far",
            id="flaws-once-in-their-order",
        ),
        pytest.param(
            [{}],
            {"pain": 4, "pain_place": "lower_back", "pain_sharp": True, "trauma": True},
            "Barbell · Gym Pain 4, lower back, sharp A fall or a blow",
            id="pain-and-red-flag",
        ),
        pytest.param([{}], {"chosen": {"action": "DELOAD"}}, "Barbell · Gym Deload", id="deload"),
        pytest.param([{}], {"pain": 0, "place": None}, "60 kg · 1 × 10 Barbell", id="no-place"),
        pytest.param([{"kind": "warmup"}], {}, "No working sets Gym", id="warm-up-only"),
    ],
)
def test_what_a_row_says(
    sets: list[dict], session: dict, words: str, alice: User, alice_client: Client
) -> None:
    make_session(alice, sets=sets, **session)
    assert words in text(alice_client)


def test_what_runs_or_is_deleted_is_not_listed(alice: User, alice_client: Client) -> None:
    make_session(alice, finished_at=None)
    make_session(alice, days_ago=3).delete_softly(timezone.now())
    kept = make_session(alice, days_ago=5, sets=1)
    make_set(kept, reps=9).delete_softly(timezone.now())
    assert [session.pk for session in alice_client.get(PAGE).context["page"]] == [kept.pk]
    assert "60 kg · 1 × 10" in text(alice_client)


def test_nothing_of_anybody_else(alice: User, carol_client: Client) -> None:
    make_session(alice)
    assert "No sessions yet" in text(carol_client)


def test_older_sessions_on_the_next_page(alice: User, alice_client: Client) -> None:
    for days_ago in range(1, 53):
        make_session(alice, days_ago=days_ago, sets=1)
    first = alice_client.get(PAGE)
    assert 'href="?page=2">Older' in first.content.decode()
    assert len(alice_client.get(PAGE, {"page": "2"}).context["page"]) == 2


@pytest.mark.parametrize("asked", ["99", "0", "two", "\0"])
def test_a_page_that_is_not_there_is_said(asked: str, alice: User, alice_client: Client) -> None:
    make_session(alice)
    assert f"There is no page “{asked}”; this is the first." in text(alice_client, page=asked)


def test_a_deletion_can_be_undone(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    page = alice_client.post(reverse("session_delete", args=[session.uuid]), follow=True)
    undo = reverse("session_undelete", args=[session.uuid])
    html = page.content.decode()
    assert f'<form method="post" action="{undo}">' in html
    assert "No sessions yet" in html
    page = alice_client.post(undo, follow=True)
    assert [row.pk for row in page.context["page"]] == [session.pk]
    assert "Undo" not in page.content.decode()


def test_a_place_is_named_by_what_it_is_called_now(alice: User, alice_client: Client) -> None:
    make_session(alice)
    Place.objects.for_user(alice).update(name="<Cellar>")
    assert "&lt;Cellar&gt;" in alice_client.get(PAGE).content.decode()
