"""calendar and calendar set: opening, closing and extended dates of competitions, with the days left."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from commands.common.output import (
    Answer,
    count,
    day,
    list_notes,
    reading_session,
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.run_command import run_command
from commands.record.correct_void import checked_id, recording_options
from domain import terms
from jejak_i18n import gettext as _
from jejak_i18n import labels, language


@click.group("calendar", help=_("Dates of competitions, with the days left."), invoke_without_command=True)
@click.pass_context
def calendar(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        context.invoke(list_)


@calendar.command("list", help=_("List the dates that are recorded."))
@xlsx_option
@time_options
@verb("calendar list")
def list_(
    answer: Answer, home: str | None, *, as_of: str | None, known_at: str | None, xlsx: Path | None
) -> None:
    from domain.streams import prefix
    from projections.queries.calendar import dates_of

    with reading_session(answer, home, as_of, known_at) as session:
        found = dates_of(session, prefix(session.workspace.region))
        today = date.fromisoformat(as_of) if as_of else session.workspace.today()
    items = [{**one, "days_left": (date.fromisoformat(one["last"]) - today).days} for one in found]
    headings = [_("Edition"), _("What"), _("Day"), _("Days left"), _("Event")]
    rows = [
        [
            one["edition"],
            labels.label_in("edition_date", one["milestone"], language()),
            day(one["day"]),
            _left(one["days_left"]),
            count(one["position"]),
        ]
        for one in items
    ]
    if xlsx is not None:
        from exporters.excel.list_workbook import ListSheet

        title = _("Dates of competitions")
        write_list(answer, xlsx, [ListSheet(_("Calendar"), title, list_notes(answer), headings, rows)])
    data = {"today": today.isoformat(), "items": items}
    empty = _("No date is recorded yet. Record one on sheet Jadwal, or: jejak calendar set.")
    answer.result(data, lambda: table(headings, rows, right=(3, 4)) if rows else empty)


def _left(days: int) -> str:
    if days < 0:
        return _("past")
    return _("today") if days == 0 else count(days)


@calendar.command("set", help=_("Record a date of a competition, as it was announced."))
@click.option("--award", required=True, metavar="AWARD", help=_("iga, kipp, pp38 or inagara."))
@click.option("--year", type=int, required=True, help=_("Year of the competition."))
@click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
@click.option(
    "--milestone", type=click.Choice(terms.EDITION_DATES), required=True, help=_("What happens then.")
)
@click.option(
    "--day", "when", required=True, metavar="DAY", help=_("The day (2026-08-31); it may lie ahead.")
)
@click.option("--announced", metavar="DAY", help=_("When it was announced."))
@click.option("--note", help=_("Where it was announced."))
@recording_options
@verb("calendar set")
def set_(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    when: str,
    announced: str | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    **values: Any,
) -> None:
    from domain.region import DateEdition
    from domain.streams import prefix
    from ledger.workspace.workspace import find

    workspace = find(home=home)
    action = DateEdition.of(
        region=prefix(workspace.region), occurred=announced, award=award.casefold(), day=when, **values
    )
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        data={"day": when},
    )
