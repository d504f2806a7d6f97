"""Sessions: start, log, finish; look at a closed one, change it, add one from the past."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hipthrust.forms.session import FinishForm, SessionForm, WhenAndWhere
from hipthrust.forms.set import SetForm
from hipthrust.models import DifferentContentError, Session, Set, StaleVersionError
from hipthrust.models.next_set import next_set
from hipthrust.models.offer import offers, pick
from hipthrust.models.session import local_date
from hipthrust.models.training import Training
from hipthrust.views.request import Request, sent
from hipthrust.views.train import next_session, train_page


def own_session(request: Request, uuid: uuid.UUID, *, deleted: bool = False) -> Session:
    """Find a session of the one who asks, with its sets, or answer 404; a deleted one if wanted."""
    sessions = Session.objects.for_user(request.user).with_sets()
    return get_object_or_404(sessions if deleted else sessions.kept(), uuid=uuid)


def running_session(request: Request) -> Session | None:
    return Session.objects.for_user(request.user).running().with_sets().first()


def set_form(request: Request, session: Session, data: Any = None) -> SetForm:
    """Make the form of a session's next set, filled in; bound where there is `data`."""
    sets = session.kept_sets
    before = None if sets or session.chosen else Set.objects.last_of(request.user)
    values = next_set(sets, session.prescription, session.prescription_unit, before)
    return SetForm(
        data,
        user=request.user,
        place=session.place,
        values=values,
        new_uuid=uuid.uuid4(),
    )


def session_context(request: Request, session: Session, form: SetForm) -> dict[str, Any]:
    """Give what the rows and the entry form of a session need."""
    return {
        "session": session,
        "sets": session.kept_sets[::-1],
        "form": form,
        "is_last": session.sets_done + 1 == session.sets_planned,
    }


@require_POST
def session_start(request: Request) -> HttpResponse:
    """Open a session with the chosen prescription; one that runs already goes on."""
    user, now = request.user, timezone.now()
    training = Training.load(user, user.place, now=now)
    suggestion = training.suggestion()
    chosen = pick(offers(training, suggestion), request.POST.get("choose"))
    try:
        Session.objects.start(
            user,
            now=now,
            place=user.place,
            uuid=client_uuid(request),
            suggested={"unit": user.unit, **suggestion.to_json()},
            chosen=chosen.to_json(user.unit) if chosen else None,
            sent={"choose": chosen and chosen.key},
        )
    except DifferentContentError as error:
        return train_page(request, status=409, started=error.row, wanted=chosen)
    return redirect("session_running")


def client_uuid(request: Request, field: str = "uuid") -> uuid.UUID:
    """Read the UUID that the page gave to a row; make one where it is missing or broken."""
    try:
        return uuid.UUID(request.POST.get(field, ""))
    except ValueError:
        return uuid.uuid4()


@require_GET
def session_running(request: Request) -> HttpResponse:
    """Show the running session; without one, the way to start one is Train."""
    session = running_session(request)
    if session is None:
        return redirect("train")
    context = session_context(request, session, set_form(request, session))
    return render(request, "session_running.html", context)


@require_http_methods(["GET", "POST"])
def session_finish(request: Request) -> HttpResponse:
    """Ask for the form of unanswered sets and for pain, then close the session."""
    session = running_session(request)
    if session is None or not is_meant(request, session):
        return finished_before(request)
    unanswered = [row for row in session.kept_sets if row.form_is_asked]
    one_leg = any(row.side != Set.Side.BOTH for row in unanswered)
    form = FinishForm(sent(request), one_leg=one_leg)
    if form.is_valid():
        session.close(timezone.now(), form.pain_values(), form.answer())
        if session.deleted_at:
            messages.info(request, "A session without sets is not kept.")
            return redirect("train")
        return redirect("session_detail", session.uuid)
    context = {"session": session, "form": form, "unanswered": unanswered}
    return render(request, "session_finish.html", context, status=422 if form.is_bound else 200)


def is_meant(request: Request, running: Session) -> bool:
    """Tell whether a form was made for the session that runs now, not for one before it."""
    return "session" not in request.POST or client_uuid(request, "session") == running.uuid


