from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from hipthrust.demo import make_demo
from hipthrust.demo.account import FIVE_MONTHS

DAYS_IN_YEAR = 365


class Command(BaseCommand):
    help = "Make the demo account, or renew it, with a training history that ends yesterday."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--years", type=int, choices=range(1, 6), help="so many years instead of five months"
        )

    def handle(self, *, years: int | None, **options: Any) -> None:
        days = years * DAYS_IN_YEAR if years else FIVE_MONTHS
        user, password = make_demo(now=timezone.now(), days=days)
        self.stdout.write(f"Demo account: {user.email}\nPassword:     {password}")
