"""The guide: how to do the lift."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """Show the guide; a flaw's name is the anchor of its correction."""
    return render(request, "guide.html")
