"""Generations as schemas of the ledger's database; the pointer is read in the reader's own moment.

Whoever uses a generation shares a lock with its name for as long as the connection lives; who drops it needs
that lock alone. So nothing goes while it is read, and what a crash left unfinished goes at the next switch.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import psycopg
from psycopg import Connection, sql
from sqlalchemy import Boolean, Integer, Table, create_engine, event
from sqlalchemy import Connection as Queries
from sqlalchemy.pool import StaticPool

from ledger.postgres.reading import CHUNK, open_connection, translated_errors, url_without_password
from ledger.postgres.reading import environment_fault as sentence_for
from ledger.postgres.rights import VIEWS
from ledger.postgres.view_schemas import LOCK, NAMED
from projections import views
from projections.storage.generation import (
    ATTEMPTS,
    WAIT_SECONDS,
    Generation,
    UnwritableError,
    Values,
    key_order,
    key_places,
    new_suffix,
    tables,
)

COPIED = {"text": "text", "number": "int8", "flag": "bool"}
"""Kinds of columns as the server names them."""
AT_ONCE = 5000
"""How many rows one statement adds to a finished generation."""
META: tuple[dict[str, Any], ...] = (
    {
        "name": "view_state",
        "columns": [
            {"name": "name", "type": "text"},
            {"name": "version", "type": "number"},
            {"name": "position", "type": "number"},
            {"name": "leaf", "type": "bytes"},
            {"name": "fault", "type": "text"},
        ],
        "key": ["name"],
        "indexes": [],
    },
    {
        "name": "built",
        "columns": [
            {"name": "one", "type": "number"},
            {"name": "events", "type": "number"},
            {"name": "seconds", "type": "real"},
            {"name": "at", "type": "text"},
        ],
        "key": ["one"],
        "indexes": [],
    },
)
POINT = (
    f"INSERT INTO {VIEWS}.current VALUES (%s, %s, current_date)"
    " ON CONFLICT (views) DO UPDATE SET generation = excluded.generation, used = excluded.used"
)
USED = f"UPDATE {VIEWS}.current SET used = current_date WHERE generation = %s AND used < current_date"
UNUSED = f"DELETE FROM {VIEWS}.current WHERE used < current_date - 30"
"""Views of a release that nobody caught up for a month, no office runs any more."""
SETTINGS = "SET client_encoding = 'UTF8'; SET idle_in_transaction_session_timeout = 0"
_REFUSED = (
    psycopg.errors.LockNotAvailable,
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.ReadOnlySqlTransaction,
    psycopg.errors.ObjectNotInPrerequisiteState,
)


class PostgresGeneration(Generation):
    """A generation in a schema, over a connection of its own."""

    MARK = "%s"

    def __init__(
        self, connection: Connection[Any], name: str, wait: float = WAIT_SECONDS, *, unfinished: bool = False
    ) -> None:
        self._connection, self.name, self.wait, self.unfinished = connection, name, wait, unfinished

    @property
    def connection(self) -> Connection[Any]:
        return self._connection

    def execute(self, sql: str, values: Values = ()) -> list[Values]:
        with translated_errors():
            # psycopg's types take only texts that stand in the code.
            query: Any = sql
            cursor = self._connection.execute(query, values)
            return cursor.fetchall() if cursor.description else []

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        if not self.unfinished:
            self._insert(table, rows)
        elif rows:
            self._copy(table, rows)

    def _insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Whole columns at a time: nobody may copy into a table whose rows are held to regions."""
        arrays = ", ".join(f"%s::{kind}[]" for kind in _types(table))
        for first in range(0, len(rows), AT_ONCE):
            columns = [list(column) for column in zip(*rows[first : first + AT_ONCE], strict=True)]
            self.execute(f"INSERT INTO {table.name} SELECT * FROM unnest({arrays})", tuple(columns))

    def _copy(self, table: Table, rows: Sequence[Values]) -> None:
        with (
            translated_errors(),
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {table.name} FROM STDIN (FORMAT BINARY)") as copy,
        ):
            copy.set_types(_types(table))
            for row in rows:
                copy.write_row(row)

    def delete(self, table: Table, streams: Sequence[str]) -> None:
        self.execute(f"DELETE FROM {table.name} WHERE stream = ANY(%s)", (list(streams),))

    def by_key(self, table: Table) -> Iterator[tuple[Values, Values]]:
        places = key_places(table)
        size = CHUNK if psycopg.capabilities.has_stream_chunked() else 1
        query: Any = f"SELECT * FROM {table.name} ORDER BY {key_order(table)}"
        with translated_errors(), self._connection.cursor(binary=True) as cursor:
            for row in cursor.stream(query, size=size):
                yield tuple(row[at] for at in places), row

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        with translated_errors(*_REFUSED), self._connection.transaction():
            try:
                self._connection.execute(f"SET LOCAL lock_timeout = {int(self.wait * 1000)}")
                # Readers go on: they see the rows of before until the commit.
                self._connection.execute("LOCK TABLE view_state IN SHARE ROW EXCLUSIVE MODE")
            except _REFUSED as error:
                raise UnwritableError(error.diag.message_primary or str(error)) from error
            self._connection.execute(USED, (self.name,))
            yield

    def begin(self) -> None:
        with translated_errors():
            self._connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        self.begin()
        try:
            yield
        finally:
            with translated_errors():
                self._connection.execute("ROLLBACK")

    def replaced(self) -> bool:
        with translated_errors():
            return _pointer(self._connection) != self.name

    def size(self) -> int:
        query = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relnamespace = %s::regnamespace"
        relations = f"{query} AND relkind = 'r'"
        return int(self.execute(relations, (self.name,))[0][0] or 0)

    def queries(self) -> Queries:
        engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: self._connection,
            poolclass=StaticPool,
            hide_parameters=True,
            use_native_hstore=False,
        )

        @event.listens_for(engine, "handle_error")
        def _(context: Any) -> None:
            if isinstance(context.original_exception, psycopg.Error):
                raise sentence_for(context.original_exception) from context.original_exception

        return engine.connect()

    def close(self) -> None:
        self._connection.close()


