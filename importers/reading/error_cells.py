"""Cells that show an error (`#REF!`) or hold a formula never calculated.

The reader of values gives both as empty, so they are looked up in the sheet itself.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

FORMULA = "="
"""Stands for a formula without a value."""
_CELL = re.compile(rb"<c\b([^>]*)>(.*?)</c>", re.DOTALL)
_REF = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_VALUE = re.compile(rb"<v>(.*?)</v>", re.DOTALL)
_NAMES = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def error_cells(path: Path) -> dict[str, dict[str, str]]:
    """Sheet name to such cells in it, with the error that each shows, or FORMULA."""
    with zipfile.ZipFile(path) as archive:
        return {name: _of_sheet(archive.read(part)) for name, part in _parts(archive).items()}


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to its part in the package; empty where the package is laid out otherwise."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - no entities in OOXML
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {one.get("Id"): one.get("Target") or "" for one in links.findall("p:Relationship", _NAMES)}
    known = set(archive.namelist())
    found = {}
    for sheet in book.findall("m:sheets/m:sheet", _NAMES):
        target = targets.get(sheet.get(f"{{{_NAMES['r']}}}id"), "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in known:
            found[sheet.get("name") or ""] = part
    return found


def _of_sheet(data: bytes) -> dict[str, str]:
    if b't="e"' not in data and b"<f" not in data:
        return {}
    found = {}
    for attributes, inner in _CELL.findall(data):
        ref = _REF.search(attributes)
        value = _VALUE.search(inner)
        said = value.group(1).decode("utf-8", "replace") if value else ""
        if ref and b't="e"' in attributes:
            found[ref.group(1).decode()] = said or "#"
        elif ref and b"<f" in inner and not said:
            found[ref.group(1).decode()] = FORMULA
    return found
