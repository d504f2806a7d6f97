"""What a view is given."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from hipthrust.models import User


class Request(HttpRequest):
    """A request as it reaches a view: somebody is signed in, and htmx may have sent it."""

    user: User
    htmx: HtmxDetails
