"""The root of the proof tree at an earlier position: what `jejak ledger verify` told at that time."""

from __future__ import annotations

from ledger import merkle
from ledger.event_store import EventStore


def root_at(store: EventStore, position: int) -> str:
    """The root of the tree over the first `position` events, in hexadecimal digits.

    At the head it is at hand; an earlier one is computed from the leaves, which are all read.
    """
    head = store.head()
    if head.position == position:
        return merkle.root(head.frontier).hex()
    leaves = (row[-1] for row in store.all_events() if row[0] <= position)
    return merkle.root(merkle.extend(b"", 0, leaves)).hex()
