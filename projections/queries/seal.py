"""What an outsider needs to find events again in the proof tree: their bytes, their paths, and the root.

The tree of RFC 9162 is cut into blocks of leaves, a power of two each. Trees over the roots of such
blocks are the same as over their leaves, so that the roots are said once for all events.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ledger import merkle
from ledger.codec import Row
from ledger.proofs.merkle_proofs import Leaves, inclusion
from projections.read_session import ReadSession

BLOCKS = 1024
"""Blocks of a tree, at most."""
_READ = 65536


class SealedTree(Struct, frozen=True):
    """The tree over the first `size` events: how many leaves a block has, the blocks' roots, the root."""

    size: int
    block: int
    roots: list[bytes]
    root: bytes


class SealedEvent(Struct, frozen=True):
    """One event as it is stored, its leaf, and the path from its leaf to the root of its block."""

    row: Row
    leaf: bytes
    path: list[bytes]


class Seal:
    """The proof tree at the position of a session, and the events under it. Holds 32 bytes an event."""

    def __init__(self, session: ReadSession) -> None:
        self._session, size = session, session.position
        self._leaves = bytearray()
        for first in range(1, size + 1, _READ):
            self._leaves += b"".join(session.store.leaves(first, min(size, first + _READ - 1)))
        block = 1
        while block * BLOCKS < size:
            block *= 2
        roots = [merkle.root_of(self._block(at, block)) for at in range(0, size, block)]
        self.tree = SealedTree(size, block, roots, merkle.root_of(roots))

    def events(self, positions: Iterable[int]) -> list[SealedEvent]:
        """Those at some positions, each with its path. Raises KeyError for one beyond the tree."""
        found = []
        for position in positions:
            row = self._session.store.at(position)
            if row is None or position > self.tree.size:
                raise KeyError(position)
            found.append(self._event(row))
        return found

    def of_rows(self, rows: Iterable[Row]) -> list[SealedEvent]:
        """The same of rows that were read already."""
        return [self._event(row) for row in rows]

    def _event(self, row: Row) -> SealedEvent:
        at = row.position - 1
        first = at - at % self.tree.block
        leaves = self._block(first, self.tree.block)
        path = inclusion(Leaves(leaves), at - first, len(leaves))
        return SealedEvent(row, leaves[at - first], path)

    def _block(self, first: int, count: int) -> list[bytes]:
        part = self._leaves[first * merkle.SIZE : (first + count) * merkle.SIZE]
        return [bytes(part[at : at + merkle.SIZE]) for at in range(0, len(part), merkle.SIZE)]
