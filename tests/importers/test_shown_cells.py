"""A cell is what it shows: percentages, months and years; and a cell far away is refused by name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from domain.innovation import Measured
from importers.reading.cell_formats import as_shown, cell_formats
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
    formats = cell_formats(written(tmp_path / "buku.xlsx", code, value))
    assert formats == {"Identitas": {}, "Unit": {"D2": "percent"}}
    assert as_shown(value, "percent") == shown


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


@pytest.mark.parametrize("place", ["XFD1048576", "U1048576"])
def test_a_cell_far_away_is_refused_by_name(home: Path, tmp_path: Path, place: str) -> None:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        unit = book.add_worksheet("Unit")
        unit.write_row(0, 0, ["Kunci", "Jenis", "Nama"])
        unit.write_row(1, 0, ["U-1", "OPD", "Dinas Uji"])
        unit.write(place, " ")
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
