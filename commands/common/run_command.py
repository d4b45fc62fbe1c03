"""What verbs that record share: run the command, say what was recorded, or why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commands.common.output import Answer, count
from jejak_i18n import gettext as _


def run_command(
    answer: Answer,
    workspace: Any,
    decide: Callable[[Any], Any],
    *,
    command_id: str,
    dry_run: bool,
    head_time: bool,
    data: dict[str, Any] | None = None,
    prepare: Callable[[], None] = lambda: None,
    refuse: Callable[[Answer, Any, Any], Any] | None = None,
) -> None:
    """Records a command and ends with its result; a refusal ends with status 4.

    `prepare` makes durable what must be before the append; `refuse` says in another way what would break.
    """
    from ledger.write.command_handler import IntegrityViolations

    try:
        outcome, decision = workspace.command_handler().run(
            command_id, decide, dry_run=dry_run, head_time=head_time, prepare=prepare
        )
    except IntegrityViolations as problems:
        (refuse or _refuse)(answer, workspace, problems)
        return
    pending = decision.unit_of_work.pending if decision else []
    made = {
        "command_id": command_id,
        "events": [row.position for row in pending],
        "recorded_before": outcome.before,
        "dry_run": dry_run,
        **(data or {}),
    }
    answer.result(made, lambda: _outcome_text(outcome, len(pending), dry_run=dry_run))


def _refuse(answer: Answer, _workspace: Any, problems: Any) -> None:
    for one in problems.violations:
        answer.problem(one.why)
    answer.fail(4)


def _outcome_text(outcome: Any, events: int, *, dry_run: bool) -> str:
    if outcome.before:
        return _("Nothing new: command {id} was recorded before.").format(id=outcome.command_id)
    if dry_run:
        return _("Would record {count} events. Nothing was recorded.").format(count=events)
    text = _("Recorded: {count} events (position {first}–{last}). To undo: jejak void {id} --reason TEXT")
    return text.format(
        count=count(events), first=count(outcome.first), last=count(outcome.last), id=outcome.command_id
    )
