"""All working sets of a lifter as Progress reads them: three queries, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from hipthrust.measures import Work
from hipthrust.models.set import TEMPO_PHASES, BandUse, Set, written_tempo
from hipthrust.models.training import BodyWeights
from hipthrust.models.user import User
from hipthrust.units import from_kg
from hipthrust.wording import Method

# Columns instead of rows: five thousand models with their sessions take ten times as long.
COLUMNS = (
    "pk",
    "session__uuid",
    "session__local_date",
    "implement",
    "side",
    "load_kg",
    "reps",
    "rir",
    *TEMPO_PHASES,
    "tempo_explosive",
    "pause_cut_short",
)


def read_work(user: User) -> list[Work]:
    """Read the working sets of closed sessions, oldest first, loads in the lifter's unit."""
    bands = bands_by_set(user)
    in_unit = cache(lambda kilograms: from_kg(kilograms, user.unit))
    body_weight = cache(BodyWeights(user).on)
    return [
        Work(
            session=row.session__uuid,
            day=row.session__local_date,
            method=Method(row.implement, row.side, written_tempo(row), bands.get(row.pk, ())),
            load=in_unit(row.load_kg),
            reps=row.reps,
            rir=row.rir,
            body_weight=body_weight(row.session__local_date),
            pause_cut_short=row.pause_cut_short,
        )
        for row in rows_of_closed_sessions(user)
    ]


def rows_of_closed_sessions(user: User) -> Any:
    """Query the columns; the rows have them as attributes."""
    return (
        Set.objects.for_user(user)
        .kept()
        .working()
        .filter(session__deleted_at__isnull=True, session__finished_at__isnull=False)
        .order_by("session__local_date", "session__started_at", "session_id", "logged_at", "pk")
        .values_list(*COLUMNS, named=True)
    )


def bands_by_set(user: User) -> dict[int, tuple[tuple[str, str], ...]]:
    """Read the bands of all sets, in the order that makes equal methods equal."""
    uses = BandUse.objects.filter(set__lifter=user).values_list("set_id", "name", "placement")
    found = defaultdict(list)
    for set_id, name, placement in uses:
        found[set_id].append((name, placement))
    return {set_id: tuple(sorted(bands)) for set_id, bands in found.items()}
