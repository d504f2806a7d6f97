"""The demo account: something to see on every page, the same on every day it is made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command

from hipthrust.demo import make_demo
from hipthrust.demo.diary import diary
from hipthrust.models import Session, Set, User, training
from hipthrust.models.training import Training
from tests.factories import make_session

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def history():
    return diary(NOW.date(), 150)


@pytest.fixture
def demo() -> User:
    return make_demo(now=NOW)[0]


def test_every_row_is_valid(demo):
    rows = [demo, *demo.places.all(), *demo.body_weights.all(), *demo.sessions.all()]
    for row in [*rows, *Set.objects.filter(lifter=demo)[::9]]:
        row.full_clean()


def test_there_is_something_of_everything(demo):
    sets = Set.objects.filter(lifter=demo)
    assert {place.name for place in demo.places.all()} == {"Gym", "Home"}
    assert {row.implement for row in sets} == {"barbell", "dumbbell", "bodyweight"}
    assert {row.side for row in sets} == {"both", "left", "right"}
    assert {row.kind for row in sets} == {"working", "warmup"}
    assert sets.filter(tempo_top__gte=2).exists()
    assert set(sets.values_list("band_uses__name", flat=True)) >= {"light", "medium"}
    assert {name for row in sets for name in row.flaws or ()} >= {
        "lumbar_hyperextension",
        "incomplete_lockout",
        "knees_in",
    }
    working = sets.working()
    assert working.filter(form_answered=False).exists()
    assert 0 < working.filter(rir=None).count() < working.count() / 5
    assert demo.sessions.filter(pain__gte=4).exists()
    assert demo.body_weights.count() >= 5


def test_it_follows_the_engine_with_a_mind_of_its_own(demo):
    sessions = list(demo.sessions.oldest_first())
    followed = {row.followed for row in sessions}
    assert followed >= {"START", "LOAD_UP", "REPS_UP", "DELOAD", "RETURN", "REGRESS_PAIN"}
    own_way = [row for row in sessions if row.suggested_instead]
    assert 0 < len(own_way) < len(sessions) / 5
    gaps = [(later.local_date - earlier.local_date).days for earlier, later in pairwise(sessions)]
    assert max(gaps) > 14
    assert sessions[-1].local_date == NOW.date() - timedelta(days=1)


def test_what_was_suggested_is_what_the_loader_would_have_said(demo):
    """Look at every tenth session as it stood in the morning of its day."""
    for row in list(demo.sessions.oldest_first())[10::10]:
        morning = row.started_at - timedelta(hours=9)
        demo.sessions.filter(local_date__gte=row.local_date).update(deleted_at=NOW)
        said = Training.load(demo, row.place, now=morning).suggestion()
        demo.sessions.update(deleted_at=None)
        assert row.suggested == {"unit": "kg", **said.to_json()}


def test_the_present_suggestion_leaves_a_choice(demo):
    said = Training.load(demo, demo.place, now=NOW).suggestion()
    assert said.action == "LOAD_UP"
    assert said.alternatives


def test_another_day_gives_the_same_diary_later(history):
    later = diary(NOW.date() + timedelta(days=100), 150)
    assert [each.chosen.action for each in later] == [each.chosen.action for each in history]
    assert [each.session.sets for each in later] == [each.session.sets for each in history]


def test_made_again_it_is_renewed_and_nothing_is_doubled(demo):
    count = demo.sessions.count()
    own = make_session(demo)
    tomorrow = NOW + timedelta(days=1)
    again, password = make_demo(now=tomorrow)
    assert again == demo
    assert again.check_password(password)
    assert password == make_demo(now=tomorrow)[1]
    assert demo.sessions.exclude(pk=own.pk).count() == count
    assert demo.places.count() == 2
    newest = demo.sessions.exclude(pk=own.pk).order_by("local_date").last()
    assert newest.local_date == NOW.date()


def test_the_command_says_how_to_sign_in(client):
    out = StringIO()
    call_command("demo", stdout=out)
    email, password = (line.split()[-1] for line in out.getvalue().splitlines())
    client.post("/accounts/login/", {"login": email, "password": password})
    assert client.session["_auth_user_id"] == str(User.objects.get(email=email).pk)


def test_the_command_refuses_a_century():
    with pytest.raises(CommandError, match="years"):
        call_command("demo", "--years", "100")


def test_two_years_are_answered_from_the_window_as_from_the_whole(demo, monkeypatch):
    make_demo(now=NOW, days=730)
    first = Session.objects.oldest_first()[0]
    assert (NOW.date() - first.local_date).days in range(730, 735)
    places = list(demo.places.all())
    loaded = [Training.load(demo, place, now=NOW) for place in places]
    monkeypatch.setattr(training, "WINDOW", 10**6)
    whole = [Training.load(demo, place, now=NOW) for place in places]
    assert len(loaded[0].history) < len(whole[0].history)
    assert [each.suggestion() for each in loaded] == [each.suggestion() for each in whole]
