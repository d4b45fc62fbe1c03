"""What verbs that record share: run the command, say what was recorded, or why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

import msgspec
from msgspec import Struct

from commands.common.output import Answer, Data, count
from commands.common.unfinished_forgetting import settle, unfinished
from jejak_i18n import gettext as _
from ledger.workspace.workspace import Workspace
from ledger.write.command_handler import IntegrityViolations, Outcome

if TYPE_CHECKING:
    from ledger.write.decision import Decision

Refuse = Callable[[Answer, Workspace, IntegrityViolations], NoReturn]
"""Says what a change would break, and ends with status 4."""


class Recorded(Struct, frozen=True):
    """What every verb that records answers; more fields of its own may follow."""

    command_id: str
    events: list[int]
    """Positions of the events; empty where nothing was recorded."""
    recorded_before: bool
    dry_run: bool


def print_violations(answer: Answer, _workspace: Workspace, found: IntegrityViolations) -> NoReturn:
    """What a change would break, one problem each."""
    for one in found.violations:
        answer.problem(one.why)
    answer.fail(4)


def run_command(
    answer: Answer,
    workspace: Workspace,
    decide: Callable[[Decision], object],
    *,
    command_id: str,
    dry_run: bool,
    head_time: bool,
    data: Data | None = None,
    prepare: Callable[[], None] = lambda: None,
    refuse: Refuse = print_violations,
) -> None:
    """Records a command and ends with its result; a refusal ends with status 4.

    `data` follows the fields of `Recorded` in the answer; `prepare` makes durable what must be before
    the append; `refuse` says in another way what would break.
    """

    def record(decision: Decision) -> None:
        decide(decision)

    handler = workspace.command_handler()
    if left := unfinished(handler.store):
        settle(answer, workspace, left)
    try:
        outcome, decision = handler.run(
            command_id, record, dry_run=dry_run, head_time=head_time, prepare=prepare
        )
    except IntegrityViolations as found:
        refuse(answer, workspace, found)
    pending = decision.unit_of_work.pending if decision else []
    made = Recorded(command_id, [row.position for row in pending], outcome.before, dry_run)
    whole = {**msgspec.to_builtins(made), **msgspec.to_builtins(data or {})}
    answer.result(whole, lambda: _outcome_text(outcome, len(pending), dry_run=dry_run))


def _outcome_text(outcome: Outcome, events: int, *, dry_run: bool) -> str:
    if outcome.before:
        return _("Nothing new: command {id} was recorded before.").format(id=outcome.command_id)
    if dry_run:
        return _("Would record {count} events. Nothing was recorded.").format(count=events)
    text = _("Recorded: {count} events (position {first}–{last}). To undo: jejak void {id} --reason TEXT")
    return text.format(
        count=count(events), first=count(outcome.first), last=count(outcome.last), id=outcome.command_id
    )
