"""A place and what stands there, on one page."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hipthrust.forms.fields import LoadFormField, WholeNumberField
from hipthrust.models import Piece, Place, User
from hipthrust.models.place import BAND_COUNT_MAX, GEAR

# The lightest thing worth listing: a quarter pound is 113 g.
LIGHTEST = Decimal("0.1")
BLANK_ROWS = 3
ROWS_MAX = 60
MACHINE = ("machine_start_kg", "machine_step_kg", "machine_max_kg")
LOADS = (*MACHINE, "smith_bar_kg")


def free_name(lifter: User, name: str, besides: Place | None = None) -> str:
    """Refuse a name that another place of this lifter has, in whatever case."""
    taken = lifter.places.in_use().filter(name__iexact=name)
    if (taken.exclude(pk=besides.pk) if besides else taken).exists():
        raise ValidationError("You have a place with this name already.")
    return name


class PlaceAddForm(forms.ModelForm):
    gear = forms.MultipleChoiceField(
        label="What is there?",
        choices=list(GEAR.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Each comes with usual sizes that you can change on the next page.",
    )

    class Meta:
        model = Place
        fields = ["name"]

    def __init__(self, lifter: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lifter = lifter

    def clean_name(self) -> str:
        return free_name(self.lifter, self.cleaned_data["name"])


class PlaceForm(forms.ModelForm):
    class Meta:
        model = Place
        fields = ["name", "two_dumbbells", *MACHINE, "smith_bar_kg"]
        help_texts = {"two_dumbbells": "Then two of them can lie on the hips together."}

    def __init__(self, data: Any = None, *, instance: Place) -> None:
        super().__init__(data, instance=instance)
        start, step, most = MACHINE
        self.take_load(start, "Lightest load", low=Decimal(0))
        self.take_load(step, "Step")
        self.take_load(most, "Heaviest load")
        self.take_load("smith_bar_kg", "Bar", low=Decimal(0), high=Decimal(100))

    def take_load(self, name: str, label: str, **limits: Decimal) -> None:
        """Let a load be typed in the lifter's unit, where the model's field knows kilograms."""
        self.fields[name] = LoadFormField(
            unit=self.instance.lifter.unit,
            label=label,
            required=False,
            **{"low": LIGHTEST} | limits,
        )

    def clean_name(self) -> str:
        return free_name(self.instance.lifter, self.cleaned_data["name"], besides=self.instance)

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in {*LOADS} & self.cleaned_data.keys():
            field: LoadFormField = self.fields[name]  # type: ignore[assignment]
            self.cleaned_data[name] = field.kept(self.cleaned_data[name], self.initial.get(name))
        missing = [name for name in MACHINE if self.cleaned_data.get(name) is None]
        if 0 < len(missing) < len(MACHINE):
            for name in set(missing) - set(self.errors):
                self.add_error(name, "Fill in this one too, or leave all three empty.")
        elif not missing and self.cleaned_data[MACHINE[2]] < self.cleaned_data[MACHINE[0]]:
            self.add_error(MACHINE[2], "At least the lightest load.")
        return self.cleaned_data


class PieceForm(forms.Form):
    """One line of a list; without a load it is no line."""

    count = WholeNumberField(low=1, high=20, initial=1, required=False)

    def __init__(self, *args: Any, unit: str, word: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["load"] = LoadFormField(
            unit=unit, low=LIGHTEST, high=Decimal(300), required=False
        )
        # In a list the boxes stand without labels to be seen.
        self.fields["load"].widget.attrs["aria-label"] = word
        self.fields["count"].widget.attrs["aria-label"] = f"{word}: how many"

    def clean_load(self) -> Decimal | None:
        field: LoadFormField = self.fields["load"]  # type: ignore[assignment]
        return field.kept(self.cleaned_data["load"], self.initial.get("load"))


class BandForm(forms.Form):
    name = forms.CharField(
        max_length=30, required=False, widget=forms.TextInput({"aria-label": "Band"})
    )


class Rows(forms.BaseFormSet):
    """A list whose lines may be left empty, and hold nothing twice."""

    key = "load"
    twice = "This load is listed already; raise its count."

    def filled(self) -> Iterator[forms.Form]:
        """Give the lines that say something, in the order of the page."""
        return (form for form in self.forms if form.cleaned_data.get(self.key))

    def clean(self) -> None:
        seen = set()
        for form in self.filled():
            value = form.cleaned_data[self.key]
            value = value.casefold() if isinstance(value, str) else value
            if value in seen:
                form.add_error(self.key, self.twice)
            seen.add(value)


class BandRows(Rows):
    key = "name"
    twice = "You have a band with this name here already."


PieceRows: type[Rows] = forms.formset_factory(  # type: ignore[assignment]
    PieceForm, formset=Rows, extra=BLANK_ROWS, max_num=ROWS_MAX, validate_max=True
)
BandNames: type[BandRows] = forms.formset_factory(  # type: ignore[assignment]
    BandForm, formset=BandRows, extra=BLANK_ROWS, max_num=BAND_COUNT_MAX, validate_max=True
)


class EquipmentForms:
    """The place's form and its lists: valid together, saved together."""

    def __init__(self, place: Place, data: Any = None) -> None:
        self.place = PlaceForm(data, instance=place)
        pieces = list(place.pieces.all())
        self.lists = {
            kind: PieceRows(
                data,
                prefix=kind.value,
                form_kwargs={"unit": place.lifter.unit, "word": kind.label},
                initial=[
                    {"load": piece.load_kg, "count": piece.count}
                    for piece in pieces
                    if piece.kind == kind
                ],
            )
            for kind in Piece.Kind
        }
        self.bands = BandNames(
            data, prefix="band", initial=[{"name": band.name} for band in place.bands.all()]
        )

    def is_valid(self) -> bool:
        # Each is asked before any answer counts: every part has to say what is wrong with it.
        lists = [rows.is_valid() for rows in (*self.lists.values(), self.bands)]
        return self.place.is_valid() and all(lists)

    def save(self, move: str = "") -> None:
        """Write it all; `move` is a band's line and its way, such as "2-up"."""
        pieces = [
            (kind, form.cleaned_data["load"], form.cleaned_data["count"] or 1)
            for kind, rows in self.lists.items()
            for form in rows.filled()
        ]
        self.place.instance.equip(pieces, self.moved(move))

    def moved(self, move: str) -> list[str]:
        """Give the bands' names in their order, one of them moved by one."""
        lines = [str(form.prefix).rpartition("-")[2] for form in self.bands.filled()]
        names = [form.cleaned_data["name"] for form in self.bands.filled()]
        line, _, way = move.partition("-")
        if line in lines:
            here = lines.index(line)
            there = here + (-1 if way == "up" else 1)
            if 0 <= there < len(names):
                names[here], names[there] = names[there], names[here]
        return names
