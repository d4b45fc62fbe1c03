"""A cell is what it shows: percentages, months and years; and a cell far away is refused by name."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from domain.profile import Measured
from importers.reading.cell_formats import as_shown
from importers.reading.sheet_facts import sheet_facts
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import invoke

DAY = datetime(2022, 10, 5)  # noqa: DTZ001 - Excel knows no time zone
FORMATS = {
    "mmm-yy": "2022-10",
    "mmmm yyyy": "2022-10",
    "[$-421]mmmm\\ yyyy;@": "2022-10",
    "yyyy": "2022",
    "dd mmmm yyyy": "2022-10-05",
    "d-mmm-yy": "2022-10-05",
    '"tahun" yyyy': "2022",
}


def written(path: Path, code: str, value: Any) -> Path:
    """A workbook with one unit, its date written in a format."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama", "Tanggal"])
        unit.write_row(1, 0, ["U-1", "OPD", "Dinas Uji"])
        unit.write(1, 3, value, book.add_format({"num_format": code}))
    return path


@pytest.mark.parametrize(("code", "iso"), FORMATS.items())
def test_a_date_is_as_exact_as_the_cell_shows_it(home: Path, tmp_path: Path, code: str, iso: str) -> None:
    assert invoke("import", written(tmp_path / "buku.xlsx", code, DAY), "--home", home).status == 0
    assert CODEC.decode(EventStore(home / "ledger.db").rows("3303/unit/000001")[0]).occurred == iso


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [(0.0817, "0.00%", "8,17%"), (0.25, "0%", "25%"), (10, "0%", "1000%"), (0.08125, "0.0%", "8,125%")],
)
def test_a_percentage_is_the_number_before_its_sign(
    tmp_path: Path, value: float, code: str, shown: str
) -> None:
    facts, _stripped = sheet_facts(written(tmp_path / "buku.xlsx", code, value))
    assert {name: one.formats for name, one in facts.items()} == {"Identitas": {}, "Unit": {"D2": code}}
    assert as_shown(value, code) == shown


LOST = "Excel hanya menyimpan 15 angka dari sebuah bilangan; angka sesudahnya hilang."
NUMBERS_IN_TEXT = [
    (3, "000", "003"),
    (7, "0", "7"),
    (188.4, "0.00", "188.40"),
    (188.4, "General", "188.4"),
    (0.1 + 0.2, "General", "0.3"),
    (0.0817, "0.00%", "8,17%"),
    (1234, "#,##0", "1.234"),
    (1234.5, "#,##0.00", "1.234,50"),
    (81234567890, "0", "81234567890"),
    (800123, "000-000", "800-123"),
    (800123, "000\\-000", "800-123"),
    (19, '"No. "000', "No. 019"),
    (-3, "000", "-003"),
    (5, '0"%"', "5%"),
    (1234, "0.###", None),
    (188.4, "0", None),
    (5e-324, "0", None),
    (0.5, "?/?", None),
    (12345, "0.00E+00", None),
    (
        198501012010011005,
        "0",
        "Excel hanya menyimpan 15 angka dari sebuah bilangan; angka sesudahnya hilang.",
    ),
    (1e15, "General", "Excel hanya menyimpan 15 angka dari sebuah bilangan; angka sesudahnya hilang."),
]


@pytest.mark.parametrize(("value", "code", "right"), NUMBERS_IN_TEXT)
def test_a_number_in_a_text_column_is_what_its_cell_shows(
    home: Path, tmp_path: Path, value: float, code: str, right: str | None
) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Dokumen")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nomor", "Perihal"])
        unit.write_row(1, 0, ["D-1", "SK", None, "Perihal"])
        unit.write(1, 2, value, book.add_format({"num_format": code}))
    done = invoke("import", path, "--home", home)
    if right not in (None, LOST):
        assert done.status == 0, done.err
        body = CODEC.decode(EventStore(home / "ledger.db").rows("3303/document/000001")[0]).body
        assert body.number == right
        return
    assert done.status == 3
    held = f"Excel menyimpan bilangan {value:.15g} di sini, bukan yang tampak dalam sel."
    assert f"  Dokumen!C2  {right or held}\n" in done.err
    remedy = (
        "Ubah format selnya menjadi Teks, lalu ketik lagi semua angkanya."
        if right
        else "Ubah format selnya menjadi Teks, lalu ketik lagi seperti dalam dokumennya."
    )
    assert f"              {remedy}\n" in done.err


@pytest.mark.parametrize(("code", "right"), [("hh:mm", "09:30"), ("h:mm", "9:30"), ("[h]:mm", None)])
def test_an_hour_in_a_text_column_is_what_its_cell_shows(
    home: Path, tmp_path: Path, code: str, right: str | None
) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Dokumen")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nomor", "Perihal"])
        unit.write_row(1, 0, ["D-1", "SK", None, "Perihal"])
        unit.write(1, 2, 0.395833333333333, book.add_format({"num_format": code}))
    done = invoke("import", path, "--home", home)
    if right is None:
        assert (done.status, "  Dokumen!C2  Excel menyimpan tanggal di sini" in done.err) == (3, True)
        return
    body = CODEC.decode(EventStore(home / "ledger.db").rows("3303/document/000001")[0]).body
    assert body.number == right


