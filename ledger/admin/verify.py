"""`jejak ledger verify`: every row against its leaf, the leaves against the head, the rest against events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import msgspec

from domain import kinds
from domain.base import Reason, reason
from domain.streams import region_of
from ledger import merkle, reader
from ledger.admin import bulk_checks, merging, vault_check
from ledger.admin.changed_column import changed_column
from ledger.codec import CODEC, Codec, Row
from ledger.errors import LedgerError
from ledger.event_store import EventStore, Head
from ledger.ports.append import EventRow, MergedRun
from ledger.ports.vault import Vault
from ledger.write import integrity

LOOKED_INTO = 20
"""Events of which the column is looked for that was changed; each may take a second."""


Found = tuple[int | None, Reason]
"""Position (None when the finding has none) and sentence."""


class _Action(msgspec.Struct):
    action: str = ""


class VerifyResult(NamedTuple):
    """What was checked and what was found wrong."""

    events: int
    appends: int
    root: str
    findings: list[Found]


def verify(
    store: EventStore, codec: Codec = CODEC, *, jobs: int = 1, vault: Vault | None = None
) -> VerifyResult:
    """Checks the whole ledger at one moment, by several processes where asked. Findings name positions.

    With a `vault` also whether it holds what the events name. Raises ConflictError for a role that does
    not see all regions.
    """
    store.require_all_regions()
    with store.snapshot():
        # Bytes that are no UTF-8 are a finding with a position, not a failure to read.
        with store.lenient():
            head, findings = _head(store)
            runs = store.merged()
        # Row by row, as finding the place needs it, only where something is wrong, or was merged.
        if findings or runs or not bulk_checks.whole(store, head, codec, jobs=jobs):
            with store.lenient():
                findings = _row_by_row(store, head, runs, codec, findings)
        if vault is not None and not findings:
            findings += vault_check.missing(store, vault)
        appends, events = store.count("appends"), store.count("stored_events")
    return VerifyResult(events, appends, merkle.root(head.frontier).hex(), findings)


def _row_by_row(
    store: EventStore, head: Head, runs: list[MergedRun], codec: Codec, of_head: list[Found]
) -> list[Found]:
    found = [*of_head, *_events(store, head, runs), *_appends(store, head, runs)]
    # What is merged or derived comes from events: those in doubt would make noise here.
    if runs and not found:
        found += merging.findings(store)
    if not found:
        found += _derived(store, codec)
    return found


def _head(store: EventStore) -> tuple[Head, list[Found]]:
    found = store.head_row()
    if found is None:
        return Head(0, "", b""), [(None, reason("The ledger has lost its head row."))]
    return found, []


def _events(store: EventStore, head: Head, runs: list[MergedRun]) -> Iterator[Found]:
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
        # What came from another ledger keeps its time of recording; here it counts from when it came.
        run = _run_of(runs, position)
        moment = run.recorded_at if run else str(at)
        if moment < last:
            yield position, reason("The time of recording falls.")
        last = moment
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


def _run_of(runs: list[MergedRun], position: int) -> MergedRun | None:
    """The run of merged events that a position belongs to."""
    at = bisect_right(runs, position, key=lambda run: run.first) - 1
    return runs[at] if at >= 0 and position <= runs[at].last else None


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


def _versions(store: EventStore) -> Iterator[Found]:
    for stream, position in store.gaps():
        yield position, reason("Stream {stream} has a gap in its versions.", stream=stream)


def _appends(store: EventStore, head: Head, runs: list[MergedRun]) -> Iterator[Found]:
    expected = 1
    for first, last, at, command in store.all_appends():
        if first != expected or last < first:
            yield first, reason("The list of appends has a gap before this position.")
        expected = last + 1
        run = _run_of(runs, first)
        if run is None:
            yield from _one_append(store, first, last, at, command)
        elif (run.first, run.last, run.recorded_at) != (first, last, at):
            yield first, reason("The append of what was merged has other positions or another time.")
    if expected - 1 != head.position:
        yield (
            None,
            reason(
                "The list of appends ends at {last}, the head at {head}.",
                last=expected - 1,
                head=head.position,
            ),
        )


def _one_append(store: EventStore, first: int, last: int, at: str, command: str | None) -> Iterator[Found]:
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


def _derived(store: EventStore, codec: Codec) -> Iterator[Found]:
    held: dict[str, tuple[str, int]] = {}
    refs: set[tuple[str, str]] = set()
    merged = store.merged_regions().keys()
    for _name, group in groupby(map(Row._make, store.all_rows()), attrgetter("stream")):
        rows = list(group)
        # Nobody records in a merged stream: it holds no key here, and its references are its own ledger's.
        foreign = region_of(rows[0].stream) in merged
        yield from _stream(rows, codec, {} if foreign else held, set() if foreign else refs)
    yield from _compare_reservations(store, held)
    stored = {(target, stream) for target, stream in store.all_refs() if region_of(stream) not in merged}
    for target, stream in sorted(refs - stored):
        yield None, reason("The reference of {stream} to {target} is missing.", stream=stream, target=target)
    for target, stream in sorted(stored - refs - _once(store, codec, stored - refs)):
        yield None, reason("No event refers from {stream} to {target}.", stream=stream, target=target)


def _stream(
    rows: list[Row], codec: Codec, held: dict[str, tuple[str, int]], refs: set[tuple[str, str]]
) -> Iterator[Found]:
    stream = rows[0].stream
    try:
        for fact in reader.read(rows, codec=codec).facts:
            held |= dict.fromkeys(integrity.keys_of(stream, fact), (stream, fact.version))
            refs |= {(target, stream) for target in kinds.refs(fact.body)}
    except LedgerError as error:
        yield getattr(error, "position", None), error.why


def _compare_reservations(store: EventStore, held: dict[str, tuple[str, int]]) -> Iterator[Found]:
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
