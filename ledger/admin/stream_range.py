"""Whether the streams of a range are whole: each row by its leaf, and what is derived from rows by sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from domain import fields, kinds, streams
from domain.base import AnySourcedFact, no_reservations
from ledger import merkle, reader
from ledger.admin.placed_leaves import PlacedLeaves
from ledger.codec import Codec, Row
from ledger.event_store import EventStore
from ledger.write import integrity

EVENTS = 1 << 14
"""After so many events the pages of their leaves are given back to the system."""


class StreamRange(NamedTuple):
    """The streams from one to another, which is left out; None: to the last."""

    first: str
    last: str | None


def agrees(store: EventStore, leaves: PlacedLeaves, part: StreamRange, codec: Codec) -> bool:
    """Whether each row of the streams has its leaf, and reservations and references are what rows make.

    Puts leaves and marks in their places. Both sides of what is derived are sums of hashes, so that memory
    does not grow with the range. Raises what reading rows may raise that were tampered with.
    """
    made = _rows_agree(store.rows_with_leaf(*part), leaves, codec)
    return made is not None and _stored(store, part, made, codec)


class _Made:
    """What the events of streams make: sums of the hashes of reservations and references."""

    def __init__(self, leaves: PlacedLeaves) -> None:
        self.leaves, self.unreleased = leaves, 0
        self.keys = self.refs = 0
        self.mended: list[str] = []
        """Streams with corrections or voids, of which nothing is in the sums."""

    def add(self, stream: str, events: int, keys: int, targets: Iterable[str], *, mended: bool) -> None:
        """Adds what a stream makes."""
        self.unreleased += events
        if self.unreleased > EVENTS:
            self.leaves.forget_pages()
            self.unreleased = 0
        if mended:
            self.mended.append(stream)
            return
        self.keys += keys
        for target in targets:
            self.refs += hash((target, stream))


def _rows_agree(rows: Iterable[tuple[Any, ...]], leaves: PlacedLeaves, codec: Codec) -> _Made | None:
    """What the rows, in stream order, make; None where one differs from its leaf, or is missing."""
    # One loop with names of its own, since every call in it is taken for each event of a ledger.
    made, topics, join, wide = _Made(leaves), _Topics(codec), b"".join, merkle.SIZE
    size, put, marks = leaves.place.size, leaves.put, leaves.marks
    # What a leaf covers (see `merkle.leaf_hash`) is written once where rows share it.
    lengths, versions = _Lengths(), [b""]
    stream, began, held_by, keys, expected = "", b"", None, 0, 0
    targets: set[str] = set()
    moment, command, written, mark, mended = "", "", b"", 0, False
    for position, name, version, topic, state, at, leaf in rows:
        if name != stream:
            made.add(stream, expected, keys, targets, mended=mended)
            stream, began, held_by = name, b"\0" + _written(name), _held_by(name)
            keys, targets, expected, mended = 0, set(), 0, False
        if at != moment:
            moment, written = at, _written(at)
            mark = leaves.mark(at, command)
        expected += 1
        if expected == len(versions):
            versions.append(_written(str(expected)))
        covered, decode, refs, marking = topics[topic]
        number = b"%d" % position
        parts = (
            began,
            versions[version],
            covered,
            lengths[len(number)],
            number,
            written,
            lengths[len(state)],
            state,
        )
        found = sha256(join(parts)).digest()
        if found != leaf or version != expected:
            return None
        fact = decode(state) if decode else codec.decode(Row(position, name, version, topic, state, at))
        if fact.action.rpartition("/")[0] != command:
            command = fact.action.rpartition("/")[0]
            mark = leaves.mark(at, command)
        # What was appended since the check began has no place.
        if 0 < position <= size:
            put(position * wide - wide, found)
            marks[position - 1] = mark
        body, source = fact.body, fact.source
        for field in refs:
            if value := getattr(body, field):
                targets.add(value) if value.__class__ is str else targets.update(value)
        if source is not None and source.first:
            keys += hash((integrity.row_key_of(source), name, version))
        if held_by is not None:
            for key in held_by(name, fact):
                keys += hash((key, name, version))
        mended = mended or marking
    made.add(stream, expected, keys, targets, mended=mended)
    return made


def _held_by(stream: str) -> Callable[[str, AnySourcedFact], list[str]] | None:
    """The reservations of the stream's kind; None for one that has none of its own."""
    found: Callable[[str, AnySourcedFact], list[str]] = kinds.KINDS[streams.kind_of(stream)].reservations
    return None if found is no_reservations else found


def _written(text: str) -> bytes:
    """A text with its length in bytes before it, as a leaf covers it."""
    held = text.encode()
    return b"%d:%b" % (len(held), held)


class _Lengths(dict[int, bytes]):
    def __missing__(self, length: int) -> bytes:
        self[length] = found = b"%d:" % length
        return found


class _Topic(NamedTuple):
    covered: bytes
    """As a leaf covers it."""
    decode: Callable[[bytes], AnySourcedFact] | None
    """None for former versions."""
    refs: tuple[str, ...]
    marking: bool
    """Whether it voids or corrects others."""


class _Topics(dict[str, _Topic]):
    def __init__(self, codec: Codec) -> None:
        self.codec = codec

    def __missing__(self, topic: str) -> _Topic:
        body = self.codec.types[topic.rpartition("/")[0]]
        self[topic] = found = _Topic(
            _written(topic),
            self.codec.full.get(topic),
            tuple(fields.refs(body)),
            topic.startswith(reader.CORRECTION_TOPICS),
        )
        return found


def _stored(store: EventStore, part: StreamRange, made: _Made, codec: Codec) -> bool:
    """Whether the reservations and references that are stored of the streams are those they make."""
    least_and_most = {stream: _mended(made, store.rows(stream), codec) for stream in made.mended}
    if sum(map(hash, store.reservations_of(*part))) != made.keys:
        return False
    refs = 0
    stored: dict[str, set[str]] = {stream: set() for stream in made.mended}
    for pair in store.refs_of(*part):
        target, stream = pair
        if stream in stored:
            stored[stream].add(target)
        else:
            refs += hash(pair)
    # What a voided or corrected fact referred to may stay: references only grow.
    return refs == made.refs and all(
        least <= stored[stream] <= most for stream, (least, most) in least_and_most.items()
    )


def _mended(made: _Made, rows: list[Row], codec: Codec) -> tuple[set[str], set[str]]:
    """What a stream with corrections or voids refers to, and what it ever referred to; adds its keys."""
    stream = rows[0].stream
    now: set[str] = set()
    for fact in reader.read(rows, codec=codec).facts:
        now.update(kinds.refs(fact.body))
        made.keys += sum(hash((key, stream, fact.version)) for key in integrity.keys_of(stream, fact))
    # What stood at any time stood before some mark, or stands still.
    ends = [at for at, row in enumerate(rows) if row.topic.startswith(reader.CORRECTION_TOPICS)]
    ever = {
        target
        for upto in ends
        for fact in reader.standing(rows[:upto], codec)
        for target in kinds.refs(fact.body)
    }
    return now, ever | now
