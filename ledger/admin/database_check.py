"""The check of a database: what stands there, who may do what, and what of it is too much or missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from psycopg import Connection

from domain.base import Reason, reason
from ledger.admin.postgres_roles import acts_as, schemas
from ledger.postgres import rights
from ledger.postgres.ddl import FUNCTION_BODIES, GUARDS, LAYOUT, MERGED_GUARDS, TRIGGERS
from ledger.postgres.reading import connect, translated_errors, url_without_password
from ledger.postgres.rights import OWNER, RIGHTS, SCHEMA, VAULT

_POSSIBLE = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES")
Held = set[tuple[str, str]]
"""Pairs of what (a table, function or schema) and which right a role has on it."""


class DatabaseCheck(NamedTuple):
    """What a check of a database found."""

    place: str
    server: str
    role: str
    standing: str
    """`owner`, one of `rights.STANDINGS`, or `none`."""
    person: str | None
    """Whom the role records as; None where it is bound to nobody."""
    regions: list[str]
    """The prefixes of the regions that it is limited to; empty for all."""
    layout: int
    position: int
    closed_by: str | None
    warnings: list[Reason]
    findings: list[Reason]


class Granted(NamedTuple):
    """What the owner gave a role, as the database keeps it."""

    role: str
    standing: str
    person: str | None
    regions: list[str] | None


def check(url: str) -> DatabaseCheck:
    """What stands in a database and what this role may do there. Raises NoLedgerError without a ledger."""
    with translated_errors(), connect(url) as connection:
        info = connection.info
        own = _own(connection)
        granted = _all(connection) if own.standing == OWNER else [own]
        findings = [*_server(connection), *_guards(connection)]
        for one in granted:
            findings += _rights(connection, one, alone=own.standing != OWNER)
        return DatabaseCheck(
            url_without_password(url),
            f"{info.server_version // 10000}.{info.server_version % 10000}",
            info.user,
            own.standing,
            own.person,
            own.regions or [],
            LAYOUT,
            int(_one(connection, "SELECT position FROM head") or 0) if own.standing != "none" else 0,
            _closed_by(url),
            [why for one in granted for why in _warnings(one)],
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
    query = """SELECT tgname, tgenabled::text, pg_get_triggerdef(t.oid) FROM pg_trigger t
        JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE nspname IN (%s, %s) AND NOT tgisinternal"""
    rows = connection.execute(query, (SCHEMA, VAULT)).fetchall()
    found = {name: (on, text) for name, on, text in rows}
    for name, made in zip(GUARDS, TRIGGERS, strict=True):
        if name not in found:
            yield reason("The guard {name} is missing.", name=name)
        elif found[name][0] not in ("O", "A"):
            yield reason("The guard {name} is switched off.", name=name)
        elif _words(found[name][1]) != _words(made):
            yield reason("The guard {name} is not that of this release.", name=name)
    if _one(connection, "SELECT to_regclass('merged_from')") is not None:
        for name in MERGED_GUARDS.keys() - found.keys():
            yield reason("The guard {name} is missing.", name=name)
    yield from _guard_functions(connection)


def _guard_functions(connection: Connection[Any]) -> Iterator[Reason]:
    """A trigger that stands as it was made may call a function that was not."""
    query = """SELECT proname, prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE nspname = %s"""
    bodies = dict(connection.execute(query, (SCHEMA,)).fetchall())
    for name, body in FUNCTION_BODIES.items():
        if " ".join(bodies.get(name, "").split()) != " ".join(body.split()):
            yield reason("The guard {name} is not that of this release.", name=f"{name}()")


def _words(trigger: str) -> list[str]:
    """A trigger without what the server adds to it or leaves out: the schema of what we name without it."""
    for word in (" OR REPLACE", " FOR EACH STATEMENT", f"{SCHEMA}."):
        trigger = trigger.replace(word, "")
    return trigger.split()


def _own(connection: Connection[Any]) -> Granted:
    """What this role was given; where nothing is kept of that, the highest standing whose rights it has."""
    role = connection.info.user
    owner = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'stored_events'::regclass"
    if _one(connection, owner):
        return Granted(role, OWNER, None, None)
    held = _held(connection, role)
    if (f"{SCHEMA}.session_role()", "EXECUTE") in held:
        kept = connection.execute("SELECT standing, person, regions FROM session_role()").fetchone()
        if kept:
            return Granted(role, *kept)
    fitting = (one for one in ("writer", "auditor", "reader") if _needed(one, limited=True) <= held)
    return Granted(role, next(fitting, "none"), None, None)


def _all(connection: Connection[Any]) -> list[Granted]:
    query = "SELECT role, standing, person, regions FROM roles ORDER BY role"
    return [Granted(*row) for row in connection.execute(query)]


def _warnings(one: Granted) -> Iterator[Reason]:
    """What holds by nothing but good will."""
    if one.standing == "writer" and one.person is None:
        yield reason(
            "The role {role} is bound to no person: whoever logs in with it can record as anybody.",
            role=one.role,
        )


def _rights(connection: Connection[Any], one: Granted, *, alone: bool) -> Iterator[Reason]:
    """Rights beyond the standing, with which guards alone would stand before history; and rights missing."""
    if not _one(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", one.role):
        yield reason("The role {role} was granted rights, but the server does not know it.", role=one.role)
        return
    for other in () if one.standing == OWNER else acts_as(connection, one.role):
        yield reason(
            "The role {role} can act as {other}, which lifts its limits.", role=one.role, other=other
        )
    held, limited = _held(connection, one.role), one.regions is not None
    needed = _needed(one.standing, limited=limited) if one.standing != "none" else set()
    allowed = needed | set(_of_generations(connection, one.standing, limited=limited))
    for what, right in sorted(held - allowed):
        if alone:
            yield reason("This role may {right} on {table}, which it does not need.", right=right, table=what)
        else:
            yield reason(
                "The role {role} may {right} on {table}, which it does not need.",
                role=one.role,
                right=right,
                table=what,
            )
    for what, right in sorted(needed - held):
        yield reason("The role {role} lacks {right} on {table}.", role=one.role, right=right, table=what)


def _needed(standing: str, *, limited: bool) -> Held:
    tables = {
        (table, right) for table in RIGHTS for right in rights.table_rights(standing, table, limited=limited)
    }
    functions = {
        (function, "EXECUTE")
        for function in rights.FUNCTIONS
        if rights.may_call(standing, function, limited=limited)
    }
    return tables | functions | {(schema, "USAGE") for schema in rights.schemas(standing)}


def _of_generations(
    connection: Connection[Any], standing: str, *, limited: bool
) -> Iterable[tuple[str, str]]:
    query = """SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY (%s) AND c.relkind = 'r'"""
    for schema, name in connection.execute(query, (schemas(connection)[3:],)):
        yield schema, "USAGE"
        for right in rights.generation_rights(standing, limited=limited):
            yield f"{schema}.{name}", right


_HELD = """SELECT n.nspname || '.' || c.relname, p
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(%(rights)s::text[]) AS p
    WHERE n.nspname = ANY (%(schemas)s) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND has_schema_privilege(%(role)s, n.oid, 'USAGE') AND (has_table_privilege(%(role)s, c.oid, p)
            OR (p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                AND has_any_column_privilege(%(role)s, c.oid, p)))
    UNION ALL SELECT n.nspname || '.' || f.proname || '(' || oidvectortypes(f.proargtypes) || ')', 'EXECUTE'
        FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
        WHERE n.nspname = ANY (%(schemas)s) AND has_function_privilege(%(role)s, f.oid, 'EXECUTE')
    UNION ALL SELECT n.nspname, p FROM pg_namespace n, unnest(ARRAY['USAGE', 'CREATE']) AS p
        WHERE n.nspname = ANY (%(schemas)s) AND has_schema_privilege(%(role)s, n.oid, p)
    UNION ALL SELECT 'database ' || current_database(), 'CREATE'
        WHERE has_database_privilege(%(role)s, current_database(), 'CREATE')"""


def _held(connection: Connection[Any], role: str) -> Held:
    """Everything that a role may do in our schemas, and whether it may make others."""
    possible = [*_POSSIBLE, *(["MAINTAIN"] if connection.info.server_version >= 170000 else [])]
    values = {"role": role, "rights": possible, "schemas": schemas(connection)}
    return set(connection.execute(_HELD, values).fetchall())
