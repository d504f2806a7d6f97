"""`manage.py suggest`, as it is called from a shell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "progression.json"


def run(*arguments, stdin=b""):
    command = [sys.executable, "manage.py", "suggest", *arguments]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False)


def test_a_file_is_answered():
    done = run(str(CASES))
    assert done.returncode == 0
    assert done.stderr == b""
    assert len(json.loads(done.stdout)) == len(json.loads(CASES.read_text("utf-8")))


def test_standard_input_is_answered():
    case = json.loads(CASES.read_text("utf-8"))[0]
    done = run("-", stdin=json.dumps(case).encode())
    assert json.loads(done.stdout)["action"] == "START"


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["-"], b'[{"today": 1}]', b"[0].sessions: is missing"),
        (["-"], b"{", b"the input is not JSON"),
        (["no-such-file.json"], b"", b"no-such-file.json: No such file or directory"),
        (["."], b"", b".: Is a directory"),
        ([], b"", b"the following arguments are required: file"),
    ],
)
def test_a_refusal_is_one_message_and_status_two(arguments, stdin, message):
    done = run(*arguments, stdin=stdin)
    assert done.returncode == 2
    assert done.stdout == b""
    assert message in done.stderr
    assert b"Traceback" not in done.stderr
