"""`jejak ledger verify`: every row against its leaf, the leaves against the head, the rest against events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from domain import kinds
from domain.base import Reason, reason
from ledger import merkle, reader
from ledger.admin import bulk_checks, vault_check
from ledger.admin.changed_column import changed_column
from ledger.codec import CODEC, Codec, Row
from ledger.errors import LedgerError
from ledger.event_store import EventStore, Head
from ledger.ports.append import EventRow
from ledger.ports.vault import Vault
from ledger.write import integrity

LOOKED_INTO = 20
"""Events of which the column is looked for that was changed; each may take a second."""


class _Action(msgspec.Struct):
    action: str = ""


class VerifyResult(NamedTuple):
    """What was checked and what was found wrong."""

    events: int
    appends: int
    root: str
    findings: list[tuple[int | None, Reason]]
    """Position (None when the finding has none) and sentence."""


def verify(
    store: EventStore, codec: Codec = CODEC, *, jobs: int = 1, vault: Vault | None = None
) -> VerifyResult:
    """Checks the whole ledger at one moment, by several processes where asked. Findings name positions.

    With a `vault` also whether it holds what the events name. Raises ConflictError for a role that does
    not see all regions.
    """
    store.require_all_regions()
    # Bytes that are no UTF-8 are a finding with a position, not a failure to read.
    with store.snapshot(), store.lenient():
        head, findings = _head(store)
        # Row by row, as finding the place needs it, only where something is wrong.
        if findings or not bulk_checks.whole(store, head, codec, jobs=jobs):
            findings += _events(store, head)
            findings += _appends(store, head)
            # Reservations and references are derived from events; events in doubt would make noise here.
            if not findings:
                findings += _derived(store, codec)
        if vault is not None and not findings:
            findings += vault_check.missing(store, vault)
        appends, events = store.count("appends"), store.count("stored_events")
    return VerifyResult(events, appends, merkle.root(head.frontier).hex(), findings)


def _head(store: EventStore) -> tuple[Head, list[tuple[int | None, Reason]]]:
    found = store.head_row()
    if found is None:
        return Head(0, "", b""), [(None, reason("The ledger has lost its head row."))]
    return found, []


def _events(store: EventStore, head: Head) -> Iterator[tuple[int | None, Reason]]:
    leaves: list[bytes] = []
    expected, last, frontier, size = 1, "", b"", 0
    differing: list[EventRow] = []
    for row in store.all_events():
        position, stream, version, topic, state, at, leaf = row
        if position != expected:
            yield position, reason("Position {expected} is missing before this one.", expected=expected)
        expected = position + 1
        if leaf != _leaf(stream, version, topic, position, at, state):
            yield position, reason("The event does not match its leaf in the proof tree.")
            differing += [row] if len(differing) < LOOKED_INTO else []
        if str(at) < last:
            yield position, reason("The time of recording falls.")
        last = str(at)
        # SQLite keeps what it is given: a column that was tampered with may hold text.
        leaves.append(bytes(leaf) if isinstance(leaf, bytes) else str(leaf).encode())
        # Joined piece by piece: memory does not grow with the ledger.
        if len(leaves) == 4096:
            frontier, size, leaves = merkle.extend(frontier, size, leaves), size + len(leaves), []
    frontier = merkle.extend(frontier, size, leaves)
    if expected - 1 != head.position:
        yield (
            None,
            reason(
                "The head says position {head}, the last event has {last}.",
                head=head.position,
                last=expected - 1,
            ),
        )
    if last and last != head.recorded_at:
        yield None, reason("The head's time is not that of the last event.")
    if frontier != head.frontier:
        yield None, reason("The leaves do not lead to the proof tree's head.")
    for row in differing:
        if column := changed_column(row, store.recorded_at(row.position), sorted(CODEC.topics)):
            yield row.position, reason("What differs is the column {column} of this event.", column=column)
    yield from _versions(store)


def _leaf(stream: object, version: object, topic: object, position: int, at: object, state: object) -> bytes:
    """The leaf that a row must have; empty when a column has another type than was written."""
    texts = [stream, topic, at]
    if not all(isinstance(text, str) for text in texts) or not isinstance(state, bytes):
        return b""
    if not isinstance(version, int):
        return b""
    try:
        return merkle.leaf_hash(str(stream), version, str(topic), position, str(at), state)
    except UnicodeError:
        return b""


def _versions(store: EventStore) -> Iterator[tuple[int | None, Reason]]:
    for stream, position in store.gaps():
        yield position, reason("Stream {stream} has a gap in its versions.", stream=stream)


def _appends(store: EventStore, head: Head) -> Iterator[tuple[int | None, Reason]]:
    expected = 1
    for first, last, at, command in store.all_appends():
        if first != expected or last < first:
            yield first, reason("The list of appends has a gap before this position.")
        expected = last + 1
        yield from _one_append(store, first, last, at, command)
    if expected - 1 != head.position:
        yield (
            None,
            reason(
                "The list of appends ends at {last}, the head at {head}.",
                last=expected - 1,
                head=head.position,
            ),
        )


def _one_append(
    store: EventStore, first: int, last: int, at: str, command: str | None
) -> Iterator[tuple[int | None, Reason]]:
    for row in store.between(first, last):
        if row.recorded_at != at:
            yield row.position, reason("The append of this event has another time.")
        if command != _command_of(row):
            yield row.position, reason("The append of this event has another command id.")


def _command_of(row: Row) -> str | None:
    """The command that the bytes of an event name; None when they name none."""
    try:
        action = msgspec.json.decode(row.state, type=_Action).action
    except (msgspec.MsgspecError, UnicodeError, TypeError):
        return None
    return action.rpartition("/")[0] or None


def _derived(store: EventStore, codec: Codec) -> Iterator[tuple[int | None, Reason]]:
    held: dict[str, tuple[str, int]] = {}
    refs: set[tuple[str, str]] = set()
    rows: list[Row] = []
    for raw in store.all_rows():
        row = Row(*raw)
        if rows and rows[0].stream != row.stream:
            yield from _stream(rows, codec, held, refs)
            rows = []
        rows.append(row)
    if rows:
        yield from _stream(rows, codec, held, refs)
    yield from _compare_reservations(store, held)
    stored = set(store.all_refs())
    for target, stream in sorted(refs - stored):
        yield None, reason("The reference of {stream} to {target} is missing.", stream=stream, target=target)
    for target, stream in sorted(stored - refs - _once(store, codec, stored - refs)):
        yield None, reason("No event refers from {stream} to {target}.", stream=stream, target=target)


def _stream(
    rows: list[Row], codec: Codec, held: dict[str, tuple[str, int]], refs: set[tuple[str, str]]
) -> Iterator[tuple[int | None, Reason]]:
    stream = rows[0].stream
    try:
        for fact in reader.read(rows, codec=codec).facts:
            held |= dict.fromkeys(integrity.keys_of(stream, fact), (stream, fact.version))
            refs |= {(target, stream) for target in kinds.refs(fact.body)}
    except LedgerError as error:
        yield getattr(error, "position", None), error.why


def _compare_reservations(
    store: EventStore, held: dict[str, tuple[str, int]]
) -> Iterator[tuple[int | None, Reason]]:
    stored = {key: (stream, version) for key, stream, version in store.all_reservations()}
    for key in sorted(held.keys() - stored.keys()):
        yield None, reason("The reservation {key} is missing.", key=key)
    for key in sorted(stored.keys() - held.keys()):
        yield None, reason("No standing fact holds the reservation {key}.", key=key)
    for key in sorted(held.keys() & stored.keys()):
        if held[key] != stored[key]:
            yield (
                None,
                reason("The reservation {key} names another event than the one that holds it.", key=key),
            )


def _once(store: EventStore, codec: Codec, extra: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """References that a voided or since corrected fact made: `refs` only grows, so they stay."""
    found: set[tuple[str, str]] = set()
    for stream in {stream for _, stream in extra}:
        rows = store.rows(stream)
        for upto in range(1, len(rows) + 1):
            for fact in reader.standing(rows[:upto], codec):
                found |= {(target, stream) for target in kinds.refs(fact.body)}
    return found
