"""What the reader of values does not tell, looked up in the sheets themselves.

Cells that show an error (`#REF!`) or hold a formula never calculated, which it gives as empty; and a cell so
far off that it would fill the memory with the empty cells before it.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from xlsxwriter.utility import xl_cell_to_rowcol

from importers.reading.sheet_parts import CELL, REF, sheet_parts

FORMULA = "="
"""Stands for a formula without a value."""
_VALUE = re.compile(rb"<v>(.*?)</v>", re.DOTALL)
_FAR_ROW = re.compile(rb'\br="[A-Z]+[0-9]{5,}"')
_FAR_COLUMN = re.compile(rb'\br="[A-Z]{3}[0-9]+"')
LARGEST = 10_000_000
"""Cells of a table that is read whole, empty ones too: far above any sheet, and some hundred megabytes."""


def error_cells(path: Path) -> dict[str, dict[str, str]]:
    """Sheet name to such cells in it, with the error that each shows, or FORMULA."""
    with zipfile.ZipFile(path) as archive:
        return {name: _of_sheet(archive.read(part)) for name, part in sheet_parts(archive).items()}


def far_cell(path: Path) -> tuple[str, str] | None:
    """Sheet and place of the first cell so far from A1 that a table up to it would not fit into memory."""
    with zipfile.ZipFile(path) as archive:
        for name, part in sheet_parts(archive).items():
            place = _far(archive.read(part))
            if place:
                return name, place
    return None


def _far(data: bytes) -> str | None:
    """The cell that widens the table beyond LARGEST; only sheets with a far row or column are read whole."""
    if not _FAR_ROW.search(data) and not _FAR_COLUMN.search(data):
        return None
    rows = columns = 1
    for attributes, _inner in CELL.findall(data):
        ref = REF.search(attributes)
        if ref:
            place = ref.group(1).decode()
            row, column = xl_cell_to_rowcol(place)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows * columns > LARGEST:
                return place
    return None


def _of_sheet(data: bytes) -> dict[str, str]:
    if b't="e"' not in data and b"<f" not in data:
        return {}
    found = {}
    for attributes, inner in CELL.findall(data):
        ref = REF.search(attributes)
        value = _VALUE.search(inner)
        said = value.group(1).decode("utf-8", "replace") if value else ""
        if ref and b't="e"' in attributes:
            found[ref.group(1).decode()] = said or "#"
        elif ref and b"<f" in inner and not said:
            found[ref.group(1).decode()] = FORMULA
    return found
