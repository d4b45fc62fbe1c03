"""`ledger verify` against the hashing that it cannot do without: of the same bytes, in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.measure import Line, Work, paired, rate
from benchmarks.memory import peak_of
from ledger import merkle
from ledger.admin.verify import verify
from ledger.event_store import EventStore


def beside_hashing(work: str, store: EventStore, times: int, *, jobs: int, target: float) -> Line:
    """Rows that lie in memory, each hashed and joined to the root, by one process."""
    rows = list(store.all_events())
    return _line(work, store, lambda: _root(rows), times, jobs, target)


def beside_reading(work: str, store: EventStore, times: int, *, jobs: int, target: float) -> Line:
    """The same with the reading of the rows, one after the other by position, by one process."""
    return _line(work, store, lambda: _root(store.all_events()), times, jobs, target)


def _line(work: str, store: EventStore, floor: Work, times: int, jobs: int, target: float) -> Line:
    count = store.head().position
    taken = paired(floor, lambda: _clean(store, jobs), times)
    return Line(work, rate(count, taken.floor), rate(count, taken.ours), taken.speed, target)


def _root(rows: Iterable[Sequence[Any]]) -> bytes:
    return merkle.root_of(map(_hash, rows))


def _hash(row: Sequence[Any]) -> bytes:
    """The leaf as its definition reads: every column with its length before it."""
    position, stream, version, topic, state, recorded_at, _leaf = row
    parts = (stream.encode(), b"%d" % version, topic.encode(), b"%d" % position, recorded_at.encode(), state)
    return sha256(b"\0" + b"".join(b"%d:" % len(part) + part for part in parts)).digest()


def _clean(store: EventStore, jobs: int) -> None:
    assert not verify(store, jobs=jobs).findings


def check(path: str) -> None:
    """Verifies a ledger file: what the peak of memory is taken of."""
    _clean(EventStore(Path(path)), 1)


def peak(path: Path) -> float | None:
    """Megabytes of a process that verifies a ledger file."""
    return peak_of("benchmarks.verifying", "check", str(path))
