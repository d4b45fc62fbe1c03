"""Waiting until a ledger has grown: a look now and then at a file, word from the server on PostgreSQL."""

from __future__ import annotations

from threading import Event
from typing import Protocol

PAUSE = 0.2
"""Seconds between two looks at a file; a look is one cheap question to the database."""


class Subscription(Protocol):
    """How one waits for new events of a ledger."""

    def wait(self, stop: Event) -> None:
        """Returns when it is worth looking again, or soon after `stop` is set."""

    def close(self) -> None: ...


class PollingSubscription:
    """Of a file: nobody tells, so one looks."""

    def wait(self, stop: Event) -> None:
        stop.wait(PAUSE)

    def close(self) -> None:
        """Nothing is held."""
