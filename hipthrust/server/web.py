"""The production server: gunicorn with threads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication


class WebServer(BaseApplication):
    """Serve the app until it is told to stop."""

    def __init__(
        self, address: str, port: int, *, processes: int, threads: int, announce: Callable[[], None]
    ) -> None:
        self.options: dict[str, Any] = {
            "bind": f"{address}:{port}",
            "workers": processes,
            "threads": threads,
            "worker_class": "gthread",
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda arbiter: self.ready(arbiter, announce),
        }
        # A heartbeat on a slow disk can look like a hung process; memory is never slow.
        if Path("/dev/shm").is_dir():
            self.options["worker_tmp_dir"] = "/dev/shm"
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from hipthrust.wsgi import application

        return application

    def ready(self, arbiter: Any, announce: Callable[[], None]) -> None:
        """Say that the server runs, and stop it when its terminal window is closed."""
        # gunicorn takes the hang-up as "load the settings anew" and would go on unseen.
        arbiter.handle_hup = arbiter.handle_term
        announce()
