"""What the reader of values does not tell, looked up in the sheets themselves, each read once.

Cells that show an error (`#REF!`) or hold a formula never calculated, which it gives as empty; cells that
show something else than their value; merged cells, hidden rows and sheets; and a cell so far off that it
would fill the memory with the empty cells before it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from importers.reading.cell_formats import styles
from importers.reading.sheet_parts import CELL, COUNTED, REF, hidden_sheets, row_and_column, sheet_parts

SHARED_STRINGS = "xl/sharedStrings.xml"
FORMULA = "="
"""Stands for a formula without a value."""
LARGEST = 10_000_000
"""Cells of a table that is read whole, empty ones too: far above any sheet, and some hundred megabytes."""
_VALUE = re.compile(rb"<v>(.*?)</v>", re.DOTALL)
_TEXT = re.compile(rb"<t\b[^>]*>(.*?)</t>", re.DOTALL)
_STYLE = re.compile(rb'\bs="([0-9]+)"')
_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"')
_ROW = re.compile(rb"<row\b[^>]*>")
_ROW_NUMBER = re.compile(rb'\br="([0-9]+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FAR_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]*[0-9]{5,}["']""")
_FAR_COLUMN = re.compile(rb"""\br\s*=\s*["'][A-Za-z]{3,}[0-9]+["']""")
_ODD = re.compile(rb"""<\w+:c\b|\sr\s*=\s*'|\sr\s+=|\sr=\s|\sr="[A-Z]*[a-z]|<c(?![^>]*\sr\s*=)[\s/>]""")
"""A cell that is written oddly: with another prefix, in other quotes, without its place."""
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
_ANY_ROW = re.compile(rb"<(?:\w+:)?row\b")
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_COUNT = re.compile(rb"""ount\s*=\s*["']\s*([0-9]{6,})""")
_PIECE = 1 << 20
_DIMENSION = re.compile(rb"<dimension\b[^>]*/>")
_SHARED = re.compile(rb"<si\b[^>]*>(.*?)</si>", re.DOTALL)


