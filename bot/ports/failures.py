"""What may go wrong behind a port, in the words that the use cases catch."""

from __future__ import annotations


class NoticeFailed(Exception):
    """The mail server did not take a notice; it will be tried again."""


class RasaUnavailable(Exception):
    """Rasa cannot be reached, or refused what the console asked of it. Nothing was said or changed; try again."""


class Conflict(Exception):
    """Somebody else changed this since it was read; read it again."""


class ReferenceTaken(Exception):
    """Another case has this reference; draw another."""


class StoreBusy(Exception):
    """The store is locked or cannot be reached. Nothing was changed; the same call may be tried again."""
