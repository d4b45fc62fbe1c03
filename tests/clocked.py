"""A workspace whose clock the test sets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from domain.base import Action
from ledger.workspace.workspace import Workspace, create, open_at
from tests.ledger.office import Clock


def made(home: Path, clock: Clock) -> Workspace:
    """A workspace of Kabupaten Purbalingga (Asia/Jakarta, seven hours before UTC)."""
    how = {"region_code": "33.03", "name": "Nama Contoh", "post": "Analis"}
    return create(home, **how, command_id="init", now=clock)[0]


def record(workspace: Workspace, clock: Clock, at: str, *actions: Action) -> None:
    """Records actions at an instant, as one command that is named by it."""
    clock.moment = datetime.fromisoformat(at)
    command_handler = workspace.command_handler(now=clock)
    _outcome, decision = command_handler.run(
        at, lambda decision: [decision.act(action) for action in actions]
    )
    assert decision is not None
    assert decision.refused == []


def go_on(home: Path, at: str, *actions: Action) -> None:
    """Records actions at an instant in a workspace that was made before."""
    record(open_at(home), Clock(), at, *actions)
