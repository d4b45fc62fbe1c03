"""Generations as files: one SQLite database each, and a pointer to today's in the folder of the views."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Table, create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from ledger.sqlite.reading import has_wal
from projections.storage.generation import (
    ATTEMPTS,
    WAIT_SECONDS,
    Built,
    Generation,
    UnwritableError,
    Values,
    key_order,
    key_places,
    new_suffix,
    tables,
)
from projections.views.base import metadata

POINTER = "current"
STALE_SECONDS = 3600
META = (
    """CREATE TABLE view_state (
    name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL, leaf BLOB NOT NULL,
    fault TEXT)""",
    """CREATE TABLE built (
    one INTEGER PRIMARY KEY, events INTEGER NOT NULL, seconds REAL NOT NULL, at TEXT NOT NULL)""",
)


class SqliteGeneration(Generation):
    """A generation in a file, or in memory without a path."""

    MARK = "?"

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self._connection, self.path = connection, path
        self.name = path.name if path else ":memory:"

    @property
    def connection(self) -> sqlite3.Connection:
        return self._connection

    def execute(self, sql: str, values: Values = ()) -> list[Values]:
        return self._connection.execute(sql, values).fetchall()

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        self._connection.executemany(insert_statement(table), rows)

    def delete(self, table: Table, streams: Sequence[str]) -> None:
        statement = f"DELETE FROM {table.name} WHERE stream = ?"
        self._connection.executemany(statement, [(stream,) for stream in streams])

    def by_key(self, table: Table) -> Iterator[tuple[Values, Values]]:
        places = key_places(table)
        for row in self._connection.execute(f"SELECT * FROM {table.name} ORDER BY {key_order(table)}"):
            yield tuple(row[at] for at in places), row

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise UnwritableError(str(error)) from error
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    def begin(self) -> None:
        self._connection.execute("BEGIN")

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def built(self) -> Built | None:
        try:
            return super().built()
        except sqlite3.OperationalError:
            # A file of an earlier release has no such table.
            return None

    def replaced(self) -> bool:
        return self.path is not None and current(self.path.parent) != self.path

    def size(self) -> int:
        # The file itself may be gone by now.
        pages, size = (self.execute(f"PRAGMA {name}")[0][0] for name in ("page_count", "page_size"))
        return int(pages * size)

    def queries(self) -> Connection:
        engine = create_engine(
            "sqlite://", creator=lambda: self._connection, poolclass=StaticPool, hide_parameters=True
        )
        return engine.connect()

    def close(self) -> None:
        self._connection.close()


@dataclass(frozen=True)
class SqliteGenerationStore:
    """The folder of the views; it may be deleted at any time."""

    folder: Path

    def where(self, name: str) -> str:
        return str(self.folder / name)

    def today(self, wait: float = WAIT_SECONDS) -> SqliteGeneration | None:
        for _attempt in range(ATTEMPTS):
            path = current(self.folder)
            found = self._opened(path, wait) if path else None
            if found or path == current(self.folder):
                return found
        return None

    def _opened(self, path: Path, wait: float) -> SqliteGeneration | None:
        """The file, or None when it is gone or no database any more: views may be thrown away."""
        writable = os.access(path, os.W_OK) and os.access(self.folder, os.W_OK)
        # Without rights to write, rows that only stand in the write-ahead file could not be read.
        complete = writable or not has_wal(path)
        raw = None
        try:
            raw = _connect(path, writable=writable, wait=wait)
            with contextlib.suppress(sqlite3.OperationalError):
                raw.execute("SELECT count(*) FROM view_state").fetchone()
        except sqlite3.DatabaseError:
            if raw:
                raw.close()
            return None
        # The file goes before its write-ahead file: while it is there, both were read.
        if not path.is_file():
            raw.close()
            return None
        found = SqliteGeneration(raw, path)
        found.complete = complete
        return found

    def writable(self) -> bool:
        return os.access(self.folder if self.folder.exists() else self.folder.parent, os.W_OK)

    def new(self) -> str:
        return f"generation-{new_suffix()}.db"

    @contextlib.contextmanager
    def building(self, name: str) -> Iterator[SqliteGeneration]:
        began = time.monotonic()
        self.folder.mkdir(parents=True, exist_ok=True)
        with building(self.folder / name) as made:
            yield made
        self._finish(made, began)

    @contextlib.contextmanager
    def copying(self, name: str, source: Generation) -> Iterator[SqliteGeneration]:
        began = time.monotonic()
        path = self.folder / name
        try:
            with self._opened_bare(path) as made:
                source.connection.backup(made.connection)
                made.connection.execute("BEGIN")
                yield made
                made.connection.execute("COMMIT")
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        self._finish(made, began)

    def _finish(self, made: SqliteGeneration, began: float) -> None:
        with self._opened_bare(self.folder / made.name) as again:
            again.set_built(made.folded, began)
        self._switch(made.name)

    @contextlib.contextmanager
    def _opened_bare(self, path: Path) -> Iterator[SqliteGeneration]:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as raw:
            yield SqliteGeneration(raw, path)

    def part(self, name: str, number: int) -> contextlib.AbstractContextManager[SqliteGeneration]:
        return building(self._part(name, number), finished=False)

    def _part(self, name: str, number: int) -> Path:
        return self.folder / f"{name}-{number}.part"

    def folded(self, name: str, number: int) -> contextlib.AbstractContextManager[SqliteGeneration]:
        """A part that is finished, for reading."""
        return self._opened_bare(self._part(name, number))

    def lay_behind(self, building: Generation, number: int) -> None:
        part = self._part(building.name, number)
        connection = building.connection
        connection.execute("COMMIT")
        connection.execute("ATTACH DATABASE ? AS part", (str(part),))
        try:
            connection.execute("BEGIN")
            for table in tables():
                connection.execute(f"INSERT INTO main.{table.name} SELECT * FROM part.{table.name}")
            connection.execute("COMMIT")
        finally:
            connection.execute("DETACH DATABASE part")
        part.unlink()
        connection.execute("BEGIN")

    def sweep(self, name: str) -> None:
        """Takes away the parts of a generation whose building ended."""
        for part in self.folder.glob(f"{name}-*.part"):
            part.unlink(missing_ok=True)

    def _switch(self, name: str) -> None:
        """Makes a generation today's.

        Others may be building at the same time: of files that are not the one replaced, only those go that
        nobody wrote to for an hour.
        """
        before = current(self.folder)
        part = self.folder / f"{POINTER}.part-{secrets.token_hex(4)}"
        part.write_text(name, encoding="utf-8")
        part.replace(self.folder / POINTER)
        # A database goes before its write-ahead file: readers rely on it.
        for old in sorted(self.folder.glob("generation-*")):
            # On Windows a file that a reader has open stays until a later switch.
            with contextlib.suppress(OSError):
                if not old.name.startswith(name) and (_belongs(old, before) or _stale(old)):
                    old.unlink()


def current(folder: Path) -> Path | None:
    """The file of today's generation; None where there is none."""
    name, before = _pointed(folder), ""
    # A file that is gone was replaced while the pointer was read: the pointer then names the next.
    while name and name != before:
        if (path := folder / name).is_file():
            return path
        name, before = _pointed(folder), name
    return None


