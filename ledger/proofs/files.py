"""Proofs as files: of one event (C2SP tlog-proof) and of a ledger that grew, each with its checkpoint."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any, NamedTuple

from domain.base import marked
from ledger import merkle
from ledger.codec import Row
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint
from ledger.proofs.merkle_proofs import ProofError, inclusion, verify_consistency, verify_inclusion
from ledger.proofs.signed_note import NoteError, parse
from ledger.proofs.tree import LedgerTree

INCLUSION = "c2sp.org/tlog-proof@v1"
CONSISTENCY = "jejak/consistency-proof@v1"
SUFFIX = ".tlog-proof"
MOST = 64
"""Hashes of a proof: of a tree of 2^64 leaves."""


class InclusionProof(NamedTuple):
    """The event, its place counted from 0, the path to the root, and the signed checkpoint."""

    row: Row
    leaf_index: int
    path: tuple[bytes, ...]
    note: str


class ConsistencyProof(NamedTuple):
    """An older signed checkpoint, the path, and the newer one."""

    old_note: str
    path: tuple[bytes, ...]
    note: str


def name_of(position: int) -> str:
    """What the file of the proof of an event is called."""
    return f"{position:07d}{SUFFIX}"


def prove(tree: LedgerTree, position: int, note: str, size: int | None = None) -> InclusionProof | None:
    """The proof of the event at a position; None where there is no event.

    `note` is the checkpoint of the tree, or of its first `size` events.
    """
    size = tree.size if size is None else size
    row = tree.store.at(position) if position <= size else None
    if row is None:
        return None
    return InclusionProof(row, position - 1, tuple(inclusion(tree, position - 1, size)), note)


def event_fields(row: Row, state: str) -> dict[str, Any]:
    """An event as a line of a file names its columns; `state` are its bytes as that file writes them."""
    return {
        "position": row.position,
        "stream": row.stream,
        "version": row.version,
        "type": row.topic,
        "recorded_at": row.recorded_at,
        "state": state,
    }


def inclusion_text(proof: InclusionProof) -> str:
    """The file: the event stands in its `extra` line, so that its hash can be computed anew."""
    event = event_fields(proof.row, base64.b64encode(proof.row.state).decode())
    extra = base64.b64encode(json.dumps(event, separators=(",", ":")).encode()).decode()
    lines = [
        INCLUSION,
        f"extra {extra}",
        f"index {proof.leaf_index}",
        *map(_coded, proof.path),
        "",
        proof.note,
    ]
    return "\n".join(lines)


def consistency_text(proof: ConsistencyProof) -> str:
    """The file: the path, the older note, the newer one."""
    return "\n".join([CONSISTENCY, *map(_coded, proof.path), "", proof.old_note, proof.note])


def read_inclusion(text: str) -> InclusionProof:
    """The proof of a file. Raises NoteError for what is none."""
    head, blank, note = text.partition("\n\n")
    lines = head.split("\n")
    if not blank or len(lines) < 3 or lines[0] != INCLUSION or len(lines) > MOST + 3:
        raise NoteError(marked("no proof of an event"))
    extra, index = lines[1].removeprefix("extra "), lines[2].removeprefix("index ")
    if extra == lines[1] or index == lines[2] or not index.isascii() or not index.isdecimal():
        raise NoteError(marked("no proof of an event"))
    if str(int(index)) != index:
        raise NoteError(marked("no proof of an event"))
    return InclusionProof(_row(extra), int(index), tuple(map(_hash, lines[3:])), note)


def read_consistency(text: str) -> ConsistencyProof:
    """The proof of a file. Raises NoteError for what is none."""
    head, blank, notes = text.partition("\n\n")
    lines = head.split("\n")
    # Each note holds one blank line, and ends before the next begins.
    parts = notes.split("\n\n")
    if not blank or lines[0] != CONSISTENCY or len(lines) > MOST * 2 or len(parts) != 4:
        raise NoteError(marked("no proof that a ledger grew"))
    old = f"{parts[0]}\n\n{parts[1]}\n"
    new = f"{parts[2]}\n\n{parts[3]}"
    return ConsistencyProof(old, tuple(map(_hash, lines[1:])), new)


def check_inclusion(proof: InclusionProof) -> Checkpoint:
    """The checkpoint under which the event stands. Raises ProofError or NoteError where it does not.

    Signatures are for the reader of the note to check.
    """
    checkpoint = read_checkpoint(parse(proof.note).text)
    row = proof.row
    if row.position != proof.leaf_index + 1:
        raise ProofError(marked("the event names another position"))
    leaf = merkle.leaf_hash(row.stream, row.version, row.topic, row.position, row.recorded_at, row.state)
    verify_inclusion(leaf, proof.leaf_index, checkpoint.size, proof.path, checkpoint.root)
    return checkpoint


def check_consistency(proof: ConsistencyProof) -> tuple[Checkpoint, Checkpoint]:
    """The older and the newer checkpoint. Raises ProofError or NoteError unless one continues the other."""
    old, new = (read_checkpoint(parse(note).text) for note in (proof.old_note, proof.note))
    if old.origin != new.origin:
        raise ProofError(marked("the checkpoints are of two ledgers"))
    verify_consistency(old.size, new.size, old.root, new.root, proof.path)
    return old, new


def _row(extra: str) -> Row:
    try:
        event: dict[str, Any] = json.loads(base64.b64decode(extra, validate=True))
        state = base64.b64decode(event["state"], validate=True)
        row = Row(
            event["position"], event["stream"], event["version"], event["type"], state, event["recorded_at"]
        )
    except (binascii.Error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoteError(marked("no event in the proof")) from error
    kinds = (int, str, int, str, bytes, str)
    if any(type(value) is not kind for value, kind in zip(row, kinds, strict=True)):
        raise NoteError(marked("no event in the proof"))
    return row


def _coded(found: bytes) -> str:
    return base64.b64encode(found).decode()


def _hash(line: str) -> bytes:
    try:
        found = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError(marked("no hash in the proof")) from error
    if len(found) != merkle.SIZE or _coded(found) != line:
        raise NoteError(marked("no hash in the proof"))
    return found
