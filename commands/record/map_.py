"""map: how the columns of a bureau's list are understood, written down to be mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, table, verb
from commands.common.written_value import argument
from commands.record.import_sources import is_folder, sources
from domain.base import reason
from importers.flat_list.preview import Understood
from jejak_i18n import gettext as _
from jejak_i18n import sentence

if TYPE_CHECKING:
    from importers.flat_list.draft import Draft
    from importers.flat_list.grid import Grid
    from importers.flat_list.guess import Guess, SheetGuess
    from importers.problems import ImportProblems, Problem
    from importers.reading.book import Book, Note
    from ledger.workspace.workspace import Workspace

PRINTED = 10
"""How many cells that cannot be read the screen names; all of them stand in `--json`."""
WIDE = 44


class MappedSheet(Struct, frozen=True):
    """A sheet with a list: the rows of its headings and its first row, as Excel counts them."""

    file: str
    sheet: str
    headings: list[int]
    first: int
    innovations: int


class MappedColumn(Struct, frozen=True):
    """A column and the field that it seems to fill; no examples of a column that may name persons."""

    heading: str
    field: str
    examples: list[str]


class MappedValue(Struct, frozen=True):
    """A value that its field cannot read, and what it seems to mean; empty where that is unknown."""

    heading: str
    value: str
    meant: str


class MappedUnit(Struct, frozen=True):
    """A unit that the ledger lacks: its kind, or the unit that it is another spelling of."""

    name: str
    kind: str | None
    same_as: str | None


class Unread(Struct, frozen=True):
    """A cell that cannot be read as the map stands, with the remedy."""

    cell: str
    what: str
    remedy: str


class Mapped(Struct, frozen=True):
    """The answer of `map`."""

    map: str
    sheets: list[MappedSheet]
    without_list: list[str]
    columns: list[MappedColumn]
    values: list[MappedValue]
    units: list[MappedUnit]
    rows: list[Understood]
    unread: list[Unread]


@click.command("map", help=_("Find out how a list is to be read, and write it down as a map."))
@click.argument("named", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("PETA.toml"),
    show_default=True,
    help=_("The map to write."),
)
@click.option("--force", is_flag=True, help=_("Replace the map if it is there."))
@verb("map")
def map_(answer: Answer, home: str | None, *, named: tuple[Path, ...], out: Path, force: bool) -> None:
    from importers.flat_list import grid
    from importers.flat_list.draft import draft
    from importers.problems import ImportProblems
    from ledger.workspace.workspace import find

    _require_free(out, force=force)
    workspace = find(home=home)
    read: list[tuple[Path, list[Grid]]] = []
    files = [file for one in named for file in (sources([one], out)[0] if is_folder(one) else [one])]
    for file in files:
        try:
            read.append((file, grid.read(file)[1]))
        except ImportProblems as problems:
            _refuse(answer, file, problems)
    _refuse_own(answer, read)
    with reading_session(answer, home) as session:
        made = draft(session, read, workspace.region, out)
    if made is None:
        answer.problem(
            reason("no sheet of {file} holds a list of innovations.", file=named[0].name),
            remedy=reason('Give the column of the innovations a heading such as "Nama Inovasi", then again.'),
        )
        answer.fail(3)
    found = made.found
    books, unread = _write(workspace, made, out)
    mapped = _mapped(found, out, books, unread)
    answer.result(mapped, lambda: _text(found, mapped, named, out, books))


def _require_free(out: Path, *, force: bool) -> None:
    from ledger.errors import ConflictError

    if out.suffix.casefold() != ".toml":
        raise click.UsageError(_("The file's name must end in .toml."))
    if out.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(out)),
            reason("Use it as it is, take another name: --out NAME.toml, or replace it: --force"),
        )


def _refuse(answer: Answer, file: Path, problems: ImportProblems) -> NoReturn:
    from commands.record.import_text import list_problems

    head = _("{file} could not be read: {count} errors, no map was written.")
    listed = problems.problems
    list_problems(answer, head.format(file=file.name or str(file), count=len(listed)), listed)
    answer.fail(3)


def _refuse_own(answer: Answer, read: list[tuple[Path, list[Grid]]]) -> None:
    """A workbook of Jejak's own sheets needs no map."""
    from importers.flat_list.draft import is_own

    for file, grids in read:
        if is_own(grids):
            answer.problem(
                reason("{file} is a workbook of Jejak and needs no map.", file=file.name),
                remedy=reason("Record it: jejak import {file}", file=argument(str(file))),
            )
            answer.fail(2)


