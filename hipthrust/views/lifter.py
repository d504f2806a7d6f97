"""The lifter's own settings, from the first screen on."""

from copy import copy
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from hipthrust.forms.lifter import BodyWeightForm, SettingsForm, SetUpForm
from hipthrust.models import BodyWeight, User
from hipthrust.models.session import local_date
from hipthrust.views.request import Request, sent

BODY_WEIGHTS_SHOWN = 10


def today_of(user: User) -> date:
    return local_date(timezone.now(), user.time_zone)


@require_http_methods(["GET", "POST"])
def set_up(request: Request) -> HttpResponse:
    """Ask once what the suggestions need; everything but the unit can be skipped."""
    user = request.user
    if user.set_up_at is not None:
        return redirect("train")
    form = SetUpForm(sent(request), skip="skip" in request.POST)
    if form.is_valid():
        user.set_up(
            now=timezone.now(),
            today=today_of(user),
            profile=form.profile(),
            gear=form.owned(),
            body_weight_kg=form.cleaned_data.get("body_weight"),
        )
        return redirect("train")
    status = 422 if form.is_bound else 200
    return render(request, "set_up.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def settings(request: Request) -> HttpResponse:
    """Show all settings; take the ones about training."""
    # A copy: a form writes what was typed on its instance, and the page speaks of the real one.
    form = SettingsForm(sent(request), instance=copy(request.user))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("settings")
    return settings_page(request, form=form)


def settings_page(request: Request, **forms: Any) -> HttpResponse:
    """Render the page, with 422 where one of its forms was refused."""
    user = request.user
    context = {
        "form": SettingsForm(instance=copy(user)),
        "body_weight_form": BodyWeightForm(unit=user.unit, today=today_of(user)),
        "body_weights": user.body_weights.order_by("-date")[:BODY_WEIGHTS_SHOWN],
        "places": user.places.in_use(),
    } | forms
    status = 422 if any(form.is_bound for form in forms.values()) else 200
    return render(request, "settings.html", context, status=status)


@require_POST
def body_weight_add(request: Request) -> HttpResponse:
    """Note a body weight for a day."""
    user = request.user
    form = BodyWeightForm(request.POST, unit=user.unit, today=today_of(user))
    if not form.is_valid():
        return settings_page(request, body_weight_form=form)
    user.weigh(on=form.cleaned_data["date"], kg=form.cleaned_data["kg"])
    return redirect(reverse("settings") + "#body-weight")


@require_POST
def body_weight_delete(request: Request, pk: int) -> HttpResponse:
    """Take a body weight out again."""
    get_object_or_404(BodyWeight.objects.for_user(request.user), pk=pk).delete()
    return redirect(reverse("settings") + "#body-weight")
