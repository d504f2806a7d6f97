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
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from hipthrust.models.fields import PlainTextField, check
from hipthrust.models.user import User


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


class TombstonedQuerySet(models.QuerySet):
    def for_user(self, user: User) -> Self:
        return self.filter(lifter=user)

    def kept(self) -> Self:
        """Leave out what was deleted."""
        return self.filter(deleted_at__isnull=True)

    def deleted_before(self, moment: datetime) -> Self:
        return self.filter(deleted_at__lt=moment)


class Tombstoned(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    sent_digest = PlainTextField(max_length=64, blank=True, default="", editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def is_answer_to(self, content: Mapping[str, Any]) -> bool:
        """Tell whether this row was made by exactly this content, whatever was edited since."""
        return self.sent_digest == digest(content)

    def change(self, *, version: int, **values: Any) -> None:
        """Write new values made from `version`; raise StaleVersionError when there is a newer one.

        The condition stands in the UPDATE itself: of two edits at once one wins on every database.
        """
        for name, value in values.items():
            setattr(self, name, value)
        self.full_clean()
        changed = (
            type(self)
            ._default_manager.filter(pk=self.pk, version=version, deleted_at__isnull=True)
            .update(**values, version=F("version") + 1)
        )
        self.refresh_from_db()
        if not changed:
            raise StaleVersionError(self)

    def delete_softly(self, now: datetime) -> None:
        """Mark as deleted; once more changes nothing."""
        type(self)._default_manager.filter(pk=self.pk, deleted_at__isnull=True).update(
            deleted_at=now, version=F("version") + 1
        )
        self.refresh_from_db()

    def undelete(self) -> None:
        """Take a deletion back; on a row that is there this changes nothing."""
        type(self)._default_manager.filter(pk=self.pk, deleted_at__isnull=False).update(
            deleted_at=None, version=F("version") + 1
        )
        self.refresh_from_db()


def digest(content: Mapping[str, Any]) -> str:
    """Make the fingerprint by which a row sent twice is told from another under its UUID."""
    text = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def tombstone_constraints(name: str) -> list[models.BaseConstraint]:
    """Give the constraints of every tombstoned table; `name` is the table's noun."""
    return [
        models.UniqueConstraint(
            fields=["lifter", "uuid"],
            name=f"{name}_uuid_unique",
            violation_error_message=f"This {name} was saved already.",
        ),
        check(f"{name}_version_positive", Q(version__gte=1), "Versions count from 1."),
        check(
            f"{name}_digest_length",
            Q(sent_digest__length__in=[0, 64]),
            "A digest has 64 characters.",
        ),
    ]
