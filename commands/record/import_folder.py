"""import of a folder or of several files: every file a command of its own, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from msgspec import Struct
from msgspec.structs import replace

from commands.common.output import Answer, count
from commands.common.signed_after import sign_after
from commands.record.grouped_problems import tell_grouped
from commands.record.import_mark import require_markable, write_marked
from commands.record.import_sources import PassedOver, is_folder, passed_over_text, sources
from commands.record.import_text import correction_text, tell_hints, update_text
from domain.base import reason
from domain.names import fold
from importers.marking.marks import marks_of_differences, marks_of_problems
from importers.recording.report_text import difference_text, summary
from jejak_i18n import gettext as _
from jejak_i18n import sentence

if TYPE_CHECKING:
    from commands.record.import_ import Wanted
    from importers.marking.marked_copy import Mark
    from importers.problems import Problem
    from importers.reading.book import Book
    from importers.recording.report import Report
    from ledger.errors import ConflictError
    from ledger.workspace.workspace import Workspace
    from ledger.write.command_handler import CommandHandler
    from projections.queries.unit_work import UnitWork

Ending = Literal["recorded", "nothing_new", "errors", "differences"]
STATUS: dict[Ending, int] = {"recorded": 0, "nothing_new": 0, "errors": 3, "differences": 4}


class FileProblem(Struct, frozen=True):
    """What is wrong with a cell of a file, and how to mend it."""

    cell: str
    what: str
    remedy: str | None


class FileImported(Struct, frozen=True):
    """How one file ended; `unit` is who it was written for, `unchanged` says that it came back as it was."""

    file: str
    ending: Ending
    unit: str | None
    unchanged: bool
    command_id: str | None
    new: int
    same: int
    completed: int
    corrected: int
    problems: list[FileProblem]
    may_update: bool = False
    """Whether some of what differs may be a profile's new state."""


class Unanswered(Struct, frozen=True):
    """A unit with innovations of which nothing came: no file, or the file as it was written."""

    unit: str
    innovations: int
    file: str | None


class FolderImported(Struct, frozen=True):
    """The answer of `import` for a folder, or for several files, where `folder` is none.

    `unanswered` is empty where no file was written for a unit.
    """

    folder: str | None
    dry_run: bool
    files: list[FileImported]
    passed_over: list[PassedOver]
    unanswered: list[Unanswered]


def import_folder(
    answer: Answer, workspace: Workspace, named: Sequence[Path], wanted: Wanted, mark: Path | None
) -> None:
    """Imports the files of a folder by name, or those named in their order; ends with the worst status."""
    folder = named[0] if is_folder(named[0]) else None
    found, passed_over = sources(named, wanted.map_)
    if folder and not found:
        raise _nothing_in(folder, lists=wanted.map_ is not None)
    if mark is not None and mark.is_file():
        raise click.UsageError(_("For several files --mark names a folder."))
    if mark is not None and len({one.name for one in found}) < len(found):
        raise click.UsageError(_("Two files have one name: their marked copies cannot lie in one folder."))
    for file in found:
        if file.suffix.casefold() == ".xlsx":
            require_markable(file, _mark_of(mark, file))
    _tell_passed_over(answer, [one for one in passed_over if one.why == "lock"], wanted)
    files, books = [], []
    command_handler = workspace.command_handler()
    for file in found:
        name = file.name if folder else str(file)
        done, book = _FileImport(answer, workspace, command_handler, file, name, wanted, mark).run()
        files.append(done)
        if book is not None:
            books.append((done, book))
    passed_over = _unnamed(folder, passed_over, [book for _done, book in books])
    _tell_passed_over(answer, [one for one in passed_over if one.why != "lock"], wanted)
    written = [(done, book) for done, book in books if book.content_out and book.filler]
    unanswered = _unanswered(workspace, written)
    data = FolderImported(str(folder) if folder else None, wanted.dry_run, files, passed_over, unanswered)
    if not wanted.dry_run and any(one.new for one in files):
        sign_after(answer, workspace)
    answer.result(
        data,
        lambda: _text(answer, data, wanted, asked=bool(written)),
        status=max(STATUS[one.ending] for one in files),
    )


def _tell_passed_over(answer: Answer, found: list[PassedOver], wanted: Wanted) -> None:
    for one in found:
        answer.message(passed_over_text(one, lists=wanted.map_ is not None), level="warning")


