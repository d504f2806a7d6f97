"""How stylesheets and scripts are stored: under a name made from their content, compressed."""

import re
from collections.abc import Callable
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

OF_PACKAGES = ("account/", "admin/", "django_htmx/")


class Storage(CompressedManifestStaticFilesStorage):
    # Without it one module would import another under its plain name, and a phone could run a
    # new module with an old one out of its cache.
    support_js_module_import_aggregation = True

    def url_converter(
        self, name: str, hashed_files: Any, template: str | None = None
    ) -> Callable[[re.Match[str]], str]:
        """Leave the scripts of packages alone: django-htmx's import what only its build knows."""
        if name.endswith(".js") and name.startswith(OF_PACKAGES):
            return lambda match: match["matched"]
        return super().url_converter(name, hashed_files, template)
