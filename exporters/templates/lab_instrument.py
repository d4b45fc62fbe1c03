"""The instrument of monitoring: the plan row by row, with what was recorded and room for what is not."""

from docx.document import Document

from exporters.templates.blocks import Cell, Row, commands, head_row, loop_row, table
from exporters.templates.lab_common import BLANK, DOTS, SHORT_DOTS, filled, high_rows

ROW_HEIGHT = 560
"""Twentieths of a point: a row to be written in by hand."""


def write_instrument(document: Document) -> None:
    """Its head, the rows of the plan, and what was recorded beside them."""
    commands(
        document,
        ("Jejak Chapter", "INSTRUMEN MONITORING"),
        (
            "Jejak Note",
            "{{ innovation }} · {{ code }}. Instrumen monitoring adalah rencana aksi itu sendiri, yang "
            "diperiksa baris demi baris; susunan kolom temuan belum terkonfirmasi. Yang sudah tercatat "
            "terisi dengan tanggalnya; yang belum dibiarkan kosong.",
        ),
        ("Jejak Last", f"Pemantau (jabatan): {DOTS}     Tanggal: {SHORT_DOTS}"),
    )
    _steps(document)
    _seen(document)


def _lines(name: str) -> Cell:
    """A paragraph for each recorded line; an empty one where there is none."""
    return [
        ("Jejak Cell", f"{{%p for line in step.{name} %}}"),
        ("Jejak Cell", "{{ line }}"),
        ("Jejak Cell", "{%p else %}"),
        ("Jejak Cell", ""),
        ("Jejak Cell", "{%p endfor %}"),
    ]


def _steps(document: Document) -> None:
    row: Row = [
        [("Jejak Cell", "{{ step.number }}")],
        [("Jejak Cell", "{{ step.activity }}"), ("Jejak Cell Note", "{{ step.phase }}")],
        filled("step.output", "–"),
        filled("step.time", BLANK),
        *map(_lines, ("state", "result", "obstacle")),
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
        loop_row("{%tr for step in checks %}", 7),
        row,
        loop_row("{%tr else %}", 7),
        *([open_row] * 8),
        loop_row("{%tr endfor %}", 7),
    ]
    made = table(document, "Jejak Grid", (9, 55, 38, 33, 36, 48, 48), rows)
    high_rows(made, 1, ROW_HEIGHT)


def _seen(document: Document) -> None:
    commands(
        document,
        ("Normal", "{%p if seen %}"),
        ("Jejak Part", "Pemantauan dan kemajuan lain yang tercatat"),
    )
    row: Row = [
        filled("one.day", BLANK),
        [("Jejak Cell", "{{ one.what }}")],
        filled("one.result", ""),
        filled("one.obstacle", ""),
    ]
    rows: list[Row] = [
        head_row("Tanggal", "Yang tercatat", "Hasil atau temuan", "Kendala, sebab, tindak lanjut"),
        loop_row("{%tr for one in seen %}", 4),
        row,
        loop_row("{%tr endfor %}", 4),
    ]
    table(document, "Jejak Grid", (38, 92, 74, 63), rows)
    commands(document, ("Normal", "{%p endif %}"))
