"""Sets, prescriptions and methods in words."""

from collections.abc import Sequence

from django import template

from hipthrust.models import FLAWS, Session, Set
from hipthrust.progression.records import Prescription
from hipthrust.wording import (
    Method,
    describe_load,
    describe_prescription,
    describe_sets,
    method_tags,
    spell_method,
)
from hipthrust.units import from_kg

register = template.Library()


@register.filter
def prescription_line(prescription: Prescription, unit: str) -> str:
    """Say what to do in one line: 62.5 kg · 3 × 8–12."""
    return describe_prescription(prescription, unit)


@register.filter
def method_line(done: Set | Prescription) -> str:
    """Say the whole method: Barbell · both legs · 2 s squeeze."""
    return spell_method(Method.of(done))


@register.filter
def tags_of(done: Set | Prescription) -> list[str]:
    """List what makes a set or a prescription harder than the plain lift."""
    return method_tags(Method.of(done))


@register.filter
def set_line(row: Set, unit: str) -> str:
    """Say load and reps of one set: 62.5 kg × 12."""
    load = describe_load(from_kg(row.load_kg, unit), unit, row.implement)
    return f"{load} × {row.reps}"


@register.filter
def sets_line(sets: Sequence[Set], unit: str) -> str:
    """Say a session's working sets: 62.5 kg · 3 × 12, 12, 11."""
    return describe_sets([row for row in sets if row.kind == Set.Kind.WORKING], unit)


@register.filter
def flaw_name(flaw: str) -> str:
    """Say a flaw as its chip does."""
    return FLAWS[flaw]


@register.filter
def set_count(session: Session) -> str:
    """Say which set comes next, out of how many: Set 2 of 3."""
    done = sum(row.kind == Set.Kind.WORKING for row in session.kept_sets)
    if (planned := session.prescription) is None:
        return f"Set {done + 1}"
    total = len(planned.reps) * (2 if planned.side == "each" else 1)
    return f"Set {done + 1} of {total}" if done < total else f"Set {done + 1}"
