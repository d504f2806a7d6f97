"""Every named constraint refuses bad rows: in the database itself, and in full_clean with words."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, models, transaction

from hipthrust.models import (
    Band,
    BandUse,
    BodyWeight,
    Clearance,
    Piece,
    Place,
    Session,
    Set,
    User,
)
from tests.factories import GYM, make_lifter, make_place, make_session, make_set

pytestmark = pytest.mark.django_db

MODELS = list(apps.get_app_config("hipthrust").get_models())
CONSTRAINTS = {c.name: (model, c) for model in MODELS for c in model._meta.constraints}

MACHINE = {"machine_start_kg": 10, "machine_step_kg": 5, "machine_max_kg": 150}
START = {"start_implement": "barbell", "start_load_kg": 40, "start_reps": 8}
EARLY, LATE = datetime(1949, 1, 1, tzinfo=UTC), datetime(2201, 1, 1, tzinfo=UTC)
OUTSIDE = [date(1949, 12, 31), date(2200, 1, 1)]
GRAM = Decimal("0.001")

BAD: dict[str, list[dict[str, Any]]] = {
    "user_email_length": [{"email": "a" * 250 + "@x.de"}],
    "lifter_unit_known": [{"unit": ""}, {"unit": "st"}],
    "lifter_rep_range": [
        {"rep_lo": 0},
        {"rep_hi": 51},
        {"rep_lo": 12, "rep_hi": 12},
        {"rep_lo": 12, "rep_hi": 8},
    ],
    "lifter_sets_range": [{"sets_per_session": 0}, {"sets_per_session": 11}],
    "lifter_target_rir_range": [{"target_rir": 5}],
    "lifter_experience_known": [{"experience": "guru"}],
    "lifter_time_zone_length": [{"time_zone": ""}, {"time_zone": "x" * 65}],
    "lifter_start_whole": [
        *({name: START[name]} for name in START),
        *(START | {name: None} for name in ("start_load_kg", "start_reps")),
        START | {"start_implement": ""},
        START | {"start_implement": "bodyweight"},
        START | {"start_load_kg": 0},
        START | {"start_load_kg": 1000 + GRAM},
        START | {"start_reps": 0},
        START | {"start_reps": 101},
    ],
    "place_name_length": [{"name": ""}, {"name": "x" * 41}],
    "place_machine_whole": [
        *({name: MACHINE[name]} for name in MACHINE),
        *(MACHINE | {name: None} for name in MACHINE),
        MACHINE | {"machine_start_kg": -1},
        MACHINE | {"machine_step_kg": Decimal("0.099")},
        MACHINE | {"machine_max_kg": 9},
        MACHINE | {"machine_max_kg": 1000 + GRAM},
    ],
    "place_smith_bar_range": [{"smith_bar_kg": -GRAM}, {"smith_bar_kg": 100 + GRAM}],
    "piece_kind_known": [{"kind": ""}, {"kind": "rock"}],
    "piece_load_range": [{"load_kg": Decimal("0.099")}, {"load_kg": 300 + GRAM}],
    "piece_count_range": [{"count": 0}, {"count": 21}],
    "band_name_length": [{"name": ""}, {"name": "x" * 31}],
    "band_position_range": [{"position": 13}],
    "session_version_range": [{"version": 0}],
    "session_digest_length": [{"sent_digest": "abc"}],
    "session_date_range": [{"local_date": day} for day in OUTSIDE],
    "session_start_range": [
        {"started_at": EARLY, "finished_at": None},
        {"started_at": LATE, "finished_at": None},
    ],
    "session_ends_after_start": [
        {"finished_at": datetime(2025, 12, 31, tzinfo=UTC)},
        {"finished_at": LATE},
    ],
    "session_pain_range": [{"pain": 11}],
    "session_pain_place_known": [{"pain": 3, "pain_place": "knee"}],
    "session_pain_whole": [
        {"pain": pain} | more
        for pain in (None, 0)
        for more in ({"pain_place": "lower_back"}, {"pain_sharp": True})
    ],
    "session_note_length": [{"note": "x" * 1001}],
    "set_version_range": [{"version": 0}],
    "set_digest_length": [{"sent_digest": "a" * 63}],
    "set_kind_known": [{"kind": ""}, {"kind": "drop"}],
    # A made-up implement fits no rule about loads either; the databases name one of the two.
    "set_implement_known": [{"implement": ""}, {"implement": "sled"}],
    "set_side_known": [{"side": ""}, {"side": "each"}],
    "set_load_range": [{"implement": "machine", "load_kg": load} for load in (-1, 1000 + GRAM)],
    "set_load_fits_implement": [
        {"implement": "bodyweight"},
        {"load_kg": 0},
        {"implement": "dumbbell", "load_kg": 0},
    ],
    "set_time_range": [{"logged_at": EARLY}, {"logged_at": LATE}],
    "set_reps_range": [{"reps": 0}, {"reps": 1000}],
    "set_rir_range": [{"rir": 6}],
    "set_tempo_range": [{f"tempo_{phase}": 31} for phase in ("down", "bottom", "up", "top")],
    "set_tempo_moves": [{"tempo_down": 0}, {"tempo_up": 0}],
    "set_tempo_explosive": [{"tempo_explosive": True, "tempo_up": 2}],
    "set_pause_to_cut": [{"pause_cut_short": True}],
    "set_flaws_are_answered": [
        {"form_answered": False, "knees_in": True},
        {"form_answered": False, "lumbar_hyperextension": True},
    ],
    "set_hips_rotate_on_one_leg": [{"pelvis_rotation": True}],
    "set_note_length": [{"note": "x" * 501}],
    "band_use_placement_known": [{"placement": ""}, {"placement": "feet"}],
    "band_use_name_length": [{"name": ""}, {"name": "x" * 31}],
    "body_weight_range": [{"kg": 20 - GRAM}, {"kg": 400 + GRAM}],
    "body_weight_date_range": [{"date": day} for day in OUTSIDE],
    "clearance_date_range": [{"date": day} for day in OUTSIDE],
}

# What stands in a second row beside the good one; everything else is the same.
TWICE: dict[str, dict[str, Any]] = {
    "user_email_unique": {"email": "ALICE@example.com"},
    "place_name_unique": {"name": "GYM"},
    "piece_load_unique": {"count": 2},
    "band_name_unique": {"name": "Light"},
    "session_uuid_unique": {"deleted_at": datetime(2026, 1, 3, tzinfo=UTC)},
    "session_one_running": {"uuid": uuid.UUID(int=1)},
    "set_uuid_unique": {},
    "band_use_placement_unique": {"name": "medium"},
    "body_weight_date_unique": {"kg": 70},
}


def test_every_constraint_has_its_cases():
    assert CONSTRAINTS.keys() == BAD.keys() | TWICE.keys()


BAD_ROWS = [
    pytest.param(name, values, id=f"{name}-{number}")
    for name, rows in BAD.items()
    for number, values in enumerate(rows, 1)
]


def good_row(model: type[models.Model]) -> Any:
    """Make a row that satisfies every constraint; the session among them is over."""
    alice = make_lifter("alice@example.com")
    place = make_place(alice, "Gym", **GYM, bands=["light"])
    session = make_session(alice, sets=0, local_date=date(2026, 1, 2))
    made = make_set(session, bands=[("light", "knees")])
    rows = {
        User: alice,
        Place: place,
        Piece: place.pieces.first(),
        Band: place.bands.first(),
        Session: session,
        Set: made,
        BandUse: made.band_uses.first(),
        BodyWeight: BodyWeight(lifter=alice, date=date(2026, 1, 2), kg=60),
        Clearance: Clearance(lifter=alice, date=date(2026, 1, 2)),
    }
    row = rows[model]
    row.save()
    return row


def assert_refused(error: pytest.ExceptionInfo[Exception], name: str) -> None:
    """See that this constraint refused it, or PostgreSQL's column, which is stricter still."""
    assert isinstance(error.value, DataError) or name in str(error.value)


