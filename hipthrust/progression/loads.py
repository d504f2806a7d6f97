"""Which loads a lifter can really build from what they own. All in the lifter's unit."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from math import gcd

from .records import MAX_LOAD, Equipment, Machine, Smith

BAR_LIKE = ("barbell", "smith", "machine")
# Loads are counted in thousandths, so that sums are exact whole numbers.
THOUSAND = 1000


# Enough of the largest plate for the heaviest hip thrusts on record.
MANY_PAIRS = 10


def pairs(small: str, large: str) -> dict[Decimal, int]:
    """Count the pairs of small plates as listed, and many of the largest."""
    owned = Counter(Decimal(plate) for plate in small.split())
    return {**owned, Decimal(large): MANY_PAIRS}


def numbers(*texts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(text) for text in texts)


# What an ordinary gym has. Stands in where the equipment is unknown, and is offered in set-up.
PRESETS: Mapping[str, Equipment] = {
    "kg": Equipment(
        bars=numbers("20"),
        plates=pairs("1.25 2.5 5 10 15", "20"),
        dumbbells=tuple(Decimal(n) * Decimal("2.5") for n in range(1, 17)),
        bands=("light", "medium", "heavy"),
        machine=Machine(Decimal(10), Decimal(5), Decimal(300)),
        smith=Smith(Decimal(15)),
    ),
    "lb": Equipment(
        bars=numbers("45"),
        plates=pairs("2.5 5 5 10 10 25 35", "45"),
        dumbbells=tuple(Decimal(n) * 5 for n in range(1, 17)),
        bands=("light", "medium", "heavy"),
        machine=Machine(Decimal(20), Decimal(10), Decimal(600)),
        smith=Smith(Decimal(35)),
    ),
}


def implied_by(implements: frozenset[str], unit: str) -> Equipment:
    """Give the presets of the implements that were logged where no equipment is known."""
    preset = PRESETS[unit]
    return Equipment(
        bars=preset.bars if "barbell" in implements else (),
        plates=preset.plates,
        dumbbells=preset.dumbbells if "dumbbell" in implements else (),
        machine=preset.machine if "machine" in implements else None,
        smith=preset.smith if "smith" in implements else None,
    )


def buildable(equipment: Equipment | None, implement: str, unit: str) -> tuple[Decimal, ...]:
    """List the loads that can be built with an implement, lightest first.

    `equipment` None is unknown and gives the unit's preset. Body weight gives 0 alone.
    """
    owned = equipment if equipment is not None else implied_by(frozenset({implement}), unit)
    if implement == "bodyweight":
        return (Decimal(0),)
    if implement == "dumbbell":
        return dumbbell_loads(owned.dumbbells, owned.two_dumbbells)
    if implement == "machine":
        return machine_loads(owned.machine) if owned.machine else ()
    bars = owned.bars if implement == "barbell" else (owned.smith.bar,) if owned.smith else ()
    return bar_loads(bars, tuple(sorted(owned.plates.items())))


@lru_cache(maxsize=256)
def dumbbell_loads(dumbbells: tuple[Decimal, ...], two: bool) -> tuple[Decimal, ...]:
    sums = {a + b for a, b in combinations(dumbbells, 2)} if two else set()
    return tuple(sorted(set(dumbbells) | sums))


@lru_cache(maxsize=256)
def machine_loads(machine: Machine) -> tuple[Decimal, ...]:
    steps = int((machine.max - machine.start) / machine.step)
    return tuple(machine.start + n * machine.step for n in range(steps + 1))


@lru_cache(maxsize=256)
def bar_loads(
    bars: tuple[Decimal, ...], plates: tuple[tuple[Decimal, int], ...]
) -> tuple[Decimal, ...]:
    pairs = pair_sums(plates)
    return tuple(sorted({bar + pair for bar in bars for pair in pairs if bar + pair <= MAX_LOAD}))


@lru_cache(maxsize=256)
def pair_sums(plates: tuple[tuple[Decimal, int], ...]) -> tuple[Decimal, ...]:
    """List what pairs of plates can add to a bar.

    The sums are the bits of one whole number: owning a pair shifts all sums so far by its load.
    """
    owned = [(int(2 * plate * THOUSAND), count) for plate, count in plates if count]
    if not owned:
        return (Decimal(0),)
    unit = gcd(*(load for load, _ in owned))
    most = int(MAX_LOAD * THOUSAND) // unit
    within = (1 << (most + 1)) - 1
    sums = 1
    for load, count in owned:
        for _ in range(count):
            sums |= (sums << (load // unit)) & within
    # Read the bits as text: far quicker than testing each of them.
    bits = bin(sums)[:1:-1]
    return tuple(Decimal(i * unit) / THOUSAND for i, bit in enumerate(bits) if bit == "1")


def next_above(loads: tuple[Decimal, ...], load: Decimal) -> Decimal | None:
    i = bisect_right(loads, load)
    return loads[i] if i < len(loads) else None


def next_below(loads: tuple[Decimal, ...], load: Decimal) -> Decimal | None:
    i = bisect_left(loads, load)
    return loads[i - 1] if i else None


def round_down(loads: tuple[Decimal, ...], target: Decimal) -> Decimal | None:
    """Give the heaviest load that is not over the target, None where all are heavier."""
    i = bisect_right(loads, target)
    return loads[i - 1] if i else None


def lightest_bar(equipment: Equipment, unit: str) -> tuple[str, Decimal] | None:
    """Give implement and load of the lightest of bars, Smith bar and machine start, if any."""
    first = [
        (loads[0], rank, implement)
        for rank, implement in enumerate(BAR_LIKE)
        if (loads := buildable(equipment, implement, unit))
    ]
    return (min(first)[2], min(first)[0]) if first else None
