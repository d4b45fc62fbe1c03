"""A generation: one file with the rows of every view at their positions, and the pointer to today's."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from projections.base import metadata
from projections.views import VIEWS

POINTER = "current"
STALE_SECONDS = 3600
META = """CREATE TABLE view_state (
    name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL, leaf BLOB NOT NULL,
    fault TEXT)"""
BUILT = """CREATE TABLE built (
    one INTEGER PRIMARY KEY, events INTEGER NOT NULL, seconds REAL NOT NULL, at TEXT NOT NULL)"""


class ViewState(NamedTuple):
    """How far a view is folded: its version, its position, and the proof leaf of the event there."""

    name: str
    version: int
    position: int
    leaf: bytes
    fault: str | None = None
    """Why the view stopped (`projections.poison`), or None."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Makes the empty tables of all views, still without their indexes."""
    for statement in _statements()[0]:
        connection.execute(statement)
    connection.execute(META)
    connection.execute(BUILT)


def create_indexes(connection: sqlite3.Connection) -> None:
    """Makes the indexes once the rows are there: several times cheaper than keeping them row by row."""
    for statement in _statements()[1]:
        connection.execute(statement)


@cache
def _statements() -> tuple[tuple[str, ...], tuple[str, ...]]:
    dialect = sqlite.dialect()
    tables = metadata.sorted_tables
    indexes = [index for table in tables for index in sorted(table.indexes, key=lambda one: str(one.name))]
    return (
        tuple(str(CreateTable(table).compile(dialect=dialect)) for table in tables),
        tuple(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes),
    )


def insert_statement(table: Table) -> str:
    """An insert of all columns in order."""
    return f"INSERT INTO {table.name} VALUES ({','.join('?' * len(table.columns))})"


def states(connection: sqlite3.Connection) -> dict[str, ViewState]:
    """The state of every view in a generation."""
    rows = connection.execute("SELECT name, version, position, leaf, fault FROM view_state")
    return {row[0]: ViewState(*row) for row in rows}


def set_state(
    connection: sqlite3.Connection, views: Iterable[ModuleType], position: int, leaf: bytes
) -> None:
    """Records how far views are folded; in the same transaction as their rows."""
    connection.executemany(
        "INSERT OR REPLACE INTO view_state VALUES (?,?,?,?,NULL)",
        [(view.NAME, view.VERSION, position, leaf) for view in views],
    )


def set_fault(connection: sqlite3.Connection, view: ModuleType, fault: str) -> None:
    """Records why a view stopped; it stays at the position that it had, or at none."""
    statement = """INSERT INTO view_state VALUES (?,?,0,x'',?)
        ON CONFLICT (name) DO UPDATE SET fault = excluded.fault"""
    connection.execute(statement, (view.NAME, view.VERSION, fault))


def reached(connection: sqlite3.Connection) -> int:
    """The position that every view has reached that did not stop; 0 where all did."""
    return min((state.position for state in states(connection).values() if not state.fault), default=0)


class Built(NamedTuple):
    """The last rebuild of a generation: events folded, seconds, and the instant at which it ended."""

    events: int
    seconds: float
    at: str


def set_built(connection: sqlite3.Connection, events: int, seconds: float) -> None:
    """Records the last rebuild: for people only, no answer depends on it."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("INSERT OR REPLACE INTO built VALUES (1,?,?,?)", (events, seconds, at))


def built(connection: sqlite3.Connection) -> Built | None:
    """The last rebuild of a generation; None for one of an earlier release."""
    try:
        found = connection.execute("SELECT events, seconds, at FROM built").fetchone()
    except sqlite3.OperationalError:
        return None
    return Built(*found) if found else None


def clear(connection: sqlite3.Connection, table: Table, prefix: str) -> None:
    """Takes out all rows of a table, or those of the streams whose id begins with a prefix."""
    if not prefix:
        connection.execute(f"DELETE FROM {table.name}")
        return
    following = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    connection.execute(f"DELETE FROM {table.name} WHERE stream >= ? AND stream < ?", (prefix, following))


def lay_behind(connection: sqlite3.Connection, part: Path) -> None:
    """Copies the rows of a part, whose streams come after all that are there."""
    connection.execute("ATTACH DATABASE ? AS part", (str(part),))
    try:
        connection.execute("BEGIN")
        for table in metadata.sorted_tables:
            connection.execute(f"INSERT INTO main.{table.name} SELECT * FROM part.{table.name}")
        connection.execute("COMMIT")
    finally:
        connection.execute("DETACH DATABASE part")


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


def new_path(folder: Path) -> Path:
    """The file of a generation to come."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"generation-{secrets.token_hex(6)}.db"


def switch(folder: Path, path: Path) -> None:
    """Makes a finished generation today's, at once for all later readers, and clears away the old.

    Others may be building at the same time: of files that are not the one replaced, only those go that
    nobody wrote to for an hour.
    """
    before = current(folder)
    part = folder / f"{POINTER}.part-{secrets.token_hex(4)}"
    part.write_text(path.name, encoding="utf-8")
    part.replace(folder / POINTER)
    # A database goes before its write-ahead file: readers rely on it.
    for old in sorted(folder.glob("generation-*")):
        # On Windows a file that a reader has open stays until a later switch.
        with contextlib.suppress(OSError):
            if not old.name.startswith(path.name) and (_belongs(old, before) or _stale(old)):
                old.unlink()


def _belongs(file: Path, generation: Path | None) -> bool:
    return generation is not None and file.name.startswith(generation.name)


def _stale(file: Path) -> bool:
    return time.time() - file.stat().st_mtime > STALE_SECONDS


@contextlib.contextmanager
def building(path: Path | None, *, finished: bool = True) -> Iterator[sqlite3.Connection]:
    """A connection for bulk writing: in memory without a path; a failed build leaves no file.

    Without `finished` it makes a part of a generation, without indexes and not yet safe on disk.
    """
    connection = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA temp_store=MEMORY")
        create_tables(connection)
        connection.execute("BEGIN")
        yield connection
        if finished:
            create_indexes(connection)
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


def delete_rows(connection: sqlite3.Connection, views: Iterable[ModuleType], stream: str) -> None:
    """Takes out the rows of one stream before they are folded again."""
    for view in views:
        for table in view.TABLES:
            connection.execute(f"DELETE FROM {table.name} WHERE stream = ?", (stream,))


def views_of(kind: str) -> tuple[ModuleType, ...]:
    """The views that fold streams of a kind."""
    return tuple(view for view in VIEWS if kind == view.KIND)


def rows_of(connection: sqlite3.Connection, table: Table) -> list[tuple[Any, ...]]:
    """All rows of a table in an order that does not depend on how they were written."""
    order = ",".join(str(at) for at in range(1, len(table.columns) + 1))
    return connection.execute(f"SELECT * FROM {table.name} ORDER BY {order}").fetchall()


def by_key(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Key and row of every row, in the order of the keys in which the table lies."""
    keys = [column.name for column in table.primary_key.columns]
    places = [list(table.columns.keys()).index(name) for name in keys]
    order = ",".join(f'"{name}"' for name in keys)
    for row in connection.execute(f"SELECT * FROM {table.name} ORDER BY {order}"):
        yield tuple(row[at] for at in places), row
