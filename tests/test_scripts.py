"""The scripts that `make` calls, where they can go wrong without anybody noticing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from scripts import programs

SCRIPTS = settings.BASE_DIR / "scripts"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Have a PATH of our own with few programs on it.

    They are files that call the real ones, never links: a test that puts another in their place
    would write through a link.
    """
    for name in ("uname", "id", "xargs", "echo", "cut"):
        put(tmp_path, name, f'exec {shutil.which(name)} "$@"')
    return tmp_path


def put(path: Path, name: str, script: str) -> None:
    program = path / name
    assert not program.is_symlink()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def run(path: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPTS / command[0], *command[1:]],
        env={"PATH": str(path)},
        cwd=path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_first_python_that_is_new_enough_is_taken(path: Path):
    put(path, "python3", "exit 1")
    put(path, "python3.12", 'case "$2" in *executable*) echo /opt/python3.12 ;; esac')

    assert run(path, "find-python").stdout == "/opt/python3.12\n"


def test_python_that_is_too_old_is_told(path: Path):
    put(path, "python3", 'test "$1" = --version && echo Python 3.10.13')

    done = run(path, "find-python")

    assert done.returncode == 1
    assert done.stderr.startswith(
        "Python 3.11 or newer is needed, and there is Python 3.10.13 here"
    )
    assert done.stderr.count("\n") == 1


def test_python_without_venv_is_told(path: Path):
    put(path, "python3", "exit 1")

    done = run(path, "find-uv", str(path / "python3"))

    assert done.returncode == 1
    assert "comes without its venv module. Install it: sudo apt install python3-venv" in done.stderr


def test_missing_packages_are_installed_after_saying_so(path: Path):
    put(path, "uname", "echo Linux")
    put(path, "id", "echo 0")
    put(path, "apt-get", 'echo "apt-get $*"')

    done = run(path, "install", "browser", "postgresql")

    if Path("/etc/debian_version").exists():
        said, update, install = done.stdout.splitlines()
        assert said == "Installing from the system's packages: chromium postgresql"
        assert update.startswith("apt-get update")
        assert install.endswith("chromium postgresql")
    else:
        assert done.returncode == 1


@pytest.mark.parametrize(("system", "advice"), [("Darwin", "brew install"), ("Linux", "apt-get")])
def test_who_may_not_install_is_told_how(path: Path, system: str, advice: str):
    put(path, "uname", f"echo {system}")
    put(path, "id", "echo 1000")

    done = run(path, "install", "postgresql")

    assert done.returncode == 1
    assert "Missing: postgresql" in done.stderr
    assert advice in done.stderr


def test_newest_postgresql_is_taken(monkeypatch, tmp_path: Path):
    for version in ("9.6", "15", "17"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "pg_ctl", "postgres"):
            (folder / name).touch()
    (tmp_path / "18" / "bin").mkdir(parents=True)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "POSTGRESQL_FOLDERS", (f"{tmp_path}/*/bin",))

    assert programs.postgresql() == tmp_path / "17" / "bin"


def test_image_and_make_use_the_same_uv():
    [ours] = re.findall(r"^version=(\S+)", (SCRIPTS / "find-uv").read_text(), re.MULTILINE)
    [images] = re.findall(r"uv==(\S+)", (settings.BASE_DIR / "Dockerfile").read_text())

    assert ours == images


def test_scripts_can_be_run():
    scripts = [script for script in SCRIPTS.iterdir() if script.is_file() and not script.suffix]

    assert {"environment", "find-python", "find-uv", "install"} <= {s.name for s in scripts}
    assert [s.name for s in scripts if not os.access(s, os.X_OK)] == []
