"""Collecting the static files: once, under names made from their content."""

from pathlib import Path

import pytest

from hipthrust.server.errors import StartError
from hipthrust.server.static import collect_changed_static


@pytest.fixture
def sources(settings, tmp_path: Path) -> Path:
    """Have two modules of our own and nothing of the packages'."""
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "sources"]
    settings.STATIC_ROOT = tmp_path / "collected"
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "beat.js").write_text("export const beat = 1;\n")
    (tmp_path / "sources" / "page.js").write_text('import { beat } from "./beat.js";\nbeat;\n')
    return tmp_path / "sources"


def test_collects_only_what_has_changed(settings, sources: Path):
    collect_changed_static()
    collected = Path(settings.STATIC_ROOT) / "beat.js"
    collected.unlink()

    collect_changed_static()
    assert not collected.exists()

    (sources / "beat.js").write_text("export const beat = 2;\n")
    collect_changed_static()
    assert collected.read_text() == "export const beat = 2;\n"


def test_module_names_another_by_its_content(settings, sources: Path):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "hipthrust.staticfiles.Storage"},
    }

    collect_changed_static()

    [beat] = Path(settings.STATIC_ROOT).glob("beat.*.js")
    [page] = Path(settings.STATIC_ROOT).glob("page.*.js")
    assert f'from "./{beat.name}"' in page.read_text()


def test_directory_that_cannot_be_written_is_told(settings, sources: Path):
    Path(settings.STATIC_ROOT).write_text("a file in the way")

    with pytest.raises(StartError, match=r"cannot be written"):
        collect_changed_static()
