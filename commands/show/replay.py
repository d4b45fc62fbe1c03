"""replay: a life step by step in the order of recording, with what each step changed."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click
import msgspec
from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, sheet
from commands.common.new_file import require_new
from commands.common.output import (
    UNITS_OF,
    Answer,
    list_notes,
    reading_session,
    time_options,
    units_notes,
    units_option,
    verb,
    write_list,
    xlsx_option,
)
from commands.show import replay_comparison
from commands.show.history import (
    INDENT,
    TEXT,
    code_text,
    entry_lines,
    heading_of,
    sentence_text,
    short_day,
    source_cell,
)
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries import find
from projections.queries.unit_naming import UnitsOf
from projections.read_session import ReadSession
from projections.timeline import replay as replays
from projections.timeline.change_text import change_texts
from projections.timeline.history import Entry
from projections.timeline.history_answer import EventAnswer, event_answer
from projections.timeline.replay import ColumnValue, Step
from projections.timeline.stream_names import StreamNames


class Change(Struct, frozen=True):
    """One column of the row of an innovation or idea, before and after a step."""

    before: ColumnValue
    after: ColumnValue


class StepAnswer(EventAnswer, frozen=True):
    """One event with the columns that it changed."""

    changes: dict[str, Change]


class ReplayAnswer(Struct, frozen=True):
    """The answer of `replay`."""

    steps: list[StepAnswer]


class StepRow(Struct, frozen=True):
    """One event, and what it changed as people read it: label, before, after."""

    entry: Entry
    values: list[tuple[str, str, str]]

    @property
    def changes(self) -> list[str]:
        """The changes as lines."""
        return [f"{label}: {before} → {after}" for label, before, after in self.values]


def _occurred_text(row: StepRow) -> str:
    """The day of an event; marks have no day of their own."""
    return short_day(row.entry.occurred) if row.entry.mark is None else ""


STEPS = ListSpec(
    row=StepRow,
    name=n_("Step by step"),
    title="",
    columns=(
        Column("recorded_on", n_("Recorded on"), "day", lambda row: row.entry.recorded_on),
        Column("position", n_("Event"), "event", lambda row: row.entry.position),
        Column("occurred", n_("Date"), value=_occurred_text),
        Column("sentence", n_("What"), value=lambda row: sentence_text(row.entry)),
        Column("changes", n_("What changed"), value=lambda row: "\n".join(row.changes)),
        Column("code", n_("Of"), value=lambda row: code_text(row.entry)),
        Column("cell", n_("Source cell"), value=lambda row: source_cell(row.entry)),
        Column("actor", n_("Recorded by"), value=lambda row: row.entry.actor),
    ),
)


@click.command(
    "replay", help=_("Step through a life in the order of recording, with what each step changed.")
)
@click.argument("code", nargs=-1)
@click.option("--until", metavar="POSITION|DAY", help=_("Stop after an event, or a day of recording."))
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write it as a page for a browser, too: one file that fetches nothing."),
)
@click.option("--force", is_flag=True, help=_("Replace the page if it is there."))
@click.option(
    "--compare",
    is_flag=True,
    help=_("Without a code: fold every view and make every issued dossier again, and compare."),
)
@units_option
@xlsx_option
@time_options
@verb("replay")
def replay(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    until: str | None,
    html: Path | None,
    force: bool,
    compare: bool,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    if compare:
        if code or until or html or xlsx or as_of or known_at:
            raise click.UsageError(_("--compare goes through the whole record: leave out all else."))
        replay_comparison.compare(answer, home)
        return
    if not code:
        raise click.UsageError(_("Name a code, or --compare."))
    if html is not None:
        require_new(html, force=force)
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.recorded(session, " ".join(code))
        steps = replays.replay(session, stream, until=until, units_of=UNITS_OF[units_of])
        heading = heading_of(session, stream)
        rows = step_rows(session, steps, UNITS_OF[units_of])
    if xlsx is not None:
        notes = [*list_notes(answer), *units_notes(units_of)]
        write_list(answer, xlsx, [sheet(STEPS, rows, notes, title=heading)])
    if html is not None:
        from commands.show.replay_page import story_of
        from exporters.html.story import page
        from exporters.word.files import write_files

        notes = [*list_notes(answer), *units_notes(units_of)]
        write_files(html.parent, {html.name: page(story_of(heading, rows, notes))})
        answer.message(_("Page written: {file}").format(file=html))
    found = ReplayAnswer([_step_answer(one) for one in steps])
    answer.result(found, lambda: screen(heading, rows))


def step_rows(session: ReadSession, steps: list[Step], units_of: UnitsOf = "now") -> list[StepRow]:
    """The steps with their changes in words."""
    names = StreamNames(session, units_of)
    return [StepRow(one.entry, _changes(one, names.on(one.entry.occurred_now))) for one in steps]


def _changes(step: Step, names: StreamNames) -> list[tuple[str, str, str]]:
    return [(one.label, one.before, one.after) for one in change_texts(step, names)]


def screen(heading: str, rows: list[StepRow]) -> str:
    """The whole replay as the terminal shows it."""
    lines = [line for row in rows for line in _lines(row)]
    return "\n".join([heading, *(lines or ["  " + _("Nothing was recorded by then.")])])


def _step_answer(one: Step) -> StepAnswer:
    changes = {name: Change(before, after) for name, (before, after) in one.changes.items()}
    return StepAnswer(**msgspec.structs.asdict(event_answer(one.entry)), changes=changes)


def _lines(row: StepRow) -> list[str]:
    """As it was recorded then: a correction is a step of its own."""
    entry = row.entry
    recorded = _("recorded {day}").format(day=short_day(entry.recorded_on))
    lines = entry_lines(entry, entry.occurred, sentence_text(entry), recorded)
    for change in row.changes:
        first, *rest = textwrap.wrap(change, TEXT - 4)
        lines += [f"{INDENT}  {first}", *(f"{INDENT}    {line}" for line in rest)]
    return lines
