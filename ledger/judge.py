"""Integrity of a change: which facts would be broken after it that were not before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from domain import kinds, streams
from domain.base import Reason, SourcedFact, reason
from ledger.remembered import Place
from ledger.scratch import Scratch


class Broken(NamedTuple):
    """A fact that cannot stand, and why."""

    stream: str
    fact: SourcedFact[Any]
    why: Reason


class Keys(NamedTuple):
    """What an append does to the reservations."""

    reserve: list[tuple[str, str, int]]
    release: set[str]


def affected(scratch: Scratch, touched: Iterable[str]) -> set[str]:
    """The touched streams and those that refer to them."""
    targets = set(touched)
    pending = {stream for target, stream in scratch.pending_refs() if target in targets}
    return targets | pending | scratch.store.referrers(targets)


def broken(scratch: Scratch, names: Iterable[str]) -> list[Broken]:
    """The broken facts of the named streams."""
    found, wanted = [], sorted(names)
    scratch.fetch(wanted)
    scratch.fetch(_referred(scratch, wanted))
    for stream in wanted:
        kind, state = streams.kind_of(stream), None
        for fact in scratch.facts(stream):
            others = {name: scratch.state(name) for name in kinds.refs(fact.body)}
            if why := kinds.broken(kind, state, fact, others):
                found.append(Broken(stream, fact, why))
            state = kinds.evolve(kind, state, fact)
    return found


def _referred(scratch: Scratch, names: Iterable[str]) -> set[str]:
    return {target for stream in names for fact in scratch.facts(stream) for target in kinds.refs(fact.body)}


def newly_broken(scratch: Scratch) -> list[Broken]:
    """Facts that the pending events break, new ones included; broken before does not count."""
    after = broken(scratch, affected(scratch, scratch.touched() | set(scratch.without)))
    if not after:
        return []
    before = broken(scratch.base(), {one.stream for one in after})
    known = {(one.stream, one.fact.version) for one in before}
    return [one for one in after if (one.stream, one.fact.version) not in known]


def dependants(scratch: Scratch) -> list[Broken]:
    """All that would have to go with a refused change: closed over what depends on the listed.

    Facts that only change places are listed too. Newest first; leaves the scratch state altered.
    """
    listed: dict[tuple[str, int], Broken] = {}
    for moved in changed_places(scratch):
        listed[moved.stream, moved.fact.version] = moved
    while found := newly_broken(scratch):
        for one in found:
            listed[one.stream, one.fact.version] = one
            scratch.leave_out(one.stream, one.fact.version)
    return sorted(listed.values(), key=lambda one: -one.fact.position)


def changed_places(scratch: Scratch) -> list[Broken]:
    """The stored facts of touched streams that the change would put in another order."""
    base, moved = scratch.base(), []
    for stream in scratch.touched():
        before = [fact.version for fact in base.facts(stream)]
        after = [fact for fact in scratch.facts(stream) if fact.version in set(before)]
        left = [version for version in before if version in {fact.version for fact in after}]
        moved += [
            Broken(stream, fact, reason("It would change places in the order of events."))
            for fact, was in zip(after, left, strict=True)
            if fact.version != was
        ]
    return moved


def keys(scratch: Scratch) -> Keys:
    """The reservations that the pending events add and release."""
    base = scratch.base()
    before = _held(base, scratch.touched())
    after = _held(scratch, scratch.touched())
    moved = {key for key, place in before.items() if after.get(key) != place}
    reserve = [(key, *place) for key, place in after.items() if before.get(key) != place]
    return Keys(sorted(reserve), moved)


def taken(scratch: Scratch, wanted: Keys) -> dict[str, Place]:
    """Those of the wanted keys that another fact holds."""
    return scratch.reserved(key for key, _, _ in wanted.reserve if key not in wanted.release)


def _held(scratch: Scratch, names: Iterable[str]) -> dict[str, tuple[str, int]]:
    return {
        key: (stream, fact.version)
        for stream in names
        for fact in scratch.facts(stream)
        for key in keys_of(stream, fact)
    }


def doubled(scratch: Scratch) -> list[Broken]:
    """Pending facts that hold a key which another fact of the same command holds too."""
    seen: set[str] = set()
    found = []
    for stream in sorted(scratch.touched()):
        for fact in scratch.facts(stream):
            for key in keys_of(stream, fact):
                if key in seen:
                    found.append(Broken(stream, fact, reason("The same key is held twice: {key}.", key=key)))
                seen.add(key)
    return found


def keys_of(stream: str, fact: SourcedFact[Any]) -> list[str]:
    """All unique keys that a standing fact holds: its kind's, and the identity of its row."""
    held = kinds.reservations(streams.kind_of(stream), stream, fact)
    source = fact.source
    if source and source.first:
        held.append(row_key(source.scope or "", source.sheet or "", source.key or ""))
    return held


def row_key(scope: str, sheet: str, key: str) -> str:
    """The reservation that is the identity of a sheet row."""
    return f"row/{scope}/{sheet}/{key}"
