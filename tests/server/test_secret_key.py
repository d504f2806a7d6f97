"""The key that signs sessions."""

import stat
from pathlib import Path

import pytest

from hipthrust.server.errors import StartError
from hipthrust.server.secret_key import keep_secret_key, require_secret_key


def test_kept_where_only_this_user_can_read_it(tmp_path: Path):
    file = tmp_path / "var" / "secret_key"

    key = keep_secret_key(file)

    assert file.read_text().strip() == key
    assert len(key) == 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_readable_file_is_closed_to_others(tmp_path: Path):
    file = tmp_path / "secret_key"
    file.touch(mode=0o644)

    keep_secret_key(file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_directory_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "var").write_text("a file in the way")

    with pytest.raises(StartError, match=r"cannot be written .* HIPTHRUST_VAR"):
        keep_secret_key(tmp_path / "var" / "secret_key")


@pytest.mark.parametrize("key", ["", "changeme", "x" * 31])
def test_key_that_would_not_hold_is_refused(settings, key: str):
    settings.LASTING_SECRET_KEY = key

    with pytest.raises(StartError, match=r"SECRET_KEY .* 50 random characters"):
        require_secret_key()


def test_long_key_is_taken(settings):
    settings.LASTING_SECRET_KEY = "x" * 50

    require_secret_key()
