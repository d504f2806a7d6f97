"""Open the database and bring it up to date, or say in one line why that cannot be done."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from hipthrust.server.errors import StartError

# Any number, the same in every container, that nothing else locks.
MIGRATION_LOCK = 4_201_337


def prepare_database() -> None:
    """Check the database and migrate it."""
    try:
        if connection.vendor == "sqlite":
            check_sqlite_file(Path(connection.settings_dict["NAME"]))
        else:
            check_postgresql()
        with one_at_a_time():
            refuse_newer_database()
            migrate()
    except DatabaseError as error:
        raise StartError(
            f"The database could not be brought up to date: {one_line(error)}."
        ) from error


def release_database() -> None:
    """Close what is open: neither a connection nor a pool's threads outlive the server's fork."""
    connection.close()
    if connection.vendor == "postgresql":
        pooled: Any = connection
        pooled.close_pool()


def check_sqlite_file(file: Path) -> None:
    """Read the whole file once; what is broken is told and left as it is."""
    require_directory(file.parent)
    if file.exists() and not os.access(file, os.W_OK):
        # SQLite itself would open it for reading, and fail with the first set logged.
        raise StartError(f"The database file {file} cannot be written by this user. Make it yours.")
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            answer = cursor.fetchone()[0]
    except OperationalError as error:
        raise StartError(
            f"The database file {file} cannot be used: {one_line(error)}. "
            "Check that the disk has room and that the file is yours."
        ) from error
    except DatabaseError as error:
        answer = one_line(error)
    if answer != "ok":
        raise StartError(
            f"The database file {file} is damaged ({answer.splitlines()[0]}). It was left as it "
            "is: put a backup in its place, or move it away to begin with an empty one."
        )


def require_directory(directory: Path) -> None:
    """Make the directory that the database lies in, writable for its companion files too."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StartError(f"{directory} cannot be made ({error.strerror}).") from error
    if not os.access(directory, os.W_OK | os.X_OK):
        raise StartError(
            f"{directory} cannot be written by this user. "
            "Make it yours, or name another directory in HIPTHRUST_VAR."
        )


def check_postgresql() -> None:
    """Connect once without the pool, which would go on trying."""
    parameters: dict[str, Any] = {"connect_timeout": 5, **connection.get_connection_params()}
    try:
        psycopg.connect(**parameters).close()
    except psycopg.OperationalError as error:
        raise StartError(
            f"PostgreSQL does not let us in: {one_line(error)}. "
            "Check DATABASE_URL and that the database server runs."
        ) from error


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one server migrate while those started beside it wait."""
    if connection.vendor == "sqlite":
        # Locking the directory needs no file of its own that could be left behind.
        directory = os.open(Path(connection.settings_dict["NAME"]).parent, os.O_RDONLY)
        try:
            fcntl.flock(directory, fcntl.LOCK_EX)
            yield
        finally:
            os.close(directory)
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def refuse_newer_database() -> None:
    """Refuse a database that has seen a migration which this code does not have."""
    loader = MigrationLoader(connection)
    replaced = {key for squashed in loader.replacements.values() for key in squashed.replaces}
    known = {*loader.disk_migrations, *replaced}
    applied = [key for key in loader.applied_migrations if key[0] in loader.migrated_apps]
    if newer := sorted(key for key in applied if key not in known):
        raise StartError(
            f"The database was made by a newer version ({'.'.join(newer[-1])} is not known here). "
            "Get the newest code (git pull), or a backup from before."
        )


def migrate() -> None:
    """Apply what is missing; nothing missing costs next to nothing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def one_line(error: Exception) -> str:
    """Take an error's first line, without its full stop."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
