"""Find the programs that the tests need and that pip does not bring."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
POSTGRESQL_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


def browser() -> str | None:
    """Find Chromium or Chrome: the one in CHROMIUM, on the PATH, or among a Mac's applications."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    on_path = (shutil.which(name) for name in BROWSERS)
    mac = (path for path in MAC_BROWSERS if Path(path).exists())
    return next((path for path in (*on_path, *mac) if path), None)


def postgresql() -> Path | None:
    """Find the folder of the newest PostgreSQL server; Debian keeps it off the PATH."""
    complete = [folder for folder in postgresql_folders() if has_server(folder)]
    return max(complete, key=version_in, default=None)


def postgresql_folders() -> Iterator[Path]:
    if on_path := shutil.which("initdb"):
        yield Path(on_path).resolve().parent
    for pattern in POSTGRESQL_FOLDERS:
        yield from Path("/").glob(pattern.removeprefix("/"))


def has_server(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres"))


def version_in(folder: Path) -> int:
    """Read the version out of a folder's path; one without a number comes last."""
    return int(found[-1]) if (found := re.findall(r"\d+", str(folder))) else 0
