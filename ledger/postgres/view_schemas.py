"""Where generations of views lie on PostgreSQL: a schema each, and the schema `views` with the pointer.

Nothing here knows what views hold. Whoever may write gets a generation made, finished and dropped by
functions of the owner, so that no role needs the right to make schemas, and every generation grants what
the pointer's table grants. Each set of views, as a release of Jejak has it, points to a generation of its
own: offices that are not updated on the same day do not rebuild each other's views.
"""

from __future__ import annotations

from ledger.postgres.rights import VIEWS
from ledger.postgres.session_roles import SAFE, within

NAMED = "^views_[0-9a-f]{12}$"
"""The names of generations."""
LOCK = "hashtextextended(%s, 0)"
"""The key of the lock that whoever uses a generation shares, and that who drops it needs alone."""

_DEFINER = f"SECURITY DEFINER {SAFE} SET client_min_messages = warning"
_WHO = f"""SELECT a.grantee::regrole::text AS role, bool_or(a.privilege_type = 'UPDATE') AS writes
        FROM pg_class c, aclexplode(c.relacl) a
        WHERE c.oid = '{VIEWS}.current'::regclass AND a.grantee NOT IN (c.relowner, 0) GROUP BY a.grantee"""
_GRANT = """EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', generation, who.role);
        EXECUTE format('GRANT %s ON ALL TABLES IN SCHEMA %I TO %s',
            CASE WHEN who.writes THEN 'SELECT, INSERT, UPDATE, DELETE' ELSE 'SELECT' END,
            generation, who.role);"""
# Who only reads gets in when the rows are held to regions: nobody can copy into a table that is.
_MAKE = f"""
DECLARE one jsonb; listed text; who record;
BEGIN
    IF generation !~ '{NAMED}' THEN RAISE EXCEPTION 'jejak: no name of a generation'; END IF;
    EXECUTE format('CREATE SCHEMA %I', generation);
    FOR one IN SELECT value FROM jsonb_array_elements(tables) LOOP
        SELECT string_agg(format('%I %s', col->>'name', CASE col->>'type'
            WHEN 'text' THEN 'text COLLATE "C"' WHEN 'number' THEN 'bigint' WHEN 'flag' THEN 'boolean'
            WHEN 'bytes' THEN 'bytea' WHEN 'real' THEN 'double precision' END), ', ' ORDER BY place)
        INTO listed FROM jsonb_array_elements(one->'columns') WITH ORDINALITY AS t(col, place);
        EXECUTE format('CREATE TABLE %I.%I (%s)', generation, one->>'name', listed);
    END LOOP;
    FOR who IN SELECT * FROM ({_WHO}) AS w WHERE writes LOOP
        {_GRANT}
    END LOOP;
END"""
_FINISH = f"""
DECLARE one jsonb; listed text; col text;
BEGIN
    IF generation !~ '{NAMED}' THEN RAISE EXCEPTION 'jejak: no name of a generation'; END IF;
    FOR one IN SELECT value FROM jsonb_array_elements(tables) LOOP
        SELECT string_agg(quote_ident(name), ', ' ORDER BY place) INTO listed
        FROM jsonb_array_elements_text(one->'key') WITH ORDINALITY AS t(name, place);
        EXECUTE format('ALTER TABLE %I.%I ADD PRIMARY KEY (%s)', generation, one->>'name', listed);
        FOR col IN SELECT value FROM jsonb_array_elements_text(one->'indexes') LOOP
            EXECUTE format('CREATE INDEX ON %I.%I (%I)', generation, one->>'name', col);
        END LOOP;
        EXECUTE format('ANALYZE %I.%I', generation, one->>'name');
    END LOOP;
    PERFORM {VIEWS}.protect_generation(generation);
END"""
_SEEN = within("stream").replace("'", "''")
_PROTECT = f"""
DECLARE one record; who record;
BEGIN
    FOR one IN SELECT c.relname AS name FROM pg_class c JOIN pg_attribute col ON col.attrelid = c.oid
        WHERE c.relnamespace = generation::regnamespace AND c.relkind = 'r' AND col.attname = 'stream'
            AND NOT c.relrowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', generation, one.name);
        EXECUTE format('CREATE POLICY by_region ON %I.%I USING ({_SEEN})', generation, one.name);
    END LOOP;
    FOR who IN {_WHO} LOOP
        {_GRANT}
    END LOOP;
END"""
_DROP = f"""
BEGIN
    IF generation !~ '{NAMED}' OR generation IN (SELECT c.generation FROM {VIEWS}.current c)
        OR NOT pg_try_advisory_xact_lock(hashtextextended(generation, 0))
    THEN RETURN false; END IF;
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', generation);
    RETURN true;
END"""


def _function(signature: str, returns: str, body: str, more: str = "") -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {VIEWS}.{signature} RETURNS {returns} LANGUAGE plpgsql {_DEFINER}{more}"
        f" AS $views$ {body} $views$"
    )


STATEMENTS = (
    f"CREATE SCHEMA IF NOT EXISTS {VIEWS}",
    f"""CREATE TABLE IF NOT EXISTS {VIEWS}.current (
        views text COLLATE "C" PRIMARY KEY, generation text COLLATE "C" NOT NULL, used date NOT NULL)""",
    # Others read the schema that stands here.
    f"ALTER TABLE {VIEWS}.current DROP CONSTRAINT IF EXISTS generation_named",
    f"ALTER TABLE {VIEWS}.current ADD CONSTRAINT generation_named CHECK (generation ~ '{NAMED}')",
    _function("protect_generation(generation text)", "void", _PROTECT),
    _function("make_generation(generation text, tables jsonb)", "void", _MAKE),
    # A tenth of the usual sample: the queries over views are plain, and a rebuild waits for it.
    _function(
        "finish_generation(generation text, tables jsonb)",
        "void",
        _FINISH,
        " SET default_statistics_target = 10",
    ),
    # Whoever reads the schema without the shared lock, such as a dump, is not waited for.
    _function("drop_generation(generation text)", "boolean", _DROP, " SET lock_timeout = '200ms'"),
    f"SELECT {VIEWS}.protect_generation(generation) FROM {VIEWS}.current"
    " WHERE to_regnamespace(generation) IS NOT NULL",
)
