"""Collect the static files, but only when one of them has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from hipthrust.server.errors import StartError


def collect_changed_static() -> None:
    """Collect the static files unless those collected last were made from the same sources."""
    fingerprint = source_fingerprint()
    collected = Path(settings.STATIC_ROOT) / "sources.sha256"
    try:
        if collected.is_file() and collected.read_text() == fingerprint:
            return
        call_command("collectstatic", interactive=False, verbosity=0)
        collected.write_text(fingerprint)
    except OSError as error:
        raise StartError(
            f"{error.filename or collected.parent} cannot be written ({error.strerror}). "
            "Make room, make it yours, or name another directory in HIPTHRUST_VAR."
        ) from error


def source_fingerprint() -> str:
    """Digest every source's name and content, and the storage that would process them."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"\0{path}\0".encode())
            with storage.open(path) as source:
                digest.update(source.read())
    return digest.hexdigest()
