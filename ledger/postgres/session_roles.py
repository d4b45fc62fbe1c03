"""Whom a login role is bound to: its person and its regions, and the policies and guards that hold it there.

The role is the one that logged in (`session_user`): SET ROLE does not change it, and inside a function of the
owner it is still the caller's.
"""

from __future__ import annotations

from ledger.postgres.rights import SCHEMA, VAULT, VAULT_KEYS

SAFE = "SET search_path = pg_catalog, pg_temp"
"""What every function of ours runs with: nothing that a role makes comes before what the server brings."""
_DEFINER = f"SECURITY DEFINER {SAFE}"

TABLES = (
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.roles (
        role text COLLATE "C" PRIMARY KEY, standing text NOT NULL, person text COLLATE "C",
        regions text[] COLLATE "C" CHECK (cardinality(regions) > 0))""",
    # Whose a profile is stands in events alone: this is their index, and holds nothing personal.
    f"""CREATE TABLE IF NOT EXISTS {VAULT}.profile_regions (
        profile text COLLATE "C" PRIMARY KEY, regions text[] COLLATE "C" NOT NULL)""",
)


def _sql(signature: str, returns: str, body: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.{signature} RETURNS {returns} LANGUAGE sql STABLE PARALLEL SAFE"
        f" {_DEFINER} AS $role$ {body} $role$"
    )


_OWN = f"FROM {SCHEMA}.roles r WHERE r.role = session_user"
FUNCTIONS = (
    _sql(
        "session_role()",
        "TABLE (standing text, person text, regions text[])",
        f"SELECT r.standing, r.person, r.regions {_OWN}",
    ),
    _sql("session_regions()", "text[]", f"SELECT r.regions {_OWN}"),
    _sql(
        "session_profiles()",
        "SETOF text",
        f"SELECT p.profile FROM {VAULT}.profile_regions p, {SCHEMA}.roles r"
        " WHERE r.role = session_user AND p.regions && r.regions",
    ),
    # Hashes only: with them whoever sees some regions still knows whose views these are, and proves growth.
    _sql(
        "leaf(place bigint)",
        "bytea",
        f"SELECT e.leaf FROM {SCHEMA}.stored_events e WHERE e.notification_id = place",
    ),
    _sql(
        "leaves(low bigint, high bigint)",
        "SETOF bytea",
        f"SELECT e.leaf FROM {SCHEMA}.stored_events e WHERE e.notification_id BETWEEN low AND high"
        " ORDER BY e.notification_id",
    ),
    # Events may hold any bytes: what is no JSON names nobody, and is no error here.
    f"""CREATE OR REPLACE FUNCTION {SCHEMA}.parsed(state bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE
        {SAFE} AS $role$ BEGIN RETURN convert_from(state, 'UTF8')::jsonb;
        EXCEPTION WHEN others THEN RETURN NULL; END $role$""",
)

OTHER_ACTOR = "jejak: this role records as its person alone"
DEPENDED_ON = "jejak: facts of regions that this role does not see depend on it"
# The same key twice in one object: PostgreSQL and the decoder both take the last, so they see one actor.
OF_ROLE = f"""DECLARE own record;
BEGIN
    SELECT r.person, r.regions INTO own {_OWN};
    IF own.person IS NOT NULL AND EXISTS (
        SELECT 1 FROM added WHERE {SCHEMA}.parsed(state)->>'actor' IS DISTINCT FROM own.person)
    THEN RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
        MESSAGE = '{OTHER_ACTOR}'; END IF;
    IF own.regions IS NOT NULL AND EXISTS (
        SELECT 1 FROM added JOIN {SCHEMA}.refs ON refs.target = added.originator_id
        WHERE added.topic LIKE 'fact.%' AND split_part(refs.originator_id, '/', 1) <> ALL (own.regions))
    THEN RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
        MESSAGE = '{DEPENDED_ON}'; END IF;
    RETURN NULL;
END"""


def _named(events: str) -> str:
    """The profiles that events name, each with its region; the first that names one has it."""
    return f"""SELECT DISTINCT ON (profile) profile, ARRAY[region] AS regions FROM (
        SELECT notification_id, split_part(originator_id, '/', 1) AS region,
            CASE WHEN topic LIKE 'person.registered/%' THEN body->>'profile'
                WHEN body->>'field' = 'profile' THEN body->>'new' END AS profile
        FROM (SELECT notification_id, originator_id, topic, {SCHEMA}.parsed(state)->'body' AS body
            FROM {events} WHERE topic LIKE 'person.registered/%'
                OR (topic LIKE 'fact.corrected/%' AND split_part(originator_id, '/', 2) = 'person')) AS told
        ) AS named WHERE profile IS NOT NULL ORDER BY profile, notification_id"""


# Who takes a profile first keeps it: nobody can draw another region's person to himself by naming it again.
NAME_PROFILES = f"""BEGIN
    INSERT INTO {VAULT}.profile_regions AS held {_named("added")}
    ON CONFLICT (profile) DO UPDATE SET regions = excluded.regions WHERE excluded.regions <@ held.regions;
    RETURN NULL;
END"""
PROFILES_OF_ROLE = f"""BEGIN
    INSERT INTO {VAULT}.profile_regions
    SELECT added.profile, r.regions FROM added, {SCHEMA}.roles r
    WHERE r.role = session_user AND r.regions IS NOT NULL ON CONFLICT (profile) DO NOTHING;
    RETURN NULL;
END"""

_LIMITS = f"(SELECT {SCHEMA}.session_regions())"


def within(stream: str) -> str:
    """The condition that a stream is of a region of whoever asks; asked once for a statement."""
    return f"({_LIMITS} IS NULL OR split_part({stream}, '/', 1) = ANY (coalesce({_LIMITS}, '{{}}')))"


_PROFILE = f"({_LIMITS} IS NULL OR profile IN (SELECT {SCHEMA}.session_profiles()))"
_READS = f"({_LIMITS} IS NULL OR EXISTS (SELECT FROM unnest(persons) AS one WHERE {within('one')}))"
_ROWS = {
    f"{SCHEMA}.stored_events": (within("originator_id"), within("originator_id")),
    f"{SCHEMA}.refs": (within("originator_id"), within("originator_id")),
    f"{SCHEMA}.reservations": (within("originator_id"), within("originator_id")),
    # A profile is kept before the event that names it: a guard notes whose it is.
    f"{VAULT}.profiles": (_PROFILE, "true"),
    f"{VAULT}.sealed": (_PROFILE, "true"),
    f"{VAULT}.reads": (_READS, "true"),
    f"{VAULT_KEYS}.keys": (_PROFILE, "true"),
}
"""By table: which rows a role sees, and which it may add. Without regions that is all of them."""


def policy(table: str, seen: str, added: str) -> tuple[str, ...]:
    """The statements that hold a table's rows to the regions of whoever asks."""
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS by_region ON {table}",
        f"CREATE POLICY by_region ON {table} USING ({seen}) WITH CHECK ({added})",
    )


POLICIES = tuple(
    statement for table, (seen, added) in _ROWS.items() for statement in policy(table, seen, added)
)
FILL = (
    f"""INSERT INTO {VAULT}.profile_regions {_named(f"{SCHEMA}.stored_events")}
        ON CONFLICT (profile) DO NOTHING""",
)
"""For a ledger that was laid out before: whose the profiles are that its events name."""
