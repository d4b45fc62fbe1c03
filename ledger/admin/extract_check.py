"""Whether an export holds together by itself: its events, its proof tree at both ends, and its checkpoint."""

from __future__ import annotations

from domain.base import marked
from ledger import merkle
from ledger.admin.extract import FileSource, leaf_of
from ledger.proofs.checkpoints import read_checkpoint
from ledger.proofs.merkle_proofs import ProofError, verify_consistency
from ledger.proofs.signed_note import parse


def check(source: FileSource) -> None:
    """Reads the whole export. Nothing of it needs a ledger, or the key of one.

    Raises ExtractError where events do not lead from the frontier to the root, ProofError where the
    checkpoint or the path of consistency is not that of the events, NoteError for a checkpoint that is none.
    """
    header = source.header
    checkpoint = read_checkpoint(parse(header.checkpoint).text) if header.checkpoint else None
    frontier, size = bytes.fromhex(header.frontier), header.first - 1
    before = merkle.root(frontier)
    covered = before if checkpoint and checkpoint.size == size else None
    for row in source.rows():
        frontier, size = merkle.extend(frontier, size, [leaf_of(row)]), size + 1
        if checkpoint and checkpoint.size == size:
            covered = merkle.root(frontier)
    if checkpoint and (checkpoint.origin, checkpoint.root) != (header.origin, covered):
        raise ProofError(marked("the checkpoint is not that of its events"))
    if header.consistency:
        try:
            path = [bytes.fromhex(one) for one in header.consistency]
        except ValueError as error:
            raise ProofError(
                marked("the path of consistency is not written in hexadecimal digits")
            ) from error
        verify_consistency(header.first - 1, header.last, before, merkle.root(frontier), path)
