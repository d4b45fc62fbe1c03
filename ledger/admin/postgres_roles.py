"""Roles of a shared ledger, and the check of a database: what stands there, who may do what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from psycopg import Connection, sql

from domain.base import Reason, reason
from ledger.errors import EnvironmentFault
from ledger.postgres.ddl import GUARDS, LAYOUT, SCHEMA, VAULT, VAULT_KEYS
from ledger.postgres.reading import connect, open_connection, translated_errors, url_without_password
from ledger.postgres.view_schemas import FUNCTIONS, NAMED, VIEWS

_POINTER = f"{VIEWS}.current"
_LEDGER = ("stored_events", "appends", "refs", "reservations", "head", "layout")
_VAULT = (f"{VAULT}.profiles", f"{VAULT}.sealed", f"{VAULT_KEYS}.keys")
_READS = f"{VAULT}.reads"
RIGHTS: dict[str, dict[str, tuple[str, ...]]] = {
    "reader": {"SELECT": (*(f"{SCHEMA}.{name}" for name in _LEDGER), _POINTER)},
    "writer": {
        "SELECT": (*(f"{SCHEMA}.{name}" for name in _LEDGER), _POINTER, *_VAULT, _READS),
        "INSERT": (
            *(f"{SCHEMA}.{name}" for name in ("stored_events", "appends", "refs", "reservations")),
            _POINTER,
            *_VAULT[1:],
            _READS,
        ),
        "UPDATE": (f"{SCHEMA}.head", _POINTER, f"{VAULT_KEYS}.keys"),
        "DELETE": (f"{SCHEMA}.reservations", _POINTER, *_VAULT),
    },
}
"""What a role may do beyond nothing. A reader needs no personal data."""
GENERATIONS = {"reader": ("SELECT",), "writer": ("SELECT", "INSERT", "UPDATE", "DELETE")}
"""What a role may do with the views: a writer's commands catch them up, a reader's take them as they are."""
SCHEMAS = {"reader": (SCHEMA, VIEWS), "writer": (SCHEMA, VIEWS, VAULT, VAULT_KEYS)}
_TABLES = (*(f"{SCHEMA}.{name}" for name in _LEDGER), _POINTER, *_VAULT, _READS)
_POSSIBLE = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES")


class DatabaseCheck(NamedTuple):
    """What a check of a database found."""

    place: str
    server: str
    role: str
    standing: str
    """`owner`, `writer`, `reader` or `none`."""
    layout: int
    position: int
    closed_by: str | None
    findings: list[Reason]


def grant(url: str, standing: str, role: str) -> None:
    """Gives a role that exists the rights of a writer or reader, and takes all others from it.

    Raises EnvironmentFault when there is no such role, or when this one does not own the tables.
    """
    with translated_errors(), open_connection(url) as connection, connection.transaction():
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
            raise EnvironmentFault(
                reason("There is no role {role} on the server.", role=role),
                reason("The server's administrator makes it: CREATE ROLE {role} LOGIN", role=role),
            )
        query = "SELECT nspname FROM pg_namespace WHERE nspname ~ %s"
        generations = [name for (name,) in connection.execute(query, (NAMED,))]
        for statement in _statements(standing, role, generations):
            connection.execute(statement)


def _statements(standing: str, role: str, generations: list[str]) -> Iterator[sql.Composed]:
    who = sql.Identifier(role)
    for schema in (SCHEMA, VAULT, VAULT_KEYS, VIEWS, *generations):
        named_schema = sql.Identifier(schema)
        yield sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA {} FROM {}").format(named_schema, who)
        yield sql.SQL("REVOKE ALL ON SCHEMA {} FROM {}").format(named_schema, who)
    for schema in SCHEMAS[standing]:
        yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(sql.Identifier(schema), who)
    for right, tables in RIGHTS[standing].items():
        for table in tables:
            place = sql.Identifier(*table.split("."))
            yield sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(right), place, who)
    yield from _of_views(standing, who, generations)


def _of_views(standing: str, who: sql.Identifier, generations: list[str]) -> Iterator[sql.Composed]:
    """Rights to the views that stand; later ones take theirs from the pointer."""
    verb = "GRANT {} TO {}" if standing == "writer" else "REVOKE {} FROM {}"
    for function in FUNCTIONS:
        yield sql.SQL(verb).format(sql.SQL(f"EXECUTE ON FUNCTION {VIEWS}.{function}"), who)
    rights = sql.SQL(", ".join(GENERATIONS[standing]))
    for name in generations:
        schema = sql.Identifier(name)
        yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, who)
        yield sql.SQL("GRANT {} ON ALL TABLES IN SCHEMA {} TO {}").format(rights, schema, who)


def check(url: str) -> DatabaseCheck:
    """What stands in a database and what this role may do there. Raises NoLedgerError without a ledger."""
    with translated_errors(), connect(url) as connection:
        info = connection.info
        standing = _standing(connection)
        position = _one(connection, "SELECT position FROM head") if standing != "none" else 0
        findings = [
            *_server(connection),
            *_guards(connection),
            *_rights(connection, standing),
        ]
        return DatabaseCheck(
            url_without_password(url),
            f"{info.server_version // 10000}.{info.server_version % 10000}",
            info.user,
            standing,
            LAYOUT,
            int(position or 0),
            _closed_by(url),
            findings,
        )


def _closed_by(url: str) -> str | None:
    from ledger.event_store import EventStore

    store = EventStore(url)
    try:
        return store.closed_by()
    finally:
        store.close()


def _one(connection: Connection[Any], query: str, *values: object) -> Any:
    found = connection.execute(query, values).fetchone()
    return found[0] if found else None


def _server(connection: Connection[Any]) -> Iterator[Reason]:
    if _one(connection, "SHOW fsync") != "on":
        yield reason("The server runs without fsync: a power cut can damage the ledger.")


def _guards(connection: Connection[Any]) -> Iterator[Reason]:
    query = """SELECT tgname, tgenabled::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = %s::regnamespace AND NOT tgisinternal"""
    found = dict(connection.execute(query, (SCHEMA,)).fetchall())
    for name in GUARDS:
        if name not in found:
            yield reason("The guard {name} is missing.", name=name)
        elif found[name] not in ("O", "A"):
            yield reason("The guard {name} is switched off.", name=name)


def _standing(connection: Connection[Any]) -> str:
    """The highest standing whose rights this role has."""
    owner = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'stored_events'::regclass"
    if _one(connection, owner):
        return "owner"
    for standing in ("writer", "reader"):
        if all(
            _may(connection, table, right) for right, names in RIGHTS[standing].items() for table in names
        ):
            return standing
    return "none"


def _rights(connection: Connection[Any], standing: str) -> Iterator[Reason]:
    """Rights beyond the standing: with them the guards would be the only thing between a slip and history."""
    if standing == "owner":
        return
    allowed = RIGHTS.get(standing, {})
    for table in _TABLES:
        for right in _POSSIBLE:
            if table not in allowed.get(right, ()) and _may(connection, table, right):
                yield reason(
                    "This role may {right} on {table}, which it does not need.", right=right, table=table
                )


def _may(connection: Connection[Any], table: str, right: str) -> bool:
    schema = table.partition(".")[0]
    if not _one(connection, "SELECT has_schema_privilege(%s, 'USAGE')", schema):
        return False
    return bool(_one(connection, "SELECT has_table_privilege(%s, %s)", table, right))
