"""The IGA document: the printed report LAPORAN INOVASI DAERAH in the layout known from copies of it."""

from docx.document import Document

from exporters.templates.blocks import Row, add_paragraph, commands, head_row, listed, loop_row, table
from exporters.templates.common import draft_only, final_only, first_page, sources_page

_MINISTRY = "KEMENTERIAN DALAM NEGERI"


def write_iga(document: Document) -> None:
    """Write the whole document: first page, report head, profile, indicators, sources."""
    draft_only(document, first_page)
    _report_head(document)
    _profile(document)
    _indicators(document)
    draft_only(document, sources_page)


def _report_head(document: Document) -> None:
    draft_only(document, _opening)
    final_only(document, lambda made: commands(made, ("Jejak Centre", _MINISTRY)))
    commands(
        document,
        ("Jejak Centre", "BADAN STRATEGI KEBIJAKAN DALAM NEGERI"),
        ("Jejak Centre", ""),
        ("Jejak Centre", "LAPORAN INOVASI DAERAH"),
        ("Jejak Centre", ""),
    )
    row: Row = [[("Jejak Cell", "{{ item.label }}")], listed("item.paragraphs")]
    rows: list[Row] = [loop_row("{%tr for item in identity %}", 2), row, loop_row("{%tr endfor %}", 2)]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _opening(document: Document) -> None:
    """The first line of the report on a page of its own, behind the first page of a draft."""
    add_paragraph(document, "Jejak Centre", _MINISTRY).paragraph_format.page_break_before = True


def _profile(document: Document) -> None:
    commands(
        document,
        ("Jejak Part", "1. PROFIL INOVASI"),
        ("Normal", "{%p for section in sections %}"),
        ("Jejak Item", "{{ section.number }} {{ section.label }}"),
        ("Normal", "{%p if section.counted and section.paragraphs and not final %}"),
        ("Jejak Count", "{{ section.counted }}"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p for text in section.paragraphs %}"),
        ("Normal", "{{ text }}"),
        ("Normal", "{%p else %}"),
        ("Jejak Blank", "{% if final %}{{ blank }}{% else %}{{ section.blank }}{% endif %}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p endfor %}"),
    )


def _indicators(document: Document) -> None:
    add_paragraph(document, "Jejak Part", "2. INDIKATOR INOVASI")
    note = "Indikator {{ row.number }}{% if row.mandatory %} · wajib{% endif %}"
    row: Row = [
        [("Jejak Cell", "{{ row.row }}")],
        [("Jejak Cell", "{{ row.name }}"), ("Jejak Cell Note", note)],
        [
            ("Normal", "{%p if row.chosen %}"),
            ("Jejak Cell", "{{ row.information }}"),
            ("Normal", "{%p else %}"),
            ("Jejak Cell Blank", "{{ row.information }}"),
            ("Normal", "{%p endif %}"),
        ],
        listed("row.proofs"),
    ]
    rows: list[Row] = [
        head_row("No", "Indikator SPD", "Informasi", "Bukti Dukung"),
        loop_row("{%tr for row in indicators %}", 4),
        row,
        loop_row("{%tr endfor %}", 4),
    ]
    table(document, "Jejak Grid", (10, 48, 30, 72), rows)
