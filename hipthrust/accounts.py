"""Where signing up and signing in differ from allauth's ways."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.SIGNUP_OPEN


class SignInMiddleware(LoginRequiredMiddleware):
    """Ask for a sign-in; htmx is told to leave the page, or the form would land inside a list."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:
        response = super().handle_no_permission(request, view_func)
        if not request.htmx:  # type: ignore[attr-defined]
            return response
        return HttpResponse(status=401, headers={"HX-Redirect": self.get_login_url(view_func)})


class TimeZoneMiddleware:
    """Show moments in the lifter's time zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        zone = request.user.time_zone if request.user.is_authenticated else "UTC"
        with timezone.override(zone):
            return self.get_response(request)
