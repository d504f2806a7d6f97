"""Whoever asks for somebody else's object is told that it does not exist, at every address."""

import itertools
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from hipthrust.models import BodyWeight, Place, Session, Set, User
from tests.factories import make_session, make_set, signed_in

# Other rules hold there: only staff may enter, and nobody without a link from a mail.
ELSEWHERE = {"admin"}
SIGNED_LINKS = {"account_confirm_email", "account_reset_password_from_key"}


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[URLPattern]:
    """Walk the URL configuration: every pattern with its whole route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name not in ELSEWHERE:
                yield from addresses(pattern, prefix + str(pattern.pattern))
        else:
            yield pattern


NAMING_OBJECTS = [p for p in addresses() if p.pattern.converters and p.name not in SIGNED_LINKS]
OTHERS = [p for p in addresses() if not p.pattern.converters and not p.pattern.regex.groups]


def things_of(user: User) -> dict[str, list]:
    """List all that an address may name, by the converter that reads it."""
    rows = [Session, Set]
    numbered = [Place, BodyWeight]
    return {
        "UUIDConverter": [row.uuid for model in rows for row in model.objects.for_user(user)],
        "IntConverter": [row.pk for model in numbered for row in model.objects.for_user(user)],
    }


def ways_to_name(pattern: URLPattern, user: User) -> Iterator[str]:
    """Give the address with each of the user's objects in each of its places."""
    things = things_of(user)
    converters = pattern.pattern.converters
    choices = [things[type(converter).__name__] for converter in converters.values()]
    for values in itertools.product(*choices):
        route = str(pattern.pattern)
        for (name, converter), value in zip(converters.items(), values, strict=True):
            kind = type(converter).__name__.removesuffix("Converter").lower()
            route = route.replace(f"<{kind}:{name}>", converter.to_url(value))
        yield "/" + route


def statuses(client: Client, paths: Iterator[str]) -> set[int]:
    """Ask every way, and take back whatever that changed."""
    seen = set()
    for path, method in itertools.product(list(paths), ["get", "post", "put", "delete"]):
        with transaction.atomic():
            seen.add(getattr(client, method)(path).status_code)
            transaction.set_rollback(True)
    return seen


@pytest.fixture
def things(alice: User) -> None:
    """Give alice a running session and a closed one, with sets, and one of each deleted."""
    make_session(alice, days_ago=3)
    make_set(make_session(alice, sets=0, finished_at=None))


@pytest.mark.parametrize("pattern", NAMING_OBJECTS, ids=lambda p: p.name)
def test_stranger_gets_404(
    pattern: URLPattern, things: None, alice: User, carol_client: Client
) -> None:
    assert statuses(carol_client, ways_to_name(pattern, alice)) <= {404, 405}
    assert 404 in statuses(carol_client, ways_to_name(pattern, alice))


@pytest.mark.parametrize("pattern", NAMING_OBJECTS, ids=lambda p: p.name)
def test_owner_finds_it(
    pattern: URLPattern, things: None, alice: User, alice_client: Client
) -> None:
    """Without this the test above could pass for addresses that nobody finds."""
    found = statuses(alice_client, ways_to_name(pattern, alice)) - {404, 405}
    assert found
    assert max(found) < 500


@pytest.mark.parametrize("pattern", NAMING_OBJECTS, ids=lambda p: p.name)
def test_signed_out_is_sent_to_sign_in(
    pattern: URLPattern, things: None, alice: User, client: Client
) -> None:
    path = next(ways_to_name(pattern, alice))
    for ask in (client.get, client.post):
        answer = ask(path)
        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/login/")


@pytest.mark.parametrize("pattern", NAMING_OBJECTS, ids=lambda p: p.name)
def test_htmx_of_signed_out_leaves_the_page(
    pattern: URLPattern, things: None, alice: User, client: Client
) -> None:
    answer = client.post(next(ways_to_name(pattern, alice)), headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    ("came_from", "next_page"),
    [
        ("http://testserver/history/", "http://testserver/history/"),
        ("http://evil.example/", "/"),
        ("", "/"),
    ],
)
def test_form_sent_signed_out_leads_back_to_its_page(
    db: None, client: Client, came_from: str, next_page: str
) -> None:
    """Not to the address it posts to, which answers a GET with 405."""
    answer = client.post("/session/start/", headers={"referer": came_from})
    assert answer.url == f"/accounts/login/?next={quote(next_page)}"


def test_the_walk_sees_the_addresses() -> None:
    names = {pattern.name for pattern in NAMING_OBJECTS}
    assert {"session_detail", "set_edit", "set_log", "place_edit"} <= names


@pytest.mark.parametrize("path", ["/admin/", "/admin/hipthrust/user/"])
def test_admin_is_for_staff(path: str, alice_client: Client) -> None:
    assert alice_client.get(path).status_code == 302


def test_empty_account_opens_every_page(carol: User) -> None:
    """No address without an object in it fails, for somebody who has nothing."""
    client = signed_in(carol)
    for pattern, method in itertools.product(OTHERS, ["get", "post"]):
        with transaction.atomic():
            answer = getattr(client, method)("/" + str(pattern.pattern))
            transaction.set_rollback(True)
        assert answer.status_code < 500, pattern.name
