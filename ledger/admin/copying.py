"""Moving a ledger from one database to another: same positions, times, bytes and root; then closed behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from domain.base import reason
from ledger import merkle
from ledger.admin.verify import verify
from ledger.errors import ClosedLedgerError, ConflictError, LedgerError
from ledger.event_store import EventStore, is_url
from ledger.factory import (
    Place,
    create_tables,
    exists,
    open_recorder,
    open_store,
    open_vault,
    require_postgres_extra,
)
from ledger.ports.append import CLOSED_PREFIX, LOCK_SECONDS, AppendStatements

BATCH = 5000


class DamagedError(LedgerError):
    """A ledger that verify finds fault with is not copied."""

    status = 1


class Copied(NamedTuple):
    """What went along; `before` when an earlier run had copied it and only closing was left."""

    events: int
    appends: int
    root: str
    profiles: int
    before: bool


def copy(source: Place, target: Place) -> Copied:
    """Copies ledger and vault into a database without events, compares the roots, and closes the source.

    Nobody can append meanwhile. Raises ConflictError when the target holds another ledger,
    ClosedLedgerError when the source was closed before, DamagedError when the source is not clean.
    """
    with require_postgres_extra(), closing(open_store(source)) as store:
        if place := store.closed_by():
            raise ClosedLedgerError(place)
        # Closed before anything is copied, seen by others only at the end: who may not close copies nothing.
        with _closed(source, display_name(target)):
            return _copy(store, source, target)


def _copy(store: EventStore, source: Place, target: Place) -> Copied:
    root, appends, events = _clean(store, source)
    before = exists(target) and _holds(target, root)
    if not before:
        create_tables(target)
    # The vault goes first: events name profiles, never the other way round.
    profiles = _copy_vault(source, target)
    if not before:
        recorder = open_recorder(target)
        with recorder.append_statements() as statements:
            append_batch(store, statements)
        recorder.close()
    there = open_store(target)
    try:
        found, _appends, _events = _clean(there, target)
    finally:
        there.close()
    assert found == root
    return Copied(events, appends, root, profiles, before)


def append_batch(store: EventStore, statements: AppendStatements, batch: int = BATCH) -> None:
    """Writes every row of a ledger into an empty one, in the transaction of `hand`; all guards look on."""
    store.require_all_regions()
    with store.snapshot():
        head = store.head()
        # In an empty ledger the positions handed out end where those of the source do.
        if statements.take(head.position)[0] != head.position:
            raise _taken("")
        events = store.all_events()
        frontier, size = b"", 0
        while rows := list(islice(events, batch)):
            statements.put_events(rows)
            frontier, size = merkle.extend(frontier, size, (row.leaf for row in rows)), size + len(rows)
        if frontier != head.frontier:
            raise DamagedError(reason("The leaves do not lead to the proof tree's head."))
        statements.put_appends(store.all_appends())
        statements.put_merged(store.merged())
        statements.reserve(store.all_reservations())
        statements.refer(store.all_refs())
        statements.put_head(head.recorded_at, head.frontier)


def _clean(store: EventStore, place: Place) -> tuple[str, int, int]:
    verdict = verify(store)
    if verdict.findings:
        position, _why = verdict.findings[0]
        raise DamagedError(
            reason(
                "The ledger {place} is not clean: {count} findings, the first at position {position}.",
                place=display_name(place),
                count=len(verdict.findings),
                position=position if position is not None else "–",
            ),
            reason("Run: jejak ledger verify"),
        )
    return verdict.root, verdict.appends, verdict.events


def _holds(target: Place, root: str) -> bool:
    """True when the target already holds this very ledger, False when it is empty."""
    store = open_store(target)
    try:
        if place := store.closed_by():
            raise ClosedLedgerError(place)
        head = store.head()
    finally:
        store.close()
    if head.position and merkle.root(head.frontier).hex() != root:
        raise _taken(display_name(target))
    return head.position > 0


def _taken(place: str) -> ConflictError:
    return ConflictError(
        reason("{place} already holds another ledger.", place=place),
        reason("Name an empty database, or a new folder."),
    )


def _copy_vault(source: Place, target: Place) -> int:
    rows = open_vault(source).lying()
    open_vault(target).take(rows)
    return sum(row.box is not None for row in rows)


def display_name(place: Place) -> str:
    """A ledger as people are told of it: its workspace's folder, or its database without a password."""
    if not is_url(place):
        return str(Path(place).parent)
    from ledger.postgres import reading

    return reading.url_without_password(str(place))


@contextmanager
def _closed(place: Place, successor: str) -> Iterator[None]:
    """Keeps writers out, for good when all went well: nobody else sees the trigger before."""
    refusal = _literal(CLOSED_PREFIX + successor)
    with _closed_database(str(place), refusal) if is_url(place) else _closed_file(Path(place), refusal):
        yield


@contextmanager
def _closed_file(path: Path, refusal: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=LOCK_SECONDS)) as connection:
        # Takes the write lock at once: who is writing ends first, and nobody begins after.
        connection.execute("BEGIN IMMEDIATE")
        body = f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        connection.execute(f"CREATE TRIGGER closed BEFORE UPDATE ON head {body}")
        yield
        connection.execute("COMMIT")


@contextmanager
def _closed_database(url: str, refusal: str) -> Iterator[None]:
    from ledger.postgres.reading import open_connection, translated_errors
    from ledger.postgres.rights import SCHEMA

    with translated_errors(), open_connection(url) as connection, connection.transaction():
        connection.execute(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
        # Whoever waits for the head's row would hold up the trigger: the whole table is taken at once.
        connection.execute(f"LOCK TABLE {SCHEMA}.head IN SHARE ROW EXCLUSIVE MODE")
        trigger: Any = f"""CREATE TRIGGER closed BEFORE UPDATE ON {SCHEMA}.head
            FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.refuse('{refusal}')"""
        connection.execute(trigger)
        yield


def _literal(text: str) -> str:
    return text.replace("'", "''")
