"""The report of a lab: facts, stages, attendance, the funnel drawn, LAN's seven columns, figures."""

from docx.document import Document

from exporters.templates.blocks import Row, commands, head_row, loop_row, share_out, table
from exporters.templates.lab_common import BLANK, dotted, draft_line, filled, notes
from exporters.templates.lab_results import write_pauses, write_results

_COLUMN, _COLUMNS_WIDTH = 22, 9072


def write_report(document: Document) -> None:
    """All parts in the order in which the lab went."""
    draft_line(document)
    commands(document, ("Jejak Kicker", "{{ title }}"), ("Jejak Document", "{{ lab }}"))
    _labelled(document, "facts", (45, 115), style="Jejak Plain")
    _stages(document)
    _course(document)
    write_pauses(document)
    _attendance(document)
    _funnel(document)
    _units(document)
    _columns(document)
    _agreements(document)
    write_results(document)
    _figures(document)
    notes(document)


def _labelled(
    document: Document, name: str, widths: tuple[int, int], *heads: str, style: str = "Jejak Grid"
) -> None:
    """A table of labels and what is recorded for each."""
    row: Row = [[("Jejak Cell", "{{ one.label }}")], filled("one.text", BLANK)]
    rows: list[Row] = [loop_row(f"{{%tr for one in {name} %}}", 2), row, loop_row("{%tr endfor %}", 2)]
    table(document, style, widths, [head_row(*heads), *rows] if heads else rows, head=bool(heads))


def _when(document: Document, name: str, blank: str) -> None:
    """Begins what stands only where a list has lines; else it says that nothing is recorded."""
    commands(
        document,
        ("Normal", f"{{%p if not {name} %}}"),
        ("Jejak Blank", blank),
        ("Normal", "{%p else %}"),
    )


def _end(document: Document) -> None:
    commands(document, ("Normal", "{%p endif %}"))


def _stages(document: Document) -> None:
    commands(document, ("Jejak Part", "Tahap"))
    _when(document, "stages", "Belum ada tahap yang tercatat.")
    row: Row = [
        [("Jejak Cell", "{{ one.stage|capitalize }}")],
        filled("one.local", "–"),
        filled("one.begun", BLANK),
        filled("one.ended", BLANK),
        filled("one.remark", ""),
    ]
    rows: list[Row] = [
        head_row("Tahap", "Nama setempat", "Dari", "Sampai", "Keterangan"),
        loop_row("{%tr for one in stages %}", 5),
        row,
        loop_row("{%tr endfor %}", 5),
    ]
    table(document, "Jejak Grid", (26, 28, 31, 31, 44), rows)
    _end(document)


def _course(document: Document) -> None:
    commands(
        document,
        ("Normal", "{%p if course %}"),
        ("Jejak Part", "Persiapan dan perjalanan lab"),
    )
    _labelled(document, "course", (40, 120), "Tanggal", "Peristiwa")
    _end(document)


def _attendance(document: Document) -> None:
    commands(document, ("Jejak Part", "Peserta dan kehadiran"))
    _when(document, "participants", "Unit peserta belum tercatat.")
    _labelled(document, "participants", (60, 40), "Jenis unit", "Unit peserta")
    _end(document)
    commands(document, ("Jejak After", ""))
    _when(document, "workshops", "Hari lokakarya dan kehadirannya belum tercatat.")
    row: Row = [
        filled("one.day", BLANK),
        [("Jejak Cell", "{{ one.stage|capitalize }}")],
        filled("one.place", BLANK),
        filled("one.mode", BLANK),
        filled("one.attendance", BLANK),
    ]
    rows: list[Row] = [
        head_row("Hari", "Tahap", "Tempat", "Cara", "Kehadiran"),
        loop_row("{%tr for one in workshops %}", 5),
        row,
        loop_row("{%tr endfor %}", 5),
    ]
    table(document, "Jejak Grid", (34, 26, 36, 24, 40), rows)
    _end(document)


