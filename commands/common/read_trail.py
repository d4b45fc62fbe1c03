"""Who saw whose personal data with which command: noted beside the data before they are shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from commands.common.output import Answer
    from ledger.workspace.workspace import Workspace


def note_read(answer: Answer, workspace: Workspace, persons: Iterable[str]) -> None:
    """Adds a line to the read trail; where nothing can be written, says so and goes on."""
    from ledger import clock
    from ledger.errors import LedgerError
    from ledger.ports.vault import Read

    named = tuple(sorted(set(persons)))
    if not named:
        return
    line = Read(clock.stamp(clock.now()), workspace.operator, answer.command, named)
    try:
        workspace.vault.note_read(line)
    except (LedgerError, OSError, sqlite3.OperationalError):
        text = _("The read trail cannot be written here: that personal data were shown is not noted.")
        answer.message(text, level="warning")
