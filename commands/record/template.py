"""template: the workbook to fill in: empty, or with what is recorded, to be completed by a unit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, verb
from commands.common.written_value import argument, usage
from domain.base import reason
from domain.names import fold
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from domain.sheets.sheet import Sheet
    from importers.completion import CompletionBook


SUFFIX = ".xlsx"
EXAMPLE = "isi.xlsx"
BACK = "kembali"
"""The folder of workbooks that came back, as the README calls it."""


class TemplateWritten(Struct, frozen=True):
    """The answer of `template`; `innovations` and `left_out` speak of a prefilled workbook.

    `left_out` counts recorded rows that no workbook could bring back unchanged.
    """

    file: str
    sheets: list[str]
    innovations: int = 0
    left_out: int = 0


class UnitTemplate(Struct, frozen=True):
    """The workbook of one unit; `written` is false where the file was there already."""

    unit: str
    file: str
    innovations: int
    left_out: int
    written: bool


class UnitTemplates(Struct, frozen=True):
    """The answer of `template --by-unit`; `without_innovations` names the units that got no workbook."""

    folder: str
    files: list[UnitTemplate]
    without_innovations: list[str]


@click.command(
    "template", help=_("Write a workbook to fill in: empty, or with what is recorded, to be completed.")
)
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option(
    "--start", is_flag=True, help=_("The six sheets with which a lab begins, as where nothing is chosen.")
)
@click.option("--all", "whole", is_flag=True, help=_("All sheets."))
@click.option(
    "--sheet",
    "sheet_names",
    multiple=True,
    metavar="NAME",
    help=_("Only this sheet, or this one too in a filled workbook; repeatable."),
)
@click.option(
    "--for",
    "codes",
    multiple=True,
    metavar="CODE",
    help=_("Filled with what is recorded of this innovation; repeatable."),
)
@click.option(
    "--unit", metavar="NAME", help=_("Filled with what is recorded of the innovations of this unit.")
)
@click.option("--lab", metavar="SLUG", help=_("Filled with what is recorded of the innovations of this lab."))
@click.option(
    "--by-unit",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help=_("One filled workbook for each unit with innovations, into this folder."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@verb("template")
def template(
    answer: Answer,
    home: str | None,
    *,
    words: tuple[str, ...],
    start: bool,
    whole: bool,
    sheet_names: tuple[str, ...],
    codes: tuple[str, ...],
    unit: str | None,
    lab: str | None,
    folder: Path | None,
    force: bool,
) -> None:
    file, options = _told_apart(words, _Named(codes, unit, sheet_names), by_unit=folder is not None)
    codes, unit, sheet_names = options
    filled = bool(codes or unit)
    if (
        ((start or whole) and (sheet_names or filled or lab or folder))
        or (start and whole)
        or (folder and (file or filled))
        or (codes and (unit or lab))
    ):
        raise click.UsageError(
            _(
                "Choose one: --start, --all, --sheet, --for; or --unit, --lab or both; or --by-unit FOLDER,"
                " with --lab if you like. All but --start and --all take --sheet as well."
            )
        )
    sheets = _chosen(sheet_names, whole=whole)
    added = sheets if sheet_names else ()
    if folder is not None:
        _by_unit(answer, home, folder, lab, added, force=force)
        return
    _require_new(file, force=force)
    assert file
    if filled or lab:
        _completion(answer, home, file, options, lab, added)
    else:
        _empty(answer, home, file, sheets, start=not (whole or sheet_names))


class _Named(NamedTuple):
    """The options whose values are names, which may have several words."""

    codes: tuple[str, ...]
    unit: str | None
    sheets: tuple[str, ...]


def _told_apart(words: tuple[str, ...], named: _Named, *, by_unit: bool) -> tuple[Path | None, _Named]:
    """The file among the words, and the names with the words that belong to them.

    `--for SIMPEL PASAR` gives SIMPEL to the option and PASAR to nobody: where one option alone has a name,
    it is the rest of that. Raises click.UsageError, with what to type, where it could be of several.
    """
    files = [word for word in words if word.casefold().endswith(SUFFIX)]
    rest = [word for word in words if word not in files]
    given = [*named.codes, *([named.unit] if named.unit else []), *named.sheets]
    if not rest:
        if len(files) > 1:
            raise click.UsageError(_("Name one file: {files}.").format(files=", ".join(files)))
        return (Path(files[0]) if files else None), named
    if not given and len(words) == 1:
        # A name of a file without its ending: what asks for one says so.
        return (None if by_unit else Path(words[0])), named
    if len(given) != 1 or len(files) > 1 or (not files and not by_unit):
        raise usage(
            reason("{words}: a name of several words stands in quotes.", words=" ".join(rest)),
            reason("Type it so: {command}", command=_command(rest, named, files)),
        )
    name = " ".join([given[0], *rest])
    file = Path(files[0]) if files else None
    if named.codes:
        return file, named._replace(codes=(name,))
    return file, named._replace(unit=name) if named.unit else named._replace(sheets=(name,))


def _command(rest: list[str], named: _Named, files: list[str]) -> str:
    """The whole command with its quotes: the words are taken for the rest of the last name."""
    given = [("--unit", named.unit)] if named.unit else []
    given += [("--sheet", one) for one in named.sheets] + [("--for", one) for one in named.codes]
    option, last = given.pop() if given else ("--for", "")
    given.append((option, " ".join([last, *rest]).strip()))
    said = " ".join(f"{option} {argument(name)}" for option, name in given)
    return f"jejak template {argument(files[0] if files else EXAMPLE)} {said}"


def _require_new(file: Path | None, *, force: bool) -> None:
    """Raises click.UsageError for a name that is none, and ConflictError for a file that is there."""
    from ledger.errors import ConflictError

    if file is None:
        raise click.UsageError(_("Name the file to write, such as lab.xlsx."))
    if file.suffix.casefold() != SUFFIX:
        raise click.UsageError(_("The file's name must end in .xlsx."))
    if file.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(file)),
            reason("Take another name, or replace it: --force"),
        )


def _chosen(names: Sequence[str], *, whole: bool) -> tuple[Sheet, ...]:
    """The sheets of an empty workbook, in the order of all; where none is named, those of the beginning.

    Raises click.UsageError for an unknown name.
    """
    from domain.sheets.registry import SHEETS, START

    if not names:
        return SHEETS if whole else START
    known = {sheet.name.casefold(): sheet for sheet in SHEETS}
    wanted = {_sheet_name(name, known) for name in names}
    return tuple(sheet for sheet in SHEETS if sheet.name.casefold() in wanted)


def _sheet_name(name: str, known: dict[str, Sheet]) -> str:
    from importers.reading.nearest import nearest

    folded = fold(name)
    if folded in known:
        return folded
    near = nearest(folded, known)
    if near:
        text = _('There is no sheet "{name}". Did you mean "{near}"?')
        raise click.UsageError(text.format(name=name, near=known[near].name))
    names = ", ".join(sheet.name for sheet in known.values())
    raise click.UsageError(
        _('There is no sheet "{name}". The sheets: {names}').format(name=name, names=names)
    )


def _empty(answer: Answer, home: str | None, file: Path, sheets: tuple[Sheet, ...], *, start: bool) -> None:
    from importers import template as writer
    from importers.definitions.guide import GUIDE_LINES, GUIDE_START

    guide = GUIDE_START if start else GUIDE_LINES
    writer.write(file, sheets=sheets, guide=guide, identity=_identity(home))
    text = _("Template written: {file}. Fill it in, then: jejak import {file} --dry-run")
    data = TemplateWritten(str(file), [sheet.name for sheet in sheets])
    answer.result(data, lambda: text.format(file=argument(str(file))))


def _identity(home: str | None) -> dict[str, str]:
    """What the sheet Identitas says already: the region of the workspace, where there is one."""
    from importers.reading.book import REGION_LABEL
    from ledger.errors import NoWorkspaceError
    from ledger.workspace.workspace import find

    try:
        return {REGION_LABEL: find(home=home).region}
    except NoWorkspaceError:
        if home:
            raise
        return {}


def _completion(
    answer: Answer, home: str | None, file: Path, named: _Named, lab: str | None, added: Sequence[Sheet]
) -> None:
    """One workbook of the innovations that were named."""
    from importers.completion import Completion

    with reading_session(answer, home) as session, Completion(session, added) as completion:
        book = completion.chosen(named.codes, named.unit, lab)
        completion.write(file, book)
    data = TemplateWritten(str(file), book.sheets, len(book.innovations), book.left_out)
    _tell_left_out(answer, book)
    text = _(
        "Written: {file}, with what is recorded of {count} innovations. When completed: jejak import {file}"
    )
    answer.result(data, lambda: text.format(file=argument(str(file)), count=count(len(book.innovations))))


def _tell_left_out(answer: Answer, book: CompletionBook) -> None:
    if book.left_out:
        text = _("{count} recorded rows are not in the workbook: what they refer to has no key.")
        answer.message(text.format(count=count(book.left_out)), level="warning")


def _by_unit(
    answer: Answer, home: str | None, folder: Path, lab: str | None, added: Sequence[Sheet], *, force: bool
) -> None:
    """A workbook for each unit; files that are there stay, unless they are to be replaced."""
    from exporters.excel.safe_names import FileNames
    from importers.completion import Completion

    names = FileNames()
    files = []
    folder.mkdir(parents=True, exist_ok=True)
    with reading_session(answer, home) as session, Completion(session, added) as completion:
        for book in completion.by_unit(lab):
            path = folder / names.of("", book.unit or "", ".xlsx")
            kept = path.exists() and not force
            if not kept:
                completion.write(path, book)
                _tell_left_out(answer, book)
            files.append(
                UnitTemplate(book.unit or "", path.name, len(book.innovations), book.left_out, not kept)
            )
        without = completion.units_without_innovations(lab)
    data = UnitTemplates(str(folder), files, without)
    answer.result(data, lambda: _by_unit_text(data, lab))


def _by_unit_text(data: UnitTemplates, lab: str | None) -> str:
    written = sum(one.written for one in data.files)
    if not data.files and lab:
        text = _("No unit has an innovation of lab {lab}; nothing was written. Without --lab all count.")
        return text.format(lab=lab)
    if not data.files:
        return _("No unit has an innovation; nothing was written.")
    text = _(
        "{count} workbooks written into {folder}. Collect those that come back in a folder {back}, then:"
        " jejak import {back}"
    )
    lines = [text.format(count=count(written), folder=argument(data.folder), back=BACK)]
    if written < len(data.files):
        text = _("{count} were there already and stay as they are; replace them: --force")
        lines.append(text.format(count=count(len(data.files) - written)))
    if data.without_innovations:
        text = _("Without an innovation, so without a workbook: {names}")
        lines.append(text.format(names="; ".join(data.without_innovations)))
    return "\n".join(lines)
