"""Whether the app answers at all."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse


@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer without the database, so that its trouble does not restart a working server."""
    return HttpResponse("ok", content_type="text/plain", headers={"Cache-Control": "no-store"})
