"""dossier spd: the region's own rows, to be copied into the official application."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, time_options, verb
from commands.competition.dossier_options import out_workbook, region_dossier_options
from commands.eligibility.options import RegionYearOptions, region_edition
from domain.streams import region_code
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from jejak_i18n.verdicts import edition_name
from ledger.workspace.workspace import PAPERS
from projections.eligibility.other_sheets import way_to_sheets
from projections.eligibility.region_rows import RegionRowAnswer, region_rows
from projections.views.regions import region_name

SUFFIX = ".xlsx"


class RegionWorkbook(Struct, frozen=True, kw_only=True):
    """The answer of `dossier spd`: the workbook and the rows in it."""

    file: str
    region: str
    rows: list[RegionRowAnswer]


@click.command("spd", help=_("Write the region's own rows (SPD) in the application's order, to copy from."))
@region_dossier_options(out_workbook(SUFFIX))
@time_options
@verb("dossier spd")
def spd(
    answer: Answer, home: str | None, *, out: Path, force: bool, **options: Unpack[RegionYearOptions]
) -> None:
    if out.suffix.casefold() != SUFFIX:
        raise click.UsageError(_("The file's name must end in .xlsx."))
    require_new(out, force=force)
    with region_edition(answer, home, group=None, **options) as (session, edition):
        paper = session.workspace.paper or PAPERS[0]
        rows, code = region_rows(edition), region_code(edition.region)
        name = region_name(session.connection, code) or code
    from exporters.excel import region_workbook

    out.parent.mkdir(parents=True, exist_ok=True)
    region_workbook.write(out, f"{edition_name(edition.book)} · {name}", session.position, rows, paper)
    data = RegionWorkbook(file=str(out), region=code, rows=rows)
    answer.result(data, lambda: _text(data, answer))


def _text(data: RegionWorkbook, answer: Answer) -> str:
    text = _(
        "Written in {seconds} seconds: {file}, {rows} rows: {recorded} recorded, {lacking} still lacking."
    )
    states = [one.state for one in data.rows]
    done = text.format(
        seconds=answer.seconds(),
        file=data.file,
        rows=count(len(states)),
        recorded=count(states.count("recorded")),
        lacking=count(states.count("lacking")),
    )
    way = way_to_sheets(one.remedy.id for one in data.rows if one.remedy)
    return f"{done}\n{sentence(way)}" if way else done
