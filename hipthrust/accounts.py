"""Where signing up and signing in differ from allauth's ways."""

import logging
from collections.abc import Callable
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone

from hipthrust.models import User
from hipthrust.views.errors import page_before

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.SIGNUP_OPEN

    def save_user(
        self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True
    ) -> User:
        """Take the browser's time zone along into the new account."""
        user = super().save_user(request, user, form, commit=False)
        user.time_zone = form.cleaned_data["time_zone"]
        if commit:
            user.save()
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail; a mail server in trouble costs the mail, not the page."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            log.exception("No mail could be sent.")
            messages.error(self.request, "The mail could not be sent. Try again later.")


class InvalidFormMiddleware:
    """Answer 422 where allauth shows a form again, as every page of our own does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        form = (response.context_data or {}).get("form")
        if request.method == "POST" and isinstance(form, BaseForm) and form.errors:
            response.status_code = 422
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Ask for a sign-in; htmx is told to leave the page, or the form would land inside a list."""

    def handle_no_permission(  # type: ignore[override]  # not only redirects
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        htmx = request.htmx  # type: ignore[attr-defined]
        if htmx:
            way_back = redirect_to_login(htmx.current_url_abs_path or "/", settings.LOGIN_URL)
            return HttpResponse(status=401, headers={"HX-Redirect": way_back.url})
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        # What a form posts to has no page of its own to come back to; the form's page has.
        return redirect_to_login(page_before(request), settings.LOGIN_URL)


class TimeZoneMiddleware:
    """Show moments in the lifter's time zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        zone = request.user.time_zone if request.user.is_authenticated else "UTC"
        with timezone.override(zone):
            return self.get_response(request)
