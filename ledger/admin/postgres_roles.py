"""Roles of a shared ledger: what the owner gives them, and to whom he binds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from psycopg import Connection, sql

from domain.base import reason
from domain.streams import code
from ledger.errors import ConflictError, EnvironmentFault
from ledger.postgres import rights
from ledger.postgres.reading import open_connection, translated_errors
from ledger.postgres.rights import OWNER, SCHEMA, VAULT, VAULT_KEYS, VIEWS
from ledger.postgres.view_schemas import NAMED

_GENERATIONS = f"""SELECT generation FROM {VIEWS}.current WHERE to_regnamespace(generation) IS NOT NULL"""
"""Those that are finished: one that is being built gives the rights itself, at its end."""
_KEEP = f"""INSERT INTO {SCHEMA}.roles VALUES (%s, %s, %s, %s) ON CONFLICT (role) DO UPDATE
    SET standing = excluded.standing, person = excluded.person, regions = excluded.regions"""


def grant(
    url: str, standing: str, role: str, *, person: str | None = None, regions: Iterable[str] = ()
) -> None:
    """Gives a role that exists the rights of its standing, and takes all others from it.

    `person` is the stream of whom it records as, `regions` the prefixes (`3303`) of what it sees and
    writes; without them it records as anybody, in all regions. The standing `owner` hands the tables over.
    Raises EnvironmentFault when there is no such role, or when this one does not own the tables;
    ConflictError for a binding that would not hold.
    """
    limits = sorted(set(regions)) or None
    with translated_errors(), open_connection(url) as connection, connection.transaction():
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
            raise EnvironmentFault(
                reason("There is no role {role} on the server.", role=role),
                reason("The server's administrator makes it: CREATE ROLE {role} LOGIN", role=role),
            )
        if person or limits:
            _require_binding(connection, standing, role, person, limits)
        if _owns(connection, role):
            if standing == OWNER:
                return
            raise ConflictError(
                reason("{role} owns this ledger and may do everything.", role=role),
                reason("Hand it over first: jejak database grant owner ROLE"),
            )
        named = [name for (name,) in connection.execute(_GENERATIONS)]
        for statement in _taken(role, connection):
            connection.execute(statement)
        if standing == OWNER:
            connection.execute(f"DELETE FROM {SCHEMA}.roles WHERE role = %s", (role,))
            _hand_over(connection, role)
            return
        for statement in _given(standing, role, named, limited=limits is not None):
            connection.execute(statement)
        connection.execute(_KEEP, (role, standing, person, limits))


def _owns(connection: Connection[Any], role: str) -> bool:
    query = (
        f"SELECT relowner::regrole = %s::text::regrole FROM pg_class WHERE oid = '{SCHEMA}.roles'::regclass"
    )
    found = connection.execute(query, (sql.Identifier(role).as_string(connection),)).fetchone()
    return bool(found and found[0])


def _require_binding(
    connection: Connection[Any], standing: str, role: str, person: str | None, regions: list[str] | None
) -> None:
    """Raises ConflictError where a binding to a person or regions would not hold, or be in the way."""
    remedy = reason("Give each person a login role of its own: CREATE ROLE NAME LOGIN")
    if standing == OWNER or (regions and standing in rights.NEEDS_WHOLE):
        raise ConflictError(
            reason("A role of this standing cannot be bound like that."),
            reason("Leave out --region; the proof tree is one over all regions.")
            if standing != OWNER
            else reason("Leave out --person and --region: the owner may do everything."),
        )
    query = f"SELECT 1 FROM {SCHEMA}.stored_events WHERE originator_id = %s"
    if person and not connection.execute(query, (person,)).fetchone():
        raise ConflictError(
            reason("There is no person {code} in the ledger.", code=code(person)),
            reason("Register the person first, in sheet Orang or with jejak init."),
        )
    login = connection.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
    if not login or not login[0]:
        raise ConflictError(
            reason("The role {role} cannot log in, so nobody is bound by it.", role=role), remedy
        )
    if others := acts_as(connection, role):
        raise ConflictError(
            reason("The role {role} can act as {other}: nothing would bind it.", role=role, other=others[0]),
            remedy,
        )


def acts_as(connection: Connection[Any], role: str) -> list[str]:
    """With what more than its own rights a role may act: as superuser, past row rights, as another role."""
    query = f"""SELECT 'SUPERUSER' FROM pg_roles WHERE rolname = %(role)s AND rolsuper
        UNION ALL SELECT 'BYPASSRLS' FROM pg_roles WHERE rolname = %(role)s AND rolbypassrls AND NOT rolsuper
        UNION ALL SELECT other.rolname FROM pg_roles other, pg_roles own
            WHERE own.rolname = %(role)s AND NOT own.rolsuper AND other.oid <> own.oid
                AND pg_has_role(own.oid, other.oid, 'MEMBER')
                AND (has_schema_privilege(other.oid, '{SCHEMA}', 'USAGE') OR other.rolname ~ '^pg_')
        ORDER BY 1"""
    return [name for (name,) in connection.execute(query, {"role": role})]


def schemas(connection: Connection[Any]) -> list[str]:
    """All schemas of a ledger: tables, vault, pointer, and every generation of views."""
    query = "SELECT nspname FROM pg_namespace WHERE nspname ~ %s ORDER BY 1"
    return [SCHEMA, VAULT, VAULT_KEYS, VIEWS, *(name for (name,) in connection.execute(query, (NAMED,)))]


def _taken(role: str, connection: Connection[Any]) -> Iterator[sql.Composed]:
    who = sql.Identifier(role)
    for schema in map(sql.Identifier, schemas(connection)):
        for kind in ("TABLES", "FUNCTIONS"):
            of = sql.SQL(f"REVOKE ALL ON ALL {kind} IN SCHEMA {{}} FROM {{}}")
            yield of.format(schema, who)
        yield sql.SQL("REVOKE ALL ON SCHEMA {} FROM {}").format(schema, who)


def _given(standing: str, role: str, generations: list[str], *, limited: bool) -> Iterator[sql.Composed]:
    who = sql.Identifier(role)
    for schema in rights.schemas(standing):
        yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(sql.Identifier(schema), who)
    for table in rights.RIGHTS:
        if given := rights.table_rights(standing, table, limited=limited):
            place = sql.Identifier(*table.split("."))
            yield sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(", ".join(given)), place, who)
    for function in rights.FUNCTIONS:
        if rights.may_call(standing, function, limited=limited):
            yield sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(sql.SQL(function), who)
    of_views = sql.SQL(", ".join(rights.generation_rights(standing, limited=limited)))
    for generation in map(sql.Identifier, generations):
        yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(generation, who)
        yield sql.SQL("GRANT {} ON ALL TABLES IN SCHEMA {} TO {}").format(of_views, generation, who)


_OWNED = """SELECT 'SCHEMA', s FROM unnest(%(schemas)s::text[]) AS s
    UNION ALL SELECT 'TABLE', c.oid::regclass::text FROM pg_class c
        WHERE c.relnamespace = ANY (%(schemas)s::regnamespace[]) AND c.relkind = 'r'
    UNION ALL SELECT 'FUNCTION', p.oid::regprocedure::text
        FROM pg_proc p WHERE p.pronamespace = ANY (%(schemas)s::regnamespace[])"""
"""Schemas first: the new owner of a table must be able to make tables in its schema."""


def _hand_over(connection: Connection[Any], role: str) -> None:
    """Makes a role the owner of everything, with the right to make the schemas of later generations."""
    who = sql.Identifier(role)
    found = connection.execute(_OWNED, {"schemas": schemas(connection)}).fetchall()
    create = sql.SQL("GRANT CREATE ON DATABASE {} TO {}")
    connection.execute(create.format(sql.Identifier(connection.info.dbname), who))
    for kind, name in found:
        # The server itself wrote these names, quoted where they need it.
        connection.execute(sql.SQL("ALTER {} {} OWNER TO {}").format(sql.SQL(kind), sql.SQL(name), who))
