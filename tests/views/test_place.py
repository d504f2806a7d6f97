"""Places and their equipment."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from hipthrust.models import Piece, Place, User
from hipthrust.units import from_kg, to_kg
from tests.factories import make_place, make_session


def as_typed(client: Client, place: Place, **overrides: str) -> dict[str, str]:
    """Read the page's form as a browser would send it, with these boxes typed over."""
    context = client.get(reverse("place_edit", args=[place.pk])).context
    forms = context["forms"]
    parts = [forms.place, forms.bands.management_form, *forms.bands]
    for rows in forms.lists.values():
        parts += [rows.management_form, *rows]
    boxes = {field.html_name: field.value() for part in parts for field in part}
    # False is a box without its tick, which a browser leaves out; 0 is a number.
    typed = {name: str(box) for name, box in boxes.items() if box is not None and box is not False}
    return typed | overrides


def save(client: Client, place: Place, **overrides: str):
    return client.post(reverse("place_edit", args=[place.pk]), as_typed(client, place, **overrides))


def listed(place: Place) -> list[tuple[str, Decimal, int]]:
    return [(p.kind, p.load_kg, p.count) for p in place.pieces.order_by("kind", "load_kg")]


def test_saving_unchanged_changes_nothing(bob: User, bob_client: Client) -> None:
    before = listed(bob.place)
    assert save(bob_client, bob.place).url == reverse("settings")
    assert listed(bob.place) == before
    assert [band.name for band in bob.place.bands.all()] == ["light", "medium"]


def test_saving_unchanged_in_the_other_unit_changes_nothing(
    alice: User, alice_client: Client
) -> None:
    """20 kg are shown as 44.09 lb, and those are 19.999 kg."""
    gym = make_place(alice, "Other", bars=["20"], machine=("10", "5", "150"), smith="15")
    alice.unit = "lb"
    alice.save()
    assert save(alice_client, gym).status_code == 302
    gym.refresh_from_db()
    assert listed(gym) == [("bar", Decimal(20), 1)]
    machine = (gym.machine_start_kg, gym.machine_step_kg, gym.machine_max_kg, gym.smith_bar_kg)
    assert machine == (10, 5, 150, 15)


def test_edit_everything(alice: User, alice_client: Client) -> None:
    answer = save(
        alice_client,
        alice.place,
        name="Basement",
        two_dumbbells="on",
        machine_start_kg="10",
        machine_step_kg="2,5",
        machine_max_kg="120",
        smith_bar_kg="0",
        **{
            "bar-1-load": "15",
            "plates-0-load": "",
            "plates-1-count": "4",
            "dumbbell-2-load": "12,5",
        },
        **{"dumbbell-2-count": "2", "band-0-name": "green", "band-1-name": "red"},
    )
    assert answer.status_code == 302
    place = Place.objects.get(pk=alice.place.pk)
    assert (place.name, place.two_dumbbells) == ("Basement", True)
    machine = (place.machine_start_kg, place.machine_step_kg, place.machine_max_kg)
    assert machine == (10, Decimal("2.5"), 120)
    assert place.smith_bar_kg == 0
    pieces = listed(place)
    assert ("bar", Decimal(15), 1) in pieces
    assert ("plates", Decimal("2.5"), 4) in pieces
    assert ("dumbbell", Decimal("12.5"), 2) in pieces
    assert not place.pieces.filter(load_kg=Decimal("1.25")).exists()
    assert [band.name for band in place.bands.all()] == ["green", "red"]


def test_quarter_pounds_stay_exact(bob: User, bob_client: Client) -> None:
    save(bob_client, bob.place, **{"plates-0-load": "0.25", "plates-1-load": "2,75"})
    plates = bob.place.pieces.filter(kind=Piece.Kind.PLATES)
    assert [from_kg(piece.load_kg, "lb") for piece in plates] == [Decimal("0.25"), Decimal("2.75")]
    assert 'value="2.75"' in bob_client.get(reverse("place_edit", args=[bob.place.pk])).text


@pytest.mark.parametrize(
    ("move", "order"),
    [
        ("1-up", ["medium", "light"]),
        ("0-down", ["medium", "light"]),
        ("0-up", ["light", "medium"]),
        ("1-down", ["light", "medium"]),
        ("9-up", ["light", "medium"]),
        ("nonsense", ["light", "medium"]),
    ],
)
def test_move_a_band(bob: User, bob_client: Client, move: str, order: list[str]) -> None:
    answer = save(bob_client, bob.place, move=move)
    assert answer.url == reverse("place_edit", args=[bob.place.pk]) + "?open=bands#bands"
    assert [band.name for band in bob.place.bands.all()] == order


