"""Rows 7 and 8: after a trial, and after a deload."""

from dataclasses import replace

from ..answer import Prescription, Suggestion
from ..day import Day, trial_failed
from ..first_sessions import Base, lo_for, paused, slowed
from ..prescribe import BODY_WEIGHT, FALLBACK_REPS, NOTHING, prescribe
from ..situation import Situation, days_between
from .answering import answer

DELOAD_DAYS = 7
DELOAD_RESERVE = 4


def judge_trial(s: Situation) -> Suggestion | None:
    """Row 7."""
    if not s.newest.is_trial:
        return None
    if trial_failed(s.newest):
        return answer(s, 7, "TRIAL_FAILED", after_failure(s))
    dose = prescribe(s, s.key, s.newest.load, s.newest.reps, sets=s.lifter.sets, exact=True)
    return answer(s, 7, "TRIAL_PASSED", dose)


def after_failure(s: Situation) -> Prescription:
    """Go back to the key before, with a 2 s pause; after one leg with 3 s on the way down."""
    base = base_before(s)
    if s.newest.followed == "TRIAL_UNILATERAL":
        dose = slowed(s, base).next
    elif "pause" in base.key._replace(tempo=base.tempo).methods:
        key = base.key._replace(tempo=base.tempo)
        dose = prescribe(s, key, base.load, lo_for(s, base))
    else:
        method = paused(s, base)
        dose = method.next if method else prescribe(s, base.key, base.load, lo_for(s, base))
    return replace(dose, rep_goal=max(dose.reps))


def day_before(s: Situation) -> Day | None:
    """Give the newest session here that was no trial and no deload."""
    fitting = (day for day in reversed(s.trained) if not day.is_trial and not day.is_deload)
    return next(fitting, None)


def base_before(s: Situation) -> Base:
    day = day_before(s)
    if day is None or day.key is None:
        return Base(BODY_WEIGHT, NOTHING, (FALLBACK_REPS,), BODY_WEIGHT.tempo)
    bare = day.key if day.key.plain else day.key.without_methods()
    return Base(bare, day.load, day.reps, day.key.tempo)


def answer_deload(s: Situation) -> Suggestion | None:
    """Row 8."""
    newest = s.newest
    if not newest.is_deload:
        return None
    first = newest
    for day in reversed(s.trained):
        if not day.is_deload:
            break
        first = day
    days = days_between(first.date, s.today)
    before = day_before(s)
    if days < DELOAD_DAYS or before is None or before.key is None:
        sets = len(newest.reps)
        dose = prescribe(
            s, s.key, newest.load, newest.reps, sets=sets, rir=DELOAD_RESERVE, exact=True
        )
        return answer(s, 8, "DELOAD", dose, days=(first,), again=True, days_in=days)
    dose = prescribe(s, before.key, before.load, before.reps, sets=s.lifter.sets, exact=True)
    return answer(s, 8, "RESUME", dose, days=(before, first), days_in=days)
