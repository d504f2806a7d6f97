"""From nothing to the next session, as people do it: by taps, at home, and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import Watch

PASSWORD = "squeeze at the top"


def sign_up(page: Page, base: str, email: str) -> None:
    page.goto(f"{base}/accounts/signup/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page).to_have_url(f"{base}/set-up/")


def set_up(page: Page, *gear: str, body_weight: str = "60") -> None:
    page.get_by_role("radio", name="Kilograms").check()
    page.get_by_label("Body weight").fill(body_weight)
    for name in gear:
        page.get_by_role("checkbox", name=name).check()


def start_from(page: Page, implement: str, load: str, reps: str) -> None:
    page.get_by_text("Already training it?").click()
    page.get_by_label("Implement").select_option(label=implement)
    page.get_by_label("Load").fill(load)
    page.get_by_label("Reps", exact=True).fill(reps)


def rows(page: Page):
    return page.get_by_role("region", name="Logged sets").get_by_role("listitem")


def next_session(page: Page):
    return page.get_by_role("region", name="Next session")


@pytest.fixture(params=["this computer", "the network"])
def base(request: pytest.FixtureRequest, base_url: str, network_url: str) -> str:
    """Reach the app as a secure context, and as the phone does: by plain http."""
    return {"this computer": base_url, "the network": network_url}[request.param]


def test_gym(page: Page, base: str) -> None:
    sign_up(page, base, "gym@example.com")
    set_up(page, "Barbell and plates")
    start_from(page, "Barbell", "60", "10")
    page.get_by_role("button", name="Continue").click()
    expect(next_session(page)).to_contain_text("52.5 kg · 3 × 8")

    page.get_by_role("button", name="Start session").tap()
    log = page.get_by_role("button", name="Log set")
    for part in (page.get_by_label("Load", exact=True), page.get_by_label("Reps", exact=True), log):
        expect(part).to_be_in_viewport(ratio=1)
    for chip in ("Clean", "Not clean"):
        expect(page.get_by_role("radio", name=chip, exact=True)).to_be_in_viewport(ratio=0.99)
    log.tap()
    expect(rows(page)).to_have_count(1)
    log.tap()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("group", name="Reps in reserve").get_by_label("3").tap()
    page.get_by_role("radio", name="Clean", exact=True).tap()
    log.tap()
    expect(rows(page)).to_have_count(3)
    expect(rows(page).first).to_contain_text("52.5 kg × 8")
    expect(rows(page).first).to_contain_text("3 in reserve · Clean")
    expect(rows(page).last).to_contain_text("Form not answered")

    page.get_by_role("button", name="Finish session").tap()
    page.get_by_role("radio", name="Clean", exact=True).tap()
    page.get_by_role("button", name="No pain").tap()
    done = page.get_by_role("region", name="What you did")
    expect(done).to_contain_text("52.5 kg · 3 × 8")
    expect(next_session(page)).to_contain_text("52.5 kg · 3 ×")

    page.get_by_role("link", name="Train").first.tap()
    said = next_session(page).locator(".headline").inner_text()
    why = page.get_by_role("button", name="Why", expanded=False)
    why.tap()
    expect(page.get_by_role("button", name="Why", expanded=True)).to_be_visible()
    expect(
        next_session(page).get_by_role("link", name=re.compile("52.5 kg · 3 × 8"))
    ).to_be_visible()
    page.get_by_role("button", name="Start session").tap()
    expect(page.get_by_text(said)).to_be_visible()
    log.tap()
    expect(rows(page)).to_have_count(1)

    page.goto(f"{base}/progress/")
    expect(page.get_by_role("img", name="Load history")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("52.5")


def test_home_with_band_and_pause_at_a_second_place(page: Page, base_url: str) -> None:
    sign_up(page, base_url, "home@example.com")
    set_up(page, "Barbell and plates")
    page.get_by_role("button", name="Continue").click()

    page.goto(f"{base_url}/places/add/")
    page.get_by_label("Name").fill("Living room")
    page.get_by_role("checkbox", name="Bands").check()
    page.get_by_role("button", name="Add this place").click()
    page.goto(base_url)
    page.get_by_role("button", name="Living room").tap()
    expect(page.get_by_role("button", name="Living room")).to_have_attribute("aria-pressed", "true")
    expect(next_session(page)).to_contain_text("Body weight · 2 × 12")

    page.get_by_role("button", name="Start session").tap()
    page.get_by_role("button", name="Change method").tap()
    page.get_by_role("radio", name="2 s squeeze").tap()
    page.get_by_label("Band round the knees").select_option(label="light")
    words = "Body weight · both legs · 2 s squeeze · light band at knees"
    expect(page.get_by_role("button", name=f"Change method: {words}")).to_be_visible()
    expect(page.get_by_label("Load", exact=True)).to_be_hidden()
    for _ in range(2):
        page.get_by_role("button", name="More reps").tap()
    page.get_by_role("button", name="Log set").tap()
    expect(rows(page)).to_contain_text(["Body weight × 14"])
    expect(rows(page).first).to_contain_text("2 s squeeze · light band at knees")
    # The method comes along to the next set.
    expect(page.get_by_role("button", name=f"Change method: {words}")).to_be_visible()
    page.get_by_role("radio", name="Not clean").tap()
    page.get_by_role("checkbox", name="Pause cut short").tap()
    page.get_by_role("button", name="Log set").tap()
    expect(rows(page).first).to_contain_text("Pause cut short")

    page.get_by_role("button", name="Delete set 2").tap()
    expect(rows(page)).to_have_count(1)
    page.get_by_role("button", name="Undo").tap()
    expect(rows(page)).to_have_count(2)

    page.get_by_role("button", name="Finish session").tap()
    page.get_by_role("button", name="No pain").tap()
    expect(page.get_by_text("Living room").first).to_be_visible()
    page.goto(f"{base_url}/progress/")
    expect(page.get_by_role("img", name="Load history")).to_be_visible()


def test_without_scripts(new_context, base_url: str, watch: Watch) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_up(page, base_url, "plain@example.com")
    set_up(page, "Barbell and plates")
    start_from(page, "Barbell", "60", "10")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Start session").click()
    expect(page.get_by_role("button", name="More load")).to_be_hidden()

    # The first stands filled in; the second is typed, with a comma; the third has another method.
    page.get_by_role("button", name="Log set").click()
    expect(rows(page)).to_have_count(1)
    page.get_by_label("Load", exact=True).fill("57,5")
    page.get_by_label("Reps", exact=True).fill("9")
    page.get_by_role("radio", name="Not clean").check()
    page.get_by_role("checkbox", name="Lockout missed").check()
    page.get_by_role("button", name="Log set").click()
    expect(rows(page).first).to_contain_text("57.5 kg × 9")
    expect(rows(page).first).to_contain_text("Lockout missed")
    page.get_by_role("button", name="Change method").click()
    page.get_by_label("Tempo").fill("2-0-1-2")
    page.get_by_role("button", name="Log set").click()
    expect(rows(page)).to_have_count(3)
    expect(rows(page).first).to_contain_text("2 s squeeze")

    watch.expect("status of 422")
    # What is wrong is said beside the field, and what was typed is kept.
    page.get_by_label("Load", exact=True).fill("heavy")
    page.get_by_role("button", name="Log set").click()
    expect(page.get_by_text("“heavy” is not a load")).to_be_visible()
    expect(page.get_by_label("Load", exact=True)).to_have_value("heavy")
    page.goto(f"{base_url}/session/")
    expect(rows(page)).to_have_count(3)

    page.get_by_role("button", name="Delete set 3").click()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(3)

    page.get_by_role("button", name="Finish session").click()
    page.get_by_role("button", name="No pain").click()
    expect(next_session(page)).to_be_visible()
    page.goto(base_url)
    page.get_by_role("button", name="Same as last time").click()
    page.get_by_role("button", name="Start session").click()
    page.get_by_role("button", name="Log set").click()
    expect(rows(page)).to_have_count(1)
    page.goto(f"{base_url}/progress/")
    expect(page.get_by_role("img", name="Load history")).to_be_visible()
