"""The factories make rows that forms would accept, or every test built on them is worth little."""

from datetime import date

import pytest

from hipthrust.models import BodyWeight, Place, Session, Set
from tests.factories import make_place, make_session, make_set


@pytest.mark.django_db
def test_what_the_factories_make_is_valid(alice, bob, carol):
    make_place(carol, "Studio", machine=("10", "5", "150"), smith="15")
    for lifter in (alice, bob):
        session = make_session(lifter, finished_at=None)
        make_set(session, side="left", flaws=["pelvis_rotation"], tempo="3-0-X-2", load="62.5")
        make_set(session, implement="bodyweight", bands=[("light", "knees")], flaws=None)
    made = [*Place.objects.all(), *BodyWeight.objects.all(), *Session.objects.all()]
    for row in [*made, *Set.objects.all(), alice, bob, carol]:
        row.full_clean(exclude=["password"])
    assert Set.objects.filter(session__lifter=bob).count() == 5


def test_a_session_takes_its_day_from_its_start(alice):
    session = make_session(alice, sets=[{"reps": 8}, {"reps": 9}], local_date=date(2026, 1, 2))
    assert session.started_at.date() == session.local_date == date(2026, 1, 2)
    assert [row.reps for row in session.sets.in_order()] == [8, 9]


def test_signed_in_clients_are_who_they_say(alice_client, alice):
    assert int(alice_client.session["_auth_user_id"]) == alice.pk
