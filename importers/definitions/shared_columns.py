"""Columns that many sheets share."""

from __future__ import annotations

from importers.definitions.column import Column

DATE_HELP = (
    "Tanggal setepat sumbernya: 15 Desember 2022, Desember 2022, atau 2022. Selang: 12-13 Oktober 2022."
    " Kosongkan bila tidak diketahui."
)


def date(label: str = "Tanggal", name: str = "occurred") -> Column:
    return Column(label, name, "date", help=DATE_HELP, width=16)


def innovation() -> Column:
    note = "Kunci inovasi dari lembar Inovasi, atau kodenya (misalnya 3303-0147)."
    return Column(
        "Inovasi", "innovation", "ref", ref="innovation", required=True, help=note, example="INO-001"
    )


def idea() -> Column:
    note = "Kunci ide dari lembar Ide atau Penggabungan, atau kodenya (misalnya 3303-I0031)."
    return Column("Ide", "idea", "ref", ref="idea", required=True, help=note, example="IDE-001")


def unit(label: str = "Unit", name: str = "unit", *, required: bool = False) -> Column:
    note = "Nama singkat unit seperti di lembar Unit."
    return Column(
        label, name, "ref", ref="unit", required=required, help=note, width=28, example="Dinas Contoh"
    )


NO_LAB = Column(
    "Tanpa Lab",
    "no_lab",
    "flag",
    help="Isi ya bila baris ini lahir di luar lab, meskipun workbook ini milik sebuah lab.",
    scoping=True,
    width=10,
)
ILLUSTRATIVE = Column(
    "Ilustrasi", "illustrative", "flag", help="Isi ya bila baris ini contoh, bukan kejadian nyata.", width=10
)
REASON = Column("Alasan", "reason", help="Mengapa demikian.", width=40)
