"""Integrity of a change: which facts would be broken after it that were not before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from domain import kinds, streams
from domain.base import AnySourcedFact, Reason, Source, reason
from ledger.write.read_cache import Place
from ledger.write.unit_of_work import UnitOfWork


class IntegrityViolation(NamedTuple):
    """A fact that cannot stand, and why."""

    stream: str
    fact: AnySourcedFact
    why: Reason


class ChangedKeys(NamedTuple):
    """What an append does to the reservations."""

    reserve: list[tuple[str, str, int]]
    release: set[str]


def affected(unit_of_work: UnitOfWork, touched: Iterable[str]) -> set[str]:
    """The touched streams and those that refer to them."""
    targets = set(touched)
    pending = {stream for target, stream in unit_of_work.pending_refs() if target in targets}
    return targets | pending | unit_of_work.store.referrers(targets)


def violations(unit_of_work: UnitOfWork, names: Iterable[str]) -> list[IntegrityViolation]:
    """The broken facts of the named streams."""
    found, wanted = [], sorted(names)
    # Two journeys to the database, not one for each stream: the streams, then all that they refer to.
    unit_of_work.fetch(wanted)
    unit_of_work.fetch(_referred(unit_of_work, wanted))
    for stream in wanted:
        kind, state = streams.kind_of(stream), None
        for fact in unit_of_work.facts(stream):
            others = {name: unit_of_work.state(name) for name in kinds.refs(fact.body)}
            if why := kinds.check_integrity(kind, state, fact, others):
                found.append(IntegrityViolation(stream, fact, why))
            state = kinds.evolve(kind, state, fact)
    return found


def _referred(unit_of_work: UnitOfWork, names: Iterable[str]) -> set[str]:
    return {
        target for stream in names for fact in unit_of_work.facts(stream) for target in kinds.refs(fact.body)
    }


def new_violations(unit_of_work: UnitOfWork) -> list[IntegrityViolation]:
    """Facts that the pending events break, new ones included; broken before does not count."""
    after = violations(
        unit_of_work, affected(unit_of_work, unit_of_work.touched() | set(unit_of_work.without))
    )
    # How it was before is worked out only where something is broken now, which is rare.
    if not after:
        return []
    before = violations(unit_of_work.base(), {one.stream for one in after})
    known = {(one.stream, one.fact.version) for one in before}
    return [one for one in after if (one.stream, one.fact.version) not in known]


def dependants(unit_of_work: UnitOfWork) -> list[IntegrityViolation]:
    """All that would have to go with a refused change: closed over what depends on the listed.

    Facts that only change places are listed too. Newest first; leaves the unit of work altered.
    """
    listed: dict[tuple[str, int], IntegrityViolation] = {}
    for moved in changed_places(unit_of_work):
        listed[moved.stream, moved.fact.version] = moved
    # What depends on the listed shows only once they are out: so until nothing is left.
    while found := new_violations(unit_of_work):
        for one in found:
            listed[one.stream, one.fact.version] = one
            unit_of_work.leave_out(one.stream, one.fact.version)
    return sorted(listed.values(), key=lambda one: -one.fact.position)


def changed_places(unit_of_work: UnitOfWork) -> list[IntegrityViolation]:
    """The stored facts of touched streams that the change would put in another order."""
    base, moved = unit_of_work.base(), []
    for stream in unit_of_work.touched():
        before = [fact.version for fact in base.facts(stream)]
        after = [fact for fact in unit_of_work.facts(stream) if fact.version in set(before)]
        left = [version for version in before if version in {fact.version for fact in after}]
        moved += [
            IntegrityViolation(stream, fact, reason("It would change places in the order of events."))
            for fact, was in zip(after, left, strict=True)
            if fact.version != was
        ]
    return moved


def changed_keys(unit_of_work: UnitOfWork) -> ChangedKeys:
    """The reservations that the pending events add and release."""
    base = unit_of_work.base()
    before = _held(base, unit_of_work.touched())
    after = _held(unit_of_work, unit_of_work.touched())
    # A key that goes from one fact to another is released and reserved in the same append.
    moved = {key for key, place in before.items() if after.get(key) != place}
    reserve = [(key, *place) for key, place in after.items() if before.get(key) != place]
    return ChangedKeys(sorted(reserve), moved)


def keys_held_elsewhere(unit_of_work: UnitOfWork, wanted: ChangedKeys) -> dict[str, Place]:
    """Those of the wanted keys that another fact holds."""
    return unit_of_work.reserved(key for key, _, _ in wanted.reserve if key not in wanted.release)


def _held(unit_of_work: UnitOfWork, names: Iterable[str]) -> dict[str, tuple[str, int]]:
    return {
        key: (stream, fact.version)
        for stream in names
        for fact in unit_of_work.facts(stream)
        for key in keys_of(stream, fact)
    }


def duplicate_keys(unit_of_work: UnitOfWork) -> list[IntegrityViolation]:
    """Pending facts that hold a key which another fact of the same command holds too."""
    seen: set[str] = set()
    found = []
    for stream in sorted(unit_of_work.touched()):
        for fact in unit_of_work.facts(stream):
            for key in keys_of(stream, fact):
                if key in seen:
                    found.append(IntegrityViolation(stream, fact, _said_twice(key)))
                seen.add(key)
    return found


def keys_of(stream: str, fact: AnySourcedFact) -> list[str]:
    """All unique keys that a standing fact holds: its kind's, and the identity of its row."""
    held = kinds.reservations(streams.kind_of(stream), stream, fact)
    source = fact.source
    if source and source.first:
        held.append(row_key_of(source))
    return held


def row_key_of(source: Source) -> str:
    """The reservation that is the identity of the row of a source."""
    return row_key(source.scope or "", source.sheet or "", source.key or "")


def row_key(scope: str, sheet: str, key: str) -> str:
    """The reservation that is the identity of a sheet row."""
    return f"row/{scope}/{sheet}/{key}"


def _said_twice(key: str) -> Reason:
    if number := _document_number(key):
        return reason("Two documents of one kind and year have the number {number}.", number=number)
    return reason("Two rows have the key {key}.", key=key.rpartition("/")[2])


def said_held(key: str, holder: str) -> Reason:
    """Why a unique key cannot be held: `holder` is what people call the stream that holds it."""
    if number := _document_number(key):
        return reason(
            "The number {number} is already that of {holder}, a document of the same kind and year.",
            number=number,
            holder=holder,
        )
    if key.startswith("entry/"):
        return reason("This entry was begun before: {holder}.", holder=holder)
    return reason("The key {key} is already that of {holder}.", key=key.rpartition("/")[2], holder=holder)


def _document_number(key: str) -> str | None:
    """The number in a key such as `document/3303/sk/2022/188.4/12`; None for another key."""
    kind, *rest = key.split("/", 4)
    return rest[-1] if kind == "document" and len(rest) == 4 else None
