"""What `ledger.event_store` needs of a database, and which one an address means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from ledger.ports.read_statements import ReadStatements
from ledger.ports.session_role import SessionRole
from ledger.sqlite.reading import SqliteReadConnection


class Head(NamedTuple):
    """The last position, when it was recorded, and the frontier of the proof tree."""

    position: int
    recorded_at: str
    frontier: bytes


class ReadConnection(Protocol):
    """A read-only connection to one kind of database."""

    statements: ReadStatements
    """What it can be asked, in the words of its database."""

    @property
    def connection(self) -> Any:
        """The database's own connection."""

    def all(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""

    def among(
        self, sql: str, values: Iterable[str | int], before: tuple[Any, ...] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement for many values, asked many at a time; `before` are its other values."""

    def each(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a large statement one by one; nothing else is read until the last was taken."""

    def snapshot(self) -> AbstractContextManager[None]: ...

    def lenient(self) -> AbstractContextManager[None]: ...

    def checkpoint(self) -> None: ...

    def closed_by(self) -> str | None: ...

    def role(self) -> SessionRole: ...

    def close(self) -> None: ...


def is_url(place: object) -> bool:
    """True for the address of a PostgreSQL database."""
    return isinstance(place, str) and place.startswith(("postgresql://", "postgres://"))


def open_read_connection(place: Path | str) -> ReadConnection:
    """The connection that reads a ledger file or a database; PostgreSQL is imported only when it is named."""
    if not is_url(place):
        return SqliteReadConnection(Path(place))
    from ledger.postgres.reading import PostgresReadConnection

    return PostgresReadConnection(str(place))
