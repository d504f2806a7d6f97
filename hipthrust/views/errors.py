"""Pages for when something went wrong.

They are drawn without the request: whatever broke (the database, the sign-in, a template's
context) must not break the page that says so.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme


def error_page(status: int, **context: Any) -> HttpResponse:
    return HttpResponse(render_to_string(f"{status}.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return error_page(429)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form has expired, with the way back to the page it stood on."""
    page = render_to_string("403_csrf.html", {"back": page_before(request)})
    return HttpResponse(page, status=403)


def page_before(request: HttpRequest) -> str:
    """Name the page of this installation that a request came from; Train where there is none."""
    came_from = request.headers.get("Referer", "")
    own = url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()})
    return came_from if own else "/"


class MethodNotAllowedMiddleware:
    """Put a page where Django answers 405 with an empty body.

    Somebody sees it: a form that was refused leaves its address in the address bar, and a phone
    asks for it again with a GET when it restores its tabs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render_to_string("405.html")
        return response
