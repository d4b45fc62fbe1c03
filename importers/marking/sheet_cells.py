"""Cells of a sheet given another style: only the rows that hold them are looked into."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from importers.marking.package import LINKS, MAIN, Element, parsed
from importers.reading.sheet_parts import row_and_column

Restyle = Callable[[int], int]
"""The style of a cell to the style that it is to have."""
_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*?(?:/>|>(.*)</\1sheetData>)", re.DOTALL)
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?row>)", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>.*?</(?:\w+:)?c>)", re.DOTALL)
_NUMBER = re.compile(rb'\sr="([0-9]+)"')
_REF = re.compile(rb'\sr="([A-Z]+[0-9]+)"')
_STYLE = re.compile(rb'\ss="([0-9]+)"')
_AFTER_NOTES = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls") + (
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""What the schema of a sheet asks to stand after the drawing of its notes."""
TAB = "FFC00000"


def has_rows(data: bytes) -> bool:
    """True for a part with cells; a sheet may be a single chart instead."""
    return _DATA.search(data) is not None


class SheetXml:
    """A sheet as its rows, and the few elements around them."""

    def __init__(self, data: bytes) -> None:
        found = _DATA.search(data)
        assert found, "a sheet without rows has no cell to mark"
        self.prefix, self.rows = found.group(1), found.group(2) or b""
        empty = b"<%ssheetData/>" % self.prefix
        self.shell: Element = parsed(data[: found.start()] + empty + data[found.end() :])

    def whole(self) -> bytes:
        """The sheet as it stands in the package."""
        shell = bytes(etree.tostring(self.shell, xml_declaration=True, encoding="UTF-8", standalone=True))
        whole = b"<%ssheetData>%s</%ssheetData>" % (self.prefix, self.rows, self.prefix)
        return shell.replace(b"<%ssheetData/>" % self.prefix, whole, 1)

    def drawing(self) -> str | None:
        """The id of the link to the drawing of its notes."""
        found = self.shell.find(f"{{{MAIN}}}legacyDrawing")
        return found.get(f"{{{LINKS}}}id") if found is not None else None

    def set_drawing(self, link_id: str) -> None:
        """Names the drawing of its notes, at the place that the schema asks for."""
        new = etree.Element(f"{{{MAIN}}}legacyDrawing", nsmap={"r": LINKS})
        new.set(f"{{{LINKS}}}id", link_id)
        for name in _AFTER_NOTES:
            later = self.shell.find(f"{{{MAIN}}}{name}")
            if later is not None:
                later.addprevious(new)
                return
        self.shell.append(new)

    def colour_tab(self, *, marked: bool) -> None:
        """Lets the tab of the sheet show whether something in it is marked."""
        found = self.shell.find(f"{{{MAIN}}}sheetPr")
        if found is None:
            if not marked:
                return
            found = etree.Element(f"{{{MAIN}}}sheetPr")
            self.shell.insert(0, found)
        for old in found.findall(f"{{{MAIN}}}tabColor"):
            if marked or old.get("rgb") == TAB:
                found.remove(old)
        if marked:
            colour = etree.Element(f"{{{MAIN}}}tabColor")
            colour.set("rgb", TAB)
            found.insert(0, colour)

    def deselect(self) -> None:
        """Takes back that the workbook opens with this sheet."""
        for view in self.shell.iter(f"{{{MAIN}}}sheetView"):
            view.attrib.pop("tabSelected", None)

    def restyle(self, refs: Iterable[str], restyle: Restyle) -> None:
        """Gives cells another style; those that are not there are made."""
        wanted: dict[int, list[int]] = {}
        for ref in refs:
            row, column = row_and_column(ref)
            wanted.setdefault(row + 1, []).append(column)
        self.rows = b"".join(self._restyled(wanted, restyle))

    def _restyled(self, wanted: dict[int, list[int]], restyle: Restyle) -> Iterator[bytes]:
        end, number = 0, 0
        waiting = sorted(wanted)
        for row in _ROW.finditer(self.rows):
            said = _NUMBER.search(row.group(1))
            number = int(said.group(1)) if said else number + 1
            yield self.rows[end : row.start()]
            while waiting and waiting[0] < number:
                yield self._new_row(waiting[0], wanted[waiting.pop(0)], restyle)
            if waiting and waiting[0] == number:
                yield self._row(row, number, wanted[waiting.pop(0)], restyle)
            else:
                yield row.group()
            end = row.end()
        yield self.rows[end:]
        for late in waiting:
            yield self._new_row(late, wanted[late], restyle)

    def _new_row(self, number: int, columns: list[int], restyle: Restyle) -> bytes:
        cells = b"".join(self._new_cell(number, one, None, restyle) for one in sorted(set(columns)))
        return b'<%srow r="%d">%s</%srow>' % (self.prefix, number, cells, self.prefix)

    def _row(self, row: re.Match[bytes], number: int, columns: list[int], restyle: Restyle) -> bytes:
        attributes, inner = row.group(1), row.group(2) or b""
        style = _STYLE.search(attributes)
        of_row = int(style.group(1)) if style else None
        waiting, parts, end = sorted(set(columns)), [], 0
        for cell in _CELL.finditer(inner):
            ref = _REF.search(cell.group(1))
            # A cell that does not say its place keeps its style; its note stands all the same.
            if not ref:
                continue
            column = row_and_column(ref.group(1).decode())[1]
            parts.append(inner[end : cell.start()])
            while waiting and waiting[0] < column:
                parts.append(self._new_cell(number, waiting.pop(0), of_row, restyle))
            if waiting and waiting[0] == column:
                waiting.pop(0)
                parts.append(_with_style(cell.group(), cell.group(1), restyle))
            else:
                parts.append(cell.group())
            end = cell.end()
        parts.append(inner[end:])
        if not re.search(rb"<(?:\w+:)?c\b(?![^>]*\sr=)", inner):
            parts += [self._new_cell(number, one, of_row, restyle) for one in waiting]
        # The span of a row is a hint that a new cell may make wrong.
        attributes = re.sub(rb'\sspans="[^"]*"', b"", attributes)
        return b"<%srow%s>%s</%srow>" % (self.prefix, attributes, b"".join(parts), self.prefix)

    def _new_cell(self, row: int, column: int, of_row: int | None, restyle: Restyle) -> bytes:
        style = restyle(of_row if of_row is not None else self._of_column(column))
        return b'<%sc r="%s%d" s="%d"/>' % (self.prefix, _letters(column), row, style)

    def _of_column(self, column: int) -> int:
        for one in self.shell.iter(f"{{{MAIN}}}col"):
            if int(one.get("min")) <= column + 1 <= int(one.get("max")):
                return int(one.get("style") or 0)
        return 0


def _letters(column: int) -> bytes:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column)).encode()


def _with_style(cell: bytes, attributes: bytes, restyle: Restyle) -> bytes:
    style = _STYLE.search(attributes)
    if style:
        new = attributes[: style.start(1)] + b"%d" % restyle(int(style.group(1))) + attributes[style.end(1) :]
    else:
        new = attributes.rstrip() + b' s="%d"' % restyle(0)
    return cell.replace(attributes, new, 1)
