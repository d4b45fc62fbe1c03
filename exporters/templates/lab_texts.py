"""The performance agreement of an innovation, and the commitment of a lab with its table of signatures."""

from docx.document import Document

from exporters.templates.blocks import Cell, Row, commands, head_row, loop_row, table
from exporters.templates.lab_common import (
    BLANK,
    DOTS,
    SHORT_DOTS,
    dotted,
    draft_line,
    filled,
    high_rows,
    notes,
)

_SIGN_HEIGHT = 680


def write_agreement(document: Document) -> None:
    """Parties, innovation, plan and targets, duties, signatures."""
    draft_line(document)
    notes(document)
    commands(
        document,
        ("Jejak Letter", "PERJANJIAN KINERJA INOVASI"),
        ("Jejak Centre", "Nomor: " + dotted("number")),
        (
            "Jejak After",
            f"Pada tanggal {dotted('day')}, bertempat di {dotted('place')}, "
            "yang bertanda tangan di bawah ini:",
        ),
    )
    _parties(document)
    commands(
        document,
        ("Jejak After", "bersepakat tentang kinerja inovasi berikut, dari {{ lab }}:"),
    )
    _innovation(document)
    _plan(document)
    _targets(document)
    commands(
        document,
        (
            "Jejak After",
            "Para pihak sepakat agar inovasi tersebut dilaksanakan menurut rencana aksinya, dipantau, "
            "dan dilaporkan kemajuannya.",
        ),
        ("Normal", f"Pembagian tugas para pihak: {DOTS}{DOTS}"),
        ("Jejak Last", f"Ketentuan lain: {DOTS}{DOTS}"),
    )
    _signatures(document)


def _parties(document: Document) -> None:
    row: Row = [
        [("Jejak Cell", "{{ party.role|capitalize }}")],
        [
            ("Jejak Cell", f"Nama: {DOTS}"),
            ("Jejak Cell", "Jabatan: " + dotted("party.post")),
            ("Jejak Cell", "{%p if party.unit %}"),
            ("Jejak Cell", "Unit: {{ party.unit }}"),
            ("Jejak Cell", "{%p endif %}"),
            ("Jejak Cell", "{%p if party.above %}"),
            ("Jejak Cell", "Bertindak {{ party.above }}"),
            ("Jejak Cell", "{%p elif party.representing %}"),
            ("Jejak Cell", "Mewakili: {{ party.representing }}"),
            ("Jejak Cell", "{%p endif %}"),
        ],
    ]
    rows: list[Row] = [loop_row("{%tr for party in parties %}", 2), row, loop_row("{%tr endfor %}", 2)]
    table(document, "Jejak Plain", (35, 125), rows, head=False)


def _innovation(document: Document) -> None:
    rows: list[Row] = [
        [[("Jejak Cell Note", "Judul inovasi")], [("Jejak Cell Head", "{{ innovation }}")]],
        [[("Jejak Cell Note", "Kode inovasi")], [("Jejak Cell", "{{ code }}")]],
        [[("Jejak Cell Note", "Perangkat daerah / unit")], filled("unit")],
        [[("Jejak Cell Note", "Pemerintah daerah")], [("Jejak Cell", "{{ region }}")]],
        [[("Jejak Cell Note", "Rencana aksi")], [("Jejak Cell", "versi " + dotted("plan", SHORT_DOTS))]],
    ]
    table(document, "Jejak Plain", (45, 115), rows, head=False)


def _plan(document: Document) -> None:
    commands(document, ("Jejak Part", "Target menurut rencana aksi"))
    row: Row = [
        [("Jejak Cell", "{{ step.number }}")],
        [("Jejak Cell", "{{ step.activity }}"), ("Jejak Cell Note", "{{ step.phase }}")],
        *(filled(f"step.{name}", BLANK) for name in ("place", "output", "cost", "target", "time")),
    ]
    dots = [[("Jejak Cell", "………")]] * 6
    rows: list[Row] = [
        head_row("No", "Kegiatan", "Tempat", "Keluaran", "Biaya", "Target", "Waktu"),
        loop_row("{%tr for step in steps %}", 7),
        row,
        loop_row("{%tr else %}", 7),
        *([[("Jejak Cell", number)], *dots] for number in ("1", "2")),
        loop_row("{%tr endfor %}", 7),
    ]
    table(document, "Jejak Grid", (8, 34, 22, 25, 24, 19, 28), rows)


