"""The key that signs sessions: given, or made once and kept beside the data."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management.utils import get_random_secret_key

from hipthrust.server.errors import StartError

SHORTEST = 32


def keep_secret_key(file: Path) -> str:
    """Make a key and write it where only this user can read it."""
    key = get_random_secret_key()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Mode 600 from the first byte: no moment in which somebody else could read it.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            os.fchmod(opened.fileno(), 0o600)
            opened.write(key + "\n")
    except OSError as error:
        raise StartError(
            f"{file.parent} cannot be written ({error.strerror}). "
            "Make it yours, or name another directory in HIPTHRUST_VAR."
        ) from error
    return key


def require_secret_key() -> None:
    """Refuse to serve with a key that the next start would not know, or that is easily guessed."""
    if not settings.LASTING_SECRET_KEY:
        raise StartError(
            "SECRET_KEY is not set, so a restart would sign everybody out. "
            "Set it to 50 random characters and keep it (docs/deploy.md)."
        )
    if len(settings.LASTING_SECRET_KEY) < SHORTEST:
        raise StartError(
            f"SECRET_KEY has fewer than {SHORTEST} characters and could be guessed. "
            "Set it to 50 random characters."
        )
