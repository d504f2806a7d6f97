"""Set-up and settings."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import BodyWeight, Piece, Place, User
from hipthrust.models.session import local_date
from hipthrust.units import to_kg
from tests.factories import signed_in


@pytest.fixture
def newcomer(db: None) -> User:
    return User.objects.create_user("dora@example.com", time_zone="Pacific/Auckland")


def set_up(user: User, **said: object):
    data = {"rep_lo": "8", "rep_hi": "12"} | said
    return signed_in(user).post(reverse("set_up"), data)


def test_set_up_with_everything(newcomer: User) -> None:
    answer = set_up(
        newcomer,
        unit="lb",
        body_weight="150,5",
        gear=["barbell", "bands"],
        rep_lo="6",
        rep_hi="10",
        start_implement="barbell",
        start_load="135.25",
        start_reps="9",
    )
    assert (answer.status_code, answer.url) == (302, reverse("train"))
    newcomer.refresh_from_db()
    assert (newcomer.unit, newcomer.rep_lo, newcomer.rep_hi) == ("lb", 6, 10)
    assert (newcomer.start_implement, newcomer.start_reps) == ("barbell", 9)
    assert newcomer.start_load_kg == to_kg(Decimal("135.25"), "lb")
    weight = newcomer.body_weights.get()
    assert weight.kg == to_kg(Decimal("150.5"), "lb")
    assert weight.date == local_date(timezone.now(), newcomer.time_zone)
    assert newcomer.set_up_at is not None
    place = newcomer.place
    assert (place.name, place.equipment_known) == ("Gym", True)
    assert place.pieces.get(kind=Piece.Kind.BAR).load_kg == to_kg(Decimal(45), "lb")
    assert not place.pieces.filter(kind=Piece.Kind.DUMBBELL).exists()
    assert [band.name for band in place.bands.all()] == ["light", "medium", "heavy"]


@pytest.mark.parametrize(
    ("gear", "name", "known", "kinds"),
    [
        ([], "Gym", False, set()),
        (["none"], "Home", True, set()),
        (["dumbbells", "bands"], "Home", True, {"dumbbell"}),
        (["none", "dumbbells"], "Home", True, {"dumbbell"}),
        (["barbell"], "Gym", True, {"bar", "plates"}),
        (["machine"], "Gym", True, {"plates"}),
    ],
    ids=lambda value: "+".join(value) or "unsaid" if isinstance(value, list) else None,
)
def test_gear_becomes_the_first_place(
    newcomer: User, gear: list[str], name: str, known: bool, kinds: set[str]
) -> None:
    assert set_up(newcomer, unit="kg", gear=gear).status_code == 302
    place = Place.objects.for_user(newcomer).get()
    assert (place.name, place.equipment_known) == (name, known)
    assert set(place.pieces.values_list("kind", flat=True)) == kinds
    assert (place.machine_step_kg is not None) == (place.smith_bar_kg is not None)
    assert (place.smith_bar_kg is not None) == ("machine" in gear)


def test_implement_of_the_start_counts_as_gear(newcomer: User) -> None:
    start = {"start_implement": "barbell", "start_load": "60", "start_reps": "8"}
    set_up(newcomer, unit="kg", gear=["bands"], **start)
    newcomer.refresh_from_db()
    assert newcomer.place.pieces.filter(kind=Piece.Kind.BAR).exists()


def test_skip_needs_the_unit_alone(newcomer: User) -> None:
    refused = set_up(newcomer, skip="1", body_weight="heavy")
    assert refused.status_code == 422
    assert refused.context["form"].errors.keys() == {"unit"}
    # What was typed is there for whoever goes on instead.
    assert 'value="heavy"' in refused.text
    answer = set_up(newcomer, skip="1", unit="kg", body_weight="heavy", rep_lo="", rep_hi="")
    assert answer.status_code == 302
    newcomer.refresh_from_db()
    assert not newcomer.place.equipment_known
    assert (newcomer.rep_lo, newcomer.rep_hi) == (8, 12)
    assert not newcomer.body_weights.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "unit"),
        ({"unit": "stone"}, "unit"),
        ({"unit": "kg", "body_weight": "heavy"}, "body_weight"),
        ({"unit": "kg", "body_weight": "1000000000000"}, "body_weight"),
        ({"unit": "kg", "rep_lo": "12", "rep_hi": "8"}, "rep_hi"),
        ({"unit": "kg", "rep_lo": "x"}, "rep_lo"),
        ({"unit": "kg", "gear": ["trampoline"]}, "gear"),
        ({"unit": "kg", "start_load": "60", "start_reps": "8"}, "start_implement"),
        ({"unit": "kg", "start_implement": "barbell", "start_reps": "8"}, "start_load"),
        ({"unit": "kg", "start_implement": "bodyweight"}, "start_implement"),
    ],
    ids=str,
)
def test_set_up_refused(newcomer: User, said: dict, field: str) -> None:
    answer = set_up(newcomer, **said)
    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert field in errors
    assert errors[field][0] in answer.text
    if isinstance(said.get(field), str) and field != "unit" and said[field].isalnum():
        assert said[field] in answer.text
    newcomer.refresh_from_db()
    assert newcomer.set_up_at is None
    assert not Place.objects.exists()


def test_set_up_after_a_place_was_opened_takes_that(newcomer: User) -> None:
    """The settings are open before the set-up is done."""
    gym = Place.objects.open(newcomer, "gym", {"dumbbells"})
    assert set_up(newcomer, unit="kg", gear=["barbell"]).status_code == 302
    newcomer.refresh_from_db()
    assert newcomer.place == gym


def test_set_up_sent_twice_makes_one_place(newcomer: User) -> None:
    set_up(newcomer, unit="kg")
    assert set_up(newcomer, unit="lb").status_code == 302
    now = timezone.now()
    newcomer.set_up(
        now=now, today=now.date(), profile={"unit": "lb"}, gear=None, body_weight_kg=None
    )
    assert Place.objects.for_user(newcomer).count() == 1
    newcomer.refresh_from_db()
    assert newcomer.unit == "kg"


TRAINING = {
    "unit": "lb",
    "rep_lo": "5",
    "rep_hi": "8",
    "sets_per_session": "4",
    "target_rir": "1",
    "experience": "novice",
    "time_zone": "Asia/Tokyo",
}


def test_settings(alice: User, alice_client: Client) -> None:
    assert alice_client.post(reverse("settings"), TRAINING).url == reverse("settings")
    alice.refresh_from_db()
    assert {name: str(getattr(alice, name)) for name in TRAINING} == TRAINING


def test_unit_changes_what_is_shown_and_nothing_else(alice: User, alice_client: Client) -> None:
    before = list(BodyWeight.objects.values())
    assert "60 kg" in alice_client.get(reverse("settings")).text
    alice_client.post(reverse("settings"), TRAINING)
    assert "132.28 lb" in alice_client.get(reverse("settings")).text
    assert list(BodyWeight.objects.values()) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("unit", "stone"),
        ("rep_lo", "9"),
        ("rep_hi", "51"),
        ("sets_per_session", "0"),
        ("target_rir", "5"),
        ("target_rir", ""),
        ("experience", "expert"),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "Europe/\0"),
    ],
)
def test_settings_refused(alice: User, alice_client: Client, field: str, value: str) -> None:
    answer = alice_client.post(reverse("settings"), TRAINING | {field: value})
    assert answer.status_code == 422
    shown = "rep_hi" if field == "rep_lo" else field
    assert answer.context["form"].errors.keys() == {shown}
    assert 'value="4"' in answer.text or field == "sets_per_session"
    alice.refresh_from_db()
    assert (alice.unit, alice.rep_hi, alice.sets_per_session) == ("kg", 12, 3)


def test_current_time_zone_stays_in_the_list_under_an_old_name(alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="US/Pacific")
    page = signed_in(alice).get(reverse("settings")).text
    assert '<option value="US/Pacific" selected>' in page


def weigh(client: Client, day: date, kg: str):
    data = {"weight-date": day.isoformat(), "weight-kg": kg}
    return client.post(reverse("body_weight_add"), data)


def test_body_weight(alice: User, alice_client: Client) -> None:
    day = date(2026, 5, 1)
    assert weigh(alice_client, day, "61,5").status_code == 302
    assert weigh(alice_client, day, "62").status_code == 302
    entry = alice.body_weights.get(date=day)
    assert entry.kg == 62
    assert "1 May 2026" in alice_client.get(reverse("settings")).text
    alice_client.post(reverse("body_weight_delete", args=[entry.pk]))
    assert not alice.body_weights.filter(date=day).exists()


@pytest.mark.parametrize(
    ("days_ahead", "kg", "field"),
    [(0, "", "kg"), (0, "6o", "kg"), (0, "19", "kg"), (0, "401", "kg"), (3, "60", "date")],
)
def test_body_weight_refused(
    alice: User, alice_client: Client, days_ahead: int, kg: str, field: str
) -> None:
    answer = weigh(alice_client, timezone.now().date() + timedelta(days=days_ahead), kg)
    assert answer.status_code == 422
    form = answer.context["body_weight_form"]
    assert form.errors.keys() == {field}
    assert form.errors[field][0] in answer.text
    assert f'value="{kg}"' in answer.text or not kg
    assert alice.body_weights.count() == 1


def test_stranger_cannot_delete_a_body_weight(alice: User, carol_client: Client) -> None:
    entry = alice.body_weights.get()
    assert carol_client.post(reverse("body_weight_delete", args=[entry.pk])).status_code == 404
    assert alice.body_weights.exists()
