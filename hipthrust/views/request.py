"""What a view is given."""

from django.http import HttpRequest, QueryDict
from django_htmx.middleware import HtmxDetails

from hipthrust.models import User


class Request(HttpRequest):
    """A request behind the sign-in: the middleware lets nobody else through to our views."""

    user: User
    htmx: HtmxDetails


def sent(request: HttpRequest) -> QueryDict | None:
    """Give what a POST carries, be it empty, and None for a GET, which leaves a form unbound."""
    return request.POST if request.method == "POST" else None
