"""The list of innovations launched as an annex, and the action plan with its grid of months."""

from collections.abc import Sequence
from copy import copy
from typing import Any

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
    notes,
    with_end,
)
from exporters.templates.lab_instrument import ROW_HEIGHT, write_instrument

NUMBER, EXECUTOR, OUTPUT, METHOD = 450, 1700, 1950, 1700
"""Twentieths of a point: the fixed columns of a plan; activities and months take the rest."""
_LAUNCHED_WIDTHS = (11, 58, 38, 21, 32)
_SIGNATURE = (
    ("Jejak Sign", ""),
    ("Jejak Sign", f"{DOTS},"),
    *(("Jejak Sign", ""),) * 3,
    ("Jejak Sign End", f"({DOTS})"),
)
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
    notes(document)
    heads = head_row("No", "Nama inovasi", "Perangkat daerah / unit", "Jenis", "Diluncurkan")
    made = table(document, "Jejak Grid", _LAUNCHED_WIDTHS, [heads, *_launched("rows")])
    with_end(made, _LAUNCHED_WIDTHS, _launched("last_rows"), _SIGNATURE)


def _launched(name: str) -> list[Row]:
    row: Row = [
        [("Jejak Cell", "{{ one.number }}")],
        [("Jejak Cell", "{{ one.innovation }}"), ("Jejak Cell Note", "{{ one.code }}" + _MARK)],
        filled("one.unit", "–"),
        filled("one.kind", "–"),
        filled("one.day", "belum tercatat"),
    ]
    return [loop_row(f"{{%tr for one in {name} %}}", 5), row, loop_row("{%tr endfor %}", 5)]


def write_plan(document: Document) -> None:
    """What the plan is of, the grid of months, then the instrument of monitoring on a page of its own."""
    draft_line(document)
    commands(document, ("Jejak Letter", "RENCANA AKSI INOVASI"))
    _about(document)
    commands(document, ("Jejak Gap", ""))
    _grid(document)
    commands(
        document,
        ("Jejak Note", "{%p if cost %}"),
        ("Jejak Note", "Biaya: {{ cost }}"),
        ("Jejak Note", "{%p endif %}"),
        ("Jejak Gap", ""),
    )
    notes(document)
    write_instrument(document)


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
        [
            ("Jejak Cell", "{{ step.activity }}"),
            ("Jejak Cell Note", "{{ step.phase }}"),
            ("Jejak Cell Note", "{%p if step.more %}"),
            ("Jejak Cell Note", "{{ step.more }}"),
            ("Jejak Cell Note", "{%p endif %}"),
        ],
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
    tree: Any = made._tbl
    years, months, _loop, step_row, _else, *open_rows, _end = tree.tr_lst
    for row, fill in ((years, HEAD_FILL), (months, HEAD_FILL), (step_row, "{{ fill }}")):
        _cells(row.tc_lst, fill)
    for row in open_rows:
        _cells(row.tc_lst, "FFFFFF")
        row.get_or_add_trPr().append(element("trHeight", val=str(ROW_HEIGHT), hRule="atLeast"))
    months.get_or_add_trPr().append(element("tblHeader"))
    years.tc_lst[6].tcPr.find(qn("w:tcW")).addnext(element("gridSpan", val="{{ year.columns }}"))
    for row, merge in ((years, element("vMerge", val="restart")), (months, element("vMerge"))):
        for cell in row.tc_lst[:5]:
            cell.tcPr.find(qn("w:tcW")).addnext(copy(merge))
            if row is months:
                cell.tcPr.append(element("shd", val="clear", color="auto", fill=HEAD_FILL))


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


def _cells(cells: Sequence[Any], fill: str) -> None:
    """The widths of a row's cells, and the fill of the one that is repeated for each month."""
    widths = (NUMBER, "{{ activity_width }}", EXECUTOR, OUTPUT, METHOD)
    for cell, width in zip(cells, widths, strict=False):
        cell.tcPr.find(qn("w:tcW")).set(qn("w:w"), str(width))
    month = cells[6].tcPr
    month.find(qn("w:tcW")).set(qn("w:w"), "{{ cell_width }}")
    for old in month.findall(qn("w:shd")):
        month.remove(old)
    month.append(element("shd", val="clear", color="auto", fill=fill))
    margins = element("tcMar")
    margins.append(element("left", w="0", type="dxa"))
    margins.append(element("right", w="0", type="dxa"))
    month.append(margins)
