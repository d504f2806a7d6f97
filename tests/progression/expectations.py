"""How an answer is held against a case's `expect`."""

from decimal import Decimal
from typing import Any


def seen(answer: dict[str, Any], field: str) -> Any:
    """Give what an `expect` field speaks of; `reps` means every entry of the list."""
    following = answer["next"] or {}
    if field == "rep_list":
        return following["reps"]
    if field == "first_alternative":
        return next(iter(answer["alternatives"]), None)
    if field in answer:
        return answer[field]
    return following[field]


def differences(answer: dict[str, Any], expect: dict[str, Any]) -> list[str]:
    found = []
    for field, wanted in expect.items():
        got = seen(answer, field)
        if field == "reps":
            same = bool(got) and all(each == wanted for each in got)
        elif field == "load":
            same = Decimal(got) == Decimal(wanted)
        else:
            same = got == wanted
        if not same:
            found.append(f"{field}: {got!r}, wanted {wanted!r}")
    return found
