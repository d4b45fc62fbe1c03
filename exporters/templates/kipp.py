"""The KIPP document: identity, the aspects in the order of the form, letters and goals."""

from docx.document import Document

from exporters.templates.blocks import (
    Row,
    add_paragraph,
    commands,
    head_row,
    listed,
    loop_row,
    optional,
    share_out,
    table,
)
from exporters.templates.common import draft_only, final_only, first_page, sources_page, title

_CHANGE_WIDTHS = (31, 18, 24, 24, 36, 27)
_IDENTITY = "Identitas proposal"
_GOAL_WIDTH = 9
_GOALS_WIDTH = 8670
"""The width of the page, of which each of 17 goals takes nine millimetres."""


def write_kipp(document: Document) -> None:
    """Write the whole document: first page, identity, aspects with attachments, letters, SDGs, sources."""
    draft_only(document, first_page)
    final_only(document, title)
    _identity(document)
    _aspects(document)
    _letters(document)
    _goals(document)
    draft_only(document, sources_page)


def _identity(document: Document) -> None:
    draft_only(document, lambda made: commands(made, ("Jejak Chapter", _IDENTITY)))
    final_only(document, lambda made: commands(made, ("Jejak Part", _IDENTITY)))
    row: Row = [[("Jejak Cell Head", "{{ item.label }}")], listed("item.paragraphs")]
    rows: list[Row] = [loop_row("{%tr for item in identity %}", 2), row, loop_row("{%tr endfor %}", 2)]
    table(document, "Jejak Grid", (50, 110), rows, head=False)


def _aspects(document: Document) -> None:
    heading = "{% if section.number != '0' %}{{ section.number }}. {% endif %}{{ section.label }}"
    commands(
        document,
        ("Jejak Part", "Isi proposal"),
        ("Normal", "{%p for section in sections %}"),
        ("Jejak Item", heading),
        ("Normal", "{%p if not final %}"),
        ("Jejak Count", "{{ section.weight|capitalize }} · {{ section.counted }}"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p for text in section.paragraphs %}"),
        ("Normal", "{%p if loop.last %}"),
        ("Jejak Last", "{{ text }}"),
        ("Normal", "{%p else %}"),
        ("Normal", "{{ text }}"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p else %}"),
        ("Jejak Blank", "{% if final %}{{ blank }}{% else %}{{ section.blank }}{% endif %}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p if section.measured and measurements %}"),
    )
    _changes(document)
    commands(
        document,
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p for line in section.attached %}"),
        ("Jejak Note", "Lampiran {{ loop.index }}: {{ line }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p if section.unattached and not section.attached and not final %}"),
        ("Jejak Note", "{{ section.unattached }}: belum tercatat"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p endfor %}"),
    )


def _changes(document: Document) -> None:
    add_paragraph(document, "Jejak Count", "Indikator yang diukur sebelum dan sesudah")
    row: Row = [
        [("Jejak Cell", "{{ m.indicator }}")],
        optional("m.unit"),
        [*optional("m.before"), ("Jejak Cell Note", "{% if m.before_on %}{{ m.before_on }}{% endif %}")],
        [*optional("m.after"), ("Jejak Cell Note", "{% if m.after_on %}{{ m.after_on }}{% endif %}")],
        optional("m.method"),
        optional("m.source"),
    ]
    rows: list[Row] = [
        head_row("Indikator", "Satuan", "Sebelum", "Sesudah", "Cara ukur", "Sumber data"),
        loop_row("{%tr for m in measurements %}", 6),
        row,
        loop_row("{%tr endfor %}", 6),
    ]
    table(document, "Jejak Grid", _CHANGE_WIDTHS, rows)
    add_paragraph(document, "Jejak Note", "")


def _letters(document: Document) -> None:
    add_paragraph(document, "Jejak Part", "Surat pernyataan")
    row: Row = [
        [("Jejak Cell", "{{ letter.label }}")],
        [("Jejak Cell", "{% if letter.there %}ada{% elif final %}{{ blank }}{% else %}belum{% endif %}")],
        listed("letter.attached"),
    ]
    rows: list[Row] = [
        head_row("Surat", "Ada", "Berkas"),
        loop_row("{%tr for letter in letters %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (62, 16, 82), rows)


def _goals(document: Document) -> None:
    commands(
        document,
        ("Jejak Part", "Tujuan Pembangunan Berkelanjutan (SDGs)"),
        ("Jejak Note", "Tujuan yang dipilih bertanda X."),
    )
    rows: list[Row] = [_each_goal("{{ goal.number }}"), _each_goal("{% if goal.chosen %}X{% endif %}")]
    share_out(table(document, "Jejak Grid", (_GOAL_WIDTH,) * 3, rows), _GOALS_WIDTH)


def _each_goal(text: str) -> Row:
    """A row with a cell for each goal."""
    return [
        [("Jejak Cell Centre", "{%tc for goal in sdgs %}")],
        [("Jejak Cell Centre", text)],
        [("Jejak Cell Centre", "{%tc endfor %}")],
    ]
