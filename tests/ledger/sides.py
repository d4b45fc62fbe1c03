"""The two databases that a ledger may lie in, as tests reach behind its back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from ledger.clock import Clock
from ledger.event_store import EventStore
from ledger.factory import Place
from ledger.postgres import recorder as postgres
from ledger.postgres.ddl import GUARDS
from ledger.postgres.rights import SCHEMA
from ledger.sqlite import recorder as sqlite

Values = tuple[Any, ...]


@dataclass(frozen=True)
class Sqlite:
    """A ledger file in a folder."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "ledger.db"

    @property
    def place(self) -> Place:
        return self.path

    def store(self) -> EventStore:
        return EventStore(self.path)

    def recorder(self, now: Clock, pool_size: int = 2) -> sqlite.SqliteRecorder:
        there = self.path.exists()
        recorder = sqlite.SqliteRecorder(sqlite.Datastore(str(self.path), pool_size=pool_size), now=now)
        if not there:
            recorder.create_table()
        return recorder

    def execute(self, sql: str, values: Values = ()) -> tuple[int, list[Any]]:
        """Runs one statement of plain SQL; returns the rows touched and the rows answered."""
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            cursor = connection.execute(sql, values)
            return cursor.rowcount, cursor.fetchall()
        finally:
            connection.close()

    def drop_guards(self) -> None:
        for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")[1]:
            self.execute(f"DROP TRIGGER {name}")


def _of_postgres(sql: str) -> Any:
    """A statement of a test, which names the position `rowid` and a value `?`."""
    return sql.replace("rowid", "notification_id").replace("?", "%s")


@dataclass(frozen=True)
class Postgres:
    """A database with a ledger; tests write their statements as for SQLite."""

    url: str

    @property
    def place(self) -> Place:
        return self.url

    def store(self) -> EventStore:
        return EventStore(self.url)

    def recorder(self, now: Clock, pool_size: int = 1) -> postgres.PostgresRecorder:
        recorder = postgres.PostgresRecorder(postgres.Datastore(self.url, pool_size=pool_size), now=now)
        if self.execute("SELECT to_regclass('head')")[1] == [(None,)]:
            recorder.create_table()
        return recorder

    def execute(self, sql: str, values: Values = ()) -> tuple[int, list[Any]]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"SET search_path = {SCHEMA}")
            cursor = connection.execute(_of_postgres(sql), values)
            return cursor.rowcount, cursor.fetchall() if cursor.description else []

    def drop_guards(self) -> None:
        for name, (when, *_) in GUARDS.items():
            self.execute(f"DROP TRIGGER {name} ON {when.split(' ON ')[1].split()[0]}")


Side = Sqlite | Postgres
