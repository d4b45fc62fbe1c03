"""The subtrees of a ledger's proof tree, with the roots of its whole blocks kept in a file beside the views.

The file is a cache: its blocks and the leaves after them must give the head's root, or it is made anew.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from domain.base import reason
from ledger import merkle
from ledger.errors import EnvironmentFault
from ledger.event_store import EventStore

BLOCK = 1024
"""Leaves of a block: a power of two."""
SIZE = merkle.SIZE


class LedgerTree:
    """The tree over the first `size` events of a ledger; counts leaves from 0, as RFC 9162 does."""

    def __init__(
        self, store: EventStore, path: Path | None = None, *, told: Callable[[int, int], None] | None = None
    ) -> None:
        head = store.head()
        self.store, self.size, self.root = store, head.position, merkle.root(head.frontier)
        self.path = path
        self.blocks = self._kept()
        fits = self._fits()
        if not fits:
            self.blocks = b""
        # Blocks that are all there were joined to the root just now.
        if (self._grow(told) or not fits) and not self._fits():
            raise EnvironmentFault(
                reason("The events do not give the root of the proof tree."),
                reason("Run: jejak ledger verify"),
            )

    def subtree(self, first: int, last: int) -> bytes:
        """The hash of the leaves from `first` to `last` (left out)."""
        if first % BLOCK or last - first < BLOCK:
            return merkle.root_of(self.leaves(first, last))
        whole = last - (last - first) % BLOCK
        # Blocks are perfect trees, so that trees over their roots are the same as over their leaves.
        roots = self._roots(first // BLOCK, whole // BLOCK)
        if whole == last and not len(roots) & (len(roots) - 1):
            return merkle.perfect_root(roots)
        frontier = merkle.extend(b"", 0, roots)
        rest = self.leaves(whole, last) if whole < last else []
        return merkle.root(frontier + merkle.extend(b"", 0, rest))

    def leaves(self, first: int, last: int) -> list[bytes]:
        """The leaves from `first` to `last` (left out)."""
        return self.store.leaves(first + 1, last)

    def root_at(self, size: int) -> bytes:
        """The root of the tree over the first `size` events."""
        return self.subtree(0, size) if size else merkle.root(b"")

    def _roots(self, first: int, last: int) -> list[bytes]:
        return [self.blocks[at * SIZE : (at + 1) * SIZE] for at in range(first, last)]

    def _fits(self) -> bool:
        """Whether the kept blocks and the leaves after them give the head's root."""
        whole = len(self.blocks) // SIZE
        if len(self.blocks) % SIZE or whole * BLOCK > self.size:
            return False
        if whole < self.size // BLOCK:
            return True
        return self.root_at(self.size) == self.root

    def _grow(self, told: Callable[[int, int], None] | None) -> bool:
        """Adds the blocks that the ledger has filled since; False where there are none."""
        have, wanted = len(self.blocks) // SIZE, self.size // BLOCK
        if have == wanted:
            return False
        made = []
        for at in range(have, wanted):
            made.append(merkle.perfect_root(self.leaves(at * BLOCK, (at + 1) * BLOCK)))
            if told:
                told(at + 1, wanted)
        self.blocks += b"".join(made)
        self._keep()
        return True

    def _kept(self) -> bytes:
        if self.path is None:
            return b""
        try:
            return self.path.read_bytes()
        except OSError:
            return b""

    def _keep(self) -> None:
        """Puts the file in place at once; where that cannot be done it is made again the next time."""
        if self.path is None:
            return
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(self.blocks)
            Path(name).replace(self.path)
