"""What the documents of a lab share: that they are drafts, dotted lines, notes, blocks of signatures."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from exporters.templates.blocks import Cell, Row, Widths, commands, element, fill_table

DOTS = "…………………………………"
BLANK = "belum tercatat"
SHORT_DOTS = "…………………"
DRAFT = "Konsep – bukan naskah resmi. Naskah resmi dokumen ini tidak diketahui; sesuaikan."


def draft_line(document: Document) -> None:
    """That it is a draft, and no official text."""
    commands(document, ("Jejak Draft", DRAFT))


def notes(document: Document) -> None:
    """What is said of the record behind the document."""
    commands(
        document,
        ("Normal", "{%p for text in notes %}"),
        ("Jejak Note", "{{ text }}"),
        ("Normal", "{%p endfor %}"),
    )


def dotted(expression: str, dots: str = DOTS) -> str:
    """An expression, or a dotted line where nothing is recorded."""
    return f"{{% if {expression} %}}{{{{ {expression} }}}}{{% else %}}{dots}{{% endif %}}"


def filled(expression: str, dots: str = DOTS) -> Cell:
    """A cell with an expression, or a dotted line."""
    return [("Jejak Cell", dotted(expression, dots))]


def high_rows(made: Table, first: int, height: int) -> None:
    """Gives the rows from `first` on a least height (twentieths of a point), to write in by hand."""
    for row in made.rows[first:]:
        row._tr.get_or_add_trPr().append(element("trHeight", val=str(height), hRule="atLeast"))


def with_end(made: Table, widths: Widths, rows: Sequence[Row], end: Cell) -> None:
    """Ends a table with rows and paragraphs that no page parts: so no signature stands alone.

    They are one row that may not break, with a table of the same widths in it: LibreOffice keeps no
    rows of one table together otherwise.
    """
    row: Any = made.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(element("cantSplit"))
    cell = row.cells[0].merge(row.cells[-1])
    _bare(cell._tc.tcPr)
    for stray in list(cell.paragraphs):
        stray._p.getparent().remove(stray._p)
    inner = cell.add_table(rows=0, cols=len(widths))
    inner.style = made.style
    fill_table(inner, widths, rows, head=False)
    # The row above draws the line between both tables.
    borders = element("tblBorders")
    borders.append(element("top", val="nil"))
    tree: Any = inner._tbl
    tree.tblPr.find(qn("w:tblLayout")).addprevious(borders)
    (after,) = cell.paragraphs
    for at, (style, text) in enumerate(end):
        paragraph = after if at == 0 else cell.add_paragraph()
        paragraph.style = style
        paragraph.add_run(text)


def _bare(properties: Any) -> None:
    """A cell without borders and margins of its own."""
    sides = ("top", "left", "bottom", "right")
    for name, looks in (("tcBorders", {"val": "nil"}), ("tcMar", {"w": "0", "type": "dxa"})):
        made = element(name)
        for side in sides:
            made.append(element(side, **looks))
        properties.append(made)
