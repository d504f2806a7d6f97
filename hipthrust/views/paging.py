"""Long lists in pages."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet


def page_of(rows: Sequence[Any] | QuerySet, asked: str, size: int) -> tuple[Page, list[str]]:
    """Cut a page out of rows; one that is not there gives the first and the words about it."""
    pages = Paginator(rows, size)
    try:
        return pages.page(asked), []
    except InvalidPage:
        return pages.page(1), [f"There is no page “{asked}”; this is the first."]
