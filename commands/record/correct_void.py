"""correct and void, and what all recording verbs share."""

from __future__ import annotations

import json
from typing import Any

import click

from commands.common.output import Answer, verb
from commands.common.run_command import run_command
from commands.record.refusals import print_refusal
from domain.base import reason
from jejak_i18n import gettext as _
from ledger import clock


def recording_options(function: Any) -> Any:
    """The options of every verb that records."""
    for option in (
        click.option(
            "--head-time",
            is_flag=True,
            help=_("Record with the last record's time when the clock is behind."),
        ),
        click.option(
            "--command-id", metavar="ID", help=_("An id of your own for this call, without a slash.")
        ),
        click.option("--dry-run", is_flag=True, help=_("Show what would be recorded; record nothing.")),
    ):
        function = option(function)
    return function


def checked_reason(text: str | None, option: str) -> str | None:
    """The reason given. Raises click.UsageError for an empty one: nothing is undone without a reason."""
    if text is not None and not text.strip():
        raise click.UsageError(_("{option} is missing.").format(option=option))
    return text


def checked_id(command_id: str | None) -> str:
    """The command id given, or a fresh one. Raises click.UsageError for one with a slash."""
    if command_id is None:
        return clock.new_command_id()
    if not command_id.strip() or "/" in command_id:
        raise click.UsageError(_("A command id is a text without a slash."))
    return command_id


@click.command("correct", help=_("Correct one field of one event that was never true as recorded."))
@click.argument("position", type=int)
@click.argument("field")
@click.argument("value")
@click.option("--reason", "why", required=True, help=_("Why the recorded value was wrong."))
@recording_options
@verb("correct")
def correct(
    answer: Answer,
    home: str | None,
    *,
    position: int,
    field: str,
    value: str,
    why: str,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from commands.record import corrected_level
    from domain.base import Refused
    from ledger.workspace.workspace import find
    from ledger.write.decision import Decision

    checked_reason(why, "--reason")
    workspace = find(home=home)

    def decide(decision: Decision) -> None:
        row = decision.unit_of_work.store.at(position)
        if row is None:
            raise Refused((None, reason("There is no event {position}.", position=position)))
        decision.correct(row.stream, row.version, field, _value(value), why)
        corrected_level.require(decision, workspace, row.stream, row.version)

    run_command(
        answer,
        workspace,
        decide,
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        refuse=print_refusal,
    )


def _value(text: str) -> Any:
    """JSON where the text is a list, else the text itself; empty means: not recorded."""
    if text == "":
        return None
    if text.startswith("["):
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return text
    return text


@click.command("void", help=_("Void an action, or a whole command such as an import."))
@click.argument("id_", metavar="ID")
@click.option("--reason", "why", required=True, help=_("Why it is voided."))
@recording_options
@verb("void")
def void(
    answer: Answer,
    home: str | None,
    *,
    id_: str,
    why: str,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from ledger.workspace.workspace import find

    checked_reason(why, "--reason")
    run_command(
        answer,
        find(home=home),
        lambda decision: decision.void(id_, why),
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        refuse=print_refusal,
    )
