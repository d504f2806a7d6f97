"""Reading JSON field by field, so that whatever is refused is named by its path."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, DecimalException
from typing import Any, TypeVar

from .vocabulary import InvalidRecordError, shown

T = TypeVar("T")
# Longer numbers are no loads, and converting them costs time.
LONGEST_NUMBER = 20


class RefusedError(ValueError):
    """The input is no valid form; the message names the field's path and what is wrong."""


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
