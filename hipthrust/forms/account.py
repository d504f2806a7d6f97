"""Signing up, signing in, and leaving."""

from typing import Any
from zoneinfo import available_timezones

from allauth.account import forms as allauth
from django import forms
from django.core.exceptions import ValidationError

from hipthrust.models import User


class PlainWords:
    """Our labels over allauth's fields; a label says it, so nothing stands in the empty box."""

    LABELS = {
        "login": "E-mail",
        "email": "E-mail",
        "password": "Password",
        "oldpassword": "Current password",
        "password1": "Password",
        "password2": "The same again",
    }
    PASSWORD_HINT = "At least 8 characters, and none of the passwords that everybody uses."

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            field.help_text = self.PASSWORD_HINT if name == "password1" else ""


class LoginForm(PlainWords, allauth.LoginForm):
    pass


class TimeZoneField(forms.CharField):
    """The browser's time zone, filled in by a script; what this server does not know is UTC."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)
        self.widget.attrs["data-time-zone"] = ""

    def clean(self, value: Any) -> str:
        return value if value in available_timezones() else "UTC"


class SignupForm(PlainWords, allauth.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"] = TimeZoneField()


class ChangePasswordForm(PlainWords, allauth.ChangePasswordForm):
    LABELS = PlainWords.LABELS | {"password1": "New password"}


class SetPasswordForm(PlainWords, allauth.SetPasswordForm):
    pass


class ResetPasswordForm(PlainWords, allauth.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(PlainWords, allauth.ResetPasswordKeyForm):
    LABELS = PlainWords.LABELS | {"password1": "New password"}


class ReauthenticateForm(PlainWords, allauth.ReauthenticateForm):
    pass


class AddEmailForm(PlainWords, allauth.AddEmailForm):
    LABELS = {"email": "New e-mail"}

    def clean_email(self) -> str:
        # allauth drops an address that waits for its confirmation when another one is added: with
        # no confirmed one besides, the account would be left without any.
        if not self.user.emailaddress_set.filter(verified=True).exists():
            raise ValidationError("Confirm your present address first.")
        return super().clean_email()


class AccountDeleteForm(forms.Form):
    """The password once more, before everything goes."""

    password = forms.CharField(
        strip=False, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise ValidationError("This is not your password.")
        return password
