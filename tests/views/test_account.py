"""Sign up, sign in, and leave with everything."""

from smtplib import SMTPException

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as SignIn
from django.core import mail
from django.core.cache import cache
from django.db.models import CharField, Field, JSONField, TextField
from django.test import Client
from django.urls import reverse

from hipthrust.models import Clearance, User
from tests.factories import make_session, signed_in

PASSWORD = "heavy-hips-4711"


def sign_up(client: Client, **overrides: str):
    data = {"email": "dora@example.com", "password1": PASSWORD, "time_zone": "Europe/Madrid"}
    return client.post(reverse("account_signup"), data | overrides)


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    """Forget what allauth counts: it sends one address one mail in three minutes."""
    cache.clear()


@pytest.fixture
def with_mail(settings) -> None:
    """Say that mail works; the tests' own mail box takes it."""
    settings.MAIL_WORKS = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_PREVENT_ENUMERATION = True


def test_sign_up_leads_to_set_up_and_takes_the_time_zone(client: Client, db: None) -> None:
    answer = sign_up(client)
    assert (answer.status_code, answer.url) == (302, reverse("set_up"))
    assert User.objects.get().time_zone == "Europe/Madrid"
    assert mail.outbox == []


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "x" * 100, "a\0b"])
def test_sign_up_takes_utc_for_a_zone_it_does_not_know(client: Client, db: None, zone: str) -> None:
    assert sign_up(client, time_zone=zone).status_code == 302
    assert User.objects.get().time_zone == "UTC"


def test_sign_up_refused_keeps_what_was_typed(client: Client, alice: User) -> None:
    answer = sign_up(client, email="ALICE@example.com")
    assert answer.status_code == 422
    assert 'value="ALICE@example.com"' in answer.text
    assert answer.context["form"].errors.keys() == {"email"}
    assert sign_up(client, password1="12345678").context["form"].errors.keys() == {"password1"}
    assert User.objects.count() == 1


def test_sign_up_closed(client: Client, db: None, settings) -> None:
    settings.SIGNUP_OPEN = False
    assert "closed" in client.get(reverse("account_signup")).text
    assert "closed" in sign_up(client).text
    assert not User.objects.exists()
    assert "Create an account" not in client.get(reverse("account_login")).text


def test_sign_in_page_says_what_this_is(client: Client, db: None) -> None:
    answer = client.get("/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
    assert "the hip thrust. It keeps what you did" in answer.text


def test_sign_in_with_the_wrong_password(client: Client, db: None) -> None:
    User.objects.create_user("alice@example.com", PASSWORD)
    data = {"login": "alice@example.com", "password": "wrong"}
    answer = client.post(reverse("account_login"), data)
    assert answer.status_code == 422
    assert 'value="alice@example.com"' in answer.text
    assert SESSION_KEY not in client.session


@pytest.mark.parametrize("method", ["get", "post"])
def test_password_reset_without_mail_says_who_can_help(
    client: Client, alice: User, method: str
) -> None:
    answer = getattr(client, method)(reverse("account_reset_password"), {"email": alice.email})
    assert answer.status_code == 200
    assert "python manage.py changepassword E-MAIL" in answer.text
    assert mail.outbox == []


def test_password_reset_by_mail(client: Client, with_mail: None, alice: User) -> None:
    client.post(reverse("account_reset_password"), {"email": alice.email})
    link = next(word for word in mail.outbox[0].body.split() if "/reset/key/" in word)
    form = client.get(link, follow=True)
    answer = client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 302
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)
    assert "no longer works" in client.get(link, follow=True).text


def test_sign_up_with_mail_waits_for_the_link(client: Client, with_mail: None, db: None) -> None:
    answer = sign_up(client)
    assert answer.url == reverse("account_email_verification_sent")
    link = next(word for word in mail.outbox[0].body.split() if "/confirm-email/" in word)
    assert "dora@example.com" in client.get(link).text
    client.post(link)
    assert EmailAddress.objects.get().verified


def test_mail_server_in_trouble_costs_the_mail_not_the_page(
    client: Client, with_mail: None, db: None, monkeypatch, caplog
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise SMTPException

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    answer = client.get(sign_up(client).url)
    assert "could not be sent" in answer.text
    assert "No mail could be sent" in caplog.text


SIGNED_OUT = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
]
SIGNED_IN = [
    "account_logout",
    "account_reauthenticate",
    "account_email",
    "account_change_password",
    "account_delete",
]