def _write(workspace: Workspace, made: Draft, out: Path) -> tuple[list[Book], list[Problem]]:
    """Writes the map, whole or not at all; reads the lists by it, and says what cannot be read."""
    from importers.flat_list import mapping, rows
    from importers.problems import ImportProblems
    from importers.reading.book import packaged_of

    part = out.with_name(f"{out.name}.part")
    part.write_text(made.text, encoding="utf-8", newline="\n")
    part.replace(out)
    try:
        read = rows.reader(mapping.parse(out, made.text), workspace.today())
    except ImportProblems as problems:
        return [], problems.problems
    books = [read(file, packaged_of) for file in dict.fromkeys(one.file for one in made.found.sheets)]
    return books, [problem for book in books for problem in book.problems]


def _mapped(found: Guess, out: Path, books: list[Book], unread: list[Problem]) -> Mapped:
    from importers.flat_list.places import TITLE
    from importers.flat_list.preview import preview

    title = found.column(TITLE)
    heading = title.seen.heading if title else None
    return Mapped(
        map=str(out),
        sheets=[_mapped_sheet(one, heading) for one in found.sheets],
        without_list=found.skipped,
        columns=[MappedColumn(one.seen.heading, one.field, one.examples) for one in found.columns],
        values=[MappedValue(one.heading, one.value, one.meant) for one in found.values],
        units=[MappedUnit(one.name, one.kind, one.same_as) for one in found.units],
        rows=preview(books[0]) if books else [],
        unread=[Unread(str(one.cell), sentence(one.what), sentence(one.remedy)) for one in unread],
    )


def _mapped_sheet(one: SheetGuess, title: str | None) -> MappedSheet:
    table = one.table
    return MappedSheet(
        file=str(one.file),
        sheet=table.grid.name,
        headings=[row + 1 for row in table.headings],
        first=table.first + 1,
        innovations=len(list(table.records(title))),
    )


def _text(found: Guess, mapped: Mapped, files: tuple[Path, ...], out: Path, books: list[Book]) -> str:
    parts = [_sheets_text(mapped), _columns_text(mapped), _rows_text(mapped)]
    parts += [_notes_text(books), _asked_text(found, mapped, out), _unread_text(mapped)]
    written = _("Map written: {file}. Read it, mend what is wrong, then:").format(file=out)
    named = " ".join(argument(str(file)) for file in files)
    parts.append(f"{written}\n  jejak import {named} --map {argument(str(out))}")
    return "\n\n".join(part for part in parts if part)


def _sheets_text(mapped: Mapped) -> str:
    lines = []
    for one in mapped.sheets:
        rows = "–".join(map(str, sorted({one.headings[0], one.headings[-1]})))
        text = _("{file}, sheet {sheet}: {count} innovations, headings in row {rows}.")
        lines.append(
            text.format(file=Path(one.file).name, sheet=one.sheet, count=count(one.innovations), rows=rows)
        )
    if mapped.without_list:
        text = _("Without a list, not read: {sheets}.")
        lines.append(text.format(sheets=", ".join(mapped.without_list)))
    return "\n".join(lines)


def _columns_text(mapped: Mapped) -> str:
    rows = [(one.heading, one.field, _cut(" | ".join(one.examples))) for one in mapped.columns]
    return table([_("Column"), _("Field"), _("For example")], rows)


