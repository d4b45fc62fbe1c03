"""What the documents of a lab share: that they are drafts, dotted lines, notes, blocks of signatures."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from exporters.templates.blocks import Cell, commands, element

DOTS = "…………………………………"
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


def signature_lines(style: str, end: str) -> list[tuple[str, str]]:
    """Room for a signature and a name, under a post."""
    return [(style, ""), (style, ""), (end, f"({DOTS})")]


def high_rows(made: Table, first: int, height: int) -> None:
    """Gives the rows from `first` on a least height (twentieths of a point), to write in by hand."""
    for row in made.rows[first:]:
        row._tr.get_or_add_trPr().append(element("trHeight", val=str(height), hRule="atLeast"))


def centred_rows(made: Table) -> None:
    """Sets the cells of a table in the middle of their rows."""
    for cell in made._tbl.iter(qn("w:tcPr")):
        cell.append(element("vAlign", val="center"))