@pytest.mark.parametrize("name", SIGNED_OUT)
def test_signed_out_pages_stand_in_our_frame(client: Client, db: None, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert "css/base.css" in answer.text


@pytest.mark.parametrize("mail_works", [True, False])
@pytest.mark.parametrize("name", SIGNED_IN)
def test_signed_in_pages_stand_in_our_frame(
    db: None, settings, name: str, mail_works: bool
) -> None:
    settings.MAIL_WORKS = mail_works
    client = signed_in(User.objects.create_user("alice@example.com", PASSWORD))
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert "css/base.css" in answer.text


@pytest.mark.parametrize("path", ["confirm-email/nonsense/", "password/reset/key/1-nonsense/"])
def test_dead_links_say_so(client: Client, db: None, path: str) -> None:
    assert "no longer works" in client.get(f"/accounts/{path}", follow=True).text


def test_password_set_for_an_account_without_one(alice: User) -> None:
    client = signed_in(alice)
    assert "Set a password" in client.get(reverse("account_set_password")).text


def test_change_password(db: None) -> None:
    client = signed_in(User.objects.create_user("alice@example.com", PASSWORD))
    new = {"oldpassword": PASSWORD, "password1": "lighter-hips-12", "password2": "lighter-hips-1"}
    refused = client.post(reverse("account_change_password"), new)
    assert refused.status_code == 422
    assert refused.context["form"].errors.keys() == {"password2"}
    changed = new | {"password2": new["password1"]}
    assert client.post(reverse("account_change_password"), changed).status_code == 302
    assert User.objects.get().check_password("lighter-hips-12")


def test_unconfirmed_email_is_not_changed(with_mail: None, alice: User) -> None:
    client = signed_in(alice)
    assert "not confirmed yet" in client.get(reverse("account_email")).text
    new = {"action_add": "", "email": "new@example.com"}
    assert client.post(reverse("account_email"), new).status_code == 422
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"


def test_change_email_by_mail(with_mail: None, alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    client = signed_in(alice)
    client.post(reverse("account_email"), {"action_add": "", "email": "new@example.com"})
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"
    assert "new@example.com" in client.get(reverse("account_email")).text
    link = next(word for word in mail.outbox[-1].body.split() if "/confirm-email/" in word)
    client.post(link)
    alice.refresh_from_db()
    assert alice.email == "new@example.com"


def delete_account(client: Client, password: str):
    return client.post(reverse("account_delete"), {"password": password})


def test_delete_asks_for_the_password(db: None) -> None:
    client = signed_in(User.objects.create_user("alice@example.com", PASSWORD))
    for password in ("wrong", ""):
        answer = delete_account(client, password)
        assert answer.status_code == 422
        assert answer.context["form"].errors.keys() == {"password"}
    assert User.objects.exists()


def mentions(user_pk: int, email: str) -> list[str]:
    """Find every row of the database that refers to a user, by key, by text or by sign-in."""
    found = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if getattr(field, "related_model", None) is User and field.concrete:
                found += [repr(row) for row in model._base_manager.filter(**{field.name: user_pk})]
            elif isinstance(field, CharField | TextField | JSONField) and isinstance(field, Field):
                rows = model._base_manager.filter(**{f"{field.attname}__icontains": email})
                found += [repr(row) for row in rows]
    sign_ins = [row for row in SignIn.objects.all() if row.get_decoded().get(SESSION_KEY)]
    found += [repr(row) for row in sign_ins if row.get_decoded()[SESSION_KEY] == str(user_pk)]
    return found


@pytest.fixture
def filled(alice: User, bob: User) -> User:
    """Give alice a row in every table that can hold one."""
    alice.set_password(PASSWORD)
    alice.save()
    make_session(alice, sets=[{"bands": [("light", "knees")]}])
    alice.place.bands.create(name="light", position=0)
    Clearance.objects.create(lifter=alice, date="2026-01-01")
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    users = ContentType.objects.get_for_model(User)
    log = {"content_type": users, "action_flag": CHANGE, "object_repr": alice.email}
    LogEntry.objects.create(user=bob, object_id=alice.pk, **log)
    LogEntry.objects.create(user=alice, object_id=alice.pk, **log)
    return alice


def rows_by_table(user: User) -> dict[str, int]:
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_app_config("hipthrust").get_models()
    }


def test_delete_leaves_no_row_that_refers_to_the_account(filled: User, bob: User) -> None:
    pk, email = filled.pk, filled.email
    phone, computer, stays = signed_in(filled), signed_in(filled), signed_in(bob)
    make_session(bob)
    assert all(rows_by_table(filled).values())
    assert len(mentions(pk, email)) > 10
    bobs = mentions(bob.pk, bob.email)

    answer = delete_account(phone, PASSWORD)

    assert (answer.status_code, answer.url) == (302, reverse("account_login"))
    assert mentions(pk, email) == []
    assert computer.get(reverse("settings")).status_code == 302
    assert stays.get(reverse("settings")).status_code == 200
    about_alice = 1
    assert len(mentions(bob.pk, bob.email)) == len(bobs) - about_alice
    assert "everything you logged are deleted" in phone.get(answer.url).text
