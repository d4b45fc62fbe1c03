"""The key of a ledger and the checkpoints that it signed: none that does not continue the last one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from domain.base import reason
from ledger.errors import ConflictError, EnvironmentFault, LedgerError
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint
from ledger.proofs.signed_note import (
    NoteError,
    SigningKey,
    new_key,
    parse,
    read_signing_key,
    sign,
    verified,
)
from ledger.proofs.tree import LedgerTree
from ledger.workspace.workspace import Workspace

KEY = "jejak.key"
FOLDER = "checkpoints"
BLOCKS = "proof-blocks.bin"


class BrokenHistoryError(LedgerError):
    """The ledger does not continue a checkpoint that it signed: events were changed, removed or replaced."""

    status = 1


@contextlib.contextmanager
def tree_of(workspace: Workspace) -> Iterator[LedgerTree]:
    """The proof tree of a workspace's ledger. Raises EnvironmentFault where leaves and root differ."""
    with contextlib.closing(workspace.store()) as store:
        yield LedgerTree(store, workspace.views / BLOCKS)


def origin_of(workspace: Workspace, tree: LedgerTree) -> str:
    """The name of a ledger: its region and the first digits of its first leaf."""
    return f"jejak/{workspace.region}/{tree.leaves(0, 1)[0].hex()[:16]}"


def make_key(workspace: Workspace) -> SigningKey:
    """A new key, kept in the folder of the workspace for its owner alone.

    Raises ConflictError where there is one already.
    """
    path = workspace.home / KEY
    with tree_of(workspace) as tree:
        key = new_key(origin_of(workspace, tree))
    try:
        new_file(path, f"{key}\n")
    except FileExistsError as error:
        raise ConflictError(
            reason("{path} is already there.", path=str(path)),
            reason("A ledger keeps its key: checkpoints signed with another one prove nothing together."),
        ) from error
    return key


def new_file(path: Path, text: str, mode: int = 0o600) -> None:
    """Puts a file in place whole, for its owner alone unless `mode` says else, lasting when this returns.

    A writer that is killed leaves a part beside it, which no reader takes for the file. Raises
    FileExistsError where there is one already.
    """
    if path.exists():
        raise FileExistsError(path)
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        # A link is refused where the name is taken, which a replacing rename would not be.
        try:
            path.hardlink_to(part)
        except FileExistsError:
            raise
        except (NotImplementedError, OSError):
            # A disk without links, such as a stick.
            if path.exists():
                raise FileExistsError(path) from None
            part.rename(path)
    finally:
        part.unlink(missing_ok=True)


def key_of(path: Path) -> SigningKey:
    """The key of a file. Raises EnvironmentFault where there is none."""
    try:
        return read_signing_key(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, NoteError) as error:
        raise EnvironmentFault(
            reason("{path} holds no signing key.", path=str(path)), reason("Make one: jejak ledger key")
        ) from error


def sign_checkpoint(workspace: Workspace, tree: LedgerTree) -> str:
    """The signed checkpoint of the ledger as it is, kept in the workspace.

    Raises BrokenHistoryError where the ledger does not continue the last checkpoint that it signed.
    """
    key = key_of(workspace.home / KEY)
    last = last_signed(workspace, key)
    if last is not None:
        _require_continued(tree, last)
    folder = workspace.home / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{tree.size:010d}.txt"
    if path.exists():
        return path.read_text(encoding="utf-8")
    note = sign(Checkpoint(origin_of(workspace, tree), tree.size, tree.root).text(), key)
    # Whoever signs the same at the same moment writes the same bytes.
    with contextlib.suppress(FileExistsError):
        new_file(path, note, 0o644)
    return note


def signed_at(workspace: Workspace, tree: LedgerTree, position: int) -> str:
    """The signed checkpoint of an earlier position: the same bytes whenever it is asked for.

    Raises BrokenHistoryError where the ledger does not continue the last checkpoint that it signed.
    """
    key = key_of(workspace.home / KEY)
    last = last_signed(workspace, key)
    if last is not None:
        _require_continued(tree, last)
    return sign(checkpoint_at(workspace, tree, position).text(), key)


def checkpoint_at(workspace: Workspace, tree: LedgerTree, position: int) -> Checkpoint:
    """What the ledger was at a position."""
    return Checkpoint(origin_of(workspace, tree), position, tree.root_at(position))


def require_continued(workspace: Workspace) -> Checkpoint | None:
    """The last checkpoint that the workspace signed, which its ledger continues; None where it signed none.

    Raises EnvironmentFault without a key, BrokenHistoryError where the ledger is another one by now.
    """
    last = last_signed(workspace, key_of(workspace.home / KEY))
    if last is not None:
        with tree_of(workspace) as tree:
            _require_continued(tree, last)
    return last


def last_signed(workspace: Workspace, key: SigningKey) -> Checkpoint | None:
    """The largest checkpoint that the workspace keeps under its key; None where it keeps none."""
    paths = sorted((workspace.home / FOLDER).glob("*.txt"), reverse=True)
    for path in paths:
        try:
            note = parse(path.read_text(encoding="utf-8"))
            if verified(note, key.verifier()) is not None:
                return read_checkpoint(note.text)
        except (OSError, UnicodeError, NoteError) as error:
            raise BrokenHistoryError(
                reason("The checkpoint {path} was changed after it was signed.", path=str(path)),
                reason("Compare it with the copy that is kept elsewhere."),
            ) from error
    return None


def _require_continued(tree: LedgerTree, last: Checkpoint) -> None:
    if last.size > tree.size:
        why = reason(
            "The ledger holds {now} events, but a checkpoint of {then} events was signed.",
            now=tree.size,
            then=last.size,
        )
    elif tree.root_at(last.size) != last.root:
        why = reason("The first {then} events are no longer those of the signed checkpoint.", then=last.size)
    else:
        return
    raise BrokenHistoryError(
        why, reason("Nothing was signed. Compare with a backup, then ask who changed it.")
    )
