"""Random ledgers, proved by Jejak and checked by a stranger's verifier that shares no line with it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from ledger import merkle
from ledger.codec import Row
from ledger.proofs import files
from ledger.proofs.checkpoints import Checkpoint
from ledger.proofs.merkle_proofs import (
    Leaves,
    ProofError,
    consistency,
    inclusion,
    verify_consistency,
    verify_inclusion,
)
from ledger.proofs.signed_note import new_key, sign
from tests.ledger import stranger_verifier

SIZES = (2, 9, 40, 150)
"""Events that a ledger has at most; which of them is left to chance."""
TEXTS = "abcdefghijklmnopqrstuvwxyz0123456789/.:-é文"
SIGNED = 20
"""Of so many ledgers one is signed: checking a signature by the book takes the time of a thousand hashes."""


def disagreements(count: int, seed: int) -> Iterator[str]:
    """What the two say differently of so many ledgers, and what was changed without being noticed."""
    key = new_key("jejak/33.03/acak")
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - cases, no secrets
        size = chance.randint(1, chance.choice(SIZES))
        rows = [_row(chance, position) for position in range(1, size + 1)]
        leaves = [_leaf(row) for row in rows]
        root = merkle.root_of(leaves)
        if leaves != [_strange(row) for row in rows] or root != stranger_verifier.tree(leaves):
            yield f"ledger {number}: another root"
        index, old = chance.randrange(size), chance.randint(1, size)
        path = inclusion(Leaves(leaves), index, size)
        if not _both(rows[index], index, size, path, root):
            yield f"ledger {number}: event {index + 1} of {size} is not believed"
        yield from _grown(number, leaves, old, root)
        if any(_both(*one) is not False for one in _spoilt(rows[index], index, size, path, root)):
            yield f"ledger {number}: event {index + 1} of {size} is believed after a change"
        if number % SIGNED == 0:
            note = sign(Checkpoint(key.name, size, root).text(), key)
            text = files.inclusion_text(files.InclusionProof(rows[index], index, tuple(path), note))
            if not stranger_verifier.accepts(text, str(key.verifier())):
                yield f"ledger {number}: the file of event {index + 1} is not believed"


def _grown(number: int, leaves: list[bytes], old: int, root: bytes) -> Iterator[str]:
    size, old_root = len(leaves), merkle.root_of(leaves[:old])
    path = consistency(Leaves(leaves), old, size)
    try:
        verify_consistency(old, size, old_root, root, path)
    except ProofError:
        yield f"ledger {number}: growth from {old} to {size} is not believed"
    if not stranger_verifier.grew(old, size, old_root, root, path):
        yield f"ledger {number}: the stranger does not believe growth from {old} to {size}"
    for at in range(len(path)):
        spoilt = [*path[:at], bytes(32), *path[at + 1 :]]
        try:
            verify_consistency(old, size, old_root, root, spoilt)
        except ProofError:
            if not stranger_verifier.grew(old, size, old_root, root, spoilt):
                continue
        yield f"ledger {number}: growth from {old} to {size} is believed after a change"


def _both(row: Row, index: int, size: int, path: list[bytes], root: bytes) -> bool | None:
    """What both say; None where they say different things."""
    strange = stranger_verifier.root(_strange(row), index, size, path) == root
    try:
        verify_inclusion(_leaf(row), index, size, path, root)
    except ProofError:
        return None if strange else False
    return True if strange else None


def _spoilt(
    row: Row, index: int, size: int, path: list[bytes], root: bytes
) -> Iterator[tuple[Row, int, int, list[bytes], bytes]]:
    """The proof with each byte that it covers changed, one after the other."""
    for column, value in row._asdict().items():
        for other in _others(value):
            yield row._replace(**{column: other}), index, size, path, root
    for at, one in enumerate(path):
        for spoilt in _others(one):
            yield row, index, size, [*path[:at], spoilt, *path[at + 1 :]], root
    for spoilt in _others(root):
        yield row, index, size, path, spoilt


def _others(value: Any) -> Iterator[Any]:
    if isinstance(value, int):
        yield value + 1
    elif isinstance(value, str):
        for at in range(len(value)):
            yield f"{value[:at]}{chr(ord(value[at]) ^ 1)}{value[at + 1 :]}"
    else:
        for at in range(len(value)):
            yield value[:at] + bytes((value[at] ^ 1,)) + value[at + 1 :]


def _row(chance: random.Random, position: int) -> Row:
    def text(most: int) -> str:
        return "".join(chance.choices(TEXTS, k=chance.randint(1, most)))

    state = chance.randbytes(chance.randint(0, 60))
    return Row(position, text(24), chance.randint(1, 99), text(20), state, text(27))


def _leaf(row: Row) -> bytes:
    return merkle.leaf_hash(row.stream, row.version, row.topic, row.position, row.recorded_at, row.state)


def _strange(row: Row) -> bytes:
    return stranger_verifier.leaf(
        row.stream, row.version, row.topic, row.position, row.recorded_at, row.state
    )
