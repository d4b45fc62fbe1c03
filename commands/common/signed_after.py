"""After an import the checkpoint of the ledger is signed, where the workspace has a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from ledger.errors import LedgerError

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace

KEY = "jejak.key"


def sign_after(answer: Answer, workspace: Workspace) -> None:
    """Signs what the ledger now is; what was recorded stays recorded when that fails, and it is told."""
    if not (workspace.home / KEY).exists():
        return
    # Whoever has no key does not wait for the library of signatures.
    from ledger.proofs import signing

    try:
        with signing.tree_of(workspace) as tree:
            signing.sign_checkpoint(workspace, tree)
    except LedgerError as error:
        answer.message(_("No checkpoint was signed: {why}").format(why=sentence(error.why)), level="warning")
        return
    answer.message(_("Checkpoint signed: {events} events.").format(events=count(tree.size)))
