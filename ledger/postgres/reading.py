"""A read-only connection to a ledger on PostgreSQL, made again when it breaks."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import psycopg
from psycopg import Connection, IsolationLevel
from psycopg.conninfo import conninfo_to_dict

from domain.base import reason
from ledger.errors import EnvironmentFault, LockedLedgerError, LostConnectionError, NoLedgerError
from ledger.ports.append import CLOSED_PREFIX
from ledger.ports.session_role import SessionRole
from ledger.postgres.ddl import LAYOUT
from ledger.postgres.read_statements import READ
from ledger.postgres.rights import SCHEMA
from ledger.postgres.session_roles import DEPENDED_ON, OTHER_ACTOR

T = TypeVar("T")
CHUNK = 200
"""Rows taken at a time: as many as a socket holds, so that the server reads on while they are folded."""
AMONG = 5000
"""How many values one question takes; its answer is held in memory at once."""
CONNECT_SECONDS = 10
PATH = f"pg_catalog, {SCHEMA}, pg_temp"
"""Where names without a schema are looked for. Unnamed, temporary objects of the session would come first."""
NO_ROOM = "53"
"""How the codes begin with which a server says that it lacks disk, memory or connections."""
# A long fold rests inside its transaction between two chunks; a server may be set to end who rests there.
SETTINGS = (
    f"SET search_path = {PATH}; SET default_transaction_read_only = on; SET client_encoding = 'UTF8';"
    " SET idle_in_transaction_session_timeout = 0"
)
CLOSING = f"SELECT tgargs FROM pg_trigger WHERE tgrelid = to_regclass('{SCHEMA}.head') AND tgname = 'closed'"
# Named with its schema: PostgreSQL passes over one that this role may not use, as if it were not there.
VERSION = f"SELECT version FROM {SCHEMA}.layout"
Values = tuple[Any, ...]


class PostgresReadConnection:
    """How `ledger.event_store` reads a database.

    A connection that breaks between two reads is made again; inside a snapshot LostConnectionError is
    raised, since the next connection would see another moment.
    """

    statements = READ

    def __init__(self, url: str) -> None:
        self.url = url
        self._within = False
        self._stream: Generator[Any, None, None] | None = None
        self._by_index = False
        self._connection = connect(url)

    @property
    def connection(self) -> Connection[Any]:
        if self._connection.closed and not self._within:
            self._connection = _again(lambda: connect(self.url))
            self._by_index = False
        return self._connection

    def all(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        try:
            return self._all(sql, values)
        except LostConnectionError:
            if self._within:
                raise
            return self._all(sql, values)

    def _all(self, sql: str, values: Values) -> list[tuple[Any, ...]]:
        self._give_up()
        with translated_errors(), self._planned(by_index=False).cursor(binary=True) as cursor:
            return cursor.execute(_query(sql), values).fetchall()

    def among(self, sql: str, values: Iterable[str | int], before: Values = ()) -> Iterator[tuple[Any, ...]]:
        wanted = iter(values)
        while some := list(islice(wanted, AMONG)):
            yield from self.all(sql, (*before, some))

    def each(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        # Several rows at a time need libpq 17, which psycopg's own package brings along.
        size = CHUNK if psycopg.capabilities.has_stream_chunked() else 1
        self._give_up()
        with translated_errors(), self._planned(by_index=True).cursor(binary=True) as cursor:
            stream: Any = cursor.stream(_query(sql), values, size=size)
            self._stream = stream
            yield from stream
            if self._stream is not stream:
                raise RuntimeError("another read began before the last row of this one was taken")
            self._stream = None

    def _planned(self, *, by_index: bool) -> Connection[Any]:
        """The connection, whose server reads many rows in the order of their index.

        It would rather sort them: that spills the ledger to its disk, and the first row comes last.
        """
        connection = self.connection
        if by_index != self._by_index:
            connection.execute(f"SET enable_sort = {'off' if by_index else 'on'}")
            self._by_index = by_index
        return connection

    def _give_up(self) -> None:
        """Ends a stream that was left before its last row: the connection can do one thing at a time."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        connection, by_index = self.connection, self._by_index
        with translated_errors(), connection.transaction(force_rollback=True):
            self._within = True
            try:
                yield
            finally:
                self._within = False
                # Rolled back with the rest.
                self._by_index = by_index

    def lenient(self) -> contextlib.AbstractContextManager[None]:
        """Nothing to do: the server keeps no text that is not UTF-8."""
        return contextlib.nullcontext()

    def checkpoint(self) -> None:
        """Nothing to do: the server keeps its own files."""

    def closed_by(self) -> str | None:
        found = self.all(CLOSING)
        return found[0][0].decode().partition(CLOSED_PREFIX)[2].rstrip("\0") if found else None

    def role(self) -> SessionRole:
        found = self.all("SELECT standing, person, regions FROM session_role()")
        return SessionRole(*found[0]) if found else SessionRole()

    def close(self) -> None:
        self._connection.close()


