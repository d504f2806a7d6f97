"""Pain and red flags: what holds a lifter back, and what clears it."""

from datetime import date

from .day import Day
from .records import Session
from .situation import Situation, days_between

# Pain limits on the 0-10 scale are coaching convention; where and how it hurts counts.
SEVERE_PAIN = 6
PAIN = 4
PAIN_THAT_MATTERS = 3
PLACES_THAT_MATTER = ("lower_back", "hip_joint")
REFER_WITHIN_DAYS = 28
REFER_WITHIN_SESSIONS = 3


def painful(part: Session) -> bool:
    matters = part.pain_sharp or part.pain_place in PLACES_THAT_MATTER
    return (part.pain or 0) >= (PAIN_THAT_MATTERS if matters else PAIN)


def is_painful(day: Day) -> bool:
    return any(painful(part) for part in day.parts)


def is_red(day: Day) -> bool:
    return any(part.symptoms for part in day.parts)


def pain_of(day: Day) -> int:
    return max(part.pain or 0 for part in day.parts)


def must_stop(day: Day) -> bool:
    return is_red(day) or pain_of(day) >= SEVERE_PAIN


def clearings(s: Situation) -> list[date]:
    given = (s.lifter.cleared, s.lifter.cleared_by_doctor)
    return [day for day in given if day is not None and day <= s.today]


def is_cleared(s: Situation, day: Day) -> bool:
    """Say whether the lifter may train again after that day.

    "I can train again" counts from that day on; a red flag needs the doctor's word, later.
    """
    if is_red(day):
        doctor = s.lifter.cleared_by_doctor
        return doctor is not None and day.date < doctor <= s.today
    return any(said >= day.date for said in clearings(s))


def linked(earlier: Day, later: Day) -> bool:
    return days_between(earlier.date, later.date) <= REFER_WITHIN_DAYS


def pain_came_back(s: Situation) -> list[tuple[Day, Day]]:
    """List the pairs of painful days within three sessions and 28 days of each other."""
    days = s.everywhere
    return [
        (days[j], days[i])
        for i in range(len(days))
        for j in range(max(0, i - REFER_WITHIN_SESSIONS + 1), i)
        if is_painful(days[i]) and is_painful(days[j]) and linked(days[j], days[i])
    ]


def held_by(s: Situation) -> Day | None:
    """Give the newest day that stopped or sent back this lifter, cleared or not."""
    held = [day for day in s.everywhere if must_stop(day)]
    held += [later for _, later in pain_came_back(s)]
    held += [day for day in s.everywhere[-1:] if is_painful(day)]
    return max(held, key=lambda day: day.date, default=None)


def back_after_clearing(s: Situation) -> Day | None:
    """Give the day of pain that has been cleared, until the first session after the clearing."""
    day, said = held_by(s), max(clearings(s), default=None)
    if day is None or said is None or not is_cleared(s, day):
        return None
    return day if s.everywhere[-1].date <= said else None


def first_pain(s: Situation, last: Day) -> Day:
    """Follow an episode of pain back to its first day."""
    days = s.everywhere
    i = days.index(last)
    j = i - 1
    while j >= 0 and i - j < REFER_WITHIN_SESSIONS:
        if (is_painful(days[j]) or is_red(days[j])) and linked(days[j], days[i]):
            i = j
        j -= 1
    return days[i]
