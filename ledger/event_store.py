"""Reading a ledger: rows by stream, the head, appends, reservations and references; on either database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from operator import attrgetter
from pathlib import Path
from typing import Any

from domain import streams
from domain.base import reason
from ledger.codec import Row
from ledger.errors import EnvironmentFault
from ledger.ports.append import Append, EventRow
from ledger.ports.reading import Head, is_url, open_read_connection
from ledger.sqlite.reading import has_wal

__all__ = ["Append", "EventStore", "Head", "has_wal", "is_url"]
COLUMNS = "rowid, originator_id, originator_version, topic, state, recorded_at"


class EventStore:
    """A read-only view of a ledger: an SQLite file, or a PostgreSQL database named by its URL.

    Every method is one consistent read.
    """

    def __init__(self, place: Path | str) -> None:
        self.place = place
        self.reads = open_read_connection(place)

    @property
    def path(self) -> Path:
        """The file of a ledger on SQLite."""
        assert isinstance(self.place, Path)
        return self.place

    @property
    def connection(self) -> Any:
        """The database's own connection."""
        return self.reads.connection

    def close(self) -> None:
        """Lets go of the ledger."""
        self.reads.close()

    def snapshot(self) -> AbstractContextManager[None]:
        """All reads inside see the ledger at one moment."""
        return self.reads.snapshot()

    def lenient(self) -> AbstractContextManager[None]:
        """Inside, bytes that are no UTF-8 are read as text with marks in their place."""
        return self.reads.lenient()

    def checkpoint(self) -> None:
        """Brings what lies beside an SQLite file into it, so that whoever copies that file has all of it."""
        self.reads.checkpoint()

    def closed_by(self) -> str | None:
        """Where the ledger went when it was closed to writing; None while it is open."""
        return self.reads.closed_by()

    def head(self) -> Head:
        """The head row. Raises EnvironmentFault when somebody took it out."""
        found = self.head_row()
        if found is None:
            raise EnvironmentFault(
                reason("The ledger has lost its head row."), reason("Run: jejak ledger verify")
            )
        return found

    def head_row(self) -> Head | None:
        """The head row; None when somebody took it out."""
        found = self._one("SELECT position, recorded_at, frontier FROM head")
        return Head(*found) if found else None

    def leaf(self, position: int) -> bytes:
        """The proof leaf of a position; empty when there is none."""
        found = self._one("SELECT leaf FROM stored_events WHERE rowid = ?", (position,))
        return found[0] if found else b""

    def count(self, table: str) -> int:
        """How many rows a table has."""
        found = self._one(f"SELECT count(*) FROM {table}")
        return int(found[0]) if found else 0

    def rows(self, stream: str, known: int | None = None) -> list[Row]:
        """The rows of one stream, in order, up to the position known."""
        found = self.reads.all(
            f"SELECT {COLUMNS} FROM stored_events WHERE originator_id = ? AND rowid <= ?"
            " ORDER BY originator_version",
            (stream, _upto(known)),
        )
        return [Row(*row) for row in found]

    def rows_of(self, names: Iterable[str], known: int | None = None) -> dict[str, list[Row]]:
        """The rows of many streams by stream, as `rows` gives them; an empty list for one without rows."""
        found: dict[str, list[Row]] = {name: [] for name in names}
        # The plus keeps the index of positions out: without figures PostgreSQL reads the whole table by it.
        query = f"SELECT {COLUMNS} FROM stored_events WHERE +rowid <= {_upto(known)} AND originator_id"
        for row in map(Row._make, self.reads.among(query, list(found))):
            found[row.stream].append(row)
        for rows in found.values():
            rows.sort(key=attrgetter("version"))
        return found

    def all_rows(
        self,
        known: int | None = None,
        prefix: str = "",
        first: str = "",
        last: str | None = None,
    ) -> Iterator[tuple[Any, ...]]:
        """Every row in stream order up to the position known.

        `prefix` (`3303/`) narrows the streams; so do `first` (included) and `last` (left out).
        """
        clause, values = _range(prefix)
        if first:
            clause, values = f"{clause} AND originator_id >= ?", (*values, first)
        if last is not None:
            clause, values = f"{clause} AND originator_id < ?", (*values, last)
        bound = "" if known is None else f" AND rowid <= {int(known)}"
        return self.reads.each(
            f"SELECT {COLUMNS} FROM stored_events WHERE true{clause}{bound}"
            " ORDER BY originator_id, originator_version",
            values,
        )

    def rows_of_kinds(self, kinds: Iterable[str], known: int, prefix: str = "") -> Iterator[tuple[Any, ...]]:
        """The rows of some kinds of streams, of one region (its `prefix`) or of all, in stream order.

        Each region and kind is a range and a read of its own: what lies between is not touched, and only
        the position known makes the whole consistent.
        """
        wanted = sorted(kinds)
        for region in (prefix,) if prefix else self._regions():
            for kind in wanted:
                yield from self.all_rows(known, f"{region}{kind}/")

    def _regions(self) -> Iterator[str]:
        """The prefixes of all regions that have events, in stream order."""
        after = ""
        while found := self._one(
            "SELECT originator_id FROM stored_events WHERE originator_id >= ? ORDER BY originator_id LIMIT 1",
            (after,),
        ):
            prefix = found[0].partition("/")[0] + "/"
            yield prefix
            after = _following(prefix)

    def all_events(self) -> Iterator[EventRow]:
        """Every row with its leaf, by position."""
        columns = f"{COLUMNS}, leaf"
        return map(EventRow._make, self.reads.each(f"SELECT {columns} FROM stored_events ORDER BY rowid"))

    def gaps(self) -> list[tuple[str, int]]:
        """The streams whose versions do not run from one up without a gap, with their last position."""
        found = self.reads.all(
            "SELECT originator_id, max(rowid) FROM stored_events GROUP BY originator_id"
            " HAVING min(originator_version) <> 1 OR max(originator_version) <> count(*) ORDER BY 1"
        )
        return [(stream, position) for stream, position in found]

    def all_appends(self) -> list[Append]:
        """Every append, by position."""
        found = self.reads.all("SELECT first, last, recorded_at, command_id FROM appends ORDER BY first")
        return [Append(*row) for row in found]

    def all_reservations(self) -> list[tuple[str, str, int]]:
        """Every reservation: key, and the stream and version that hold it."""
        found = self.reads.all("SELECT key, originator_id, originator_version FROM reservations ORDER BY 1")
        return [(key, stream, version) for key, stream, version in found]

    def all_refs(self) -> list[tuple[str, str]]:
        """Every reference: target, referring stream."""
        found = self.reads.all("SELECT target, originator_id FROM refs ORDER BY 1, 2")
        return [(target, stream) for target, stream in found]

    def at(self, position: int) -> Row | None:
        """The row at a position."""
        found = self._one(f"SELECT {COLUMNS} FROM stored_events WHERE rowid = ?", (position,))
        return Row(*found) if found else None

    def places_at(self, positions: Iterable[int]) -> list[tuple[str, int]]:
        """Stream and version of the rows at some positions."""
        query = "SELECT originator_id, originator_version FROM stored_events WHERE rowid"
        return [(stream, version) for stream, version in self.reads.among(query, positions)]

    def between(self, first: int, last: int) -> list[Row]:
        """The rows from one position to another, by position."""
        found = self.reads.all(
            f"SELECT {COLUMNS} FROM stored_events WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (first, last)
        )
        return [Row(*row) for row in found]

    def streams_between(self, after: int, upto: int) -> list[str]:
        """The streams with rows after one position up to another, sorted."""
        found = self.reads.all(
            "SELECT DISTINCT originator_id FROM stored_events WHERE rowid > ? AND rowid <= ? ORDER BY 1",
            (after, upto),
        )
        return [row[0] for row in found]

    def streams(self, prefix: str) -> list[str]:
        """The streams whose id begins with `prefix` (ending in a slash), sorted."""
        clause, values = _range(prefix)
        found = self.reads.all(
            f"SELECT originator_id FROM stored_events WHERE originator_version = 1{clause} ORDER BY 1", values
        )
        return [row[0] for row in found]

    def last_number(self, region: str, kind: str) -> int:
        """The highest number given to a stream of this kind; 0 when there is none. Never reused."""
        last = self.last_stream(region, kind)
        return streams.number_of(last) if last else 0

    def last_stream(self, region: str, kind: str) -> str | None:
        """The stream of this kind that comes last; None when there is none."""
        clause, values = _range(f"{region}/{kind}/")
        found = self._one(
            f"SELECT originator_id FROM stored_events WHERE true{clause} ORDER BY originator_id DESC LIMIT 1",
            values,
        )
        return found[0] if found else None

    def append_of(self, command_id: str) -> Append | None:
        """The append of a command, if it was recorded."""
        found = self._one(
            "SELECT first, last, recorded_at, command_id FROM appends WHERE command_id = ?", (command_id,)
        )
        return Append(*found) if found else None

    def first_append(self) -> Append | None:
        """The append that `init` made."""
        found = self._one("SELECT first, last, recorded_at, command_id FROM appends ORDER BY first LIMIT 1")
        return Append(*found) if found else None

    def position_at(self, stamp: str) -> int:
        """The last position that was recorded at or before a stamp; 0 when there is none."""
        found = self._one("SELECT max(last) FROM appends WHERE recorded_at <= ?", (stamp,))
        return int(found[0] or 0) if found else 0

    def recorded_at(self, position: int) -> str | None:
        """When a position was recorded."""
        found = self._one(
            "SELECT recorded_at FROM appends WHERE first <= ? ORDER BY first DESC LIMIT 1", (position,)
        )
        return found[0] if found else None

    def reserved(self, keys: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Those of the keys that are held, with the stream and version that hold them."""
        query = "SELECT key, originator_id, originator_version FROM reservations WHERE key"
        return {key: (stream, version) for key, stream, version in self.reads.among(query, keys)}

    def reserved_under(self, prefix: str) -> dict[str, tuple[str, int]]:
        """The keys that begin with `prefix` (ending in a slash) and are held, as `reserved` tells them."""
        clause, values = _range(prefix, "key")
        query = f"SELECT key, originator_id, originator_version FROM reservations WHERE true{clause}"
        return {key: (stream, version) for key, stream, version in self.reads.all(query, values)}

    def referrers(self, targets: Iterable[str]) -> set[str]:
        """The streams that refer, or once referred, to any of the targets."""
        query = "SELECT originator_id FROM refs WHERE target"
        return {row[0] for row in self.reads.among(query, targets)}

    def _one(self, sql: str, values: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        found = self.reads.all(sql, values)
        return found[0] if found else None


def _upto(known: int | None) -> int:
    return known if known is not None else 2**62


def _range(prefix: str, column: str = "originator_id") -> tuple[str, tuple[str, ...]]:
    if not prefix:
        return "", ()
    return f" AND {column} >= ? AND {column} < ?", (prefix, _following(prefix))


def _following(prefix: str) -> str:
    """The first text behind all that begin with a prefix."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