@pytest.mark.parametrize(("name", "values"), BAD_ROWS)
def test_the_database_refuses(name, values):
    model, _ = CONSTRAINTS[name]
    row = good_row(model)
    refused = pytest.raises((IntegrityError, DataError))
    with refused as error, transaction.atomic():
        model.objects.filter(pk=row.pk).update(**values)
    if name != "set_implement_known":
        assert_refused(error, name)


@pytest.mark.parametrize(("name", "values"), BAD_ROWS)
def test_full_clean_says_why(name, values):
    model, constraint = CONSTRAINTS[name]
    row = good_row(model)
    for field, value in values.items():
        setattr(row, field, value)
    with pytest.raises(ValidationError) as error:
        row.validate_constraints()
    assert constraint.violation_error_message in error.value.messages


def second_row(name: str) -> Any:
    model, _ = CONSTRAINTS[name]
    row = good_row(model)
    if name == "session_one_running":
        model.objects.update(finished_at=None)
    row.refresh_from_db()
    row.pk, row._state.adding = None, True
    for field, value in TWICE[name].items():
        setattr(row, field, value)
    return row


@pytest.mark.parametrize("name", TWICE)
def test_the_database_refuses_a_second(name):
    row = second_row(name)
    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        type(row).objects.bulk_create([row])


