"""What a region signs: the recapitulation of its innovations, and the statement of integrity."""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from exporters.templates.blocks import Cell, Row, commands, element, loop_row, table

MARGIN = 15
"""Millimetres left and right of the text on a landscape page."""
_DOTS = "…………………………………"
_HEADED = "Kepala ……………………………"
_SUBTITLE = "{{ award_title }} {{ year }} · {{ region }}"
_COLUMNS = (
    ("No", 7, "Jejak Tight Centre", "{{ row.number }}"),
    ("Kode", 16, "Jejak Tight", "{{ row.code }}"),
    ("Nama Inovasi", 41, "Jejak Tight", "{{ row.name }}{% if row.illustrative %} (ilustrasi){% endif %}"),
    ("Perangkat Daerah/Unit", 30, "Jejak Tight", "{{ row.unit }}"),
    ("Tahapan", 16, "Jejak Tight", "{{ row.stage }}"),
    ("Bentuk", 22, "Jejak Tight", "{{ row.form }}"),
    ("Urusan Utama", 24, "Jejak Tight", "{{ row.affair }}"),
    ("Inisiator", 17, "Jejak Tight", "{{ row.initiator }}"),
    ("Waktu Uji Coba", 18, "Jejak Tight", "{{ row.trialled_on }}"),
    ("Waktu Penerapan", 18, "Jejak Tight", "{{ row.implemented_on }}"),
    ("Waktu Pengembangan", 22, "Jejak Tight", "{{ row.developed_on }}"),
    ("Kematangan diklaim dan terbukti", 18, "Jejak Tight Right", "{{ row.maturity }}"),
    ("Kematangan terverifikasi", 18, "Jejak Tight Right", "{{ row.verified }}"),
)


def write_recapitulation(document: Document) -> None:
    """Write the table of innovations, the sums below it, and the signature."""
    commands(
        document,
        ("Jejak Letter", "{{ title|upper }}"),
        ("Jejak Centre", _SUBTITLE),
        (
            "Jejak Note",
            "Keadaan per {{ spoken_day }}.{% if most %} Kematangan paling tinggi {{ most }}.{% endif %}",
        ),
    )
    width = len(_COLUMNS)
    head: Row = [[("Jejak Tight Head", heading)] for heading, _, _, _ in _COLUMNS]
    row: Row = [[(style, text)] for _, _, style, text in _COLUMNS]
    rows: list[Row] = [
        head,
        loop_row("{%tr for row in rows %}", width),
        row,
        loop_row("{%tr endfor %}", width),
    ]
    _narrow(table(document, "Jejak Grid", [size for _, size, _, _ in _COLUMNS], rows))
    _ending(document)


def _narrow(made: Table) -> None:
    """Cells with little room beside their text: thirteen columns stand on one page."""
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w="57", type="dxa"))
    made._tbl.tblPr.append(margins)


def _ending(document: Document) -> None:
    """The sums and the signature beside them, in one row that no page parts: nobody signs an empty page."""
    commands(document, ("Jejak Count", ""))
    blank: Row = [[("Jejak Tight", "")]] * 3
    affairs, parts, sign = table(document, "Jejak Plain", (92, 92, 83), [blank], head=False).rows[0].cells
    _lines(affairs, ("Normal", "{%p if affairs %}"), ("Jejak Item", "Urusan pelayanan dasar"))
    rows: list[Row] = [
        _figures("Urusan", "Inovasi", "Dihitung", style="Jejak Tight Head"),
        loop_row("{%tr for one in affairs %}", 3),
        _figures("{{ one.affair }}", "{{ one.entered }}", "{{ one.counted }}"),
        loop_row("{%tr endfor %}", 3),
    ]
    table(affairs, "Jejak Grid", (54, 16, 18), rows)
    _lines(affairs, ("Normal", "{%p endif %}"), ("Jejak Tight", ""))
    _lines(parts, ("Jejak Item", "Jumlah dan indeks (perkiraan)"))
    rows = [
        _figures("Bagian", "Nilai", "Maksimum", style="Jejak Tight Head"),
        loop_row("{%tr for one in parts %}", 3),
        _figures("{{ one.label }}", "{{ one.value }}", "{{ one.most }}"),
        loop_row("{%tr endfor %}", 3),
    ]
    table(parts, "Jejak Grid", (54, 16, 18), rows)
    _lines(parts, ("Jejak Tight Note", "{{ notes|join(' ') }} {{ estimate }}"))
    _lines(
        sign,
        ("Jejak Form", "………………………, ………………………"),
        ("Jejak Form", f"{{% if post %}}{{{{ post }}}}{{% else %}}{_HEADED}{{% endif %}},"),
        ("Jejak Form", ""),
        ("Jejak Form", ""),
        ("Jejak Form", ""),
        ("Jejak Form", ""),
        ("Jejak Form", f"({_DOTS})"),
    )
    # Level with the headings beside it.
    sign.paragraphs[0].paragraph_format.space_before = Pt(6)
    # Word wants a paragraph behind the last table; a usual one could take a page of its own.
    commands(document, ("Jejak End", ""))


