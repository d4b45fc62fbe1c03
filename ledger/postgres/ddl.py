"""The tables and guards of a ledger on PostgreSQL, in the schemas `jejak`, `vault`, `vault_keys`, `views`."""

from __future__ import annotations

from ledger.ports.append import START
from ledger.postgres import session_roles, view_schemas
from ledger.postgres.rights import FUNCTIONS as CALLED
from ledger.postgres.rights import SCHEMA, VAULT, VAULT_KEYS

LAYOUT = 3
"""The version of what stands here; raised with every change that `jejak database migrate` must make."""
OLDEST = 150000
"""The oldest server that is supported, as it counts its versions: of 14 its makers take no care any more."""

TABLES = (
    f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.layout (
        one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL)""",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.stored_events (
        notification_id bigint NOT NULL, originator_id text COLLATE "C" NOT NULL,
        originator_version bigint NOT NULL, topic text COLLATE "C" NOT NULL, state bytea NOT NULL,
        recorded_at text COLLATE "C" NOT NULL, leaf bytea NOT NULL,
        PRIMARY KEY (originator_id, originator_version))""",
    f"""CREATE UNIQUE INDEX IF NOT EXISTS stored_events_position
        ON {SCHEMA}.stored_events (notification_id)""",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.head (
        one integer PRIMARY KEY CHECK (one = 1), position bigint NOT NULL,
        recorded_at text COLLATE "C" NOT NULL, frontier bytea NOT NULL)""",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.appends (
        first bigint PRIMARY KEY, last bigint NOT NULL, recorded_at text COLLATE "C" NOT NULL,
        command_id text COLLATE "C" UNIQUE)""",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.reservations (
        key text COLLATE "C" PRIMARY KEY, originator_id text COLLATE "C" NOT NULL,
        originator_version bigint NOT NULL)""",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.refs (
        target text COLLATE "C" NOT NULL, originator_id text COLLATE "C" NOT NULL,
        PRIMARY KEY (target, originator_id))""",
    f"CREATE INDEX IF NOT EXISTS refs_referrer ON {SCHEMA}.refs (originator_id)",
    f"CREATE SCHEMA IF NOT EXISTS {VAULT}",
    f"""CREATE TABLE IF NOT EXISTS {VAULT}.profiles (
        profile text COLLATE "C" PRIMARY KEY, name text, civil_number text, phone text, email text)""",
    f"""CREATE TABLE IF NOT EXISTS {VAULT}.sealed (
        profile text COLLATE "C" PRIMARY KEY, box bytea NOT NULL)""",
    f"""CREATE TABLE IF NOT EXISTS {VAULT}.reads (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at text NOT NULL, actor text NOT NULL,
        command text NOT NULL, persons text[] NOT NULL)""",
    f"CREATE SCHEMA IF NOT EXISTS {VAULT_KEYS}",
    # A key that is NULL was destroyed on purpose.
    f"""CREATE TABLE IF NOT EXISTS {VAULT_KEYS}.keys (
        profile text COLLATE "C" PRIMARY KEY, key bytea)""",
    *session_roles.TABLES,
)

