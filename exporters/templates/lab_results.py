"""What became of a lab's innovations, and its pauses: parts of its report that stand only where recorded."""

from docx.document import Document

from exporters.templates.blocks import Row, commands, head_row, loop_row, table
from exporters.templates.lab_common import BLANK, filled


def write_pauses(document: Document) -> None:
    """Each pause with its reason."""
    commands(document, ("Normal", "{%p if pauses %}"), ("Jejak Part", "Jeda lab"))
    row: Row = [
        filled("one.paused", BLANK),
        [("Jejak Cell", "{{ one.resumed }}")],
        filled("one.reason", BLANK),
    ]
    rows: list[Row] = [
        head_row("Dijeda", "Dilanjutkan", "Alasan"),
        loop_row("{%tr for one in pauses %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (40, 40, 80), rows)
    commands(document, ("Normal", "{%p endif %}"))


def write_results(document: Document) -> None:
    """The counts, then a table for each heading."""
    commands(
        document,
        ("Normal", "{%p if results %}"),
        ("Jejak Part", "Penetapan, pengakuan, dan kelanjutan inovasi"),
        ("Jejak Count", "Yang tercatat tentang inovasi lab ini sampai posisi rekam jejak {{ position }}."),
    )
    _counts(document)
    commands(
        document,
        ("Normal", "{%p for part in results %}"),
        ("Jejak Item", "{{ part.title }}"),
    )
    row: Row = [
        filled("one.day", BLANK),
        [("Jejak Cell", "{{ one.innovation }}")],
        [("Jejak Cell", "{{ one.text }}")],
    ]
    rows: list[Row] = [
        head_row("Tanggal", "Inovasi", "Yang tercatat"),
        loop_row("{%tr for one in part.rows %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (35, 38, 87), rows)
    commands(document, ("Normal", "{%p endfor %}"), ("Normal", "{%p endif %}"))


def _counts(document: Document) -> None:
    row: Row = [[("Jejak Cell", f"{{{{ one.{name} }}}}")] for name in ("label", "innovations", "events")]
    rows: list[Row] = [
        head_row("Hal", "Inovasi", "Catatan"),
        loop_row("{%tr for one in result_counts %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (90, 35, 35), rows)