def _pointed(folder: Path) -> str:
    try:
        return (folder / POINTER).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _belongs(file: Path, generation: Path | None) -> bool:
    return generation is not None and file.name.startswith(generation.name)


def _stale(file: Path) -> bool:
    return time.time() - file.stat().st_mtime > STALE_SECONDS


def _connect(path: Path, *, writable: bool, wait: float) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?{'mode=rw' if writable else 'mode=ro&immutable=1'}"
    raw = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=wait, check_same_thread=False)
    raw.execute("PRAGMA synchronous=NORMAL")
    return raw


@contextlib.contextmanager
def building(path: Path | None, *, finished: bool = True) -> Iterator[SqliteGeneration]:
    """A generation for bulk writing: in memory without a path; a failed build leaves no file.

    Without `finished` it makes a part of a generation, without indexes and not yet safe on disk.
    """
    connection = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        for statement in (*_statements()[0], *META):
            connection.execute(statement)
        connection.execute("BEGIN")
        yield SqliteGeneration(connection, path)
        if finished:
            # Once the rows are there: several times cheaper than keeping indexes row by row.
            for statement in _statements()[1]:
                connection.execute(statement)
        connection.execute("COMMIT")
        if path and not finished:
            connection.close()
        elif path:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.close()
            _settle(path)
    except BaseException:
        connection.close()
        if path:
            path.unlink(missing_ok=True)
        raise


def _settle(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


@cache
def _statements() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What makes the tables of all views, and what makes their indexes."""
    dialect = sqlite.dialect()
    every = metadata.sorted_tables
    indexes = [index for table in every for index in sorted(table.indexes, key=lambda one: str(one.name))]
    return (
        tuple(str(CreateTable(table).compile(dialect=dialect)) for table in every),
        tuple(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes),
    )


@cache
def insert_statement(table: Table) -> str:
    """An insert of all columns in order."""
    return f"INSERT INTO {table.name} VALUES ({','.join('?' * len(table.columns))})"
