"""dossier portal: the fields of the official application, to be copied one by one."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, reading_session, time_options, verb
from commands.common.read_trail import note_read
from commands.competition.dossier_options import FORCE, dossier_options, out_workbook
from exporters.dossier.assemble import build_dossier
from exporters.dossier.portal_rows import PortalRow, PortalState, portal_rows
from exporters.package.evidence import packed_names
from exporters.package.sources import unread_files
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from projections.eligibility.other_sheets import way_to_sheets
from projections.queries.person_names import named_persons, person_names

SUFFIX = ".xlsx"


class PortalWorkbook(Struct, frozen=True, kw_only=True):
    """The answer of `dossier portal`: the workbook and the rows in it."""

    file: str
    code: str
    rows: list[PortalRow]


@click.command("portal", help=_("Write the fields of the official application in its order, to copy from."))
@dossier_options(out_workbook(SUFFIX))
@FORCE
@time_options
@verb("dossier portal")
def portal(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    out: Path,
    force: bool,
    as_of: str | None,
    known_at: str | None,
) -> None:
    if out.suffix.casefold() != SUFFIX:
        raise click.UsageError(_("The file's name must end in .xlsx."))
    require_new(out, force=force)
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        built = build_dossier(session, " ".join(code), award, year, group)
        persons = [one for named in built.detail.persons.values() for one in named]
        names = person_names(session, persons)
        note_read(answer, session.workspace, named_persons(session, persons))
        packed = packed_names(built.dossier, unread_files(session.workspace.evidence.path))
    rows = portal_rows(built.dossier, built.detail, lambda person: names.get(person, person), packed)
    from exporters.excel import portal_workbook

    out.parent.mkdir(parents=True, exist_ok=True)
    portal_workbook.write(out, built.dossier, rows)
    data = PortalWorkbook(file=str(out), code=built.dossier.code, rows=rows)
    answer.result(data, lambda: _text(data, answer))


def _text(data: PortalWorkbook, answer: Answer) -> str:
    states: list[PortalState] = [one.state for one in data.rows]
    text = _(
        "Written in {seconds} seconds: {file}, {rows} fields: {recorded} recorded, {lacking} still lacking,"
        " {empty} not recorded, {outside} to fill in the application."
    )
    done = text.format(
        seconds=answer.seconds(),
        file=data.file,
        rows=count(len(data.rows)),
        recorded=count(states.count("recorded")),
        lacking=count(states.count("lacking")),
        empty=count(states.count("not_recorded")),
        outside=count(states.count("outside")),
    )
    way = way_to_sheets((one.told for one in data.rows if one.state == "lacking"), [data.code])
    return f"{done}\n{sentence(way)}" if way else done
