"""The append section on PostgreSQL: the library's recorder with our table layout, guards and proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Literal

import psycopg
from eventsourcing.persistence import IntegrityError, PersistenceError, StoredEvent
from eventsourcing.postgres import ConnectionPool, PostgresApplicationRecorder, PostgresDatastore
from psycopg import Connection, Cursor, IsolationLevel
from psycopg.rows import DictRow, dict_row, tuple_row

from domain.base import reason
from ledger import clock
from ledger.errors import EnvironmentFault
from ledger.postgres_reading import fault
from ledger.postgres_tables import OLDEST, SCHEMA, STATEMENTS
from ledger.section import LOCK_SECONDS, Append, EventRow, Section, append

SETTINGS = (
    f"SET search_path = {SCHEMA}; SET lock_timeout = '{LOCK_SECONDS}s'; SET client_encoding = 'UTF8';"
    " SET idle_in_transaction_session_timeout = 0;"
    # An acknowledged append must outlive a power cut, whatever the database's default is.
    " SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local')"
)
INSERT_EVENTS = (
    "INSERT INTO stored_events (notification_id, originator_id, originator_version, topic, state,"
    " recorded_at, leaf) SELECT * FROM"
    " unnest(%b::bigint[], %b::text[], %b::bigint[], %b::text[], %b::bytea[], %b::text[], %b::bytea[])"
)
INSERT_APPENDS = (
    "INSERT INTO appends SELECT * FROM unnest(%b::bigint[], %b::bigint[], %b::text[], %b::text[])"
)
INSERT_RESERVATIONS = "INSERT INTO reservations SELECT * FROM unnest(%b::text[], %b::text[], %b::bigint[])"
INSERT_REFS = "INSERT INTO refs SELECT * FROM unnest(%b::text[], %b::text[]) ON CONFLICT DO NOTHING"
SMALL_EVENTS, SMALL_BYTES = 50, 16_384
TAKE = "UPDATE head SET position = position + %s RETURNING position, recorded_at, frontier"


class Datastore(PostgresDatastore):
    """The library's datastore on a URL, with durable commits, a lock timeout and our schema."""

    def __init__(
        self, url: str, *, originator_id_type: Literal["uuid", "text"] = "text", pool_size: int = 1
    ) -> None:
        super().__init__(
            "",
            "",
            "",
            "",
            "",
            schema=SCHEMA,
            originator_id_type=originator_id_type,
            lock_timeout=LOCK_SECONDS,
        )
        self.pool = ConnectionPool(
            url,
            connection_class=Connection[DictRow],
            kwargs={"row_factory": dict_row, "autocommit": True},
            min_size=1,
            max_size=pool_size,
            open=False,
            configure=_configure,
            timeout=LOCK_SECONDS,
            num_workers=1,
        )

    def register_type_adapters(self) -> None:
        """Nothing: events go in as plain arrays, not as the library's composite type."""


def _configure(connection: Connection[Any]) -> None:
    # The section reads what was committed while it waited for the head: no older snapshot will do.
    connection.isolation_level = IsolationLevel.READ_COMMITTED
    connection.execute(SETTINGS)


class PostgresLog(PostgresApplicationRecorder):
    """The append section. The lock is taken by its first statement, which hands out the positions."""

    def __init__(self, datastore: PostgresDatastore, *, now: clock.Clock = clock.now) -> None:
        super().__init__(datastore)
        self.now = now

    def create_table(self) -> None:
        """Makes schemas, tables and guards, or brings them to today's layout.

        Raises EnvironmentFault on a server or database that cannot hold a ledger.
        """
        try:
            self._create_tables()
        except PersistenceError as error:
            if isinstance(error.__cause__, psycopg.Error):
                raise fault(error.__cause__) from error
            raise

    def _create_tables(self) -> None:
        with self.datastore.transaction(commit=True) as cursor:
            _require_fit(cursor.connection)
            # Two that make the same table at once fail in PostgreSQL's catalogue.
            cursor.execute(f"SELECT pg_advisory_xact_lock(hashtext('{SCHEMA}'))")
            for statement in STATEMENTS:
                cursor.execute(statement)

    def insert_events(
        self, stored_events: Sequence[StoredEvent], *, section: Section | None = None, **_: Any
    ) -> Sequence[int]:
        """Appends in one transaction; see `ledger.section`. IntegrityError where a key is there.

        Raises LostConnectionError when nobody can say whether it was recorded: look the command id up.
        """
        if not stored_events:
            return []
        try:
            with self._hand(at_once=_is_small(stored_events)) as hand:
                places = append(hand, stored_events, section or Section(), self.now)
                self._notify_channel(hand.cursor)
            return places
        except IntegrityError:
            raise
        except PersistenceError as error:
            if isinstance(error.__cause__, psycopg.Error):
                raise fault(error.__cause__) from error
            raise

    def hand(self) -> AbstractContextManager[PostgresHand]:
        return self._hand(at_once=False)

    @contextmanager
    def _hand(self, *, at_once: bool) -> Iterator[PostgresHand]:
        """`at_once` sends the statements behind the first together: two journeys to the server, not nine."""
        with (
            self.datastore.get_connection() as connection,
            connection.pipeline() if at_once else nullcontext() as pipeline,
            connection.transaction(),
            connection.cursor(row_factory=tuple_row, binary=True) as cursor,
        ):
            yield PostgresHand(cursor)
            if pipeline:
                # What a statement refuses must be raised before the commit is sent.
                pipeline.sync()

    def close(self) -> None:
        self.datastore.close()


def _is_small(events: Sequence[StoredEvent]) -> bool:
    """True for what fits into the buffers of a connection: more, sent together, would wait for ever."""
    return len(events) <= SMALL_EVENTS and sum(len(event.state) for event in events) <= SMALL_BYTES


def _require_fit(connection: Connection[Any]) -> None:
    if connection.info.server_version < OLDEST:
        raise EnvironmentFault(
            reason("The server is older than PostgreSQL {oldest}.", oldest=OLDEST // 10000),
            reason("Take a newer server for the ledger."),
        )
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise EnvironmentFault(
            reason("The database keeps text as {encoding}; it must be UTF8.", encoding=encoding),
            reason("Make another: CREATE DATABASE jejak ENCODING 'UTF8' TEMPLATE template0"),
        )


class PostgresHand:
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
        self.cursor.execute("UPDATE head SET recorded_at = %s, frontier = %b", (recorded_at, frontier))

    def streams_after(self, position: int) -> set[str]:
        query = "SELECT DISTINCT originator_id FROM stored_events WHERE notification_id > %s"
        return {row[0] for row in self.cursor.execute(query, (position,))}

    def targets_of(self, streams: Sequence[str]) -> set[str]:
        query = "SELECT target FROM refs WHERE originator_id = ANY(%b::text[])"
        return {row[0] for row in self.cursor.execute(query, (list(streams),))}

    def _columns(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """One statement for all rows, a whole column at a time: four times as fast as row by row."""
        if rows:
            self.cursor.execute(statement, [list(column) for column in zip(*rows, strict=True)])
