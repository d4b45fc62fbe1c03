"""The letters of a proposal: statement letters and the cover letter, as drafts to be completed and signed."""

from docx.document import Document

from exporters.templates.blocks import Row, commands, head_row, loop_row, optional, table

_DOTS = "…………………………………"


def write_letter(document: Document) -> None:
    """Write the whole letter: that it is a draft, title, signatory, innovation, statements, signature."""
    commands(
        document,
        ("Jejak Draft", "Konsep – bukan naskah resmi. Naskah resmi surat ini tidak diketahui; sesuaikan."),
        ("Jejak Letter", "{{ title|upper }}"),
        ("Jejak Centre", "{{ award_title }} {{ year }}{% if group %} · {{ group }}{% endif %}"),
        ("Normal", ""),
        ("Normal", "{%p if addressed %}"),
        ("Normal", f"Yth. {_DOTS}"),
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
    commands(
        document,
        ("Normal", "{%p for text in notes %}"),
        ("Jejak Note", "{{ text }}"),
        ("Normal", "{%p endfor %}"),
    )


def _signatory(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Cell Note", "Nama")], [("Jejak Cell", _DOTS)]],
        [[("Jejak Cell Note", "NIP")], [("Jejak Cell", _DOTS)]],
        [[("Jejak Cell Note", "Jabatan")], optional("post", blank=_DOTS)],
        [[("Jejak Cell Note", "Perangkat daerah / unit")], optional("unit", blank=_DOTS)],
        [[("Jejak Cell Note", "Pemerintah daerah")], [("Jejak Cell", "{{ region }}")]],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _innovation(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Cell Note", "Judul inovasi")], optional("innovation", blank=_DOTS)],
        [[("Jejak Cell Note", "Perangkat daerah / unit")], optional("unit", blank=_DOTS)],
        [[("Jejak Cell Note", "Pemerintah daerah")], [("Jejak Cell", "{{ region }}")]],
        [[("Jejak Cell Note", "Mulai diterapkan")], optional("implemented_on", blank=_DOTS)],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


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
