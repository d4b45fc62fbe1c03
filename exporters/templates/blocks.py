"""Building blocks of the templates: paragraphs, tables with repeated heads, header and footer."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

Widths = Sequence[int]
# A cell is a list of (style, text) paragraphs; a text {%p ...%} is a command of docxtpl and is not printed.
Cell = Sequence[tuple[str, str]]
Row = Sequence[Cell]

HEAD_FILL = "EDEDED"


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes in the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, held in attributes.items():
        made.set(qn(f"w:{name}"), held)
    return made


def add_paragraph(document: Document, style: str, text: str) -> Paragraph:
    """A paragraph of one run in a style."""
    return document.add_paragraph(text, style=style)


def commands(document: Document, *lines: tuple[str, str]) -> None:
    """Several paragraphs in order, given as (style, text)."""
    for style, text in lines:
        add_paragraph(document, style, text)


def table(
    document: Document | _Cell, style: str, widths: Widths, rows: Sequence[Row], head: bool = True
) -> Table:
    """A table of fixed widths (millimetres), in a document or within a cell of another table.

    The first row is a head repeated on each page when `head`.

    A row whose first cell holds a {%tr ...%} command is taken away by docxtpl.
    """
    made: Table = document.add_table(rows=0, cols=len(widths))
    made.style = style
    fill_table(made, widths, rows, head=head)
    return made


def fill_table(made: Table, widths: Widths, rows: Sequence[Row], *, head: bool) -> None:
    """Gives a table without rows its fixed widths (millimetres) and its rows, as `table` does."""
    _fix_layout(made, widths)
    for position, cells in enumerate(rows):
        _add_row(made, cells, widths, is_head=head and position == 0)


def _twips(millimetres: int) -> int:
    return round(millimetres * 1440 / 25.4)


def _fix_layout(made: Table, widths: Widths) -> None:
    properties = made._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")) + properties.findall(qn("w:tblW")):
        properties.remove(old)
    properties.append(element("tblW", w=str(sum(map(_twips, widths))), type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    for column, width in zip(made._tbl.tblGrid, widths, strict=True):
        column.set(qn("w:w"), str(_twips(width)))


def share_out(made: Table, width: int) -> None:
    """Gives a table whose columns a {%tc ...%} command repeats its whole width, in twentieths of a point.

    docxtpl divides the width of the columns that stand in the template among those that it makes.
    """
    made._tbl.tblPr.find(qn("w:tblW")).set(qn("w:w"), str(width))
    for column in made._tbl.tblGrid:
        column.set(qn("w:w"), str(width // len(made._tbl.tblGrid)))


def _add_row(made: Table, cells: Row, widths: Widths, *, is_head: bool) -> None:
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if is_head:
        properties.append(element("tblHeader"))
    for cell, paragraphs, width in zip(row.cells, cells, widths, strict=False):
        _fill(cell, paragraphs, _twips(width), is_head)


def _fill(cell: _Cell, paragraphs: Cell, width: int, shaded: bool) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:tcW")):
        properties.remove(old)
    properties.append(element("tcW", w=str(width), type="dxa"))
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill=HEAD_FILL))
    first = cell.paragraphs[0]
    for position, (style, text) in enumerate(paragraphs):
        target = first if position == 0 else cell.add_paragraph()
        target.style = style
        target.add_run(text)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A field such as PAGE, which Word counts for itself."""
    simple = element("fldSimple", instr=instruction)
    run = element("r")
    text = element("t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def head_row(*texts: str) -> Row:
    """The head cells of a table."""
    return [[("Jejak Cell Head", text)] for text in texts]


def loop_row(command: str, columns: int) -> Row:
    """A row that only carries a {%tr ...%} command."""
    return [[("Jejak Cell", command)]] + [[("Jejak Cell", "")]] * (columns - 1)


def optional(expression: str, style: str = "Jejak Cell", blank: str = "{{ blank }}") -> Cell:
    """A cell that shows an expression, or says in italics that nothing is there."""
    return [
        ("Jejak Cell", f"{{%p if {expression} %}}"),
        (style, f"{{{{ {expression} }}}}"),
        ("Jejak Cell", "{%p else %}"),
        ("Jejak Cell Blank", blank),
        ("Jejak Cell", "{%p endif %}"),
    ]


def listed(expression: str, blank: str = "{{ blank }}") -> Cell:
    """A cell with one paragraph for each text of a list, or `blank` in italics for none."""
    return [
        ("Jejak Cell", f"{{%p for line in {expression} %}}"),
        ("Jejak Cell", "{{ line }}"),
        ("Jejak Cell", "{%p else %}"),
        ("Jejak Cell Blank", blank),
        ("Jejak Cell", "{%p endfor %}"),
    ]
