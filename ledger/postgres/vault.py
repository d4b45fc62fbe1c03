"""The vault of a shared ledger: the schema `vault` of its database, and its keys in `vault_keys`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection, sql

from domain.base import Reason, reason
from ledger.errors import LedgerError, LostConnectionError
from ledger.ports.sealing import opened, seal
from ledger.ports.vault import FIELDS, Profile, Read, SealedRow, may_be_named_yet
from ledger.postgres.reading import open_connection, translated_errors
from ledger.postgres.rights import VAULT, VAULT_KEYS

PLAIN, SEALED, READS, KEYS = f"{VAULT}.profiles", f"{VAULT}.sealed", f"{VAULT}.reads", f"{VAULT_KEYS}.keys"
"""`PLAIN` is where an earlier release kept profiles in plain text."""
PAIRS = f"SELECT profile, box, key FROM {SEALED} JOIN {KEYS} USING (profile) WHERE key IS NOT NULL"
PLAIN_ROWS = f"SELECT profile, {', '.join(FIELDS)} FROM {PLAIN}"
DESTROY = f"""INSERT INTO {KEYS} SELECT unnest(%s::text[]), NULL
    ON CONFLICT (profile) DO UPDATE SET key = NULL"""
Row = tuple[str, bytes, bytes]
"""Profile, key, box."""


class PostgresVault:
    """Personal data by profile key; see `ledger.ports.vault.Vault`."""

    def __init__(self, url: str) -> None:
        self.url = url

    def create(self) -> None:
        """Seals what an earlier release kept in plain text; the tables are made with the ledger's."""
        with self._open() as connection:
            sealed = _seal_plain(connection)
        if sealed:
            self.clean()

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        if not profiles:
            return
        rows = [(name, *seal(name, values)) for name, values in profiles.items()]
        try:
            self._insert(rows)
        except LostConnectionError:
            # The answer was lost, not necessarily the rows.
            there = {one.profile for one in self.lying() if (one.profile, one.key, one.box) in set(rows)}
            self._insert([row for row in rows if row[0] not in there])

    def _insert(self, rows: Sequence[Row]) -> None:
        if rows:
            with self._open() as connection:
                _seal_plain(connection)
                _put(connection, rows)

    def get(self, profile: str) -> Profile:
        return self.some([profile]).get(profile, {})

    def some(self, profiles: Iterable[str]) -> dict[str, Profile]:
        names = list(profiles)
        with self._open() as connection:
            sealed = connection.execute(f"{PAIRS} AND profile = ANY(%s::text[])", (names,)).fetchall()
            plain = connection.execute(f"{PLAIN_ROWS} WHERE profile = ANY(%s::text[])", (names,)).fetchall()
        return _profiles(sealed, plain)

    def all(self) -> dict[str, Profile]:
        with self._open() as connection:
            sealed, plain = (connection.execute(query).fetchall() for query in (PAIRS, PLAIN_ROWS))
        return _profiles(sealed, plain)

    def destroyed(self, profiles: Iterable[str]) -> set[str]:
        query = f"SELECT profile FROM {KEYS} WHERE key IS NULL AND profile = ANY(%s::text[])"
        with self._open() as connection:
            return {name for (name,) in connection.execute(query, (list(profiles),))}

    def keyed(self, profiles: Iterable[str]) -> set[str]:
        query = f"SELECT profile FROM {KEYS} WHERE key IS NOT NULL AND profile = ANY(%s::text[])"
        with self._open() as connection:
            return {name for (name,) in connection.execute(query, (list(profiles),))}

    def boxed(self, profiles: Iterable[str]) -> set[str]:
        query = f"SELECT profile FROM {SEALED} WHERE profile = ANY(%s::text[])"
        with self._open() as connection:
            return {name for (name,) in connection.execute(query, (list(profiles),))}

    def forget(self, profiles: Iterable[str]) -> int:
        names = list(profiles)
        held = f"SELECT count(*) FROM {KEYS} WHERE key IS NOT NULL AND profile = ANY(%s::text[])"
        with self._open() as connection:
            _seal_plain(connection)
            found = connection.execute(held, (names,)).fetchone()
            connection.execute(DESTROY, (names,))
            connection.execute(f"DELETE FROM {SEALED} WHERE profile = ANY(%s::text[])", (names,))
        return int(found[0]) if found else 0

    def sweep(self, named: Iterable[str]) -> int:
        query = f"""SELECT profile FROM (SELECT profile FROM {SEALED}
            UNION SELECT profile FROM {KEYS} WHERE key IS NOT NULL) AS kept
            WHERE profile <> ALL(%s::text[])"""
        with self._open() as connection:
            _seal_plain(connection)
            found = connection.execute(query, (list(named),)).fetchall()
            stray = [profile for (profile,) in found if not may_be_named_yet(profile)]
            for table in (SEALED, KEYS):
                connection.execute(f"DELETE FROM {table} WHERE profile = ANY(%s::text[])", (stray,))
            return len(stray)

    def lying(self) -> list[SealedRow]:
        query = f"""SELECT profile, box, key, keys.profile IS NOT NULL AND key IS NULL
            FROM {SEALED} FULL JOIN {KEYS} USING (profile) ORDER BY profile"""
        with self._open() as connection:
            _seal_plain(connection)
            return [SealedRow(*row) for row in connection.execute(query).fetchall()]

    def take(self, rows: Iterable[SealedRow]) -> None:
        key = f"INSERT INTO {KEYS} VALUES (%s, %s) ON CONFLICT DO NOTHING"
        box = f"INSERT INTO {SEALED} VALUES (%s, %s) ON CONFLICT DO NOTHING"
        with self._open() as connection:
            for row in rows:
                if row.destroyed:
                    connection.execute(DESTROY, ([row.profile],))
                    connection.execute(f"DELETE FROM {SEALED} WHERE profile = %s", (row.profile,))
                    continue
                if row.key is not None:
                    connection.execute(key, (row.profile, row.key))
                if row.box is not None:
                    connection.execute(box, (row.profile, row.box))

    def clean(self) -> list[Reason]:
        left = []
        for table in (KEYS, SEALED, PLAIN):
            try:
                done = self._rewritten(table)
            except (LedgerError, psycopg.Error):
                done = False
            if not done:
                left.append(
                    reason(
                        "The table {table} could not be rewritten with the rights of this role: its owner"
                        " runs VACUUM FULL {table}.",
                        table=table,
                    )
                )
        beyond = reason(
            "The server may still hold the deleted rows and keys outside its tables: in its WAL and WAL"
            " archive, on replicas until they catch up, and in base backups and dumps. Its administrator"
            " lets them expire."
        )
        return [*left, beyond]

    def _rewritten(self, table: str) -> bool:
        """False where the server passed over the table: whose it is not is only warned."""
        told: list[str] = []
        with translated_errors(), open_connection(self.url) as connection:
            connection.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
            connection.execute("SET lock_timeout = '5s'")
            connection.execute(sql.SQL("VACUUM FULL {}").format(sql.Identifier(*table.split("."))))
        return not told

    def note_read(self, read: Read) -> None:
        query = f"INSERT INTO {READS} (at, actor, command, persons) VALUES (%s, %s, %s, %s::text[])"
        with self._open() as connection:
            connection.execute(query, (read.at, read.actor, read.command, list(read.persons)))

    def reads(self, person: str | None = None) -> list[Read]:
        query = f"""SELECT at, actor, command, persons FROM {READS}
            WHERE %(person)s::text IS NULL OR %(person)s = ANY(persons) ORDER BY number"""
        with self._open() as connection:
            found = connection.execute(query, {"person": person}).fetchall()
        return [Read(at, actor, command, tuple(persons)) for at, actor, command, persons in found]

    @contextmanager
    def _open(self) -> Iterator[Connection[Any]]:
        """A connection with one transaction, committed at the end."""
        with translated_errors(psycopg.IntegrityError), open_connection(self.url) as connection:
            connection.execute("SET synchronous_commit = on")
            with connection.transaction():
                yield connection


