"""A phone-sized Chromium before the real app; whatever the browser complains about is a failure."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import BrowserContext

from hipthrust.server import network
from scripts import programs
from tests.browser.app_server import AppServer
from tests.browser.watch import Watch

# Playwright's loop runs in the tests' thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Chromium's own errands; a test asks nobody but the app.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Take the system's browser; the sandbox cannot be had as root."""
    executable = programs.browser()
    if executable is None:
        pytest.fail("There is no Chromium or Chrome here; scripts/install browser gets one.")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": executable, "args": QUIET + as_root}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """Be a phone: its screen less the browser's bars."""
    return {
        **browser_context_args,
        "viewport": {"width": 390, "height": 664},
        "device_scale_factor": 2,
        "has_touch": True,
    }


@pytest.fixture(scope="session")
def collected_static(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Collect the static files as for production, only uncompressed."""
    root = tmp_path_factory.mktemp("static")
    with override_settings(
        STATIC_ROOT=root, WHITENOISE_SKIP_COMPRESS_EXTENSIONS=["css", "js", "svg"]
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(scope="session")
def app_server(collected_static: None, django_db_setup: None) -> Iterator[AppServer]:
    server = AppServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def base_url(app_server: AppServer) -> str:
    """Let `page.goto("/")` find the app."""
    return f"http://localhost:{app_server.port}"


@pytest.fixture(scope="session")
def network_url(app_server: AppServer) -> str:
    """Name the app as a phone would: plain http, by an address that is no secure context."""
    addresses = network.phone_addresses()
    if not addresses:
        pytest.fail("This machine has no network address, so the phone's way cannot be tested.")
    return f"http://{addresses[0]}:{app_server.port}"


@pytest.fixture(autouse=True)
def static_files(collected_static: None) -> None:
    """Keep the collected files, where other tests swap them for plain ones."""


@pytest.fixture(autouse=True)
def own_hosts(settings) -> None:
    """Answer to this machine's addresses, as `make run` does."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *network.own_hosts()]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Hold everything the browser complained about; unexpected complaints fail the test."""
    watch = Watch()
    yield watch
    if verdict := watch.verdict():
        pytest.fail("The browser complained:\n" + "\n".join(verdict), pytrace=False)


@pytest.fixture
def new_context(
    transactional_db: None, watch: Watch, new_context: Callable[..., BrowserContext]
) -> Callable[..., BrowserContext]:
    """Watch every context, and close them before the database is emptied."""

    def watched(**options: object) -> BrowserContext:
        context = new_context(**options)
        watch.follow(context)
        return context

    return watched
