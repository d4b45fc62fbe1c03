"""Workbooks as they really come: each with all its errors, status 3, and a ledger as it was."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from importers import template
from tests.helpers import invoke

IDENTITY = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
LAB = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
IDEA = {"Kunci": "IDE-1", "Judul": "Ide satu", "Jenis Usulan": "ide baru", "Unit": "Dinuji"}
NO_WORKBOOK = (
    "buku.xlsx  berkasnya bukan buku kerja Excel, rusak, atau bersandi.\n"
    "             Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx), tanpa sandi.\n"
)


@pytest.fixture
def refused(home: Path, tmp_path: Path) -> Callable[[Callable[[Any], None]], list[str]]:
    """Edits a good workbook, imports it, and gives the lines of its errors."""

    def run(edit: Callable[[Any], None]) -> list[str]:
        path = tmp_path / "buku.xlsx"
        template.write(path, rows={"Lab": [LAB], "Unit": [UNIT], "Ide": [IDEA]}, identity=IDENTITY)
        book = load_workbook(path)
        edit(book)
        book.save(path)
        return errors(home, path)

    return run


def errors(home: Path, path: Path) -> list[str]:
    before = (home / "ledger.db").read_bytes()
    done = invoke("import", path, "--home", home)
    assert (done.status, done.out) == (3, ""), done.err
    assert (home / "ledger.db").read_bytes() == before
    lines = done.err.splitlines()
    count = len([line for line in lines if line.startswith("  ") and line[2] != " "])
    assert lines[0] == f"{path.name} tidak dicatat: {count} kesalahan, tidak ada yang berubah."
    assert lines[-1] == "Perbaiki, lalu impor lagi berkas yang sama."
    return [line.strip() for line in lines[2:-2]]


def test_a_renamed_sheet_is_answered_with_the_nearest(refused: Any) -> None:
    assert refused(lambda book: setattr(book["Ide"], "title", "Ide (2)")) == [
        'Ide (2)  lembar "Ide (2)" tidak dikenal. Maksudnya "Ide"?',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ]


def test_a_renamed_required_column_is_unknown_and_missing(refused: Any) -> None:
    def edit(book: Any) -> None:
        book["Ide"]["B1"] = "Judul Ide"

    assert refused(edit) == [
        'Ide!1:1  kolom "Judul" tidak ada.',
        "Tambahkan di baris pertama, persis ditulis demikian.",
        'Ide!B1  kolom "Judul Ide" tidak dikenal. Maksudnya "Judul"?',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ]


def test_a_column_that_stands_twice(refused: Any) -> None:
    def edit(book: Any) -> None:
        book["Ide"]["Z1"] = "Judul"

    assert refused(edit) == ['Ide!Z1  kolom "Judul" ada dua kali.', "Hapus salah satunya."]


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("31 Februari 2022", 'tanggal "31 Februari 2022" tidak ada.'),
        ("kemarin", '"kemarin" bukan tanggal.'),
        (44910, 'bilangan "44910" bukan tanggal.'),
        (43448, 'bilangan "43448" bukan tanggal.'),
        (44910.5, 'bilangan "44910.5" bukan tanggal.'),
        (True, '"True" bukan tanggal.'),
    ],
)
def test_what_is_no_date(refused: Any, written: Any, what: str) -> None:
    def edit(book: Any) -> None:
        cell = book["Ide"]["F2"]
        cell.number_format = "General"
        cell.value = written

    assert refused(edit)[0] == f"Ide!F2  {what}"


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_a_date_cell_is_the_day_it_shows_in_both_epochs(home: Path, tmp_path: Path, epoch_1904: bool) -> None:
    import xlsxwriter

    path = tmp_path / "buku.xlsx"
    book = xlsxwriter.Workbook(path, {"date_1904": epoch_1904})
    identity, unit = book.add_worksheet("Identitas"), book.add_worksheet("Unit")
    identity.write_row(0, 0, ["Kode Wilayah", "33.03"])
    unit.write_row(0, 0, ["Kunci", "Jenis", "Nama", "Tanggal"])
    unit.write_row(1, 0, ["U-1", "OPD", "Dinas Uji"])
    unit.write_datetime(1, 3, datetime(2022, 12, 15), book.add_format({"num_format": "dd mmmm yyyy"}))  # noqa: DTZ001
    book.close()
    assert invoke("import", path, "--home", home).status == 0
    from ledger.codec import CODEC
    from ledger.event_store import EventStore

    row = EventStore(home / "ledger.db").rows("3303/unit/000001")[0]
    assert CODEC.decode(row).occurred == "2022-12-15"


def test_an_error_cell_is_named(refused: Any) -> None:
    def edit(book: Any) -> None:
        book["Ide"]["B2"].data_type = "e"
        book["Ide"]["B2"].value = "#REF!"

    assert refused(edit) == [
        'Ide!B2  selnya menunjukkan kesalahan "#REF!".',
        "Perbaiki rumusnya, atau ketik nilainya.",
    ]


def test_a_formula_never_calculated_is_named(refused: Any) -> None:
    def edit(book: Any) -> None:
        book["Ide"]["B2"].value = "=A2"

    assert refused(edit) == [
        "Ide!B2  rumus di sel ini belum dihitung.",
        "Buka berkasnya di Excel, simpan, lalu impor lagi.",
    ]


def test_a_calculated_formula_is_its_value(home: Path, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "buku.xlsx"
    book = xlsxwriter.Workbook(path)
    identity, unit = book.add_worksheet("Identitas"), book.add_worksheet("Unit")
    identity.write_row(0, 0, ["Kode Wilayah", "33.03"])
    unit.write_row(0, 0, ["Kunci", "Jenis", "Nama"])
    unit.write_row(1, 0, ["U-1", "OPD"])
    unit.write_formula(1, 2, '="Dinas "&"Uji"', None, "Dinas Uji")
    book.close()
    assert invoke("import", path, "--json", "--home", home).data["new_by_sheet"] == {"Unit": 1}


def test_every_kind_of_error_at_once(refused: Any) -> None:
    def edit(book: Any) -> None:
        sheet = book["Ide"]
        for row, values in enumerate(
            [
                ("IDE-1", "kedua", "ide baru", "Dinuji"),
                ("IDE-3", "", "ide lama", "Dinujo"),
                ("", "x", "ide baru", "U-9"),
            ],
            3,
        ):
            for at, value in enumerate(values, 1):
                sheet.cell(row, at).value = value
        book["Peluncuran"].append(["L-1", "INO-77", None, "15 Desember 2022"])

    assert [line for line in refused(edit) if "!" in line] == [
        "Ide!A3  kunci IDE-1 sudah ada di baris 2.",
        "Ide!B4  Judul kosong.",
        'Ide!C4  "ide lama" tidak ada dalam daftar.',
        'Ide!D4  unit "Dinujo" belum terdaftar. Maksudnya "Dinuji"?',
        "Ide!A5  Kunci kosong.",
        'Ide!D5  unit "U-9" belum terdaftar.',
        "Peluncuran!B2  kunci INO-77 tidak ada di lembar Inovasi.",
    ]


def test_personal_values_stand_in_no_message(refused: Any) -> None:
    def edit(book: Any) -> None:
        book["Orang"].append(["O-1", "Nama\x0bRahasia".replace("\x0b", " "), "19990101", None, "Dinujo"])

    lines = refused(edit)
    assert [line for line in lines if "!" in line] == [
        "Orang!D2  Jabatan kosong.",
        'Orang!E2  unit "Dinujo" belum terdaftar. Maksudnya "Dinuji"?',
    ]
    assert not any("Rahasia" in line or "19990101" in line for line in lines)


@pytest.mark.parametrize(
    "value", ["19990101 202012 1 001", "0812-3456-7890", "nama@contoh.id", "Nama Contoh"]
)
def test_a_key_of_a_person_that_is_personal_data_is_refused(refused: Any, value: str) -> None:
    def edit(book: Any) -> None:
        book["Orang"].append([value, "Nama Contoh", None, "Kepala"])

    lines = refused(edit)
    assert lines == [
        "Orang!A2  kunci ini memuat data pribadi.",
        "Pakai kunci lain, misalnya ORG-01.",
    ]


@pytest.mark.parametrize(
    "content",
    [b"bukan apa-apa", b"PK\x03\x04rusak"],
    ids=["text", "damaged"],
)
def test_what_is_no_workbook(home: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(content)
    assert "\n".join(errors(home, path)) == "\n".join(line.strip() for line in NO_WORKBOOK.splitlines())


def test_a_zip_that_is_no_workbook(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "halo")
    assert errors(home, path)[0] == NO_WORKBOOK.splitlines()[0]


def test_a_zip_bomb_is_refused_unread(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as out,
    ):
        for _ in range(520):
            out.write(b"\0" * (1 << 20))
    assert errors(home, path)[0] == "buku.xlsx  isi berkasnya lebih dari 512 MB setelah dibuka."


def test_a_file_that_is_not_there(home: Path, tmp_path: Path) -> None:
    assert errors(home, tmp_path / "tiada.xlsx") == [
        "tiada.xlsx  berkasnya tidak ada.",
        "Periksa nama dan foldernya.",
    ]


def test_many_formatted_empty_rows_are_no_rows(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    book = Workbook(write_only=True)
    identity = book.create_sheet("Identitas")
    identity.append(["Kode Wilayah", "33.03"])
    sheet = book.create_sheet("Unit")
    sheet.append(["Kunci", "Jenis", "Nama"])
    sheet.append(["U-1", "OPD", "Dinas Uji"])
    from openpyxl.cell import WriteOnlyCell

    blank = WriteOnlyCell(sheet, value=None)
    blank.fill = PatternFill("solid", fgColor="FFFF00")
    for _ in range(200_000):
        sheet.append([blank])
    book.save(path)
    done = invoke("import", path, "--json", "--home", home)
    assert (done.status, done.data["new"]) == (0, 1)


def test_reordered_sheets_and_columns_and_own_notes_change_nothing(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    book = Workbook()
    notes = book.active
    notes.title = "Catatan rapat"
    notes["A1"] = "apa saja"
    sheet = book.create_sheet("Unit")
    sheet.append(["Catatan saya", "Nama", "Kunci", "Jenis"])
    sheet.append(["abaikan", "Dinas Uji", "U-1", "OPD"])
    identity = book.create_sheet("Identitas")
    identity.append(["Kode Wilayah", 33.03])
    book.save(path)
    done = invoke("import", path, "--json", "--home", home)
    assert (done.status, done.data["new_by_sheet"]) == (0, {"Unit": 1})


def test_a_column_of_the_sheet_that_is_called_catatan_is_read(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "jadwal.xlsx"
    book = Workbook()
    sheet = book.active
    sheet.title = "Jadwal"
    sheet.append(["Kunci", "Lomba", "Tahun", "Tonggak", "Hari", "Catatan", "Catatan saya"])
    sheet.append(["J-1", "IGA", 2026, "ditutup", "2026-08-31", "menurut surat edaran", "abaikan"])
    identity = book.create_sheet("Identitas")
    identity.append(["Kode Wilayah", 33.03])
    book.save(path)
    assert invoke("import", path, "--home", home).status == 0
    out = tmp_path / "peristiwa.jsonl"
    assert invoke("export", out, "--home", home).status == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [
        one["body"]["note"] for one in lines if one.get("type", "").startswith("region.edition_dated")
    ] == ["menurut surat edaran"]
