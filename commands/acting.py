"""What verbs that record one fact share: run it, say what was recorded, or why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commands.recording import told
from commands.shared import Answer


def act(
    answer: Answer,
    workspace: Any,
    decide: Callable[[Any], Any],
    *,
    command_id: str,
    dry_run: bool,
    head_time: bool,
    data: dict[str, Any],
    prepare: Callable[[], None] = lambda: None,
) -> None:
    """Records a command and ends with its result; a refusal ends with status 4."""
    from ledger.desk import IntegrityProblems

    try:
        outcome, decision = workspace.desk().run(
            command_id, decide, dry_run=dry_run, head_time=head_time, prepare=prepare
        )
    except IntegrityProblems as problems:
        for one in problems.broken:
            answer.problem(one.why)
        answer.fail(4)
        return
    pending = decision.scratch.pending if decision else []
    made = {
        "command_id": command_id,
        "events": [row.position for row in pending],
        "recorded_before": outcome.before,
        "dry_run": dry_run,
        **data,
    }
    answer.result(made, lambda: told(outcome, len(pending), dry_run=dry_run))
