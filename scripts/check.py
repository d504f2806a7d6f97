"""Run the project's checks, all or those named, and say at the end what ran and how it went.

python -m scripts.check
python -m scripts.check lint types
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scripts import child, programs

TOOLS = Path(sys.executable).parent
PYTEST = (sys.executable, "-m", "pytest", "-q")
POSTGRES = (sys.executable, "-m", "scripts.postgres")
# Two cores: more workers would only wait for one another.
PARALLEL = ("-n", "2")

CHECKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "lint": (
        (f"{TOOLS}/ruff", "check", "."),
        (f"{TOOLS}/ruff", "format", "--check", "."),
        (f"{TOOLS}/djlint", "templates", "--lint", "--quiet"),
        (f"{TOOLS}/djlint", "templates", "--check", "--quiet"),
    ),
    "types": ((f"{TOOLS}/mypy",),),
    "sqlite": ((*PYTEST, *PARALLEL, "-m", "not browser"),),
    "postgresql": ((*POSTGRES, *PYTEST, *PARALLEL, "-m", "not browser"),),
    "browser": ((*PYTEST, *PARALLEL, "-m", "browser"),),
}
# What the app reads from the environment; the checks decide it, not the shell they run in.
OURS = ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "DEBUG", "PORT", "BIND")


class Outcome(NamedTuple):
    name: str
    passed: bool
    seconds: float


def main(names: list[str]) -> int:
    child.stop_like_ctrl_c()
    if unknown := [name for name in names if name not in CHECKS]:
        sys.exit(f"No such check: {', '.join(unknown)}. There are {', '.join(CHECKS)}.")
    names = names or list(CHECKS)
    install_missing(names)
    try:
        outcomes = [outcome_of(name) for name in names]
    except KeyboardInterrupt:
        sys.exit("Stopped before the end.")
    print("\n" + "\n".join(map(line, outcomes)), flush=True)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def install_missing(names: list[str]) -> None:
    """Get the browser and the database server where they are needed and missing."""
    missing = [name for name, find in finders(names).items() if find() is None]
    if missing and subprocess.run(["scripts/install", *missing], check=False).returncode:
        sys.exit(1)
    if still := [name for name in missing if finders(names)[name]() is None]:
        sys.exit(f"Installed, but not found: {', '.join(still)}.")


def finders(names: list[str]) -> dict[str, Callable[[], object]]:
    known = {"browser": programs.browser, "postgresql": programs.postgresql}
    return {name: find for name, find in known.items() if name in names}


def outcome_of(name: str) -> Outcome:
    """Run one check's commands, all of them even if the first fails."""
    print(f"\n== {name}", flush=True)
    environment = {key: value for key, value in os.environ.items() if key not in OURS}
    started = time.monotonic()
    results = [child.run(command, environment) for command in CHECKS[name]]
    return Outcome(name, not any(results), time.monotonic() - started)


def line(outcome: Outcome) -> str:
    word = "passed" if outcome.passed else "FAILED"
    return f"{outcome.name:<12}{word}{outcome.seconds:8.0f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
