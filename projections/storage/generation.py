"""A generation: the rows of every view at their positions. A store: where they lie, and which is today's.

Everything here is the same for a file and for a schema of a database; `projections.storage.sqlite` and
`projections.storage.postgres` hold what differs.
"""

from __future__ import annotations

import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, ClassVar, NamedTuple, Protocol

from sqlalchemy import Connection, Table

from domain.base import reason
from ledger.errors import EnvironmentFault
from projections.views import VIEWS

WAIT_SECONDS = 1.0
"""How long a reading command waits for the lock of the views before it answers without catching up."""
ATTEMPTS = 5
"""How often a generation may be replaced by others while it is being opened."""
Values = tuple[Any, ...]


class UnwritableError(EnvironmentFault):
    """The views cannot be written now: another process holds their lock, or this one may only read."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            reason("The views cannot be written now: {detail}.", detail=detail.strip()),
            reason("Wait until the other command ends, or ask the owner for the rights of a writer."),
        )


class ViewState(NamedTuple):
    """How far a view is folded: its version, its position, and the proof leaf of the event there."""

    name: str
    version: int
    position: int
    leaf: bytes
    fault: str | None = None
    """Why the view stopped (`projections.runner.projection_fault`), or None."""


class Built(NamedTuple):
    """The last rebuild of a generation: events folded, seconds, and the instant at which it ended."""

    events: int
    seconds: float
    at: str


class Generation(ABC):
    """One generation, open: its rows, and how far each view is folded.

    Statements name tables without their schema.
    """

    MARK: ClassVar[str]
    """What stands for a value in a statement of this database."""

    name: str
    folded = 0
    """Events that were folded while it was built."""
    complete = True
    """False when rows may be there that this process cannot see: no answer may come from it."""

    @property
    @abstractmethod
    def connection(self) -> Any:
        """The database's own connection."""

    @abstractmethod
    def execute(self, sql: str, values: Values = ()) -> list[Values]:
        """Runs one statement; returns its rows."""

    @abstractmethod
    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Adds many rows, all columns in order."""

    @abstractmethod
    def delete(self, table: Table, streams: Sequence[str]) -> None:
        """Takes out the rows of streams before they are folded again."""

    @abstractmethod
    def by_key(self, table: Table) -> Iterator[tuple[Values, Values]]:
        """Key and row of every row, in the order of the keys; nothing else is read until the last."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """A transaction under the lock of those who write. Raises UnwritableError without it."""

    @abstractmethod
    def begin(self) -> None:
        """Begins a transaction that sees one moment until the generation is closed."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[None]:
        """All reads inside see one moment."""

    @abstractmethod
    def replaced(self) -> bool:
        """True when another generation became today's."""

    @abstractmethod
    def size(self) -> int:
        """Bytes that it takes."""

    @abstractmethod
    def queries(self) -> Connection:
        """The connection as SQLAlchemy has it, for queries over the tables of the views."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of it."""

    def states(self) -> dict[str, ViewState]:
        """The state of every view."""
        rows = self.execute("SELECT name, version, position, leaf, fault FROM view_state")
        return {row[0]: ViewState(*row) for row in rows}

    def set_state(self, views: Iterable[ModuleType], position: int, leaf: bytes) -> None:
        """Records how far views are folded; in the same transaction as their rows."""
        for view in views:
            self._set(ViewState(view.NAME, view.VERSION, position, leaf))

    def set_fault(self, view: ModuleType, fault: str) -> None:
        """Records why a view stopped; it stays at the position that it had, or at none."""
        state = self.states().get(view.NAME) or ViewState(view.NAME, view.VERSION, 0, b"")
        self._set(state._replace(fault=fault))

    def _set(self, state: ViewState) -> None:
        self.execute(f"DELETE FROM view_state WHERE name = {self.MARK}", (state.name,))
        self.execute(f"INSERT INTO view_state VALUES ({','.join([self.MARK] * len(state))})", state)

    def reached(self) -> int:
        """The position that every view has reached that did not stop; 0 where all did."""
        return min((state.position for state in self.states().values() if not state.fault), default=0)

    def set_built(self, events: int, began: float) -> None:
        """Records the rebuild that began at an instant of the monotonic clock.

        It is for people only: no answer depends on it.
        """
        seconds = time.monotonic() - began
        at = datetime.now(UTC).isoformat(timespec="seconds")
        self.execute("DELETE FROM built")
        self.execute(
            f"INSERT INTO built VALUES (1,{self.MARK},{self.MARK},{self.MARK})", (events, seconds, at)
        )

    def built(self) -> Built | None:
        """The last rebuild; None while there was none."""
        found = self.execute("SELECT events, seconds, at FROM built")
        return Built(*found[0]) if found else None

    def clear(self, table: Table, prefix: str) -> None:
        """Takes out all rows of a table, or those of the streams whose id begins with a prefix."""
        if not prefix:
            self.execute(f"DELETE FROM {table.name}")
            return
        following = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        self.execute(
            f"DELETE FROM {table.name} WHERE stream >= {self.MARK} AND stream < {self.MARK}",
            (prefix, following),
        )

    def rows(self, table: Table) -> list[Values]:
        """All rows of a table in an order that does not depend on how they were written."""
        # Unasked, one database puts nulls first and the other last.
        order = ",".join(f"{at} NULLS FIRST" for at in range(1, len(table.columns) + 1))
        return self.execute(f"SELECT * FROM {table.name} ORDER BY {order}")

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        return int(self.execute(f"SELECT count(*) FROM {table.name}")[0][0])


class GenerationStore(Protocol):
    """Where the generations of one ledger lie."""

    def where(self, name: str) -> str:
        """A generation as people find it: a file, or a schema of a database."""

    def today(self, wait: float = WAIT_SECONDS) -> Generation | None:
        """Today's generation, open; None where there is none that can be read.

        `wait` is how many seconds it waits for the lock of those who write.
        """

    def writable(self) -> bool:
        """True when this process may make a generation."""

    def new(self) -> str:
        """The name of a generation to come."""

    def building(self, name: str) -> AbstractContextManager[Generation]:
        """A new generation for bulk writing, which becomes today's at the end.

        It is switched to at once for all later readers, and the old is cleared away. A build that fails
        leaves nothing behind.
        """

    def copying(self, name: str, source: Generation) -> AbstractContextManager[Generation]:
        """A new generation that begins as a copy of another at one moment; else as `building`."""

    def part(self, name: str, number: int) -> AbstractContextManager[Generation]:
        """For another process: where it folds its range of a generation that is being built."""

    def lay_behind(self, building: Generation, number: int) -> None:
        """Adds what another process folded as a part, all of whose streams come after those there."""

    def sweep(self, name: str) -> None:
        """Takes away what parts left of a generation whose building ended."""


def key_places(table: Table) -> list[int]:
    """Where in a row the columns of the key stand, in the order of the key."""
    names = list(table.columns.keys())
    return [names.index(column.name) for column in table.primary_key.columns]


def key_order(table: Table) -> str:
    """The columns of the key, for an ORDER BY."""
    return ",".join(f'"{column.name}"' for column in table.primary_key.columns)


def new_suffix() -> str:
    """What tells one generation from another: twelve hexadecimal digits."""
    return secrets.token_hex(6)


def tables() -> list[Table]:
    """The tables of all views, in an order of their own."""
    return [table for view in VIEWS for table in view.TABLES]
