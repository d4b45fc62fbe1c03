"""After an import the checkpoint of the ledger is signed, where the workspace has a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.output import Answer
from ledger.proofs.after_recording import sign_after_recording

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace


def sign_after(answer: Answer, workspace: Workspace) -> None:
    """Signs what the ledger now is; what was recorded stays recorded when that fails, and it is told."""
    told = sign_after_recording(workspace)
    if told is not None:
        answer.message(told.text, level="info" if told.signed else "warning")