def _rows_text(mapped: Mapped) -> str:
    lines = [_("The first rows as Jejak understood them:")]
    for one in mapped.rows:
        lines.append(f"  {one.cell}  {one.title}")
        lines += [f"      {label}: {_cut(value, 90)}" for label, value in one.values.items()]
    return "\n".join(lines) if mapped.rows else ""


def _note_text(note: Note) -> str:
    return f"{note.cell}: {sentence(note.what)}" if note.cell else sentence(note.what)


def _notes_text(books: list[Book]) -> str:
    return "\n".join(_note_text(note) for book in books for note in book.notes)


def _asked_text(found: Guess, mapped: Mapped, out: Path) -> str:
    """What the map proposes and a person should look at: values, units, columns without a field."""
    from importers.flat_list.guess import PERSONAL, UNREAD, choices_of
    from importers.flat_list.places import NOTED, places
    from importers.reading.cells import MANY

    lines = []
    unread = [one for one in found.columns if one.why == UNREAD]
    kept = [one.seen.heading for one in found.columns if one.field == NOTED and one not in unread]
    if kept:
        text = _("Without a field of their own, kept as notes of the innovation: {columns}.")
        lines.append(text.format(columns=", ".join(kept)))
    for one in unread:
        values = one.not_understood
        text = _("Column {column}: {count} values were not understood as {field}: {values}.")
        said = text.format(
            column=one.seen.heading, count=len(values), field=one.named, values=_cut(", ".join(values), 90)
        )
        if 0 < len(choices := choices_of(places()[one.named])) <= MANY:
            said = f"{said} {_('Choices: {names}').format(names=' | '.join(choices))}"
        lines.append(said)
    left_out = [one.seen.heading for one in found.columns if one.why == PERSONAL]
    if left_out:
        text = _("Not recorded, because they may name persons: {columns}.")
        lines.append(text.format(columns=", ".join(left_out)))
    if found.fill_down:
        text = _("Empty cells under {columns} are read like the cell above (fill_down).")
        lines.append(text.format(columns=", ".join(found.fill_down)))
    if found.gaps:
        text = _('Cells under {column} are empty. If they mean the unit above: fill_down = ["{column}"]')
        lines.append(text.format(column=found.gaps))
    if found.acronym_in_title:
        text = _("{count} titles hold their acronym; the two are taken apart (acronym_in_title).")
        lines.append(text.format(count=len(found.acronyms)))
    elif found.acronyms:
        text = _(
            '{count} titles hold their acronym, such as "{title}". To take the two apart, write in the map:'
            " acronym_in_title = true"
        )
        lines.append(text.format(count=len(found.acronyms), title=_cut(found.acronyms[0], 90)))
    guessed = [one for one in mapped.values if one.meant]
    if guessed:
        text = _("{count} values were guessed from usual spellings; look at them under [values].")
        lines.append(text.format(count=len(guessed)))
    told = {one.seen.heading for one in unread}
    unknown = [one.value for one in mapped.values if not one.meant and one.heading not in told]
    if unknown:
        text = _("{count} values are on no list and stay notes unless you say what they mean: {values}.")
        lines.append(text.format(count=len(unknown), values=_cut(", ".join(unknown), 120)))
    if mapped.units:
        text = _("{count} units are not recorded yet; look at their kinds under [units].")
        lines.append(text.format(count=len(mapped.units)))
    return "\n".join(lines)


def _unread_text(mapped: Mapped) -> str:
    if not mapped.unread:
        return ""
    lines = [_("{count} things cannot be read yet:").format(count=len(mapped.unread))]
    for one in mapped.unread[:PRINTED]:
        lines += [f"  {one.cell}  {one.what}", f"    {one.remedy}"]
    if len(mapped.unread) > PRINTED:
        lines.append(
            _("  … and {count} more (all of them: --json)").format(count=len(mapped.unread) - PRINTED)
        )
    return "\n".join(lines)


def _cut(text: str, width: int = WIDE) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else f"{plain[: width - 1]}…"
