"""The guide."""

import pytest
from django.test import Client
from django.urls import reverse

from hipthrust.models import FLAWS


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_flaw_has_its_place(alice_client: Client, flaw: str) -> None:
    page = alice_client.get(reverse("guide")).text
    assert f'id="{flaw}"' in page
    assert f"<h3>{FLAWS[flaw]}</h3>" in page


def test_guide_is_for_those_who_signed_in(client: Client, db: None) -> None:
    assert client.get(reverse("guide")).status_code == 302