@pytest.mark.parametrize("name", TWICE)
def test_full_clean_says_why_not_a_second(name):
    row = second_row(name)
    with pytest.raises(ValidationError) as error:
        row.validate_constraints()
    assert CONSTRAINTS[name][1].violation_error_message in error.value.messages


def columns_of(*kinds: type[models.Field]) -> list[Any]:
    """List our own columns of these kinds; the password is Django's."""
    return [
        pytest.param(model, field.name, id=f"{model.__name__}.{field.name}")
        for model in MODELS
        for field in model._meta.concrete_fields
        if isinstance(field, kinds) and not field.is_relation
        if not field.primary_key and field.name != "password"
    ]


@pytest.mark.parametrize(("model", "name"), columns_of(models.CharField))
def test_text_holds_no_nul(model, name):
    row = good_row(model)
    with pytest.raises(ValidationError, match="NUL"):
        model.objects.filter(pk=row.pk).update(**{name: "a\0b"})
    setattr(row, name, "a\0b")
    with pytest.raises(ValidationError, match="NUL"):
        model.objects.bulk_update([row], [name])


@pytest.mark.parametrize("value", [{"next": {"a\0": 1}}, {"bands": ["\0"]}, "\0"])
def test_json_holds_no_nul(value):
    row = good_row(Session)
    with pytest.raises(ValidationError, match="NUL"):
        Session.objects.filter(pk=row.pk).update(chosen=value)


@pytest.mark.parametrize(("model", "name"), columns_of(models.CharField))
def test_text_keeps_to_its_length(model, name):
    row = good_row(model)
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{name: "x" * 5000})


@pytest.mark.parametrize(("model", "name"), columns_of(models.IntegerField, models.DecimalField))
@pytest.mark.parametrize("number", [10**12, -(10**12), -1])
def test_numbers_keep_to_their_range(model, name, number):
    """Ask the database in SQL: Django's own adapters would refuse some of these before it."""
    row = good_row(model)
    table, column = (connection.ops.quote_name(n) for n in (model._meta.db_table, name))
    with (
        pytest.raises((IntegrityError, DataError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {table} SET {column} = {number} WHERE id = %s", [row.pk])


def test_what_is_gone_is_in_nobodys_way():
    alice = make_lifter("alice@example.com")
    now = datetime(2026, 1, 2, tzinfo=UTC)
    make_place(alice, "Gym", removed_at=now)
    make_place(alice, "Gym")
    make_session(alice, finished_at=None, deleted_at=now)
    running = make_session(alice, finished_at=None)
    bob = make_lifter("bob@example.com")
    make_session(bob, finished_at=None, uuid=running.uuid, place=None)
    assert Session.objects.running().count() == 2
