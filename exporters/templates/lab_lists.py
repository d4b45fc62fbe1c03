"""The list of innovations launched as an annex, and the action plan with its grid of months."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from exporters.templates.blocks import HEAD_FILL, Row, commands, element, head_row, loop_row, table
from exporters.templates.lab_common import (
    DOTS,
    SHORT_DOTS,
    dotted,
    draft_line,
    filled,
    high_rows,
    kept,
    notes,
)

NUMBER, EXECUTOR, OUTPUT, METHOD = 450, 1700, 1950, 1700
"""Twentieths of a point: the fixed columns of a plan; activities and months take the rest."""
_ROW_HEIGHT = 560
_MARK = "{% if one.illustrative %} · ilustrasi{% endif %}"


def write_launching(document: Document) -> None:
    """The head of the annex, the list, the signature."""
    draft_line(document)
    commands(
        document,
        ("Jejak Annex", "LAMPIRAN"),
        ("Jejak Annex", "{% if decree %}{{ decree|upper }}{% else %}KEPUTUSAN " + SHORT_DOTS + "{% endif %}"),
        ("Jejak Annex", "NOMOR: " + dotted("number", SHORT_DOTS)),
        ("Jejak Annex", "TANGGAL: " + dotted("day", SHORT_DOTS)),
        ("Jejak Annex", "TENTANG: " + dotted("about", SHORT_DOTS)),
        ("Jejak Letter", "DAFTAR INOVASI YANG DILUNCURKAN"),
        ("Jejak Centre", "{{ lab }}"),
        ("Normal", "{%p for text in ceremonies %}"),
        ("Jejak Note", "Peluncuran: {{ text }}"),
        ("Normal", "{%p endfor %}"),
    )
    row: Row = [
        kept(("Jejak Cell", "{{ one.number }}")),
        kept(("Jejak Cell", "{{ one.innovation }}"), ("Jejak Cell Note", "{{ one.code }}" + _MARK)),
        kept(("Jejak Cell", dotted("one.unit", "–"))),
        kept(("Jejak Cell", dotted("one.kind", "–"))),
        kept(("Jejak Cell", dotted("one.day", "belum tercatat"))),
    ]
    rows: list[Row] = [
        head_row("No", "Nama inovasi", "Perangkat daerah / unit", "Jenis", "Diluncurkan"),
        loop_row("{%tr for one in rows %}", 5),
        row,
        loop_row("{%tr endfor %}", 5),
    ]
    table(document, "Jejak Grid", (11, 58, 38, 21, 32), rows)
    commands(
        document,
        ("Jejak Close", ""),
        ("Jejak Sign", f"{DOTS},"),
        ("Jejak Sign", ""),
        ("Jejak Sign", ""),
        ("Jejak Sign End", f"({DOTS})"),
    )
    notes(document)


def write_plan(document: Document) -> None:
    """What the plan is of, the grid of months, then the instrument of monitoring on a page of its own."""
    draft_line(document)
    commands(document, ("Jejak Letter", "RENCANA AKSI INOVASI"))
    _about(document)
    commands(document, ("Jejak Gap", ""))
    _grid(document)
    commands(document, ("Jejak Gap", ""))
    notes(document)
    commands(
        document,
        ("Jejak Chapter", "INSTRUMEN MONITORING"),
        (
            "Jejak Note",
            "{{ innovation }} · {{ code }}. Instrumen monitoring adalah rencana aksi itu sendiri, yang "
            "diperiksa baris demi baris; susunan kolom temuan belum terkonfirmasi.",
        ),
    )
    _instrument(document)
    commands(document, ("Jejak Close", f"Pemantau (jabatan): {DOTS}     Tanggal: {SHORT_DOTS}"))


def _about(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Cell Note", "Judul inovasi")], [("Jejak Cell Head", "{{ innovation }}")]],
        [
            [("Jejak Cell Note", "Kode dan versi rencana")],
            [("Jejak Cell", "{{ code }} · versi " + dotted("version", SHORT_DOTS))],
        ],
        [[("Jejak Cell Note", "Perangkat daerah / unit")], filled("unit")],
        [[("Jejak Cell Note", "Laboratorium inovasi")], [("Jejak Cell", "{{ lab }}")]],
    ]
    table(document, "Jejak Plain", (45, 220), rows, head=False)


def _grid(document: Document) -> None:
    """Steps against months; docxtpl repeats the columns of years and months."""
    blank = [("Jejak Cell", "")]
    heads = head_row("No", "Kegiatan", "Pelaksana", "Keluaran", "Metode")
    step: Row = [
        [("Jejak Cell", "{{ step.number }}")],
        [("Jejak Cell", "{{ step.activity }}"), ("Jejak Cell Note", "{{ step.phase }}")],
        filled("step.executor", "–"),
        filled("step.output", "–"),
        filled("step.method", "–"),
    ]
    rows: list[Row] = [
        [*heads, *_each("year in years", "{{ year.label }}")],
        [*([blank] * 5), *_each("month in months", "{{ month.label }}")],
        loop_row("{%tr for step in steps %}", 8),
        [*step, *_each("fill in step.cells", "")],
        loop_row("{%tr else %}", 8),
        *[
            [[("Jejak Cell", str(number))], *([blank] * 4), *_each("month in months", "")]
            for number in range(1, 9)
        ],
        loop_row("{%tr endfor %}", 8),
    ]
    made = table(document, "Jejak Grid", (10,) * 8, rows)
    _columns(made)
    for at, tr in enumerate(made._tbl.tr_lst):
        cells = tr.tc_lst
        if len(cells) < 8 or "tr " in "".join(cells[0].itertext()):
            continue
        _widths(cells)
        month = cells[6].get_or_add_tcPr()
        if at == 0:
            month.find(qn("w:tcW")).addnext(element("gridSpan", val="{{ year.columns }}"))
        fill = HEAD_FILL if at < 2 else "{{ fill }}" if at == 3 else "FFFFFF"
        for old in month.findall(qn("w:shd")):
            month.remove(old)
        month.append(element("shd", val="clear", color="auto", fill=fill))
        _no_margins(month)
        if at < 2:
            _head_cells(cells[:5], first=at == 0)
        elif at != 3:
            tr.get_or_add_trPr().append(element("trHeight", val=str(_ROW_HEIGHT), hRule="atLeast"))
    second = made._tbl.tr_lst[1].get_or_add_trPr()
    second.append(element("tblHeader"))


def _each(loop: str, text: str) -> Row:
    """Three cells: the loop, what it repeats, its end."""
    return [
        [("Jejak Month", f"{{%tc for {loop} %}}")],
        [("Jejak Month", text)],
        [("Jejak Month", "{%tc endfor %}")],
    ]


def _columns(made: Table) -> None:
    """The widths of the columns; those of the months are repeated when the document is made."""
    grid = made._tbl.tblGrid
    widths = (NUMBER, "{{ activity_width }}", EXECUTOR, OUTPUT, METHOD, "{{ cell_width }}")
    for stray in list(grid)[len(widths) :]:
        grid.remove(stray)
    for column, width in zip(grid, widths, strict=True):
        column.set(qn("w:w"), str(width))
    grid[4].tail = "{% for month in months %}"
    grid[5].tail = "{% endfor %}"
    made._tbl.tblPr.find(qn("w:tblW")).set(qn("w:w"), "{{ table_width }}")


def _widths(cells: list) -> None:  # type: ignore[type-arg]
    widths = (NUMBER, "{{ activity_width }}", EXECUTOR, OUTPUT, METHOD)
    for cell, width in zip(cells, widths, strict=False):
        cell.tcPr.find(qn("w:tcW")).set(qn("w:w"), str(width))
    cells[6].tcPr.find(qn("w:tcW")).set(qn("w:w"), "{{ cell_width }}")


def _no_margins(properties) -> None:  # type: ignore[no-untyped-def]
    margins = element("tcMar")
    margins.append(element("left", w="0", type="dxa"))
    margins.append(element("right", w="0", type="dxa"))
    properties.append(margins)


def _head_cells(cells: list, *, first: bool) -> None:  # type: ignore[type-arg]
    """Heads that stand over both lines."""
    for cell in cells:
        properties = cell.get_or_add_tcPr()
        for old in properties.findall(qn("w:shd")):
            properties.remove(old)
        merge = element("vMerge", val="restart") if first else element("vMerge")
        properties.append(merge)
        properties.append(element("shd", val="clear", color="auto", fill=HEAD_FILL))


def _instrument(document: Document) -> None:
    row: Row = [
        [("Jejak Cell", "{{ step.number }}")],
        [("Jejak Cell", "{{ step.activity }}"), ("Jejak Cell Note", "{{ step.phase }}")],
        filled("step.output", "–"),
        filled("step.time", "belum tercatat"),
        *([[("Jejak Cell", "")]] * 3),
    ]
    open_row: Row = [[("Jejak Cell", "")]] * 7
    rows: list[Row] = [
        head_row(
            "No",
            "Kegiatan",
            "Keluaran",
            "Rencana waktu",
            "Keadaan",
            "Hasil dan bukti",
            "Kendala, sebab, tindak lanjut",
        ),
        loop_row("{%tr for step in steps %}", 7),
        row,
        loop_row("{%tr else %}", 7),
        *([open_row] * 8),
        loop_row("{%tr endfor %}", 7),
    ]
    made = table(document, "Jejak Grid", (9, 60, 44, 36, 22, 46, 50), rows)
    high_rows(made, 1, _ROW_HEIGHT)
