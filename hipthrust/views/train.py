"""Train: what to do next, and why."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from hipthrust.models import Clearance, Place, Session
from hipthrust.models.offer import offers, pick
from hipthrust.models.training import Training
from hipthrust.views.request import Request


@require_GET
def train(request: Request) -> HttpResponse:
    """Show the running session, or the suggestion for the next one."""
    if request.user.set_up_at is None:
        return redirect("set_up")
    return train_page(request)


def train_page(request: Request, *, status: int = 200, **extra: Any) -> HttpResponse:
    user, now = request.user, timezone.now()
    running = Session.objects.for_user(user).running().with_sets().first()
    training = Training.load(user, user.place, now=now)
    context = {
        "running": running,
        "is_stale": running is not None and running.is_stale(now),
        "places": list(user.places.in_use()),
        "new_uuid": uuid.uuid4(),
        **next_session(training, request.GET.get("choose")),
        **extra,
    }
    return render(request, "train.html", context, status=status)


def next_session(training: Training, choice: str | None = None) -> dict[str, Any]:
    """Give what `_next_session.html` shows: the suggestion, what else is on offer, the chosen."""
    suggestion = training.suggestion()
    listed = offers(training, suggestion)
    chosen = pick(listed, choice)
    return {
        "training": training,
        "suggestion": suggestion,
        "evidence": training.evidence(suggestion),
        "offers": listed,
        "chosen": chosen,
        "not_on_offer": chosen is not None and choice is not None and chosen.key != choice,
    }


@require_POST
def place_choose(request: Request) -> HttpResponse:
    """Train at another place from now on."""
    number = request.POST.get("place", "")
    pk = int(number) if number.isdecimal() and len(number) < 19 else 0
    request.user.place = get_object_or_404(Place.objects.for_user(request.user).in_use(), pk=pk)
    request.user.save(update_fields=["place"])
    return redirect("train")


@require_POST
def clearance_add(request: Request) -> HttpResponse:
    """Take down "I can train again"; after a red flag only with a doctor's word, on a later day."""
    user = request.user
    training = Training.load(user, user.place, now=timezone.now())
    by_doctor = request.POST.get("by_doctor") == "yes"
    if training.suggestion().next is not None:
        return redirect("train")
    if (problem := against_clearance(training, by_doctor)) is not None:
        messages.error(request, problem)
        return redirect("train")
    Clearance.objects.create(lifter=user, date=training.today, by_doctor=by_doctor)
    return redirect("train")


def against_clearance(training: Training, by_doctor: bool) -> str | None:
    """Say what still stands in the way of training again, if anything does."""
    if not training.needs_doctor():
        return None
    if not by_doctor:
        return "After a sign like this a doctor or physiotherapist has to agree first."
    if any(row.symptoms and row.local_date >= training.today for row in training.sessions):
        return "A sign like this rests for the day at least. Say it again from tomorrow on."
    return None
