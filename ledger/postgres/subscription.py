"""Waiting for a ledger on PostgreSQL to grow: each append notifies those who listen."""

from __future__ import annotations

from threading import Event

import psycopg

from ledger.ports.subscription import PollingSubscription, Subscription
from ledger.postgres.reading import open_connection, translated_errors

CHANNEL = "stored_events"
"""What the library's recorder notifies: the name of its events table."""
LONGEST_WAIT = 1.0
"""Seconds until it looks without word: a stop is heeded, and a dead connection found, within them."""


def subscribe(url: str) -> Subscription:
    """Word of the server; of a read replica, on which nobody can listen, a look now and then."""
    try:
        return ListeningSubscription(url)
    except psycopg.errors.ReadOnlySqlTransaction:
        return PollingSubscription()


class ListeningSubscription:
    """Word of the server, on a connection of its own. Listens from the moment it is made.

    Raises LostConnectionError, when made and while it waits, where the server does not answer.
    """

    def __init__(self, url: str) -> None:
        with translated_errors(psycopg.errors.ReadOnlySqlTransaction):
            self._connection = open_connection(url)
            try:
                self._connection.execute(f"LISTEN {CHANNEL}")
            except psycopg.Error:
                self._connection.close()
                raise

    def wait(self, stop: Event) -> None:
        if not stop.is_set():
            self.wait_for_append(LONGEST_WAIT)

    def wait_for_append(self, seconds: float) -> bool:
        """Waits for word of an append, at most so long; what came since the last time counts too."""
        with translated_errors():
            words = list(self._connection.notifies(timeout=seconds, stop_after=1))
        return bool(words)

    def close(self) -> None:
        self._connection.close()
