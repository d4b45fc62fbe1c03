"""Every role against everything that it must not do, tried on a real server with views that were made."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import Connection, sql

from ledger.admin import database_check, postgres_roles
from ledger.postgres import rights
from projections.runner import rebuild
from projections.storage.generation import tables as view_tables
from projections.storage.postgres import PostgresGenerationStore
from tests.ledger.office import OPERATOR, Office, unit
from tests.ledger.sides import Postgres
from tests.postgres import address, database
from tests.postgres import role as new_role

KINDS: dict[str, dict[str, Any]] = {
    **{standing: {} for standing in rights.STANDINGS},
    "writer of a person": {"person": OPERATOR},
    "reader of a region": {"regions": ["3303"]},
    "writer of a region": {"person": OPERATOR, "regions": ["3303"]},
    "auditor of a region": {"regions": ["3303"]},
    "nobody": {},
}
DENIED = psycopg.errors.InsufficientPrivilege
FSYNC = "The server runs without fsync: a power cut can damage the ledger."


ROUND = (
    "SET session_replication_role = replica",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres",
    "CREATE SCHEMA lain",
    "CREATE SCHEMA views_aaaaaaaaaaaa",
    "CREATE TABLE jejak.lain (x int)",
    "CREATE TABLE vault.lain (x int)",
    "CREATE TABLE views.lain (x int)",
    "CREATE TABLE public.stored_events (x int)",
    "CREATE FUNCTION jejak.lain() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION public.split_part(text, text, int) RETURNS text LANGUAGE sql AS 'SELECT $1'",
    "CREATE OR REPLACE FUNCTION jejak.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "ALTER FUNCTION jejak.refuse() SET search_path = public",
    "ALTER FUNCTION jejak.session_regions() SECURITY INVOKER",
    "ALTER SCHEMA jejak OWNER TO CURRENT_USER",
    "DROP SCHEMA views CASCADE",
    "DROP TRIGGER events_update ON jejak.stored_events",
    "DROP POLICY by_region ON jejak.stored_events",
    "ALTER ROLE postgres PASSWORD 'x'",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/x'",
    "SELECT pg_read_file('PG_VERSION')",
    "CREATE EVENT TRIGGER x ON ddl_command_end EXECUTE FUNCTION jejak.refuse()",
    "CREATE PUBLICATION x FOR ALL TABLES",
)
"""What would lead past tables and guards."""


@pytest.fixture(scope="module")
def site(postgres_server: str) -> Iterator[dict[str, str]]:
    """A ledger with views, and the address of each kind of role; `owner` is its owner's."""
    with database(postgres_server) as url, ExitStack() as stack:
        office = Office(Postgres(url)).open()
        office.do("c", unit())
        rebuild.rebuild(office.store, PostgresGenerationStore(url))
        roles = {"owner": url}
        for kind, bound in KINDS.items():
            name, secret = stack.enter_context(new_role(url))
            if kind != "nobody":
                postgres_roles.grant(url, kind.partition(" ")[0], name, **bound)
            roles[kind] = address(url, user=name, password=secret)
        office.close()
        yield roles


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(site: dict[str, str], kind: str) -> Iterator[Connection[Any]]:
    with psycopg.connect(site[kind], autocommit=True) as connection:
        yield connection


def generation(site: dict[str, str]) -> str:
    return str(Postgres(site["owner"]).execute("SELECT generation FROM views.current")[1][0][0])


def allowed(kind: str, table: str) -> tuple[str, ...]:
    """What the kind of role may do with a table: what the table of rights says."""
    if kind == "nobody":
        return ()
    standing, limited = kind.partition(" ")[0], "regions" in KINDS[kind]
    if table in rights.RIGHTS:
        return rights.table_rights(standing, table, limited=limited)
    return rights.generation_rights(standing, limited=limited)


