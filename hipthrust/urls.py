"""Addresses: a view, its name and its test file share one name."""

from django.contrib import admin
from django.urls import include, path

from hipthrust.views.health import healthz
from hipthrust.views.history import history
from hipthrust.views.progress import progress
from hipthrust.views.session import (
    session_add,
    session_delete,
    session_detail,
    session_discard,
    session_edit,
    session_finish,
    session_running,
    session_start,
    session_undelete,
)
from hipthrust.views.set import set_delete, set_edit, set_log, set_undelete
from hipthrust.views.train import clearance_add, place_choose, train

urlpatterns = [
    path("", train, name="train"),
    path("clearance/", clearance_add, name="clearance_add"),
    path("places/choose/", place_choose, name="place_choose"),
    path("session/", session_running, name="session_running"),
    path("session/start/", session_start, name="session_start"),
    path("session/finish/", session_finish, name="session_finish"),
    path("session/discard/", session_discard, name="session_discard"),
    path("sessions/add/", session_add, name="session_add"),
    path("sessions/<uuid:uuid>/", session_detail, name="session_detail"),
    path("sessions/<uuid:uuid>/edit/", session_edit, name="session_edit"),
    path("sessions/<uuid:uuid>/delete/", session_delete, name="session_delete"),
    path("sessions/<uuid:uuid>/undelete/", session_undelete, name="session_undelete"),
    path("sessions/<uuid:uuid>/sets/", set_log, name="set_log"),
    path("sets/<uuid:uuid>/edit/", set_edit, name="set_edit"),
    path("sets/<uuid:uuid>/delete/", set_delete, name="set_delete"),
    path("sets/<uuid:uuid>/undelete/", set_undelete, name="set_undelete"),
    path("progress/", progress, name="progress"),
    path("history/", history, name="history"),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
]