def _query(sql: str) -> Any:
    """A statement as psycopg's types let it through: they take only texts that stand in the code."""
    return sql


def connect(url: str) -> Connection[Any]:
    """A connection that reads the ledger's schema and cannot write.

    Raises LostConnectionError when there is no server, NoLedgerError when there is no ledger of today's
    layout, EnvironmentFault when the server refuses.
    """
    with translated_errors():
        connection = open_connection(url)
        try:
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
            connection.execute(SETTINGS)
            layout = _layout(connection)
            if layout != LAYOUT:
                raise _unfit(url, layout)
        except BaseException:
            connection.close()
            raise
        return connection


def _layout(connection: Connection[Any]) -> int:
    """The version of the tables; 0 where there are none."""
    try:
        found = connection.execute(VERSION).fetchone()
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName):
        return 0
    return int(found[0]) if found else 0


def open_connection(url: str) -> Connection[Any]:
    """A connection that commits each statement by itself, and trusts no schema that others may write."""
    connection = psycopg.connect(
        url, autocommit=True, connect_timeout=CONNECT_SECONDS, application_name="jejak"
    )
    connection.execute("SET search_path = pg_catalog, pg_temp")
    return connection


def _unfit(url: str, version: int) -> EnvironmentFault:
    if version > LAYOUT:
        return EnvironmentFault(
            reason("The ledger in {place} was laid out by a newer Jejak.", place=url_without_password(url)),
            reason("Update Jejak on this computer, then try again."),
        )
    return NoLedgerError(
        reason("There is no ledger of this release in {place}.", place=url_without_password(url)),
        reason("Its owner makes or updates the tables with: jejak database migrate"),
    )


def url_without_password(url: str) -> str:
    """A database as people are told of it: never with a password."""
    parts = conninfo_to_dict(url)
    host, port = parts.get("host") or "localhost", parts.get("port")
    place = f"{host}:{port}" if port else str(host)
    return f"postgresql://{place}/{parts.get('dbname') or ''}"


@contextlib.contextmanager
def translated_errors(*but: type[psycopg.Error]) -> Iterator[None]:
    """Turns what psycopg raises into what the ledger raises; `but` goes through as it is."""
    try:
        yield
    except but:
        raise
    except psycopg.Error as error:
        raise environment_fault(error) from error


def environment_fault(error: psycopg.Error) -> EnvironmentFault:
    """A sentence for an error of the server or of the connection to it."""
    if is_lost(error):
        return LostConnectionError(str(error))
    if isinstance(error, psycopg.errors.LockNotAvailable):
        return LockedLedgerError()
    if isinstance(error, psycopg.errors.ReadOnlySqlTransaction):
        return EnvironmentFault(
            reason("This database can only be read: it is a replica, or was set so."),
            reason("Name the main server, in JEJAK_DATABASE_URL or jejak.toml, to record or to rebuild."),
        )
    if found := _held_back(error):
        return found
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return EnvironmentFault(
            reason("The database refuses this role: {detail}.", detail=_first(error)),
            reason("Its owner gives rights with: jejak database grant"),
        )
    return EnvironmentFault(
        reason("The database refuses: {detail}.", detail=_first(error)),
        reason(
            "Check free disk space, memory and connections of the server, then run the same command again."
        )
        if (error.sqlstate or "").startswith(NO_ROOM)
        else reason("Run: jejak database check"),
    )


def _held_back(error: psycopg.Error) -> EnvironmentFault | None:
    """A sentence for what the binding of a role refuses."""
    told = error.diag.message_primary or ""
    if told == OTHER_ACTOR:
        return EnvironmentFault(
            reason("Your role records as one person, and these events name another; nothing was recorded."),
            reason("Log in with the role of whoever records; its owner binds it with jejak database grant."),
        )
    if told == DEPENDED_ON:
        return EnvironmentFault(
            reason("A region that your role does not see depends on this; nothing was recorded."),
            reason("Let a writer do this whose role sees all regions."),
        )
    if "row-level security" in told:
        return EnvironmentFault(
            reason("Your role does not write in this region; nothing was recorded."),
            reason("Its owner gives it more regions with: jejak database grant writer ROLE --region CODE"),
        )
    return None


def is_lost(error: BaseException | None) -> bool:
    """True for an error of the connection, not of a statement: the server may have committed."""
    if not isinstance(error, psycopg.Error) or isinstance(error, psycopg.ProgrammingError):
        return False
    # 08 is the connection, 57P a server that shuts down or was told to end it; none is no answer at all.
    state = error.sqlstate
    return state is None or state.startswith(("08", "57P"))


def _first(error: psycopg.Error) -> str:
    return (error.diag.message_primary or str(error)).strip().splitlines()[0]


def _again(make: Callable[[], T]) -> T:
    """Tries for some seconds, as a server that starts again needs them."""
    until = time.monotonic() + CONNECT_SECONDS
    while True:
        try:
            return make()
        except LostConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
