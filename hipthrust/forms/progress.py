"""What the address of Progress may ask for."""

from collections.abc import Mapping
from typing import Any

from django import forms

from hipthrust.measures import MEASURES

RANGES = {"4w": "4 weeks", "12w": "12 weeks", "year": "A year", "all": "All"}


class ProgressForm(forms.Form):
    """Measure, range and variation; what is not known is left out and has a message."""

    measure = forms.ChoiceField(
        required=False,
        choices=[(key, measure.name) for key, measure in MEASURES.items()],
        error_messages={"invalid_choice": "There is no measure “%(value)s”."},
    )
    range = forms.ChoiceField(
        required=False,
        choices=list(RANGES.items()),
        error_messages={"invalid_choice": "There is no time range “%(value)s”."},
    )
    variation = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": "Nothing is logged as “%(value)s”; this shows all."},
    )

    def __init__(self, data: Mapping[str, Any], *, variations: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["variation"].choices = list(variations.items())  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """Give the known values that were asked for."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def messages(self) -> list[str]:
        """Say what was asked for in vain."""
        return [str(message) for messages in self.errors.values() for message in messages]
