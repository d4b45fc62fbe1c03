"""A forgetting that was cut off is finished by whatever command comes next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from domain import streams
from domain.base import reason

if TYPE_CHECKING:
    from commands.common.output import Answer
    from ledger.workspace.workspace import Workspace


def settle(answer: Answer, workspace: Workspace) -> None:
    """Destroys what a confirmed forgetting left, and says so; where it may not write, says that instead."""
    from ledger.admin import forgetting
    from ledger.errors import LedgerError

    with closing(workspace.store()) as store:
        left = forgetting.unfinished(store)
    if not left:
        return
    codes = ", ".join(streams.code(one) for one in left)
    try:
        done = forgetting.settle(workspace)
    except (LedgerError, OSError, sqlite3.OperationalError):
        what = reason("The personal data of {persons} are still to be destroyed.", persons=codes)
        remedy = reason("Run any command with an account that may write the vault and the ledger.")
        answer.problem(what, remedy=remedy, level="warning")
        return
    if done:
        codes = ", ".join(streams.code(one) for one in done)
        what = reason("A forgetting that was cut off is finished: {persons}.", persons=codes)
        answer.problem(what, level="info")
