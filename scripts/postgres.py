"""Run a command with DATABASE_URL naming a PostgreSQL server of its own, gone afterwards.

python -m scripts.postgres pytest -m "not browser"
"""

import os
import pwd
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import child, programs

# Nothing here has to survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def main() -> int:
    child.stop_like_ctrl_c()
    folder = programs.postgresql()
    if folder is None:
        sys.exit("There is no PostgreSQL server here; scripts/install postgresql gets one.")
    with throwaway_server(folder) as url:
        return child.run(sys.argv[1:], {**os.environ, "DATABASE_URL": url})


@contextmanager
def throwaway_server(programs_folder: Path) -> Iterator[str]:
    """Start a server in a directory of its own, reached by a socket in it; give its URL."""
    home = Path(tempfile.mkdtemp(prefix="hipthrust-pg-"))
    try:
        if owner := server_user():
            shutil.chown(home, owner)
        pg_ctl = [str(programs_folder / "pg_ctl"), "--silent", "--pgdata", str(home / "data")]
        make_cluster(programs_folder, home)
        as_owner(
            [*pg_ctl, "--wait", "--log", str(home / "log"), "--options", options(home), "start"]
        )
        try:
            yield f"postgresql://postgres@/hipthrust?host={home}"
        finally:
            # A second Ctrl-C must not leave the server behind.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            as_owner([*pg_ctl, "--mode", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def make_cluster(programs_folder: Path, home: Path) -> None:
    locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    as_owner(
        [
            str(programs_folder / "initdb"),
            *("--pgdata", str(home / "data")),
            *("--username", "postgres", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", locale),
            "--no-sync",
        ]
    )


def options(home: Path) -> str:
    """Listen on a socket in our directory only, so that runs side by side never meet."""
    settings = [f"unix_socket_directories={home}", "listen_addresses=", *FAST]
    return shlex.join(word for setting in settings for word in ("-c", setting))


def server_user() -> str | None:
    """Name whom the server runs as: it refuses root, and Debian's package brings `postgres`."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        sys.exit("PostgreSQL does not run as root, and there is no user postgres to run it as.")


def as_owner(command: list[str]) -> None:
    """Run one of PostgreSQL's programs quietly; what it said is shown when it fails."""
    user = server_user()
    done = subprocess.run(
        command,
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stdout}")


if __name__ == "__main__":
    sys.exit(main())