def _profiles(sealed: Iterable[tuple[Any, ...]], plain: Iterable[tuple[Any, ...]]) -> dict[str, Profile]:
    found = {name: opened(name, box, key) for name, box, key in sealed}
    found |= {name: dict(zip(FIELDS, values, strict=True)) for name, *values in plain}
    return {name: found[name] for name in sorted(found) if found[name]}


def _put(connection: Connection[Any], rows: Sequence[Row]) -> None:
    names, keys, boxes = (list(column) for column in zip(*rows, strict=True))
    fill = "SELECT * FROM unnest(%s::text[], %s::bytea[])"
    connection.execute(f"INSERT INTO {KEYS} {fill}", (names, keys))
    connection.execute(f"INSERT INTO {SEALED} {fill}", (names, boxes))


def _seal_plain(connection: Connection[Any]) -> bool:
    """Seals what an earlier release kept in plain text; true where there was something."""
    if not connection.execute(f"SELECT 1 FROM {PLAIN} LIMIT 1").fetchone():
        return False
    # Of two that come at once the second finds nothing left.
    connection.execute(f"LOCK TABLE {PLAIN} IN SHARE ROW EXCLUSIVE MODE")
    plain = _profiles([], connection.execute(PLAIN_ROWS).fetchall())
    if plain:
        _put(connection, [(name, *seal(name, values)) for name, values in plain.items()])
        connection.execute(f"DELETE FROM {PLAIN}")
    return bool(plain)
