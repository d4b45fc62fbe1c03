"""A lab with four innovations, and workbooks that its units complete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from importers import template
from tests.helpers import Done, column, invoke, row_of

Rows = dict[str, list[dict[str, Any]]]
LAB = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}
UNITS = [
    {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"},
    {"Kunci": "U-2", "Jenis": "OPD", "Nama": "Dinas Contoh", "Nama Singkat": "Dincon/toh"},
    {"Kunci": "U-3", "Jenis": "OPD", "Nama": "CON"},
    {"Kunci": "U-4", "Jenis": "OPD", "Nama": "Dinas Tanpa Inovasi", "Nama Singkat": "Dintan"},
]
DOCUMENT = {"Kunci": "D-1", "Jenis": "SK", "Nomor": "1/2022", "Perihal": "Penerapan"}
PERSON = {"Kunci": "O-1", "Nama": "Nama Rahasia Sekali", "NIP": "199001012020121001", "Jabatan": "Kepala"}
NOTHING = "Tidak ada yang baru: 0 baru, {same} sama, 0 berbeda.\n"


def basic() -> Rows:
    innovations = [
        {"Kunci": "INO-1", "Judul": "Inovasi satu", "Unit": "U-1", "Tanggal": "12-13 Oktober 2022"},
        {"Kunci": "INO-2", "Judul": "Inovasi dua", "Unit": "U-2", "Tanggal": "November 2022"},
        {"Kunci": "INO-3", "Judul": "Inovasi tiga", "Unit": "U-3", "Tanggal": "2023"},
        {"Kunci": "INO-4", "Judul": "Inovasi empat", "Unit": "U-1"},
    ]
    return {
        "Unit": [dict(one) for one in UNITS],
        "Orang": [dict(PERSON)],
        "Dokumen": [dict(DOCUMENT)],
        "Lab": [dict(LAB)],
        "Inovasi": innovations,
        "Profil": [
            {
                "Kunci": "P-1",
                "Inovasi": "INO-1",
                "Tanggal": "2023",
                "Bentuk Inovasi": "pelayanan publik",
                "Urusan": "Perdagangan",
                "SDGs": "8; 9",
                "Tujuan": "Cepat.\nMurah.",
            }
        ],
        "Penerapan": [{"Kunci": "T-1", "Inovasi": "INO-1", "Tanggal": "2 Mei 2023", "Dasar Hukum": "D-1"}],
        "Pengukuran": [
            {
                "Kunci": "N-1",
                "Inovasi": "INO-1",
                "Indikator": "Lama",
                "Satuan": "menit",
                "Nilai Sebelum": 12.5,
                "Nilai Sesudah": 8170,
                "Tanggal Sesudah": "Triwulan II 2023",
            }
        ],
    }


def recorded_lab(home: Path, folder: Path) -> Path:
    """The workspace, with the lab and its innovations recorded."""
    path = folder / "lab.xlsx"
    template.write(path, rows=basic(), identity={"Kode Wilayah": "33.03", "Lab": "uji-2022"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    return home


def prefilled(home: Path, path: Path, *options: str, fill: Callable[[Any], None] | None = None) -> Path:
    """Writes a prefilled workbook, and lets a function fill it."""
    done = invoke("template", path, *options, "--home", home, "--force")
    assert done.status == 0, done.err
    if fill:
        book = load_workbook(path)
        fill(book)
        book.save(path)
    return path


def innovations(home: Path) -> list[str]:
    """The codes of what is recorded."""
    return [row["code"] for row in invoke("catalogue", "list", "--json", "--home", home).data["items"]]


def take(home: Path, path: Path, *more: str) -> Done:
    return invoke("import", path, "--home", home, *more)


def put(book: Any, sheet: str, key: str, **cells: Any) -> None:
    """Fills cells of a row by the headings of their columns, `_` for a space."""
    page = book[sheet]
    for label, value in cells.items():
        page.cell(row_of(page, key), column(page, label.replace("_", " "))).value = value


def add(book: Any, sheet: str, **cells: Any) -> None:
    page = book[sheet]
    number = page.max_row + 1
    for label, value in cells.items():
        page.cell(number, column(page, label.replace("_", " "))).value = value


def rows_of(path: Path, sheet: str) -> list[dict[str, Any]]:
    page = load_workbook(path)[sheet]
    heads = [cell.value for cell in page[1]]
    return [
        {head: value for head, value in zip(heads, row, strict=True) if value is not None}
        for row in page.iter_rows(min_row=2, values_only=True)
        if any(row)
    ]
