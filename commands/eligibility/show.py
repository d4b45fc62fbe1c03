"""eligibility show: the verdict about one innovation, and recording it."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from commands.common.output import Answer, time_options, verb
from commands.common.recording import recording_options, valid_command_id
from commands.common.run_command import run_command
from commands.eligibility.options import EditionOptions, edition_options, innovation_edition
from commands.eligibility.read_aloud import read_aloud
from commands.eligibility.text import text
from domain.innovation import RecordVerdict
from jejak_i18n import gettext as _
from ledger.workspace.workspace import Workspace
from projections.eligibility.answers import VerdictAnswer
from projections.eligibility.verdicts import record_action, verdict_answer
from projections.timeline.stream_names import StreamNames
from schemas import loader


class RecordingOptions(TypedDict):
    """How a command is recorded."""

    dry_run: bool
    command_id: str
    head_time: bool


@click.command("show", help=_("The verdict about one innovation, rule by rule."))
@click.argument("code", nargs=-1, required=True)
@edition_options
@click.option("--all", "everything", is_flag=True, help=_("Show the rules that are met too."))
@click.option("--aloud", is_flag=True, help=_("In sentences that can be read aloud."))
@click.option("--record", is_flag=True, help=_("Record the verdict, so that it can be computed again."))
@recording_options
@time_options
@verb("eligibility show")
def show(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    everything: bool,
    aloud: bool,
    record: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    **options: Unpack[EditionOptions],
) -> None:
    with innovation_edition(answer, home, code=code, **options) as (session, edition, stream):
        verdict = edition.verdict(stream)
        found, action = verdict_answer(verdict), record_action(verdict, session)
        unit, workspace = StreamNames(session).of(verdict.unit), session.workspace
    shown = read_aloud(found, unit) if aloud else text(found, everything=everything)
    if not record:
        answer.result(found, lambda: shown)
        return
    if not answer.as_json:
        click.echo(shown)
    recording = RecordingOptions(
        dry_run=dry_run, command_id=valid_command_id(command_id), head_time=head_time
    )
    _record(answer, workspace, action, found, **recording)


def _record(
    answer: Answer,
    workspace: Workspace,
    action: RecordVerdict,
    found: VerdictAnswer,
    **recording: Unpack[RecordingOptions],
) -> None:
    def keep_rulebook() -> None:
        # A later release may bring other rulebooks: the bytes that spoke stay with the ledger.
        if not workspace.evidence.has(action.fact.sha256) and action.fact.rulebook in loader.rulebook_ids():
            workspace.evidence.keep_bytes(loader.rulebook_bytes(action.fact.rulebook))

    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        prepare=keep_rulebook,
        data=found,
        **recording,
    )
