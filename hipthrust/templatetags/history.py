"""What a row of History shows of a session, and the way back from a deletion."""

from collections.abc import Iterator

from django import template
from django.contrib.messages.storage.base import Message

from hipthrust.models import FLAWS, SYMPTOMS, Session, Set
from hipthrust.wording import IMPLEMENTS, Method, method_tags

register = template.Library()

UNDO = "undo:"


@register.filter
def undo_path(message: Message) -> str:
    """Give the address that undoes what a message reports, or nothing."""
    tags = message.extra_tags or ""
    return tags.removeprefix(UNDO) if tags.startswith(UNDO) else ""


@register.filter
def with_what(session: Session) -> list[str]:
    """List implements and place: "Barbell", "Gym"."""
    implements = [IMPLEMENTS[method.implement] for method in _methods(session)]
    place = [str(session.place)] if session.place else []
    return list(dict.fromkeys(implements)) + place


@register.filter
def harder_by(session: Session) -> list[str]:
    """List one leg, tempo and bands of a session, each once."""
    tags = [tag for method in _methods(session) for tag in method_tags(method)]
    return list(dict.fromkeys(tags))


@register.filter
def flaws(session: Session) -> list[str]:
    """List the flaws of a session's sets, each once, in the order of the chips."""
    seen = {flaw for row in session.kept_sets for flaw in row.flaws or ()}
    return [name for flaw, name in FLAWS.items() if flaw in seen]


@register.filter
def symptom_words(session: Session) -> list[str]:
    """List the red flags of a session in words."""
    return [SYMPTOMS[symptom] for symptom in session.symptoms]


@register.filter
def pain_words(session: Session) -> str:
    """Say a session's pain: "Pain 4, lower back", or nothing where there was none."""
    return ", ".join(_pain_parts(session)) if session.pain else ""


def _methods(session: Session) -> list[Method]:
    working = (row for row in session.kept_sets if row.kind == Set.Kind.WORKING)
    return [Method.of(row).of_one_leg() for row in working]


def _pain_parts(session: Session) -> Iterator[str]:
    yield f"Pain {session.pain}"
    if session.pain_place:
        yield session.get_pain_place_display().lower()
    if session.pain_sharp:
        yield "sharp"
