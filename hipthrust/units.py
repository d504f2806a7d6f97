"""Kilograms and pounds: the one place where a load changes its unit or is read from text."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Literal

Unit = Literal["kg", "lb"]

# The international pound of 1959, exact by definition.
KG_PER_LB = Decimal("0.45359237")

GRAM = Decimal("0.001")
# A quarter pound is the finest plate sold; a gram of rounding is 0.0022 lb and vanishes here.
HUNDREDTH = Decimal("0.01")


def to_kg(load: Decimal, unit: str) -> Decimal:
    """Turn a load in the lifter's unit into kilograms, to the gram."""
    kilograms = load * KG_PER_LB if unit == "lb" else load
    return kilograms.quantize(GRAM, ROUND_HALF_UP)


def from_kg(kilograms: Decimal, unit: str) -> Decimal:
    """Turn stored kilograms into the lifter's unit, to a hundredth.

    Every quarter pound up to 1,500 lb comes back as it was typed.
    """
    load = kilograms / KG_PER_LB if unit == "lb" else kilograms
    return plain(load.quantize(HUNDREDTH, ROUND_HALF_UP))


def plain(number: Decimal) -> Decimal:
    """Drop trailing zeros without falling into exponents: 60.00 is 60, and 100 is not 1E+2."""
    number = number.normalize()
    return number.quantize(Decimal(1)) if number.as_tuple().exponent > 0 else number  # type: ignore[operator]


def parse_load(text: str) -> Decimal:
    """Read a typed number, with a point or a comma for the decimals.

    Raises ValueError for anything that is not one finite number.
    """
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(f"{text!r} is not a number") from error
    if not number.is_finite():
        raise ValueError(f"{text!r} is not a number")
    return number
