"""The JSON form: one object or a list of them in, answers in the same shape out."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, DecimalException
from typing import Any, TypeVar

from .answer import Json, Suggestion
from .records import (
    BandUse,
    Equipment,
    InvalidRecordError,
    Lifter,
    Machine,
    Session,
    SetRecord,
    Smith,
    Start,
    Tempo,
)
from .suggest import suggest
from .vocabulary import shown

T = TypeVar("T")
# Longer numbers are no loads, and converting them costs time.
LONGEST_NUMBER = 20


class RefusedError(ValueError):
    """The input is no valid form; the message names the field's path and what is wrong."""


@dataclass(frozen=True)
class Case:
    """One object of the form."""

    id: str | None
    today: date
    lifter: Lifter
    sessions: tuple[Session, ...]


def answer_text(text: bytes) -> str:
    """Answer a whole input, or raise RefusedError without having answered any of it."""
    data = load(text)
    if isinstance(data, list):
        cases = [read_case(item, f"[{i}]") for i, item in enumerate(data)]
        return dump([answer_case(case) for case in cases])
    return dump(answer_case(read_case(data, "")))


def dump(value: object) -> str:
    return json.dumps(value, indent=1)


def answer_case(case: Case) -> Json:
    return render(case.id, suggest(case.sessions, case.lifter, today=case.today))


def render(name: str | None, suggestion: Suggestion) -> Json:
    """Write a suggestion as the form's answer."""
    return {
        "id": name,
        "action": suggestion.action,
        "method": suggestion.method,
        "next": suggestion.next.to_json() if suggestion.next else None,
        "reason": suggestion.reason,
        "rests_on": list(suggestion.rests_on),
        "cue": suggestion.cue,
        "alternatives": [alternative.action for alternative in suggestion.alternatives],
    }


# Text