def test_a_measure_in_percent_is_recorded_as_its_cell_shows_it(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        percent = book.add_format({"num_format": "0.00%"})
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        book.add_worksheet("Unit").write_row(0, 0, ["Kunci", "Jenis", "Nama", "Nama Singkat"])
        book.sheetnames["Unit"].write_row(1, 0, ["U-1", "OPD", "Dinas Uji", "Dinuji"])
        book.add_worksheet("Inovasi").write_row(0, 0, ["Kunci", "Judul", "Unit"])
        book.sheetnames["Inovasi"].write_row(1, 0, ["INO-1", "Satu", "Dinuji"])
        measured = book.add_worksheet("Pengukuran")
        measured.write_row(
            0, 0, ["Kunci", "Inovasi", "Indikator", "Satuan", "Nilai Sebelum", "Nilai Sesudah"]
        )
        measured.write_row(1, 0, ["UKUR-1", "INO-1", "Tepat waktu", "persen"])
        measured.write(1, 4, 0.0817, percent)
        measured.write(1, 5, 0.25, percent)
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    store = EventStore(home / "ledger.db")
    facts = [CODEC.decode(row).body for row in filter(None, map(store.at, range(1, 9)))]
    assert [(one.before, one.after) for one in facts if isinstance(one, Measured)] == [("8.17", "25")]


@pytest.mark.parametrize("place", ["XFD1048576", "U1048576", "ZZZZZZ1"])
def test_a_cell_far_away_is_refused_by_name(home: Path, tmp_path: Path, place: str) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama"])
        unit.write_row(1, 0, ["U-1", "OPD", "Dinas Uji"])
        unit.write("E1", "x")
    # A place that Excel has not: no program writes it, but the reader would make room for it.
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(tmp_path / "jauh.xlsx", "w") as far:
        for info in made.infolist():
            data = made.read(info)
            far.writestr(info.filename, data.replace(b'r="E1"', f'r="{place}"'.encode()))
    path = tmp_path / "jauh.xlsx"
    before = (home / "ledger.db").read_bytes()
    done = invoke("import", path, "--home", home)
    assert (done.status, [line.strip() for line in done.err.splitlines()[2:-2]]) == (
        3,
        [
            f"Unit!{place}  sel ini jauh di luar tabel; buku kerja tidak dibaca sama sekali.",
            "Hapus baris dan kolom di belakang tabel, juga yang tampak kosong; simpan, lalu impor lagi.",
        ],
    )
    assert (home / "ledger.db").read_bytes() == before


@pytest.mark.parametrize("place", ["XFD1048576", "U1048576", "C99999", "AAA2"])
def test_a_blank_cell_far_away_is_left_out(home: Path, tmp_path: Path, place: str) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama"])
        unit.write_row(1, 0, ["U-1", "OPD", "Dinas Uji"])
        unit.write(place, " ")
        unit.write_blank("XFA1048570", None, book.add_format({"bold": True}))
    done = invoke("import", path, "--home", home)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Tercatat: 1 Unit (posisi 3–3)")


def test_what_stands_in_merged_cells_counts_for_each_row(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama", "Tanggal"])
        for row, key in enumerate(("U-1", "U-2", "", "U-3"), 1):
            unit.write_row(row, 0, [key, None, f"Dinas {key}" if key else None])
        unit.merge_range(1, 1, 3, 1, "OPD")
        unit.write(4, 1, "Puskesmas")
        # A merged range may end below the table, and its format counts for all its rows.
        month = book.add_format({"num_format": "mmmm yyyy"})
        unit.merge_range(1, 3, 9, 3, None, month)
        unit.write_datetime(1, 3, DAY, month)
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    store = EventStore(home / "ledger.db")
    facts = [CODEC.decode(row) for row in filter(None, map(store.at, (3, 4, 5)))]
    assert [(one.body.name, one.body.kind, one.occurred) for one in facts] == [
        ("Dinas U-1", "opd", "2022-10"),
        ("Dinas U-2", "opd", "2022-10"),
        ("Dinas U-3", "puskesmas", "2022-10"),
    ]


def test_hidden_sheets_and_rows_are_read_and_said(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama"])
        for row in range(1, 4):
            unit.write_row(row, 0, [f"U-{row}", "OPD", f"Dinas {row}"])
        unit.set_row(2, options={"hidden": True})
        unit.set_row(7, options={"hidden": True})
        innovation = book.add_worksheet("Inovasi")
        innovation.write_row(0, 0, ["Kunci", "Judul", "Unit"])
        innovation.write_row(1, 0, ["I-1", "Inovasi satu", "U-2"])
        innovation.hide()
    done = invoke("import", path, "--home", home)
    assert done.status == 0
    assert done.err == (
        "  Unit  1 baris tersembunyi dibaca seperti baris lain.\n"
        "  Inovasi  lembar ini tersembunyi; isinya dibaca seperti lembar lain.\n"
    )
    assert done.out.startswith("Tercatat: 3 Unit, 1 Inovasi")


def test_a_text_that_excel_made_a_date_is_refused_by_name(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama"])
        unit.write_row(1, 0, ["U-1", "OPD"])
        unit.write(1, 2, DAY, book.add_format({"num_format": "mm/yyyy"}))
    done = invoke("import", path, "--home", home)
    assert (done.status, [line.strip() for line in done.err.splitlines()[2:-2]]) == (
        3,
        [
            "Unit!C2  Excel menyimpan tanggal di sini, bukan teks yang diketik.",
            "Ubah format selnya menjadi Teks, lalu ketik lagi seperti dalam dokumennya.",
        ],
    )
