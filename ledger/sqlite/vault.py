"""The vault of a workspace of one's own: a file beside the ledger, and a file of keys beside that."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from domain.base import Reason, reason
from ledger.errors import EnvironmentFault
from ledger.ports.sealing import opened, seal
from ledger.ports.vault import FIELDS, Profile, Read, SealedRow, may_be_named_yet

KEYS = "vault-keys.db"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS sealed (profile TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS reads (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL,
        persons TEXT NOT NULL)""",
    """CREATE TRIGGER IF NOT EXISTS reads_update BEFORE UPDATE ON reads
        BEGIN SELECT RAISE(ABORT, 'jejak: the read trail is never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS reads_delete BEFORE DELETE ON reads
        BEGIN SELECT RAISE(ABORT, 'jejak: the read trail is never deleted'); END""",
    # A key that is NULL was destroyed on purpose.
    "CREATE TABLE IF NOT EXISTS keys.keys (profile TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID",
)
_PLAIN = "profiles"
"""The table in which an earlier release kept profiles in plain text."""
_PAIRS = "SELECT profile, box, key FROM sealed JOIN keys.keys USING (profile) WHERE key IS NOT NULL"


class VaultFile:
    """Personal data by profile key; see `ledger.ports.vault.Vault`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def keys_path(self) -> Path:
        """The file of the keys."""
        return self.path.with_name(KEYS)

    def create(self) -> None:
        self.path.touch()
        with self._writing():
            pass

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        if not profiles:
            return
        with self._writing() as connection:
            _put(connection, profiles, "INSERT")

    def get(self, profile: str) -> Profile:
        return self.some([profile]).get(profile, {})

    def some(self, profiles: Iterable[str]) -> dict[str, Profile]:
        with self._reading() as (connection, there):
            found: dict[str, Profile] = {}
            for name in profiles:
                if {"sealed", "keys"} <= there:
                    for row in connection.execute(f"{_PAIRS} AND profile = ?", (name,)):
                        found[name] = opened(*row)
                if _PLAIN in there:
                    query = f"SELECT * FROM {_PLAIN} WHERE profile = ?"
                    found |= _plain(connection.execute(query, (name,)))
        return {key: values for key, values in found.items() if values}

    def all(self) -> dict[str, Profile]:
        with self._reading() as (connection, there):
            rows = list(connection.execute(_PAIRS)) if {"sealed", "keys"} <= there else []
            found = {row[0]: opened(*row) for row in rows}
            if _PLAIN in there:
                found |= _plain(connection.execute(f"SELECT * FROM {_PLAIN}"))
        return {key: found[key] for key in sorted(found) if found[key]}

    def destroyed(self, profiles: Iterable[str]) -> set[str]:
        query = "SELECT profile FROM keys.keys WHERE profile = ? AND key IS NULL"
        with self._reading() as (connection, there):
            if "keys" not in there:
                return set()
            return {row[0] for name in profiles for row in connection.execute(query, (name,))}

    def keyed(self, profiles: Iterable[str]) -> set[str]:
        query = "SELECT profile FROM keys.keys WHERE key IS NOT NULL AND profile = ?"
        with self._reading() as (connection, there):
            if "keys" not in there:
                return set()
            return {row[0] for name in profiles for row in connection.execute(query, (name,))}

    def boxed(self, profiles: Iterable[str]) -> set[str]:
        query = "SELECT profile FROM main.sealed WHERE profile = ?"
        with self._reading() as (connection, there):
            if "sealed" not in there:
                return set(self.some(profiles))
            return {row[0] for name in profiles for row in connection.execute(query, (name,))}

    def forget(self, profiles: Iterable[str]) -> int:
        names = [(name,) for name in profiles]
        with self._writing() as connection:
            held = "SELECT key IS NOT NULL FROM keys.keys WHERE profile = ?"
            kept = sum(bool((connection.execute(held, name).fetchone() or (0,))[0]) for name in names)
            connection.executemany("DELETE FROM sealed WHERE profile = ?", names)
            connection.executemany("REPLACE INTO keys.keys VALUES (?, NULL)", names)
        return kept

    def sweep(self, named: Iterable[str]) -> int:
        keep = set(named)
        with self._writing() as connection:
            query = "SELECT profile FROM sealed UNION SELECT profile FROM keys.keys WHERE key IS NOT NULL"
            stray = [row[0] for row in connection.execute(query)]
            stray = [one for one in stray if one not in keep and not may_be_named_yet(one)]
            for table in ("sealed", "keys.keys"):
                connection.executemany(f"DELETE FROM {table} WHERE profile = ?", [(key,) for key in stray])
        return len(stray)

    def lying(self) -> list[SealedRow]:
        with self._reading() as (connection, there):
            plain = _PLAIN in there and bool(connection.execute(f"SELECT 1 FROM {_PLAIN}").fetchone())
        if plain:
            self.create()
        with self._reading() as (connection, there):
            boxes = dict(connection.execute("SELECT * FROM sealed")) if "sealed" in there else {}
            keys = dict(connection.execute("SELECT * FROM keys.keys")) if "keys" in there else {}
        return [
            SealedRow(name, boxes.get(name), keys.get(name), name in keys and keys[name] is None)
            for name in sorted(boxes.keys() | keys.keys())
        ]

    def take(self, rows: Iterable[SealedRow]) -> None:
        with self._writing() as connection:
            for row in rows:
                if row.destroyed:
                    connection.execute("DELETE FROM sealed WHERE profile = ?", (row.profile,))
                    connection.execute("REPLACE INTO keys.keys VALUES (?, NULL)", (row.profile,))
                    continue
                if row.key is not None:
                    connection.execute("INSERT OR IGNORE INTO keys.keys VALUES (?,?)", (row.profile, row.key))
                if row.box is not None:
                    connection.execute("INSERT OR IGNORE INTO sealed VALUES (?,?)", (row.profile, row.box))

    def clean(self) -> list[Reason]:
        with contextlib.closing(self._open()) as connection:
            connection.isolation_level = None
            for schema in ("main", "keys"):
                connection.execute(f"VACUUM {schema}")
        return [
            reason(
                "Copies that were made before: backups, snapshots and synchronised folders still hold the"
                " sealed data, and key files of before still open them."
            ),
            reason("Blocks that the disk has freed but not written over are beyond the reach of Jejak."),
        ]

    def note_read(self, read: Read) -> None:
        with self._writing() as connection:
            values = (read.at, read.actor, read.command, " ".join(read.persons))
            connection.execute("INSERT INTO reads (at, actor, command, persons) VALUES (?,?,?,?)", values)

    def reads(self, person: str | None = None) -> list[Read]:
        with self._reading() as (connection, there):
            query = "SELECT at, actor, command, persons FROM reads ORDER BY number"
            rows = list(connection.execute(query)) if "reads" in there else []
        found = [Read(at, actor, command, tuple(persons.split())) for at, actor, command, persons in rows]
        return [one for one in found if person is None or person in one.persons]

    @contextlib.contextmanager
    def _reading(self) -> Iterator[tuple[sqlite3.Connection, set[str]]]:
        """A connection and the tables that stand there. Raises EnvironmentFault when the keys are gone."""
        with contextlib.closing(self._open()) as connection:
            there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            if self.keys_path.is_file():
                there |= {name for (name,) in connection.execute("SELECT name FROM keys.sqlite_master")}
            elif "sealed" in there and connection.execute("SELECT 1 FROM sealed LIMIT 1").fetchone():
                raise self._without_keys()
            yield connection, there

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction over both files; what an earlier release kept in plain text is sealed in it."""
        if not self.keys_path.exists():
            with self._reading():
                pass
            # The keys are for the eyes of this account alone.
            os.close(os.open(self.keys_path, os.O_CREAT | os.O_WRONLY, 0o600))
        with contextlib.closing(self._open()) as connection:
            connection.isolation_level = None
            connection.execute("BEGIN IMMEDIATE")
            try:
                for statement in _TABLES:
                    connection.execute(statement)
                _seal_plain(connection)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise

    def _without_keys(self) -> EnvironmentFault:
        return EnvironmentFault(
            reason(
                "The keys of the vault, {path}, are missing: no name can be read.", path=str(self.keys_path)
            ),
            reason("Copy the newest key file of your backups to that place."),
        )

    def _open(self) -> sqlite3.Connection:
        if not self.path.is_file():
            raise EnvironmentFault(
                reason("The vault {path} is missing.", path=str(self.path)),
                reason("Restore it from a backup: jejak restore FILE FOLDER"),
            )
        connection = sqlite3.connect(self.path, timeout=10)
        if self.keys_path.is_file():
            connection.execute("ATTACH DATABASE ? AS keys", (str(self.keys_path),))
        connection.execute("PRAGMA synchronous=FULL")
        # Deleted personal data must not linger in free pages.
        connection.execute("PRAGMA secure_delete=ON")
        return connection


def _plain(rows: Iterable[tuple[Any, ...]]) -> dict[str, Profile]:
    return {key: dict(zip(FIELDS, values, strict=True)) for key, *values in rows}


def _put(connection: sqlite3.Connection, profiles: Mapping[str, Profile], verb: str) -> None:
    for name, values in profiles.items():
        key, box = seal(name, values)
        connection.execute(f"{verb} INTO keys.keys VALUES (?,?)", (name, key))
        connection.execute(f"{verb} INTO sealed VALUES (?,?)", (name, box))


def _seal_plain(connection: sqlite3.Connection) -> None:
    """Seals what an earlier release kept in plain text; its table goes, and its pages are zeroed."""
    there = "SELECT 1 FROM main.sqlite_master WHERE name = ?"
    if connection.execute(there, (_PLAIN,)).fetchone():
        _put(connection, _plain(connection.execute(f"SELECT * FROM {_PLAIN}").fetchall()), "REPLACE")
        connection.execute(f"DROP TABLE {_PLAIN}")
