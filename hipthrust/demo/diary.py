"""The demo lifter's diary: every visit follows the engine's own suggestion, with a life around it.

Nothing is random and nothing depends on the calendar: the same number of days before the same
today gives the same diary, and another today gives the same one later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from hipthrust.demo.person import Day, lift
from hipthrust.progression.loads import buildable
from hipthrust.progression.records import (
    Alternative,
    Equipment,
    Lifter,
    Session,
    SetRecord,
    Start,
    Suggestion,
)
from hipthrust.progression.suggest import suggest

PLACES = {
    "Gym": Equipment(
        bars=(Decimal(20),),
        plates={
            Decimal("1.25"): 1,
            Decimal("2.5"): 2,
            Decimal(5): 2,
            Decimal(10): 2,
            Decimal(15): 1,
            Decimal(20): 4,
        },
        bands=("light", "medium", "heavy"),
    ),
    "Home": Equipment(
        dumbbells=(Decimal(6), Decimal(10), Decimal(16), Decimal(24)), bands=("light", "medium")
    ),
}

NAMES = UUID("5f0c1d5e-7c1f-4b0e-9d3a-3a1f6a2c9b10")

LIFTER = Lifter(unit="kg", start=Start("barbell", Decimal(30), 8))

# Days ago and kilograms.
WEIGHED = tuple(
    (days_ago, Decimal(kg))
    for days_ago, kg in (
        (1090, "71.4"),
        (900, "70.2"),
        (700, "69.5"),
        (500, "69.9"),
        (330, "68.8"),
        (200, "68.1"),
        (150, "68"),
        (118, "67.4"),
        (76, "66.9"),
        (41, "66.2"),
        (12, "66.4"),
    )
)

# Days between visits, over and over: two or three a week.
GAPS = (2, 3, 2, 2, 3)

# Times without training, as (first, last) days ago: a holiday, and in a long history more of them.
BREAKS = ((100, 82), (330, 312), (560, 524), (800, 783), (980, 962))


@dataclass(frozen=True)
class Visit:
    """One session, with what was suggested for it and what was chosen."""

    session: Session
    suggestion: Suggestion
    chosen: Suggestion | Alternative
    note: str = ""


@dataclass(frozen=True)
class Event:
    """What was different on a visit; `reps_off` is how many reps a bad week takes."""

    flaw: str | None = None
    unanswered: bool = False
    pain: int = 0
    pain_place: str | None = None
    reps_off: int = 0
    note: str = ""


NOTHING = Event()

# By visit, counted back from yesterday's; what lies before the last of them comes round again.
EVENTS = {
    7: Event(flaw="knees_in", note="Bench slid a little."),
    9: Event(unanswered=True),
    13: Event(flaw="incomplete_lockout", note="Rushed, gym closing."),
    18: Event(reps_off=4, note="Slept badly all week."),
    19: Event(reps_off=4),
    20: Event(reps_off=3),
    21: Event(reps_off=3, note="Exam week."),
    27: Event(pain=2, pain_place="elsewhere", note="Stiff from moving house."),
    31: Event(flaw="lumbar_hyperextension"),
    38: Event(unanswered=True),
    44: Event(flaw="feet_too_far", note="New bench, a bit higher."),
    50: Event(pain=4, pain_place="lower_back", note="Lower back after a long drive."),
}
ROUND = 56

# Visits at home, and what the lifter felt like from a visit on, whenever it came up as another
# way that was open.
AT_HOME = {3, 6, 8, 10, 11, 15, 22, 23, 33, 41, 52}
WISHES = {47: "ADD_PAUSE", 36: "ADD_BAND"}

# Visits on which the reps in reserve were only noted for the last set, or not at all.
RIR_FOR_THE_LAST = {5, 16, 29, 43}
RIR_FORGOTTEN = {24, 48}


def diary(today: date, days: int) -> list[Visit]:
    """Give the visits of so many days up to yesterday, oldest first."""
    visits: list[Visit] = []
    planned = schedule(days)
    for number, days_ago in zip(range(len(planned), 0, -1), planned, strict=True):
        day = Day(
            number=number,
            trained_days=days - days_ago,
            body_weight=weighed(days_ago),
            reps_off=event_of(number).reps_off,
        )
        visits.append(visit(visits, today - timedelta(days=days_ago), day))
    return visits


def schedule(days: int) -> list[int]:
    """Give how many days ago the visits were, the oldest first."""
    ago = [1]
    while ago[-1] < days:
        ago.append(ago[-1] + GAPS[len(ago) % len(GAPS)])
    return [n for n in reversed(ago) if not any(last < n < first for first, last in BREAKS)]


def name_of(number: int) -> UUID:
    """Name the diary's visits, oldest first, so that they are known again when it is renewed."""
    return uuid5(NAMES, f"visit {number}")


def weighed(days_ago: int) -> Decimal:
    """Give the body weight that held then; before the first entry, the first."""
    known = [kg for entry, kg in WEIGHED if entry >= days_ago]
    return known[-1] if known else WEIGHED[0][1]


def in_round(number: int) -> int:
    return (number - 1) % ROUND + 1


def event_of(number: int) -> Event:
    return EVENTS.get(in_round(number), NOTHING)


def visit(before: list[Visit], date: date, day: Day) -> Visit:
    """Train once: ask the engine, choose, lift, and answer what is asked."""
    place = "Home" if in_round(day.number) in AT_HOME else "Gym"
    lifter = replace(LIFTER, body_weight=day.body_weight, place=place, equipment=PLACES[place])
    suggestion = suggest([each.session for each in before], lifter, today=date)
    chosen = choose(suggestion, before, day.number)
    assert chosen.next is not None, "the demo lifter stays clear of what stops training"
    event = event_of(day.number)
    sets = told(lift(chosen.next, day), day.number, event)
    session = Session(
        date=date,
        sets=(*warm_up(sets[0], PLACES[place]), *sets),
        place=place,
        followed=chosen.action,
        pain=event.pain,
        pain_place=event.pain_place,
        body_weight=day.body_weight,
        ref=str(name_of(len(before))),
    )
    return Visit(session, suggestion, chosen, event.note)


def choose(suggestion: Suggestion, before: list[Visit], number: int) -> Suggestion | Alternative:
    """Follow the suggestion, or once each the other way that the lifter felt like trying."""
    tried = {each.chosen.action for each in before if isinstance(each.chosen, Alternative)}
    wanted = {action for first, action in WISHES.items() if number <= first} - tried
    return next((way for way in suggestion.alternatives if way.action in wanted), suggestion)


def told(sets: list[SetRecord], number: int, event: Event) -> list[SetRecord]:
    """Leave out what the lifter did not note, and put the flaw into the last set."""
    n = in_round(number)
    if n in RIR_FORGOTTEN:
        sets = [replace(each, rir=None) for each in sets]
    if n in RIR_FOR_THE_LAST:
        sets = [*(replace(each, rir=None) for each in sets[:-1]), sets[-1]]
    if event.unanswered:
        sets = [replace(each, flaws=None) for each in sets]
    if event.flaw:
        sets = [*sets[:-1], replace(sets[-1], flaws=frozenset({event.flaw}))]
    return sets


def warm_up(first: SetRecord, equipment: Equipment) -> list[SetRecord]:
    """Warm up with about half the load, or the empty bar, where there is a bar."""
    if first.implement != "barbell":
        return []
    bar, *more = buildable(equipment, "barbell", "kg")
    light = [bar, *(load for load in more if load <= first.load * 6 / 10)]
    return [SetRecord("warmup", "both", "barbell", light[-1], 8, flaws=None)]
