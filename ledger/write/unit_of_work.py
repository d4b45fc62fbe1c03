"""A working copy for decisions: pending events laid over the stored ones, read by the same law."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domain import entry, kinds, streams
from domain.base import AnySourcedFact
from ledger import reader
from ledger.codec import CODEC, Codec, Row
from ledger.errors import UndecodableError, UnfitEventError
from ledger.event_store import EventStore
from ledger.write.read_cache import Place, ReadCache


class UnitOfWork:
    """The ledger at one position, with what a command is about to add."""

    def __init__(
        self, store: EventStore, position: int, *, codec: Codec = CODEC, stored: ReadCache | None = None
    ) -> None:
        self.store, self.position, self.codec = store, position, codec
        self.stored = stored or ReadCache(store, position, codec)
        self.pending: list[Row] = []
        self.without: dict[str, set[int]] = {}
        """Versions left out by stream, as if voided: how dependants of dependants are found."""
        self._rows: dict[str, list[Row]] = {}
        self._standing: dict[str, list[AnySourcedFact]] = {}
        self._lives: dict[str, list[AnySourcedFact]] = {}
        self._states: dict[str, Any] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._held: dict[str, str] = {}
        self._looked = 0

    def base(self) -> UnitOfWork:
        """The same position without anything pending."""
        return UnitOfWork(self.store, self.position, codec=self.codec, stored=self.stored)

    def rows(self, stream: str) -> list[Row]:
        """Stored and pending rows of a stream."""
        if stream not in self._rows:
            self._rows[stream] = list(self.stored.rows(stream))
        return self._rows[stream]

    def facts(self, stream: str) -> list[AnySourcedFact]:
        """The facts of a stream that stand, in the order of the law, without a day."""
        if stream not in self._lives:
            if stream not in self._standing:
                self._standing[stream] = reader.standing(self.rows(stream), self.codec)
            left = self._standing[stream]
            if out := self.without.get(stream):
                left = [fact for fact in left if fact.version not in out]
            self._lives[stream] = reader.in_order(left)
        return self._lives[stream]

    def state(self, stream: str) -> Any:
        """The folded state of a stream; None when nothing stands there."""
        if stream not in self._states:
            state = None
            # What is no id names a stream without facts: a correction may be typed wrongly.
            for fact in self.facts(stream):
                state = kinds.evolve(streams.kind_of(stream), state, fact)
            self._states[stream] = state
        return self._states[stream]

    def new(self, region: str, kind: str) -> str:
        """The id of a stream that this command founds: the next number, never one given before."""
        key = (region, kind)
        if key not in self._numbers:
            self._numbers[key] = self.stored.last_number(region, kind)
        self._numbers[key] += 1
        return streams.stream_id(region, kind, self._numbers[key])

    def held(self, key: str) -> str | None:
        """The stream that holds a reservation of its kind, stored or pending."""
        # A claim founds the entry that the next row of the same file must find.
        for row in self.pending[self._looked :]:
            kind = streams.kind_of(row.stream)
            if row.topic.startswith(f"{kind}.") and kind == entry.NAME:
                fact = self.codec.decode(row)
                self._held |= dict.fromkeys(kinds.reservations(kind, row.stream, fact), row.stream)
        self._looked = len(self.pending)
        if key in self._held:
            return self._held[key]
        found = self.reserved([key]).get(key)
        return found[0] if found else None

    def reserved(self, keys: Iterable[str]) -> dict[str, Place]:
        """Those of the keys that stored facts hold, with the stream and version that hold them."""
        return self.stored.reserved(keys)

    def fetch(self, names: Iterable[str]) -> None:
        """Reads streams ahead that may be looked at; none of them counts as looked at by this."""
        self.stored.fetch(names)

    def add(self, stream: str, topic: str, state: bytes, recorded_at: str) -> Row:
        """Lays one more event over the stored ones and returns it with its place.

        Its bytes are read back first: what could not be read is never recorded. Raises UnfitEventError.
        """
        rows = self.rows(stream)
        version = rows[-1].version + 1 if rows else 1
        position = self.position + len(self.pending) + 1
        row = Row(position, stream, version, topic, state, recorded_at)
        try:
            fact = self.codec.decode(row)
        except UndecodableError as error:
            raise UnfitEventError(topic, error.detail) from error
        # A mark changes facts before it, so the stream is read anew; any other event only comes last.
        if not topic.startswith(reader.CORRECTION_TOPICS) and (stream in self._standing or not rows):
            self._standing.setdefault(stream, []).append(fact)
        else:
            self._standing.pop(stream, None)
        self.pending.append(row)
        rows.append(row)
        self._forget(stream)
        return row

    def leave_out(self, stream: str, version: int) -> None:
        """Treats one fact as voided from here on."""
        self.without.setdefault(stream, set()).add(version)
        self._forget(stream)

    def _forget(self, stream: str) -> None:
        self._lives.pop(stream, None)
        self._states.pop(stream, None)

    def touched(self) -> set[str]:
        """The streams that pending events touch."""
        return {row.stream for row in self.pending}

    def pending_refs(self) -> set[tuple[str, str]]:
        """Pairs (target, referring stream) of the facts of touched streams that stand."""
        return {
            (target, stream)
            for stream in self.touched()
            for fact in self.facts(stream)
            for target in kinds.refs(fact.body)
        }

    def read_streams(self) -> frozenset[str]:
        """Every stream that the decision looked at."""
        return frozenset(self._rows)
