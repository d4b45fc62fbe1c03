"""Proofs of the tree of RFC 9162 (2.1.3, 2.1.4): that a leaf is in it, that one tree continues another.

Making one needs the hashes of aligned subtrees (`Subtrees`); checking one needs nothing but hashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.base import marked
from ledger.merkle import node_hash, root_of


class ProofError(ValueError):
    """A proof that proves nothing: the msgid says why."""


class Subtrees(Protocol):
    """Where the hashes of a tree come from."""

    def subtree(self, first: int, last: int) -> bytes:
        """The hash of the leaves from `first` (included, counted from 0) to `last` (left out)."""


def inclusion(tree: Subtrees, index: int, size: int) -> list[bytes]:
    """The path from a leaf (counted from 0) to the root of the tree of `size` leaves.

    Raises ValueError for a leaf that is not in it.
    """
    if not 0 <= index < size:
        raise ValueError(index)
    return _path(tree, index, 0, size)


def _path(tree: Subtrees, index: int, first: int, last: int) -> list[bytes]:
    if last - first == 1:
        return []
    middle = first + _split(last - first)
    if index < middle:
        return [*_path(tree, index, first, middle), tree.subtree(middle, last)]
    return [*_path(tree, index, middle, last), tree.subtree(first, middle)]


def consistency(tree: Subtrees, old: int, size: int) -> list[bytes]:
    """The proof that the tree of `size` leaves begins with that of `old` ones.

    Raises ValueError for an old tree that is empty or larger.
    """
    if not 0 < old <= size:
        raise ValueError(old)
    return _continued(tree, old, 0, size, whole=True)


def _continued(tree: Subtrees, old: int, first: int, last: int, *, whole: bool) -> list[bytes]:
    if old == last:
        return [] if whole else [tree.subtree(first, last)]
    middle = first + _split(last - first)
    if old <= middle:
        return [*_continued(tree, old, first, middle, whole=whole), tree.subtree(middle, last)]
    return [*_continued(tree, old, middle, last, whole=False), tree.subtree(first, middle)]


def _split(count: int) -> int:
    """The largest power of two that is smaller than a count above one."""
    return 1 << (count - 1).bit_length() - 1


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Raises ProofError unless the path leads from the leaf at an index to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        raise ProofError(marked("the leaf lies beyond the tree"))
    at, last, found = index, size - 1, leaf
    for one in path:
        if last == 0:
            raise ProofError(marked("the path is too long"))
        if at & 1 or at == last:
            found = node_hash(one, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, one)
        at, last = at >> 1, last >> 1
    if last or found != root:
        raise ProofError(marked("the path does not lead to the root"))


def verify_consistency(old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    """Raises ProofError unless the proof shows that one tree begins with the other (RFC 9162, 2.1.4.2)."""
    if old == size:
        if proof or old_root != root:
            raise ProofError(marked("two trees of one size differ"))
        return
    if not 0 < old < size:
        raise ProofError(marked("the older tree is not the smaller one"))
    hashes = list(proof)
    if not old & (old - 1):
        hashes.insert(0, old_root)
    if not hashes:
        raise ProofError(marked("the proof is empty"))
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = hashes[0]
    for one in hashes[1:]:
        if last == 0:
            raise ProofError(marked("the proof is too long"))
        if at & 1 or at == last:
            before, after = node_hash(one, before), node_hash(one, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, one)
        at, last = at >> 1, last >> 1
    if last or before != old_root or after != root:
        raise ProofError(marked("the newer tree does not begin with the older one"))


class Leaves:
    """The subtrees of leaves at hand."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.leaves = leaves

    def subtree(self, first: int, last: int) -> bytes:
        """Their hash."""
        return root_of(self.leaves[first:last])
