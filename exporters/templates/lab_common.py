"""What the documents of a lab share: that they are drafts, dotted lines, notes, blocks of signatures."""

from docx.document import Document
from docx.table import Table

from exporters.templates.blocks import Cell, commands, element

DOTS = "…………………………………"
SHORT_DOTS = "…………………"
_KEPT_ROWS = 2
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


def kept(*texts: tuple[str, str]) -> Cell:
    """A cell that in the last rows of a loop stays with what follows: no signature alone on a page."""
    plain = [("Jejak Cell Kept" if style == "Jejak Cell" else style, text) for style, text in texts]
    return [
        ("Jejak Cell", f"{{%p if loop.revindex <= {_KEPT_ROWS} %}}"),
        *plain,
        ("Jejak Cell", "{%p else %}"),
        *texts,
        ("Jejak Cell", "{%p endif %}"),
    ]


def high_rows(made: Table, first: int, height: int) -> None:
    """Gives the rows from `first` on a least height (twentieths of a point), to write in by hand."""
    for row in made.rows[first:]:
        row._tr.get_or_add_trPr().append(element("trHeight", val=str(height), hRule="atLeast"))
