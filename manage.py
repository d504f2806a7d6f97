#!/usr/bin/env python
"""Run Django's command line for this project."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hipthrust.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # A mistyped variable is told in one line; a traceback would bury it.
        sys.exit(str(error))


if __name__ == "__main__":
    main()
