"""The guards of a ledger as they stand in its database, held against those that this release makes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from domain.base import Reason, reason
from ledger.event_store import is_url
from ledger.factory import Place, require_postgres_extra
from ledger.sqlite.recorder import GUARDS, MERGED

_NAME = re.compile(r"CREATE TRIGGER (?:IF NOT EXISTS )?(\w+)")
CLOSED = "closed"
"""The trigger of a ledger that went on elsewhere."""


def faults(place: Place) -> list[Reason]:
    """Guards that are missing, changed, switched off or strange; what a check of a shared database finds.

    Raises EnvironmentFault where nobody can look.
    """
    if not is_url(place):
        return list(_of_file(Path(place)))
    with require_postgres_extra():
        from ledger.admin import database_check
    return database_check.check(str(place)).findings


def _of_file(path: Path) -> Iterator[Reason]:
    wanted = {_name(text): _plain(text) for text in GUARDS}
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        found = {name: _plain(text) for name, text in rows}
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'merged_from'").fetchone():
            wanted |= {_name(text): _plain(text) for text in MERGED[1:]}
    for name, text in wanted.items():
        if name not in found:
            yield reason("The guard {name} is missing.", name=name)
        elif found[name] != text:
            yield reason("The guard {name} is not that of this release.", name=name)
    for name in sorted(found.keys() - wanted.keys() - {CLOSED}):
        yield reason("The trigger {name} is none of Jejak's.", name=name)


def _name(text: str) -> str:
    found = _NAME.match(text)
    assert found is not None
    return found[1]


def _plain(text: str) -> str:
    """A statement without what the database leaves out of it."""
    return " ".join(text.replace("IF NOT EXISTS ", "").split())
