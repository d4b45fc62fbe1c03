"""import --mark: the copy of a failing workbook on which each wrong cell says what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.common.output import Answer, count
from commands.common.written_value import argument
from domain.base import reason
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from importers.marking.marked_copy import Mark
    from importers.reading.book import Book


def require_markable(file: Path, mark: Path | None) -> None:
    """Asks, before anything is recorded, whether a marked copy could be written.

    Raises click.UsageError for what is no workbook, and ConflictError for a file that is there, unless it is
    a marked copy as it was written: in any other somebody may have begun to mend cells.
    """
    from importers.marking.package import is_as_written
    from ledger.errors import ConflictError

    if mark is None:
        return
    if file.suffix.casefold() != ".xlsx":
        raise click.UsageError(_("--mark colours the cells of a workbook (.xlsx); this file has none."))
    if mark.suffix.casefold() != ".xlsx":
        raise click.UsageError(_("The file's name must end in .xlsx."))
    if mark.exists() and (mark.resolve() == file.resolve() or not is_as_written(mark)):
        raise ConflictError(
            reason("{path} is already there.", path=str(mark)),
            reason(
                "Take another name, or delete it: only a marked copy is replaced in which nothing was mended"
                " yet."
            ),
        )


def write_marked(
    answer: Answer, file: Path, mark: Path | None, marks: list[Mark], book: Book | None = None
) -> None:
    """Writes the marked copy where one was asked for, and says where it is, and how it is imported.

    `book` is what was read of the file: it may name files that do not lie beside the copy.
    """
    from importers.marking import marked_copy

    if mark is None:
        return
    try:
        marked = marked_copy.write(file, mark, marks)
    except marked_copy.NotMarkedError:
        answer.problem(
            reason("No marked copy was written: {file} is no workbook that can be copied.", file=file.name),
            remedy=reason("Open the file in Excel and save it as Excel Workbook (.xlsx)."),
        )
        return
    files = _apart(file, mark, book)
    text = (
        _("Marked copy written: {file} ({count} cells). Mend the cells there, then import it.")
        if files is None
        else _(
            "Marked copy written: {file} ({count} cells). Mend the cells there, then: jejak import {copy}"
            " --files {folder}"
        )
    )
    folder = "" if files is None else argument(str(files))
    answer.message(text.format(file=mark, count=count(marked), copy=argument(str(mark)), folder=folder))


def _apart(file: Path, mark: Path, book: Book | None) -> Path | None:
    """The folder of the files that a workbook names, where its marked copy lies in another."""
    if book is None or not book.files_named or mark.resolve().parent == book.folder:
        return None
    return book.files or file.parent
