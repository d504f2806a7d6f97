"""Forms round a session: how it ended, when and where it was."""

import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from hipthrust.forms.set import ONE_LEG_FLAWS, FormAnswer
from hipthrust.models import SYMPTOMS, Session, User
from hipthrust.models.pain import PAIN_ASKS_WHERE

FIRST_DATE = datetime.date(1950, 1, 1)
PAIN_CHOICES = [(str(pain), str(pain)) for pain in range(11)]


class PainAnswer(forms.Form):
    """Pain from 0 to 10; from 3 on where it sits, whether it was sharp, and the red flags."""

    pain = forms.TypedChoiceField(
        choices=PAIN_CHOICES,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how much it hurt, or tap No pain."},
    )
    pain_place = forms.ChoiceField(
        label="Where",
        choices=Session.PainPlace.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    pain_sharp = forms.BooleanField(label="It was sharp", required=False)
    symptoms = forms.MultipleChoiceField(
        label="Did you notice any of these?",
        choices=list(SYMPTOMS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def check_pain(self) -> None:
        data = self.cleaned_data
        pain = data.get("pain")
        if pain == 0:
            # Out of sight by then, and a place once chosen cannot be taken back.
            data |= {"pain_place": "", "pain_sharp": False}
        if pain is None and (data.get("pain_place") or data.get("pain_sharp")):
            self.add_error("pain", "Say how much it hurt.")
        if pain is not None and pain >= PAIN_ASKS_WHERE and not data.get("pain_place"):
            self.add_error("pain_place", "Say where it hurt.")

    def pain_values(self) -> dict[str, Any]:
        """Give the columns of Session that hold the answer."""
        data = self.cleaned_data
        return {
            "pain": data["pain"],
            "pain_place": data["pain_place"],
            "pain_sharp": data["pain_sharp"],
            **{name: name in data["symptoms"] for name in SYMPTOMS},
        }


class FinishForm(PainAnswer, FormAnswer):
    """What is asked once at the end of a session; `one_leg` says that a set asked about was one."""

    def __init__(self, *args: Any, one_leg: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not one_leg:
            flaws = self.fields["flaws"]
            kept = [choice for choice in flaws.choices if choice[0] not in ONE_LEG_FLAWS]  # type: ignore[attr-defined]
            flaws.choices = kept  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.refuse_contradiction(named=bool(data.get("flaws")))
        self.check_pain()
        return data


class WhenAndWhere(forms.Form):
    """The day and the place of a session that lies in the past."""

    date = forms.DateField(
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Enter a date as year-month-day, such as 2026-11-22."},
    )
    place: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, empty_label="No place"
    )

    def __init__(self, *args: Any, user: User, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = user.places.in_use()
        if self.initial.get("place"):
            places = places | user.places.filter(pk=self.initial["place"])
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        # Who has flown west may have trained tomorrow, and can still change the rest.
        self.last = max(today, self.initial.get("date") or today)
        self.fields["date"].widget.attrs["max"] = self.last.isoformat()

    def clean_date(self) -> datetime.date:
        day = self.cleaned_data["date"]
        if day > self.last:
            raise forms.ValidationError(f"{day} is still to come; choose today or a day before.")
        if day < FIRST_DATE:
            raise forms.ValidationError(f"Choose a day from {FIRST_DATE} on.")
        return day


class SessionForm(WhenAndWhere, PainAnswer):
    """Everything of a closed session but its sets."""

    note = forms.CharField(max_length=1000, required=False, widget=forms.Textarea({"rows": 3}))
    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        initial = {
            "date": session.local_date,
            "place": session.place_id,
            "pain": session.pain,
            "pain_place": session.pain_place,
            "pain_sharp": session.pain_sharp,
            "symptoms": session.symptoms,
            "note": session.note,
            "version": session.version,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["pain"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.check_pain()
        return data

    def take_version(self, version: int) -> None:
        """Keep what was typed, and let saving it again overwrite that version."""
        data: QueryDict = self.data.copy()  # type: ignore[attr-defined]
        data["version"] = str(version)
        self.data = data

    def values(self) -> dict[str, Any]:
        """Give the columns of Session."""
        data = self.cleaned_data
        return {
            "local_date": data["date"],
            "place": data["place"],
            "note": data["note"],
            **self.pain_values(),
        }