def test_more_lines_saves_and_stays(bob: User, bob_client: Client) -> None:
    answer = save(bob_client, bob.place, more="dumbbells", **{"dumbbell-4-load": "50"})
    assert answer.url.endswith("?open=dumbbells#dumbbells")
    assert bob.place.pieces.filter(load_kg=to_kg(Decimal(50), "lb")).exists()
    page = bob_client.get(answer.url).text
    assert re.search(r'id="dumbbells"\s+open', page)
    assert not re.search(r'id="bands"\s+open', page)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "home"}, "You have a place with this name already."),
        ({"name": "x" * 41}, "at most 40 characters"),
        ({"name": "a\0b"}, "Null characters are not allowed."),
        ({"bar-0-load": "heavy"}, "“heavy” is not a load."),
        ({"bar-0-load": "0"}, "A load between 0.1 and 300 kg, not 0."),
        ({"plates-0-load": "1000000000000"}, "A load between 0.1 and 300 kg"),
        ({"plates-0-load": "2,5"}, "This load is listed already; raise its count."),
        ({"plates-0-count": "21"}, "Enter a whole number from 1 to 20."),
        ({"machine_start_kg": "10"}, "Fill in this one too, or leave all three empty."),
        (
            {"machine_start_kg": "50", "machine_step_kg": "5", "machine_max_kg": "40"},
            "At least the lightest load.",
        ),
        ({"smith_bar_kg": "101"}, "A load between 0 and 100 kg, not 101."),
        (
            {"band-0-name": "red", "band-1-name": "RED"},
            "You have a band with this name here already.",
        ),
        ({"band-0-name": "x" * 31}, "at most 30 characters"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else None,
)
def test_edit_refused(alice: User, alice_client: Client, typed: dict, message: str) -> None:
    make_place(alice, "Home")
    before = listed(alice.place)
    answer = save(alice_client, alice.place, **typed)
    assert answer.status_code == 422
    assert message in answer.text
    for value in typed.values():
        assert f'value="{value}"' in answer.text or "\0" in value or not value
    place = Place.objects.get(pk=alice.place.pk)
    assert (place.name, listed(place), place.machine_start_kg) == ("Gym", before, None)


def test_edit_without_its_hidden_counts_is_refused(alice: User, alice_client: Client) -> None:
    before = listed(alice.place)
    answer = alice_client.post(reverse("place_edit", args=[alice.place.pk]), {"name": "Gym"})
    assert answer.status_code == 422
    assert listed(alice.place) == before


def test_add(alice: User, alice_client: Client) -> None:
    data = {"name": "Home", "gear": ["dumbbells", "bands"]}
    answer = alice_client.post(reverse("place_add"), data)
    home = alice.places.get(name="Home")
    assert answer.url == reverse("place_edit", args=[home.pk])
    assert home.equipment_known
    assert home.pieces.exists()
    alice.refresh_from_db()
    assert alice.place.name == "Gym"


def test_add_refused(alice: User, alice_client: Client) -> None:
    answer = alice_client.post(reverse("place_add"), {"name": "GYM", "gear": ["bands"]})
    assert answer.status_code == 422
    assert 'value="GYM"' in answer.text
    assert "You have a place with this name already." in answer.text
    assert alice.places.count() == 1


def test_remove_moves_the_lifter_and_keeps_sessions(alice: User, alice_client: Client) -> None:
    gym, home = alice.place, make_place(alice, "Home")
    session = make_session(alice)
    for _ in range(2):
        alice_client.post(reverse("place_remove", args=[gym.pk]))
    alice.refresh_from_db()
    session.refresh_from_db()
    assert alice.place == home
    assert session.place.name == "Gym"
    assert list(alice.places.in_use()) == [home]
    assert alice_client.get(reverse("place_edit", args=[gym.pk])).status_code == 404
    assert alice_client.post(reverse("place_add"), {"name": "Gym"}).status_code == 302


def test_last_place_stays(alice: User, alice_client: Client) -> None:
    answer = alice_client.post(reverse("place_remove", args=[alice.place.pk]), follow=True)
    assert "This is your only place." in answer.text
    assert alice.places.in_use().exists()
    page = alice_client.get(reverse("place_edit", args=[alice.place.pk])).text
    assert "Remove this place" not in page


@pytest.mark.parametrize("name", ["place_edit", "place_remove"])
def test_stranger(alice: User, carol_client: Client, name: str) -> None:
    make_place(alice, "Home")
    address = reverse(name, args=[alice.place.pk])
    assert carol_client.post(address, {"name": "Mine"}).status_code == 404
    assert alice.places.in_use().count() == 2
    assert carol_client.post(reverse(name, args=[10**18])).status_code == 404
