"""Progress: chart, table and records; what the address may ask; nothing of anybody else."""

from datetime import date, timedelta
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hipthrust.models import BodyWeight, User
from hipthrust.models.work import read_work
from tests.factories import make_session, make_set

PAGE = reverse("progress")


class Words(HTMLParser):
    """Collect a page's text, one space between words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.parts += data.split()


def text(client: Client, **query: str) -> str:
    answer = client.get(PAGE, query)
    assert answer.status_code == 200
    return " ".join(Words(answer.content.decode()).parts)


def chart(client: Client, **query: str):
    return client.get(PAGE, query).context["chart"]


def test_empty_account_is_told_what_will_stand_here(carol_client: Client) -> None:
    page = text(carol_client)
    assert "Nothing to draw yet" in page
    assert "Add a past session" in page


def test_chart_table_and_records_show_the_same_session(alice: User, alice_client: Client) -> None:
    session = make_session(
        alice,
        local_date=timezone.now().date() - timedelta(days=3),
        sets=[{"reps": 10}, {"reps": 9}],
    )
    page = alice_client.get(PAGE)
    html = page.content.decode()
    link = reverse("session_detail", args=[session.uuid])
    assert 'aria-label="Load history"' in html
    assert html.count(f'href="{link}"') == 4  # the point, the table, two records
    assert "60 kg · 2 × 10, 9 Barbell 60 90 1,140 19" in text(alice_client)
    assert [point.said for point in page.context["series"][0].points] == ["60 kg"]


@pytest.mark.parametrize(
    ("measure", "said"),
    [("load", "60 kg"), ("strength", "about 90 kg"), ("volume", "1,800 kg"), ("reps", "30 reps")],
)
def test_every_measure(measure: str, said: str, alice: User, alice_client: Client) -> None:
    make_session(alice)
    assert chart(alice_client, measure=measure).newest.said == said


def test_lines_by_implement_in_the_unit_of_the_lifter(bob: User, bob_client: Client) -> None:
    make_session(
        bob, sets=[{"load": "45"}, {"load": "30", "implement": "dumbbell", "side": "left"}]
    )
    lines = chart(bob_client).lines
    assert [(line.series.name, line.series.points[0].said) for line in lines] == [
        ("Barbell", "45 lb"),
        ("Dumbbell, one leg", "30 lb"),
    ]


def test_body_weight_alone_begins_with_reps(carol: User, carol_client: Client) -> None:
    make_session(carol, sets=[{"implement": "bodyweight", "reps": 15}] * 2)
    assert chart(carol_client).newest.said == "30 reps"
    assert "No load in this time" in text(carol_client, measure="load")
    assert "Sessions with body weight alone have no load." in text(carol_client, measure="load")


@pytest.mark.parametrize(
    ("chosen", "sessions"), [("4w", 1), ("12w", 2), ("year", 3), ("all", 4), ("", 2)]
)
def test_every_range(chosen: str, sessions: int, alice: User, alice_client: Client) -> None:
    for days_ago in (10, 60, 300, 900):
        make_session(alice, days_ago=days_ago)
    (line,) = chart(alice_client, range=chosen).lines
    assert len(line.marks) == sessions


def test_a_range_without_sessions_offers_all(alice: User, alice_client: Client) -> None:
    make_session(alice, days_ago=200)
    page = alice_client.get(PAGE)
    assert "No session in this time" in page.content.decode()
    assert alice_client.get(PAGE + page.context["all_time"]).context["chart"]


def test_one_variation_alone(alice: User, alice_client: Client) -> None:
    make_session(alice, days_ago=5)
    make_session(alice, days_ago=3, sets=[{"tempo": "2-0-1-2", "load": "50"}])
    banded = [{"bands": [("red & long", "knees")], "load": "40"}]
    make_session(alice, days_ago=1, sets=banded)
    links = {link["words"]: link for link in alice_client.get(PAGE).context["variations"]}
    assert list(links) == [
        "All variations",
        "Barbell, red & long band at knees",
        "Barbell, 2 s squeeze",
        "Barbell",
    ]
    for words, load in [("Barbell, red & long band at knees", "40 kg"), ("Barbell", "60 kg")]:
        page = alice_client.get(PAGE + links[words]["href"])
        (line,) = page.context["chart"].lines
        assert (line.series.name, [p.said for p in line.series.points]) == (words, [load])
        assert [str(best.method.implement) for best in page.context["records"]] == ["barbell"]


def test_links_keep_the_rest_of_the_choice(alice: User, alice_client: Client) -> None:
    make_session(alice)
    page = alice_client.get(PAGE, {"measure": "reps", "range": "all"})
    hrefs = [link["href"] for link in page.context["measures"]]
    assert hrefs[0] == "?measure=load&range=all"
    assert [link["current"] for link in page.context["ranges"]] == [False, False, False, True]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param({"measure": "iron"}, "There is no measure “iron”.", id="measure"),
        pytest.param({"range": "-1"}, "There is no time range “-1”.", id="range"),
        pytest.param(
            {"variation": "kettlebell\0"}, "Nothing is logged as “kettlebell\0”", id="variation"
        ),
        pytest.param({"page": "99"}, "There is no page “99”; this is the first.", id="page"),
        pytest.param({"page": "<b>"}, "There is no page “<b>”; this is the first.", id="no-number"),
    ],
)
def test_what_is_not_known_is_said(
    query: dict[str, str], said: str, alice: User, alice_client: Client
) -> None:
    make_session(alice)
    page = alice_client.get(PAGE, query)
    assert page.status_code == 200
    assert said in page.context["notices"][0]
    assert said in text(alice_client, **query)
    assert page.context["chart"]


def test_what_does_not_count_is_not_drawn(alice: User, alice_client: Client) -> None:
    make_session(alice, finished_at=None)
    make_session(alice, days_ago=3).delete_softly(timezone.now())
    kept = make_session(alice, days_ago=5, sets=1)
    make_set(kept, load="100", kind="warmup")
    make_set(kept, load="90").delete_softly(timezone.now())
    (line,) = chart(alice_client).lines
    assert [point.said for point in line.series.points] == ["60 kg"]
    assert chart(alice_client, measure="reps").newest.said == "10 reps"


def test_nothing_of_anybody_else(alice: User, carol_client: Client) -> None:
    make_session(alice)
    assert "Nothing to draw yet" in text(carol_client)


def test_signed_out_is_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get(PAGE).status_code == 302


def test_table_goes_on_in_pages(alice: User, alice_client: Client) -> None:
    for days_ago in range(1, 26):
        make_session(alice, days_ago=days_ago, sets=1)
    first = alice_client.get(PAGE)
    assert len(first.context["page"]) == 20
    assert 'href="?measure=load&amp;range=12w&amp;page=2">Older' in first.content.decode()
    second = alice_client.get(PAGE, {"page": "2"})
    assert len(second.context["page"]) == 5
    assert len(second.context["chart"].lines[0].marks) == 25


def test_body_weight_of_the_day_stands_in_the_estimate(alice: User) -> None:
    BodyWeight.objects.create(lifter=alice, date=date(2026, 1, 10), kg=Decimal(70))
    for day in (date(2019, 1, 1), date(2026, 1, 9), date(2026, 1, 10)):
        make_session(alice, local_date=day, sets=1)
    assert [row.body_weight for row in read_work(alice)] == [None, 60, 70]


def test_the_heaviest_set_that_can_be_logged_is_drawn(bob: User, bob_client: Client) -> None:
    make_session(bob, sets=[{"load": "2204"}])
    assert chart(bob_client).newest.said == "2204 lb"
    assert chart(bob_client, measure="strength").newest.said.startswith("about 3")


def test_picture_is_said_in_a_sentence(alice: User, alice_client: Client) -> None:
    for day, load in ((date(2026, 1, 10), "60"), (date(2026, 1, 12), "60")):
        make_session(alice, local_date=day, sets=[{"load": load}])
    said = "2 sessions from 10 January 2026 to 12 January 2026; "
    assert f"{said}all 60 kg." in text(alice_client, range="all")
    make_session(alice, local_date=date(2026, 1, 11), sets=[{"load": "62.5"}])
    assert "3 sessions from 10 January 2026" in text(alice_client, range="all")
    assert "lowest 60 kg, highest 62.5 kg." in text(alice_client, range="all")
