"""Filters and tags that every template has without loading them."""

from decimal import Decimal

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hipthrust.models import User
from hipthrust.units import from_kg

register = template.Library()


@register.filter
def load(kilograms: Decimal | None, user: User) -> str:
    """Show stored kilograms in the lifter's unit, with its name; nothing for nothing."""
    return "" if kilograms is None else f"{from_kg(kilograms, user.unit)} {user.unit}"


@register.filter
def load_number(kilograms: Decimal | None, user: User) -> str:
    """Show stored kilograms in the lifter's unit, as the bare number."""
    return "" if kilograms is None else str(from_kg(kilograms, user.unit))


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw one picture of the sprite; the text beside it, or a label, says what it means."""
    kind = f"icon icon-{size}" if size else "icon"
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        kind,
        static("icons/sprite.svg"),
        name,
    )


TABS = {"train": "Train", "progress": "Progress", "history": "History", "guide": "Guide"}


@register.simple_tag
def tab_names() -> dict[str, str]:
    """Give the tabs in their order: URL name and icon, and the word under it."""
    return TABS


@register.simple_tag
def signup_is_open() -> bool:
    """Tell whether this installation takes new accounts."""
    return settings.SIGNUP_OPEN


@register.simple_block_tag
def trimmed(content: str) -> str:
    """Give a block's text without the white space round it, for use `as` a variable."""
    return content.strip()
