"""Run a command so that nothing outlives us, however we are stopped."""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import NoReturn


def run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command to its end; stopped ourselves, stop it first and wait for it."""
    with subprocess.Popen(command, env=environment) as process:
        try:
            return process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise


def stop_like_ctrl_c() -> None:
    """Turn the signals that would end us at once into an exception, so that clean-up runs."""
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, _leave)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
