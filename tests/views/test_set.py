"""Log a set, change it, delete it."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from hipthrust.models import Session, Set, User
from tests.factories import make_session, make_set

HTMX = {"HX-Request": "true"}
# What htmx sends from the page of the running session, and from that of a closed one.
FROM_RUNNING = HTMX | {"HX-Target": "set-entry"}
FROM_CLOSED = HTMX | {"HX-Target": "main"}


def typed(**overrides) -> dict:
    """Fill in the form of a set as a lifter does."""
    return {
        "uuid": str(uuid.uuid4()),
        "implement": "barbell",
        "side": "both",
        "load": "62.5",
        "reps": "12",
        "tempo": "2-0-1-0",
        "band_knees": "",
        "band_hips": "",
    } | overrides


@pytest.fixture
def running(alice: User) -> Session:
    return make_session(alice, sets=0, finished_at=None)


def log(client: Client, session: Session, headers=None, **overrides):
    return client.post(reverse("set_log", args=[session.uuid]), typed(**overrides), headers=headers)


def test_log(alice_client: Client, running: Session) -> None:
    answer = log(alice_client, running, rir="2", form_answer="clean", note="steady")
    assert answer.status_code == 302
    assert answer.url == reverse("session_running")
    row = running.sets.get()
    assert (str(row.load_kg), row.reps, row.rir, row.flaws, row.note) == (
        "62.500",
        12,
        2,
        [],
        "steady",
    )


def test_log_with_htmx_answers_with_rows_and_a_fresh_form(
    alice_client: Client, running: Session
) -> None:
    answer = log(alice_client, running, headers=HTMX, rir="2", form_answer="clean")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="set-entry"' in text
    assert 'id="set-list"' in text
    assert "<html" not in text
    assert "Set 2" in text
    # Never carried over: an answer about the last set is no answer about the next.
    assert not re.search(r'name="(rir|form_answer)"[^>]*checked', text)
    form = answer.context["form"]
    assert form.initial["rir"] is None
    assert form.initial["form_answer"] == ""


def test_log_everything(alice_client: Client, running: Session) -> None:
    running.place.bands.create(name="medium", position=1)
    log(
        alice_client,
        running,
        side="left",
        tempo="3-1-x-2",
        form_answer="not_clean",
        flaws=["pelvis_rotation", "knees_in"],
        pause_cut_short="on",
        band_knees="medium",
        warmup="on",
    )
    row = running.sets.get()
    assert row.tempo == "3-1-X-2"
    assert row.flaws == ["pelvis_rotation", "knees_in"]
    assert row.pause_cut_short
    assert row.kind == Set.Kind.WARMUP
    assert [(use.name, use.placement) for use in row.band_uses.all()] == [("medium", "knees")]


@pytest.mark.parametrize("load", ["62,5", "62.5", " 62.50 ", "0062.5"])
def test_comma_and_point_are_the_same_load(
    alice_client: Client, running: Session, load: str
) -> None:
    log(alice_client, running, load=load)
    assert str(running.sets.get().load_kg) == "62.500"


def test_pounds_come_back_as_typed(bob: User, bob_client: Client) -> None:
    session = make_session(bob, sets=0, finished_at=None)
    log(bob_client, session, implement="dumbbell", load="47.25")
    answer = bob_client.get(reverse("session_running"))
    assert "47.25 lb × 12" in answer.content.decode()


BAD = [
    ("no reps", {"reps": ""}, "reps", "Enter how many reps"),
    ("half a rep", {"reps": "7.5"}, "reps", "whole number"),
    ("too many reps", {"reps": "1000"}, "reps", "999"),
    ("no number", {"load": "heavy"}, "load", "“heavy” is not a load"),
    ("not a number", {"load": "nan"}, "load", "not a load"),
    ("endless", {"load": "1e400"}, "load", "between 0 and 1000 kg"),
    ("negative", {"load": "-5"}, "load", "between 0 and 1000 kg"),
    ("a million tons", {"load": "1000000000000"}, "load", "between 0 and 1000 kg"),
    ("barbell without load", {"load": ""}, "load", "Enter the load"),
    ("loaded body weight", {"implement": "bodyweight"}, "load", "Body weight has no load"),
    ("unknown implement", {"implement": "sled"}, "implement", "sled"),
    ("unknown band", {"band_knees": "golden"}, "band_knees", "golden"),
    ("no tempo", {"tempo": "slow"}, "tempo", "2-0-1-2"),
    ("endless tempo", {"tempo": "99-0-1-0"}, "tempo", "30 seconds"),
    ("no way down", {"tempo": "0-0-1-0"}, "tempo", "at least 1 second"),
    ("rir out of range", {"rir": "6"}, "rir", "6"),
    (
        "clean with a flaw",
        {"form_answer": "clean", "flaws": ["knees_in"]},
        "form_answer",
        "one or the other",
    ),
    ("flaw without answer", {"flaws": ["knees_in"]}, "form_answer", "one or the other"),
    (
        "not clean, but how",
        {"form_answer": "not_clean"},
        "form_answer",
        "Choose what was not clean",
    ),
    (
        "hips rotated on two legs",
        {"form_answer": "not_clean", "flaws": ["pelvis_rotation"]},
        "flaws",
        "one-leg",
    ),
    (
        "no pause to cut short",
        {"form_answer": "not_clean", "pause_cut_short": "on"},
        "tempo",
        "no pause",
    ),
    ("note too long", {"note": "x" * 501}, "note", "500"),
    ("NUL", {"note": "a\0b"}, "note", "Null characters"),
    ("no uuid", {"uuid": "twelve"}, "uuid", "UUID"),
]


@pytest.mark.parametrize(
    ("overrides", "field", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_bad_input_is_explained_and_kept(
    alice_client: Client, running: Session, headers, overrides, field, words
) -> None:
    answer = log(alice_client, running, headers=headers, **overrides)
    assert answer.status_code == 422
    assert words in " ".join(answer.context["form"].errors[field])
    assert ("<html" in answer.content.decode()) is not bool(headers)
    assert not Set.objects.exists()
    if isinstance(typed_value := overrides.get(field), str) and field not in {"uuid", "note"}:
        assert typed_value in answer.content.decode()


def test_sent_twice_is_saved_once(alice_client: Client, running: Session) -> None:
    same = {"uuid": str(uuid.uuid4())}
    for _ in range(4):
        assert log(alice_client, running, headers=HTMX, **same).status_code == 200
    assert Set.objects.count() == 1


def test_same_uuid_with_other_content_shows_both(alice_client: Client, running: Session) -> None:
    same = {"uuid": str(uuid.uuid4())}
    log(alice_client, running, **same)
    answer = log(alice_client, running, reps="11", **same)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "62.5 kg × 12" in text
    assert 'value="11"' in text
    assert Set.objects.get().reps == 12
    # Log set from that page saves it as another one.
    again = alice_client.post(
        reverse("set_log", args=[running.uuid]),
        typed(reps="11", uuid=answer.context["form"]["uuid"].value()),
    )
    assert again.status_code == 302
    assert Set.objects.count() == 2


def test_late_set_of_a_closed_session_is_taken(alice: User, alice_client: Client) -> None:
    session = make_session(alice)
    answer = log(alice_client, session)
    assert answer.status_code == 302
    assert str(session.uuid) in answer.url
    assert session.sets.count() == 4


def test_set_for_a_session_closed_in_another_tab_leads_there(
    alice: User, alice_client: Client
) -> None:
    session = make_session(alice)
    answer = log(alice_client, session, headers=FROM_RUNNING)
    assert session.sets.count() == 4
    page = alice_client.get(answer.headers["HX-Redirect"])
    assert page.context["session"] == session
    assert "finished elsewhere" in page.text


def test_closed_session_is_shown_anew_with_each_change(alice: User, alice_client: Client) -> None:
    """What was done and what comes next change with the sets."""
    session = make_session(alice, sets=1)
    page = reverse("session_detail", args=[session.uuid])
    assert log(alice_client, session, headers=FROM_CLOSED).url == f"{page}?add=1"
    for name in ("set_delete", "set_undelete"):
        path = reverse(name, args=[session.sets.first().uuid])
        assert alice_client.post(path, headers=FROM_CLOSED).url == page
    refused = log(alice_client, session, headers=FROM_CLOSED, load="heavy")
    assert (refused.status_code, 'id="main"' in refused.text) == (422, True)


def test_set_for_a_session_discarded_in_another_tab_brings_it_back(
    alice_client: Client, running: Session
) -> None:
    alice_client.post(reverse("session_discard"))
    assert log(alice_client, running, headers=FROM_RUNNING).status_code == 200
    running.refresh_from_db()
    assert running.is_running


def test_old_set_of_a_deleted_session_does_not_bring_it_back(
    alice_client: Client, running: Session
) -> None:
    same = {"uuid": str(uuid.uuid4())}
    log(alice_client, running, **same)
    alice_client.post(reverse("session_discard"))
    answer = log(alice_client, running, headers=FROM_RUNNING, **same)
    assert "deleted before" in alice_client.get(answer.headers["HX-Redirect"]).text
    running.refresh_from_db()
    assert running.deleted_at is not None


def test_session_without_a_set_left_says_so(alice: User, alice_client: Client) -> None:
    session = make_session(alice, sets=1)
    alice_client.post(reverse("set_delete", args=[session.sets.get().uuid]))
    page = alice_client.get(reverse("session_detail", args=[session.uuid]))
    assert "No set is left in this session" in page.text


def test_edit(alice: User, alice_client: Client) -> None:
    row = make_set(make_session(alice, sets=0), rir=2)
    address = reverse("set_edit", args=[row.uuid])
    page = alice_client.get(address)
    assert 'value="60"' in page.content.decode()
    answer = alice_client.post(address, typed(load="65", version=str(row.version)))
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (str(row.load_kg), row.reps, row.rir, row.version) == ("65.000", 12, None, 2)


def test_edit_changes_bands(alice: User, alice_client: Client) -> None:
    row = make_set(make_session(alice, sets=0), bands=[("heavy", "knees")])
    answer = alice_client.post(
        reverse("set_edit", args=[row.uuid]), typed(band_hips="heavy", version="1")
    )
    assert answer.status_code == 302
    assert [(use.name, use.placement) for use in row.band_uses.all()] == [("heavy", "hips")]


def test_edit_of_an_old_version_shows_the_newer(alice: User, alice_client: Client) -> None:
    row = make_set(make_session(alice, sets=0))
    address = reverse("set_edit", args=[row.uuid])
    alice_client.post(address, typed(reps="9", version="1"))
    answer = alice_client.post(address, typed(reps="8", version="1"))
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "62.5 kg × 9" in text
    assert 'value="8"' in text
    assert 'name="version" value="2"' in text
    row.refresh_from_db()
    assert row.reps == 9


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999"])
def test_edit_without_a_sound_version_changes_nothing(
    alice: User, alice_client: Client, version: str
) -> None:
    row = make_set(make_session(alice, sets=0))
    answer = alice_client.post(
        reverse("set_edit", args=[row.uuid]), typed(reps="8", version=version)
    )
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.reps == 10


def test_edit_with_bad_input(alice: User, alice_client: Client) -> None:
    row = make_set(make_session(alice, sets=0))
    answer = alice_client.post(reverse("set_edit", args=[row.uuid]), typed(reps="0", version="1"))
    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.reps == 10


def test_delete_and_undo(alice: User, alice_client: Client) -> None:
    session = make_session(alice, sets=0, finished_at=None)
    row = make_set(session)
    answer = alice_client.post(reverse("set_delete", args=[row.uuid]), headers=HTMX)
    assert "Undo" in answer.content.decode()
    assert not Set.objects.kept().exists()
    answer = alice_client.post(reverse("set_undelete", args=[row.uuid]), headers=HTMX)
    assert "60 kg × 10" in answer.content.decode()
    assert Set.objects.kept().count() == 1


def test_delete_without_htmx_offers_undo_on_the_next_page(
    alice: User, alice_client: Client
) -> None:
    row = make_set(make_session(alice, sets=0, finished_at=None))
    page = alice_client.post(reverse("set_delete", args=[row.uuid]), follow=True)
    assert reverse("set_undelete", args=[row.uuid]) in page.content.decode()
    # Until the next page, and no longer.
    page = alice_client.get(reverse("session_running"))
    assert reverse("set_undelete", args=[row.uuid]) not in page.content.decode()


def test_deleted_stays_deleted_when_sent_again(alice_client: Client, running: Session) -> None:
    same = {"uuid": str(uuid.uuid4())}
    log(alice_client, running, **same)
    alice_client.post(reverse("set_delete", args=[same["uuid"]]))
    log(alice_client, running, **same)
    assert not running.sets.kept().exists()


def test_load_left_alone_in_the_other_unit_stays_to_the_gram(
    alice: User, alice_client: Client
) -> None:
    session = make_session(alice, sets=1, finished_at=None)
    alice.unit = "lb"
    alice.save()
    page = alice_client.get(reverse("session_running"))
    shown = str(page.context["form"]["load"].value())
    assert shown == "132.28"
    log(alice_client, session, load=shown)
    row = session.sets.first()
    edit = typed(load=shown, reps="9", version=str(row.version))
    assert alice_client.post(reverse("set_edit", args=[row.uuid]), edit).status_code == 302
    assert {str(load) for load in session.sets.values_list("load_kg", flat=True)} == {"60.000"}
