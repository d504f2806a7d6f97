"""The settings as a machine on the open network would have them."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def test_nothing_to_complain_about_behind_tls(tmp_path: Path):
    environment = {
        "PATH": os.environ["PATH"],
        "HIPTHRUST_VAR": str(tmp_path),
        "HTTPS": "1",
        "SECRET_KEY": "a-key-with-0123456789-and-more-than-fifty-characters-in-it",
    }
    command = [sys.executable, "-W", "error", "manage.py", "check", "--deploy"]

    done = subprocess.run(
        [*command, "--fail-level", "WARNING"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
