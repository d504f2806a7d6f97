"""The admin site keeps accounts. What people log is theirs alone and is not shown here."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.models import Group
from django.http import HttpRequest

from hipthrust.models import User


class AccountCreationForm(BaseUserCreationForm):
    class Meta:
        model = User
        fields = ("email",)


@admin.register(User)
class AccountAdmin(UserAdmin):
    add_form = AccountCreationForm
    add_fieldsets = ((None, {"fields": ("email", "password1", "password2")}),)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("What the account may do", {"fields": ("is_active", "is_staff", "is_superuser")}),
        ("When", {"fields": ("date_joined", "last_login")}),
    )
    readonly_fields = ("date_joined", "last_login")
    list_display = ("email", "date_joined", "last_login", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email",)
    ordering = ("email",)
    filter_horizontal = ()

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, ...]:
        """Name the accounts alone: Django would list every set that goes with them."""
        return [str(user) for user in objs], {"accounts, with all they logged": len(objs)}, [], []


# Two kinds of account are enough here: people who train, and the one who runs the installation.
admin.site.unregister(Group)