def _funnel(document: Document) -> None:
    commands(
        document,
        ("Jejak Part", "Corong: dari ide sampai pameran"),
        ("Jejak Last", "{{r drawing }}"),
        (
            "Jejak Note",
            "Lebar setiap batang menurut jumlahnya dalam rekam jejak; garis putus-putus: belum tercatat.",
        ),
    )
    pair: Row = [cell for at in (0, 1) for cell in _counted(f"pair[{at}]")]
    rows: list[Row] = [
        head_row("Angka lain", "Tercatat", "Angka lain", "Tercatat"),
        loop_row("{%tr for pair in counts|batch(2) %}", 4),
        pair,
        loop_row("{%tr endfor %}", 4),
    ]
    table(document, "Jejak Grid", (50, 30, 50, 30), rows)


def _counted(one: str) -> Row:
    return [[("Jejak Cell", f"{{{{ {one}.label }}}}")], filled(f"{one}.text", BLANK)]


def _units(document: Document) -> None:
    commands(document, ("Jejak Part", "Ide dan inovasi menurut unit"))
    _when(document, "units", "Unit peserta belum tercatat.")
    commands(document, ("Jejak Count", "Ide beberapa unit terhitung pada setiap pengusulnya."))
    names = ("unit", "ideas", "innovations", "launched")
    row: Row = [[("Jejak Cell", f"{{{{ one.{name} }}}}")] for name in names]
    rows: list[Row] = [
        head_row("Unit", "Ide diusulkan", "Inovasi dirancang", "Diluncurkan"),
        loop_row("{%tr for one in units %}", 4),
        row,
        loop_row("{%tr endfor %}", 4),
    ]
    table(document, "Jejak Grid", (79, 27, 27, 27), rows)
    _end(document)


def _columns(document: Document) -> None:
    commands(
        document,
        ("Jejak Part", "Tujuh kolom LAN"),
        (
            "Jejak Count",
            "Arti angka dalam tabel LAN belum terkonfirmasi (jumlah atau nilai). Di sini: yang dapat "
            "dihitung dari rekam jejak, dengan apa yang dihitung.",
        ),
    )
    heads = _each("Jejak Column", "{{ one.head }}")
    cells = _each("Jejak Column", "{{ one.value }}")
    cells = [cells[0], [*cells[1], ("Jejak Month", "{{ one.counted }}")], cells[2]]
    days = _each("Jejak Month", dotted("one.day", BLANK))
    share_out(table(document, "Jejak Grid", (_COLUMN,) * 3, [heads, cells, days]), _COLUMNS_WIDTH)


def _each(style: str, text: str) -> Row:
    return [
        [(style, "{%tc for one in columns %}")],
        [(style, text)],
        [(style, "{%tc endfor %}")],
    ]


def _agreements(document: Document) -> None:
    commands(document, ("Jejak Part", "Peluncuran, pameran, dan perjanjian"))
    commands(
        document,
        ("Normal", "{%p for text in ceremonies %}"),
        ("Normal", "{{ text }}"),
        ("Normal", "{%p else %}"),
        ("Jejak Blank", "Peluncuran dan pameran belum tercatat."),
        ("Normal", "{%p endfor %}"),
    )
    _when(document, "agreements", "Komitmen dan perjanjian belum tercatat.")
    _labelled(document, "agreements", (120, 40), "Komitmen atau perjanjian", "Tanggal")
    _end(document)


def _figures(document: Document) -> None:
    commands(document, ("Jejak Part", "Angka yang diumumkan dan yang dihitung"))
    _when(document, "figures", "Belum ada angka yang diumumkan dan tercatat.")
    row: Row = [
        [("Jejak Cell", "{{ one.measure }} ({{ one.scope }})")],
        [("Jejak Cell", "{{ one.published }}")],
        [("Jejak Cell", "{{ one.computed }}")],
        filled("one.source", BLANK),
    ]
    rows: list[Row] = [
        head_row("Angka", "Diumumkan", "Dihitung", "Sumber"),
        loop_row("{%tr for one in figures %}", 4),
        row,
        loop_row("{%tr endfor %}", 4),
    ]
    table(document, "Jejak Grid", (52, 22, 20, 66), rows)
    _end(document)
