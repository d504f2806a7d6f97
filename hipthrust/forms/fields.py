"""Form fields that know the lifter's unit."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hipthrust.units import from_kg, parse_load, to_kg


class LoadInput(forms.TextInput):
    """A text box with the phone's number pad: a number box would refuse the decimal comma."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off"} | (attrs or {}))


class LoadFormField(forms.Field):
    """A load typed in the lifter's unit, with point or comma; cleaned to kilograms, to the gram.

    `low` and `high` are in kilograms, both included; the initial value is in kilograms too.
    """

    widget = LoadInput
    default_error_messages = {
        "required": "Enter a load, for example 62.5.",
        "invalid": "“%(value)s” is not a load. Enter a number such as 62.5 or 62,5.",
        "range": "A load between %(low)s and %(high)s %(unit)s, not %(value)s.",
    }

    def __init__(
        self,
        *,
        unit: str = "kg",
        low: Decimal = Decimal(0),
        high: Decimal = Decimal(1000),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.unit, self.low, self.high = unit, low, high

    def prepare_value(self, value: Any) -> Any:
        return from_kg(value, self.unit) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        try:
            typed = parse_load(value)
        except ValueError as error:
            raise ValidationError(
                self.error_messages["invalid"], code="invalid", params={"value": value}
            ) from error
        return self.within_range(typed)

    def kept(self, typed: Decimal | None, before: Decimal | None) -> Decimal | None:
        """Give the load from before where what is typed now reads the same.

        60 kg are shown as 132.28 lb, and those are 60.001 kg: left alone, a load must not drift.
        """
        if typed is None or before is None:
            return typed
        same = from_kg(typed, self.unit) == from_kg(before, self.unit)
        return before if same else typed

    def within_range(self, typed: Decimal) -> Decimal:
        low, high = from_kg(self.low, self.unit), from_kg(self.high, self.unit)
        if not low <= typed <= high:
            params = {"low": low, "high": high, "unit": self.unit, "value": typed}
            raise ValidationError(self.error_messages["range"], code="range", params=params)
        return to_kg(typed, self.unit)


class WholeNumberField(forms.IntegerField):
    """A whole number from `low` to `high`, both included, with one message for everything else."""

    def __init__(self, *, low: int, high: int, **kwargs: Any) -> None:
        message = f"Enter a whole number from {low} to {high}."
        super().__init__(
            min_value=low,
            max_value=high,
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"), message
            ),
            **kwargs,
        )