@dataclass(frozen=True)
class PostgresGenerationStore:
    """The schemas of one database."""

    url: str

    def where(self, name: str) -> str:
        return f"{url_without_password(self.url)} {name}"

    def today(self, wait: float = WAIT_SECONDS) -> PostgresGeneration | None:
        with translated_errors():
            connection = _connect(self.url)
            try:
                name = _held(connection)
            except BaseException:
                connection.close()
                raise
        if name is None:
            connection.close()
            return None
        return PostgresGeneration(connection, name, wait)

    def writable(self) -> bool:
        query = (
            f"SELECT NOT pg_is_in_recovery() AND has_schema_privilege('{VIEWS}', 'USAGE')"
            f" AND has_function_privilege('{VIEWS}.make_generation(text, jsonb)', 'EXECUTE')"
        )
        with self._connected() as connection:
            found = connection.execute(query).fetchone()
        return bool(found and found[0])

    def new(self) -> str:
        return f"views_{new_suffix()}"

    @contextlib.contextmanager
    def building(self, name: str) -> Iterator[PostgresGeneration]:
        began = time.monotonic()
        with self._made(name) as made:
            yield made
            made.execute(f"SELECT {VIEWS}.finish_generation(%s, %s::jsonb)", (name, _description()))
            made.set_built(made.folded, began)
            # Still held: else another's switch could take it for left over.
            _switch(made.connection, name)

    @contextlib.contextmanager
    def copying(self, name: str, source: Generation) -> Iterator[PostgresGeneration]:
        with self.building(name) as made, made.connection.transaction():
            made.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            for table in ("view_state", "built", *(one.name for one in tables())):
                made.execute(f"INSERT INTO {name}.{table} SELECT * FROM {source.name}.{table}")
            yield made

    @contextlib.contextmanager
    def _made(self, name: str) -> Iterator[PostgresGeneration]:
        with self._connected() as connection:
            connection.execute("SET synchronous_commit = off")
            _share(connection, name)
            made = PostgresGeneration(connection, name, unfinished=True)
            try:
                made.execute(f"SELECT {VIEWS}.make_generation(%s, %s::jsonb)", (name, _description()))
                _look_into(connection, name)
                yield made
            except BaseException:
                with contextlib.suppress(psycopg.Error):
                    connection.execute(f"SELECT {VIEWS}.drop_generation(%s)", (name,))
                raise

    @contextlib.contextmanager
    def part(self, name: str, number: int) -> Iterator[PostgresGeneration]:
        """Straight into the generation that is being built: its tables have no order yet."""
        with self._connected() as connection:
            connection.execute("SET synchronous_commit = off")
            _share(connection, name)
            _look_into(connection, name)
            yield PostgresGeneration(connection, name, unfinished=True)

    def lay_behind(self, building: Generation, number: int) -> None:
        """Nothing: the rows are there."""

    def sweep(self, name: str) -> None:
        """Nothing: what a failed build leaves goes with its schema."""

    @contextlib.contextmanager
    def _connected(self) -> Iterator[Connection[Any]]:
        with translated_errors(), contextlib.closing(_connect(self.url)) as connection:
            yield connection


