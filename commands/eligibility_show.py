"""eligibility show: the verdict about one innovation, and recording it."""

from __future__ import annotations

from typing import Any

import click

from commands import eligibility_text as words
from commands.editions import edition_options, opened
from commands.recording import checked_id, recording_options
from commands.shared import Answer, times, verb
from messages import gettext as _

Json = dict[str, Any]


@click.command("show", help=_("The verdict about one innovation, rule by rule."))
@click.argument("code", nargs=-1, required=True)
@edition_options
@click.option("--all", "everything", is_flag=True, help=_("Show the rules that are met too."))
@click.option("--aloud", is_flag=True, help=_("In sentences that can be read aloud."))
@click.option("--record", is_flag=True, help=_("Record the verdict, so that it can be computed again."))
@recording_options
@times
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
    from commands.eligibility_aloud import aloud as spoken
    from projections import verdicts
    from projections.names import Names

    with opened(answer, home, code=code, **options) as (views, edition, stream):
        verdict = edition.verdict(stream)
        data = verdicts.plain(verdict)
        unit = Names(views).of(verdict.unit)
        action = verdicts.action(verdict, views)
        held = (edition.book.sha256, views.workspace)
    told = spoken(data, unit) if aloud else words.text(data, everything=everything)
    if not record:
        answer.result(data, lambda: told)
        return
    if not answer.as_json:
        click.echo(told)
    _record(answer, held, action, data, checked_id(command_id), dry_run=dry_run, head_time=head_time)


def _record(
    answer: Answer, held: tuple[str, Any], action: Any, data: Json, command_id: str, **options: Any
) -> None:
    from commands.acting import act
    from schemas import loader

    sha256, workspace = held

    def keep() -> None:
        # A later release may bring other rulebooks: the bytes that spoke stay with the ledger.
        if not workspace.evidence.has(sha256) and action.rulebook in loader.rulebook_ids():
            workspace.evidence.keep_bytes(loader.rulebook_bytes(action.rulebook))

    act(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=command_id,
        prepare=keep,
        data=data,
        **options,
    )
