"""The watch itself: a check that cannot fail would be worth nothing."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.watch import Watch

PROVOKED = {
    "console": ("console.error('chalk')", r"^console error: chalk"),
    "exception": ("setTimeout(() => { throw new Error('belt') })", r"^uncaught: .*belt"),
    "policy": ("import('data:text/javascript,1').catch(() => 0)", "Content Security Policy"),
    "missing": ("fetch('/no-such-page')", "status of 404"),
    "server": ("fetch('/broken')", r"^answered 500"),
    "unreachable": ("fetch('/gone').catch(() => 0)", r"^failed: GET .*/gone"),
}


@pytest.mark.parametrize(("script", "complaint"), PROVOKED.values(), ids=PROVOKED)
def test_complaint_is_noticed(page: Page, watch: Watch, script: str, complaint: str):
    page.route("**/broken", lambda route: route.fulfill(status=500))
    page.route("**/gone", lambda route: route.abort("connectionrefused"))
    page.goto("/healthz")

    page.evaluate(f"() => {{ {script} }}")

    for _ in range(100):
        if any(re.search(complaint, heard) for heard in watch.verdict()):
            break
        page.wait_for_timeout(50)
    else:
        pytest.fail(f"Nothing like {complaint} in {watch.verdict()}")
    watch.complaints.clear()


def test_silence_where_a_complaint_was_expected_is_told(watch: Watch):
    watch.expect("chalk")

    assert watch.verdict() == ["expected, but never seen: chalk"]
    watch.expected.clear()
