"""Whether a ledger is whole, as fast as it can be told; what is wrong with one that is not, `verify` finds.

Every check here is at least as strict as those that name findings: where one of them would speak, this says
no. Blocks of positions and ranges of streams are checked apart, so that several processes can share them.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import msgspec

from ledger import merkle
from ledger.admin.placed_leaves import Place, PlacedLeaves, placed_leaves
from ledger.admin.stream_range import StreamRange, agrees
from ledger.codec import CODEC, Codec
from ledger.errors import LedgerError
from ledger.event_store import EventStore, Head

BLOCK = 1 << 16
"""Positions of a block: a power of two, so that its root is a node of the whole tree."""
SHARES = 3
"""Ranges of streams for each of several processes, so that who is done early takes more."""
LEAST = 1 << 14
"""Events that a range of streams holds at least: fewer are checked before another process has begun."""
SAMPLES = 64
"""Positions that are looked at for each cut between two ranges."""
DOUBTFUL = (
    LedgerError,
    msgspec.MsgspecError,
    RecursionError,
    sqlite3.OperationalError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    struct.error,
)
"""What reading rows may raise that were tampered with; a database that fails is asked again by name."""


class Block(NamedTuple):
    """The positions from one to another, both included."""

    first: int
    last: int


Part = StreamRange | Block


def whole(store: EventStore, head: Head, codec: Codec = CODEC, *, jobs: int = 1) -> bool:
    """Whether every row stands as it was appended, and what is derived from rows is what they say.

    Called inside a snapshot, which checks all at one moment. Other processes have snapshots of their own:
    positions up to the head never change, and each range of streams is checked at one moment of its own.
    """
    # An event behind the head lies in no block. A ledger has events from its first command on.
    if not head.position or store.count("stored_events") != head.position:
        return False
    if os.environ.get("PYTHONHASHSEED", "random") != "random":
        # Hashes that anybody can foretell could be made to add up.
        return False
    bounds: list[str | None] = ["", *cuts(store, head.position, _ranges(head.position, jobs)), None]
    ranges = [StreamRange(str(first), last) for first, last in pairwise(bounds)]
    blocks = [
        Block(first, min(first + BLOCK - 1, head.position)) for first in range(1, head.position + 1, BLOCK)
    ]
    try:
        with (
            placed_leaves(head.position) as leaves,
            _workers(store, leaves, codec, min(jobs, len(ranges))) as work,
        ):
            return (
                all(found is not None for found in work(ranges))
                and _appends_follow(store, head, leaves)
                and _joined(blocks, work(blocks)) == head.frontier
            )
    except OSError:
        # No room for the leaves: what needs none says what is wrong, or that nothing is.
        return False


def _joined(blocks: Sequence[Block], peaks: Iterable[bytes | None]) -> bytes | None:
    """The frontier over blocks: every full one is a leaf of the tree over them; the last one has its own."""
    frontier = b""
    for count, (block, found) in enumerate(zip(blocks, peaks, strict=True)):
        if found is None:
            return None
        full = block.last - block.first + 1 == BLOCK
        frontier = merkle.extend(frontier, count, [found]) if full else frontier + found
    return frontier


Work = Callable[[Sequence[Part]], Iterator[bytes | None]]
"""What `check` says of each part, in order."""


@contextlib.contextmanager
def _workers(store: EventStore, leaves: PlacedLeaves, codec: Codec, jobs: int) -> Iterator[Work]:
    """Who checks parts: this process, with so many processes in all."""
    if jobs == 1 or codec is not CODEC:
        yield lambda parts: (check(store, leaves, part, codec) for part in parts)
        return
    with ProcessPoolExecutor(jobs - 1, mp_context=get_context("spawn")) as pool:

        def work(parts: Sequence[Part]) -> Iterator[bytes | None]:
            waiting = [pool.submit(check_at, store.place, leaves.place, part) for part in parts]
            return _with_help(store, leaves, parts, waiting)

        try:
            yield work
        finally:
            pool.shutdown(cancel_futures=True)


def _with_help(
    store: EventStore, leaves: PlacedLeaves, parts: Sequence[Part], waiting: Sequence[Future[bytes | None]]
) -> Iterator[bytes | None]:
    # This process takes from the end what no other has begun.
    done: dict[int, bytes | None] = {}
    for number in reversed(range(len(parts))):
        if waiting[number].cancel():
            done[number] = check(store, leaves, parts[number])
    for number, future in enumerate(waiting):
        try:
            yield done[number] if number in done else future.result()
        except BrokenExecutor:
            # Another process was ended: what it would have said is found out by name.
            yield None


def check_at(place: Path | str, leaves_at: Place, part: Part) -> bytes | None:
    """`check` in a process of its own."""
    with (
        contextlib.closing(EventStore(place)) as store,
        contextlib.closing(PlacedLeaves(leaves_at)) as leaves,
        store.snapshot(),
    ):
        return check(store, leaves, part)


def check(store: EventStore, leaves: PlacedLeaves, part: Part, codec: Codec = CODEC) -> bytes | None:
    """None where something is wrong; else nothing of streams, and of a block the frontier over its leaves."""
    try:
        if isinstance(part, Block):
            return leaves.peaks(part.first, part.last)
        with _uncollected():
            return b"" if agrees(store, leaves, part, codec) else None
    except DOUBTFUL:
        return None
    finally:
        leaves.forget_pages()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Inside, nobody looks for cycles of garbage: facts hold none, and looking takes a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _appends_follow(store: EventStore, head: Head, leaves: PlacedLeaves) -> bool:
    """Whether appends follow each other up to the head, with the times and commands of their events."""
    end, last_at = 0, ""
    try:
        for first, last, at, command in store.each_append():
            # No event names an empty command: it stands for none.
            if first != end + 1 or last < first or at < last_at or command == "":
                return False
            if not leaves.marked(first, last, leaves.mark(at, command or "")):
                return False
            end, last_at = last, at
    except DOUBTFUL:
        return False
    return end == head.position and (not end or last_at == head.recorded_at)


def _ranges(position: int, jobs: int) -> int:
    # Reservations and references are read whole for every range: no more ranges than it takes.
    return 1 if jobs == 1 else max(1, min(SHARES * jobs, position // LEAST))


def cuts(store: EventStore, position: int, ranges: int) -> list[str]:
    """Streams at which so many ranges of about the same size begin, but the first; fewer where few differ."""
    step = max(1, position // (ranges * SAMPLES))
    streams = store.places_at(range(1, position + 1, step)) if ranges > 1 else []
    sampled = sorted(stream for stream, _ in streams)
    return sorted({sampled[len(sampled) * at // ranges] for at in range(1, ranges)}) if sampled else []
