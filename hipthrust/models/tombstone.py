"""Rows that a phone names before the server has seen them, and that are never quite gone.

Sessions and sets carry a UUID made on the phone, so that sending twice is harmless; a version, so
that an edit says what it was made from; and a time of deletion, so that a delete can be undone and
a late copy of a deleted row does not bring it back.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Self, TypeVar

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from hipthrust.models.fields import PlainTextField, between, check
from hipthrust.models.user import User
from hipthrust.units import plain

# Long enough to notice, on the next visit or the one after, that a row is missing.
KEPT_DELETED = timedelta(days=30)

VERSION_MAX = 2**31 - 1

Row = TypeVar("Row", bound="Tombstoned")


class DifferentContentError(Exception):
    """A row with this UUID exists and was sent with other content."""

    def __init__(self, row: Tombstoned) -> None:
        super().__init__(f"{row.uuid} is taken by other content")
        self.row = row


class StaleVersionError(Exception):
    """An edit was made from a version that is no longer the newest."""

    def __init__(self, row: Tombstoned) -> None:
        super().__init__(f"{row.uuid} is at version {row.version}")
        self.row = row


class TombstonedQuerySet(models.QuerySet[Row]):
    def for_user(self, user: User) -> Self:
        return self.filter(lifter=user)

    def kept(self) -> Self:
        """Leave out what was deleted."""
        return self.filter(deleted_at__isnull=True)

    def purge(self, now: datetime) -> int:
        """Remove for good what was deleted longer ago than rows are kept; say how many rows."""
        _, by_table = self.filter(deleted_at__lt=now - KEPT_DELETED).delete()
        return by_table.get(self.model._meta.label, 0)


class Tombstoned(models.Model):
    lifter: Any
    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    sent_digest = PlainTextField(max_length=64, blank=True, default="", editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def save_once(self, content: Mapping[str, Any]) -> tuple[Self, bool]:
        """Insert this row unless its UUID was sent before; give the row, and whether it is new.

        `content` is what was sent. The same again gives the row back as it is now, edited or
        deleted; other content under the same UUID raises DifferentContentError.
        """
        self.sent_digest = digest(content)
        sent = type(self)._default_manager.filter(lifter=self.lifter, uuid=self.uuid)
        if (row := sent.first()) is None:
            # Not the UUID: a copy of this row that arrives meanwhile is no mistake of the lifter's.
            self.full_clean(exclude=["uuid"])
            try:
                with transaction.atomic():
                    self.save(force_insert=True)
                return self, True
            except IntegrityError:
                if (row := sent.first()) is None:
                    raise
        if row.sent_digest != self.sent_digest:
            raise DifferentContentError(row)
        return row, False

    def change(self, *, version: int, **values: Any) -> None:
        """Write new values made from `version`; raise StaleVersionError when there is a newer one.

        The condition stands in the UPDATE itself: of two edits at once one wins on every database.
        """
        for name, value in values.items():
            setattr(self, name, value)
        self.full_clean()
        if not self.write(Q(version=version, deleted_at__isnull=True), **values):
            raise StaleVersionError(self)

    def delete_softly(self, now: datetime) -> None:
        """Mark as deleted; once more changes nothing."""
        self.write(Q(deleted_at__isnull=True), deleted_at=now)

    def undelete(self) -> None:
        """Take a deletion back; on a row that is there this changes nothing."""
        self.write(Q(deleted_at__isnull=False), deleted_at=None)

    def write(self, where: Q, **values: Any) -> int:
        """Write values as one more version of the row as it stands, if `where` holds there."""
        rows = type(self)._default_manager.filter(where, pk=self.pk)
        changed = rows.update(**values, version=F("version") + 1)
        self.refresh_from_db()
        return changed


def digest(content: Mapping[str, Any]) -> str:
    """Make the fingerprint by which a row sent twice is told from another under its UUID."""
    text = json.dumps(canonical(content), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: Any) -> Any:
    """Write equal values alike: 60 and 60.000 kg, a field left empty and one not sent at all.

    A set may wait on a phone while the server learns a new field; that it was not sent must not
    make it another set.
    """
    match value:
        case Mapping():
            return {name: canonical(v) for name, v in value.items() if not is_empty(v)}
        case list() | tuple():
            return [canonical(item) for item in value]
        case Decimal():
            return str(plain(value))
    return value


def is_empty(value: Any) -> bool:
    """Tell an answer from none: 0 reps in reserve is one."""
    return value is None or value is False or (hasattr(value, "__len__") and not len(value))


def tombstone_constraints(name: str) -> list[models.BaseConstraint]:
    """Give the constraints of every tombstoned table; `name` is the table's noun."""
    return [
        models.UniqueConstraint(
            fields=["lifter", "uuid"],
            name=f"{name}_uuid_unique",
            violation_error_message=f"This {name} was saved already.",
        ),
        check(
            f"{name}_version_range",
            between("version", 1, VERSION_MAX),
            "Versions count from 1.",
        ),
        check(
            f"{name}_digest_length",
            Q(sent_digest__length__in=[0, 64]),
            "A digest has 64 characters.",
        ),
    ]
