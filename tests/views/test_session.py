"""Start, log, finish; look at a closed session, change it, add one from the past."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import Session, Set, User
from tests.factories import make_session, make_set
from tests.views.test_set import typed


def start(client: Client, **data) -> None:
    client.post(reverse("session_start"), {"uuid": str(uuid.uuid4())} | data)


def test_start_takes_the_suggestion_along(alice: User, alice_client: Client) -> None:
    make_session(alice, days_ago=6)
    make_session(alice, days_ago=3)
    start(alice_client)
    session = Session.objects.running().get()
    assert session.suggested["action"] == session.followed == "REPS_UP"
    assert session.prescription.reps == (11, 11, 11)
    page = alice_client.get(reverse("session_running"))
    assert "60 kg · 3 × 11–12" in page.content.decode()
    assert page.context["form"].initial["reps"] == 11


def test_start_keeps_the_suggested_beside_the_chosen(alice: User, alice_client: Client) -> None:
    make_session(alice, days_ago=3)
    start(alice_client, choose="same")
    session = Session.objects.running().get()
    assert session.suggested["action"] == "REPS_UP"
    assert session.followed is None
    assert session.prescription.reps == (10, 10, 10)


def test_start_sent_twice_is_one_session(alice_client: Client) -> None:
    same = str(uuid.uuid4())
    start(alice_client, uuid=same)
    start(alice_client, uuid=same)
    start(alice_client)
    assert Session.objects.count() == 1


def test_start_sent_twice_with_another_choice_shows_both(alice: User, alice_client: Client) -> None:
    make_session(alice, days_ago=3)
    same = str(uuid.uuid4())
    start(alice_client, uuid=same)
    answer = alice_client.post(reverse("session_start"), {"uuid": same, "choose": "same"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "60 kg · 3 × 11–12" in text
    assert "60 kg · 3 × 10" in text


def test_start_with_a_broken_uuid_starts_all_the_same(alice_client: Client) -> None:
    start(alice_client, uuid="twelve")
    assert Session.objects.running().count() == 1


def test_without_a_running_session_the_page_leads_to_train(alice_client: Client) -> None:
    for name in ("session_running", "session_finish"):
        assert alice_client.get(reverse(name)).url == reverse("train")


def test_first_set_comes_from_the_prescription_and_the_next_from_the_set_before(
    alice: User, alice_client: Client
) -> None:
    make_session(alice, sets=[{"reps": 11}, {"reps": 10}, {"reps": 9}])
    start(alice_client)
    session = Session.objects.running().get()
    form = alice_client.get(reverse("session_running")).context["form"]
    assert form.initial["reps"] == 12
    log = reverse("set_log", args=[session.uuid])
    alice_client.post(log, typed(load="60", reps="12", rir="1", form_answer="clean"))
    form = alice_client.get(reverse("session_running")).context["form"]
    assert form.initial["reps"] == 11
    assert form.initial["rir"] is None
    assert form.initial["form_answer"] == ""
    alice_client.post(log, typed(load="70", reps="8"))
    form = alice_client.get(reverse("session_running")).context["form"]
    assert (str(form.initial["load"]), form.initial["reps"]) == ("70.000", 8)


def test_sides_alternate(alice: User, alice_client: Client) -> None:
    session = make_session(alice, sets=0, finished_at=None)
    log = reverse("set_log", args=[session.uuid])
    alice_client.post(log, typed(implement="bodyweight", load="", side="left", reps="8"))
    form = alice_client.get(reverse("session_running")).context["form"]
    assert form.initial["side"] == "right"


def test_warm_up_is_not_carried_over(alice: User, alice_client: Client) -> None:
    make_session(alice)
    start(alice_client)
    session = Session.objects.running().get()
    warm_up = typed(load="20", reps="15", warmup="on")
    alice_client.post(reverse("set_log", args=[session.uuid]), warm_up)
    form = alice_client.get(reverse("session_running")).context["form"]
    assert (str(form.initial["load"]), form.initial["warmup"]) == ("60.000", False)


def test_finish_with_no_pain(alice: User, alice_client: Client) -> None:
    session = make_session(alice, finished_at=None, started_at=timezone.now(), pain=None)
    answer = alice_client.post(reverse("session_finish"), {"pain": "0"})
    assert answer.url == reverse("session_detail", args=[session.uuid])
    session.refresh_from_db()
    assert session.pain == 0
    assert session.finished_at is not None
    page = alice_client.get(answer.url).content.decode()
    assert "What comes next" in page
    assert 'aria-label="Next session"' in page


def test_finish_asks_once_for_the_form_of_unanswered_sets(
    alice: User, alice_client: Client
) -> None:
    session = make_session(alice, sets=0, finished_at=None, started_at=timezone.now())
    make_set(session, flaws=None)
    make_set(session, flaws=["knees_in"])
    make_set(session, flaws=None, side="left")
    page = alice_client.get(reverse("session_finish")).content.decode()
    assert "How was your form in the sets without an answer?" in page
    alice_client.post(
        reverse("session_finish"),
        {"pain": "0", "form_answer": "not_clean", "flaws": ["pelvis_rotation", "head_neck"]},
    )
    flaws = [row.flaws for row in session.sets.in_order()]
    assert flaws == [["head_neck"], ["knees_in"], ["pelvis_rotation", "head_neck"]]


def test_finish_leaves_unanswered_what_is_left_open(alice: User, alice_client: Client) -> None:
    session = make_session(alice, sets=0, finished_at=None, started_at=timezone.now())
    make_set(session, flaws=None)
    alice_client.post(reverse("session_finish"), {"pain": "0"})
    assert session.sets.get().flaws is None


def test_finish_with_pain_and_a_red_flag(alice: User, alice_client: Client) -> None:
    session = make_session(alice, finished_at=None, started_at=timezone.now())
    alice_client.post(
        reverse("session_finish"),
        {
            "pain": "6",
            "pain_place": "lower_back",
            "pain_sharp": "on",
            "symptoms": ["leg_weakness"],
        },
    )
    session.refresh_from_db()
    assert (session.pain, session.pain_place, session.pain_sharp) == (6, "lower_back", True)
    assert session.symptoms == ["leg_weakness"]


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({}, "pain", "No pain"),
        ({"pain": "11"}, "pain", "11"),
        ({"pain": "4"}, "pain_place", "where it hurt"),
        ({"pain_sharp": "on"}, "pain", "how much"),
        ({"pain": "0", "symptoms": ["boredom"]}, "symptoms", "boredom"),
        ({"pain": "0", "form_answer": "not_clean"}, "form_answer", "Choose what was not clean"),
    ],
)
def test_finish_explains_bad_input(alice: User, alice_client: Client, data, field, words) -> None:
    session = make_session(alice, finished_at=None, started_at=timezone.now(), pain=None)
    answer = alice_client.post(reverse("session_finish"), data)
    assert answer.status_code == 422
    assert words in " ".join(answer.context["form"].errors[field])
    session.refresh_from_db()
    assert session.finished_at is None


def test_no_pain_takes_back_where_it_hurt(alice: User, alice_client: Client) -> None:
    session = make_session(alice, finished_at=None, started_at=timezone.now(), pain=None)
    changed_mind = {"pain": "0", "pain_place": "hip_joint", "pain_sharp": "on"}
    assert alice_client.post(reverse("session_finish"), changed_mind).status_code == 302
    session.refresh_from_db()
    assert (session.pain, session.pain_place, session.pain_sharp) == (0, "", False)


def test_finish_does_not_ask_for_the_form_of_warm_ups(alice: User, alice_client: Client) -> None:
    session = make_session(alice, sets=1, finished_at=None, started_at=timezone.now())
    warm_up = make_set(session, kind="warmup", flaws=None)
    assert "How was your form" not in alice_client.get(reverse("session_finish")).text
    alice_client.post(reverse("session_finish"), {"pain": "0", "form_answer": "clean"})
    warm_up.refresh_from_db()
    assert not warm_up.form_answered


def test_finish_in_a_second_tab_says_that_it_is_done(alice_client: Client) -> None:
    page = alice_client.post(reverse("session_finish"), {"pain": "0"}, follow=True)
    assert "No session is running" in page.text


def test_finish_sent_twice_leads_to_the_session(alice: User, alice_client: Client) -> None:
    session = make_session(alice, finished_at=None, started_at=timezone.now(), pain=None)
    data = {"session": str(session.uuid), "pain": "0"}
    for _ in range(2):
        answer = alice_client.post(reverse("session_finish"), data)
        assert answer.url == reverse("session_detail", args=[session.uuid])


@pytest.mark.parametrize("name", ["session_finish", "session_discard"])
def test_form_of_a_session_before_leaves_the_running_one_alone(
    alice: User, alice_client: Client, name: str
) -> None:
    before = make_session(alice)
    running = make_session(alice, finished_at=None, started_at=timezone.now(), pain=None)
    alice_client.post(reverse(name), {"session": str(before.uuid), "pain": "0"})
    for session in (before, running):
        session.refresh_from_db()
    assert running.is_running
    assert before.deleted_at is None


@pytest.mark.parametrize("name", ["session_discard", "session_delete"])
def test_taken_away_twice_still_offers_undo(alice: User, alice_client: Client, name: str) -> None:
    discard = name == "session_discard"
    session = make_session(alice, finished_at=None) if discard else make_session(alice)
    path = reverse(name, args=[] if discard else [session.uuid])
    for _ in range(2):
        page = alice_client.post(path, {"session": str(session.uuid)}, follow=True)
        assert page.status_code == 200
        assert reverse("session_undelete", args=[session.uuid]) in page.text


def test_finish_without_sets_drops_the_session(alice_client: Client) -> None:
    start(alice_client)
    answer = alice_client.post(reverse("session_finish"), {"pain": "0"}, follow=True)
    assert "without sets is not kept" in answer.content.decode()
    assert not Session.objects.kept().exists()


def test_forgotten_session_ends_with_its_last_set(alice: User, alice_client: Client) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    session = make_session(alice, started_at=yesterday, finished_at=None)
    day = f"{session.local_date:%A}"
    assert f"Finish {day}'s session" in alice_client.get("/").content.decode()
    alice_client.post(reverse("session_finish"), {"pain": "0"})
    session.refresh_from_db()
    assert session.finished_at == session.last_set_at()


def test_discard_and_undo(alice: User, alice_client: Client) -> None:
    make_session(alice, finished_at=None)
    page = alice_client.post(reverse("session_discard"), follow=True)
    assert "Undo" in page.content.decode()
    assert not Session.objects.kept().exists()
    session = Session.objects.get()
    answer = alice_client.post(reverse("session_undelete", args=[session.uuid]))
    assert answer.url == reverse("session_running")


def test_undo_beside_another_running_session_brings_it_back_closed(
    alice: User, alice_client: Client
) -> None:
    first = make_session(alice, finished_at=None)
    alice_client.post(reverse("session_discard"))
    make_session(alice, finished_at=None)
    alice_client.post(reverse("session_undelete", args=[first.uuid]))
    first.refresh_from_db()
    assert first.deleted_at is None
    assert first.finished_at is not None


def test_detail(alice: User, alice_client: Client) -> None:
    session = make_session(alice, note="Felt strong", pain=2)
    page = alice_client.get(reverse("session_detail", args=[session.uuid])).content.decode()
    assert "60 kg · 3 × 10" in page
    assert "Felt strong" in page
    assert "2 of 10" in page


def test_a_flaw_leads_to_its_correction(alice: User, alice_client: Client) -> None:
    session = make_session(alice, sets=[{"flaws": ["knees_in"]}, {}, {"flaws": ["knees_in"]}])
    page = alice_client.get(reverse("session_detail", args=[session.uuid])).content.decode()
    assert page.count('<a href="/guide/#knees_in">Knees in</a>') == 1


def test_edit(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    address = reverse("session_edit", args=[session.uuid])
    page = alice_client.get(address)
    assert f'value="{session.local_date}"' in page.content.decode()
    day = session.local_date - timedelta(days=10)
    data = {"date": day, "place": "", "pain": "1", "note": "Moved", "version": session.version}
    assert alice_client.post(address, data).status_code == 302
    started = session.started_at
    session.refresh_from_db()
    assert (session.local_date, session.place, session.pain, session.note) == (
        day,
        None,
        1,
        "Moved",
    )
    assert session.started_at == started - timedelta(days=10)


def test_edit_refuses_tomorrow(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    data = {"date": timezone.now().date() + timedelta(days=3), "pain": "0", "version": "1"}
    answer = alice_client.post(reverse("session_edit", args=[session.uuid]), data)
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()


def test_edit_of_a_session_of_tomorrow(alice: User, alice_client: Client) -> None:
    """Who has flown west looks at it from the day before."""
    today = timezone.now().date()
    session = make_session(alice, local_date=today + timedelta(days=1))
    path = reverse("session_edit", args=[session.uuid])
    data = {"pain": "0", "note": "jet lag", "version": "1"}
    assert alice_client.post(path, data | {"date": session.local_date}).status_code == 302
    data["version"] = "2"
    later = alice_client.post(path, data | {"date": session.local_date + timedelta(days=1)})
    assert later.status_code == 422


def test_edit_of_an_old_version(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    address = reverse("session_edit", args=[session.uuid])
    data = {"date": session.local_date, "pain": "0", "note": "mine", "version": session.version}
    Session.objects.get().change(version=session.version, note="theirs")
    answer = alice_client.post(address, data)
    assert answer.status_code == 409
    assert "changed elsewhere" in answer.content.decode()
    assert "mine" in answer.text
    assert "the note “theirs”" in answer.text
    session.refresh_from_db()
    assert session.note == "theirs"
    data["version"] = session.version
    assert alice_client.post(address, data).status_code == 302


def test_delete_and_undo(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    page = alice_client.post(reverse("session_delete", args=[session.uuid]), follow=True)
    assert reverse("session_undelete", args=[session.uuid]) in page.content.decode()
    assert alice_client.get(reverse("session_detail", args=[session.uuid])).status_code == 404
    alice_client.post(reverse("session_undelete", args=[session.uuid]))
    assert Session.objects.kept().get().sets.kept().count() == 3


def test_add_a_past_session(alice: User, alice_client: Client) -> None:
    day = timezone.now().date() - timedelta(days=40)
    data = typed(date=day, place=alice.place.pk)
    answer = alice_client.post(reverse("session_add"), data)
    session = Session.objects.get()
    assert answer.url.startswith(reverse("session_detail", args=[session.uuid]))
    assert (session.local_date, session.place, session.is_running) == (day, alice.place, False)
    assert session.sets.get().reps == 12
    # Sent again it is the same session with the same set.
    alice_client.post(reverse("session_add"), data)
    assert Session.objects.count() == Set.objects.count() == 1


def test_add_sent_again_with_other_content_is_said(alice: User, alice_client: Client) -> None:
    data = typed(date=timezone.now().date(), place=alice.place.pk)
    alice_client.post(reverse("session_add"), data)
    answer = alice_client.post(reverse("session_add"), data | {"reps": "9"})
    assert answer.status_code == 409
    assert "saves it as another session" in answer.content.decode()
    assert Set.objects.get().reps == 12
    alice_client.post(
        reverse("session_add"), data | {"reps": "9", "uuid": answer.context["form"]["uuid"].value()}
    )
    assert Session.objects.count() == 2


def test_add_sent_again_after_a_delete_stays_deleted(alice: User, alice_client: Client) -> None:
    data = typed(date=timezone.now().date(), place=alice.place.pk)
    alice_client.post(reverse("session_add"), data)
    alice_client.post(reverse("session_delete", args=[Session.objects.get().uuid]))
    page = alice_client.post(reverse("session_add"), data, follow=True)
    assert "deleted since" in page.content.decode()
    assert not Session.objects.kept().exists()


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"date": "soon"}, "year-month-day"),
        ({"date": "2999-01-01"}, "still to come"),
        ({"date": "1900-01-01"}, "1950-01-01"),
        ({"date": ""}, "required"),
        ({"place": "999999"}, "valid choice"),
        ({"reps": ""}, "Enter how many reps"),
    ],
)
def test_add_explains_bad_input_and_writes_nothing(
    alice: User, alice_client: Client, overrides, words
) -> None:
    data = typed(date=timezone.now().date(), place=alice.place.pk) | overrides
    answer = alice_client.post(reverse("session_add"), data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Session.objects.exists()
