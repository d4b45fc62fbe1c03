"""The vault of a shared ledger: the schema `vault` of its database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection

from ledger.errors import LostConnectionError
from ledger.postgres_reading import open_connection, translated
from ledger.postgres_tables import VAULT
from ledger.vault import FIELDS, Profile

TABLE = f"{VAULT}.profiles"
COLUMNS = ", ".join(("profile", *FIELDS))


class PostgresVault:
    """Personal data by profile key; see `ledger.vault.Vault`."""

    def __init__(self, url: str) -> None:
        self.url = url

    def create(self) -> None:
        """Nothing: the schema is made with the ledger's tables."""

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        if not profiles:
            return
        try:
            self._insert(profiles)
        except LostConnectionError:
            # The answer was lost, not necessarily the rows.
            there = self.all()
            self._insert({key: values for key, values in profiles.items() if there.get(key) != values})

    def _insert(self, profiles: Mapping[str, Profile]) -> None:
        rows = [(key, *(values.get(field) for field in FIELDS)) for key, values in profiles.items()]
        with self._open() as connection, connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {TABLE} ({COLUMNS}) VALUES (%s,%s,%s,%s,%s)", rows)

    def get(self, profile: str) -> Profile:
        query = f"SELECT {COLUMNS} FROM {TABLE} WHERE profile = %s"
        with self._open() as connection:
            found = connection.execute(query, (profile,)).fetchone()
        return dict(zip(FIELDS, found[1:], strict=True)) if found else {}

    def all(self) -> dict[str, Profile]:
        with self._open() as connection:
            found = connection.execute(f"SELECT {COLUMNS} FROM {TABLE} ORDER BY profile").fetchall()
        return {key: dict(zip(FIELDS, values, strict=True)) for key, *values in found}

    def forget(self, profile: str) -> None:
        with self._open() as connection:
            connection.execute(f"DELETE FROM {TABLE} WHERE profile = %s", (profile,))

    def sweep(self, named: Iterable[str]) -> int:
        with self._open() as connection:
            query = f"DELETE FROM {TABLE} WHERE profile <> ALL(%s::text[])"
            return connection.execute(query, (list(named),)).rowcount

    @contextmanager
    def _open(self) -> Iterator[Connection[Any]]:
        """A connection with one transaction, committed at the end."""
        with translated(psycopg.IntegrityError), open_connection(self.url) as connection:
            connection.execute("SET synchronous_commit = on")
            with connection.transaction():
                yield connection
