"""Train: what to do next, and why."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from hipthrust.models import Clearance, Place, Session
from hipthrust.models.offer import Offer, offers
from hipthrust.models.session import local_date
from hipthrust.models.training import Training


@require_GET
def train(request: HttpRequest) -> HttpResponse:
    """Show the running session, or the suggestion for the next one."""
    user, now = request.user, timezone.now()
    if user.set_up_at is None:
        return redirect("set_up")
    running = Session.objects.for_user(user).running().with_sets().first()
    training = Training.load(user, user.place, now=now)
    suggestion = training.suggestion()
    listed = offers(training, suggestion)
    chosen = pick(listed, request.GET.get("choose"))
    return render(
        request,
        "train.html",
        {
            "running": running,
            "is_stale": running is not None and running.is_stale(now),
            "training": training,
            "suggestion": suggestion,
            "offers": listed,
            "chosen": chosen,
            "not_on_offer": "choose" in request.GET and chosen is not None
            and chosen.key != request.GET["choose"],
            "places": list(user.places.in_use()),
            "new_uuid": uuid.uuid4(),
        },
    )


def pick(listed: list[Offer], key: str | None) -> Offer | None:
    """Find the chosen offer; the suggestion when the key names none."""
    return next((offer for offer in listed if offer.key == key), listed[0] if listed else None)


@require_POST
def place_choose(request: HttpRequest) -> HttpResponse:
    """Train at another place from now on."""
    places = Place.objects.for_user(request.user).in_use()
    request.user.place = get_object_or_404(places, pk=request.POST.get("place") or 0)
    request.user.save(update_fields=["place"])
    return redirect("train")


@require_POST
def clearance_add(request: HttpRequest) -> HttpResponse:
    """Take down "I can train again"; after a red flag only with a doctor's word."""
    user, now = request.user, timezone.now()
    by_doctor = request.POST.get("by_doctor") == "yes"
    training = Training.load(user, user.place, now=now)
    if training.needs_doctor() and not by_doctor:
        messages.error(
            request,
            "After such a symptom a doctor or physiotherapist has to agree first. "
            "Tick the box once one has.",
        )
        return redirect("train")
    Clearance.objects.create(
        lifter=user, date=local_date(now, user.time_zone), by_doctor=by_doctor
    )
    return redirect("train")
