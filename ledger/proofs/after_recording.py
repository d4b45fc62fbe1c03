"""After an import the checkpoint of the ledger is signed, where the workspace has a key."""

from __future__ import annotations

from typing import NamedTuple

from jejak_i18n import gettext as _
from jejak_i18n import sentence
from jejak_i18n.formatting import count
from ledger.errors import LedgerError
from ledger.workspace.workspace import Workspace

KEY = "jejak.key"


class Signing(NamedTuple):
    """What is said of it, and whether the checkpoint was signed."""

    text: str
    signed: bool


def sign_after_recording(workspace: Workspace) -> Signing | None:
    """Signs what the ledger now is; None without a key. What was recorded stays when it cannot be signed."""
    if not (workspace.home / KEY).exists():
        return None
    # Whoever has no key does not wait for the library of signatures.
    from ledger.proofs import signing

    try:
        with signing.tree_of(workspace) as tree:
            signing.sign_checkpoint(workspace, tree)
    except LedgerError as error:
        return Signing(_("No checkpoint was signed: {why}").format(why=sentence(error.why)), signed=False)
    return Signing(_("Checkpoint signed: {events} events.").format(events=count(tree.size)), signed=True)
