"""Events as stored bytes: explicit type names and versions, and a checked chain of upcasters."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from domain import former
from domain.base import AnySourcedFact, Body, Fact, Source, SourcedFact
from domain.kinds import CORRECTION_EVENTS, TYPES
from ledger.errors import NewerEventError, UndecodableError

UNREADABLE = (msgspec.MsgspecError, RecursionError)
"""What decoders throw: bytes may be nested thousands of levels deep."""


class Former(NamedTuple):
    """A former version of an event type."""

    shape: type[Body]
    """What its bodies were; `domain.former` keeps it."""
    upcaster: Callable[[dict[str, Any]], dict[str, Any]]
    """Body of that version, as read from JSON, to the body of the next."""


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

    It reads exactly what the published schema of a type and version accepts: no field more, no required
    one less, and a number without a fraction is whole, however it is written (`176.0`).

    Raises ValueError on construction when the chain of upcasters has a gap or leads beyond a type.
    """

    def __init__(self, types: Mapping[str, type[Body]], former: Mapping[tuple[str, int], Former]) -> None:
        _check_chain(types, former)
        self.types = dict(types)
        self.former = dict(former)
        self.topics = {topic_of(body): body for body in types.values()}
        self._encode = msgspec.json.Encoder().encode
        self._raw = msgspec.json.Decoder(dict[str, Any])
        self.full = {
            topic: msgspec.json.Decoder(_of(SourcedFact, body)).decode for topic, body in self.topics.items()
        }
        """Decoders of whole facts; by topic of today's version. `decode` places what they give."""
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
        decoder = self.full.get(row.topic)
        if decoder:
            with contextlib.suppress(*UNREADABLE):
                return placed(decoder(row.state), row)
        return self.typed(row, self.raw(row))

    def raw(self, row: Row) -> dict[str, Any]:
        """The bytes as a dict: `actor`, `action`, `body`, and `occurred` and `source` where given."""
        try:
            return self._raw.decode(row.state)
        except UNREADABLE as error:
            raise UndecodableError(row.position, row.topic, str(error)) from error

    def upcast(self, row: Row, name: str, body: dict[str, Any], version: int, to: int) -> dict[str, Any]:
        """The body lifted step by step from one version of its type to another, at most today's.

        Raises UndecodableError when it does not fit the version that it is lifted from.
        """
        for step in range(version, to):
            former = self.former[name, step]
            shaped = _fitting(row, body, former.shape)
            body = former.upcaster(msgspec.to_builtins(shaped))
        return body

    def version_of(self, row: Row) -> tuple[str, int]:
        """Type name and stored version of a row. Raises NewerEventError as `decode` does."""
        name, _, written = row.topic.rpartition("/")
        body = self.types.get(name)
        versions = {str(version): version for version in range(1, body.VERSION + 1)} if body else {}
        if written not in versions:
            raise NewerEventError(row.position, row.topic)
        return name, versions[written]

    def typed(self, row: Row, raw: dict[str, Any], at: tuple[str, int] | None = None) -> AnySourcedFact:
        """The fact from a dict whose body stands at version `at` (default: as stored).

        Raises UndecodableError when the values do not fit the type.
        """
        name, version = at or self.version_of(row)
        cls = self.types[name]
        if version < cls.VERSION and "body" in raw:
            raw = {**raw, "body": self.upcast(row, name, raw["body"], version, cls.VERSION)}
        return placed(_fitting(row, raw, _of(SourcedFact, cls)), row)


def _fitting(row: Row, value: Any, kind: Any) -> Any:
    """The value as that type. Raises UndecodableError when it does not fit."""
    try:
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError:
            return msgspec.convert(_whole(value), kind)
    except msgspec.ValidationError as error:
        raise UndecodableError(row.position, row.topic, str(error)) from error


def _whole(value: Any) -> Any:
    """The value with numbers that have no fraction as whole ones: JSON and its schemas know no difference."""
    if isinstance(value, dict):
        return {key: _whole(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_whole(held) for held in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


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


def _check_chain(types: Mapping[str, type[Body]], former: Mapping[tuple[str, int], Former]) -> None:
    wanted = {(name, v) for name, body in types.items() for v in range(1, body.VERSION)}
    if missing := sorted(wanted - set(former)):
        raise ValueError(f"no upcaster from {missing}")
    if extra := sorted(set(former) - wanted):
        raise ValueError(f"upcasters that lead nowhere: {extra}")
    shapes = {at: (one.shape.TYPE, one.shape.VERSION) for at, one in former.items()}
    if wrong := sorted(at for at, shape in shapes.items() if at != shape):
        raise ValueError(f"shapes of another type or version: {wrong}")


FORMER: dict[tuple[str, int], Former] = {
    # Version 2 added the legal base, which version 1 did not know.
    ("unit.renamed", 1): Former(former.UnitRenamed, lambda body: body),
    # Version 2 added how the file was given: its name, type and size were not recorded before.
    ("innovation.evidence_attached", 1): Former(former.EvidenceAttached, lambda body: body),
    # Version 2 added what the forms of 2025 and 2026 ask for, which version 1 did not know.
    ("innovation.profile_written", 1): Former(former.ProfileWritten, lambda body: body),
    # Version 2 added figures about more than one region; those before spoke of their own.
    ("figure.published", 1): Former(former.FigurePublished, lambda body: body),
    # Version 2 added the other half of LAN's idea form.
    ("idea.proposed", 1): Former(former.IdeaProposed, lambda body: body),
    # Version 2 added partners, place, cost with its source, target and measure.
    ("innovation.plan_step_set", 1): Former(former.PlanStepSet, lambda body: body),
    # Version 2 added which units came, and how many people.
    ("workshop.held", 1): Former(former.WorkshopHeld, lambda body: body),
    # Version 2 added the steps that were checked and why they are late.
    ("innovation.monitored", 1): Former(former.Monitored, lambda body: body),
}
CODEC = Codec(TYPES, FORMER)