def _unnamed(folder: Path | None, passed_over: list[PassedOver], books: list[Book]) -> list[PassedOver]:
    """What was passed over, without the files that a workbook names, and their folders: those are read."""
    if folder is None:
        return passed_over
    read = {one for book in books for path in book.files_named for one in (path, *path.parents)}
    return [one for one in passed_over if one.why == "lock" or (folder / one.name).resolve() not in read]


def _nothing_in(folder: Path, *, lists: bool) -> ConflictError:
    from ledger.errors import ConflictError

    remedy = reason("Put the workbooks (.xlsx) into the folder itself, not into a folder below it.")
    if lists:
        remedy = reason(
            "Put the lists (.xlsx, .ods, .csv) into the folder itself, not into a folder below it."
        )
    return ConflictError(reason("There is no file to import in {path}.", path=str(folder)), remedy)


def _mark_of(mark: Path | None, file: Path) -> Path | None:
    """Where the marked copy of a file of the folder goes."""
    return mark / file.name if mark else None


class _FileImport:
    """One file of a folder: read, recorded, told."""

    def __init__(
        self,
        answer: Answer,
        workspace: Workspace,
        command_handler: CommandHandler,
        file: Path,
        name: str,
        wanted: Wanted,
        mark: Path | None,
    ) -> None:
        self.answer, self.workspace, self.command_handler = answer, workspace, command_handler
        self.file, self.name, self.wanted = file, name, wanted
        self.mark = _mark_of(mark, file) if file.suffix.casefold() == ".xlsx" else None

    def run(self) -> tuple[FileImported, Book | None]:
        """Imports the file; what is wrong with it does not keep the next from being imported."""
        from importers.problems import Cell, ImportProblems, Problem
        from importers.recording import import_file
        from importers.recording.report import ImportDifferences
        from ledger import clock

        book = None
        command_id = clock.new_command_id()
        try:
            book = import_file.read(self.file, self.workspace, self.wanted.reader, self.wanted.files)
            report = import_file.record(
                book,
                self.workspace,
                self.command_handler,
                command_id=command_id,
                dry_run=self.wanted.dry_run,
                correction=self.wanted.correction,
                update=self.wanted.update,
                take_earlier=self.wanted.take_earlier,
                head_time=self.wanted.head_time,
                allow_text=self.wanted.allow_text,
                second=self.wanted.yes,
            )
        except ImportProblems as problems:
            return self._errors(book, problems.problems), book
        except ImportDifferences as differs:
            return self._differences(book, differs.report), book
        except PermissionError:
            what = reason("the file cannot be opened: another program holds it.")
            remedy = reason("Close it in Excel, then import again.")
            return self._errors(book, [Problem(Cell(self.file.name, ""), what, remedy)]), book
        tell_hints(self.answer, report)
        return self._recorded(book, report), book

    def _errors(self, book: Book | None, problems: list[Problem]) -> FileImported:
        head = _("{file} was not recorded: {count} errors, nothing has changed.")
        self.answer.message(head.format(file=self.name, count=len(problems)), level="error")
        tell_grouped(self.answer, problems)
        self._write_marked(marks_of_problems(problems), book)
        told = [FileProblem(str(one.cell), sentence(one.what), sentence(one.remedy)) for one in problems]
        return self._file("errors", book, told)

    def _differences(self, book: Book | None, report: Report) -> FileImported:
        text = _("{file} was not recorded: {count} cells differ from what is recorded, nothing has changed.")
        head = text.format(file=self.name, count=len(report.differences))
        self.answer.message(head, level="error")
        for one in report.differences:
            self.answer.problem(difference_text(one), where=str(one.cell))
        self._write_marked(marks_of_differences(report), book)
        told = [
            FileProblem(str(one.cell), sentence(difference_text(one)), None) for one in report.differences
        ]
        ended = self._file("differences", book, told, report)
        return replace(ended, may_update=any(one.may_update for one in report.differences))

    def _recorded(self, book: Book, report: Report) -> FileImported:
        some = sum(report.new.values()) + report.completed + report.corrected > 0
        said = f"{self.name}: {summary(report)}"
        if some and not self.wanted.dry_run:
            undo = _("To undo: jejak void {id} --reason TEXT").format(id=report.outcome.command_id)
            said = f"{said} {undo}"
        self.answer.message(said)
        return self._file("recorded" if some else "nothing_new", book, [], report)

    def _write_marked(self, marks: list[Mark], book: Book | None) -> None:
        if self.mark is not None:
            self.mark.parent.mkdir(parents=True, exist_ok=True)
            write_marked(self.answer, self.file, self.mark, marks, book)

    def _file(
        self, ending: Ending, book: Book | None, told: list[FileProblem], report: Report | None = None
    ) -> FileImported:
        good = report is not None and ending in ("recorded", "nothing_new")
        return FileImported(
            self.name,
            ending,
            (book.filler or None) if book else None,
            bool(book and book.unchanged),
            report.outcome.command_id if report and ending == "recorded" else None,
            new=sum(report.new.values()) if report and good else 0,
            same=report.same if report else 0,
            completed=report.completed if report and good else 0,
            corrected=report.corrected if report and good else 0,
            problems=told,
        )


