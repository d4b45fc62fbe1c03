"""The letters of a proposal: statement letters and the cover letter, as drafts to be completed and signed."""

from docx.document import Document

from exporters.templates.blocks import Cell, Row, commands, head_row, loop_row, table

_DOTS = "…………………………………"


def write_letter(document: Document) -> None:
    """Write the whole letter: title, number and addressee or signatory, innovation, statements, signature."""
    commands(
        document,
        ("Jejak Letter", "{{ title|upper }}"),
        ("Jejak Centre", "{{ award_title }} {{ year }}{% if group %} · {{ group }}{% endif %}"),
        ("Normal", ""),
        ("Normal", "{%p if addressed %}"),
    )
    _reference(document)
    commands(
        document,
        ("Jejak After", f"Yth. {_DOTS}"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{{ opening }}"),
        ("Normal", "{%p if not addressed %}"),
    )
    _signatory(document)
    commands(document, ("Normal", "{%p endif %}"), ("Jejak After", "{{ about }}"))
    _innovation(document)
    commands(
        document,
        ("Normal", "{%p for text in statements %}"),
        ("Jejak After", "{{ text }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p if enclosures %}"),
    )
    _enclosures(document)
    commands(document, ("Normal", "{%p endif %}"), ("Jejak Close", "{{ closing }}"))
    _signature(document)


def _reference(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Form", "Nomor")], [("Jejak Form", _DOTS)]],
        [[("Jejak Form", "Lampiran")], [("Jejak Form", "{{ attached }}")]],
        [[("Jejak Form", "Perihal")], [("Jejak Form", "{{ subject }}")]],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _signatory(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Form", "Nama")], [("Jejak Form", _DOTS)]],
        [[("Jejak Form", "NIP")], [("Jejak Form", _DOTS)]],
        [[("Jejak Form", "Jabatan")], _open("post")],
        [[("Jejak Form", "Perangkat daerah / unit")], _open("unit")],
        [[("Jejak Form", "Pemerintah daerah")], [("Jejak Form", "{{ region }}")]],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _innovation(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Form", "Judul inovasi")], _open("innovation")],
        [[("Jejak Form", "Perangkat daerah / unit")], _open("unit")],
        [[("Jejak Form", "Pemerintah daerah")], [("Jejak Form", "{{ region }}")]],
        [[("Jejak Form", "Mulai diterapkan")], _open("implemented_on")],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _open(name: str) -> Cell:
    """A value, or dots to write on."""
    return [("Jejak Form", f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}{_DOTS}{{% endif %}}")]


def _enclosures(document: Document) -> None:
    row: Row = [
        [("Jejak Cell", "{{ one.number }}")],
        [("Jejak Cell", "{{ one.label }}")],
        [("Jejak Cell", "{{ one.state }}")],
    ]
    rows: list[Row] = [
        head_row("No", "Lampiran", "Keadaan"),
        loop_row("{%tr for one in enclosures %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (12, 108, 40), rows)


def _signature(document: Document) -> None:
    commands(
        document,
        ("Jejak Sign", "………………………, ………………………"),
        ("Jejak Sign", "{% if post %}{{ post }}{% else %}" + _DOTS + "{% endif %},"),
        ("Jejak Sign", ""),
        ("Jejak Sign", ""),
        ("Jejak Sign", ""),
        ("Jejak Sign End", f"({_DOTS})"),
    )
