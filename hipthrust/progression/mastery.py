"""The form gate: intensity comes after the form (G0)."""

from .day import Day
from .situation import Situation

CLEAN_NEEDED = 2
MOST_CUES = 1
# After two answers held back for want of a form answer the third lets it pass, unless a blocking
# flaw was seen in this many sessions.
UNANSWERED_HOLDS = 3
BLOCKING_MEMORY = 4


def last_two(s: Situation, before: int = 0) -> tuple[Day, ...]:
    """Give the last two days anywhere, as they were `before` days of training ago."""
    days = s.trained_everywhere[: len(s.trained_everywhere) - before]
    return days[-CLEAN_NEEDED:]


def held_twice(s: Situation, cue: str) -> bool:
    """Say whether row 11 has already held this cue twice in a row."""
    held = 0
    for day in reversed(s.trained[:-1]):
        if cue not in day.cues:
            break
        held = held + 1 if day.hit else 0
        if held == 2:
            return True
    return False


def counting_cues(s: Situation, days: tuple[Day, ...]) -> int:
    return sum(not held_twice(s, cue) for day in days for cue in day.cues)


def form_is_clean(s: Situation, days: tuple[Day, ...]) -> bool:
    if len(days) < CLEAN_NEEDED or any(day.blocking for day in days):
        return False
    return counting_cues(s, days) <= MOST_CUES


def answers_wanting(s: Situation, days: tuple[Day, ...]) -> bool:
    """Say whether a novice has left the form unanswered; for others no answer means clean."""
    return s.x == 2 and any(not day.answered for day in days)


def unanswered_holds(s: Situation) -> int:
    """Count the sessions in a row that reached their hits without a form answer."""
    count = 0
    for i in range(len(s.run) - 1, -1, -1):
        pair = s.run[max(0, i - 1) : i + 1]
        if not s.reached_at(i) or all(day.answered for day in pair):
            break
        count += 1
    return count


def answer_waived(s: Situation) -> bool:
    recent = s.trained_everywhere[-BLOCKING_MEMORY:]
    return unanswered_holds(s) >= UNANSWERED_HOLDS and not any(day.blocking for day in recent)


def mastered(s: Situation) -> bool:
    days = last_two(s)
    if not form_is_clean(s, days):
        return False
    return not answers_wanting(s, days) or answer_waived(s)


def clean_sessions(s: Situation) -> int:
    """Count the clean ones of the last two sessions, for "2 of 2 clean sessions"."""
    if mastered(s):
        return CLEAN_NEEDED
    days = last_two(s)
    clean = [not d.blocking and not d.cues and not answers_wanting(s, (d,)) for d in days]
    return min(sum(clean), CLEAN_NEEDED - 1)


def held_by_gate(s: Situation, i: int) -> bool:
    """Say whether the i-th session of the run was held back by a flaw or for mastery."""
    day = s.run[i]
    if day.blocking or (day.hit and day.cues) or day.followed in HOLDS:
        return True
    if not s.reached_at(i):
        return False
    then = tuple(d for d in s.trained_everywhere if d.date <= day.date)[-CLEAN_NEEDED:]
    return not form_is_clean(s, then) or answers_wanting(s, then)


HOLDS = ("HOLD_FORM", "HOLD_CUE", "HOLD_MASTERY")
