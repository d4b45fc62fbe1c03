"""Which column of an event was changed, found by putting back what may have stood there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ledger import merkle
from ledger.ports.append import EventRow

LONGEST = 2048
"""Bytes of a column in which every other byte is tried."""
SAME = 24
"""Bytes of two leaves that are alike only where one was made from the other."""
NEAR = 10_000
"""How far a number is looked for."""


def changed_column(row: EventRow, recorded_at: str | None, topics: Sequence[str]) -> str | None:
    """The column that differs from what the leaf covers; None where that cannot be told.

    Tries every other byte of each column, every number near, the time of the append and all known topics:
    what was rewritten at greater length is not found.
    """
    try:
        if not isinstance(row.leaf, bytes) or len(row.leaf) != merkle.SIZE or _is_near(_leaf(row), row.leaf):
            return "leaf"
        for column, value in _candidates(row, recorded_at, topics):
            if _leaf(row._replace(**{column: value})) == row.leaf:
                return {"stream": "originator_id", "version": "originator_version"}.get(column, column)
    except (AttributeError, TypeError, UnicodeError):
        return None
    return None


def _leaf(row: EventRow) -> bytes:
    return merkle.leaf_hash(row.stream, row.version, row.topic, row.position, row.recorded_at, row.state)


def _is_near(one: bytes, other: bytes) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=True)) >= SAME


def _candidates(row: EventRow, recorded_at: str | None, topics: Sequence[str]) -> Iterator[tuple[str, Any]]:
    if recorded_at is not None:
        yield "recorded_at", recorded_at
    yield from (("topic", topic) for topic in topics)
    yield from (("version", number) for number in range(1, NEAR))
    yield from (("position", row.position + by) for by in range(-NEAR, NEAR) if row.position + by > 0)
    for column in ("stream", "topic", "recorded_at"):
        yield from ((column, value) for value in _other_texts(getattr(row, column)))
    if len(row.state) <= LONGEST:
        yield from (("state", value) for value in _other_bytes(row.state))


def _other_texts(text: str) -> Iterator[str]:
    for at in range(len(text)):
        yield from (f"{text[:at]}{chr(other)}{text[at + 1 :]}" for other in range(32, 127))


def _other_bytes(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        before, after = data[:at], data[at + 1 :]
        yield from (before + bytes((other,)) + after for other in range(256))
