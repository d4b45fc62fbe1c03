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
from ledger.errors import ConflictError, EnvironmentFault
from ledger.ports.append import Append, EventRow, MergedRun
from ledger.ports.read_statements import ReadStatements
from ledger.ports.reading import Head, is_url, open_read_connection
from ledger.ports.session_role import SessionRole
from ledger.sqlite.reading import has_wal

__all__ = ["Append", "EventStore", "Head", "has_wal", "is_url"]


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

    @property
    def _ask(self) -> ReadStatements:
        return self.reads.statements

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

    def role(self) -> SessionRole:
        """What the role that logged in is bound to; to nothing in a file, and where nobody bound it."""
        return self.reads.role()

    def require_all_regions(self) -> None:
        """Raises ConflictError for a role that sees some regions alone: the proof is one over all of them."""
        if regions := self.role().regions:
            raise ConflictError(
                reason(
                    "Your role sees only the regions {regions} of this ledger.",
                    regions=", ".join(map(streams.region_code, regions)),
                ),
                reason("Let a role do this that sees all of it, such as a verifier or the owner."),
            )

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
        found = self._one(self._ask.head)
        return Head(*found) if found else None

    def leaf(self, position: int) -> bytes:
        """The proof leaf of a position; empty when there is none."""
        found = self._one(self._ask.leaf, (position,))
        return found[0] if found else b""

    def leaves(self, first: int, last: int) -> list[bytes]:
        """The proof leaves from a position to another, both included."""
        return [bytes(row[0]) for row in self.reads.all(self._ask.leaves, (first, last))]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        found = self._one(f"SELECT count(*) FROM {table}")
        return int(found[0]) if found else 0

    def rows(self, stream: str, known: int | None = None) -> list[Row]:
        """The rows of one stream, in order, up to the position known."""
        found = self.reads.all(self._ask.rows, (stream, _upto(known)))
        return [Row(*row) for row in found]

    def rows_of(self, names: Iterable[str], known: int | None = None) -> dict[str, list[Row]]:
        """The rows of many streams by stream, as `rows` gives them; an empty list for one without rows."""
        found: dict[str, list[Row]] = {name: [] for name in names}
        asked = self.reads.among(self._ask.rows_among, list(found), (_upto(known),))
        for row in map(Row._make, asked):
            found[row.stream].append(row)
        # Rows come in the order of no index, and from several questions.
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
        ask = self._ask
        low, high = _range(prefix) if prefix else (None, None)
        bounds = (
            (ask.from_stream, low),
            (ask.before_stream, high),
            (ask.from_stream, first or None),
            (ask.before_stream, last),
            (ask.upto, known),
        )
        given = [(clause, value) for clause, value in bounds if value is not None]
        clauses = "".join(clause for clause, _value in given)
        return self.reads.each(
            f"{ask.all_rows}{clauses}{ask.in_stream_order}", tuple(value for _clause, value in given)
        )

    def rows_of_kinds(self, kinds: Iterable[str], known: int, prefix: str = "") -> Iterator[tuple[Any, ...]]:
        """The rows of some kinds of streams, of one region (its `prefix`) or of all, in stream order.

        Each region and kind is a range and a read of its own: what lies between is not touched, and only
        the position known makes the whole consistent.
        """
        wanted = sorted(kinds)
        for region in (prefix,) if prefix else self.regions():
            for kind in wanted:
                yield from self.all_rows(known, f"{region}{kind}/")

    def regions(self) -> Iterator[str]:
        """The prefixes of all regions that have events, in stream order."""
        after = ""
        # A look into the index for each region: DISTINCT would read every row.
        while found := self._one(self._ask.next_stream, (after,)):
            prefix = found[0].partition("/")[0] + "/"
            yield prefix
            after = _following(prefix)

    def all_events(self) -> Iterator[EventRow]:
        """Every row with its leaf, by position."""
        return map(EventRow._make, self.reads.each(self._ask.all_events))

    def gaps(self) -> list[tuple[str, int]]:
        """The streams whose versions do not run from one up without a gap, with their last position."""
        found = self.reads.all(self._ask.gaps)
        return [(stream, position) for stream, position in found]

    def all_appends(self) -> list[Append]:
        """Every append, by position."""
        found = self.reads.all(self._ask.all_appends)
        return [Append(*row) for row in found]

    def each_append(self) -> Iterator[tuple[Any, ...]]:
        """Every append, by position, as `Append` names its columns; memory does not grow with them."""
        return self.reads.each(self._ask.all_appends)

    def rows_with_leaf(self, first: str, last: str | None) -> Iterator[tuple[Any, ...]]:
        """The rows of the streams from one to another (left out), as `EventRow` names their columns.

        In stream order.
        """
        ask = self._ask
        return self._each_of(ask.all_rows_with_leaf + ask.from_stream, first, last, ask.in_stream_order)

    def reservations_of(self, first: str, last: str | None) -> Iterator[tuple[Any, ...]]:
        """The reservations that the streams from one to another (left out) hold, in no order."""
        return self._each_of(self._ask.reservations_of, first, last)

    def refs_of(self, first: str, last: str | None) -> Iterator[tuple[Any, ...]]:
        """The references of the streams from one to another (left out), in no order."""
        return self._each_of(self._ask.refs_of, first, last)

    def _each_of(self, sql: str, first: str, last: str | None, order: str = "") -> Iterator[tuple[Any, ...]]:
        if last is None:
            return self.reads.each(sql + order, (first,))
        return self.reads.each(sql + self._ask.before_stream + order, (first, last))

    def all_reservations(self) -> list[tuple[str, str, int]]:
        """Every reservation: key, and the stream and version that hold it."""
        found = self.reads.all(self._ask.all_reservations)
        return [(key, stream, version) for key, stream, version in found]

    def all_refs(self) -> list[tuple[str, str]]:
        """Every reference: target, referring stream."""
        found = self.reads.all(self._ask.all_refs)
        return [(target, stream) for target, stream in found]

    def at(self, position: int) -> Row | None:
        """The row at a position."""
        found = self._one(self._ask.at, (position,))
        return Row(*found) if found else None

    def places_at(self, positions: Iterable[int]) -> list[tuple[str, int]]:
        """Stream and version of the rows at some positions."""
        found = self.reads.among(self._ask.places_among, positions)
        return [(stream, version) for stream, version in found]

    def between(self, first: int, last: int) -> list[Row]:
        """The rows from one position to another, by position."""
        found = self.reads.all(self._ask.between, (first, last))
        return [Row(*row) for row in found]

    def streams_between(self, after: int, upto: int) -> list[str]:
        """The streams with rows after one position up to another, sorted."""
        found = self.reads.all(self._ask.streams_between, (after, upto))
        return [row[0] for row in found]

    def streams(self, prefix: str) -> list[str]:
        """The streams whose id begins with `prefix` (ending in a slash), sorted."""
        return [row[0] for row in self.reads.all(self._ask.streams, _range(prefix))]

    def last_number(self, region: str, kind: str) -> int:
        """The highest number given to a stream of this kind; 0 when there is none. Never reused."""
        last = self.last_stream(region, kind)
        return streams.number_of(last) if last else 0

    def last_stream(self, region: str, kind: str) -> str | None:
        """The stream of this kind that comes last; None when there is none."""
        found = self._one(self._ask.last_stream, _range(f"{region}/{kind}/"))
        return found[0] if found else None

    def append_of(self, command_id: str) -> Append | None:
        """The append of a command, if it was recorded."""
        found = self._one(self._ask.append_of, (command_id,))
        return Append(*found) if found else None

    def first_append(self) -> Append | None:
        """The append that `init` made."""
        found = self._one(self._ask.first_append)
        return Append(*found) if found else None

    def position_at(self, stamp: str) -> int:
        """The last position that was recorded at or before a stamp; 0 when there is none."""
        found = self._one(self._ask.position_at, (stamp,))
        return int(found[0] or 0) if found else 0

    def recorded_at(self, position: int) -> str | None:
        """When a position was recorded."""
        found = self._one(self._ask.recorded_at, (position,))
        return found[0] if found else None

    def reserved(self, keys: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Those of the keys that are held, with the stream and version that hold them."""
        found = self.reads.among(self._ask.reserved_among, keys)
        return {key: (stream, version) for key, stream, version in found}

    def reserved_under(self, prefix: str) -> dict[str, tuple[str, int]]:
        """The keys that begin with `prefix` (ending in a slash) and are held, as `reserved` tells them."""
        found = self.reads.all(self._ask.reserved_under, _range(prefix))
        return {key: (stream, version) for key, stream, version in found}

    def referrers(self, targets: Iterable[str]) -> set[str]:
        """The streams that refer, or once referred, to any of the targets."""
        return {row[0] for row in self.reads.among(self._ask.referrers_among, targets)}

    def merged(self) -> list[MergedRun]:
        """The runs of events that came from other ledgers, by position; none in most ledgers."""
        if self._one(self._ask.has_merged) is None:
            return []
        rows = self.reads.all(self._ask.merged)
        return [MergedRun._make((*row[:6], bytes(row[6]), *row[7:])) for row in rows]

    def merged_regions(self) -> dict[str, str]:
        """The prefixes of the regions that came from other ledgers, each with its origin."""
        return {region: run.origin for run in self.merged() for region in run.regions.split(",")}

    def here(self, region: str, position: int) -> int:
        """The position here of an event that its own ledger names so; the same where nothing moved."""
        for run in self.merged():
            if region in run.regions.split(",") and run.origin_first <= position <= run.origin_last:
                return position + run.offset
        return position

    def _one(self, sql: str, values: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        found = self.reads.all(sql, values)
        return found[0] if found else None


def _upto(known: int | None) -> int:
    # Above every position, and within the eight bytes that both databases give a number.
    return known if known is not None else 2**62


def _range(prefix: str) -> tuple[str, str]:
    """The first text that begins with a prefix, and the first behind all of them."""
    return prefix, _following(prefix)


def _following(prefix: str) -> str:
    """The first text behind all that begin with a prefix."""
    # Both databases sort these texts by code points: nothing lies between the two.
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
