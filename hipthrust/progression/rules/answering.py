"""How a rule gives its answer."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Any

from ..answer import Alternative, Prescription, Suggestion
from ..day import Day
from ..first_sessions import Method
from ..mastery import CLEAN_NEEDED, clean_sessions
from ..methods import alternatives
from ..situation import Situation
from ..vocabulary import FLAWS, METHOD_OF


def flaw_of(s: Situation) -> str | None:
    """Name the flaw of the newest session anywhere that matters most, if there is one."""
    newest = s.trained_everywhere[-1].flaws if s.trained_everywhere else frozenset()
    return next((flaw for flaw in FLAWS if flaw in newest), None)


def refs_of(days: Iterable[Day]) -> tuple[Hashable, ...]:
    return tuple(ref for day in days for ref in day.refs)


def answer(
    s: Situation,
    row: int,
    action: str,
    following: Prescription | None,
    *,
    days: Iterable[Day] = (),
    cue: str | None = None,
    method: str | None = None,
    **facts: Any,
) -> Suggestion:
    """Give a suggestion without its words; `days` are the evidence, the newest unless named."""
    evidence = tuple(days) or s.trained[-1:]
    return Suggestion(
        action=action,
        method=method or METHOD_OF[action],
        next=following,
        row=row,
        cue=cue or flaw_of(s),
        evidence=refs_of(evidence),
        gate=(clean_sessions(s), CLEAN_NEEDED),
        facts=facts,
    )


def with_alternatives(s: Situation, suggestion: Suggestion) -> Suggestion:
    """Add the other ways that are open; rows 0-13, 21 and DELOAD have none."""
    if suggestion.row <= 13 or suggestion.row == 21 or suggestion.action == "DELOAD":
        return suggestion
    others = tuple(
        Alternative(each.action, METHOD_OF[each.action], each.next)
        for each in alternatives(s, suggestion.action)
    )
    return replace(suggestion, alternatives=others)


def from_method(s: Situation, row: int, method: Method, **facts: Any) -> Suggestion:
    return answer(s, row, method.action, method.next, days=s.run, **facts)
