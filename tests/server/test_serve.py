"""The server's start as somebody at a terminal meets it, in a process of its own."""

import itertools
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

COMMAND = [sys.executable, "manage.py", "serve"]
PREPARE = "import django; django.setup(); from hipthrust.server import database as d; {}"
KEY = "k" * 50


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Share what the first start collects."""
    return tmp_path_factory.mktemp("collected")


@pytest.fixture
def environment(tmp_path: Path, port: int, collected: Path) -> dict[str, str]:
    """Know nothing of the terminal that the tests run in."""
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "hipthrust.settings",
        "HIPTHRUST_VAR": str(tmp_path / "var"),
        "STATIC_ROOT": str(collected),
        "PORT": str(port),
    }


@pytest.fixture
def database(environment: dict[str, str]) -> Path:
    """Have a database that an earlier start made."""
    command = [sys.executable, "-c", PREPARE.format("d.prepare_database()")]
    subprocess.run(command, env=environment, cwd=settings.BASE_DIR, check=True)
    return Path(environment["HIPTHRUST_VAR"]) / "hipthrust.sqlite3"


@pytest.fixture
def refusal(environment: dict[str, str]) -> Callable[..., str]:
    """Start, expect to be refused, and give the one line that says why."""

    def start(*options: str, **variables: str) -> str:
        done = subprocess.run(
            [*COMMAND, *options],
            env={**environment, **variables},
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    return start


@pytest.fixture
def server(environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Have a server that has said all that it says at its start."""
    errors = tmp_path / "stderr"
    with (
        errors.open("w") as stderr,
        subprocess.Popen(
            [*COMMAND, "--at-home"],
            env=environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        ) as process,
    ):
        too_long = threading.Timer(120, process.kill)
        too_long.start()
        yield process
        too_long.cancel()
        process.kill()


def announcement(server: subprocess.Popen[str]) -> str:
    """Read up to the last line of what a start prints."""
    lines = list(itertools.takewhile(lambda line: "Ctrl-C" not in line, server.stdout))
    return "".join(lines)


def test_serves_until_ctrl_c(server: subprocess.Popen[str], port: int, tmp_path: Path):
    assert f"http://localhost:{port}" in announcement(server)

    with urllib.request.urlopen(f"http://localhost:{port}/healthz") as answer:
        assert answer.read() == b"ok"

    server.send_signal(signal.SIGINT)
    assert server.wait() == 0
    assert (tmp_path / "stderr").read_text() == ""


def test_stops_when_its_window_is_closed(server: subprocess.Popen[str]):
    announcement(server)

    server.send_signal(signal.SIGHUP)

    assert server.wait() == 0


def test_port_in_use(refusal: Callable[..., str], port: int):
    with socket.socket() as other:
        other.bind(("0.0.0.0", port))
        other.listen()

        assert f"Port {port} is in use" in refusal("--at-home")


def test_nonsense_in_the_environment(refusal: Callable[..., str]):
    assert "PORT is 'high'" in refusal("--at-home", PORT="high")
    assert "HTTPS is 'maybe'" in refusal("--at-home", HTTPS="maybe")
    assert "DATABASE_URL" in refusal("--at-home", DATABASE_URL="oracle://x")


def test_key_that_would_not_last(refusal: Callable[..., str]):
    assert "SECRET_KEY is not set" in refusal()
    assert "SECRET_KEY has fewer than" in refusal(SECRET_KEY="short")


def test_directory_that_cannot_be_made(refusal: Callable[..., str], tmp_path: Path):
    (tmp_path / "file").touch()

    assert "cannot be" in refusal("--at-home", HIPTHRUST_VAR=str(tmp_path / "file" / "var"))


def test_garbage_in_the_place_of_the_database(refusal: Callable[..., str], tmp_path: Path):
    file = tmp_path / "var" / "hipthrust.sqlite3"
    file.parent.mkdir()
    garbage = b"no database at all\n" * 1000
    file.write_bytes(garbage)

    assert f"{file} is damaged" in refusal("--at-home")
    assert file.read_bytes() == garbage


def test_database_damaged_in_the_middle(refusal: Callable[..., str], database: Path):
    content = bytearray(database.read_bytes())
    content[20_000:60_000] = b"\xff" * 40_000
    database.write_bytes(content)

    assert f"{database} is damaged" in refusal("--at-home")
    assert database.read_bytes() == content


def test_database_of_a_newer_version(refusal: Callable[..., str], database: Path):
    with sqlite3.connect(database) as opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('hipthrust', '9999_from_the_future', '2030-01-01')"
        )
    opened.close()

    assert "made by a newer version (hipthrust.9999_from_the_future" in refusal("--at-home")


def test_postgresql_out_of_reach(refusal: Callable[..., str]):
    url = "postgresql://lift:secret@127.0.0.1:1/lift"

    told = refusal(SECRET_KEY=KEY, DATABASE_URL=url)

    assert "PostgreSQL does not let us in" in told
    assert "secret" not in told


@pytest.fixture
def empty_database_url(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Have an empty database of the kind that this run of the suite is about."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'race.sqlite3'}"
        return
    parameters = connection.get_connection_params()
    name = f"race_{os.getpid()}"
    with psycopg.connect(**{**parameters, "dbname": "postgres"}, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield os.environ["DATABASE_URL"].replace("/hipthrust?", f"/{name}?")
        server.execute(f"DROP DATABASE {name}")


def test_servers_started_side_by_side_migrate_once(
    environment: dict[str, str], empty_database_url: str
):
    command = [sys.executable, "-c", PREPARE.format("d.prepare_database(); d.release_database()")]
    environment["DATABASE_URL"] = empty_database_url

    starts = [
        subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR, stderr=subprocess.PIPE)
        for _ in range(3)
    ]

    assert [start.communicate()[1] for start in starts] == [b"", b"", b""]
    assert [start.returncode for start in starts] == [0, 0, 0]
