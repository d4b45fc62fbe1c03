"""`jejak import --mark`: the failing workbook with its wrong cells coloured, noted and listed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from importers.marking.list_sheet import NAME, add_list
from importers.marking.notes import annotate, forget
from importers.marking.package import Package
from importers.marking.sheet_cells import SheetXml, has_rows
from importers.marking.styles import Styles
from importers.problems import Cell
from importers.reading.sheet_parts import sheet_parts

_REF = re.compile(r"[A-Z]{1,3}[1-9][0-9]*\Z")


class Mark(NamedTuple):
    """What is wrong with a cell, and how to mend it, in words; `remedy` may be empty."""

    cell: Cell
    what: str
    remedy: str = ""

    @property
    def text(self) -> str:
        """The note of the cell."""
        return f"{self.what}\n{self.remedy}".strip()


class NotMarkedError(Exception):
    """The file is no workbook that could be copied and marked."""


def write(source: Path, target: Path, marks: Sequence[Mark]) -> int:
    """Writes a marked copy of a workbook and returns how many cells it marks.

    What has no cell is noted at A1 of its sheet, or of the first one. The copy differs from its source in
    the marks and in the sheet that lists them alone; marks of an earlier copy are taken out. Raises
    NotMarkedError, and FileExistsError for a target that is there and no marked copy as it was written.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            return _write(archive, target, marks)
    except (NotMarkedError, OSError):
        raise
    except Exception as error:
        # What libraries throw at a damaged package is of many undocumented kinds.
        raise NotMarkedError from error


def _write(archive: zipfile.ZipFile, target: Path, marks: Sequence[Mark]) -> int:
    package = Package(archive)
    found = {name: part for name, part in sheet_parts(archive).items() if name != NAME}
    parts = {name: part for name, part in found.items() if has_rows(package.read(part) or b"")}
    if not parts:
        raise NotMarkedError
    for part in [part for name, part in found.items() if name not in parts]:
        package.put(part, (package.read(part) or b"").replace(b' tabSelected="1"', b""))
    styles = Styles(package)
    styles.forget()
    placed = [(_place(mark.cell, parts), mark) for mark in marks]
    for name, part in parts.items():
        notes = _notes(mark for place, mark in placed if place.sheet == name)
        _mark_sheet(package, part, styles, {_ref(ref): text for ref, text in notes.items()})
    add_list(package, styles, [(place, mark.what, mark.remedy) for place, mark in placed])
    styles.save()
    package.write(target)
    return len({place for place, _ in placed})


def _place(cell: Cell, parts: dict[str, str]) -> Cell:
    """The cell that bears the mark."""
    if cell.sheet in parts:
        return Cell(cell.sheet, _ref(cell.ref))
    return Cell(next(iter(parts)), "A1")


def _ref(ref: str) -> str:
    return ref if _REF.match(ref) else "A1"


def _notes(marks: Iterable[Mark]) -> dict[str, str]:
    """Cells with all that is said of them."""
    found: dict[str, list[str]] = {}
    for mark in marks:
        found.setdefault(_ref(mark.cell.ref), []).append(mark.text)
    return {ref: "\n\n".join(texts) for ref, texts in found.items()}


def _mark_sheet(package: Package, part: str, styles: Styles, notes: dict[str, str]) -> None:
    sheet = SheetXml(package.read(part) or b"")
    sheet.deselect()
    sheet.colour_tab(marked=bool(notes))
    forget(package, part, sheet)
    if notes:
        sheet.restyle(notes, styles.marked)
        annotate(package, part, sheet, notes)
    package.put(part, sheet.whole())
