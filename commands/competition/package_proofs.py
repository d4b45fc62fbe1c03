"""The proofs in a package: made where the workspace has a key, checked with or without a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from domain.base import Reason, reason
from exporters.package import bag
from exporters.package.model import Contents, Prove
from exporters.package.opened import OpenedPackage, UnreadableError
from exporters.package.provenance import ProvenanceFile, cited
from jejak_i18n import sentence

if TYPE_CHECKING:
    from ledger.proofs.signed_note import VerifierKey
    from ledger.proofs.tree import LedgerTree
    from ledger.workspace.workspace import Workspace

KEY = "jejak.key"
PROVENANCE = f"{bag.PAYLOAD}provenance.json"
CHECKPOINT = bag.CHECKPOINT.removeprefix(bag.PROOFS)


class Proofs(NamedTuple):
    """What a check of the proofs found: how many hold, which keys signed, and what is wrong by path."""

    proved: int
    signed_by: list[str]
    wrong: list[tuple[str, Reason]]


@contextmanager
def proving(workspace: Workspace, position: int, note: str | None = None) -> Iterator[Prove | None]:
    """Makes proofs under the checkpoint of a position, signed here, or under the `note` of a package.

    None where the workspace has no key and no note is given.
    """
    if note is None and not (workspace.home / KEY).exists():
        yield None
        return
    # Who has no key does not wait for the library of signatures.
    from ledger.proofs import signing

    with signing.tree_of(workspace) as tree:
        yield _prover(tree, position, note or signing.signed_at(workspace, tree, position))


def _prover(tree: LedgerTree, position: int, note: str) -> Prove:
    from ledger.proofs import files

    def prove(positions: list[int]) -> Mapping[str, bytes]:
        found = {CHECKPOINT: note.encode()}
        for one in positions:
            if proof := files.prove(tree, one, note, position):
                found[files.name_of(one)] = files.inclusion_text(proof).encode()
        return found

    return prove


def note_of(package: OpenedPackage) -> str | None:
    """The checkpoint that a package brings; None where it brings none, or no text."""
    if bag.CHECKPOINT not in package:
        return None
    try:
        return package.read(bag.CHECKPOINT).decode()
    except (UnreadableError, UnicodeDecodeError):
        return None


def checked(package: OpenedPackage, contents: Contents, keys: list[VerifierKey]) -> Proofs:
    """Checks the proofs of a package by themselves: each event that it cites stands under one checkpoint.

    The checkpoint must be of the package's position and root, and signed by every one of the keys.
    """
    paths = [path for path in package.paths() if path.startswith(bag.PROOFS)]
    if not paths:
        lacking = reason("The package holds no proofs; nothing in it is signed.")
        return Proofs(0, [], [(bag.CHECKPOINT, lacking)] if keys else [])
    from ledger.proofs import files
    from ledger.proofs.merkle_proofs import ProofError
    from ledger.proofs.signed_note import NoteError

    wrong: list[tuple[str, Reason]] = []
    proved: dict[int, str] = {}
    note = note_of(package) or ""

    def told(path: str, check: Callable[[], None]) -> None:
        try:
            check()
        except (NoteError, ProofError) as error:
            wrong.append((path, reason("It proves nothing: {why}.", why=sentence(Reason(str(error))))))
        except (UnreadableError, UnicodeDecodeError):
            wrong.append((path, reason("Damaged: it cannot be unpacked.")))

    def one_event(path: str) -> None:
        proof = files.read_inclusion(package.read(path).decode())
        files.check_inclusion(proof)
        if proof.note != note or path != f"{bag.PROOFS}{files.name_of(proof.row.position)}":
            wrong.append((path, reason("It is the proof of another event, or under another checkpoint.")))
            return
        proved[proof.row.position] = proof.row.recorded_at

    signed: list[str] = []
    told(bag.CHECKPOINT, lambda: signed.extend(_signed(note, contents, keys)))
    for path in paths:
        if path != bag.CHECKPOINT:
            told(path, partial(one_event, path))
    wrong += [
        (PROVENANCE, reason("Event {position} is cited and not proved.", position=one))
        for one in _cited(package)
        if one not in proved and not wrong
    ]
    wrong += [
        (bag.CHECKPOINT, reason("It is not signed by {name}.", name=one.name))
        for one in keys
        if one.name not in signed and not wrong
    ]
    return Proofs(len(proved), signed, wrong)


def _signed(note: str, contents: Contents, keys: list[VerifierKey]) -> list[str]:
    """The keys that signed the checkpoint. Raises NoteError for one of another ledger or position."""
    from domain.base import marked
    from ledger.proofs.checkpoints import read_checkpoint
    from ledger.proofs.signed_note import NoteError, parse, verified

    parsed = parse(note)
    found = read_checkpoint(parsed.text)
    if (found.size, found.root.hex()) != (contents.issue.position, contents.issue.root):
        raise NoteError(marked("the checkpoint is of another position or ledger"))
    return [one.name for one in keys if verified(parsed, one) is not None]


def _cited(package: OpenedPackage) -> list[int]:
    try:
        return cited(msgspec.json.decode(package.read(PROVENANCE), type=ProvenanceFile).values)
    except (msgspec.MsgspecError, UnreadableError, KeyError, RecursionError):
        return []
