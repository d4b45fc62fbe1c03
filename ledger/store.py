"""Reading a ledger file: rows by stream, the head, appends, reservations and references."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from domain.base import reason
from ledger.codec import Row
from ledger.errors import EnvironmentFault

COLUMNS = "rowid, originator_id, originator_version, topic, state, recorded_at"


class Head(NamedTuple):
    """The last position, when it was recorded, and the frontier of the proof tree."""

    position: int
    recorded_at: str
    frontier: bytes


class Append(NamedTuple):
    """One append: its positions, its moment, its command."""

    first: int
    last: int
    recorded_at: str
    command_id: str | None


class Store:
    """A read-only connection to the ledger file; every method is one consistent read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = _connect(path)

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads inside see the ledger at one moment."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    def checkpoint(self) -> None:
        """Brings the write-ahead file into the ledger file, so that whoever copies that file has all of it.

        Left for a later append when readers are at work.
        """
        with contextlib.closing(sqlite3.connect(self.path, timeout=0)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def head(self) -> Head:
        """The head row. Raises EnvironmentFault when somebody took it out."""
        found = self.connection.execute("SELECT position, recorded_at, frontier FROM head").fetchone()
        if found is None:
            raise EnvironmentFault(
                reason("The ledger has lost its head row."), reason("Run: jejak ledger verify")
            )
        return Head(*found)

    def rows(self, stream: str, known: int | None = None) -> list[Row]:
        """The rows of one stream, in order, up to the position known."""
        found = self.connection.execute(
            f"SELECT {COLUMNS} FROM stored_events WHERE originator_id = ? AND rowid <= ?"
            " ORDER BY originator_version",
            (stream, _upto(known)),
        )
        return [Row(*row) for row in found]

    def all_rows(
        self, known: int | None = None, prefix: str = "", first: str = "", last: str | None = None
    ) -> Iterator[tuple[int, str, int, str, bytes, str]]:
        """Every row in stream order up to the position known.

        `prefix` (`3303/`) narrows the streams; so do `first` (included) and `last` (left out).
        """
        clause, values = _range(prefix)
        if first:
            clause, values = f"{clause} AND originator_id >= ?", (*values, first)
        if last is not None:
            clause, values = f"{clause} AND originator_id < ?", (*values, last)
        bound = "" if known is None else f" AND rowid <= {int(known)}"
        return self.connection.execute(
            f"SELECT {COLUMNS} FROM stored_events WHERE 1{clause}{bound}"
            " ORDER BY originator_id, originator_version",
            values,
        )

    def at(self, position: int) -> Row | None:
        """The row at a position."""
        found = self.connection.execute(
            f"SELECT {COLUMNS} FROM stored_events WHERE rowid = ?", (position,)
        ).fetchone()
        return Row(*found) if found else None

    def streams_at(self, positions: Iterable[int]) -> list[str]:
        """The streams of the rows at some positions."""
        query = "SELECT originator_id FROM stored_events WHERE rowid = ?"
        found = (self.connection.execute(query, (at,)).fetchone() for at in positions)
        return [row[0] for row in found if row]

    def between(self, first: int, last: int) -> list[Row]:
        """The rows from one position to another, by position."""
        found = self.connection.execute(
            f"SELECT {COLUMNS} FROM stored_events WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (first, last)
        )
        return [Row(*row) for row in found]

    def streams_between(self, after: int, upto: int) -> list[str]:
        """The streams with rows after one position up to another, sorted."""
        found = self.connection.execute(
            "SELECT DISTINCT originator_id FROM stored_events WHERE rowid > ? AND rowid <= ? ORDER BY 1",
            (after, upto),
        )
        return [row[0] for row in found]

    def streams(self, prefix: str) -> list[str]:
        """The streams whose id begins with `prefix` (ending in a slash), sorted."""
        clause, values = _range(prefix)
        found = self.connection.execute(
            f"SELECT originator_id FROM stored_events WHERE originator_version = 1{clause} ORDER BY 1", values
        )
        return [row[0] for row in found]

    def last_number(self, region: str, kind: str) -> int:
        """The highest number given to a stream of this kind; 0 when there is none. Never reused."""
        clause, values = _range(f"{region}/{kind}/")
        found = self.connection.execute(
            f"SELECT originator_id FROM stored_events WHERE 1{clause} ORDER BY originator_id DESC LIMIT 1",
            values,
        ).fetchone()
        return int(found[0].rpartition("/")[2]) if found else 0

    def append_of(self, command_id: str) -> Append | None:
        """The append of a command, if it was recorded."""
        found = self.connection.execute(
            "SELECT first, last, recorded_at, command_id FROM appends WHERE command_id = ?", (command_id,)
        ).fetchone()
        return Append(*found) if found else None

    def first_append(self) -> Append | None:
        """The append that `init` made."""
        found = self.connection.execute("SELECT * FROM appends ORDER BY first LIMIT 1").fetchone()
        return Append(*found) if found else None

    def position_at(self, stamp: str) -> int:
        """The last position that was recorded at or before a stamp; 0 when there is none."""
        found = self.connection.execute(
            "SELECT max(last) FROM appends WHERE recorded_at <= ?", (stamp,)
        ).fetchone()
        return int(found[0] or 0)

    def recorded_at(self, position: int) -> str | None:
        """When a position was recorded."""
        found = self.connection.execute(
            "SELECT recorded_at FROM appends WHERE first <= ? ORDER BY first DESC LIMIT 1", (position,)
        ).fetchone()
        return found[0] if found else None

    def reserved(self, keys: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Those of the keys that are held, with the stream and version that hold them."""
        held: dict[str, tuple[str, int]] = {}
        query = "SELECT originator_id, originator_version FROM reservations WHERE key = ?"
        for key in keys:
            if found := self.connection.execute(query, (key,)).fetchone():
                held[key] = (found[0], found[1])
        return held

    def referrers(self, targets: Iterable[str]) -> set[str]:
        """The streams that refer, or once referred, to any of the targets."""
        query = "SELECT originator_id FROM refs WHERE target = ?"
        return {row[0] for target in targets for row in self.connection.execute(query, (target,))}


def _upto(known: int | None) -> int:
    return known if known is not None else 2**62


def _range(prefix: str) -> tuple[str, tuple[str, ...]]:
    if not prefix:
        return "", ()
    following = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    return " AND originator_id >= ? AND originator_id < ?", (prefix, following)


def _connect(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise EnvironmentFault(reason("There is no ledger at {path}.", path=str(path)))
    # Read-only media cannot be opened as a live database: they do not change, so a plain reading will
    # do; with a write-ahead file beside it that would leave out the last records, so a copy is read.
    for address in (_live, _at_rest):
        try:
            connection = sqlite3.connect(address(path), uri=True, timeout=10)
            connection.execute("SELECT position FROM head").fetchone()
        except (sqlite3.OperationalError, OSError) as error:
            fault: Exception = error
            continue
        return connection
    raise EnvironmentFault(
        reason("The ledger at {path} cannot be opened: {detail}.", path=str(path), detail=str(fault))
    )


def _live(path: Path) -> str:
    """The address of a database that others may be writing."""
    return f"{path.resolve().as_uri()}?mode=ro"


def _at_rest(path: Path) -> str:
    """The address of a database that cannot be written; of a copy where its last records stand beside it."""
    if not has_wal(path):
        return f"{path.resolve().as_uri()}?immutable=1"
    folder = Path(tempfile.mkdtemp(prefix="jejak-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in (path.name, f"{path.name}-wal"):
        shutil.copyfile(path.with_name(name), folder / name)
    return (folder / path.name).as_uri()


def has_wal(path: Path) -> bool:
    """True when records stand in the write-ahead file beside a database."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.is_file() and wal.stat().st_size > 0
