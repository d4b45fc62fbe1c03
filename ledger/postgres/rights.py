"""What each role may do in the database: the one table that grants, checks, and the docs read.

Every table and function of our schemas stands here, also those that nobody but the owner may touch: a test
compares it with the database.
"""

from __future__ import annotations

SCHEMA, VAULT, VAULT_KEYS, VIEWS = "jejak", "vault", "vault_keys", "views"
STANDINGS = ("reader", "writer", "verifier", "auditor")
"""What a role can be granted; the owner of the tables has all rights, and needs no grant."""
OWNER = "owner"

Rights = tuple[str, ...]
_READ: Rights = ("SELECT",)
_ADD: Rights = ("SELECT", "INSERT")
_ALL: Rights = ("SELECT", "INSERT", "UPDATE", "DELETE")


def _read_by_all(writer: Rights) -> dict[str, Rights]:
    return {"reader": _READ, "writer": writer, "verifier": _READ, "auditor": _READ}


RIGHTS: dict[str, dict[str, Rights]] = {
    f"{SCHEMA}.stored_events": _read_by_all(_ADD),
    f"{SCHEMA}.appends": _read_by_all(_ADD),
    f"{SCHEMA}.refs": _read_by_all(_ADD),
    f"{SCHEMA}.reservations": _read_by_all(("SELECT", "INSERT", "DELETE")),
    f"{SCHEMA}.head": _read_by_all(("SELECT", "UPDATE")),
    f"{SCHEMA}.layout": _read_by_all(_READ),
    # Whom a role is bound to it learns from a function, of itself alone.
    f"{SCHEMA}.roles": {},
    f"{VIEWS}.current": _read_by_all(_ALL),
    # A reader needs no personal data: no reading verb fails without the vault.
    f"{VAULT}.profiles": {"writer": ("SELECT", "DELETE"), "auditor": _READ},
    f"{VAULT}.sealed": {"writer": ("SELECT", "INSERT", "DELETE"), "auditor": _READ},
    # Who sees personal data leaves a line in the trail.
    f"{VAULT}.reads": {"writer": _ADD, "auditor": _ADD},
    f"{VAULT_KEYS}.keys": {"writer": _ALL, "auditor": _READ},
    f"{VAULT}.profile_regions": {},
}
"""By table: what a role of each standing may do with it beyond nothing."""
GENERATION: dict[str, Rights] = _read_by_all(_ALL)
"""The same for every table of a generation of views: a writer's commands catch them up."""

_EVERYBODY = STANDINGS
FUNCTIONS: dict[str, tuple[str, ...]] = {
    f"{VIEWS}.make_generation(text, jsonb)": ("writer",),
    f"{VIEWS}.finish_generation(text, jsonb)": ("writer",),
    f"{VIEWS}.drop_generation(text)": ("writer",),
    f"{VIEWS}.protect_generation(text)": (),
    f"{SCHEMA}.session_role()": _EVERYBODY,
    f"{SCHEMA}.session_regions()": _EVERYBODY,
    f"{SCHEMA}.session_profiles()": ("writer", "auditor"),
    f"{SCHEMA}.leaf(bigint)": _EVERYBODY,
    f"{SCHEMA}.leaves(bigint, bigint)": _EVERYBODY,
    f"{SCHEMA}.parsed(bytea)": (),
    f"{SCHEMA}.refuse()": (),
    f"{SCHEMA}.events_follow()": (),
    f"{SCHEMA}.events_of_role()": (),
    f"{SCHEMA}.events_name_profiles()": (),
    f"{SCHEMA}.profiles_of_role()": (),
    f"{SCHEMA}.appends_follow()": (),
    f"{SCHEMA}.head_once()": (),
    f"{SCHEMA}.head_rises()": (),
}
"""By function: who may call it. Triggers run whoever fires them."""
NEEDS_WHOLE = ("verifier",)
"""Standings that cannot be limited to regions: the proof tree is one over all of them."""


def table_rights(standing: str, table: str, *, limited: bool = False) -> Rights:
    """What a role may do with a table; `limited` is one with regions: it never writes the shared views."""
    given = RIGHTS[table].get(standing, ())
    return _READ if limited and table.startswith(f"{VIEWS}.") and given else given


def generation_rights(standing: str, *, limited: bool = False) -> Rights:
    """What a role may do with the tables of every generation of views."""
    return _READ if limited else GENERATION.get(standing, ())


def may_call(standing: str, function: str, *, limited: bool = False) -> bool:
    """True when a role may call a function of the database."""
    return standing in FUNCTIONS[function] and not (limited and function.startswith(f"{VIEWS}."))


def schemas(standing: str) -> list[str]:
    """The schemas that a role may look into."""
    return sorted({table.partition(".")[0] for table, given in RIGHTS.items() if standing in given})
