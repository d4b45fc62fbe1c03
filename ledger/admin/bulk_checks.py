"""Whether a ledger is whole, as fast as it can be told; what is wrong with one that is not, `verify` finds.

Every check here is at least as strict as those that name findings: where one of them would speak, this says
no. Blocks of positions and ranges of streams are checked apart, so that several processes can share them.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from hashlib import sha256
from itertools import groupby, pairwise
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from domain import fields, kinds, streams
from ledger import merkle, reader
from ledger.codec import CODEC, Codec, Row
from ledger.errors import LedgerError
from ledger.event_store import EventStore, Head
from ledger.write import integrity

BLOCK = 1 << 16
"""Positions of a block: a power of two, so that its root is a node of the whole tree."""
RANGE = 1 << 18
"""About how many events a range of streams holds."""
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
    StopIteration,
)
"""What reading rows may raise that were tampered with; a database that fails is asked again by name."""


class _Action(msgspec.Struct, gc=False):
    action: str = ""


_ACTION = msgspec.json.Decoder(_Action).decode


class Part(NamedTuple):
    """A block of positions, both included, or a range of streams, its last one left out."""

    first: Any
    last: Any
    of_streams: bool = False


def whole(store: EventStore, head: Head, codec: Codec = CODEC, *, jobs: int = 1) -> bool:
    """Whether every row stands as it was appended, and what is derived from rows is what they say.

    Called inside a snapshot, which checks all at one moment. Other processes have snapshots of their own:
    positions up to the head never change, and each range of streams is checked at one moment of its own.
    """
    # An event behind the head lies in no block.
    if store.count("stored_events") != head.position or not _appends_follow(store, head):
        return False
    parts = [
        Part(first, min(first + BLOCK - 1, head.position)) for first in range(1, head.position + 1, BLOCK)
    ]
    bounds: list[str | None] = ["", *cuts(store, head.position), None]
    parts += [Part(first, last, of_streams=True) for first, last in pairwise(bounds)]
    frontier, count = b"", 0
    for part, found in zip(parts, _checked(store, parts, codec, jobs), strict=True):
        if found is None:
            return False
        if not part.of_streams:
            # A full block is a leaf of the tree over blocks; the last one is joined by its own peaks.
            full = part.last - part.first + 1 == BLOCK
            frontier = merkle.extend(frontier, count, [found]) if full else frontier + found
            count += 1
    return frontier == head.frontier


def _checked(store: EventStore, parts: Sequence[Part], codec: Codec, jobs: int) -> Iterator[bytes | None]:
    """What `check` says of each part, in order."""
    if jobs == 1 or codec is not CODEC or len(parts) == 1:
        yield from (check(store, part, codec) for part in parts)
        return
    with ProcessPoolExecutor(min(jobs, len(parts)) - 1, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(check_at, store.place, part) for part in parts]
        try:
            yield from _with_help(store, parts, waiting)
        finally:
            pool.shutdown(cancel_futures=True)


def _with_help(
    store: EventStore, parts: Sequence[Part], waiting: Sequence[Future[bytes | None]]
) -> Iterator[bytes | None]:
    # This process takes from the end what no other has begun.
    done: dict[int, bytes | None] = {}
    for number in reversed(range(len(parts))):
        if waiting[number].cancel():
            done[number] = check(store, parts[number])
    for number, future in enumerate(waiting):
        try:
            yield done[number] if number in done else future.result()
        except BrokenExecutor:
            # Another process was ended: what it would have said is found out by name.
            yield None


def check_at(place: Path | str, part: Part) -> bytes | None:
    """`check` in a process of its own."""
    with contextlib.closing(EventStore(place)) as store, store.snapshot():
        return check(store, part)


def check(store: EventStore, part: Part, codec: Codec = CODEC) -> bytes | None:
    """None where something is wrong; else the peaks of a block (one when it is full), nothing of streams."""
    try:
        with _uncollected():
            if part.of_streams:
                return b"" if _derived_agree(store, part.first, part.last, codec) else None
            leaves = _leaves(store, part.first, part.last)
    except DOUBTFUL:
        return None
    if leaves is None:
        return None
    return merkle.perfect_root(leaves) if len(leaves) == BLOCK else merkle.extend(b"", 0, leaves)


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


def _appends_follow(store: EventStore, head: Head) -> bool:
    """Whether appends follow each other up to the head, their times never falling."""
    end, last_at = 0, ""
    try:
        for first, last, at, _command in store.each_append():
            if first != end + 1 or last < first or at < last_at:
                return False
            end, last_at = last, at
    except DOUBTFUL:
        return False
    return end == head.position and (not end or last_at == head.recorded_at)


def _leaves(store: EventStore, first: int, last: int) -> list[bytes] | None:
    """The leaves of a block of rows that match them and the appends that they came with; None for others."""
    appends = iter(store.appends_over(first, last))
    leaves: list[bytes] = []
    expected, end, at, command, written_at = first, first - 1, "", None, ""
    # As merkle.leaf_hash, in one stroke: where all is ASCII, characters are bytes. What few rows differ in
    # is written once.
    versions, topics = _Written(), _Written()
    for position, stream, version, topic, state, recorded_at, leaf in store.events_between(first, last):
        if position > end:
            _, end, at, command = next(appends)
            written_at = f"{len(at)}:{at}"
        if position != expected or recorded_at != at:
            return None
        expected += 1
        before = (
            f"\0{len(stream)}:{stream}{versions[version]}{topics[topic]}"
            f"{len(str(position))}:{position}{written_at}{len(state)}:"
        )
        if before.isascii():
            found = sha256(before.encode() + state).digest()
        else:
            found = merkle.leaf_hash(stream, version, topic, position, at, state)
        if found != leaf or (_ACTION(state).action.rpartition("/")[0] or None) != command:
            return None
        leaves.append(found)
    return leaves if expected == last + 1 else None


class _Written(dict[object, str]):
    """A value with its length before it, as a leaf covers it."""

    def __missing__(self, value: object) -> str:
        self[value] = text = f"{len(str(value))}:{value}"
        return text


def cuts(store: EventStore, position: int) -> list[str]:
    """Streams at which ranges of about RANGE events begin."""
    count = position // RANGE
    step = max(1, position // ((count + 1) * SAMPLES))
    sampled = sorted(stream for stream, _ in store.places_at(range(1, position + 1, step))) if count else []
    found = {sampled[len(sampled) * at // (count + 1)] for at in range(1, count + 1)} if sampled else set()
    return sorted(found)


def _derived_agree(store: EventStore, first: str, last: str | None, codec: Codec) -> bool:
    """Whether reservations and references of a range of streams are those that its events make.

    Both sides are sums of hashes, so that memory does not grow with the range.
    """
    if os.environ.get("PYTHONHASHSEED", "random") != "random":
        # Hashes that anybody can foretell could be made to add up.
        return False
    made = _Made(codec)
    rows = store.all_rows(first=first, last=last)
    for stream, group in groupby(rows, itemgetter(1)):
        if not made.take(stream, list(group)):
            return False
    if sum(map(hash, store.reservations_of(first, last))) != made.keys:
        return False
    refs = 0
    stored: dict[str, set[str]] = {stream: set() for stream in made.mended}
    for pair in store.refs_of(first, last):
        target, stream = pair
        if stream in stored:
            stored[stream].add(target)
        else:
            refs += hash(pair)
    # What a voided or corrected fact referred to may stay: references only grow.
    return refs == made.refs and all(
        least <= stored[stream] <= most for stream, (least, most) in made.mended.items()
    )


class _Made:
    """What the events of streams make: sums of the hashes of reservations and references."""

    def __init__(self, codec: Codec) -> None:
        self.codec = codec
        self.keys = self.refs = 0
        self.mended: dict[str, tuple[set[str], set[str]]] = {}
        """Streams with corrections or voids: what they refer to, and what they ever referred to."""
        self.plain = {
            topic: (codec.full[topic], tuple(fields.refs(body)))
            for topic, body in codec.topics.items()
            if not topic.startswith(reader.CORRECTION_TOPICS)
        }

    def take(self, stream: str, rows: list[tuple[Any, ...]]) -> bool:
        """Adds a stream; False where its versions have a gap."""
        if rows[0][2] != 1 or rows[-1][2] != len(rows):
            return False
        plain = self.plain
        targets: list[str] = []
        held: list[tuple[str, str, int]] = []
        held_by = kinds.KINDS[streams.kind_of(stream)].reservations
        for row in rows:
            known = plain.get(row[3])
            if known is None:
                if row[3].startswith(reader.CORRECTION_TOPICS):
                    self._mended(stream, [Row(*one) for one in rows])
                    return True
                fact = self.codec.decode(Row(*row))
                targets += kinds.refs(fact.body)
            else:
                fact = known[0](row[4])
                for name in known[1]:
                    if value := getattr(fact.body, name):
                        targets += (value,) if value.__class__ is str else value
            source = fact.source
            if source is not None and source.first:
                held.append((integrity.row_key_of(source), stream, row[2]))
            held += [(key, stream, row[2]) for key in held_by(stream, fact)]
        self.keys += sum(map(hash, held))
        for target in set(targets):
            self.refs += hash((target, stream))
        return True

    def _mended(self, stream: str, rows: list[Row]) -> None:
        now: set[str] = set()
        for fact in reader.read(rows, codec=self.codec).facts:
            now.update(kinds.refs(fact.body))
            self.keys += sum(hash((key, stream, fact.version)) for key in integrity.keys_of(stream, fact))
        # What stood at any time stood before some mark, or stands still.
        ends = [at for at, row in enumerate(rows) if row.topic.startswith(reader.CORRECTION_TOPICS)]
        ever = {
            target
            for upto in ends
            for fact in reader.standing(rows[:upto], self.codec)
            for target in kinds.refs(fact.body)
        }
        self.mended[stream] = now, ever | now