def _lines(cell: _Cell, *lines: tuple[str, str]) -> None:
    """Paragraphs at the end of a cell, the first one in place of an empty one that stands there."""
    for position, (style, text) in enumerate(lines):
        last = cell.paragraphs[-1]
        target = last if position == 0 and not last.text else cell.add_paragraph()
        target.style = style
        target.add_run(text)


def _figures(first: str, *figures: str, style: str = "") -> Row:
    """A row of figures behind what they are."""
    right: list[Cell] = [[(style or "Jejak Tight Right", text)] for text in figures]
    return [[(style or "Jejak Tight", first)], *right]


def write_integrity(document: Document) -> None:
    """Write the statement, with room for the duty stamp and the signature."""
    commands(
        document,
        ("Jejak Letter", "{{ title|upper }}"),
        ("Jejak Centre", _SUBTITLE),
        ("Normal", ""),
        ("Normal", "{{ opening }}"),
    )
    rows: list[Row] = [
        [[("Jejak Form", "Nama")], [("Jejak Form", _DOTS)]],
        [[("Jejak Form", "NIP")], [("Jejak Form", _DOTS)]],
        [[("Jejak Form", "Jabatan")], _open("post", _HEADED)],
        [[("Jejak Form", "Perangkat daerah")], _open("office", _DOTS)],
        [[("Jejak Form", "Pemerintah daerah")], [("Jejak Form", "{{ region }}")]],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)
    commands(
        document,
        ("Jejak After", "{{ about }}"),
        ("Normal", "{%p for text in statements %}"),
    )
    numbered = document.add_paragraph("{{ loop.index }}.\t{{ text }}", style="Normal")
    numbered.paragraph_format.left_indent = Mm(10)
    numbered.paragraph_format.first_line_indent = Mm(-10)
    numbered.paragraph_format.tab_stops.add_tab_stop(Mm(10))
    commands(
        document,
        ("Normal", "{%p endfor %}"),
        ("Jejak Close", "{{ closing }}"),
        ("Jejak Sign", "………………………, ………………………"),
        ("Jejak Sign", f"{{% if post %}}{{{{ post }}}}{{% else %}}{_HEADED}{{% endif %}},"),
    )
    document.paragraphs[-1].paragraph_format.space_after = Pt(6)
    _stamp(document)
    commands(document, ("Jejak Sign End", f"({_DOTS})"))
    document.paragraphs[-1].paragraph_format.space_before = Pt(6)


def _open(name: str, dots: str) -> Cell:
    """A value, or dots to write on."""
    return [("Jejak Form", f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}{dots}{{% endif %}}")]


def _stamp(document: Document) -> None:
    """A frame for the duty stamp, at the left end of the signature, which has to run across it."""
    row: Row = [[("Jejak Cell", "")], [("Jejak Cell Centre", "{{ stamp }}")], [("Jejak Cell", "")]]
    made = table(document, "Jejak Plain", (85, 26, 49), [row], head=False)
    line = made.rows[0]
    line.height, line.height_rule = Mm(24), WD_ROW_HEIGHT_RULE.EXACTLY
    for cell in line.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _frame(line.cells[1])


def _frame(cell: _Cell) -> None:
    borders = element("tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val="dashed", sz="4", space="0", color="A6A6A6"))
    properties = cell._tc.get_or_add_tcPr()
    properties.find(qn("w:tcW")).addnext(borders)
    borders.addnext(element("vAlign", val="center"))
