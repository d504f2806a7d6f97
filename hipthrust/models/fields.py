"""Columns that hold the same promises on SQLite and on PostgreSQL."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

models.CharField.register_lookup(Length)

MAX_LOAD_KG = 1000


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
    pass


class LoadField(models.DecimalField):
    """A load in kilograms, to the gram."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_digits": 7, "decimal_places": 3}
        super().__init__(*args, **kwargs)


def check(name: str, condition: Q, message: str) -> models.CheckConstraint:
    """Name a condition that a row must satisfy, with the words for whoever breaks it."""
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=message)


def at_most(field: str, length: int) -> Q:
    """Hold a text to its length, which SQLite does not."""
    return Q(**{f"{field}__length__lte": length})


def between(field: str, low: Any, high: Any, *, null: bool = False) -> Q:
    """Hold a number or a date to a range, both ends included."""
    inside = Q(**{f"{field}__gte": low, f"{field}__lte": high})
    return inside | Q(**{f"{field}__isnull": True}) if null else inside
