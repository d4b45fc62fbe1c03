"""All events of a ledger as lines of JSON, in the order of their positions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ledger.codec import CODEC
from ledger.event_store import EventStore

BATCH = 5000


def lines(store: EventStore, known: int) -> Iterator[str]:
    """One line per event: what stands beside its bytes, and what they say."""
    for first in range(1, known + 1, BATCH):
        for row in store.between(first, min(known, first + BATCH - 1)):
            name, _, version = row.topic.rpartition("/")
            stored = CODEC.raw(row)
            event = {
                "position": row.position,
                "stream": row.stream,
                "version": row.version,
                "type": name,
                "type_version": int(version),
                "occurred": stored.get("occurred"),
                "recorded_at": row.recorded_at,
                "actor": stored["actor"],
                "action": stored["action"],
                "source": stored.get("source"),
                "body": stored["body"],
            }
            yield json.dumps(event, ensure_ascii=False) + "\n"


def write(store: EventStore, path: Path) -> int:
    """Writes the file whole or not at all, up to the head at the start; returns the position."""
    known = store.head().position
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(lines(store, known))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return known