def attempts(table: str, column: str, may: tuple[str, ...]) -> list[str]:
    """Every statement on a table that the rights do not cover."""
    by_right = {
        "SELECT": [
            f"SELECT {column} FROM {table}",
            f"COPY {table} TO STDOUT",
            f"SELECT FROM {table} FOR UPDATE",
        ],
        "INSERT": [f"INSERT INTO {table} DEFAULT VALUES", f"COPY {table} FROM STDIN"],
        "UPDATE": [f"UPDATE {table} SET {column} = DEFAULT"],
        "DELETE": [f"DELETE FROM {table}"],
    }
    never = [
        f"TRUNCATE {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table} DISABLE TRIGGER ALL",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} ADD COLUMN more int",
        f"ALTER TABLE {table} OWNER TO CURRENT_USER",
        f"ALTER TABLE {table} RENAME TO other",
        f"CREATE POLICY more ON {table} USING (true)",
        f"CREATE INDEX ON {table} ({column})",
        f"CREATE RULE more AS ON INSERT TO {table} DO INSTEAD NOTHING",
        f"CREATE TRIGGER more BEFORE INSERT ON {table} EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        f"COMMENT ON TABLE {table} IS 'x'",
    ]
    if not set(may) & {"UPDATE", "DELETE"}:
        never.append(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
    return [one for right, some in by_right.items() if right not in may for one in some] + never


def refused(session: Connection[Any], statement: str) -> bool:
    """True when the server says that this role may not; nothing stays of what it lets through."""
    try:
        with session.transaction(force_rollback=True):
            query: Any = statement
            session.execute(query)
    except DENIED:
        return True
    except psycopg.Error:
        return False
    return False


def test_no_table_gives_more_than_its_rights(
    site: dict[str, str], kind: str, session: Connection[Any]
) -> None:
    made = generation(site)
    columns = dict(
        Postgres(site["owner"]).execute(
            """SELECT attrelid::regclass::text, attname
            FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
            WHERE attnum = 1 AND relkind = 'r'
                AND relnamespace::regnamespace::text ~ '^(jejak|vault|views)'"""
        )[1]
    )
    # The server leaves out the schema of names that it finds without one.
    named = {name if "." in name else f"{rights.SCHEMA}.{name}": column for name, column in columns.items()}
    assert set(named) >= {*rights.RIGHTS, *(f"{made}.{table.name}" for table in view_tables())}
    let_through = [
        statement
        for table, column in named.items()
        for statement in attempts(table, column, allowed(kind, table))
        if not refused(session, statement)
    ]
    assert let_through == []


def test_every_table_gives_its_rights(site: dict[str, str], kind: str, session: Connection[Any]) -> None:
    trials = {
        "SELECT": "SELECT 1 FROM {} LIMIT 1",
        "INSERT": "INSERT INTO {} SELECT (NULL::{}).* WHERE false",
        "UPDATE": "SELECT 1 FROM {} LIMIT 1 FOR UPDATE",
        "DELETE": "DELETE FROM {} WHERE false",
    }
    tables = [*rights.RIGHTS, f"{generation(site)}.innovations"]
    denied = [
        (right, table)
        for table in tables
        for right in allowed(kind, table)
        if refused(session, trials[right].format(table, table))
    ]
    assert denied == []


def test_no_function_is_called_by_who_has_no_use_for_it(kind: str, session: Connection[Any]) -> None:
    standing, limited = kind.partition(" ")[0], "regions" in KINDS[kind]
    wrong = []
    for function in rights.FUNCTIONS:
        name, _, types = function.rstrip(")").partition("(")
        values = ", ".join(f"NULL::{one}" for one in types.split(", ") if one)
        may = kind != "nobody" and rights.may_call(standing, function, limited=limited)
        if refused(session, f"SELECT {name}({values})") == may:
            wrong.append(function)
    assert wrong == []


def test_nobody_but_the_owner_gets_round_the_tables(session: Connection[Any]) -> None:
    """Nor past the guards: by another role, another schema, the server's files or its settings."""
    assert [statement for statement in ROUND if not refused(session, statement)] == []
    with pytest.raises(DENIED):
        session.execute("ALTER SYSTEM SET fsync = off")


def test_row_rights_cannot_be_switched_off(site: dict[str, str]) -> None:
    """What `row_security = off` gives is an error, and no row."""
    with psycopg.connect(site["reader of a region"], autocommit=True) as session:
        session.execute("SET row_security = off")
        with pytest.raises(DENIED):
            session.execute("SELECT count(*) FROM jejak.stored_events")


def test_check_finds_each_role_as_it_was_granted(site: dict[str, str], kind: str) -> None:
    if kind == "nobody":
        return
    found = database_check.check(site[kind])
    bound = KINDS[kind]
    assert (found.standing, found.person, found.regions) == (
        kind.partition(" ")[0],
        bound.get("person"),
        bound.get("regions", []),
    )
    assert [why.text for why in found.findings if why.text != FSYNC] == []


def test_check_of_the_owner_looks_at_every_role(site: dict[str, str]) -> None:
    found = database_check.check(site["owner"])
    assert found.standing == "owner"
    assert [why.text for why in found.findings if why.text != FSYNC] == []
    assert [why.values["role"] for why in found.warnings] == [
        site["writer"].partition("//")[2].partition(":")[0]
    ]


def test_temporary_objects_and_search_paths_divert_nothing(
    site: dict[str, str], kind: str, session: Connection[Any]
) -> None:
    """Guards and row rights see our tables, whatever the session makes and wherever it looks first."""
    if kind == "nobody":
        return
    session.execute("CREATE TEMP TABLE head AS SELECT 1 AS one, 99::bigint AS position")
    session.execute("CREATE TEMP TABLE roles (role text, standing text, person text, regions text[])")
    session.execute(
        "CREATE TEMP TABLE stored_events (notification_id bigint, originator_id text, leaf bytea)"
    )
    session.execute("CREATE TEMP TABLE refs (target text, originator_id text)")
    for signature in ("split_part(text, text, integer)", "max(bigint)", "session_regions()"):
        session.execute(
            sql.SQL("CREATE FUNCTION pg_temp.{} RETURNS text LANGUAGE sql AS 'SELECT NULL::text'").format(
                sql.SQL(signature)
            )
        )
    session.execute("SET search_path = pg_temp, pg_catalog, jejak")
    assert session.execute("SELECT count(*) FROM jejak.stored_events").fetchone() == (3,)
    assert session.execute("SELECT jejak.leaf(1) IS NOT NULL").fetchone() == (True,)
    if kind.startswith("writer"):
        event = "(90, '3303/x/000001', 1, 'x/1', '{\"actor\":\"3303/person/000001\"}', 'x', '')"
        with pytest.raises(psycopg.IntegrityError, match="an event stands at its next position, once"):
            session.execute(f"INSERT INTO jejak.stored_events VALUES {event}")


def test_owner_can_be_another_role(postgres: str, tmp_path: Path) -> None:
    """It then makes tables, grants, and its functions make generations for writers."""
    office = Office(Postgres(postgres)).open()
    office.do("c", unit())
    rebuild.rebuild(office.store, PostgresGenerationStore(postgres))
    with new_role(postgres) as (owner, secret), new_role(postgres) as (clerk, word):
        new, writer = (
            address(postgres, user=owner, password=secret),
            address(postgres, user=clerk, password=word),
        )
        postgres_roles.grant(postgres, "owner", owner)
        assert database_check.check(new).standing == "owner"
        Office(Postgres(new)).recorder.create_table()
        postgres_roles.grant(new, "writer", clerk, person=OPERATOR)
        records = Office(Postgres(writer), office.clock)
        records.do("d", unit("Lain"))
        rebuild.rebuild(records.store, PostgresGenerationStore(writer))
        assert [why.text for why in database_check.check(writer).findings if why.text != FSYNC] == []
        records.close()
        office.close()
        Postgres(postgres).execute(f"REASSIGN OWNED BY {owner} TO CURRENT_USER")
