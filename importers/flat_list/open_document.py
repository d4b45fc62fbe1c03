"""What the reader of values does not tell of an OpenDocument workbook: merged cells, and what cells show."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from xlsxwriter.utility import xl_rowcol_to_cell

from domain import dates
from importers.reading.sheet_facts import LARGEST
from importers.reading.workbook import MAX_UNPACKED
from jejak_i18n import written_dates

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT = (f"{{{_NAMES}{name}:1.0}}" for name in ("table", "office", "text"))


_DIGITS = 12
"""So many digits of a number of repetitions are looked at."""
PERCENT, MONTH, YEAR = "0%", "mmmm yyyy", "yyyy"
"""Format codes that say what a cell shows, as Excel would write them."""


class Span(NamedTuple):
    """Merged cells: first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Told:
    """One sheet: its merged cells, the cells that show a percentage, a month or a year, and one far away."""

    spans: list[Span] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)
    far: str | None = None
    """A cell so far from A1 that a table up to it would not fit into memory."""


def told(path: Path) -> dict[str, Told]:
    """Sheet name to what its cells show; empty where the package cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("content.xml").file_size > MAX_UNPACKED:
                return {}
            root = ElementTree.fromstring(archive.read("content.xml"))  # noqa: S314 - the size was checked
    except Exception:
        # What is damaged is named by who reads the values.
        return {}
    return {one.get(f"{TABLE}name") or "": _sheet(one) for one in root.iter(f"{TABLE}table")}


def _sheet(table: ElementTree.Element) -> Told:
    found, rows, columns = Told(), 1, 1
    for row, column, cell in _cells(table):
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        if rows * columns > LARGEST:
            found.far = xl_rowcol_to_cell(row, column)
            break
        down, across = _number(cell, "rows-spanned"), _number(cell, "columns-spanned")
        if down > 1 or across > 1:
            found.spans.append(Span(row, column, row + down - 1, column + across - 1))
        if shown := _shown(cell):
            found.formats[xl_rowcol_to_cell(row, column)] = shown
    return found


def _cells(table: ElementTree.Element) -> Iterator[tuple[int, int, ElementTree.Element]]:
    """Every cell with something in it, and the merged ones; of repeated cells the first and the last."""
    row = 0
    for line in table.iter(f"{TABLE}table-row"):
        column, height = 0, _number(line, "rows-repeated")
        for cell in line:
            width = _number(cell, "columns-repeated")
            if cell.get(f"{OFFICE}value-type") or cell.get(f"{TABLE}number-rows-spanned"):
                for at in {column, column + width - 1}:
                    for down in {row, row + height - 1}:
                        yield down, at, cell
            column += width
        row += height


def _number(cell: ElementTree.Element, name: str) -> int:
    said = cell.get(f"{TABLE}number-{name}") or "1"
    return int(said[:_DIGITS]) if said.isascii() and said.isdigit() else 1


def _shown(cell: ElementTree.Element) -> str | None:
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "percentage":
        return PERCENT
    if kind != "date":
        return None
    try:
        iso = written_dates.read("".join(next(cell.iter(f"{TEXT}p")).itertext()))
    except (StopIteration, dates.DateError):
        return None
    return {4: YEAR, 7: MONTH}.get(len(iso))
