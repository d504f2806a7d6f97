"""The form of one set, for logging and for editing."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from hipthrust.forms.fields import LoadFormField
from hipthrust.models import FLAWS, BandUse, Place, Set, User
from hipthrust.models.set import PHASE_SECONDS_MAX, TEMPO_PHASES
from hipthrust.wording import Method, spell_method

ONE_LEG_FLAWS = {"pelvis_rotation"}
PLACEMENTS = BandUse.Placement.values
METHOD_FIELDS = ("implement", "side", "tempo", "note", *(f"band_{p}" for p in PLACEMENTS))
USUAL_BANDS = ("light", "medium", "heavy")
RIR_CHOICES = [("0", "0"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5+")]
FORM_CHOICES = [("clean", "Clean"), ("not_clean", "Not clean")]


class TempoField(forms.CharField):
    """Four numbers of seconds, down - bottom - up - top; X for an explosive way up."""

    pattern = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{1,2}|[xX])-(\d{1,2})")

    def clean(self, value: Any) -> dict[str, Any]:
        """Give the tempo's columns."""
        text = re.sub(r"\s", "", super().clean(value))
        if (match := self.pattern.fullmatch(text)) is None:
            raise ValidationError(
                f"“{value}” is not a tempo. Write four numbers of seconds: "
                "down - bottom - up - top, such as 2-0-1-2."
            )
        explosive = match[3] in "xX"
        seconds = [1 if part in "xX" else int(part) for part in match.groups()]
        if max(seconds) > PHASE_SECONDS_MAX:
            raise ValidationError(f"Each part takes at most {PHASE_SECONDS_MAX} seconds.")
        if seconds[0] < 1 or seconds[2] < 1:
            raise ValidationError("Down and up take at least 1 second each.")
        return {**dict(zip(TEMPO_PHASES, seconds, strict=True)), "tempo_explosive": explosive}


