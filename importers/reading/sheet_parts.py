"""The sheets of a workbook as they stand in its package, for what the reader of values does not tell."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

CELL = re.compile(rb"<c\b([^>]*[^/>])>(.*?)</c>", re.DOTALL)
"""A cell with something in it: its attributes, and what it holds."""
COUNTED = 19
"""So many digits of a number are looked at: what is longer is larger than any part."""
REF = re.compile(rb'\br="([A-Z]+[0-9]+)"')
NAMES = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def row_and_column(ref: str) -> tuple[int, int]:
    """The place of a cell such as `D17`, counted from 0; also of one that no sheet of Excel reaches."""
    letters = ref.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(ref[len(letters) :][:COUNTED] or 1) - 1, column - 1


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to its part in the package; empty where the package is laid out otherwise."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - no entities in OOXML
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {one.get("Id"): one.get("Target") or "" for one in links.findall("p:Relationship", NAMES)}
    known = set(archive.namelist())
    found = {}
    for sheet in book.findall("m:sheets/m:sheet", NAMES):
        target = targets.get(sheet.get(f"{{{NAMES['r']}}}id"), "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in known:
            found[sheet.get("name") or ""] = part
    return found


def hidden_sheets(archive: zipfile.ZipFile) -> set[str]:
    """The names of the sheets that Excel does not show."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - no entities in OOXML
    except (KeyError, ElementTree.ParseError):
        return set()
    sheets = book.findall("m:sheets/m:sheet", NAMES)
    return {one.get("name") or "" for one in sheets if one.get("state") in ("hidden", "veryHidden")}
