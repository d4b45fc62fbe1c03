"""The statements of an append on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg import Cursor

from ledger.ports.append import Append, EventRow, MergedRun
from ledger.postgres.ddl import MERGED
from ledger.postgres.subscription import CHANNEL

INSERT_EVENTS = (
    "INSERT INTO stored_events (notification_id, originator_id, originator_version, topic, state,"
    " recorded_at, leaf) SELECT * FROM"
    " unnest(%b::bigint[], %b::text[], %b::bigint[], %b::text[], %b::bytea[], %b::text[], %b::bytea[])"
)
INSERT_APPENDS = (
    "INSERT INTO appends SELECT * FROM unnest(%b::bigint[], %b::bigint[], %b::text[], %b::text[])"
)
INSERT_RESERVATIONS = "INSERT INTO reservations SELECT * FROM unnest(%b::text[], %b::text[], %b::bigint[])"
# References only grow, and later events tell the same one again.
INSERT_REFS = "INSERT INTO refs SELECT * FROM unnest(%b::text[], %b::text[]) ON CONFLICT DO NOTHING"
INSERT_MERGED = "INSERT INTO merged_from VALUES (%s, %s, %s, %s, %s, %s, %b, %s, %s, %s, %s)"
TAKE = "UPDATE head SET position = position + %s RETURNING position, recorded_at, frontier"
PUT_HEAD = "UPDATE head SET recorded_at = %s, frontier = %b"
WHOLE = (
    f"WITH events AS ({INSERT_EVENTS}), append AS ({INSERT_APPENDS}), held AS ({INSERT_RESERVATIONS}),"
    f" referred AS ({INSERT_REFS}) {PUT_HEAD} RETURNING pg_notify('{CHANNEL}', '')"
)
"""All that an append writes behind the lock, and the word to those who listen: one journey to the server."""


class PostgresAppendStatements:
    """The statements of an append, on the cursor of its transaction."""

    def __init__(self, cursor: Cursor[Any]) -> None:
        self.cursor = cursor

    def take(self, count: int) -> tuple[int, str, bytes]:
        found = self.cursor.execute(TAKE, (count,)).fetchone()
        assert found is not None
        position, recorded_at, frontier = found
        return position, recorded_at, frontier

    def put_events(self, rows: Sequence[EventRow]) -> None:
        self._columns(INSERT_EVENTS, rows)

    def put_appends(self, rows: Sequence[Append]) -> None:
        self._columns(INSERT_APPENDS, rows)

    def release(self, keys: Sequence[str]) -> None:
        self.cursor.execute("DELETE FROM reservations WHERE key = ANY(%b::text[])", (list(keys),))

    def reserve(self, rows: Sequence[tuple[str, str, int]]) -> None:
        self._columns(INSERT_RESERVATIONS, rows)

    def refer(self, rows: Sequence[tuple[str, str]]) -> None:
        self._columns(INSERT_REFS, rows)

    def put_head(self, recorded_at: str, frontier: bytes) -> None:
        self.cursor.execute(PUT_HEAD, (recorded_at, frontier))

    def put_merged(self, runs: Sequence[MergedRun]) -> None:
        for statement in MERGED if runs else ():
            self.cursor.execute(statement)
        for run in runs:
            self.cursor.execute(INSERT_MERGED, run)

    def streams_after(self, position: int) -> set[str]:
        query = "SELECT DISTINCT originator_id FROM stored_events WHERE notification_id > %s"
        return {row[0] for row in self.cursor.execute(query, (position,))}

    def targets_of(self, streams: Sequence[str]) -> set[str]:
        query = "SELECT target FROM refs WHERE originator_id = ANY(%b::text[])"
        return {row[0] for row in self.cursor.execute(query, (list(streams),))}

    def _columns(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """One statement for all rows, a whole column at a time: four times as fast as row by row."""
        if rows:
            self.cursor.execute(statement, _turned(rows, len(rows[0])))


class BatchedAppendStatements(PostgresAppendStatements):
    """The same for one append: what stands behind the lock is gathered, and written with the head at once.

    Keys are released before, by a statement of their own: in one statement nobody could say whether a key
    is released first or taken first.
    """

    def __init__(self, cursor: Cursor[Any]) -> None:
        super().__init__(cursor)
        self.rows: dict[str, Sequence[tuple[Any, ...]]] = {}

    def put_events(self, rows: Sequence[EventRow]) -> None:
        self.rows["events"] = rows

    def put_appends(self, rows: Sequence[Append]) -> None:
        self.rows["appends"] = rows

    def reserve(self, rows: Sequence[tuple[str, str, int]]) -> None:
        self.rows["reservations"] = rows

    def refer(self, rows: Sequence[tuple[str, str]]) -> None:
        self.rows["refs"] = rows

    def put_head(self, recorded_at: str, frontier: bytes) -> None:
        widths = {"events": 7, "appends": 4, "reservations": 3, "refs": 2}
        columns = [one for name, width in widths.items() for one in _turned(self.rows.get(name, ()), width)]
        self.cursor.execute(WHOLE, [*columns, recorded_at, frontier])


def _turned(rows: Sequence[tuple[Any, ...]], width: int) -> list[list[Any]]:
    """Rows as so many columns."""
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(width)]
