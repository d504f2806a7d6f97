"""Pages for when something went wrong."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path

from hipthrust.views import errors


def broken(exception: Exception):
    def view(request: HttpRequest) -> HttpResponse:
        raise exception

    view.login_required = False
    return view


urlpatterns = [
    path("400/", broken(SuspiciousOperation())),
    path("403/", broken(PermissionDenied())),
    path("500/", broken(RuntimeError("the database is gone"))),
    path("", include("hipthrust.urls")),
]
handler400, handler403 = errors.bad_request, errors.permission_denied
handler404, handler500 = errors.page_not_found, errors.server_error


@pytest.fixture
def visitor() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "This request was not understood"),
        (403, "This page is not open to you"),
        (404, "There is nothing here"),
        (500, "Something broke here"),
    ],
)
def test_page(visitor: Client, status: int, words: str) -> None:
    answer = visitor.get(f"/{status}/")
    assert answer.status_code == status
    assert words in answer.text
    assert "css/base.css" in answer.text
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_pages_ask_the_database_nothing(status: int) -> None:
    # Outside a database test any query raises.
    assert errors.error_page(status).status_code == status
    assert connection.queries == []


def test_too_many_tries() -> None:
    answer = errors.too_many_requests(RequestFactory().get("/"))
    assert (answer.status_code, "Too many tries" in answer.text) == (429, True)


@pytest.mark.parametrize(
    ("came_from", "back"),
    [
        ("http://testserver/settings/", "http://testserver/settings/"),
        ("http://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_expired_form(alice, came_from: str, back: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    answer = client.post("/settings/", {}, headers={"referer": came_from})
    assert answer.status_code == 403
    assert "This form has expired" in answer.text
    assert f'href="{back}">Back to the form' in answer.text


def test_address_that_only_takes_a_form(alice_client: Client) -> None:
    answer = alice_client.get("/session/start/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "only takes what a form sends" in answer.text
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert "default-src 'none'" in answer["Content-Security-Policy"]
