"""correct and void."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from commands.common.field_names import field_named
from commands.common.output import Answer, verb
from commands.common.recording import (
    allow_text_option,
    recording_options,
    require_agreed,
    require_reason,
    valid_command_id,
)
from commands.common.run_command import run_command
from commands.common.written_value import FREE_TEXT, date_words, read_field
from commands.record.refusals import print_refusal
from domain.base import WRITTEN, Body, Refused, Source, reason
from domain.fields import described
from jejak_i18n import gettext as _
from ledger.write.command_handler import IntegrityViolations

if TYPE_CHECKING:
    from importers.recording.action_texts import ActionTexts
    from ledger.workspace.workspace import Workspace
    from ledger.write.decision import Decision

CorrectedValue = str | list[str] | None


@click.command("correct", help=_("Correct one field of one event that was never true as recorded."))
@click.argument("position", type=int)
@click.argument("field")
@click.argument("value")
@click.option(
    "--reason",
    "why",
    metavar="REASON",
    type=FREE_TEXT,
    required=True,
    help=_("Why the recorded value was wrong."),
)
@click.option("--yes", is_flag=True, help=_("Record the correction without asking."))
@allow_text_option
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
    yes: bool,
    allow_text: str | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from commands.record import corrected_level
    from commands.record.correcting import tell_corrected
    from domain.kinds import TYPES
    from importers.recording.action_texts import ActionTexts
    from ledger.workspace.workspace import find

    require_reason(why, "--reason")
    require_reason(allow_text, "--allow-text")
    workspace = find(home=home)
    texts = ActionTexts(workspace, allow_text)
    texts.refuse(why, allow_text)

    def decide(decision: Decision) -> None:
        row = decision.unit_of_work.store.at(position)
        if row is None:
            raise Refused((None, reason("There is no event {position}.", position=position)))
        body = TYPES.get(row.topic.partition("/")[0], Body)
        name = field_named(body, field)
        new = _value(body, name, value)
        source = _source(texts, body, name, value, new)
        decision.correct(row.stream, row.version, name, new, why, source=source)
        corrected_level.require(decision, workspace, row.stream, row.version)

    given = valid_command_id(command_id)
    if dry_run or not yes:
        decision = _seen(answer, workspace, given, decide)
        if decision:
            tell_corrected(answer, workspace, decision)
            require_agreed(answer, _("Record this correction?"), dry_run=dry_run)
    run_command(
        answer,
        workspace,
        decide,
        command_id=given,
        dry_run=dry_run,
        head_time=head_time,
        refuse=print_refusal,
    )


def _seen(
    answer: Answer, workspace: Workspace, command_id: str, decide: Callable[[Decision], None]
) -> Decision | None:
    """What would be recorded; None where the command was recorded before. A refusal ends with status 4."""
    try:
        _outcome, decision = workspace.command_handler().run(command_id, decide, dry_run=True)
    except IntegrityViolations as found:
        print_refusal(answer, workspace, found)
    return decision


def _source(
    texts: ActionTexts, body: type[Body], field: str, typed: str, value: CorrectedValue
) -> Source | None:
    """The remark on a new value: how a date was typed, or why personal data may stand in a text.

    Raises Refused for personal data without a reason.
    """
    from importers.reading.personal_data import holds_text

    kind = described(body)[field].kind if field in described(body) else ""
    words = date_words(typed) if value and (kind == "date" or field == "occurred") else ""
    remarks = {f"{field}{WRITTEN}": words} if words else {}
    if not words and not holds_text(kind, field):
        return None
    value = words or value or ""
    if texts.is_marked(field, [str(one) for one in value] if isinstance(value, list) else [value]):
        remarks |= texts.remarks([field])
    return Source(cells=remarks) if remarks else None


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
@click.argument("id_", metavar="COMMAND-ID")
@click.option("--reason", "why", metavar="REASON", type=FREE_TEXT, required=True, help=_("Why it is voided."))
@click.option("--with-dependants", is_flag=True, help=_("Void what depends on it too, all in one append."))
@click.option("--yes", is_flag=True, help=_("Void without asking."))
@recording_options
@verb("void")
def void(
    answer: Answer,
    home: str | None,
    *,
    id_: str,
    why: str,
    with_dependants: bool,
    yes: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from commands.record.voiding import effect, tell_effect, void_with_dependants
    from importers.recording.action_texts import ActionTexts
    from ledger.workspace.workspace import find

    require_reason(why, "--reason")
    workspace, given = find(home=home), valid_command_id(command_id)
    ActionTexts(workspace).refuse(why)

    def decide(decision: Decision) -> None:
        if with_dependants:
            void_with_dependants(decision, id_, why)
        else:
            decision.void(id_, why)

    if dry_run or not yes:
        decision = _seen(answer, workspace, given, decide)
        if decision and (done := effect(decision)):
            tell_effect(answer, workspace, done)
            require_agreed(answer, _("Void this?"), dry_run=dry_run)
    run_command(
        answer,
        workspace,
        decide,
        command_id=given,
        dry_run=dry_run,
        head_time=head_time,
        refuse=print_refusal,
    )
