"""Serve the app with the production server, after checking all that it stands on."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from hipthrust.server import network
from hipthrust.server.database import prepare_database, release_database
from hipthrust.server.errors import StartError
from hipthrust.server.secret_key import keep_secret_key, require_secret_key
from hipthrust.server.static import collect_changed_static
from hipthrust.server.web import WebServer

RUNNING = """
The app is running.

  on this computer   http://localhost:{port}"""
FOR_PHONES = """  on a phone         {addresses}

Everybody in this network can open it. To keep it to this computer: BIND=127.0.0.1 make run
Over plain http a phone does everything but two things, which will need https: opening the app
without reception, and keeping the screen awake."""
TO_STOP = "\nCtrl-C stops it."


class Command(BaseCommand):
    help = "Check the database, bring it up to date, and serve the app."
    # The tests run the checks; here they would only slow down the start.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--at-home",
            action="store_true",
            help="make a secret key, answer to this machine's own addresses, and print them",
        )
        parser.add_argument("--demo", action="store_true", help="fill in the demo account first")

    def handle(self, *args: Any, at_home: bool, demo: bool, **options: Any) -> None:
        try:
            address, port = network.chosen_address(), network.chosen_port()
            network.refuse_taken_port(address, port)
            self.prepare(at_home=at_home)
        except StartError as error:
            sys.exit(str(error))
        # Who restarts now and then needs nothing else to forget what was deleted long ago, and
        # sign-ins that have run out.
        call_command("purge", verbosity=0)
        call_command("clearsessions")
        if demo:
            call_command("demo")
        release_database()
        WebServer(
            address,
            port,
            processes=settings.WEB_PROCESSES,
            threads=settings.WEB_THREADS,
            announce=lambda: self.announce(address, port, at_home=at_home),
        ).run()

    def prepare(self, *, at_home: bool) -> None:
        """Set up the secret key, the hosts, the database and the static files."""
        if at_home:
            settings.ALLOWED_HOSTS += network.own_hosts()
        if at_home and not settings.LASTING_SECRET_KEY:
            settings.SECRET_KEY = keep_secret_key(settings.SECRET_KEY_FILE)
        else:
            require_secret_key()
        prepare_database()
        collect_changed_static()

    def announce(self, address: str, port: int, *, at_home: bool) -> None:
        """Say where the app is; who stands behind a proxy asks elsewhere."""
        if at_home and not settings.HTTPS:
            self.stdout.write(RUNNING.format(port=port))
            if address == network.ALL_ADDRESSES:
                self.stdout.write(FOR_PHONES.format(addresses=phone_addresses(port)))
            self.stdout.write(TO_STOP)
        else:
            self.stdout.write(f"Serving on {address}:{port}.")
        self.stdout.flush()


def phone_addresses(port: int) -> str:
    """List what to type on a phone, one below the other."""
    found = [f"http://{address}:{port}" for address in network.phone_addresses()]
    return f"\n{' ' * 21}".join(found) or "this computer is in no network now"
