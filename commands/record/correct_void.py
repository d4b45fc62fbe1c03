"""correct and void."""

from __future__ import annotations

import json

import click

from commands.common.output import Answer, verb
from commands.common.recording import recording_options, require_reason, valid_command_id
from commands.common.run_command import run_command
from commands.common.written_value import read_field
from commands.record.refusals import print_refusal
from domain.base import Body, reason
from jejak_i18n import gettext as _

CorrectedValue = str | list[str] | None


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
    from domain.kinds import TYPES
    from ledger.workspace.workspace import find
    from ledger.write.decision import Decision

    require_reason(why, "--reason")
    workspace = find(home=home)

    def decide(decision: Decision) -> None:
        row = decision.unit_of_work.store.at(position)
        if row is None:
            raise Refused((None, reason("There is no event {position}.", position=position)))
        body = TYPES.get(row.topic.partition("/")[0], Body)
        decision.correct(row.stream, row.version, field, _value(body, field, value), why)
        corrected_level.require(decision, workspace, row.stream, row.version)

    run_command(
        answer,
        workspace,
        decide,
        command_id=valid_command_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        refuse=print_refusal,
    )


def _value(body: type[Body], field: str, text: str) -> CorrectedValue:
    """JSON where the text is a list, else the text itself; empty means: not recorded."""
    if text == "":
        return None
    if text.startswith("["):
        try:
            found: list[str] = json.loads(text)
        except json.JSONDecodeError:
            return text
        return found
    return read_field(body, field, text)


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

    require_reason(why, "--reason")
    run_command(
        answer,
        find(home=home),
        lambda decision: decision.void(id_, why),
        command_id=valid_command_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        refuse=print_refusal,
    )
