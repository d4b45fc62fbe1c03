"""A workspace as somebody reaches behind its back: its tables, with the guards out of the way."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from ledger.postgres.ddl import GUARDS, MERGED_GUARDS
from ledger.postgres.rights import SCHEMA, VAULT, VAULT_KEYS
from ledger.workspace.workspace import Workspace, open_at

FILES = {"ledger": "ledger.db", "vault": "vault.db", "keys": "vault-keys.db"}
SCHEMAS = {"ledger": SCHEMA, "vault": VAULT, "keys": VAULT_KEYS}
"""The parts of a workspace: the file of each, and its schema on a server."""


@dataclass(frozen=True)
class Behind:
    """The tables of a part of a workspace."""

    workspace: Workspace
    part: str = "ledger"

    @classmethod
    def of(cls, home: Path, part: str = "ledger") -> Behind:
        return cls(open_at(home), part)

    @property
    def url(self) -> str | None:
        return self.workspace.database_url

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """The rows of a statement that names the position `rowid` and a value `?`."""
        if self.url:
            sql = sql.replace("rowid", "notification_id").replace("?", "%s")
            with psycopg.connect(self.url, autocommit=True) as connection:
                connection.execute(f"SET search_path = {SCHEMAS[self.part]}")
                cursor = connection.execute(sql, values)  # type: ignore[arg-type]
                return cursor.fetchall() if cursor.description else []
        path = self.workspace.home / FILES[self.part]
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as opened:
            return opened.execute(sql, values).fetchall()

    def columns(self) -> Iterator[tuple[str, str]]:
        """Every table and column that there is; the position is called `rowid`."""
        if self.url:
            found = self.execute(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = ?",
                (SCHEMAS[self.part],),
            )
            yield from ((table, column.replace("notification_id", "rowid")) for table, column in found)
            return
        for (table,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            yield from ((table, row[1]) for row in self.execute(f"PRAGMA table_info({table})"))

    def drop_guards(self) -> None:
        """Takes the triggers away, as whoever owns the database can."""
        if self.url:
            for name, when in {
                name: guard[0] for name, guard in GUARDS.items()
            }.items() | MERGED_GUARDS.items():
                table = when.split(" ON ")[1].split()[0]
                if self.execute("SELECT 1 WHERE to_regclass(?) IS NOT NULL", (table,)):
                    self.execute(f"DROP TRIGGER {name} ON {table}")
            return
        for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            self.execute(f"DROP TRIGGER {name}")