def _targets(document: Document) -> None:
    commands(document, ("Jejak Part", "Ukuran keberhasilan"))
    row: Row = [
        [("Jejak Cell", "{{ one.indicator }}")],
        filled("one.unit", "–"),
        filled("one.before", SHORT_DOTS),
        [("Jejak Cell", SHORT_DOTS)],
        [*filled("one.after", SHORT_DOTS), ("Jejak Cell Note", "{% if one.day %}{{ one.day }}{% endif %}")],
    ]
    rows: list[Row] = [
        head_row("Indikator", "Satuan", "Sebelum", "Target", "Terukur kemudian"),
        loop_row("{%tr for one in targets %}", 5),
        row,
        loop_row("{%tr else %}", 5),
        [[("Jejak Cell", "………………")]] * 5,
        loop_row("{%tr endfor %}", 5),
    ]
    table(document, "Jejak Grid", (52, 24, 24, 28, 32), rows)


def _signatures(document: Document) -> None:
    """Both parties side by side, each with its post; witnesses below."""
    commands(document, ("Jejak Close", ""))
    rows: list[Row] = [
        loop_row("{%tr for pair in (parties + witnesses)|batch(2) %}", 2),
        [_signature("pair[0]"), _signature("pair[1]")],
        loop_row("{%tr endfor %}", 2),
    ]
    table(document, "Jejak Plain", (80, 80), rows, head=False)
    # Without it Word and LibreOffice end the document with a line as high as the text.
    commands(document, ("Jejak Gap", ""))


def _signature(party: str) -> Cell:
    """Role, for whom, post, and room to sign; an empty cell beside an odd one."""
    return [
        ("Jejak Cell", f"{{%p if {party} is defined %}}"),
        ("Jejak Cell Head", f"{{{{ {party}.role|capitalize }}}}"),
        ("Jejak Cell", f"{{%p if {party}.above %}}"),
        ("Jejak Cell Head", f"{{{{ {party}.above }}}}"),
        ("Jejak Cell", "{%p endif %}"),
        ("Jejak Cell Head", dotted(f"{party}.post") + ","),
        *([("Jejak Cell Head", "")] * 3),
        ("Jejak Cell", f"({DOTS})"),
        ("Jejak Cell", ""),
        ("Jejak Cell", "{%p else %}"),
        ("Jejak Cell", ""),
        ("Jejak Cell", "{%p endif %}"),
    ]


def write_commitment(document: Document) -> None:
    """The text in neutral words, then the table of signatures."""
    draft_line(document)
    notes(document)
    commands(
        document,
        ("Jejak Letter", "{{ title|upper }}"),
        ("Normal", "{%p if number %}"),
        ("Jejak Centre", "Nomor: {{ number }}"),
        ("Normal", "{%p endif %}"),
        ("Normal", ""),
        (
            "Normal",
            "Kami yang bertanda tangan di bawah ini berkomitmen mengembangkan inovasi di lingkungan "
            "Pemerintah {{ region }} melalui {{ lab }}.",
        ),
    )
    _covered(document)
    commands(
        document,
        ("Normal", "Butir komitmen:"),
        ("Normal", f"1. {DOTS}{DOTS}"),
        ("Normal", f"2. {DOTS}{DOTS}"),
        ("Jejak Close", dotted("place", SHORT_DOTS) + ", " + dotted("day", SHORT_DOTS)),
    )
    row: Row = [
        [("Jejak Cell", "{{ one.number }}")],
        filled("one.post", SHORT_DOTS),
        filled("one.unit", SHORT_DOTS),
        [("Jejak Cell", "")],
    ]
    rows: list[Row] = [
        head_row("No", "Jabatan", "Unit", "Tanda tangan"),
        loop_row("{%tr for one in signers %}", 4),
        row,
        loop_row("{%tr endfor %}", 4),
    ]
    high_rows(table(document, "Jejak Grid", (10, 56, 52, 42), rows), 1, _SIGN_HEIGHT)


def _covered(document: Document) -> None:
    """The innovations that the commitment lists, if it lists any."""
    commands(
        document,
        ("Normal", "{%p if innovations %}"),
        ("Normal", "Inovasi yang tercakup:"),
    )
    row: Row = [
        [("Jejak Cell", "{{ one.number }}")],
        [("Jejak Cell", "{{ one.innovation }}")],
        filled("one.unit", SHORT_DOTS),
    ]
    rows: list[Row] = [
        head_row("No", "Inovasi", "Unit"),
        loop_row("{%tr for one in innovations %}", 3),
        row,
        loop_row("{%tr endfor %}", 3),
    ]
    table(document, "Jejak Grid", (10, 90, 60), rows)
    commands(document, ("Jejak After", ""), ("Normal", "{%p endif %}"))
