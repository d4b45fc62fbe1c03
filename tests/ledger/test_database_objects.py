"""What stands in the database is declared: every table, function and row right; nothing can be diverted."""

import re

import psycopg

from ledger.postgres import rights
from ledger.postgres.ddl import GUARDS
from tests.ledger.office import Office
from tests.ledger.sides import Postgres

OURS = (rights.SCHEMA, rights.VAULT, rights.VAULT_KEYS, rights.VIEWS)


def test_every_table_stands_in_the_table_of_rights(owner: Office) -> None:
    """Whoever adds one says there who may do what with it."""
    found = owner.query(
        f"SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN {OURS} ORDER BY 1"
    )
    assert [name for (name,) in found] == sorted(rights.RIGHTS)


def test_every_function_stands_there_and_nobody_gets_one_unasked(owner: Office) -> None:
    found = owner.query(
        f"""SELECT n.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')',
            has_function_privilege('public', p.oid, 'EXECUTE')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN {OURS} ORDER BY 1"""
    )
    assert found == [(name, False) for name in sorted(rights.FUNCTIONS)]


def test_every_function_looks_for_names_where_only_the_server_writes(owner: Office) -> None:
    """Temporary objects of a session come last, where they hide nothing."""
    found = owner.query(
        f"""SELECT p.proname, p.proconfig FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN {OURS}"""
    )
    assert len(found) == len(rights.FUNCTIONS)
    assert [name for name, how in found if "search_path=pg_catalog, pg_temp" not in (how or [])] == []


def test_no_function_names_a_table_without_its_schema(owner: Office) -> None:
    bodies = owner.query(
        f"""SELECT p.proname, p.prosrc FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN {OURS}"""
    )
    names = "|".join(name.partition(".")[2] for name in rights.RIGHTS)
    bare = re.compile(rf"\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:{names})\b", re.IGNORECASE)
    assert [(name, bare.findall(body)) for name, body in bodies if bare.search(body)] == []


def test_nobody_else_may_look_into_our_schemas(owner: Office) -> None:
    query = """SELECT has_schema_privilege('public', nspname, p)
        FROM pg_namespace, unnest(ARRAY['USAGE', 'CREATE']) p"""
    assert set(owner.query(f"{query} WHERE nspname IN {OURS}")) == {(False,)}


def test_rows_with_a_region_are_held_to_it(owner: Office) -> None:
    found = owner.query(
        f"""SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN {OURS} AND c.relrowsecurity ORDER BY 1"""
    )
    assert [name for (name,) in found] == [
        "jejak.refs",
        "jejak.reservations",
        "jejak.stored_events",
        "vault.profiles",
        "vault.reads",
        "vault.sealed",
        "vault_keys.keys",
    ]


def test_connections_find_our_tables_before_temporary_ones(owner: Office) -> None:
    for connection in (owner.store.connection, None):
        if connection is None:
            with owner.datastore.get_connection() as found:
                path = found.execute("SHOW search_path").fetchone()["search_path"]
        else:
            path = connection.execute("SHOW search_path").fetchone()[0]
        assert path == "pg_catalog, jejak, pg_temp"


def test_pointer_takes_nothing_but_the_name_of_a_generation(owner: Office, postgres: str) -> None:
    """Who reads views looks into the schema that it names."""
    for name in ("public", "views_1; DROP TABLE x", "views_aaaaaaaaaaaa\n; SELECT 1"):
        try:
            Postgres(postgres).execute("INSERT INTO views.current VALUES ('x', ?, now())", (name,))
        except psycopg.errors.CheckViolation:
            continue
        raise AssertionError(name)


def test_guards_of_events_fire_whoever_writes(owner: Office) -> None:
    found = owner.query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY 1")
    assert [name for (name,) in found] == sorted(GUARDS)
