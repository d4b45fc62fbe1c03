"""All kinds of stream by name, all event types by stored name, and the integrity that they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from domain import (
    agreement,
    award,
    corrections,
    document,
    entry,
    fields,
    idea,
    innovation,
    lab,
    person,
    region,
    unit,
    workshop,
)
from domain.base import AnyFact, Body, Reason, StreamState, reason

KINDS: dict[str, ModuleType] = {
    module.NAME: module
    for module in (
        region,
        unit,
        person,
        document,
        lab,
        workshop,
        idea,
        innovation,
        agreement,
        award,
        entry,
    )
}
CORRECTION_EVENTS: tuple[type[Body], ...] = corrections.EVENTS
TYPES: dict[str, type[Body]] = {body.TYPE: body for module in KINDS.values() for body in module.EVENTS} | {
    body.TYPE: body for body in CORRECTION_EVENTS
}


def refs(body: Body) -> Iterator[str]:
    """The ids of the other streams that an event refers to."""
    for name in fields.refs(type(body)):
        value = getattr(body, name)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value


def _values(held: str | list[str] | None) -> list[str]:
    if held is None:
        return []
    return [held] if isinstance(held, str) else held


def evolve(kind: str, state: StreamState, fact: AnyFact) -> Any:
    """The state of a stream of this kind after one more fact."""
    return KINDS[kind].evolve(state, fact)


def check_integrity(
    kind: str, state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]
) -> Reason | None:
    """Why the fact cannot stand here (integrity, in any lab), or None."""
    body: Body = fact.body
    if (state is None) != body.FOUNDS:
        if state is None:
            return reason("Nothing founded this stream before.")
        return reason("This is already recorded.")
    if any(others.get(name) is None for name in refs(body)):
        return reason("It refers to something that is not recorded.")
    for field, codes in fields.choices(type(body)).items():
        for value in _values(getattr(body, field)):
            if value not in codes:
                return reason("{value} is not a known value of {field}.", value=value, field=field)
    answer: Reason | None = KINDS[kind].check_integrity(state, fact, others)
    return answer


def reservations(kind: str, stream: str, fact: AnyFact) -> list[str]:
    """The unique keys that the kind holds for this fact (the row's identity is the ledger's)."""
    keys: list[str] = KINDS[kind].reservations(stream, fact)
    return keys