# As the owner: who appends sees perhaps some regions alone, and what follows what is asked of all of them.
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION {schema}.{name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
    f" {session_roles.SAFE} AS $guard$ {{body}} $guard$"
)
_REFUSE = "RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = TG_ARGV[0];"
# max() reads one end of the index; EXISTS may read a young table whole, as its plan is made without figures.
# Checked once for a statement and not for each row: an append of many events costs one look at the index.
_EVENTS = f"""DECLARE low bigint; high bigint; n bigint;
BEGIN
    SELECT min(notification_id), max(notification_id), count(*) INTO low, high, n FROM added;
    IF n > 0 AND (high - low + 1 <> n
        OR low <> (SELECT coalesce(max(notification_id), 0) + 1
                   FROM {SCHEMA}.stored_events WHERE notification_id < low)
        OR high <> (SELECT max(notification_id) FROM {SCHEMA}.stored_events)
        OR (high <= (SELECT position FROM {SCHEMA}.head)) IS NOT TRUE)
    THEN {_REFUSE} END IF;
    RETURN NULL;
END"""
_APPENDS = f"""DECLARE before bigint; high bigint;
BEGIN
    SELECT coalesce((SELECT last FROM {SCHEMA}.appends WHERE first < (SELECT min(first) FROM added)
                     ORDER BY first DESC LIMIT 1), 0), (SELECT max(last) FROM added) INTO before, high;
    IF high IS NOT NULL AND ((high <= (SELECT position FROM {SCHEMA}.head)) IS NOT TRUE
        OR high < (SELECT max(first) FROM {SCHEMA}.appends)
        OR EXISTS (SELECT 1 FROM (SELECT first, last, lag(last, 1, before) OVER (ORDER BY first) AS previous
                                  FROM added) AS placed WHERE first <> previous + 1 OR last < first))
    THEN {_REFUSE} END IF;
    RETURN NULL;
END"""
_HEAD_ONCE = f"BEGIN IF EXISTS (SELECT 1 FROM {SCHEMA}.head) THEN {_REFUSE} END IF; RETURN NEW; END"
_HEAD_RISES = f"""BEGIN
    IF NEW.position < OLD.position OR NEW.one <> 1 THEN {_REFUSE} END IF;
    RETURN NEW;
END"""
FUNCTION_BODIES = {
    "refuse": f"BEGIN {_REFUSE} END",
    "events_follow": _EVENTS,
    "appends_follow": _APPENDS,
    "head_once": _HEAD_ONCE,
    "head_rises": _HEAD_RISES,
    "events_of_role": session_roles.OF_ROLE,
    "events_name_profiles": session_roles.NAME_PROFILES,
    "profiles_of_role": session_roles.PROFILES_OF_ROLE,
}
"""What the functions behind the guards do, by name."""
FUNCTIONS = tuple(
    _FUNCTION.format(schema=SCHEMA, name=name, body=body) for name, body in FUNCTION_BODIES.items()
)
_ADDED = "REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
GUARDS = {
    "events_insert": (
        f"AFTER INSERT ON {SCHEMA}.stored_events {_ADDED}",
        "events_follow",
        "an event stands at its next position, once",
    ),
    "events_role": (
        f"AFTER INSERT ON {SCHEMA}.stored_events {_ADDED}",
        "events_of_role",
        "a role records as its person, in its regions",
    ),
    "events_profiles": (
        f"AFTER INSERT ON {SCHEMA}.stored_events {_ADDED}",
        "events_name_profiles",
        "a profile is of the region that names it",
    ),
    "profiles_insert": (
        f"AFTER INSERT ON {VAULT}.sealed {_ADDED}",
        "profiles_of_role",
        "a profile is of the regions of its role",
    ),
    "events_update": (f"BEFORE UPDATE ON {SCHEMA}.stored_events", "refuse", "events are never changed"),
    "events_delete": (
        f"BEFORE DELETE OR TRUNCATE ON {SCHEMA}.stored_events",
        "refuse",
        "events are never deleted",
    ),
    "appends_insert": (
        f"AFTER INSERT ON {SCHEMA}.appends {_ADDED}",
        "appends_follow",
        "an append follows the last one, once",
    ),
    "appends_update": (f"BEFORE UPDATE ON {SCHEMA}.appends", "refuse", "appends are never changed"),
    "appends_delete": (
        f"BEFORE DELETE OR TRUNCATE ON {SCHEMA}.appends",
        "refuse",
        "appends are never deleted",
    ),
    "head_insert": (f"BEFORE INSERT ON {SCHEMA}.head FOR EACH ROW", "head_once", "there is one head"),
    "head_update": (f"BEFORE UPDATE ON {SCHEMA}.head FOR EACH ROW", "head_rises", "the head never falls"),
    "reads_change": (
        f"BEFORE DELETE OR UPDATE OR TRUNCATE ON {VAULT}.reads",
        "refuse",
        "the read trail only grows",
    ),
    "head_delete": (f"BEFORE DELETE OR TRUNCATE ON {SCHEMA}.head", "refuse", "the head stays"),
}
TRIGGERS = tuple(
    f"CREATE OR REPLACE TRIGGER {name} {when} EXECUTE FUNCTION {SCHEMA}.{function}('jejak: {why}')"
    for name, (when, function, why) in GUARDS.items()
)
# Made by the first merge: most ledgers never see one. Who may read the schema may read where parts come from.
MERGED_GUARDS = {
    "merged_update": f"BEFORE UPDATE ON {SCHEMA}.merged_from",
    "merged_delete": f"BEFORE DELETE OR TRUNCATE ON {SCHEMA}.merged_from",
}
MERGED = (
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.merged_from (
        first bigint PRIMARY KEY, last bigint NOT NULL, recorded_at text COLLATE "C" NOT NULL,
        origin text COLLATE "C" NOT NULL, origin_first bigint NOT NULL, origin_last bigint NOT NULL,
        frontier bytea NOT NULL, root text COLLATE "C" NOT NULL, regions text COLLATE "C" NOT NULL,
        checkpoint text, verifier text, UNIQUE (origin, origin_first))""",
    *(
        f"CREATE OR REPLACE TRIGGER {name} {when} EXECUTE FUNCTION"
        f" {SCHEMA}.refuse('jejak: what was merged is never changed')"
        for name, when in MERGED_GUARDS.items()
    ),
    f"GRANT SELECT ON {SCHEMA}.merged_from TO PUBLIC",
)
FIRST_ROWS = (
    f"""INSERT INTO {SCHEMA}.head SELECT 1, 0, '{START}', ''::bytea
        WHERE NOT EXISTS (SELECT 1 FROM {SCHEMA}.head)""",
    f"""INSERT INTO {SCHEMA}.layout VALUES (1, {LAYOUT})
        ON CONFLICT (one) DO UPDATE SET version = greatest({SCHEMA}.layout.version, excluded.version)""",
)
_NOBODY = tuple(f"REVOKE ALL ON FUNCTION {one} FROM PUBLIC" for one in CALLED)
"""A function is everybody's when it is made."""
STATEMENTS = (
    *TABLES,
    *session_roles.FUNCTIONS,
    *FUNCTIONS,
    *TRIGGERS,
    *session_roles.POLICIES,
    *view_schemas.STATEMENTS,
    *_NOBODY,
    *FIRST_ROWS,
    *session_roles.FILL,
)
