"""The append section on SQLite: the library's recorder with our table layout, guards and proof."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from eventsourcing.persistence import IntegrityError, StoredEvent
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
)

from ledger import clock, proof
from ledger.errors import ClockBehindError, StaleDecisionError

LOCK_SECONDS = 10
AHEAD = timedelta(minutes=10)
START = "0001-01-01T00:00:00.000000Z"

TABLES = (
    """CREATE TABLE IF NOT EXISTS stored_events (
        rowid INTEGER NOT NULL UNIQUE, originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL, state BLOB NOT NULL, recorded_at TEXT NOT NULL, leaf BLOB NOT NULL,
        PRIMARY KEY (originator_id, originator_version)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS head (
        one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL,
        recorded_at TEXT NOT NULL, frontier BLOB NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS appends (
        first INTEGER PRIMARY KEY, last INTEGER NOT NULL, recorded_at TEXT NOT NULL,
        command_id TEXT UNIQUE)""",
    """CREATE TABLE IF NOT EXISTS reservations (
        key TEXT PRIMARY KEY, originator_id TEXT NOT NULL,
        originator_version INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS refs (
        target TEXT NOT NULL, originator_id TEXT NOT NULL,
        PRIMARY KEY (target, originator_id)) WITHOUT ROWID""",
)
GUARDS = (
    """CREATE TRIGGER IF NOT EXISTS events_insert BEFORE INSERT ON stored_events
        WHEN new.rowid IS NOT (SELECT coalesce(max(rowid), 0) + 1 FROM stored_events)
          OR new.rowid > (SELECT position FROM head)
          OR EXISTS (SELECT 1 FROM stored_events WHERE originator_id = new.originator_id
                     AND originator_version = new.originator_version)
        BEGIN SELECT RAISE(ABORT, 'jejak: an event stands at its next position, once'); END""",
    """CREATE TRIGGER IF NOT EXISTS events_update BEFORE UPDATE ON stored_events
        BEGIN SELECT RAISE(ABORT, 'jejak: events are never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS events_delete BEFORE DELETE ON stored_events
        BEGIN SELECT RAISE(ABORT, 'jejak: events are never deleted'); END""",
    """CREATE TRIGGER IF NOT EXISTS appends_insert BEFORE INSERT ON appends
        WHEN new.first IS NOT (SELECT coalesce(max(last), 0) + 1 FROM appends) OR new.last < new.first
          OR new.last > (SELECT position FROM head)
          OR EXISTS (SELECT 1 FROM appends WHERE command_id = new.command_id)
        BEGIN SELECT RAISE(ABORT, 'jejak: an append follows the last one, once'); END""",
    """CREATE TRIGGER IF NOT EXISTS appends_update BEFORE UPDATE ON appends
        BEGIN SELECT RAISE(ABORT, 'jejak: appends are never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS appends_delete BEFORE DELETE ON appends
        BEGIN SELECT RAISE(ABORT, 'jejak: appends are never deleted'); END""",
    """CREATE TRIGGER IF NOT EXISTS head_insert BEFORE INSERT ON head
        WHEN EXISTS (SELECT 1 FROM head)
        BEGIN SELECT RAISE(ABORT, 'jejak: there is one head'); END""",
    """CREATE TRIGGER IF NOT EXISTS head_update BEFORE UPDATE ON head
        WHEN new.position < old.position OR new.one <> 1
        BEGIN SELECT RAISE(ABORT, 'jejak: the head never falls'); END""",
    """CREATE TRIGGER IF NOT EXISTS head_delete BEFORE DELETE ON head
        BEGIN SELECT RAISE(ABORT, 'jejak: the head stays'); END""",
)
FIRST_HEAD = f"INSERT INTO head SELECT 1, 0, '{START}', x'' WHERE NOT EXISTS (SELECT 1 FROM head)"


@dataclass(frozen=True)
class Section:
    """What one append writes beside its events, and what its decision had read.

    `decided_at` is the position that the decision saw; when others appended since, the append goes on
    only if they touched nothing of `read` and refer to nothing of `touched`.
    """

    command_id: str | None = None
    reserve: Sequence[tuple[str, str, int]] = ()
    release: Iterable[str] = ()
    refs: Iterable[tuple[str, str]] = ()
    """Pairs (target, referring stream)."""
    decided_at: int | None = None
    read: frozenset[str] = field(default_factory=frozenset)
    touched: frozenset[str] = field(default_factory=frozenset)
    head_time: bool = False


class _Pool(SQLiteConnectionPool):
    def _create_connection(self) -> SQLiteConnection:
        connection = super()._create_connection()
        raw = connection._sqlite_conn
        # FULL is not every build's default in WAL mode; NORMAL could lose an acknowledged append.
        raw.execute("PRAGMA synchronous=FULL")
        if raw.execute("PRAGMA synchronous").fetchone()[0] != 2:
            raise sqlite3.OperationalError("synchronous=FULL was refused")
        return connection


class Datastore(SQLiteDatastore):
    """The library's datastore with durable commits and a ten-second lock timeout."""

    def __init__(
        self,
        db_name: str,
        *,
        originator_id_type: Literal["uuid", "text"] = "text",
        pool_size: int = 2,
    ) -> None:
        super().__init__(db_name, originator_id_type=originator_id_type, lock_timeout=LOCK_SECONDS)
        self.pool.close()
        self.pool = _Pool(db_name=db_name, lock_timeout=LOCK_SECONDS, pool_size=pool_size)


class SqliteLog(SQLiteApplicationRecorder):
    """The append section. The lock is taken by its first statement, which hands out the positions."""

    def __init__(self, datastore: SQLiteDatastore, *, now: clock.Clock = clock.now) -> None:
        super().__init__(datastore)
        self.now = now
        self.insert_events_statement = (
            "INSERT INTO stored_events (rowid, originator_id, originator_version, topic, state, recorded_at,"
            " leaf) VALUES (?,?,?,?,?,?,?)"
        )

    def construct_create_table_statements(self) -> list[str]:
        return [*TABLES, *GUARDS, FIRST_HEAD]

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        section: Section | None = None,
        **_: Any,
    ) -> Sequence[int]:
        """Appends the events and what `section` adds; returns their positions.

        Raises ClockBehindError, StaleDecisionError, and IntegrityError where a stream's version, a
        reservation or the command id is already there.
        """
        if not stored_events:
            return []
        section = section or Section()
        c.execute(
            "UPDATE head SET position = position + ? RETURNING position, recorded_at, frontier",
            (len(stored_events),),
        )
        position, head_at, frontier = c.fetchone()
        before = position - len(stored_events)
        recorded_at = self._time(head_at, section)
        if section.decided_at is not None and section.decided_at != before:
            _refuse_stale(c, section)
        rows = _rows(stored_events, before, recorded_at)
        c.executemany(self.insert_events_statement, rows)
        c.execute(
            "INSERT INTO appends VALUES (?,?,?,?)", (before + 1, position, recorded_at, section.command_id)
        )
        _side_rows(c, section)
        c.execute(
            "UPDATE head SET recorded_at = ?, frontier = ?",
            (recorded_at, proof.extend(frontier, before, (row[6] for row in rows))),
        )
        return list(range(before + 1, position + 1))

    def _time(self, head_at: str, section: Section) -> str:
        clock_now = self.now()
        text = clock.stamp(clock_now)
        if head_at > text and not section.head_time and clock.moment(head_at) - clock_now > AHEAD:
            raise ClockBehindError(text, head_at)
        return max(text, head_at)


def _rows(
    stored: Sequence[StoredEvent], before: int, at: str
) -> list[tuple[int, str, int, str, bytes, str, bytes]]:
    rows = []
    for position, event in enumerate(stored, before + 1):
        stream = event.originator_id if isinstance(event.originator_id, str) else event.originator_id.hex
        version, topic, state = event.originator_version, event.topic, event.state
        leaf = proof.leaf_hash(stream, version, topic, position, at, state)
        rows.append((position, stream, version, topic, state, at, leaf))
    return rows


def _side_rows(c: SQLiteCursor, section: Section) -> None:
    released = [(key,) for key in section.release]
    if released:
        c.executemany("DELETE FROM reservations WHERE key = ?", released)
    if section.reserve:
        c.executemany("INSERT INTO reservations VALUES (?,?,?)", section.reserve)
    refs = list(section.refs)
    if refs:
        c.executemany("INSERT OR IGNORE INTO refs VALUES (?,?)", refs)


def _refuse_stale(c: SQLiteCursor, section: Section) -> None:
    c.execute("SELECT DISTINCT originator_id FROM stored_events WHERE rowid > ?", (section.decided_at,))
    newer = {row[0] for row in c.fetchall()}
    if newer & (section.read | section.touched):
        raise StaleDecisionError
    for stream in newer:
        c.execute("SELECT target FROM refs WHERE originator_id = ?", (stream,))
        if any(row[0] in section.touched for row in c.fetchall()):
            raise StaleDecisionError


def is_conflict(error: Exception) -> bool:
    """True for the library's error that a row, key or command id is already there."""
    return isinstance(error, IntegrityError)