def _connect(url: str) -> Connection[Any]:
    connection = open_connection(url)
    try:
        connection.execute(SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection


def _held(connection: Connection[Any]) -> str | None:
    """Today's generation, held for as long as the connection lives; None where there is none."""
    for _attempt in range(ATTEMPTS):
        name = _pointer(connection)
        if name is None or _take(connection, name):
            return name
    return None


def _switch(connection: Connection[Any], name: str) -> None:
    """Makes a generation today's, and drops what nobody uses."""
    connection.execute("SET synchronous_commit = on")
    connection.execute(POINT, (_set_of_views(), name))
    connection.execute(UNUSED)
    query = "SELECT nspname FROM pg_namespace WHERE nspname ~ %s AND nspname <> %s"
    for (old,) in connection.execute(query, (NAMED, name)).fetchall():
        # Who reads it holds it: it goes at a later switch.
        with contextlib.suppress(psycopg.Error):
            connection.execute(f"SELECT {VIEWS}.drop_generation(%s)", (old,))


def _pointer(connection: Connection[Any]) -> str | None:
    query = f"SELECT generation FROM {VIEWS}.current WHERE views = %s"
    found = connection.execute(query, (_set_of_views(),)).fetchone()
    return str(found[0]) if found else None


def _set_of_views() -> str:
    """What tells the views of this release from those of another: their names and versions."""
    return " ".join(f"{view.NAME}/{view.VERSION}" for view in views.VIEWS)


def _look_into(connection: Connection[Any], name: str) -> None:
    """Names without a schema mean this generation's tables, never a temporary one of the session."""
    path = sql.SQL("SET search_path = pg_catalog, {}, pg_temp")
    connection.execute(path.format(sql.Identifier(name)))


def _share(connection: Connection[Any], name: str) -> None:
    connection.execute(f"SELECT pg_advisory_lock_shared({LOCK})", (name,))


def _take(connection: Connection[Any], name: str) -> bool:
    """Holds a generation for as long as the connection lives; False when it was dropped meanwhile."""
    _share(connection, name)
    _look_into(connection, name)
    try:
        connection.execute("SELECT 1 FROM view_state").fetchone()
    except psycopg.errors.UndefinedTable:
        connection.execute(f"SELECT pg_advisory_unlock_shared({LOCK})", (name,))
        return False
    return True


@cache
def _description() -> str:
    """The tables of all views, as the functions of the database take them."""
    return json.dumps([*META, *(_described(table) for table in tables())])


def _described(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "columns": [{"name": one.name, "type": _kind(one)} for one in table.columns],
        "key": [one.name for one in table.primary_key.columns],
        "indexes": [one.name for one in table.columns if one.index],
    }


def _kind(column: Any) -> str:
    if isinstance(column.type, Boolean):
        return "flag"
    return "number" if isinstance(column.type, Integer) else "text"


@cache
def _types(table: Table) -> list[str]:
    return [COPIED[_kind(column)] for column in table.columns]
