"""A read-only connection to a ledger file, live or at rest."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from domain.base import reason
from ledger.errors import EnvironmentFault
from ledger.ports.append import CLOSED_PREFIX
from ledger.ports.session_role import SessionRole
from ledger.sqlite.read_statements import READ

AMONG = 500
"""How many values one statement takes: some builds of SQLite take no more than 999."""


class SqliteReadConnection:
    """How `ledger.event_store` reads an SQLite file."""

    statements = READ

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = _connect(path)

    def all(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, values).fetchall()

    def among(
        self, sql: str, values: Iterable[str | int], before: tuple[Any, ...] = ()
    ) -> Iterator[tuple[Any, ...]]:
        wanted = iter(values)
        while some := tuple(islice(wanted, AMONG)):
            yield from self.all(sql.format(",".join("?" * len(some))), (*before, *some))

    def each(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        return self.connection.execute(sql, values)

    def role(self) -> SessionRole:
        """Bound to nothing: whoever may open the file may do everything with it."""
        return SessionRole()

    def close(self) -> None:
        self.connection.close()

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    @contextlib.contextmanager
    def lenient(self) -> Iterator[None]:
        self.connection.text_factory = lambda data: data.decode("utf-8", "replace")
        try:
            yield
        finally:
            self.connection.text_factory = str

    def checkpoint(self) -> None:
        """Left for a later append when readers are at work, or when the disk has no room for it.

        What was recorded stands in the write-ahead file by then: it was not refused.
        """
        with (
            contextlib.suppress(sqlite3.OperationalError),
            contextlib.closing(sqlite3.connect(self.path, timeout=0)) as connection,
        ):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def closed_by(self) -> str | None:
        found = self.connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'closed'"
        ).fetchone()
        return (
            str(found[0]).partition(CLOSED_PREFIX)[2].rpartition("'")[0].replace("''", "'") if found else None
        )


def _connect(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise EnvironmentFault(reason("There is no ledger at {path}.", path=str(path)))
    # Read-only media cannot be opened as a live database: they do not change, so a plain reading will
    # do; with a write-ahead file beside it that would leave out the last records, so a copy is read.
    for address in (_live, _at_rest):
        try:
            connection = sqlite3.connect(address(path), uri=True, timeout=10)
            connection.execute("SELECT position FROM head").fetchone()
        except (sqlite3.OperationalError, OSError) as error:
            fault: Exception = error
            continue
        return connection
    raise EnvironmentFault(
        reason("The ledger at {path} cannot be opened: {detail}.", path=str(path), detail=str(fault))
    )


def _live(path: Path) -> str:
    """The address of a database that others may be writing."""
    return f"{path.resolve().as_uri()}?mode=ro"


def _at_rest(path: Path) -> str:
    """The address of a database that cannot be written; of a copy where its last records stand beside it."""
    if not has_wal(path):
        return f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    folder = Path(tempfile.mkdtemp(prefix="jejak-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in (path.name, f"{path.name}-wal"):
        shutil.copyfile(path.with_name(name), folder / name)
    return (folder / path.name).as_uri()


def has_wal(path: Path) -> bool:
    """True when records stand in the write-ahead file beside a database."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.is_file() and wal.stat().st_size > 0
