"""A Merkle tree over all events, from the first on: RFC 9162 hashing, kept as its frontier of peaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

SIZE = 32


def leaf_hash(stream: str, version: int, topic: str, position: int, recorded_at: str, state: bytes) -> bytes:
    """The 32 bytes that cover one event: every column, each with its length before it."""
    # Each length stands before its column: else a byte could move to the next one unseen.
    parts = (stream.encode(), b"%d" % version, topic.encode(), b"%d" % position, recorded_at.encode(), state)
    return sha256(b"\0" + b"".join(b"%d:" % len(part) + part for part in parts)).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    # Another first byte than a leaf has, so that neither can be passed off as the other.
    return sha256(b"\1" + left + right).digest()


def extend(frontier: bytes, size: int, leaves: Iterable[bytes]) -> bytes:
    """The frontier of a tree of `size` leaves after more leaves.

    The frontier is the roots of the perfect subtrees, largest first: one for each bit set in `size`.
    """
    peaks = [frontier[at : at + SIZE] for at in range(0, len(frontier), SIZE)]
    for leaf in leaves:
        # As in adding one in binary: every bit that carries joins two trees of the same size.
        node, bits = leaf, size
        while bits & 1:
            node = node_hash(peaks.pop(), node)
            bits >>= 1
        peaks.append(node)
        size += 1
    return b"".join(peaks)


def frontier_of(leaves: bytes) -> bytes:
    """The frontier of the tree over leaves that stand behind each other, each of 32 bytes."""
    peaks, at = [], 0
    for bit in range((len(leaves) // SIZE).bit_length() - 1, -1, -1):
        size = SIZE << bit
        if len(leaves) & size:
            peaks.append(_perfect_root_of(leaves[at : at + size]))
            at += size
    return b"".join(peaks)


def _perfect_root_of(leaves: bytes) -> bytes:
    if len(leaves) == SIZE:
        return leaves
    pair = 2 * SIZE
    # The first level from the bytes: half of the tree's nodes, without a list of its leaves.
    return perfect_root(
        [sha256(b"\1" + leaves[at : at + pair]).digest() for at in range(0, len(leaves), pair)]
    )


def perfect_root(nodes: Sequence[bytes]) -> bytes:
    """The root over a power of two of nodes, level by level."""
    while len(nodes) > 1:
        pairs = iter(nodes)
        nodes = [sha256(b"\1" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
    return nodes[0]


def root(frontier: bytes) -> bytes:
    """The root of the tree; of an empty tree the hash of nothing."""
    peaks = [frontier[at : at + SIZE] for at in range(0, len(frontier), SIZE)]
    if not peaks:
        return sha256(b"").digest()
    # From the smallest tree to the largest, as RFC 9162 joins those of an incomplete tree.
    node = peaks.pop()
    while peaks:
        node = node_hash(peaks.pop(), node)
    return node


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of the tree over these leaves."""
    return root(extend(b"", 0, leaves))
