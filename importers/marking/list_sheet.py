"""The sheet of a marked copy that lists what is wrong, each line with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from importers.marking.notes import clean
from importers.marking.package import BOOK, LINKS, MAIN, Package, parsed, written
from importers.marking.styles import Styles
from importers.problems import Cell
from importers.reading.sheet_parts import sheet_parts

NAME = "Catatan Jejak"
"""Begins with Catatan: an import does not read it."""
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_HEADINGS = ("Sel", "Yang salah", "Jalan keluar")
_WIDTHS = (22, 70, 70)
Line = tuple[Cell, str, str]
"""The cell, what is wrong with it, and the remedy."""


def add_list(package: Package, styles: Styles, lines: Sequence[Line]) -> None:
    """Puts the list behind the other sheets, as the one with which the workbook opens."""
    data = _sheet(lines, styles.wrapped(), styles.wrapped(bold=True))
    old = sheet_parts(package.archive).get(NAME)
    if old:
        package.put(old, data)
        return
    part = package.free("xl/worksheets/sheet{}.xml")
    package.put(part, data)
    package.declare(part, _TYPE)
    link_id = package.link(BOOK, part, "worksheet")
    root = parsed(package.read(BOOK) or b"")
    sheets = root.find(f"{{{MAIN}}}sheets")
    new = etree.SubElement(sheets, f"{{{MAIN}}}sheet")
    new.set("name", NAME)
    new.set("sheetId", str(max(int(one.get("sheetId") or 0) for one in sheets) + 1))
    new.set(f"{{{LINKS}}}id", link_id)
    for view in root.iter(f"{{{MAIN}}}workbookView"):
        view.set("activeTab", str(len(sheets) - 1))
        view.attrib.pop("firstSheet", None)
    package.put(BOOK, written(root))


def _sheet(lines: Sequence[Line], plain: int, bold: int) -> bytes:
    rows = [_row(1, _HEADINGS, bold)]
    rows += [_row(at, (str(cell), what, remedy), plain) for at, (cell, what, remedy) in enumerate(lines, 2)]
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(_WIDTHS, 1)
    )
    links = "".join(_link(at, cell) for at, (cell, _, _) in enumerate(lines, 2))
    text = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
        ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
        '<pageSetup paperSize="9" orientation="landscape"/></worksheet>'
    )
    return text.encode()


def _row(number: int, texts: Sequence[str], style: int) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(clean(text))}</t></is></c>"
        for letter, text in zip("ABC", texts, strict=True)
    )
    return f'<row r="{number}">{cells}</row>'


def _link(row: int, cell: Cell) -> str:
    sheet = cell.sheet.replace("'", "''")
    place = quoteattr(clean(f"'{sheet}'!{cell.ref}"))
    return f'<hyperlink ref="A{row}" location={place} display={quoteattr(clean(str(cell)))}/>'
