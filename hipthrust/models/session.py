"""A training session: when, where, what was prescribed, and how the body took it."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from hipthrust.models.fields import PlainTextField, at_most, between, check
from hipthrust.models.place import Place
from hipthrust.models.tombstone import (
    DifferentContentError,
    Tombstoned,
    TombstonedQuerySet,
    digest,
    tombstone_constraints,
)
from hipthrust.models.user import User

# Six hours after its last set nobody is still training.
STALE_AFTER = timedelta(hours=6)

PAIN_ASKS_WHERE = 3

SYMPTOMS = {
    "saddle_numbness": "Numbness around the groin or buttocks",
    "bladder_bowel": "Trouble holding or passing water or stool",
    "leg_weakness": "New weakness in a leg",
    "chest_pain": "Chest pain",
    "fainting": "Fainting or nearly fainting",
    "trauma": "A fall or a blow",
}


class SessionQuerySet(TombstonedQuerySet):
    def running(self) -> Self:
        return self.kept().filter(finished_at__isnull=True)

    def closed(self) -> Self:
        return self.kept().filter(finished_at__isnull=False)

    def newest_first(self) -> Self:
        return self.order_by("-local_date", "-started_at", "-pk")

    def with_sets(self) -> Self:
        """Fetch places, sets and their bands: a fixed number of queries for any number of rows."""
        from hipthrust.models.set import Set

        sets = Set.objects.kept().in_order().prefetch_related("band_uses")
        return self.select_related("place").prefetch_related(
            models.Prefetch("sets", queryset=sets, to_attr="kept_sets")
        )


class SessionManager(models.Manager.from_queryset(SessionQuerySet)):  # type: ignore[misc]
    @transaction.atomic
    def add_closed(
        self,
        user: User,
        *,
        day: date,
        place: Place | None,
        now: datetime,
        set_uuid: uuid.UUID,
        first_set: dict[str, Any],
    ) -> Session:
        """Save a session of the past together with its first set; its hour counts as noon."""
        noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(user.time_zone))
        session = self.create(
            lifter=user, place=place, started_at=noon, finished_at=noon, local_date=day
        )
        session.log(uuid=set_uuid, now=now, values=first_set)
        return session

    def start(
        self,
        user: User,
        *,
        now: datetime,
        place: Place | None,
        uuid: uuid.UUID,
        suggested: dict[str, Any] | None = None,
        chosen: dict[str, Any] | None = None,
    ) -> Session:
        """Open a session, or give back the one that runs already: there is never a second."""
        if (same := self.for_user(user).filter(uuid=uuid).first()) is not None:
            return same
        try:
            with transaction.atomic():
                return self.create(
                    lifter=user,
                    uuid=uuid,
                    place=place,
                    started_at=now,
                    local_date=local_date(now, user.time_zone),
                    suggested=suggested,
                    chosen=chosen,
                )
        except IntegrityError:
            return self.for_user(user).running().get()


class Session(Tombstoned):
    """One visit. Its date is fixed in the lifter's time zone when it starts, and editable."""

    class PainPlace(models.TextChoices):
        LOWER_BACK = "lower_back", "Lower back"
        HIP_JOINT = "hip_joint", "Hip joint"
        ELSEWHERE = "elsewhere", "Elsewhere"

    lifter = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    # RESTRICT: a place leaves only together with its lifter; otherwise it is marked as removed.
    place = models.ForeignKey(
        Place, models.RESTRICT, null=True, blank=True, related_name="sessions"
    )
    started_at = models.DateTimeField()
    local_date = models.DateField()
    finished_at = models.DateTimeField(null=True, blank=True)
    suggested = models.JSONField(null=True, blank=True)
    chosen = models.JSONField(null=True, blank=True)
    pain = models.PositiveSmallIntegerField(null=True, blank=True)
    pain_place = PlainTextField(max_length=10, choices=PainPlace, blank=True, default="")
    pain_sharp = models.BooleanField(default=False)
    saddle_numbness = models.BooleanField(SYMPTOMS["saddle_numbness"], default=False)
    bladder_bowel = models.BooleanField(SYMPTOMS["bladder_bowel"], default=False)
    leg_weakness = models.BooleanField(SYMPTOMS["leg_weakness"], default=False)
    chest_pain = models.BooleanField(SYMPTOMS["chest_pain"], default=False)
    fainting = models.BooleanField(SYMPTOMS["fainting"], default=False)
    trauma = models.BooleanField(SYMPTOMS["trauma"], default=False)
    note = PlainTextField(max_length=1000, blank=True, default="")

    objects = SessionManager()

    class Meta:
        indexes = [
            models.Index(
                F("lifter"),
                F("local_date").desc(),
                F("started_at").desc(),
                name="session_by_date",
                condition=Q(deleted_at__isnull=True),
            ),
        ]
        constraints = [
            *tombstone_constraints("session"),
            models.UniqueConstraint(
                fields=["lifter"],
                condition=Q(finished_at__isnull=True, deleted_at__isnull=True),
                name="session_one_running",
                violation_error_message="A session is running already.",
            ),
            check(
                "session_date_range",
                between("local_date", "1950-01-01", "2199-12-31"),
                "A session's date lies between 1950 and 2199.",
            ),
            check(
                "session_ends_after_start",
                Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                "A session ends after it starts.",
            ),
            check(
                "session_pain_range",
                between("pain", 0, 10, null=True),
                "Pain goes from 0 to 10.",
            ),
            check(
                "session_pain_place_known",
                Q(pain_place__in=["", "lower_back", "hip_joint", "elsewhere"]),
                "Pain sits in the lower back, the hip joint or elsewhere.",
            ),
            check(
                "session_pain_whole",
                Q(pain__gte=1) | Q(pain_place="", pain_sharp=False),
                "Where it hurt, and how, belongs to a pain of 1 or more.",
            ),
            check("session_note_length", at_most("note", 1000), "At most 1,000 characters."),
        ]

    def __str__(self) -> str:
        return f"session of {self.local_date}"

    @property
    def followed(self) -> str | None:
        """The action of the chosen prescription, or None when the lifter went their own way."""
        return self.chosen.get("action") if self.chosen else None

    @property
    def symptoms(self) -> list[str]:
        return [name for name in SYMPTOMS if getattr(self, name)]

    @property
    def is_running(self) -> bool:
        return self.finished_at is None and self.deleted_at is None

    def last_set_at(self) -> datetime | None:
        return self.sets.kept().aggregate(last=models.Max("logged_at"))["last"]

    def is_stale(self, now: datetime) -> bool:
        """Tell whether the last set, or the start, lies so far back that the lifter has gone."""
        return now - (self.last_set_at() or self.started_at) > STALE_AFTER

    def is_newest(self) -> bool:
        later = Q(local_date__gt=self.local_date) | Q(
            local_date=self.local_date, started_at__gt=self.started_at
        )
        return not Session.objects.for_user(self.lifter).kept().filter(later).exists()

    def moved(self, values: dict[str, Any]) -> dict[str, Any]:
        """Add to new values with a `local_date` the moments that move along with it."""
        shift = values["local_date"] - self.local_date
        moments = {"started_at": self.started_at, "finished_at": self.finished_at}
        return values | {name: moment and moment + shift for name, moment in moments.items()}

    def undelete(self) -> None:
        """Take a deletion back; beside another running session it comes back closed."""
        others = Session.objects.for_user(self.lifter).running().exclude(pk=self.pk)
        if self.finished_at is None and others.exists():
            end = self.last_set_at() or self.started_at
            Session.objects.filter(pk=self.pk).update(finished_at=max(end, self.started_at))
        super().undelete()

    @transaction.atomic
    def close(self, now: datetime, pain: dict[str, Any], answer: dict[str, bool]) -> None:
        """Finish with the answers to what is asked once: form of unanswered sets, and pain."""
        if answer["form_answered"]:
            unanswered = self.sets.kept().filter(form_answered=False)
            two_legs = unanswered.filter(side="both")
            two_legs.update(**answer | {"pelvis_rotation": False}, version=F("version") + 1)
            unanswered.exclude(side="both").update(**answer, version=F("version") + 1)
        Session.objects.filter(pk=self.pk).update(**pain, version=F("version") + 1)
        self.finish(now)

    def finish(self, now: datetime) -> None:
        """Close the session: now, or at its last set when that is long past.

        A session without sets is dropped; finishing again changes nothing.
        """
        last = self.last_set_at()
        if last is None:
            self.delete_softly(now)
            return
        end = max(last if self.is_stale(now) else now, self.started_at)
        type(self).objects.filter(pk=self.pk, finished_at__isnull=True).update(
            finished_at=end, version=F("version") + 1
        )
        self.refresh_from_db()

    def log(self, *, uuid: uuid.UUID, now: datetime, values: dict[str, Any]) -> tuple[Any, bool]:
        """Save a set with its bands, and tell whether it is new.

        The same UUID with the same content gives the row back as it is now, deleted or not; with
        other content it raises DifferentContentError.
        """
        from hipthrust.models.set import Set

        content = {**values, "session": str(self.uuid)}
        sent = Set.objects.for_user(self.lifter).filter(uuid=uuid)
        if (row := sent.first()) is None:
            bands = values.get("bands", [])
            columns = {name: value for name, value in values.items() if name != "bands"}
            row = Set(
                lifter=self.lifter,
                session=self,
                uuid=uuid,
                sent_digest=digest(content),
                **{"logged_at": now} | columns,
            )
            row.full_clean(validate_unique=False, validate_constraints=True)
            try:
                with transaction.atomic():
                    row.save(force_insert=True)
                    row.write_bands(bands)
            except IntegrityError:
                row = sent.get()
            else:
                return row, True
        if not row.is_answer_to(content):
            raise DifferentContentError(row)
        return row, False


def local_date(moment: datetime, time_zone: str) -> date:
    """Give the day that a moment falls on where the lifter lives."""
    return moment.astimezone(ZoneInfo(time_zone)).date()
