"""Read what differs between machines from the environment, and refuse nonsense by name."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def flag(name: str, default: bool = False) -> bool:
    """Read a yes/no variable."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; say 1 or 0.")


def number(name: str, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
    """Read a whole number."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if value.isascii() and value.isdigit() and least <= int(value) <= most:
        return int(value)
    raise ImproperlyConfigured(f"{name} is {value!r}; say a number from {least} to {most}.")


def words(name: str) -> list[str]:
    """Read a comma-separated variable."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def lasting_secret_key(file: Path) -> str:
    """Take the key from SECRET_KEY or from the file that `make run` made; empty without either."""
    if key := os.environ.get("SECRET_KEY", "").strip():
        return key
    try:
        return file.read_text().strip()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key in {file} cannot be read ({error.strerror}). "
            "Was it made by another user of this computer?"
        ) from error


def database(sqlite_file: Path, *, threads: int) -> dict[str, Any]:
    """Read DATABASE_URL into Django's form, with what each kind of database needs from us."""
    url = os.environ.get("DATABASE_URL", "").strip() or f"sqlite:///{quote(str(sqlite_file))}"
    try:
        config: dict[str, Any] = {**dj_database_url.parse(url, conn_health_checks=True)}
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL is not understood. {error}") from error
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = sqlite_options()
    elif config["ENGINE"] == "django.db.backends.postgresql":
        config["OPTIONS"] = {**config.get("OPTIONS", {}), "pool": pool_options(threads)}
    else:
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgresql://.")
    return config


def sqlite_options() -> dict[str, Any]:
    # WAL and IMMEDIATE: several server threads write at once and none is refused.
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }


def pool_options(threads: int) -> dict[str, Any]:
    # A request holds one connection, so more than there are threads would stand idle.
    return {"min_size": 1, "max_size": threads, "timeout": 10}
