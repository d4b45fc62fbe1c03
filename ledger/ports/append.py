"""The append section as both databases run it: one lock, explicit positions, proof, side tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple, Protocol

from eventsourcing.persistence import StoredEvent

from ledger import clock, merkle
from ledger.errors import ClockBehindError, StaleDecisionError

LOCK_SECONDS = 10
MAX_CLOCK_LAG = timedelta(minutes=10)
CLOSED_PREFIX = "jejak: closed: "
"""How the refusal of a ledger begins that was closed to writing; the place where it went on follows."""
START = "0001-01-01T00:00:00.000000Z"


@dataclass(frozen=True)
class AppendRequest:
    """What one append writes beside its events, and what its decision had read.

    `decided_at` is the position that the decision saw; when others appended since, the append goes on
    only if they touched nothing of `read` and refer to nothing of `touched`.
    """

    command_id: str | None = None
    reserve: Sequence[tuple[str, str, int]] = ()
    release: Iterable[str] = ()
    refs: Iterable[tuple[str, str]] = ()
    """Pairs (target, referring stream)."""
    decided_at: int | None = None
    read: frozenset[str] = field(default_factory=frozenset)
    touched: frozenset[str] = field(default_factory=frozenset)
    head_time: bool = False


class EventRow(NamedTuple):
    """One row of the events table, as both databases hold it."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    recorded_at: str
    leaf: bytes


class Append(NamedTuple):
    """One append: its positions, its moment, its command."""

    first: int
    last: int
    recorded_at: str
    command_id: str | None


class MergedRun(NamedTuple):
    """Events of another ledger that stand here in one run: `first` to `last` here, origin's positions there.

    `frontier` and `root` are those of the origin's proof tree after the last; `checkpoint` is its signed
    note where one came along, `verifier` the public key that it was checked with; `regions` are the
    prefixes of the streams of the run.
    """

    first: int
    last: int
    recorded_at: str
    origin: str
    origin_first: int
    origin_last: int
    frontier: bytes
    root: str
    regions: str
    checkpoint: str | None
    verifier: str | None

    @property
    def offset(self) -> int:
        """What is added to a position there to get the one here."""
        return self.first - self.origin_first


class AppendStatements(Protocol):
    """What a database does in an append; everything happens in the caller's transaction."""

    def take(self, count: int) -> tuple[int, str, bytes]:
        """Takes the write lock; returns the head's position after `count` more, its time and frontier."""

    def put_events(self, rows: Sequence[EventRow]) -> None: ...

    def put_appends(self, rows: Sequence[Append]) -> None: ...

    def release(self, keys: Sequence[str]) -> None: ...

    def reserve(self, rows: Sequence[tuple[str, str, int]]) -> None: ...

    def refer(self, rows: Sequence[tuple[str, str]]) -> None:
        """Adds references; those that are there stay."""

    def put_head(self, recorded_at: str, frontier: bytes) -> None: ...

    def put_merged(self, runs: Sequence[MergedRun]) -> None:
        """Notes runs of merged events; makes their table where there is none."""

    def streams_after(self, position: int) -> set[str]: ...

    def targets_of(self, streams: Sequence[str]) -> set[str]:
        """What any of the streams refers to."""


class Recorder(Protocol):
    """A ledger as it is written to."""

    now: clock.Clock

    def insert_events(self, stored_events: Sequence[StoredEvent], **how: Any) -> Sequence[int] | None:
        """Appends events; `section` says what goes with them."""

    def append_statements(self) -> AbstractContextManager[AppendStatements]:
        """The statements of an append in a transaction of their own, committed at the end."""

    def create_table(self) -> None: ...

    def close(self) -> None:
        """Lets go of the database."""


def append(
    statements: AppendStatements, stored: Sequence[StoredEvent], request: AppendRequest, now: clock.Clock
) -> list[int]:
    """Appends the events and what `section` adds; returns their positions.

    Raises ClockBehindError and StaleDecisionError, and what the database raises where a stream's version,
    a reservation or the command id is already there.
    """
    position, head_at, frontier = statements.take(len(stored))
    before = position - len(stored)
    recorded_at = _time(head_at, request, now)
    if request.decided_at is not None and request.decided_at != before:
        _refuse_stale(statements, request)
    rows = [_row(event, place, recorded_at) for place, event in enumerate(stored, before + 1)]
    statements.put_events(rows)
    statements.put_appends([Append(before + 1, position, recorded_at, request.command_id)])
    _side_rows(statements, request)
    statements.put_head(recorded_at, merkle.extend(frontier, before, (row.leaf for row in rows)))
    return list(range(before + 1, position + 1))


def _time(head_at: str, request: AppendRequest, now: clock.Clock) -> str:
    clock_now = now()
    text = clock.stamp(clock_now)
    if head_at > text and not request.head_time and clock.moment(head_at) - clock_now > MAX_CLOCK_LAG:
        raise ClockBehindError(text, head_at)
    return max(text, head_at)


def _row(event: StoredEvent, position: int, at: str) -> EventRow:
    stream = event.originator_id if isinstance(event.originator_id, str) else event.originator_id.hex
    version, topic, state = event.originator_version, event.topic, event.state
    leaf = merkle.leaf_hash(stream, version, topic, position, at, state)
    return EventRow(position, stream, version, topic, state, at, leaf)


def _side_rows(statements: AppendStatements, request: AppendRequest) -> None:
    if released := list(request.release):
        statements.release(released)
    if request.reserve:
        statements.reserve(request.reserve)
    if refs := list(request.refs):
        statements.refer(refs)


def _refuse_stale(statements: AppendStatements, request: AppendRequest) -> None:
    assert request.decided_at is not None
    newer = statements.streams_after(request.decided_at)
    if newer & (request.read | request.touched):
        raise StaleDecisionError
    if statements.targets_of(sorted(newer)) & request.touched:
        raise StaleDecisionError
