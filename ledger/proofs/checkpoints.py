"""Checkpoints (C2SP tlog-checkpoint): what a ledger was at a position, for an outsider to keep."""

from __future__ import annotations

import base64
import binascii
from typing import NamedTuple

from domain.base import marked
from ledger.merkle import SIZE
from ledger.proofs.signed_note import NoteError


class Checkpoint(NamedTuple):
    """The name of a ledger, how many events it holds, and the root of the proof tree over them."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The text of its note: three lines."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def read_checkpoint(text: str) -> Checkpoint:
    """The checkpoint that a note's text holds; extension lines are passed over.

    Raises NoteError where it holds none.
    """
    lines = text.split("\n")
    if len(lines) < 4 or "" in lines[:-1] or lines[-1]:
        raise NoteError(marked("no checkpoint"))
    origin, size, coded = lines[:3]
    if not size.isascii() or not size.isdecimal() or str(int(size)) != size:
        raise NoteError(marked("no size of a tree"))
    try:
        root = base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError(marked("no root of a tree")) from error
    if len(root) != SIZE or base64.b64encode(root).decode() != coded:
        raise NoteError(marked("no root of a tree"))
    return Checkpoint(origin, int(size), root)
