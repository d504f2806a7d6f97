"""Columns that hold the same promises on SQLite and on PostgreSQL."""

from datetime import UTC, date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

models.CharField.register_lookup(Length)

MAX_LOAD_KG = 1000

# Room for every training log there is, and far enough from the years 1 and 9999, where turning a
# moment into a lifter's time zone overflows.
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2199, 12, 31)
FIRST_MOMENT, LAST_MOMENT = datetime(1949, 12, 31, tzinfo=UTC), datetime(2200, 1, 2, tzinfo=UTC)


class WithoutNul:
    """Text without NUL, refused before PostgreSQL refuses it and SQLite keeps it."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)  # type: ignore[misc]
        if isinstance(value, str) and "\0" in value:
            raise ValidationError("Text cannot hold a NUL character.", code="null_characters")
        return value


class PlainTextField(WithoutNul, models.CharField):
    default_validators = [ProhibitNullCharactersValidator()]


class PlainEmailField(WithoutNul, models.EmailField):
    """An address in small letters: SQLite's own LOWER knows no letters outside ASCII."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value.lower() if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class LoadField(models.DecimalField):
    """A load in kilograms, to the gram."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_digits": 7, "decimal_places": 3}
        super().__init__(*args, **kwargs)


class PlainJSONField(models.JSONField):
    """JSON without NUL, which PostgreSQL cannot hold in its texts either."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if holds_nul(value):
            raise ValidationError("Text cannot hold a NUL character.", code="null_characters")
        return super().get_db_prep_value(value, connection, prepared)


def holds_nul(value: Any) -> bool:
    """Look for a NUL in every text of a JSON value, keys included."""
    if isinstance(value, dict):
        return holds_nul(list(value.items()))
    if isinstance(value, list | tuple):
        return any(holds_nul(item) for item in value)
    return isinstance(value, str) and "\0" in value


def check(name: str, condition: Q, message: str) -> models.CheckConstraint:
    """Name a condition that a row must satisfy, with the words for whoever breaks it."""
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=message)


def at_most(field: str, length: int, *, least: int = 0) -> Q:
    """Hold a text to its length, which SQLite does not."""
    return Q(**{f"{field}__length__gte": least, f"{field}__length__lte": length})


def filled(*fields: str) -> Q:
    """Say that none of these is NULL.

    A comparison with NULL is neither true nor false, and a constraint that is not false holds: a
    condition on columns that may be NULL has to ask for this by name.
    """
    return Q(**{f"{field}__isnull": False for field in fields})


def between(field: str, low: Any, high: Any, *, null: bool = False) -> Q:
    """Hold a number or a date to a range, both ends included."""
    inside = Q(**{f"{field}__gte": low, f"{field}__lte": high})
    return inside | Q(**{f"{field}__isnull": True}) if null else inside
