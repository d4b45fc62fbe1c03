"""Cells that say something else than the value that they hold: percentages, dates shown without their day.

The reader of values gives 0.0817 for a cell that shows `8,17%`, and the first day of the month for one that
shows `Oktober 2022`. What a person sees in the cell is what that person recorded.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from importers.reading.sheet_parts import CELL, NAMES, REF, sheet_parts

PERCENT, MONTH, YEAR = "percent", "month", "year"
BUILT_IN = {"9": PERCENT, "10": PERCENT, "17": MONTH}
"""Formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30): 0%, 0.00%, mmm-yy."""
_STYLE = re.compile(rb'\bs="([0-9]+)"')
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


def cell_formats(path: Path) -> dict[str, dict[str, str]]:
    """Sheet name to the cells in it that show a percentage, a month or a year: PERCENT, MONTH, YEAR."""
    with zipfile.ZipFile(path) as archive:
        styles = _styles(archive)
        if not styles:
            return {}
        return {name: _of_sheet(archive.read(part), styles) for name, part in sheet_parts(archive).items()}


def as_shown(value: object, shown: str | None) -> object:
    """The value of a cell as its format shows it: a percentage as text, a month or a year without the day."""
    if shown == PERCENT and isinstance(value, int | float) and not isinstance(value, bool):
        hundredfold = (Decimal(repr(value)) * 100).normalize()
        return f"{hundredfold:f}%".replace(".", ",")
    if isinstance(value, date) and shown in (MONTH, YEAR):
        return f"{value:%Y-%m}" if shown == MONTH else f"{value:%Y}"
    return value


def _styles(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Index of a cell's style to what it shows; empty where the package has no styles."""
    try:
        root = ElementTree.fromstring(archive.read("xl/styles.xml"))  # noqa: S314 - no entities in OOXML
    except (KeyError, ElementTree.ParseError):
        return {}
    formats: dict[str, str | None] = dict(BUILT_IN)
    for one in root.findall("m:numFmts/m:numFmt", NAMES):
        formats[one.get("numFmtId") or ""] = _kind(one.get("formatCode") or "")
    found = {}
    for index, style in enumerate(root.findall("m:cellXfs/m:xf", NAMES)):
        kind = formats.get(style.get("numFmtId") or "")
        if kind:
            found[str(index).encode()] = kind
    return found


def _kind(code: str) -> str | None:
    """What a format code shows: `mmmm yyyy` a month, `yyyy` a year, `0.0%` a percentage."""
    bare = _NOT_CODE.sub("", code).partition(";")[0].casefold()
    if "%" in bare:
        return PERCENT
    if "y" in bare and not set("dhs") & set(bare):
        return MONTH if "m" in bare else YEAR
    return None


def _of_sheet(data: bytes, styles: dict[bytes, str]) -> dict[str, str]:
    found = {}
    for attributes, _inner in CELL.findall(data):
        style, ref = _STYLE.search(attributes), REF.search(attributes)
        if style and ref and style.group(1) in styles:
            found[ref.group(1).decode()] = styles[style.group(1)]
    return found
