"""Addresses: a view, its name and its test file share one name."""

from django.contrib import admin
from django.urls import include, path

from hipthrust.views.account import account_delete, email, password_reset
from hipthrust.views.guide import guide
from hipthrust.views.health import healthz
from hipthrust.views.history import history
from hipthrust.views.lifter import body_weight_add, body_weight_delete, set_up, settings
from hipthrust.views.place import place_add, place_edit, place_remove
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
    path("set-up/", set_up, name="set_up"),
    path("settings/", settings, name="settings"),
    path("settings/delete-account/", account_delete, name="account_delete"),
    path("settings/body-weights/add/", body_weight_add, name="body_weight_add"),
    path("settings/body-weights/<int:pk>/delete/", body_weight_delete, name="body_weight_delete"),
    path("places/add/", place_add, name="place_add"),
    path("places/<int:pk>/", place_edit, name="place_edit"),
    path("places/<int:pk>/remove/", place_remove, name="place_remove"),
    path("guide/", guide, name="guide"),
    # Before allauth's own of these addresses: they part the ways with and without mail.
    path("accounts/password/reset/", password_reset),
    path("accounts/email/", email),
    path("progress/", progress, name="progress"),
    path("history/", history, name="history"),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
]

handler400 = "hipthrust.views.errors.bad_request"
handler403 = "hipthrust.views.errors.permission_denied"
handler404 = "hipthrust.views.errors.page_not_found"
handler429 = "hipthrust.views.errors.too_many_requests"
handler500 = "hipthrust.views.errors.server_error"
