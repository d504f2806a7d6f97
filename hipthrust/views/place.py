"""Places: a gym, a home, and what stands there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from hipthrust.forms.place import EquipmentForms, PlaceAddForm
from hipthrust.models import Place
from hipthrust.views.request import Request, sent


@require_http_methods(["GET", "POST"])
def place_add(request: Request) -> HttpResponse:
    """Open another place and go on to its equipment."""
    form = PlaceAddForm(request.user, sent(request))
    if form.is_valid():
        said = form.cleaned_data
        place = Place.objects.open(request.user, said["name"], said["gear"])
        return redirect("place_edit", place.pk)
    status = 422 if form.is_bound else 200
    return render(request, "place_add.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def place_edit(request: Request, pk: int) -> HttpResponse:
    """Change a place's name and equipment."""
    places = Place.objects.for_user(request.user).in_use().with_equipment()
    place = get_object_or_404(places.select_related("lifter"), pk=pk)
    name = place.name
    forms = EquipmentForms(place, sent(request))
    if forms.is_valid():
        forms.save(move=request.POST.get("move", ""))
        return after_saving(request, place)
    context = {
        "place": place,
        "name": name,
        "forms": forms,
        "open": request.GET.get("open"),
        "refused": forms.place.is_bound,
        "is_last": not request.user.places.in_use().exclude(pk=place.pk).exists(),
    }
    return render(request, "place_edit.html", context, status=422 if context["refused"] else 200)


def after_saving(request: Request, place: Place) -> HttpResponse:
    """Stay at the list that is being worked on; otherwise go back to the settings."""
    if section := "bands" if "move" in request.POST else request.POST.get("more"):
        here = reverse("place_edit", args=[place.pk])
        return redirect(f"{here}?open={section}#{section}")
    messages.success(request, f"{place.name} is saved.")
    return redirect("settings")


@require_POST
def place_remove(request: Request, pk: int) -> HttpResponse:
    """Take a place out of use."""
    place = get_object_or_404(Place.objects.for_user(request.user), pk=pk)
    if place.remove(timezone.now()):
        messages.success(request, f"{place.name} is removed. Its sessions keep its name.")
    else:
        messages.warning(request, "This is your only place. Add another one first.")
    return redirect("settings")
