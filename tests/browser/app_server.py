"""The app behind a threaded server in this process, on all of the machine's addresses."""

import threading

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler


class AppServer:
    """Serve pages and static files through the same middleware as in production.

    Django's own live server would hand out static files past WhiteNoise and its headers.
    """

    def __init__(self) -> None:
        self.httpd = ThreadedWSGIServer(("0.0.0.0", 0), QuietWSGIRequestHandler)
        self.httpd.set_app(WSGIHandler())
        self.thread = threading.Thread(target=self.httpd.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        return self.httpd.server_address[1]

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        self.httpd.shutdown()
        self.httpd.server_close()
        self.thread.join()