def _unanswered(workspace: Workspace, written: list[tuple[FileImported, Book]]) -> list[Unanswered]:
    """The units of whose innovations nothing came; `written` are the files that were written for units."""
    from domain import streams
    from projections.queries.unit_work import unit_work
    from projections.read_session import open_session

    if not written:
        return []
    wanted = {(streams.prefix(book.region), book.lab) for _done, book in written}
    answered = {_office(book) for _done, book in written if not book.unchanged}
    silent = {_office(book): done.file for done, book in written if book.unchanged}
    with closing(open_session(workspace)) as session:
        work = [
            one
            for region in sorted({region for region, _ in wanted})
            for one in unit_work(session, region=region)
        ]
    found = []
    for one in work:
        names = {(one.region, fold(name)) for name in (one.short, one.name, *one.former)}
        if _asked(one, wanted) and not answered & names:
            file = next((silent[name] for name in names if name in silent), None)
            found.append(Unanswered(one.short, len(one.innovations), file))
    return found


def _asked(one: UnitWork, wanted: set[tuple[str, str | None]]) -> bool:
    """True for a unit that the files speak of: by its region, or by a lab of its innovations."""
    labs: set[str | None] = {lab for region, lab in wanted if region == one.region}
    return None in labs or bool(labs & set(one.labs))


def _office(book: Book) -> tuple[str, str]:
    """The region and the name of who fills in."""
    from domain import streams

    return streams.prefix(book.region), fold(book.filler)


def _text(answer: Answer, data: FolderImported, wanted: Wanted, *, asked: bool) -> str:
    endings = [one.ending for one in data.files]
    head = (
        _("Of {files} files {recorded} would be recorded; nothing was.")
        if data.dry_run
        else _("Of {files} files {recorded} were recorded.")
    )
    lines = [head.format(files=count(len(data.files)), recorded=count(endings.count("recorded")))]
    for ending, text in (
        ("nothing_new", _("{count} hold nothing new.")),
        ("errors", _("{count} hold errors and were not recorded: {names}")),
        ("differences", _("{count} differ from what is recorded and were not recorded: {names}")),
    ):
        names = [one.file for one in data.files if one.ending == ending]
        if names:
            lines.append("  " + text.format(count=count(len(names)), names=", ".join(names)))
    if asked:
        lines += _unanswered_lines(data)

    def named(file: str) -> str:
        from commands.record.import_ import import_argument

        return import_argument(Path(data.folder or "") / file, wanted.map_, wanted.files)

    # What a file repeats from before is no new state, and was no mistake either.
    differing = [one for one in data.files if one.ending == "differences" and not one.unchanged]
    if updating := next((one.file for one in differing if one.may_update), None):
        lines.append(update_text(named(updating)))
    if differing:
        lines.append(correction_text(answer, named(differing[0].file)))
    return "\n".join(lines)


def _unanswered_lines(data: FolderImported) -> list[str]:
    if not data.unanswered:
        return [_("Of every unit with innovations an answer is here.")]
    lines = [_("{count} units without an answer in this folder:").format(count=count(len(data.unanswered)))]
    outdated = {one.file for one in data.files if one.unchanged and one.ending == "differences"}
    for one in data.unanswered:
        if one.file is None:
            why = _("no file of it is here")
        elif one.file in outdated:
            text = _(
                "{file} is as it was written, and the record has changed since. A new one: jejak template"
                ' FILE --unit "{unit}"'
            )
            why = text.format(file=one.file, unit=one.unit)
        else:
            why = _("{file} came back as it was").format(file=one.file)
        lines.append(f"  {one.unit}: {why}")
    return lines
