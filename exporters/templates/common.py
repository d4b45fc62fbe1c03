"""Pages that both documents share: the first, with what is still missing, and the last, with the sources."""

from collections.abc import Callable

from docx.document import Document

from exporters.templates.blocks import Row, add_paragraph, commands, head_row, loop_row, optional, table

_FACTS = (
    ("Pemerintah daerah", "region"),
    ("Perangkat daerah / unit", "unit"),
    ("Kode inovasi", "code"),
    ("Laboratorium inovasi", "lab"),
    ("Keadaan per", "spoken_day"),
)


def draft_only(document: Document, write: Callable[[Document], None]) -> None:
    """Writes what a final copy leaves out."""
    add_paragraph(document, "Normal", "{%p if not final %}")
    write(document)
    add_paragraph(document, "Normal", "{%p endif %}")


def final_only(document: Document, write: Callable[[Document], None]) -> None:
    """Writes what a draft leaves out."""
    add_paragraph(document, "Normal", "{%p if final %}")
    write(document)
    add_paragraph(document, "Normal", "{%p endif %}")


def first_page(document: Document) -> None:
    """Title, innovation, facts, status, verdict and the note on an unconfirmed layout."""
    title(document)
    _facts(document)
    _verdict(document)
    _layout(document)
    _status(document)
    _notes(document)


def title(document: Document) -> None:
    """The competition, the name of the document, and that of the innovation."""
    commands(
        document,
        ("Jejak Kicker", "{{ award_title }} {{ year }}{% if group %} · {{ group }}{% endif %}"),
        ("Jejak Document", "{{ document }}"),
        ("Normal", "{%p if innovation %}"),
        ("Jejak Name", "{{ innovation }}{% if acronym %} ({{ acronym }}){% endif %}"),
        ("Normal", "{%p else %}"),
        ("Jejak Name", "Nama inovasi belum tercatat"),
        ("Normal", "{%p endif %}"),
    )


def _facts(document: Document) -> None:
    rows: list[Row] = [[[("Jejak Cell Note", label)], optional(name)] for label, name in _FACTS]
    former: Row = [
        [("Jejak Cell Note", "Nama terdahulu")],
        [("Jejak Cell", "{{ former_titles|join('; ') }}")],
    ]
    rows += [loop_row("{%tr if former_titles %}", 2), former, loop_row("{%tr endif %}", 2)]
    rows.append([[("Jejak Cell Note", "Penilaian syarat")], [("Jejak Cell Head", "{{ verdict }}")]])
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _verdict(document: Document) -> None:
    commands(document, ("Normal", "{%p if against %}"))
    row: Row = [
        [("Jejak Cell Head", "{{ one.mark }}")],
        [("Jejak Cell", "{{ one.text }}")],
        [("Jejak Cell", "{{ one.mend }}")],
    ]
    rows: list[Row] = [loop_row("{%tr for one in against %}", 3), row, loop_row("{%tr endfor %}", 3)]
    table(document, "Jejak Plain", (8, 84, 68), rows, head=False)
    commands(
        document,
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p if judged_by %}"),
        ("Jejak Note", "{% if maturity %}{{ maturity }} {% endif %}Penilaian syarat {{ judged_by }}."),
        ("Normal", "{%p endif %}"),
    )


def _layout(document: Document) -> None:
    commands(
        document,
        ("Normal", "{%p if layout_note %}"),
        ("Jejak Warning", "{{ layout_note }}"),
        ("Normal", "{%p endif %}"),
    )


def _status(document: Document) -> None:
    add_paragraph(document, "Jejak Part", "DRAF — yang masih kurang")
    add_paragraph(document, "Normal", "{%p if missing %}")
    row: Row = [
        [("Jejak Cell", "{{ gap.labels }}")],
        [("Jejak Cell", "{{ gap.what }}")],
        [("Jejak Cell", "{{ gap.mend }}")],
    ]
    rows: list[Row] = [
        head_row("Bagian", "Yang kurang", "Jalan keluar"),
        loop_row("{%tr for gap in missing %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (70, 38, 52), rows)
    commands(
        document,
        ("Normal", "{%p else %}"),
        (
            "Normal",
            "{% if against %}Isian formulir tidak ada yang kurang; yang belum terpenuhi disebut di atas."
            "{% else %}Tidak ada yang kurang.{% endif %}",
        ),
        ("Normal", "{%p endif %}"),
    )


def _notes(document: Document) -> None:
    commands(
        document,
        ("Normal", "{%p if any_unconfirmed %}"),
        ("Jejak Note", "* Menurut aturan yang belum terkonfirmasi."),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p if elsewhere %}"),
        (
            "Jejak Warning",
            "Diisi langsung di aplikasi resmi, tidak dicatat di sini: {{ elsewhere|join('; ') }}.",
        ),
        ("Normal", "{%p endif %}"),
        ("Jejak Note", "{{ word_note }}"),
    )


def sources_page(document: Document) -> None:
    """The table of the events behind every filled item."""
    commands(
        document,
        ("Jejak Chapter", "Sumber setiap isian"),
        ("Jejak Note", "Nomor peristiwa adalah posisinya dalam rekam jejak."),
    )
    row: Row = [
        [("Jejak Cell", "{{ row.label }}")],
        [("Jejak Cell", "{{ row.event }}")],
        [("Jejak Cell", "{{ row.occurred }}")],
        [("Jejak Cell", "{{ row.place }}")],
        [("Jejak Cell", "{{ row.recorded }}"), ("Jejak Cell Note", "{{ row.post }}")],
    ]
    rows: list[Row] = [
        head_row("Isian", "Peristiwa", "Terjadi", "Lembar dan sel", "Dicatat, oleh (jabatan)"),
        loop_row("{%tr for row in sources %}", 5),
        row,
        loop_row("{%tr endfor %}", 5),
    ]
    table(document, "Jejak Grid", (42, 20, 28, 32, 38), rows)