class FormAnswer(forms.Form):
    """The answer to "was it clean?"; no answer is an answer too."""

    # Not "form": a control of that name would hide the `form` that every element of a page has.
    form_answer = forms.ChoiceField(choices=FORM_CHOICES, required=False, widget=forms.RadioSelect)
    flaws = forms.MultipleChoiceField(
        choices=list(FLAWS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )

    def answer(self) -> dict[str, bool]:
        """Give the columns of the answer."""
        chosen = self.cleaned_data["flaws"]
        return {
            "form_answered": bool(self.cleaned_data["form_answer"]),
            **{flaw: flaw in chosen for flaw in FLAWS},
        }

    def refuse_contradiction(self, *, named: bool) -> None:
        """Refuse flaws beside any answer but "not clean", and "not clean" without a flaw."""
        form = self.cleaned_data.get("form_answer")
        if form == "not_clean" and not named:
            self.add_error("form_answer", "Choose what was not clean.")
        if form != "not_clean" and named:
            self.add_error(
                "form_answer", "A set with a flaw is not clean; choose one or the other."
            )


class SetForm(FormAnswer):
    """A set in the lifter's unit; `values` are columns of Set, to start from or to edit."""

    uuid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    implement = forms.ChoiceField(choices=Set.Implement.choices, widget=forms.RadioSelect)
    side = forms.ChoiceField(choices=Set.Side.choices, widget=forms.RadioSelect)
    load = LoadFormField(required=False)
    reps = forms.IntegerField(
        min_value=1,
        max_value=999,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Enter how many reps you did."}
        | dict.fromkeys(("invalid", "min_value", "max_value"), "A whole number from 1 to 999."),
    )
    rir = forms.TypedChoiceField(
        label="Reps in reserve",
        choices=RIR_CHOICES,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    pause_cut_short = forms.BooleanField(required=False)
    tempo = TempoField(widget=forms.TextInput({"autocomplete": "off"}))
    band_knees = forms.ChoiceField(label="Band round the knees", required=False)
    band_hips = forms.ChoiceField(label="Band across the hips", required=False)
    # The two parts of a tempo that are chosen by a tap; they write into its numbers.
    squeezes = ((0, "None"), (1, "1 s squeeze"), (2, "2 s squeeze"), (3, "3 s squeeze"))
    lowerings = ((2, "Usual"), (3, "3 s down"), (4, "4 s down"), (5, "5 s down"))
    warmup = forms.BooleanField(label="Warm-up", required=False)
    note = forms.CharField(max_length=500, required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(
        self,
        *args: Any,
        user: User,
        place: Place | None,
        values: Mapping[str, Any],
        new_uuid: UUID | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"uuid": new_uuid, **initial(values)}
        super().__init__(*args, **kwargs)
        self.fields["load"].unit = user.unit  # type: ignore[attr-defined]
        self.list_loads(place or Place(), user.unit)
        bands = [("", "None"), *((name, name) for name in band_names(place, values))]
        for placement in PLACEMENTS:
            self.fields[f"band_{placement}"].choices = bands  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        tempo = data.get("tempo")
        self.refuse_contradiction(named=bool(data.get("flaws")) or data["pause_cut_short"])
        if "load" in data:
            self.check_load(data)
        if ONE_LEG_FLAWS & set(data.get("flaws", ())) and data.get("side") == Set.Side.BOTH:
            self.add_error("flaws", "Hips rotate in one-leg sets only; choose the side first.")
        if data["pause_cut_short"] and tempo and not tempo["tempo_top"]:
            self.add_error("tempo", "This tempo has no pause that could be cut short.")
        return data

    def clean_load(self) -> Decimal | None:
        field: LoadFormField = self.fields["load"]  # type: ignore[assignment]
        return field.kept(self.cleaned_data["load"], self.initial["load"])

    def check_load(self, data: dict[str, Any]) -> None:
        implement, load = data.get("implement"), data["load"] or 0
        if implement == Set.Implement.BODYWEIGHT and load:
            self.add_error("load", "Body weight has no load. Leave it empty or change the method.")
        if implement in {Set.Implement.DUMBBELL, Set.Implement.BARBELL} and not load:
            self.add_error("load", "Enter the load, for example 62.5.")

    def list_loads(self, place: Place, unit: str) -> None:
        """Tell the load's steppers what can be built with each implement."""
        for implement in Set.Implement.values:
            loads = " ".join(map(str, place.steps(implement, unit)))
            self.fields["load"].widget.attrs[f"data-steps-{implement}"] = loads

    @property
    def method_has_errors(self) -> bool:
        """Tell whether the panel of the method has to stand open."""
        return any(name in self.errors for name in METHOD_FIELDS)

    @property
    def method_words(self) -> str:
        """Say the method that the form starts with: Barbell · both legs · 2 s squeeze."""
        start = self.initial
        bands = tuple((name, place) for place in PLACEMENTS if (name := start.get(f"band_{place}")))
        return spell_method(Method(start["implement"], start["side"], start["tempo"], bands))

    def take_new_uuid(self) -> None:
        """Keep what was typed, to be sent as another set."""
        data: QueryDict = self.data.copy()  # type: ignore[attr-defined]
        data["uuid"] = str(uuid4())
        self.data = data

    def values(self) -> dict[str, Any]:
        """Give the columns of Set and its bands as (name, placement) pairs."""
        data = self.cleaned_data
        return {
            "kind": Set.Kind.WARMUP if data["warmup"] else Set.Kind.WORKING,
            "implement": data["implement"],
            "side": data["side"],
            "load_kg": data["load"] or 0,
            "reps": data["reps"],
            "rir": data["rir"],
            "pause_cut_short": data["pause_cut_short"],
            "note": data["note"],
            **data["tempo"],
            **self.answer(),
            "bands": [(data[f"band_{p}"], p) for p in PLACEMENTS if data[f"band_{p}"]],
        }


def initial(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn columns of Set into the form's fields."""
    flaws = [flaw for flaw in FLAWS if values.get(flaw)]
    form_answer = ""
    if values.get("form_answered"):
        form_answer = "not_clean" if flaws or values.get("pause_cut_short") else "clean"
    up = "X" if values.get("tempo_explosive") else values["tempo_up"]
    load = values["load_kg"]
    return {
        "implement": values["implement"],
        "side": values["side"],
        "load": load if values["implement"] != Set.Implement.BODYWEIGHT else None,
        "reps": values["reps"],
        "rir": values.get("rir"),
        "tempo": f"{values['tempo_down']}-{values['tempo_bottom']}-{up}-{values['tempo_top']}",
        "form_answer": form_answer,
        "flaws": flaws,
        "pause_cut_short": values.get("pause_cut_short", False),
        "warmup": values.get("kind") == Set.Kind.WARMUP,
        "note": values.get("note", ""),
        **{f"band_{placement}": name for name, placement in values.get("bands", [])},
    }


def band_names(place: Place | None, values: Mapping[str, Any]) -> list[str]:
    """Name the bands to choose from: the place's, and those already on."""
    owned = [band.name for band in place.bands.all()] if place else []
    known = place is not None and place.equipment_known
    names = owned if known else [*owned, *USUAL_BANDS]
    return list(dict.fromkeys([*names, *(name for name, _ in values.get("bands", []))]))
