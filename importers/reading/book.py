"""A file read into rows of cells, whatever kind it was: whose it is, its rows, what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from domain import streams
from domain.base import Reason, reason
from domain.sheets.sheet import Sheet
from importers.problems import Cell, Problem
from importers.reading.content import Content
from importers.reading.plain_text import DROPPED, WEB
from importers.reading.sheet_facts import SheetFacts
from schemas.loader import packaged
from schemas.rulebook_set import RulebookSet

NOT_READ = "Catatan"
"""How sheets and columns are named that nobody reads."""
IDENTITY = "Identitas"
GUIDE = "Petunjuk"
LISTS = "Daftar"
REGION_LABEL, LAB_LABEL, FILLER_LABEL = "Kode Wilayah", "Lab", "Pengisi"
CONTENT_LABEL = "Tanda Isi"
"""The line of a workbook that was written to be completed: what stood in its cells then."""
LONGEST = 240
"""Characters of the name of a file, with the folders before it."""
NAMED = 12
"""So many cells at most are named in one note."""
LAB_CELL = Cell(IDENTITY, "B2")
LAB_REMEDY = reason("Add its row on sheet Lab, or mend the name beside Lab on sheet Identitas.")
UNIT_REMEDY = reason("Choose from the list, or add the unit on sheet Unit.")


class Note(NamedTuple):
    """What was read, or was not, and people may not expect; without a cell where it has no one place."""

    what: Reason
    cell: Cell | None = None


class Doubt(NamedTuple):
    """A cell that cannot be read: its action field, what stands in it, and what would be said of it."""

    field: str
    value: object
    problem: Problem


@dataclass
class Row:
    """One row of a sheet: its key, its values by action field, and the cell of each."""

    sheet: Sheet
    number: int
    key: str
    values: dict[str, Any]
    cells: dict[str, str]
    faulty: bool = False
    line: int | None = None
    """The line of a JSONL file, where the row comes from one."""
    origin: str | None = None
    """The sheet of a flat list, where the row comes from one; its cells stand there."""
    place: int | None = None
    """Where the row stands among the rows of a flat list, whose order counts."""
    words: dict[str, str] = field(default_factory=dict)
    """How dates were written by action field, where that says more than the date: `awal 2021`."""
    key_scope: str | None = None
    """Within what the key is unique, where the key itself says so (`SCOPE/KEY`)."""
    doubts: list[Doubt] = field(default_factory=list)
    """Cells that cannot be read; one that says what is recorded is right all the same."""
    only_doubts: bool = False
    """True where nothing else is wrong with the row."""

    @property
    def written_key(self) -> str:
        """The key as the cell has it, and as other cells refer to it."""
        return f"{self.key_scope}/{self.key}" if self.key_scope else self.key

    def cell(self, name: str | None = None) -> Cell:
        """The cell of an action field, or of the row's key."""
        if self.line is not None:
            return Cell(f"#{self.line}", name or "key")
        first = f"A{self.number}"
        if self.origin:
            return Cell(self.origin, self.cells.get(name or "") or next(iter(self.cells.values()), first))
        return Cell(self.sheet.name, self.cells.get(name or "", first))

    def source_cell(self, ref: str) -> str:
        """A cell as the source of an event names it: that of a flat list with its sheet."""
        return f"{self.origin}!{ref}" if self.origin else ref

    def __hash__(self) -> int:
        return id(self)


Known = Callable[[str], RulebookSet]


def packaged_of(_region: str) -> RulebookSet:
    """The rulebooks of the package, which speak in every region."""
    return packaged()


@dataclass
class Book:
    """A workbook: whose it is, its rows, and what is wrong with it so far."""

    path: Path
    sha256: str
    region: str = ""
    lab: str | None = None
    filler: str = ""
    """Who fills in, where keys are the filler's own; empty where all files of a lab or region share them."""
    content_out: str | None = None
    """The mark of its cells when it was written (`Content`)."""
    content: Content = field(default_factory=Content)
    """Its cells as they came, where it was written to be completed."""
    rows: list[Row] = field(default_factory=list)
    facts: dict[str, SheetFacts] = field(default_factory=dict)
    """What is known of each sheet beside its values."""
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    from_web: dict[str, list[Cell]] = field(default_factory=lambda: {WEB: [], DROPPED: []})
    """The cells whose text was HTML, and those of them in which something was left out."""
    examples: int = 0
    same: dict[str, str] = field(default_factory=dict)
    """Titles of a list, folded, to the codes of the recorded innovations that they are."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Names of units, folded, to the names that the map of a list gives them."""
    lab_cell: Cell = LAB_CELL
    lab_remedy: Reason = LAB_REMEDY
    unit_remedy: Reason = UNIT_REMEDY
    known: Known = packaged_of
    """The rulebooks that speak in a region (`33.03`)."""
    files: Path | None = None
    """Where the files lie that its cells name; none: in its own folder."""

    @property
    def folder(self) -> Path:
        """The folder from which its cells name files."""
        return (self.files or self.path.resolve().parent).resolve()

    @property
    def files_named(self) -> list[Path]:
        """The files that its cells name and that are there."""
        names = {
            row.values[column.field]
            for row in self.rows
            for column in row.sheet.columns
            if column.kind == "file" and column.field in row.values
        }
        paths = [
            self.folder / name for name in sorted(names) if isinstance(name, str) and len(name) <= LONGEST
        ]
        return [path.resolve() for path in paths if path.is_file()]

    @property
    def unchanged(self) -> bool:
        """True when it was written to be completed and came back as it went out."""
        return self.content_out is not None and self.content_out == self.content.mark

    @cached_property
    def rulebooks(self) -> RulebookSet:
        """The rulebooks that speak in its region; asked for by the first cell that chooses from them."""
        return self.known(self.region)

    def note_web(self) -> None:
        """Says in the notes which cells were taken from web text."""
        if found := self.from_web[WEB]:
            what = reason(
                "{count} cells held web text (HTML), read as plain paragraphs and lists: {cells}.",
                count=len(found),
                cells=_listed(found),
            )
            self.notes.append(Note(what, Cell(self.path.name, "")))
        if found := self.from_web[DROPPED]:
            what = reason(
                "scripts, styles and pictures of web text were left out: {cells}.", cells=_listed(found)
            )
            self.notes.append(Note(what, Cell(self.path.name, "")))

    def note_hidden(self, sheet: str) -> None:
        """Says that a sheet which Excel does not show was read."""
        self.notes.append(Note(reason("the sheet is hidden; it was read like the others."), Cell(sheet, "")))


def _listed(places: list[Cell]) -> str:
    names = ", ".join(map(str, places[:NAMED]))
    return f"{names}, …" if len(places) > NAMED else names


def of_region(scope: str, region: str) -> bool:
    """True for what may scope a key in a region (`33.03`): itself, or one of its labs, perhaps by filler."""
    prefix = re.escape(streams.prefix(region))
    return bool(region) and re.fullmatch(rf"{prefix}(/lab/[0-9]+)?(@[^/]+)?", scope) is not None


def find_duplicates(book: Book) -> None:
    """Names keys that stand twice in a sheet."""
    seen: dict[tuple[str, str], Row] = {}
    for row in book.rows:
        if not row.key:
            continue
        place = (row.sheet.name, row.written_key)
        if first := seen.get(place):
            what = reason("the key {key} already stands in row {row}.", key=row.key, row=first.number)
            book.problems.append(Problem(row.cell(), what, reason("Give each row a key of its own.")))
            row.faulty = True
        else:
            seen[place] = row
