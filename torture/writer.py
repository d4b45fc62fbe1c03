"""One writer: records small commands until it is killed, and notes each acknowledged one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from domain.idea import ProposeIdea
from domain.unit import RegisterUnit
from ledger.clock import new_command_id
from ledger.decision import Decision
from ledger.errors import ConflictError
from ledger.workspace import open_at


def main(home: Path, notes: Path) -> None:
    """Acknowledged ids go to `notes` as lines, each on disk before the next command begins."""
    desk = open_at(home).desk()
    handle = os.open(notes, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    number = 0
    while True:
        number += 1
        command_id = new_command_id()
        name = f"Unit {os.getpid()}-{number}"

        def decide(decision: Decision, name: str = name) -> None:
            decision.act(RegisterUnit(region="3303", kind="opd", name=name))
            unit = decision.scratch.pending[-1].stream
            decision.act(ProposeIdea(region="3303", title=f"Ide {name}", units=[unit]))

        try:
            desk.run(command_id, decide)
        except ConflictError:
            continue
        os.write(handle, f"{command_id}\n".encode())
        os.fsync(handle)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
