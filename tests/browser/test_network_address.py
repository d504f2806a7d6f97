"""The way in from a phone: plain http by the machine's own address."""

from playwright.sync_api import Page


def test_answers_by_the_network_address(page: Page, network_url: str):
    response = page.goto(f"{network_url}/healthz")

    assert response is not None
    assert response.status == 200
    assert page.evaluate("isSecureContext") is False


def test_answers_on_this_computer(page: Page):
    page.goto("/healthz")

    assert page.evaluate("isSecureContext") is True
