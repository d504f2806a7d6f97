"""Collect the static files, unless those collected last are the same; for building an image."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from hipthrust.server.errors import StartError
from hipthrust.server.static import collect_changed_static


class Command(BaseCommand):
    help = "Collect the static files, unless those collected last are the same."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            collect_changed_static()
        except StartError as error:
            sys.exit(str(error))
