"""eligibility list: the verdicts of a region as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from commands.common.list_spec import Column, ListSpec, innovation_columns, screen_text, sheet
from commands.common.output import (
    Answer,
    count,
    list_notes,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.eligibility.options import RegionOptions, edition_options, region_edition, region_option
from commands.eligibility.text import outcome_text
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.eligibility.answers import VerdictList, VerdictRow
from projections.eligibility.verdicts import verdict_list
from projections.timeline.stream_names import StreamNames

VERDICTS = ListSpec(
    row=VerdictRow,
    name=n_("Verdicts"),
    title=n_("Eligibility"),
    columns=(
        *innovation_columns(),
        Column("outcome", n_("Verdict"), value=lambda row: outcome_text(row.outcome)),
        Column("not_met", n_("Not met"), "number"),
        Column("unknown", n_("Unknown"), "number"),
        Column("maturity", n_("Maturity"), "points"),
        Column("maturity_verified", n_("Verified"), "points"),
    ),
)


@click.command("list", help=_("The verdicts of all innovations of a region as a table."))
@edition_options
@region_option
@click.option(
    "--entered/--not-entered", default=None, help=_("Only innovations with an entry, or only those without.")
)
@xlsx_option
@time_options
@verb("eligibility list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    xlsx: Path | None,
    entered: bool | None,
    **options: Unpack[RegionOptions],
) -> None:
    with region_edition(answer, home, **options) as (session, edition):
        judged = edition.verdicts(entered=entered is True)
        chosen = [one for one in judged if entered is None or one.entered is entered]
        found = verdict_list(chosen, StreamNames(session))
    write_list(answer, xlsx, [sheet(VERDICTS, found.items, list_notes(answer))] if xlsx else [])
    answer.result(found, lambda: _text(found))


def _text(found: VerdictList) -> str:
    if not found.items:
        return _("No innovation is recorded. Record some with sheet Inovasi.")
    sums = _("{met} eligible, {not_met} not yet, {unknown} cannot be told.").format(
        met=count(found.counts.met),
        not_met=count(found.counts.not_met),
        unknown=count(found.counts.unknown),
    )
    return f"{screen_text(VERDICTS, found.items)}\n{sums}"
