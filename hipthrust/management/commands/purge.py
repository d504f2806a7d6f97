from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from hipthrust.models import Session, Set


class Command(BaseCommand):
    help = "Remove for good what was deleted more than 30 days ago. Run it once a day."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        now = timezone.now()
        sets, sessions = Set.objects.purge(now), Session.objects.purge(now)
        if verbosity:
            self.stdout.write(f"Removed for good: sessions {sessions}, other sets {sets}.")
