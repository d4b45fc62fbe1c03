"""Waiting for a ledger on PostgreSQL to grow: each append notifies those who listen."""

from __future__ import annotations

from threading import Event

from ledger.postgres_reading import open_connection, translated

CHANNEL = "stored_events"
"""What the library's recorder notifies: the name of its events table."""
LONGEST = 1.0
"""Seconds until it looks without word: a stop is heeded, and a dead connection found, within them."""


class Listening:
    """Word of the server, on a connection of its own. Listens from the moment it is made.

    Raises LostConnectionError, when made and while it waits, where the server does not answer.
    """

    def __init__(self, url: str) -> None:
        with translated():
            self._connection = open_connection(url)
            self._connection.execute(f"LISTEN {CHANNEL}")

    def wait(self, stop: Event) -> None:
        if not stop.is_set():
            self.told(LONGEST)

    def told(self, seconds: float) -> bool:
        """Waits for word of an append, at most so long; what came since the last time counts too."""
        with translated():
            words = list(self._connection.notifies(timeout=seconds, stop_after=1))
        return bool(words)

    def close(self) -> None:
        self._connection.close()
