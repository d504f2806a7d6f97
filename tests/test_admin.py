"""The admin site: accounts can be managed, training cannot be seen."""

import pytest
from django.contrib import admin
from django.core.management import CommandError, call_command
from django.urls import reverse

from hipthrust.models import Session, User
from tests.factories import make_session, signed_in

PASSWORD = "long-and-winding-thrust"
CHANGE_LIST = reverse("admin:hipthrust_user_changelist")


@pytest.fixture
def keeper(db, monkeypatch) -> User:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="Keeper@Example.com", interactive=False, verbosity=0)
    return User.objects.get(is_superuser=True)


def page_of(user: User, action: str) -> str:
    return reverse(f"admin:hipthrust_user_{action}", args=[user.pk])


def test_createsuperuser_takes_an_address_without_regard_to_case(keeper):
    assert keeper.email == "keeper@example.com"
    with pytest.raises(CommandError, match="There is an account with this e-mail address"):
        call_command("createsuperuser", email="KEEPER@example.com", interactive=False)


def test_the_keeper_signs_in_with_the_address(client, keeper):
    typed = {"username": "keeper@example.com", "password": PASSWORD, "next": CHANGE_LIST}
    answer = client.post(reverse("admin:login"), typed)
    assert answer.status_code == 302
    assert "alice@example.com" not in client.get(CHANGE_LIST).content.decode()


def test_only_accounts_are_registered():
    names = {model._meta.label for model in admin.site._registry}
    assert names == {"hipthrust.User", "account.EmailAddress"}


def test_an_account_can_be_made_changed_and_given_a_new_password(keeper):
    client = signed_in(keeper)
    typed = {"email": "New@Example.com", "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("admin:hipthrust_user_add"), {**typed, "usable_password": "true"})
    new = User.objects.get(email="new@example.com")
    assert new.check_password(PASSWORD)
    client.post(page_of(new, "change"), {"email": new.email})
    new.refresh_from_db()
    assert not new.is_active
    changed = {"password1": f"{PASSWORD}-2", "password2": f"{PASSWORD}-2"}
    client.post(reverse("admin:auth_user_password_change", args=[new.pk]), changed)
    new.refresh_from_db()
    assert new.check_password(f"{PASSWORD}-2")


def test_no_page_shows_what_was_logged(keeper, alice):
    make_session(alice, note="my secret note", sets=[{"load": "61.25"}])
    client = signed_in(keeper)
    pages = [CHANGE_LIST, *(page_of(alice, action) for action in ("change", "delete", "history"))]
    for page in pages:
        answer = client.get(page)
        text = answer.content.decode()
        assert answer.status_code == 200
        assert "alice@example.com" in text
        for private in ("secret", "61.25", "session of", "rep_lo", "unit"):
            assert private not in text


def test_deleting_an_account_takes_everything_along(keeper, alice):
    make_session(alice)
    answer = signed_in(keeper).post(page_of(alice, "delete"), {"post": "yes"})
    assert answer.status_code == 302
    assert list(User.objects.all()) == [keeper]
    assert not Session.objects.exists()


def test_a_lifter_has_no_business_there(alice_client):
    assert alice_client.get(CHANGE_LIST).status_code == 302
