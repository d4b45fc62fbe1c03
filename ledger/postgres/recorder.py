"""The append section on PostgreSQL: the library's recorder with our table layout, guards and proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import psycopg
from eventsourcing.persistence import IntegrityError, PersistenceError, StoredEvent
from eventsourcing.postgres import ConnectionPool, PostgresApplicationRecorder, PostgresDatastore
from psycopg import Connection, IsolationLevel
from psycopg.rows import DictRow, dict_row, tuple_row

from domain.base import reason
from ledger import clock
from ledger.errors import EnvironmentFault
from ledger.ports.append import LOCK_SECONDS, AppendRequest, append
from ledger.postgres.append_statements import BatchedAppendStatements, PostgresAppendStatements
from ledger.postgres.ddl import OLDEST, STATEMENTS
from ledger.postgres.reading import PATH, environment_fault
from ledger.postgres.rights import SCHEMA

SETTINGS = (
    f"SET search_path = {PATH}; SET lock_timeout = '{LOCK_SECONDS}s'; SET client_encoding = 'UTF8';"
    " SET idle_in_transaction_session_timeout = 0;"
    # An acknowledged append must outlive a power cut, whatever the database's default is.
    " SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local')"
)


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


class PostgresRecorder(PostgresApplicationRecorder):
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
                raise environment_fault(error.__cause__) from error
            raise

    def _create_tables(self) -> None:
        with self.datastore.transaction(commit=True) as cursor:
            _require_fit(cursor.connection)
            # Two that make the same table at once fail in PostgreSQL's catalogue.
            cursor.execute(f"SELECT pg_advisory_xact_lock(hashtext('{SCHEMA}'))")
            for statement in STATEMENTS:
                cursor.execute(statement)

    def insert_events(
        self, stored_events: Sequence[StoredEvent], *, request: AppendRequest | None = None, **_: Any
    ) -> Sequence[int]:
        """Appends in one transaction; see `ledger.ports.append`. IntegrityError where a key is there.

        Raises LostConnectionError when nobody can say whether it was recorded: look the command id up.
        """
        if not stored_events:
            return []
        try:
            with self.append_statements() as statements:
                return append(
                    BatchedAppendStatements(statements.cursor),
                    stored_events,
                    request or AppendRequest(),
                    self.now,
                )
        except IntegrityError:
            raise
        except PersistenceError as error:
            if isinstance(error.__cause__, psycopg.Error):
                raise environment_fault(error.__cause__) from error
            raise

    @contextmanager
    def append_statements(self) -> Iterator[PostgresAppendStatements]:
        with (
            self.datastore.get_connection() as connection,
            connection.transaction(),
            connection.cursor(row_factory=tuple_row, binary=True) as cursor,
        ):
            yield PostgresAppendStatements(cursor)

    def close(self) -> None:
        self.datastore.close()


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
