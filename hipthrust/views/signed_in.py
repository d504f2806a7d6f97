"""The request that a view behind the sign-in gets."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from hipthrust.models import User


class SignedInRequest(HttpRequest):
    """A request of somebody signed in: the middleware lets nobody else through to our views."""

    user: User
    htmx: HtmxDetails
