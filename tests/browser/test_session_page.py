"""The session page under the thumb: double taps, focus, and what follows the chosen method."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from hipthrust.models import Session, User
from tests.browser.watch import Watch
from tests.factories import GYM, make_lifter, make_place, make_session, make_set


@pytest.fixture
def lifter(transactional_db: None) -> User:
    lifter = make_lifter("tess@example.com", password="squeeze at the top")
    make_place(lifter, **GYM, dumbbells=["10", "16", "24"])
    return lifter


@pytest.fixture
def running(lifter: User, page: Page) -> Session:
    """Sign in and look at a running session with three sets."""
    session = make_session(lifter, finished_at=None)
    sign_in(page, reverse("session_running"))
    return session


def sign_in(page: Page, path: str) -> None:
    page.goto(f"{reverse('account_login')}?next={path}")
    page.get_by_label("E-mail").fill("tess@example.com")
    page.get_by_label("Password").fill("squeeze at the top")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(f"{re.escape(path)}$"))
    # Pressed before htmx is there, a button does its job too, but with a new page.
    page.wait_for_load_state()


def rows(page: Page):
    return page.get_by_role("region", name="Logged sets").get_by_role("listitem")


def test_double_tap_logs_one_set(page: Page, running: Session) -> None:
    box = page.get_by_role("button", name="Log set").bounding_box()
    assert box is not None
    for _ in range(5):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(80)
    expect(rows(page)).to_have_count(4)
    page.get_by_role("button", name="Log set").tap()
    expect(rows(page)).to_have_count(5)


def test_focus_stays_where_the_change_was(page: Page, running: Session) -> None:
    log = page.get_by_role("button", name="Log set")
    log.focus()
    log.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Set 4 saved: 60 kg × 10")).to_be_attached()
    expect(log).to_be_focused()

    delete = page.get_by_role("button", name="Delete set 4")
    expect(delete).to_be_enabled()
    delete.focus()
    delete.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Set deleted.")).to_be_attached()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Delete set 4")).to_be_focused()


def test_focus_stays_on_the_chosen_offer(page: Page, lifter: User) -> None:
    make_session(lifter)
    sign_in(page, "/")
    same = page.get_by_role("button", name="Same as last time")
    same.focus()
    same.press("Enter")
    expect(same).to_have_attribute("aria-pressed", "true")
    expect(same).to_be_focused()
    page.get_by_role("button", name="Back to the suggestion").press("Enter")
    expect(page.get_by_role("region", name="Next session")).to_be_focused()


def test_load_follows_the_implement(page: Page, running: Session) -> None:
    load = page.get_by_label("Load", exact=True)
    page.get_by_role("button", name="Change method").tap()
    for implement, value in [
        ("Dumbbell or kettlebell", "24"),
        ("Barbell", "60"),
        ("Body weight", None),
        ("Dumbbell or kettlebell", "24"),
    ]:
        page.get_by_role("radio", name=implement).tap()
        if value is None:
            expect(load).to_be_hidden()
        else:
            expect(load).to_have_value(value)


def test_load_after_body_weight_is_the_lightest(page: Page, lifter: User) -> None:
    make_set(make_session(lifter, sets=0, finished_at=None), implement="bodyweight", load="0")
    sign_in(page, reverse("session_running"))
    page.get_by_role("button", name="Change method").tap()
    page.get_by_role("radio", name="Barbell").tap()
    expect(page.get_by_label("Load", exact=True)).to_have_value("20")


def test_answers_out_of_sight_are_taken_back(page: Page, running: Session) -> None:
    page.get_by_role("button", name="Change method").tap()
    page.get_by_role("radio", name="Left leg").tap()
    page.get_by_role("radio", name="Not clean").tap()
    page.get_by_role("checkbox", name="Hips rotated").tap()
    page.get_by_role("checkbox", name="Knees in").tap()
    page.get_by_role("radio", name="Both legs").tap()
    page.get_by_role("radio", name="Clean", exact=True).tap()
    page.get_by_role("button", name="Log set").tap()
    expect(rows(page)).to_have_count(4)
    expect(rows(page).first).to_contain_text("Clean")


def test_method_in_words_says_every_part_of_the_tempo(page: Page, running: Session) -> None:
    page.get_by_role("button", name="Change method").tap()
    page.get_by_label("Tempo").fill("4-1-X-5")
    page.get_by_label("Tempo").blur()
    words = "Barbell · both legs · 4 s down · 1 s at the bottom · fast up · 5 s squeeze"
    expect(page.get_by_role("button", name=f"Change method: {words}")).to_be_visible()


def test_closed_session_tells_its_sets_as_they_are(page: Page, lifter: User) -> None:
    session = make_session(lifter)
    sign_in(page, reverse("session_detail", args=[session.uuid]))
    done = page.get_by_role("region", name="What you did")
    expect(done).to_contain_text("3 × 10")
    page.get_by_role("button", name="Delete set 3").tap()
    expect(done).to_contain_text("2 × 10")
    page.get_by_role("button", name="Undo").tap()
    expect(done).to_contain_text("3 × 10")
    page.get_by_role("button", name="Add a set").tap()
    page.get_by_role("button", name="Log set").tap()
    expect(done).to_contain_text("4 × 10")


def test_refusal_is_shown_and_read_out(page: Page, running: Session, watch: Watch) -> None:
    watch.expect("status of 422")
    page.get_by_label("Load", exact=True).fill("heavy")
    page.get_by_role("button", name="Log set").tap()
    expect(page.get_by_role("status").filter(has_text="Not saved. “heavy”")).to_be_attached()
    expect(page.get_by_label("Load", exact=True)).to_have_value("heavy")


def test_entry_is_in_sight_after_a_set_with_another_method(page: Page, running: Session) -> None:
    page.get_by_role("button", name="Change method").tap()
    page.get_by_label("Note").fill("steady")
    page.get_by_role("button", name="Log set").tap()
    expect(rows(page)).to_have_count(4)
    expect(page.get_by_role("button", name="Change method")).to_be_in_viewport(ratio=1)


# Sends the page's form twice, and tells of each time whether the page held it back.
SEND_TWICE = """() => {
  const heldBack = [];
  window.addEventListener("submit", (event) => {
    heldBack.push(event.defaultPrevented);
    event.preventDefault();
  });
  const form = document.querySelector("main form");
  form.requestSubmit();
  form.requestSubmit();
  return heldBack;
}"""


def test_double_tap_on_a_plain_form_sends_it_once(page: Page, lifter: User) -> None:
    sign_in(page, reverse("place_add"))
    assert page.evaluate(SEND_TWICE) == [False, True]
