"""The one exception that the server's start knows."""


class StartError(Exception):
    """Say in one sentence what is in the way, and in the next what to do."""
