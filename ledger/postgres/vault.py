"""The vault of a shared ledger: the schema `vault` of its database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection

from ledger.errors import LostConnectionError
from ledger.ports.vault import FIELDS, Profile, may_be_named_yet
from ledger.postgres.reading import open_connection, translated_errors
from ledger.postgres.rights import VAULT

TABLE = f"{VAULT}.profiles"
COLUMNS = ", ".join(("profile", *FIELDS))
INSERT = f"INSERT INTO {TABLE} ({COLUMNS}) SELECT * FROM unnest({', '.join(['%s::text[]'] * 5)})"


class PostgresVault:
    """Personal data by profile key; see `ledger.ports.vault.Vault`."""

    def __init__(self, url: str) -> None:
        self.url = url

    def create(self) -> None:
        """Nothing: the schema is made with the ledger's tables."""

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        if not profiles:
            return
        rows = [(key, *(values.get(field) for field in FIELDS)) for key, values in profiles.items()]
        try:
            self._insert(rows)
        except LostConnectionError:
            # The answer was lost, not necessarily the rows.
            there = {(key, *values.values()) for key, values in self.all().items()}
            self._insert([row for row in rows if row not in there])

    def _insert(self, rows: Sequence[tuple[str | None, ...]]) -> None:
        columns = [list(column) for column in zip(*rows, strict=True)]
        if columns:
            with self._open() as connection:
                connection.execute(INSERT, columns)

    def get(self, profile: str) -> Profile:
        query = f"SELECT {COLUMNS} FROM {TABLE} WHERE profile = %s"
        with self._open() as connection:
            found = connection.execute(query, (profile,)).fetchone()
        return dict(zip(FIELDS, found[1:], strict=True)) if found else {}

    def some(self, profiles: Iterable[str]) -> dict[str, Profile]:
        query = f"SELECT {COLUMNS} FROM {TABLE} WHERE profile = ANY(%s::text[])"
        with self._open() as connection:
            found = connection.execute(query, (list(profiles),)).fetchall()
        return {key: dict(zip(FIELDS, values, strict=True)) for key, *values in found}

    def all(self) -> dict[str, Profile]:
        with self._open() as connection:
            found = connection.execute(f"SELECT {COLUMNS} FROM {TABLE} ORDER BY profile").fetchall()
        return {key: dict(zip(FIELDS, values, strict=True)) for key, *values in found}

    def forget(self, profile: str) -> None:
        with self._open() as connection:
            connection.execute(f"DELETE FROM {TABLE} WHERE profile = %s", (profile,))

    def sweep(self, named: Iterable[str]) -> int:
        with self._open() as connection:
            query = f"SELECT profile FROM {TABLE} WHERE profile <> ALL(%s::text[])"
            found = connection.execute(query, (list(named),)).fetchall()
            stray = [profile for (profile,) in found if not may_be_named_yet(profile)]
            connection.execute(f"DELETE FROM {TABLE} WHERE profile = ANY(%s::text[])", (stray,))
            return len(stray)

    @contextmanager
    def _open(self) -> Iterator[Connection[Any]]:
        """A connection with one transaction, committed at the end."""
        with translated_errors(psycopg.IntegrityError), open_connection(self.url) as connection:
            connection.execute("SET synchronous_commit = on")
            with connection.transaction():
                yield connection
