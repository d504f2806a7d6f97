"""What should the next session be? One suggestion, from the history and the lifter alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .answer import Prescription, Suggestion
from .explain import explained
from .prescribe import as_done
from .records import Lifter, Session
from .rules import RULES
from .rules.answering import with_alternatives
from .situation import read


def suggest(history: Sequence[Session], lifter: Lifter, *, today: date) -> Suggestion:
    """Give the next session for a lifter: the first rule of the table that fits.

    `history` may come in any order; sessions of one date merge, and those dated after `today` are
    left out. Loads are in the lifter's unit, before and after. It raises nothing for values that
    `records` accepts. The rules, their sources and what is convention: docs/progression.md.
    """
    situation = read(history, lifter, today)
    found = next(answer for rule in RULES if (answer := rule(situation)) is not None)
    return explained(situation, with_alternatives(situation, found))


def replay(history: Sequence[Session], lifter: Lifter) -> list[tuple[date, Suggestion]]:
    """Give the suggestion that stood before each session, oldest first.

    Only what was logged before that date counts; a clearing counts from its own date on.
    """
    dates = sorted({session.date for session in history})
    return [
        (day, suggest([each for each in history if each.date < day], lifter, today=day))
        for day in dates
    ]


def same_as_last_time(history: Sequence[Session], lifter: Lifter) -> Prescription | None:
    """Give what was done in the newest session of this place, or None without one."""
    latest = max((session.date for session in history), default=None)
    if latest is None:
        return None
    situation = read(history, lifter, latest)
    if not situation.trained:
        return None
    done = as_done(situation.newest)
    return replace(done, rir=lifter.target_rir)
