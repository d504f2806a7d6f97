"""What allauth's account pages do not do: without mail, and the way out."""

from allauth.account import views as allauth
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hipthrust.forms.account import AccountDeleteForm
from hipthrust.views.request import Request, sent


@login_not_required
def password_reset(request: Request) -> HttpResponse:
    """Mail a link to a new password; without a mail server say who can set one."""
    if settings.MAIL_WORKS:
        return allauth.password_reset(request)
    return render(request, "account/password_reset_by_host.html")


def email(request: Request) -> HttpResponse:
    """Change the address by a mail to the new one; without a mail server say who can."""
    if settings.MAIL_WORKS:
        return allauth.email(request)
    return render(request, "account/email_by_host.html")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def account_delete(request: Request) -> HttpResponse:
    """Delete the account and all that belongs to it, once the password is given."""
    user = request.user
    form = AccountDeleteForm(user, sent(request))
    if form.is_valid():
        user.erase()
        logout(request)
        messages.success(request, "Your account and everything you logged are deleted.")
        return redirect("account_login")
    status = 422 if form.is_bound else 200
    return render(request, "account_delete.html", {"form": form}, status=status)
