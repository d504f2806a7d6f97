"""Histories for the engine's tests, short enough to read in a table."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hipthrust.progression.records import (
    BandUse,
    Equipment,
    Lifter,
    Machine,
    Session,
    SetRecord,
    Smith,
    Suggestion,
    Tempo,
)
from hipthrust.progression.suggest import suggest

TODAY = date(2026, 11, 22)


def loads(text: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(each) for each in text.split())


PLATES = dict.fromkeys(loads("1.25 2.5 5 10 20"), 1)
GYM = Equipment(bars=loads("20"), plates=PLATES)
GYM_WITH_BANDS = Equipment(bars=loads("20"), plates=PLATES, bands=("light", "medium"))
DUMBBELLS = Equipment(dumbbells=loads("5 7.5 10 12.5 15 17.5 20"))
KETTLEBELLS = Equipment(dumbbells=loads("8 12 16 24 32"))
HEAVY_KETTLEBELLS = Equipment(dumbbells=loads("16 24"))
BOTH = Equipment(bars=loads("20"), plates=PLATES, dumbbells=loads("5 10 15 20"))
NOTHING = Equipment()
BANDS = Equipment(bands=("light", "medium", "heavy"))
STACK = Equipment(machine=Machine(Decimal(10), Decimal(5), Decimal(150)))
SMITH = Equipment(smith=Smith(Decimal(15)), plates=PLATES)

PAUSE, SLOW = "2-0-1-2", "3-0-1-0"
KNEES = (BandUse("light", "knees"),)


def sets(
    reps: int | Iterable[int],
    rir: int | Iterable[int | None] | None = 2,
    *,
    load: str | int = 60,
    on: str = "barbell",
    side: str = "both",
    tempo: str = "2-0-1-0",
    bands: tuple[BandUse, ...] = (),
    flaws: str | None = "",
    cut: bool = False,
    kind: str = "working",
) -> tuple[SetRecord, ...]:
    """Make sets: three of one number of reps, or one for each number given."""
    listed = [reps] * 3 if isinstance(reps, int) else list(reps)
    rirs = [rir] * len(listed) if rir is None or isinstance(rir, int) else list(rir)
    found = None if flaws is None else frozenset(flaws.split())
    if on == "bodyweight":
        load = 0
    return tuple(
        SetRecord(kind, side, on, Decimal(load), n, left, Tempo.parse(tempo), bands, found, cut)
        for n, left in zip(listed, rirs, strict=True)
    )


def body(reps: int | Iterable[int], rir: Any = 2, **fields: Any) -> tuple[SetRecord, ...]:
    return sets(reps, rir, on="bodyweight", **fields)


def dumbbell(
    load: str | int, reps: int | Iterable[int], rir: Any = 2, **fields: Any
) -> tuple[SetRecord, ...]:
    return sets(reps, rir, load=load, on="dumbbell", **fields)


def one_leg(
    left: Iterable[int],
    right: Iterable[int],
    rir: Any = 2,
    *,
    on: str = "bodyweight",
    **fields: Any,
) -> tuple[SetRecord, ...]:
    return sets(left, rir, on=on, side="left", **fields) + sets(
        right, rir, on=on, side="right", **fields
    )


def ago(days: int, done: tuple[SetRecord, ...] = (), **fields: Any) -> Session:
    """Make a session so many days before today."""
    return Session(date=TODAY - timedelta(days=days), sets=done, **fields)


def every(days: int, *done: tuple[SetRecord, ...], last: int = 3, **fields: Any) -> list[Session]:
    """Make sessions at a steady pace, the last one so many days ago."""
    n = len(done)
    return [ago(last + days * (n - 1 - i), each, **fields) for i, each in enumerate(done)]


def lifter(**fields: Any) -> Lifter:
    known: dict[str, Any] = {
        "unit": "kg",
        "body_weight": Decimal(60),
        "novice": False,
        "equipment": GYM,
    }
    return Lifter(**{**known, **fields})


def advise(sessions: Iterable[Session], **fields: Any) -> Suggestion:
    return suggest(list(sessions), lifter(**fields), today=TODAY)


def brief(suggestion: Suggestion) -> str:
    """Write an answer on one line: "LOAD_UP 62.5 3x8", with what is not plain."""
    dose = suggestion.next
    if dose is None:
        return suggestion.action
    words = [suggestion.action]
    if dose.implement != "barbell":
        words.append(dose.implement)
    if dose.load:
        words.append(format(dose.load.normalize(), "f"))
    if dose.side == "each":
        words.append("each")
    if str(dose.tempo) != "2-0-1-0":
        words.append(str(dose.tempo))
    words += [f"{use.name}/{use.placement}" for use in dose.bands]
    same = len(set(dose.reps)) == 1
    words.append(f"{dose.sets}x{dose.reps[0]}" if same else ",".join(map(str, dose.reps)))
    if dose.rir != 2:
        words.append(f"rir{dose.rir}")
    return " ".join(words)
