"""Print the next session for what a JSON file says was logged."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hipthrust.progression.jsonfields import RefusedError
from hipthrust.progression.jsonform import answer_text


class Command(BaseCommand):
    help = "Answer one JSON object, or a list of them, with the next session."
    # Nothing here needs the database or the rest of the project to be in order.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file in the JSON form, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            answer = answer_text(read_input(options["file"]))
        except RefusedError as error:
            raise CommandError(str(error), returncode=2) from None
        self.stdout.write(answer)


def read_input(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "not a file's name"
        raise RefusedError(f"{name}: {why}") from None
