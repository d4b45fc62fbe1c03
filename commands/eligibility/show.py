"""eligibility show: the verdict about one innovation, and recording it."""

from __future__ import annotations

from typing import Any

import click

from commands.common.output import Answer, time_options, verb
from commands.common.recording import recording_options, valid_command_id
from commands.eligibility import text as words
from commands.eligibility.options import edition_options, opened
from jejak_i18n import gettext as _

Json = dict[str, Any]


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
    **options: Any,
) -> None:
    from commands.eligibility.read_aloud import read_aloud as spoken
    from projections.eligibility import verdicts
    from projections.timeline.stream_names import StreamNames

    with opened(answer, home, code=code, **options) as (session, edition, stream):
        verdict = edition.verdict(stream)
        data = verdicts.plain(verdict)
        unit = StreamNames(session).of(verdict.unit)
        action = verdicts.action(verdict, session)
        held = (edition.book.sha256, session.workspace)
    told = spoken(data, unit) if aloud else words.text(data, everything=everything)
    if not record:
        answer.result(data, lambda: told)
        return
    if not answer.as_json:
        click.echo(told)
    _record(answer, held, action, data, valid_command_id(command_id), dry_run=dry_run, head_time=head_time)


def _record(
    answer: Answer, held: tuple[str, Any], action: Any, data: Json, command_id: str, **options: Any
) -> None:
    from commands.common.run_command import run_command
    from schemas import loader

    sha256, workspace = held

    def keep() -> None:
        # A later release may bring other rulebooks: the bytes that spoke stay with the ledger.
        if not workspace.evidence.has(sha256) and action.rulebook in loader.rulebook_ids():
            workspace.evidence.keep_bytes(loader.rulebook_bytes(action.rulebook))

    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=command_id,
        prepare=keep,
        data=data,
        **options,
    )
