"""The keys of the vault beside a backup: one file, replaced at each backup and kept apart from it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from domain.base import reason
from ledger.admin.forgetting import forgotten_profiles
from ledger.errors import ConflictError, LedgerError
from ledger.event_store import EventStore
from ledger.sqlite.vault import KEYS, VaultFile
from ledger.workspace.workspace import LEDGER, Workspace

NAME = "jejak-keys.db"
"""Its name beside the backup where nobody names another; always the same, so that the old one goes."""
VAULT = "vault.db"


class KeyFileError(LedgerError):
    """A file holds no keys of a vault."""

    status = 3


def require_own(workspace: Workspace, path: Path) -> None:
    """Raises ConflictError where the file is there and is no key file of this ledger."""
    if not path.exists():
        return
    with closing(workspace.store()) as store:
        if _belongs(path) == _identity(store):
            return
    raise ConflictError(
        reason("{path} is not the key file of this ledger, and is not replaced.", path=str(path)),
        reason("Name another place for the keys: --keys FILE"),
    )


def write(workspace: Workspace, path: Path) -> None:
    """Writes the keys that stand now in the place of those of before; whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        with closing(workspace.store()) as store, closing(sqlite3.connect(part)) as made, made:
            made.execute("CREATE TABLE keys (profile TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID")
            made.execute("CREATE TABLE belongs (ledger TEXT)")
            made.execute("INSERT INTO belongs VALUES (?)", (_identity(store),))
            rows = [(one.profile, one.key) for one in workspace.vault.lying() if one.key or one.destroyed]
            made.executemany("INSERT INTO keys VALUES (?,?)", rows)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def lay(aside: Path, path: Path | None) -> int:
    """Lays keys beside an unpacked vault; returns how many profiles they do not open.

    Keys of persons whom the ledger knows as forgotten are left out. Raises KeyFileError for another file,
    ConflictError for the keys of another ledger.
    """
    vault = VaultFile(aside / VAULT)
    with closing(EventStore(aside / LEDGER)) as store:
        if path is not None:
            if _belongs(path) != _identity(store):
                raise ConflictError(
                    reason("{path} is not the key file of this ledger.", path=str(path)),
                    reason("Take the newest key file of the same ledger."),
                )
            shutil.copy2(path, aside / KEYS)
        else:
            (aside / KEYS).touch(0o600)
        gone = forgotten_profiles(store)
    if gone:
        vault.forget(gone)
        vault.clean()
    vault.create()
    return sum(one.box is not None for one in vault.lying()) - len(vault.all())


def _identity(store: EventStore) -> str:
    """What tells a ledger from another: the hash of its first event."""
    return next(iter(store.all_events())).leaf.hex()


def _belongs(path: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (held,) = connection.execute("SELECT ledger FROM belongs").fetchone()
            connection.execute("SELECT profile, key FROM keys LIMIT 1")
            return str(held)
    except (sqlite3.DatabaseError, TypeError) as error:
        raise KeyFileError(
            reason("{path} is no key file of Jejak, or is damaged.", path=str(path)),
            reason("Take the newest key file; jejak backup writes it beside the backup."),
        ) from error
