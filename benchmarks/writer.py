"""Writes made-up events as full appends: positions, versions, reservations and references all right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from domain import kinds, streams
from domain.base import Body, Fact, Source
from ledger.codec import CODEC, Stored, topic_of
from ledger.ports.append import AppendRequest
from ledger.sqlite.recorder import Datastore, SqliteRecorder
from ledger.write.integrity import row_key

BATCH = 10_000
BEGAN = datetime(2024, 1, 8, 2, 0, tzinfo=UTC)
"""When the first append was recorded; each later one a minute after the last."""
_TOPICS = {body: topic_of(body) for body in kinds.TYPES.values()}


class EnoughError(Exception):
    """The next action would make the ledger larger than wanted."""


class Stream:
    """A stream while events are told into it: its id and its last version."""

    __slots__ = ("id", "kind", "version")

    def __init__(self, name: str) -> None:
        self.id, self.kind, self.version = name, streams.kind_of(name), 0


class Told(NamedTuple):
    """An event that was told: what later corrections and voids need to name it."""

    stream: Stream
    version: int
    action: str
    body: Body
    occurred: str | None
    source: Source | None


class Writer:
    """Gathers actions and appends them, 10,000 events at a time, each append as one command."""

    def __init__(self, path: Path, *, random: Random, region: str, events: int | None) -> None:
        self.random, self.limit = random, events
        self.events = self.bytes = 0
        self.enter(region)
        self._now = BEGAN
        self._store = Datastore(str(path))
        self._log = SqliteRecorder(self._store, now=lambda: self._now)
        self._log.create_table()
        self.founded: dict[str, int] = {}
        """Kind of stream to how many of it have an event."""
        self._start_batch()

    def enter(self, region: str) -> None:
        """From here on streams are founded in this region, by its own operator."""
        self.region = region
        self.actor = streams.stream_id(region, "person", 1)
        self._numbers: dict[str, int] = {}

    def _start_batch(self) -> None:
        self._command = str(UUID(int=self.random.getrandbits(128)))
        self._action, self._number = "", 0
        self._batch: list[StoredEvent] = []
        self._reserve: dict[str, tuple[str, int]] = {}
        self._release: set[str] = set()
        self._refs: set[tuple[str, str]] = set()

    def found(self, kind: str) -> Stream:
        """A stream of the kind with the next number."""
        number = self._numbers.get(kind, 0) + 1
        self._numbers[kind] = number
        return Stream(streams.stream_id(self.region, kind, number))

    def begin(self, size: int = 1) -> None:
        """Begins an action of `size` events, which stand in one append.

        Raises EnoughError when they would be more than wanted.
        """
        if self.limit is not None and self.events + size > self.limit:
            raise EnoughError
        if len(self._batch) + size > BATCH:
            self.flush()
        self._number += 1
        self._action = f"{self._command}/{self._number}"

    def put(
        self, stream: Stream, body: Body, occurred: str | None = None, source: Source | None = None
    ) -> Told:
        """Adds one event of the action that was begun."""
        stream.version += 1
        if stream.version == 1:
            self.founded[stream.kind] = self.founded.get(stream.kind, 0) + 1
        state = CODEC.encode(Stored(self.actor, self._action, body, occurred, source))
        self._batch.append(StoredEvent(stream.id, stream.version, _TOPICS[type(body)], state))
        self.events += 1
        self.bytes += len(state)
        for target in kinds.refs(body):
            self._refs.add((target, stream.id))
        told = Told(stream, stream.version, self._action, body, occurred, source)
        self.hold(told)
        return told

    def hold(self, told: Told) -> None:
        """Reserves the keys of a fact that stands, or stands again."""
        for key in _keys(told):
            if key in self._release:
                self._release.discard(key)
            else:
                self._reserve[key] = (told.stream.id, told.version)

    def let_go(self, told: Told) -> None:
        """Releases the keys of a fact that stands no more."""
        for key in _keys(told):
            if self._reserve.pop(key, None) is None:
                self._release.add(key)

    def flush(self) -> None:
        """Appends what was gathered."""
        if not self._batch:
            return
        section = AppendRequest(
            command_id=self._command,
            reserve=sorted((key, *place) for key, place in self._reserve.items()),
            release=sorted(self._release),
            refs=sorted(self._refs),
        )
        self._log.insert_events(self._batch, request=section)
        self._now += timedelta(minutes=1)
        self._start_batch()

    def close(self) -> None:
        """Appends the rest and lets go of the file."""
        self.flush()
        self._store.close()


def _keys(told: Told) -> list[str]:
    fact = Fact(action=told.action, body=told.body, occurred=told.occurred, version=told.version)
    keys: list[str] = kinds.KINDS[told.stream.kind].reservations(told.stream.id, fact)
    source = told.source
    if source and source.first:
        keys.append(row_key(source.scope or "", source.sheet or "", source.key or ""))
    return keys
