"""Listen to everything that a browser complains about while a test drives it."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError


class Watch:
    """Collect console errors and warnings, uncaught exceptions, failed requests, server errors.

    A violation of the Content-Security-Policy is a console error too.
    """

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.expected: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """Let pass what a test provokes on purpose; each pattern has to turn up."""
        self.expected.append(re.compile(pattern))

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self.on_console)
        context.on("weberror", self.on_exception)
        context.on("requestfailed", self.on_failed_request)
        context.on("response", self.on_response)

    def on_console(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        # The browser's own idea on pages that name no icon, such as plain text.
        if message.type in {"error", "warning", "assert"} and not where.endswith("/favicon.ico"):
            self.complaints.append(f"console {message.type}: {message.text} ({where})")

    def on_exception(self, error: WebError) -> None:
        self.complaints.append(f"uncaught: {error.error}")

    def on_failed_request(self, request: Request) -> None:
        # Leaving a page takes back what it still wanted.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.method} {request.url}: {request.failure}")

    def on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"answered {response.status}: {response.url}")

    def verdict(self) -> list[str]:
        """List what was not expected, and what was expected and did not come."""
        surprises = [c for c in self.complaints if not any(p.search(c) for p in self.expected)]
        absent = [p for p in self.expected if not any(p.search(c) for c in self.complaints)]
        return surprises + [f"expected, but never seen: {p.pattern}" for p in absent]
