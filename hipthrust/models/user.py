"""Who signs in, and how they train."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as SignIn
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from hipthrust.models.fields import (
    MAX_LOAD_KG,
    LoadField,
    PlainEmailField,
    PlainTextField,
    at_most,
    between,
    check,
    filled,
)
from hipthrust.progression.records import Lifter, Start
from hipthrust.units import from_kg

if TYPE_CHECKING:
    from hipthrust.models.place import Place

NOVICE = {"": None, "novice": True, "trained": False}


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Create an account; an address that differs only in case is the same account."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Create an account that may use the admin site."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)


def known_time_zone(name: str) -> None:
    """Refuse a zone that this installation cannot compute with."""
    if name not in available_timezones():
        raise ValidationError("%(name)s is no time zone known here.", params={"name": name})


class User(AbstractBaseUser, PermissionsMixin):
    """An account, and how its lifter trains: unit, rep range, time zone, current place."""

    class Unit(models.TextChoices):
        KG = "kg", "Kilograms (kg)"
        LB = "lb", "Pounds (lb)"

    class Experience(models.TextChoices):
        DERIVED = "", "Decide from what I log"
        NOVICE = "novice", "New to the hip thrust"
        TRAINED = "trained", "I know the hip thrust"

    email = PlainEmailField("e-mail address", max_length=254)
    is_staff = models.BooleanField("may use the admin site", default=False)
    is_active = models.BooleanField("may sign in", default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    unit = PlainTextField(max_length=2, choices=Unit, default=Unit.KG)
    rep_lo = models.PositiveSmallIntegerField("fewest reps", default=8)
    rep_hi = models.PositiveSmallIntegerField("most reps", default=12)
    sets_per_session = models.PositiveSmallIntegerField("sets in a session", default=3)
    target_rir = models.PositiveSmallIntegerField("reps in reserve to aim at", default=2)
    experience = PlainTextField(max_length=8, choices=Experience, blank=True, default="")
    time_zone = PlainTextField(max_length=64, default="UTC", validators=[known_time_zone])
    place = models.ForeignKey(
        "hipthrust.Place", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    start_implement = PlainTextField(max_length=10, blank=True, default="")
    start_load_kg = LoadField(null=True, blank=True)
    start_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    set_up_at = models.DateTimeField(null=True, blank=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_message="There is an account with this e-mail address already.",
            ),
            check("user_email_length", at_most("email", 254), "At most 254 characters."),
            check("lifter_unit_known", Q(unit__in=["kg", "lb"]), "The unit is kg or lb."),
            check(
                "lifter_rep_range",
                Q(rep_lo__gte=1, rep_hi__lte=50, rep_lo__lt=F("rep_hi")),
                "A rep range goes from a lower to a higher number, between 1 and 50.",
            ),
            check("lifter_sets_range", between("sets_per_session", 1, 10), "Between 1 and 10."),
            check(
                "lifter_target_rir_range",
                between("target_rir", 0, 4),
                "Between 0 and 4 reps in reserve.",
            ),
            check(
                "lifter_experience_known",
                Q(experience__in=["", "novice", "trained"]),
                "Experience is novice, trained or left open.",
            ),
            check(
                "lifter_time_zone_length",
                at_most("time_zone", 64, least=1),
                "A time zone has a name of 1 to 64 characters.",
            ),
            check(
                "lifter_start_whole",
                Q(start_implement="", start_load_kg__isnull=True, start_reps__isnull=True)
                | filled("start_load_kg", "start_reps")
                & Q(
                    start_implement__in=["dumbbell", "barbell", "machine", "smith"],
                    start_load_kg__gt=0,
                    start_load_kg__lte=MAX_LOAD_KG,
                    start_reps__gte=1,
                    start_reps__lte=100,
                ),
                "A starting point has an implement, a load up to 1,000 kg and 1 to 100 reps.",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def set_up(
        self,
        *,
        now: datetime,
        today: date,
        profile: Mapping[str, Any],
        gear: Collection[str] | None,
        body_weight_kg: Decimal | None,
    ) -> None:
        """Write what the lifter said at the start, and open their first place.

        `gear` names presets; None means that nothing was said, an empty one that there is none.
        A second call changes nothing: the form was sent twice.
        """
        from hipthrust.models.place import Place

        with transaction.atomic():
            if User.objects.select_for_update().get(pk=self.pk).set_up_at is not None:
                return
            for column, value in profile.items():
                setattr(self, column, value)
            name = Place.likely_name(gear)
            opened = self.places.in_use().filter(name__iexact=name).first()
            self.place = opened or Place.objects.open(self, name, gear)
            self.set_up_at = now
            self.save()
            if body_weight_kg is not None:
                self.weigh(on=today, kg=body_weight_kg)

    def weigh(self, *, on: date, kg: Decimal) -> None:
        """Note the body weight of a day; a second one on a day takes the place of the first."""
        self.body_weights.update_or_create(date=on, defaults={"kg": kg})

    def sign_out_everywhere(self) -> None:
        """End every sign-in of this account, on whatever device."""
        for sign_in in SignIn.objects.iterator():
            # What a sign-in holds is opaque to the database, so each one has to be opened.
            if sign_in.get_decoded().get(SESSION_KEY) == str(self.pk):
                sign_in.delete()

    @transaction.atomic
    def erase(self) -> None:
        """Delete the account and every row that speaks of it."""
        self.sign_out_everywhere()
        about_users = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User))
        about_users.filter(object_id=str(self.pk)).delete()
        self.delete()

    def as_record(self, place: Place | None, **known: Any) -> Lifter:
        """Give the settings as the engine's lifter at a place; `known` is what the rows say."""
        return Lifter(
            unit=self.unit,
            rep_range=(self.rep_lo, self.rep_hi),
            sets=self.sets_per_session,
            target_rir=self.target_rir,
            novice=NOVICE[self.experience],
            place=place.name if place else None,
            equipment=place.as_record(self.unit) if place else None,
            start=self.start(),
            **known,
        )

    def start(self) -> Start | None:
        """Give what the lifter trained with before the first session here, if they said so."""
        if self.start_load_kg is None or self.start_reps is None:
            return None
        load = from_kg(self.start_load_kg, self.unit)
        return Start(self.start_implement, load, self.start_reps)
