"""A forgetting that was cut off is finished by whatever command comes next."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from domain import streams
from domain.base import reason

if TYPE_CHECKING:
    from commands.common.output import Answer
    from ledger.event_store import EventStore
    from ledger.workspace.workspace import Workspace


def unfinished(store: EventStore) -> list[str]:
    """The persons whose data a confirmed forgetting still has to destroy; nobody in nearly every ledger."""
    from ledger.admin import forgetting

    return forgetting.unfinished(store)


def settle(answer: Answer, workspace: Workspace, left: list[str]) -> None:
    """Destroys what is left of these persons, and says so; where it may not write, says that instead."""
    from ledger.admin import forgetting
    from ledger.errors import LedgerError

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
