"""What a request brings for a form."""

from django.http import HttpRequest, QueryDict


def sent(request: HttpRequest) -> QueryDict | None:
    """Give what a POST carries, be it empty, and None for a GET, which leaves a form unbound."""
    return request.POST if request.method == "POST" else None
