"""What the environment may say, and how nonsense in it is refused."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from hipthrust import environment

FLAGS = {
    "unset": ("", True),
    "one": ("1", True),
    "word": (" Yes ", True),
    "zero": ("0", False),
    "off": ("off", False),
}


@pytest.mark.parametrize(("said", "meant"), FLAGS.values(), ids=FLAGS)
def test_flag(monkeypatch, said: str, meant: bool):
    monkeypatch.setenv("SIGNUP_OPEN", said)

    assert environment.flag("SIGNUP_OPEN", default=True) is meant


@pytest.mark.parametrize("nonsense", ["maybe", "2", "-1", "ja"])
def test_flag_refuses_nonsense_by_name(monkeypatch, nonsense: str):
    monkeypatch.setenv("HTTPS", nonsense)

    with pytest.raises(ImproperlyConfigured, match=rf"^HTTPS is '{nonsense}'; say 1 or 0.$"):
        environment.flag("HTTPS")


@pytest.mark.parametrize("nonsense", ["0", "65536", "-5", "2.5", "587 smtp", "٥٨٧"])
def test_number_refuses_nonsense_by_name(monkeypatch, nonsense: str):
    monkeypatch.setenv("EMAIL_PORT", nonsense)

    with pytest.raises(ImproperlyConfigured, match=r"^EMAIL_PORT is .* from 1 to 65535"):
        environment.number("EMAIL_PORT", 587, least=1, most=65535)


def test_number(monkeypatch):
    monkeypatch.setenv("EMAIL_PORT", " 465 ")

    assert environment.number("EMAIL_PORT", 587) == 465
    assert environment.number("NO_SUCH_VARIABLE", 587) == 587


def test_words(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "lift.example.org, 10.0.0.5,,")

    assert environment.words("ALLOWED_HOSTS") == ["lift.example.org", "10.0.0.5"]


@pytest.mark.parametrize("url", ["nonsense", "mysql://root@db/lift", "postgresql://db:port/lift"])
def test_database_refuses_what_it_does_not_know(monkeypatch, url: str):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL "):
        environment.database(Path("lift.sqlite3"), threads=8)


def test_database_is_a_file_unless_said(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "")
    file = Path("/home/ann/my lifts #1 100%/lift.sqlite3")

    config = environment.database(file, threads=8)

    assert config["NAME"] == str(file)
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_database_server_gets_a_connection_for_each_thread(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://lift:p%40ss@db/lift?sslmode=require")

    config = environment.database(Path("lift.sqlite3"), threads=3)

    assert config["PASSWORD"] == "p@ss"
    assert config["OPTIONS"]["sslmode"] == "require"
    assert config["OPTIONS"]["pool"]["max_size"] == 3


def test_secret_key_comes_from_the_variable_then_from_the_file(monkeypatch, tmp_path: Path):
    file = tmp_path / "secret_key"
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert environment.lasting_secret_key(file) == ""

    file.write_text("from the file\n")
    assert environment.lasting_secret_key(file) == "from the file"

    monkeypatch.setenv("SECRET_KEY", "from the variable")
    assert environment.lasting_secret_key(file) == "from the variable"


def test_unreadable_secret_key_is_told(monkeypatch, tmp_path: Path):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    with pytest.raises(ImproperlyConfigured, match=r"^The secret key in .* cannot be read"):
        environment.lasting_secret_key(tmp_path)


def test_every_variable_has_its_row_in_the_documentation():
    package = Path(settings.BASE_DIR) / "hipthrust"
    read = re.compile(r'(?:flag|number|words|environ\.get)\(\s*"([A-Z_]+)"')
    variables = {name for file in package.rglob("*.py") for name in read.findall(file.read_text())}
    table = (settings.BASE_DIR / "docs" / "deploy.md").read_text()

    assert {"PORT", "HTTPS", "DATABASE_URL", "WEB_PROCESSES"} < variables
    assert {name for name in variables if f"`{name}`" not in table} == set()
