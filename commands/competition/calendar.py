"""calendar and calendar set: opening, closing and extended dates of competitions, with the days left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, screen_text, sheet
from commands.common.output import (
    Answer,
    count,
    list_notes,
    reading_session,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.recording import allow_text_option, recording_options, require_reason, valid_command_id
from commands.common.run_command import run_command
from commands.common.written_value import DAY, TEXT, Term
from commands.competition import choices
from domain.region import DateEdition
from domain.streams import prefix
from importers.recording.action_texts import ActionTexts
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from ledger.workspace.workspace import find
from projections.eligibility.known_rulebooks import known
from projections.queries.calendar import EditionDate, dates_of


class CalendarAnswer(Struct, frozen=True):
    """The answer of `calendar list`: the day that days are counted from, and the dates."""

    today: str
    items: list[EditionDate]


class DateRecorded(Struct, frozen=True):
    """What `calendar set` answers beside what was recorded."""

    day: str


def _days_left_text(row: EditionDate) -> str:
    if row.days_left < 0:
        return _("past")
    return _("today") if row.days_left == 0 else count(row.days_left)


DATES = ListSpec(
    row=EditionDate,
    name=n_("Calendar"),
    title=n_("Dates of competitions"),
    columns=(
        Column("edition", n_("Edition")),
        Column("milestone", n_("What"), "term", codes="edition_date"),
        Column("day", n_("Day"), "day"),
        Column("days_left", n_("Days left"), value=_days_left_text, right=True),
        Column("position", n_("Event"), value=lambda row: count(row.position), right=True),
    ),
    empty=n_("No date is recorded yet. Record one on sheet Jadwal, or: jejak calendar set."),
)


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
    with reading_session(answer, home, as_of, known_at) as session:
        today = date.fromisoformat(as_of) if as_of else session.workspace.today()
        items = dates_of(session, prefix(session.workspace.region), today)
    if xlsx is not None:
        write_list(answer, xlsx, [sheet(DATES, items, list_notes(answer))])
    answer.result(CalendarAnswer(today.isoformat(), items), lambda: screen_text(DATES, items))


@calendar.command("set", help=_("Record a date of a competition, as it was announced."))
@click.option("--award", required=True, metavar="AWARD", help=_("iga, kipp, pp38 or inagara."))
@click.option("--year", type=int, required=True, help=_("Year of the competition."))
@click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
@click.option("--milestone", type=Term("edition_date"), required=True, help=_("What happens then."))
@click.option(
    "--day", "when", type=DAY, required=True, metavar="DAY", help=_("The day (2026-08-31); it may lie ahead.")
)
@click.option("--announced", type=DAY, metavar="DAY", help=_("When it was announced."))
@click.option("--note", type=TEXT, help=_("Where it was announced."))
@allow_text_option
@recording_options
@verb("calendar set")
def set_(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    year: int,
    group: str | None,
    milestone: str,
    when: str,
    announced: str | None,
    note: str | None,
    allow_text: str | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    require_reason(allow_text, "--allow-text")
    workspace = find(home=home)
    books = known(workspace.store(), workspace.evidence, prefix(workspace.region))
    texts = ActionTexts(workspace, allow_text)
    texts.refuse(allow_text)
    action = DateEdition.of(
        region=prefix(workspace.region),
        occurred=announced,
        award=choices.award(books, award),
        year=year,
        group=choices.group(books, group),
        milestone=milestone,
        day=when,
        note=note,
    )
    run_command(
        answer,
        workspace,
        lambda decision: texts.act(decision, action),
        command_id=valid_command_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        data=DateRecorded(when),
    )
