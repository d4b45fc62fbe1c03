"""The append section on SQLite: the library's recorder with our table layout, guards and proof."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
)

from ledger import clock
from ledger.ports.append import (
    LOCK_SECONDS,
    START,
    Append,
    AppendRequest,
    AppendStatements,
    EventRow,
    MergedRun,
    append,
)

# Clustered by stream, since nearly all reading is by stream; the position has an index of its own.
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
# INSERT OR REPLACE takes the old row out without asking the trigger of deletion: that of insertion refuses
# it. IS NOT also refuses null, which every other comparison lets through.
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
# Made by the first merge: most ledgers never see one.
MERGED = (
    """CREATE TABLE IF NOT EXISTS merged_from (
        first INTEGER PRIMARY KEY, last INTEGER NOT NULL, recorded_at TEXT NOT NULL, origin TEXT NOT NULL,
        origin_first INTEGER NOT NULL, origin_last INTEGER NOT NULL, frontier BLOB NOT NULL,
        root TEXT NOT NULL, regions TEXT NOT NULL, checkpoint TEXT, verifier TEXT,
        UNIQUE (origin, origin_first))""",
    """CREATE TRIGGER IF NOT EXISTS merged_update BEFORE UPDATE ON merged_from
        BEGIN SELECT RAISE(ABORT, 'jejak: what was merged is never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS merged_delete BEFORE DELETE ON merged_from
        BEGIN SELECT RAISE(ABORT, 'jejak: what was merged is never deleted'); END""",
)
INSERT_EVENT = (
    "INSERT INTO stored_events (rowid, originator_id, originator_version, topic, state, recorded_at, leaf)"
    " VALUES (?,?,?,?,?,?,?)"
)
FIRST_HEAD = f"INSERT INTO head SELECT 1, 0, '{START}', x'' WHERE NOT EXISTS (SELECT 1 FROM head)"


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
        # The pool that the library made does not set what ours sets.
        self.pool.close()
        self.pool = _Pool(db_name=db_name, lock_timeout=LOCK_SECONDS, pool_size=pool_size)


class SqliteRecorder(SQLiteApplicationRecorder):
    """The append section. The lock is taken by its first statement, which hands out the positions."""

    def __init__(self, datastore: SQLiteDatastore, *, now: clock.Clock = clock.now) -> None:
        super().__init__(datastore)
        self.now = now
        self.insert_events_statement = INSERT_EVENT

    def construct_create_table_statements(self) -> list[str]:
        return [*TABLES, *GUARDS, FIRST_HEAD]

    @contextmanager
    def append_statements(self) -> Iterator[AppendStatements]:
        with self.datastore.transaction(commit=True) as cursor:
            yield SqliteAppendStatements(cursor)

    def close(self) -> None:
        self.datastore.close()

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        request: AppendRequest | None = None,
        **_: Any,
    ) -> Sequence[int]:
        """Appends in the recorder's transaction. IntegrityError where a key is there."""
        if not stored_events:
            return []
        return append(SqliteAppendStatements(c), stored_events, request or AppendRequest(), self.now)


class SqliteAppendStatements:
    """The statements of an append, on the cursor of its transaction."""

    def __init__(self, cursor: SQLiteCursor) -> None:
        self.cursor = cursor

    def take(self, count: int) -> tuple[int, str, bytes]:
        self.cursor.execute(
            "UPDATE head SET position = position + ? RETURNING position, recorded_at, frontier", (count,)
        )
        position, recorded_at, frontier = self.cursor.fetchone()
        return position, recorded_at, frontier

    def put_events(self, rows: Sequence[EventRow]) -> None:
        self.cursor.executemany(INSERT_EVENT, rows)

    def put_appends(self, rows: Sequence[Append]) -> None:
        self.cursor.executemany("INSERT INTO appends VALUES (?,?,?,?)", rows)

    def release(self, keys: Sequence[str]) -> None:
        self.cursor.executemany("DELETE FROM reservations WHERE key = ?", [(key,) for key in keys])

    def reserve(self, rows: Sequence[tuple[str, str, int]]) -> None:
        self.cursor.executemany("INSERT INTO reservations VALUES (?,?,?)", rows)

    def refer(self, rows: Sequence[tuple[str, str]]) -> None:
        self.cursor.executemany("INSERT OR IGNORE INTO refs VALUES (?,?)", rows)

    def put_head(self, recorded_at: str, frontier: bytes) -> None:
        self.cursor.execute("UPDATE head SET recorded_at = ?, frontier = ?", (recorded_at, frontier))

    def put_merged(self, runs: Sequence[MergedRun]) -> None:
        if not runs:
            return
        for statement in MERGED:
            self.cursor.execute(statement)
        self.cursor.executemany("INSERT INTO merged_from VALUES (?,?,?,?,?,?,?,?,?,?,?)", runs)

    def streams_after(self, position: int) -> set[str]:
        self.cursor.execute("SELECT DISTINCT originator_id FROM stored_events WHERE rowid > ?", (position,))
        return {row[0] for row in self.cursor.fetchall()}

    def targets_of(self, streams: Sequence[str]) -> set[str]:
        found: set[str] = set()
        # One by one: some builds of SQLite take no more than 999 values in a statement.
        for stream in streams:
            self.cursor.execute("SELECT target FROM refs WHERE originator_id = ?", (stream,))
            found.update(row[0] for row in self.cursor.fetchall())
        return found