def load(text: bytes) -> Any:
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(f"the input is not UTF-8 (byte {error.start})") from None
    if not decoded.strip():
        raise RefusedError("the input is empty; it must be one JSON object or a list of them")
    try:
        return json.loads(
            decoded,
            parse_int=whole_number,
            parse_float=decimal_number,
            parse_constant=no_constant,
            object_pairs_hook=without_repeats,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise RefusedError(f"the input is not JSON: {error.msg} ({where})") from None
    except RecursionError:
        raise RefusedError("the input is nested too deeply") from None


def whole_number(text: str) -> int | Decimal:
    return int(text) if len(text) <= LONGEST_NUMBER else decimal_number(text)


def decimal_number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except DecimalException:
        raise RefusedError(f"the input holds an impossible number: {shown(text)}") from None


def no_constant(text: str) -> Any:
    raise RefusedError(f"the input holds {text}, which is not a number")


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RefusedError(f"an object names {shown(twice)} twice")
    return data


# Fields


def refuse(path: str, problem: str) -> RefusedError:
    return RefusedError(f"{path}: {problem}" if path else problem)


def join(path: str, field: str) -> str:
    return f"{path}.{field}" if path and field else path or field


def built(path: str, make: Callable[[], T]) -> T:
    """Make a record; a value it refuses is reported under the form's path."""
    try:
        return make()
    except InvalidRecordError as error:
        raise refuse(join(path, error.field), error.problem) from None


@dataclass(frozen=True)
class Fields:
    """One object of the form, read field by field."""

    data: dict[str, Any]
    path: str

    @classmethod
    def of(cls, value: object, path: str, known: str) -> "Fields":
        if not isinstance(value, dict):
            raise refuse(path, f"must be an object, not {kind_of(value)}")
        allowed = known.split()
        for name in value:
            if name not in allowed:
                raise refuse(path, f"has an unknown key {shown(name)}")
        return cls(value, path)

    def at(self, name: str) -> str:
        return join(self.path, name)

    def required(self, name: str) -> Any:
        if name not in self.data:
            raise refuse(self.at(name), "is missing")
        return self.data[name]

    def weight(self, name: str) -> Decimal:
        return read_weight(self.required(name), self.at(name))

    def optional_weight(self, name: str) -> Decimal | None:
        value = self.data.get(name)
        return None if value is None else read_weight(value, self.at(name))

    def whole(self, name: str) -> int:
        return read_whole(self.required(name), self.at(name))

    def text(self, name: str) -> str:
        return read_text(self.required(name), self.at(name))

    def optional_text(self, name: str) -> str | None:
        value = self.data.get(name)
        return None if value is None else read_text(value, self.at(name))

    def flag(self, name: str, missing: bool | None = False) -> bool | None:
        value = self.data.get(name)
        if value is None:
            return missing
        if not isinstance(value, bool):
            raise refuse(self.at(name), f"must be true or false, not {kind_of(value)}")
        return value

    def day(self, name: str) -> date:
        return read_date(self.required(name), self.at(name))

    def optional_day(self, name: str) -> date | None:
        value = self.data.get(name)
        return None if value is None else read_date(value, self.at(name))

    def listed(self, name: str, *, missing: bool = False) -> list[tuple[Any, str]]:
        """Give a list's items, each with its path; `missing` lets it be absent."""
        value = self.data.get(name) if missing else self.required(name)
        if value is None and missing:
            return []
        if not isinstance(value, list):
            raise refuse(self.at(name), f"must be a list, not {kind_of(value)}")
        return [(item, f"{self.at(name)}[{i}]") for i, item in enumerate(value)]


def kind_of(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return shown(value)


def read_weight(value: object, path: str) -> Decimal:
    """Read a weight: a number, or a string that is one."""
    number = value
    if isinstance(value, str):
        plain = value.isascii() and value.replace(".", "", 1).replace("-", "", 1).isdigit()
        number = Decimal(value) if plain and len(value) <= LONGEST_NUMBER else None
        if plain and value[1:].count("-"):
            number = None
    if isinstance(number, bool) or not isinstance(number, (int, Decimal)):
        raise refuse(path, f"must be a number, not {kind_of(value)}")
    return Decimal(number)


def read_whole(value: object, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise refuse(path, f"must be a whole number, not {kind_of(value)}")
    return value


def read_text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise refuse(path, f"must be text, not {kind_of(value)}")
    return value


def read_date(value: object, path: str) -> date:
    text = value if isinstance(value, str) else ""
    try:
        # `fromisoformat` alone would take week dates too.
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.A):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise refuse(path, f'must be a date like "2026-11-22", not {kind_of(value)}') from None


def names_in(items: list[tuple[Any, str]]) -> frozenset[str]:
    return frozenset(read_text(item, path) for item, path in items)


# Records


def read_case(value: object, path: str) -> Case:
    """Read one object; `title` and `expect` belong to the acceptance cases and are left alone."""
    fields = Fields.of(value, path, "id title today lifter sessions expect")
    sessions = tuple(read_session(*item) for item in fields.listed("sessions"))
    lifter = read_lifter(fields.required("lifter"), fields.at("lifter"))
    return Case(fields.optional_text("id"), fields.day("today"), lifter, sessions)


def read_lifter(value: object, path: str) -> Lifter:
    fields = Fields.of(
        value,
        path,
        "unit body_weight rep_range sets target_rir novice place cleared start equipment",
    )
    reps = tuple(read_whole(*item) for item in fields.listed("rep_range"))
    if len(reps) != 2:
        raise refuse(fields.at("rep_range"), "must be two numbers, the lower first")
    cleared = fields.optional_day("cleared")
    start, equipment = fields.data.get("start"), fields.data.get("equipment")
    return built(
        path,
        lambda: Lifter(
            unit=fields.text("unit"),
            body_weight=fields.optional_weight("body_weight"),
            rep_range=(reps[0], reps[1]),
            sets=fields.whole("sets"),
            target_rir=fields.whole("target_rir"),
            novice=fields.flag("novice", None),
            place=fields.optional_text("place"),
            cleared=cleared,
            cleared_by_doctor=cleared,
            start=None if start is None else read_start(start, fields.at("start")),
            equipment=(
                None if equipment is None else read_equipment(equipment, fields.at("equipment"))
            ),
        ),
    )


def read_start(value: object, path: str) -> Start:
    fields = Fields.of(value, path, "implement load reps")
    return built(
        path,
        lambda: Start(fields.text("implement"), fields.weight("load"), fields.whole("reps")),
    )


def read_equipment(value: object, path: str) -> Equipment:
    fields = Fields.of(value, path, "bars plates dumbbells two_dumbbells bands machine smith")
    machine, smith = fields.data.get("machine"), fields.data.get("smith")
    return built(
        path,
        lambda: Equipment(
            bars=tuple(read_weight(*item) for item in fields.listed("bars", missing=True)),
            plates=read_plates(fields),
            dumbbells=tuple(
                read_weight(*item) for item in fields.listed("dumbbells", missing=True)
            ),
            two_dumbbells=bool(fields.flag("two_dumbbells")),
            bands=read_owned_bands(fields),
            machine=None if machine is None else read_machine(machine, fields.at("machine")),
            smith=None if smith is None else read_smith(smith, fields.at("smith")),
        ),
    )


def read_plates(fields: Fields) -> dict[Decimal, int]:
    value = fields.data.get("plates")
    if value is None:
        return {}
    plates: dict[Decimal, int] = {}
    if not isinstance(value, dict):
        raise refuse(fields.at("plates"), f"must be an object, not {kind_of(value)}")
    for name, pairs in value.items():
        path = f"{fields.at('plates')}.{shown(name)[1:-1]}"
        plate = read_weight(name, path)
        plates[plate] = plates.get(plate, 0) + read_whole(pairs, path)
    return plates


def read_owned_bands(fields: Fields) -> tuple[str, ...]:
    """Order the bands by `order`, lightest first; equal orders keep the list's."""
    bands: list[tuple[Decimal, str]] = []
    for item, path in fields.listed("bands", missing=True):
        band = Fields.of(item, path, "name order")
        bands.append((Decimal(band.whole("order")), band.text("name")))
    return tuple(name for _, name in sorted(bands, key=lambda band: band[0]))


def read_machine(value: object, path: str) -> Machine:
    fields = Fields.of(value, path, "start step max")
    return built(
        path, lambda: Machine(fields.weight("start"), fields.weight("step"), fields.weight("max"))
    )


def read_smith(value: object, path: str) -> Smith:
    fields = Fields.of(value, path, "bar")
    return built(path, lambda: Smith(fields.weight("bar")))


def read_session(value: object, path: str) -> Session:
    fields = Fields.of(
        value, path, "date place followed pain pain_place pain_sharp symptoms body_weight sets"
    )
    pain = fields.data.get("pain")
    return built(
        path,
        lambda: Session(
            date=fields.day("date"),
            sets=tuple(read_set(*item) for item in fields.listed("sets")),
            place=fields.optional_text("place"),
            followed=fields.optional_text("followed"),
            pain=0 if pain is None else read_whole(pain, fields.at("pain")),
            pain_place=fields.optional_text("pain_place"),
            pain_sharp=bool(fields.flag("pain_sharp")),
            symptoms=names_in(fields.listed("symptoms", missing=True)),
            body_weight=fields.optional_weight("body_weight"),
        ),
    )


def read_set(value: object, path: str) -> SetRecord:
    fields = Fields.of(
        value, path, "kind side implement load reps rir tempo pause_cut_short bands flaws"
    )
    rir = fields.data.get("rir")
    unanswered = fields.data.get("flaws") is None
    return built(
        path,
        lambda: SetRecord(
            kind=fields.text("kind"),
            side=fields.text("side"),
            implement=fields.text("implement"),
            load=fields.weight("load"),
            reps=fields.whole("reps"),
            rir=None if rir is None else read_whole(rir, fields.at("rir")),
            tempo=Tempo.parse(fields.text("tempo")),
            bands=tuple(read_band_use(*item) for item in fields.listed("bands", missing=True)),
            flaws=None if unanswered else names_in(fields.listed("flaws")),
            pause_cut_short=bool(fields.flag("pause_cut_short")),
        ),
    )


def read_band_use(value: object, path: str) -> BandUse:
    fields = Fields.of(value, path, "name placement")
    return built(path, lambda: BandUse(fields.text("name"), fields.text("placement")))