@dataclass
class SheetFacts:
    """One sheet beside its values. Cells are named like `D17`."""

    errors: dict[str, str] = field(default_factory=dict)
    """Cells that show an error, with it, and cells with a formula that was never calculated: FORMULA."""
    formats: dict[str, str] = field(default_factory=dict)
    """Cells whose format may show something else than their value, with its code."""
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    """Of each merged range that spans rows: its first and last row and its first column, counted from 0."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden: bool = False
    """True of a sheet that Excel does not show."""
    far: str | None = None
    """A cell with something in it, so far from A1 that a table up to it would not fit into memory."""


def sheet_facts(path: Path) -> tuple[dict[str, SheetFacts], io.BytesIO | None]:
    """Facts of each sheet by its name; and the workbook without the blank cells far off, where there are any.

    Empty for packages that are laid out otherwise. Raises what damaged archives raise.
    """
    found: dict[str, SheetFacts] = {}
    stripped: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as archive:
        _checked(archive)
        known, hidden = styles(archive), hidden_sheets(archive)
        for name, part in sheet_parts(archive).items():
            data = archive.read(part)
            facts = _facts(data, known)
            facts.hidden = name in hidden
            if _reaches_far(data):
                blank, facts.far = _far(data, _blank(archive))
                facts.far = facts.far or _odd_far(data)
                if blank and not facts.far:
                    stripped[part] = _without(data, blank)
            found[name] = facts
        return found, _rewritten(archive, stripped) if stripped else None


def _checked(archive: zipfile.ZipFile) -> None:
    """Reads parts through: a member that is larger than it says ends here, not in memory.

    Raises ValueError for a part that says that it holds more than it can: its reader makes room for it.
    """
    for name in archive.namelist():
        # The reader of values takes these names in any case.
        if name.casefold().startswith("xl/") and name.casefold().endswith(".xml"):
            with archive.open(name) as stream:
                last = b""
                while piece := stream.read(_PIECE):
                    counts = _COUNT.findall(last + piece)
                    if any(int(count[:COUNTED]) > archive.getinfo(name).file_size for count in counts):
                        raise ValueError(name)
                    last = piece[-COUNTED * 4 :]


def _facts(data: bytes, known: dict[bytes, str]) -> SheetFacts:
    facts = SheetFacts(merged=_merged(data), hidden_rows=_hidden_rows(data))
    may_err = b't="e"' in data or b"<f" in data
    if not may_err and not known:
        return facts
    for attributes, inner in CELL.findall(data):
        ref = REF.search(attributes)
        if not ref:
            continue
        style = _STYLE.search(attributes) if known else None
        if style and style.group(1) in known:
            facts.formats[ref.group(1).decode()] = known[style.group(1)]
        if may_err and (b't="e"' in attributes or b"<f" in inner):
            value = _VALUE.search(inner)
            said = value.group(1).decode("utf-8", "replace") if value else ""
            if b't="e"' in attributes:
                facts.errors[ref.group(1).decode()] = said or "#"
            elif not said:
                facts.errors[ref.group(1).decode()] = FORMULA
    return facts


def _merged(data: bytes) -> list[tuple[int, int, int]]:
    places = ((row_and_column(a.decode()), row_and_column(b.decode())) for a, b in _MERGED.findall(data))
    return [(top, bottom, column) for (top, column), (bottom, _) in places if bottom > top]


def _hidden_rows(data: bytes) -> set[int]:
    if not _HIDDEN.search(data):
        return set()
    rows = (tag for tag in _ROW.findall(data) if _HIDDEN.search(tag))
    return {int(number.group(1)) for tag in rows if (number := _ROW_NUMBER.search(tag))}


def _reaches_far(data: bytes) -> bool:
    return bool(_FAR_ROW.search(data) or _FAR_COLUMN.search(data))


def _far(data: bytes, is_blank: Callable[[bytes, bytes], bool]) -> tuple[set[bytes], str | None]:
    """Blank cells beyond those that say something; and the cell that widens these beyond LARGEST."""
    rows = columns = 1
    blank: list[tuple[int, int, bytes]] = []
    for attributes, inner in CELL.findall(data):
        ref = REF.search(attributes)
        if not ref:
            continue
        row, column = row_and_column(ref.group(1).decode())
        if row < rows and column < columns:
            continue
        if is_blank(attributes, inner):
            blank.append((row, column, ref.group(1)))
            continue
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        if rows * columns > LARGEST:
            return set(), ref.group(1).decode()
    return {ref for row, column, ref in blank if row >= rows or column >= columns}, None


def _odd_far(data: bytes) -> str | None:
    """A cell far away in a sheet whose cells are written oddly, as their places and their number tell."""
    if not _ODD.search(data):
        return None
    rows = columns = 1
    far = "A1"
    for letters, digits in _PLACE.findall(data):
        row = int(digits[:COUNTED])
        column = row_and_column(f"{letters.decode().upper()[:9]}1")[1] + 1 if letters else 1
        if row > rows or column > columns:
            rows, columns = max(rows, row), max(columns, column)
            far = f"{(letters.decode().upper() or 'A')[:9]}{row}"
    cells = max((len(_ANY_CELL.findall(row)) for row in _ANY_ROW.split(data)[1:]), default=1)
    return far if rows * max(columns, cells) > LARGEST else None


def _blank(archive: zipfile.ZipFile) -> Callable[[bytes, bytes], bool]:
    """Tells of a cell's attributes and content whether nothing but spaces stands in it."""
    try:
        shared = [b"".join(_TEXT.findall(one)) for one in _SHARED.findall(archive.read(SHARED_STRINGS))]
    except KeyError:
        shared = []

    def is_blank(attributes: bytes, inner: bytes) -> bool:
        if b"<f" in inner:
            return False
        value = _VALUE.search(inner)
        if (
            b't="s"' in attributes
            and value
            and value.group(1).isdigit()
            and int(value.group(1)) < len(shared)
        ):
            said = shared[int(value.group(1))]
        else:
            said = value.group(1) if value else b"".join(_TEXT.findall(inner))
        return not said.decode("utf-8", "replace").strip()

    return is_blank


def _without(data: bytes, blank: set[bytes]) -> bytes:
    def kept(cell: re.Match[bytes]) -> bytes:
        ref = REF.search(cell.group(1))
        return b"" if ref and ref.group(1) in blank else cell.group(0)

    return CELL.sub(kept, _DIMENSION.sub(b"", data, count=1))


def _rewritten(archive: zipfile.ZipFile, stripped: dict[str, bytes]) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for info in archive.infolist():
            copy.writestr(info.filename, stripped.get(info.filename) or archive.read(info))
    made.seek(0)
    return made
