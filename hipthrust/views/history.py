"""History: the sessions by month, newest first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hipthrust.models import Session
from hipthrust.views.paging import page_of
from hipthrust.views.request import Request

SESSIONS_A_PAGE = 50


@require_GET
def history(request: Request) -> HttpResponse:
    """List closed sessions; each row opens one."""
    sessions = Session.objects.for_user(request.user).closed().newest_first().with_sets()
    page, notices = page_of(sessions, request.GET.get("page", "1"), SESSIONS_A_PAGE)
    return render(request, "history.html", {"page": page, "notices": notices})
