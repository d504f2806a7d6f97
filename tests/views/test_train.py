"""Train: what to do next, and why."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import Clearance, User
from tests.factories import make_lifter, make_place, make_session, signed_in


def test_new_lifter_is_led_to_set_up_once(db: None) -> None:
    client = signed_in(make_lifter("new@example.com", set_up_at=None))
    assert client.get("/").url == reverse("set_up")


def test_empty_account_gets_a_start(alice_client: Client) -> None:
    page = alice_client.get("/").content.decode()
    assert "Body weight · 2 × 12" in page
    assert "Start session" in page


def test_suggestion_with_its_reason(alice: User, alice_client: Client) -> None:
    for days_ago in (6, 3):
        make_session(alice, days_ago=days_ago, sets=[{"reps": 12}] * 3)
    page = alice_client.get("/")
    text = page.content.decode()
    assert "62.5 kg · 3 × 8–12" in text
    assert "+2.5 kg" in text
    assert page.context["suggestion"].reason in text.replace("&#x27;", "'")
    assert "2 of 2 clean sessions" in text
    assert len(page.context["evidence"]) == 2
    assert "Same as last time" in text


def test_choose_another_offer(alice: User, alice_client: Client) -> None:
    make_session(alice)
    page = alice_client.get("/?choose=same")
    assert page.context["chosen"].key == "same"
    assert 'aria-pressed="true"' in page.content.decode()


@pytest.mark.parametrize("choice", ["LOAD_UP", "", "nothing", "\0", "x" * 5000])
def test_choice_not_on_offer_is_said(alice: User, alice_client: Client, choice: str) -> None:
    make_session(alice)
    page = alice_client.get("/", {"choose": choice})
    assert page.status_code == 200
    assert page.context["chosen"].key == "suggested"
    assert "not on offer now" in page.content.decode()


def test_running_session_takes_the_place(alice: User, alice_client: Client) -> None:
    make_session(alice, finished_at=None, started_at=timezone.now())
    text = alice_client.get("/").content.decode()
    assert "Continue session" in text
    assert "Start session" not in text


def test_switch_places(alice: User, alice_client: Client) -> None:
    assert "place_choose" not in alice_client.get("/").content.decode()
    home = make_place(alice, "Home", dumbbells=["10"])
    assert "Home" in alice_client.get("/").content.decode()
    alice_client.post(reverse("place_choose"), {"place": home.pk})
    alice.refresh_from_db()
    assert alice.place == home


def test_place_of_somebody_else_is_not_there(alice: User, bob: User, alice_client: Client) -> None:
    for place in (bob.place.pk, "x", "", "9" * 30):
        assert alice_client.post(reverse("place_choose"), {"place": place}).status_code == 404


def test_stop_for_pain_and_clearance(alice: User, alice_client: Client) -> None:
    make_session(alice, pain=7, days_ago=1)
    text = alice_client.get("/").content.decode()
    assert "I can train again" in text
    assert "doctor or physiotherapist has said" not in text
    # Logging is never blocked.
    assert "Start session" in text
    alice_client.post(reverse("clearance_add"))
    assert Clearance.objects.get().by_doctor is False
    text = alice_client.get("/").content.decode()
    assert "I can train again" not in text


def test_red_flag_needs_a_doctor(alice: User, alice_client: Client) -> None:
    make_session(alice, leg_weakness=True, days_ago=1)
    assert "A doctor or physiotherapist has said" in alice_client.get("/").content.decode()
    page = alice_client.post(reverse("clearance_add"), follow=True)
    assert "has to agree first" in page.content.decode()
    assert not Clearance.objects.exists()
    alice_client.post(reverse("clearance_add"), {"by_doctor": "yes"})
    assert Clearance.objects.get().by_doctor is True
    assert "I can train again" not in alice_client.get("/").content.decode()


def test_red_flag_of_today_is_not_cleared_today(alice: User, alice_client: Client) -> None:
    now = timezone.now()
    make_session(alice, chest_pain=True, started_at=now, finished_at=now + timedelta(minutes=1))
    page = alice_client.post(reverse("clearance_add"), {"by_doctor": "yes"}, follow=True)
    assert "tomorrow" in page.content.decode()
    assert not Clearance.objects.exists()


def test_clearance_without_a_stop_is_not_taken_down(alice_client: Client) -> None:
    alice_client.post(reverse("clearance_add"))
    assert not Clearance.objects.exists()
