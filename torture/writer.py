"""One writer: records small commands until it is killed, and notes each acknowledged one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from domain.idea import ProposeIdea
from domain.unit import RegisterUnit
from ledger.clock import new_command_id
from ledger.errors import ConflictError, EnvironmentFault, LostConnectionError
from ledger.workspace.workspace import open_at
from ledger.write.command_handler import CommandHandler
from ledger.write.decision import Decision

EVENTS = 2
"""How many events a command records: one unit and one idea of it."""


def main(home: Path, notes: Path) -> None:
    """Acknowledged ids go to `notes` as lines, each on disk before the next command begins."""
    command_handler = open_at(home).command_handler()
    handle = os.open(notes, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    number = 0
    while True:
        number += 1
        command_id = new_command_id()
        while not _is_recorded(command_handler, command_id, f"Unit {os.getpid()}-{number}"):
            pass
        os.write(handle, f"{command_id}\n".encode())
        os.fsync(handle)


def _is_recorded(command_handler: CommandHandler, command_id: str, name: str) -> bool:
    """False where the same command is to be run again, as the refusal advises."""

    def decide(decision: Decision) -> None:
        decision.act(RegisterUnit.of(region="3303", kind="opd", name=name))
        unit = decision.unit_of_work.pending[-1].stream
        decision.act(ProposeIdea.of(region="3303", title=f"Ide {name}", units=[unit]))

    try:
        command_handler.run(command_id, decide)
    except ConflictError:
        return False
    except EnvironmentFault as error:
        if not isinstance(error.__cause__ or error, LostConnectionError):
            raise
        return False
    return True


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except EnvironmentFault as fault:
        print(fault, file=sys.stderr)
        sys.exit(fault.status)
