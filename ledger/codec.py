"""Events as stored bytes: explicit type names and versions, and a checked chain of upcasters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from domain.base import AnySourcedFact, Body, Fact, Source, SourcedFact
from domain.kinds import CORRECTION_EVENTS, TYPES
from ledger.errors import NewerEventError, UndecodableError

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
"""Body of one version, as read from JSON, to the body of the next."""


class Stored(Struct, frozen=True, omit_defaults=True):
    """What the bytes of an event hold; stream, version, type, position and recorded_at stand beside them."""

    actor: str
    action: str
    body: Any
    occurred: str | None = None
    source: Source | None = None


class Row(NamedTuple):
    """One event as the ledger stores it."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    recorded_at: str


class Codec:
    """Encodes and decodes the event types that it is given.

    Raises ValueError on construction when the chain of upcasters has a gap or leads beyond a type.
    """

    def __init__(
        self, types: Mapping[str, type[Body]], upcasters: Mapping[tuple[str, int], Upcaster]
    ) -> None:
        _check_chain(types, upcasters)
        self.types = dict(types)
        self.upcasters = dict(upcasters)
        self.topics = {topic_of(body): body for body in types.values()}
        self._encode = msgspec.json.Encoder().encode
        self._raw = msgspec.json.Decoder(dict[str, Any])
        self._full = {
            topic: msgspec.json.Decoder(_of(SourcedFact, body)) for topic, body in self.topics.items()
        }
        self.lean = {
            topic: msgspec.json.Decoder(_of(Fact, body)).decode
            for topic, body in self.topics.items()
            if body not in CORRECTION_EVENTS
        }
        """Decoders for folds that need neither actor nor source; by topic of today's version, no marks."""

    def encode(self, stored: Stored) -> bytes:
        """The bytes of an event; defaults are left out, so equal events have equal bytes."""
        return self._encode(stored)

    def decode(self, row: Row) -> AnySourcedFact:
        """The fact in today's version of its type.

        Raises NewerEventError for a type or version that this release does not know, UndecodableError
        for bytes that do not fit their type.
        """
        decoder = self._full.get(row.topic)
        try:
            fact = decoder.decode(row.state) if decoder else self.typed(row, self.raw(row))
        except msgspec.MsgspecError as error:
            raise UndecodableError(row.position, row.topic, str(error)) from error
        return placed(fact, row)

    def raw(self, row: Row) -> dict[str, Any]:
        """The bytes as a dict: `actor`, `action`, `body`, and `occurred` and `source` where given."""
        try:
            return self._raw.decode(row.state)
        except msgspec.MsgspecError as error:
            raise UndecodableError(row.position, row.topic, str(error)) from error

    def upcast(self, name: str, body: dict[str, Any], version: int, to: int) -> dict[str, Any]:
        """The body lifted step by step from one version of its type to another, at most today's."""
        for step in range(version, to):
            body = self.upcasters[name, step](body)
        return body

    def version_of(self, row: Row) -> tuple[str, int]:
        """Type name and stored version of a row. Raises NewerEventError as `decode` does."""
        name, _, version = row.topic.rpartition("/")
        body = self.types.get(name)
        if body is None or not version.isdigit() or int(version) > body.VERSION:
            raise NewerEventError(row.position, row.topic)
        return name, int(version)

    def typed(self, row: Row, raw: dict[str, Any], at: tuple[str, int] | None = None) -> AnySourcedFact:
        """The fact from a dict whose body stands at version `at` (default: as stored).

        Raises UndecodableError when the values do not fit the type.
        """
        name, version = at or self.version_of(row)
        cls = self.types[name]
        raw = {**raw, "body": self.upcast(name, raw["body"], version, cls.VERSION)}
        try:
            fact = msgspec.convert(raw, _of(SourcedFact, cls))
        except msgspec.MsgspecError as error:
            raise UndecodableError(row.position, row.topic, str(error)) from error
        return placed(fact, row)


def _of(fact: Any, body: type[Body]) -> Any:
    """The type of facts with that body: types cannot name one that is chosen while the program runs."""
    return fact[body]


def placed(fact: AnySourcedFact, row: Row) -> AnySourcedFact:
    """The decoded fact with what stands beside the bytes."""
    fact.position, fact.version, fact.recorded_at = row.position, row.version, row.recorded_at
    return fact


def topic_of(body: type[Body] | Body) -> str:
    """The stored type name with its version: `idea.proposed/1`."""
    return f"{body.TYPE}/{body.VERSION}"


def _check_chain(types: Mapping[str, type[Body]], upcasters: Mapping[tuple[str, int], Upcaster]) -> None:
    wanted = {(name, v) for name, body in types.items() for v in range(1, body.VERSION)}
    if missing := sorted(wanted - set(upcasters)):
        raise ValueError(f"no upcaster from {missing}")
    if extra := sorted(set(upcasters) - wanted):
        raise ValueError(f"upcasters that lead nowhere: {extra}")


UPCASTERS: dict[tuple[str, int], Upcaster] = {
    # Version 2 added the legal base, which version 1 did not know.
    ("unit.renamed", 1): lambda body: body,
}
CODEC = Codec(TYPES, UPCASTERS)