def finished_before(request: Request) -> HttpResponse:
    """Lead to the session that a form was made for, closed by a double tap or another tab."""
    closed = Session.objects.for_user(request.user).closed()
    if (session := closed.filter(uuid=client_uuid(request, "session")).first()) is not None:
        return redirect("session_detail", session.uuid)
    messages.info(request, "No session is running: it was finished or discarded before.")
    return redirect("train")


@require_POST
def session_discard(request: Request) -> HttpResponse:
    """Drop the session that the form names, or else the running one; Undo brings it back."""
    unfinished = Session.objects.for_user(request.user).filter(finished_at__isnull=True)
    named = unfinished.filter(uuid=client_uuid(request, "session"))
    session = (named if "session" in request.POST else unfinished.kept()).first()
    if session is not None:
        session.delete_softly(timezone.now())
        offer_undo(request, "Session discarded.", reverse("session_undelete", args=[session.uuid]))
    return redirect("train")


def offer_undo(request: Request, text: str, path: str) -> None:
    """Say what was taken away; the next page shows an Undo button that posts to `path`."""
    messages.info(request, text, extra_tags=f"undo:{path}")


@require_GET
def session_detail(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Show a closed session, its sets, and after the newest one what comes next."""
    session = own_session(request, uuid)
    if session.is_running:
        return redirect("session_running")
    context = session_context(request, session, set_form(request, session))
    if session.is_newest():
        training = Training.load(request.user, request.user.place, now=timezone.now())
        context |= next_session(training)
    return render(request, "session_detail.html", context)


@require_http_methods(["GET", "POST"])
def session_edit(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Change date, place, pain and note of a session."""
    session = own_session(request, uuid)
    today = local_date(timezone.now(), request.user.time_zone)
    form = SessionForm(sent(request), user=request.user, today=today, session=session)
    context: dict[str, Any] = {"session": session, "form": form}
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            session.change(version=form.cleaned_data["version"], **session.moved(form.values()))
        except StaleVersionError as error:
            form.take_version(error.row.version)
            context["newer"], status = error.row, 409
        else:
            return redirect("session_detail", session.uuid)
    return render(request, "session_edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def session_add(request: Request) -> HttpResponse:
    """Log the first set of a session from the past; the session comes to be with it."""
    user, now = request.user, timezone.now()
    today = local_date(now, user.time_zone)
    first = {"date": today, "place": user.place_id}
    when = WhenAndWhere(sent(request), user=user, today=today, initial=first)
    values = next_set([], None, user.unit, Set.objects.last_of(user))
    form = SetForm(sent(request), user=user, place=user.place, values=values, new_uuid=uuid.uuid4())
    context: dict[str, Any] = {"when": when, "form": form}
    status = 422 if form.is_bound else 200
    if when.is_valid() and form.is_valid():
        try:
            return add_session(request, when, form)
        except DifferentContentError:
            form.take_new_uuid()
            context["saved"], status = True, 409
    return render(request, "session_add.html", context, status=status)


def add_session(request: Request, when: WhenAndWhere, form: SetForm) -> HttpResponse:
    """Save a session of the past with its first set, and lead to where the next one is logged."""
    session = Session.objects.add_closed(
        request.user,
        day=when.cleaned_data["date"],
        place=when.cleaned_data["place"],
        now=timezone.now(),
        set_uuid=form.cleaned_data["uuid"] or uuid.uuid4(),
        first_set=form.values(),
    )
    if session.deleted_at:
        messages.info(request, "This session was saved before, and deleted since.")
        return redirect("history")
    return redirect(f"{reverse('session_detail', args=[session.uuid])}?add=1")


@require_POST
def session_delete(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Delete a session; Undo brings it back with its sets. Once more changes nothing."""
    session = own_session(request, uuid, deleted=True)
    session.delete_softly(timezone.now())
    day = f"{session.local_date:%A}, {session.local_date.day} {session.local_date:%B}"
    offer_undo(request, f"Session of {day} deleted.", reverse("session_undelete", args=[uuid]))
    return redirect("history")


@require_POST
def session_undelete(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Take a deletion back."""
    session = get_object_or_404(Session.objects.for_user(request.user), uuid=uuid)
    session.undelete()
    return redirect("session_running" if session.is_running else "history")
