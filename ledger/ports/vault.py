"""The vault: personal data beside the ledger, by profile, so that a person can be forgotten."""

from __future__ import annotations

import contextlib
import sqlite3
import time
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from domain.base import reason
from domain.person import PERSONAL
from ledger.errors import EnvironmentFault

FIELDS = tuple(PERSONAL)
_TABLE = """CREATE TABLE IF NOT EXISTS profiles (
    profile TEXT PRIMARY KEY, name TEXT, civil_number TEXT, phone TEXT, email TEXT) WITHOUT ROWID"""

Profile = dict[str, str | None]


UNNAMED_SECONDS = 3600
"""How long a profile may be kept before the append that names it: longer than any append waits."""


def new_profile() -> str:
    """A key that says nothing about the person but when it was made (a UUIDv7)."""
    from uuid_utils import uuid7

    return uuid7().hex


def may_be_named_yet(profile: str) -> bool:
    """True while the append that names a profile may still be on its way.

    A profile is kept before that append, so one that no event names may be another writer's.
    """
    try:
        made = uuid.UUID(profile)
    except ValueError:
        return False
    return made.version == 7 and time.time() - (made.int >> 80) / 1000 < UNNAMED_SECONDS


class Vault(Protocol):
    """Personal data by profile key. A profile is written once; a change makes a new one."""

    def create(self) -> None:
        """Makes it where it is missing."""

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        """Writes profiles durably; called before the append that first names them."""

    def get(self, profile: str) -> Profile:
        """The personal data of a profile; empty when it was forgotten."""

    def some(self, profiles: Iterable[str]) -> dict[str, Profile]:
        """Those of the profiles that are kept, read at once."""

    def all(self) -> dict[str, Profile]:
        """Every profile."""

    def forget(self, profile: str) -> None:
        """Deletes one profile; events that name it stay as they are."""

    def sweep(self, named: Iterable[str]) -> int:
        """Deletes profiles that no event names nor may name yet; returns how many."""


class VaultFile:
    """The vault of a workspace of one's own: a file beside the ledger."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Makes the file where it is missing."""
        self.path.touch()
        with self._open() as connection:
            connection.execute(_TABLE)
        connection.close()

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        """Writes profiles durably; called before the append that first names them."""
        if not profiles:
            return
        with self._open() as connection:
            connection.executemany(
                "INSERT INTO profiles VALUES (?,?,?,?,?)",
                [(key, *(values.get(field) for field in FIELDS)) for key, values in profiles.items()],
            )
        connection.close()

    def get(self, profile: str) -> Profile:
        """The personal data of a profile; empty when it was forgotten."""
        connection = self._open()
        found = connection.execute("SELECT * FROM profiles WHERE profile = ?", (profile,)).fetchone()
        connection.close()
        return dict(zip(FIELDS, found[1:], strict=True)) if found else {}

    def some(self, profiles: Iterable[str]) -> dict[str, Profile]:
        """Those of the profiles that are kept, read at once."""
        query = "SELECT * FROM profiles WHERE profile = ?"
        with contextlib.closing(self._open()) as connection:
            found = [row for name in profiles for row in connection.execute(query, (name,))]
        return {key: dict(zip(FIELDS, values, strict=True)) for key, *values in found}

    def all(self) -> dict[str, Profile]:
        """Every profile."""
        connection = self._open()
        found = connection.execute("SELECT * FROM profiles ORDER BY profile").fetchall()
        connection.close()
        return {key: dict(zip(FIELDS, values, strict=True)) for key, *values in found}

    def forget(self, profile: str) -> None:
        """Deletes one profile; events that name it stay as they are."""
        with self._open() as connection:
            connection.execute("DELETE FROM profiles WHERE profile = ?", (profile,))
        connection.close()

    def sweep(self, named: Iterable[str]) -> int:
        """Deletes profiles that no event names nor may name yet; returns how many."""
        keep = set(named)
        with self._open() as connection:
            stray = [row[0] for row in connection.execute("SELECT profile FROM profiles")]
            stray = [one for one in stray if one not in keep and not may_be_named_yet(one)]
            connection.executemany("DELETE FROM profiles WHERE profile = ?", [(key,) for key in stray])
        connection.close()
        return len(stray)

    def _open(self) -> sqlite3.Connection:
        if not self.path.is_file():
            raise EnvironmentFault(
                reason("The vault {path} is missing.", path=str(self.path)),
                reason("Restore it from a backup: jejak restore FILE FOLDER"),
            )
        connection = sqlite3.connect(self.path, timeout=10)
        connection.execute("PRAGMA synchronous=FULL")
        # Deleted personal data must not linger in free pages.
        connection.execute("PRAGMA secure_delete=ON")
        return connection
