"""import: a workbook into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, NoReturn, Protocol

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.common.recording import (
    agreed,
    allow_text_option,
    can_ask,
    recording_options,
    require_agreed,
    require_reason,
    valid_command_id,
)
from commands.common.signed_after import sign_after
from commands.common.written_value import FREE_TEXT, argument
from commands.record.import_mark import require_markable, write_marked
from commands.record.import_sources import one_file
from commands.record.import_text import (
    correction_text,
    list_problems,
    planned_text,
    tell_corrections,
    tell_hints,
    update_text,
)
from importers.marking.marks import marks_of_differences, marks_of_problems
from importers.recording.report_text import difference_text, recorded_what, summary
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from importers.problems import Problem
    from importers.reading.book import Book
    from importers.recording.import_file import BookReader
    from importers.recording.report import Report
    from ledger.workspace.workspace import Workspace


class PlannedEvent(Struct, frozen=True):
    """An event that would be recorded, and the row that it is read from."""

    cell: str
    event: str


class PlannedRow(Struct, frozen=True):
    """A row that would be recorded, with its values as they were understood, by the heading of the column.

    Of a row that is known, only the cells that would be recorded.
    """

    cell: str
    sheet: str
    key: str
    change: Literal["new", "completed", "corrected"]
    values: dict[str, str]


class TitleTwin(Struct, frozen=True):
    """A new innovation, and the code of one recorded before under the same title."""

    cell: str
    title: str
    code: str


class VanishedRow(Struct, frozen=True):
    """A row that an earlier state of the file had; it stays recorded, `action` is what `void` takes."""

    sheet: str
    key: str
    code: str
    action: str
    title: str


class Imported(Struct, frozen=True):
    """The answer of `import`; rows are counted, and `completed` and `corrected` by cells of known rows."""

    command_id: str
    recorded_before: bool
    dry_run: bool
    first: int | None
    last: int | None
    new: int
    same: int
    different: int
    completed: int
    corrected: int
    new_by_sheet: dict[str, int]
    twins: list[TitleTwin]
    vanished: list[VanishedRow]
    planned: list[PlannedEvent]
    rows: list[PlannedRow]
    """What a dry run would record; empty where something was recorded."""


class Wanted(NamedTuple):
    """How the files of a folder are recorded; `reader` is what reads them by the map."""

    correction: str | None
    update: bool
    take_earlier: bool
    dry_run: bool
    head_time: bool
    allow_text: str | None
    yes: bool
    map_: Path | None
    reader: BookReader | None
    files: Path | None


@click.command("import", help=_("Record the rows of a workbook, of several, or of all files of a folder."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--as-correction",
    metavar="REASON",
    type=FREE_TEXT,
    help=_("Record differing cells as corrections: the recorded values were never true."),
)
@click.option(
    "--as-update",
    is_flag=True,
    help=_("Record differing cells of a profile as its new state: the recorded values were true until now."),
)
@click.option(
    "--take-earlier",
    is_flag=True,
    help=_(
        "With --as-correction: correct also cells that repeat a value from before an earlier correction or"
        " update. Otherwise what is recorded stays there."
    ),
)
@click.option(
    "--mark",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_(
        "Where something is wrong, write a copy of the workbook with each wrong cell coloured and noted;"
        " for a folder or several files, a folder of such copies."
    ),
)
@click.option(
    "--map",
    "map_",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="MAP.toml",
    help=_("Read each file as a list, by the map that jejak map wrote."),
)
@click.option(
    "--files",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help=_("Where the files lie that the workbook names; otherwise in the folder of the workbook."),
)
@allow_text_option
@click.option(
    "--yes", is_flag=True, help=_("Record corrections, and second innovations of one title, without asking.")
)
@recording_options
@verb("import")
def import_(
    answer: Answer,
    home: str | None,
    *,
    files: tuple[Path, ...],
    as_correction: str | None,
    as_update: bool,
    take_earlier: bool,
    mark: Path | None,
    map_: Path | None,
    folder: Path | None,
    allow_text: str | None,
    yes: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from importers.problems import ImportProblems
    from importers.recording import import_file
    from importers.recording.action_texts import ActionTexts
    from importers.recording.report import ImportDifferences
    from ledger.workspace.workspace import find

    require_reason(as_correction, "--as-correction")
    require_reason(allow_text, "--allow-text")
    if take_earlier and not as_correction:
        raise click.UsageError(_("--take-earlier goes with --as-correction REASON."))
    file = one_file(files)
    if as_correction or allow_text:
        ActionTexts(find(home=home)).refuse(as_correction, allow_text)
    if file is None:
        from commands.record.import_folder import import_folder

        if command_id is not None:
            raise click.UsageError(
                _("--command-id names one file, not a folder or several: each file is a command.")
            )
        if as_correction and not (yes or dry_run):
            raise click.UsageError(
                _("For several files --as-correction needs --yes: nobody is asked file by file.")
            )
        workspace = find(home=home)
        try:
            reader = _reader(map_, workspace)
        except ImportProblems as problems:
            print_problems(answer, files[0], problems.problems)
        wanted = Wanted(
            as_correction, as_update, take_earlier, dry_run, head_time, allow_text, yes, map_, reader, folder
        )
        import_folder(answer, workspace, files, wanted, mark)
        return
    require_markable(file, mark)
    workspace = find(home=home)
    handler, given = workspace.command_handler(), valid_command_id(command_id)

    books: list[Book] = []

    def run(*, dry: bool, second: bool) -> Report:
        books[:] = [import_file.read(file, workspace, _reader(map_, workspace), folder)]
        return import_file.record(
            books[0],
            workspace,
            handler,
            command_id=given,
            dry_run=dry,
            correction=as_correction,
            update=as_update,
            take_earlier=take_earlier,
            allow_text=allow_text,
            head_time=head_time,
            second=second,
        )

    def recorded(*, second: bool) -> Report:
        # Corrections are shown one by one before any is recorded.
        seen = run(dry=True, second=second) if as_correction and not yes and not dry_run else None
        if seen and seen.differences:
            tell_corrections(answer, file, seen)
            require_agreed(answer, _("Record these corrections?"), dry_run=dry_run)
        return run(dry=dry_run, second=second)

    try:
        report = recorded(second=yes) if yes or dry_run else _asked(answer, recorded)
    except ImportProblems as problems:
        tell_problems(answer, file, problems.problems)
        write_marked(answer, file, mark, marks_of_problems(problems.problems), *books)
        answer.fail(3)
    except ImportDifferences as differs:
        tell_hints(answer, differs.report)
        tell_differences(answer, file, differs.report, map_, folder)
        write_marked(answer, file, mark, marks_of_differences(differs.report), *books)
        answer.fail(4)
    if mark is not None:
        answer.message(_("Nothing to mark: {file} was not written.").format(file=mark))
    tell_hints(answer, report)
    if not dry_run and report.outcome.events:
        sign_after(answer, workspace)
    answer.result(imported(report), lambda: _text(report, answer, dry_run=dry_run))


class Recorder(Protocol):
    """Records a file; `second` takes innovations that look like recorded ones."""

    def __call__(self, *, second: bool) -> Report: ...


def _asked(answer: Answer, recorded: Recorder) -> Report:
    """Records a file; asks on a terminal whether innovations that look like recorded ones are others."""
    from importers.problems import ImportProblems

    try:
        return recorded(second=False)
    except ImportProblems as found:
        if not found.all_asked or not can_ask(answer):
            raise
        for one in found.problems:
            answer.problem(one.what, where=str(one.cell), level="warning")
        if not agreed(answer, _("Record them as other innovations?")):
            raise
        return recorded(second=True)


def _reader(map_: Path | None, workspace: Workspace) -> BookReader | None:
    """What reads the list by a map; None for a workbook or lines. Raises ImportProblems for a wrong map."""
    if map_ is None:
        return None
    from importers.flat_list import mapping, rows

    return rows.reader(mapping.read(map_), workspace.today())


def print_problems(answer: Answer, file: Path, problems: list[Problem]) -> NoReturn:
    """All errors of a file, each with its cell and remedy; ends with status 3."""
    tell_problems(answer, file, problems)
    answer.fail(3)


def tell_problems(answer: Answer, file: Path, problems: list[Problem]) -> None:
    """All errors of a file that was not recorded, each with its cell and remedy."""
    text = _("{file} was not recorded: {count} errors, nothing has changed.")
    list_problems(answer, text.format(file=file.name, count=count(len(problems))), problems)
    answer.message(_("Mend them, then import the same file again."))


def tell_differences(
    answer: Answer, file: Path, report: Report, map_: Path | None = None, folder: Path | None = None
) -> None:
    """All cells of a file that differ from what is recorded, and how to correct them."""
    text = _("{file} was not recorded: {count} cells differ from what is recorded, nothing has changed.")
    answer.message(text.format(file=file.name, count=len(report.differences)), level="error")
    answer.message("")
    for one in report.differences:
        answer.problem(difference_text(one), where=str(one.cell))
    answer.message("")
    answer.message(summary(report))
    named = import_argument(file, map_, folder)
    if any(one.may_update for one in report.differences):
        answer.message(update_text(named))
    answer.message(correction_text(answer, named))


def import_argument(file: Path, map_: Path | None, folder: Path | None) -> str:
    """A file as it stands behind `jejak import`, with the map that reads it and the folder of its files."""
    options = (("--map", map_), ("--files", folder))
    return " ".join([argument(str(file)), *(f"{name} {argument(str(one))}" for name, one in options if one)])


def imported(report: Report) -> Imported:
    """The answer for one file."""
    outcome = report.outcome
    return Imported(
        command_id=outcome.command_id,
        recorded_before=outcome.before,
        dry_run=outcome.dry_run,
        first=outcome.first or None,
        last=outcome.last or None,
        new=sum(report.new.values()),
        same=report.same,
        different=len(report.different),
        completed=report.completed,
        corrected=report.corrected,
        new_by_sheet=dict(report.new),
        twins=[TitleTwin(str(one.cell), one.title, one.code) for one in report.twins],
        vanished=[VanishedRow(*one) for one in report.vanished],
        planned=[PlannedEvent(str(cell), topic) for cell, topic in report.planned],
        rows=[PlannedRow(str(one.cell), *one[1:]) for one in report.told],
    )


def _text(report: Report, answer: Answer, *, dry_run: bool) -> str:
    outcome = report.outcome
    if outcome.before:
        return _("Nothing new: command {id} was recorded before.").format(id=outcome.command_id)
    if dry_run:
        return planned_text(report)
    if not outcome.events:
        return _("Nothing new: {summary}").format(summary=summary(report))
    text = _("Recorded: {what} (position {first}–{last}) in {seconds} seconds. {summary}")
    done = text.format(
        what=recorded_what(report),
        first=count(outcome.first),
        last=count(outcome.last),
        seconds=answer.seconds(),
        summary=summary(report),
    )
    undo = _("To undo: jejak void {id} --reason TEXT").format(id=outcome.command_id)
    return f"{done}\n{undo}\n{_following(report)}"


def _following(report: Report) -> str:
    """The verb that shows what was recorded: a lab, entries, dates of competitions, else the catalogue."""
    if report.lab:
        return _("Next: jejak lab show {lab}").format(lab=argument(report.lab))
    topics = {topic.partition("/")[0] for _cell, topic in report.planned}
    if any(topic.startswith("lab.") for topic in topics):
        return _("Next: jejak lab list")
    if topics and all(topic.startswith("entry.") for topic in topics):
        return _("Next: jejak entry list")
    if topics == {"region.edition_dated"}:
        return _("Next: jejak calendar")
    return _("Next: jejak catalogue list")
