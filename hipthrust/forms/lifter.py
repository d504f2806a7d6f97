"""What a lifter says about themselves: at the start, and later in the settings."""

import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError

from hipthrust.forms.fields import LoadFormField, WholeNumberField
from hipthrust.models import Set, User
from hipthrust.models.place import GEAR

REGIONS = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
]
BODY_WEIGHT = {
    "required": "Enter your body weight, for example 72.5.",
    "invalid": "“%(value)s” is not a body weight. Enter a number such as 72.5 or 72,5.",
    "range": "A body weight between %(low)s and %(high)s %(unit)s, not %(value)s.",
}
NO_GEAR = "none"
# Loads that somebody can have trained with already; body weight is where everybody starts.
START_IMPLEMENTS = [(value, word) for value, word in Set.Implement.choices if value != "bodyweight"]
START = ("start_implement", "start_load", "start_reps")
START_GEAR = {
    "dumbbell": "dumbbells",
    "barbell": "barbell",
    "machine": "machine",
    "smith": "machine",
}


def time_zone_choices(current: str) -> list[Any]:
    """List the places of the world by region; the current one is there, whatever its name."""
    named = {name for name in available_timezones() if name.split("/")[0] in REGIONS}
    regions = groupby(sorted(named), key=lambda name: name.split("/")[0])
    places = [
        (region, [(name, name.partition("/")[2].replace("_", " ")) for name in names])
        for region, names in regions
    ]
    return [(name, name) for name in sorted({"UTC", current} - named)] + places


def body_weight_field(unit: str, **kwargs: Any) -> LoadFormField:
    return LoadFormField(
        unit=unit,
        low=Decimal(20),
        high=Decimal(400),
        label="Body weight",
        error_messages=BODY_WEIGHT,
        **kwargs,
    )


class RepRange(forms.Form):
    """Two numbers that make a range; `rep_lo` and `rep_hi` are the columns."""

    rep_lo = WholeNumberField(label="Fewest reps", low=1, high=49)
    rep_hi = WholeNumberField(label="Most reps", low=2, high=50)

    def clean(self) -> dict[str, Any]:
        super().clean()
        lo, hi = self.cleaned_data.get("rep_lo"), self.cleaned_data.get("rep_hi")
        if lo is not None and hi is not None and lo >= hi:
            self.add_error("rep_hi", f"More than the fewest reps, so {lo + 1} or above.")
        return self.cleaned_data


class SetUpForm(RepRange):
    """Everything but the unit may stay empty; loads are typed in the unit chosen beside them."""

    field_order = ["unit", "body_weight", "gear"]

    unit = forms.ChoiceField(
        choices=User.Unit.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose kilograms or pounds."},
    )
    gear = forms.MultipleChoiceField(
        label="What do you train with?",
        choices=[(NO_GEAR, "Nothing yet"), *GEAR.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    start_implement = forms.ChoiceField(
        label="Implement", choices=[("", "Choose one"), *START_IMPLEMENTS], required=False
    )
    start_reps = WholeNumberField(label="Reps", low=1, high=100, required=False)

    def __init__(self, data: Any = None, *, skip: bool = False) -> None:
        super().__init__(data, initial={"rep_lo": 8, "rep_hi": 12})
        unit = "lb" if data is not None and data.get("unit") == "lb" else "kg"
        self.fields["body_weight"] = body_weight_field(unit, required=False)
        self.fields["start_load"] = LoadFormField(
            unit=unit, low=Decimal("0.1"), label="Load", required=False
        )
        self.skip = skip

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.refuse_half_a_start()
        return self.unit_alone() if self.skip else self.cleaned_data

    def unit_alone(self) -> dict[str, Any]:
        """Forget what else was typed, and what is wrong with it; the page goes on showing it."""
        for name in self.errors.keys() - {"unit"}:
            del self.errors[name]
        return {name: value for name, value in self.cleaned_data.items() if name == "unit"}

    def refuse_half_a_start(self) -> None:
        """Ask for what is missing of implement, load and reps, as soon as there is one of them."""
        missing = [name for name in START if self.cleaned_data.get(name) in ("", None)]
        if len(missing) < len(START):
            for name in set(missing) - set(self.errors):
                self.add_error(name, "Fill in this one too, or leave all three empty.")

    def profile(self) -> dict[str, Any]:
        """Give the columns of the account."""
        said = self.cleaned_data
        columns = {"unit": said["unit"]}
        if "rep_lo" in said:
            columns |= {"rep_lo": said["rep_lo"], "rep_hi": said["rep_hi"]}
        if said.get("start_implement"):
            columns |= {
                "start_implement": said["start_implement"],
                "start_load_kg": said["start_load"],
                "start_reps": said["start_reps"],
            }
        return columns

    def owned(self) -> set[str] | None:
        """Give the gear; None where nothing was said, and an empty set for "Nothing yet"."""
        if not (chosen := self.cleaned_data.get("gear")):
            return None
        implied = START_GEAR.get(self.cleaned_data.get("start_implement", ""))
        return ({*chosen, implied} & GEAR.keys()) if implied else set(chosen) & GEAR.keys()


class SettingsForm(RepRange, forms.ModelForm):
    sets_per_session = WholeNumberField(label="Sets in a session", low=1, high=10)
    target_rir = WholeNumberField(
        label="Reps in reserve to aim at",
        low=0,
        high=4,
        help_text="How many more reps you could have done at the end of a set.",
    )
    time_zone = forms.ChoiceField(
        help_text="Decides which day a session belongs to.",
        error_messages={"invalid_choice": "This time zone is not known here. Choose one."},
    )

    class Meta:
        model = User
        fields = [
            "unit",
            "rep_lo",
            "rep_hi",
            "sets_per_session",
            "target_rir",
            "experience",
            "time_zone",
        ]
        widgets = {"unit": forms.RadioSelect, "experience": forms.RadioSelect}
        help_texts = {"unit": "Changes how loads are shown. What you logged stays the same."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = time_zone_choices(self.instance.time_zone)
        self.fields["time_zone"].choices = zones  # type: ignore[attr-defined]

    def save(self, commit: bool = True) -> User:
        """Write these columns only: the place may have changed on another device meanwhile."""
        self.instance.save(update_fields=self._meta.fields)
        return self.instance


class BodyWeightForm(forms.Form):
    date = forms.DateField(
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Choose the day.",
            "invalid": "Choose a day such as 2026-01-31.",
        },
    )

    def __init__(self, data: Any = None, *, unit: str, today: datetime.date) -> None:
        super().__init__(data, initial={"date": today}, prefix="weight")
        self.today = today
        self.fields["kg"] = body_weight_field(unit)

    def clean_date(self) -> datetime.date:
        day = self.cleaned_data["date"]
        if not datetime.date(1950, 1, 1) <= day <= self.today:
            raise ValidationError("A day from 1950 to today.")
        return day
