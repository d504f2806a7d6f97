"""Sets: log one, change one, delete one."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from hipthrust.forms.set import SetForm
from hipthrust.models import DifferentContentError, Session, Set, StaleVersionError
from hipthrust.views.request import Request, sent
from hipthrust.views.session import offer_undo, own_session, session_context, set_form


def own_set(request: Request, uuid: uuid.UUID, *, deleted: bool = False) -> Set:
    """Find a set of the one who asks, or answer 404; deleted ones only where they are wanted."""
    sets = Set.objects.for_user(request.user).filter(session__deleted_at__isnull=True)
    sets = sets if deleted else sets.kept()
    return get_object_or_404(
        sets.select_related("session__place").prefetch_related("band_uses"), uuid=uuid
    )


def session_page(request: Request, session: Session, *, add: bool = False) -> HttpResponse:
    """Lead back to the page that the session's sets stand on, ready to `add` another."""
    if session.is_running:
        return redirect("session_running")
    if session.deleted_at:
        messages.info(request, "This session was deleted before.")
        return leave_for(request, reverse("train"))
    page = reverse("session_detail", args=[session.uuid])
    return leave_for(request, f"{page}?add=1" if add else page)


def leave_for(request: Request, page: str) -> HttpResponse:
    """Redirect; htmx takes the page of a closed session into its own, any other it leaves."""
    if request.htmx and request.htmx.target != "main":
        return HttpResponse(headers={"HX-Redirect": page})
    return redirect(page)


@require_POST
def set_log(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Save a set; sent twice it is saved once.

    A session that was discarded in another tab comes back for it: what was lifted is not lost.
    """
    session = own_session(request, uuid, deleted=True)
    form = set_form(request, session, request.POST)
    if not form.is_valid():
        return entry_again(request, session, form, status=422)
    try:
        row, _ = session.log(
            uuid=form.cleaned_data["uuid"] or form.initial["uuid"],
            now=timezone.now(),
            values=form.values(),
        )
    except DifferentContentError as error:
        form.take_new_uuid()
        context = {"saved": error.row}
        return entry_again(request, session, form, status=409, **context)
    session = own_session(request, uuid, deleted=True)
    if not (request.htmx and session.is_running):
        if request.htmx.target == "set-entry":
            messages.info(request, "The session was finished elsewhere; the set is added to it.")
        return session_page(request, session, add=True)
    context = session_context(request, session, set_form(request, session))
    return render(request, "_set_logged.html", {**context, "logged": row})


def entry_again(
    request: Request, session: Session, form: SetForm, *, status: int, **extra: Any
) -> HttpResponse:
    """Show the entry form with what was typed and what is wrong with it."""
    page = "session_running.html" if session.is_running else "session_detail.html"
    template = "_set_refused.html" if request.htmx and session.is_running else page
    context = {**session_context(request, session, form), "add": True, **extra}
    return render(request, template, context, status=status)


@require_http_methods(["GET", "POST"])
def set_edit(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Change a set; an edit made from an old version shows what is there now."""
    row = own_set(request, uuid)
    form = SetForm(sent(request), user=request.user, place=row.session.place, values=row.values())
    context: dict[str, Any] = {"row": row, "form": form, "version": row.version}
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            row.edit(version=posted_version(request), values=form.values())
        except StaleVersionError as error:
            context |= {"newer": error.row, "version": error.row.version}
            status = 409
        else:
            return session_page(request, row.session)
    return render(request, "set_edit.html", context, status=status)


def posted_version(request: Request) -> int:
    """Read the version that an edit was made from; 0, which no row has, where it is missing."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


@require_POST
def set_delete(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Delete a set; Undo brings it back."""
    row = own_set(request, uuid, deleted=True)
    row.delete_softly(timezone.now())
    if request.htmx and row.session.is_running:
        return set_list(request, row, deleted=row)
    offer_undo(request, "Set deleted.", reverse("set_undelete", args=[uuid]))
    return session_page(request, row.session)


@require_POST
def set_undelete(request: Request, uuid: uuid.UUID) -> HttpResponse:
    """Take a deletion back."""
    row = own_set(request, uuid, deleted=True)
    row.undelete()
    if request.htmx and row.session.is_running:
        return set_list(request, row, restored=row)
    return session_page(request, row.session)


def set_list(request: Request, row: Set, **changed: Set) -> HttpResponse:
    """Give the rows of a running session as they are now, with what was deleted or restored."""
    session = own_session(request, row.session.uuid)
    context = {"session": session, "sets": session.kept_sets[::-1], **changed}
    return render(request, "_set_list_changed.html", context)
