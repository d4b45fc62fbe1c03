"""A large workbook that holds, apart from planted errors, valid rows alone; and the cells that hold these."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import xlsxwriter
from openpyxl import load_workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from domain.sheets.registry import BY_NAME
from importers.marking.list_sheet import NAME
from importers.reading.book import IDENTITY, REGION_LABEL
from ledger.workspace.workspace import LEDGER
from torture.site import Site

Line = dict[str, Any]
UNITS = 20
"""Units that rows of other sheets name; none of them is faulty."""
SHARES = {
    "Unit": 6,
    "Orang": 4,
    "Dokumen": 5,
    "Ide": 25,
    "Inovasi": 20,
    "Profil": 6,
    "Penerapan": 12,
    "Monitoring": 8,
    "Pengukuran": 6,
    "Pendukung": 4,
    "Klaim IGA": 4,
}
"""Sheets, and how many of a hundred rows stand in each."""


class Number(NamedTuple):
    """A number in a format of its own."""

    value: float
    shape: str


class Formula(NamedTuple):
    """A formula, with the value that Excel last saw: empty where it never calculated."""

    value: str


class Kind(NamedTuple):
    """One kind of error: where it stands, and what stands there."""

    sheet: str
    label: str
    value: Any


FAULTS = (
    Kind("Unit", "Jenis", "Planet"),
    Kind("Unit", "Nama", None),
    Kind("Unit", "Tanggal", "kemarin"),
    Kind("Unit", "Induk", "Dinas Antah Berantah"),
    Kind("Orang", "Jabatan", None),
    Kind("Orang", "Unit", "Badan Antah Berantah"),
    Kind("Dokumen", "Kunci", "D-0"),
    Kind("Dokumen", "Jenis", "Sajak"),
    Kind("Dokumen", "Perihal", None),
    Kind("Dokumen", "Tanggal", "31 Februari 2022"),
    Kind("Ide", "Judul", None),
    Kind("Ide", "Jenis Usulan", "ide bekas"),
    Kind("Ide", "Unit", "Kantor Antah Berantah"),
    Kind("Ide", "Tanggal", "2022-13"),
    Kind("Ide", "Latar Belakang", "Antre \u202eterlalu lama"),
    Kind("Ide", "Tanpa Lab", "mungkin"),
    Kind("Ide", "Kunci", "lain/IDE"),
    Kind("Ide", "Kunci", None),
    Kind("Ide", "Tujuan", Formula("")),
    Kind("Ide", "Deskripsi", Formula("#REF!")),
    Kind("Inovasi", "Judul", Formula("#N/A")),
    Kind("Inovasi", "Unit", None),
    Kind("Inovasi", "Tanggal", "nanti"),
    Kind("Inovasi", "Ide", "IDE-TIADA"),
    Kind("Inovasi", "Judul", "Layanan \ue001 Cepat"),
    Kind("Inovasi", "Akronim", Number(44_900, "d mmm yyyy")),
    Kind("Inovasi", "Akronim", Number(12_345_678_901_234_567, "0")),
    Kind("Profil", "Urusan", "Perdukunan"),
    Kind("Profil", "Bentuk Inovasi", "Bulat"),
    Kind("Penerapan", "Inovasi", None),
    Kind("Penerapan", "Inovasi", "INO-TIADA"),
    Kind("Penerapan", "Tanggal", "0/0/2022"),
    Kind("Penerapan", "Dasar Hukum", "D-TIADA"),
    Kind("Monitoring", "Cara", "mimpi"),
    Kind("Monitoring", "Temuan", None),
    Kind("Pengukuran", "Nilai Sebelum", "banyak"),
    Kind("Pengukuran", "Satuan", None),
    Kind("Pendukung", "Jumlah", Number(2.5, "General")),
    Kind("Pendukung", "Jumlah", Number(3_000_000_000, "General")),
    Kind("Klaim IGA", "Tingkat", "9"),
)


def _lines(sheet: str, count: int) -> Iterator[Line]:
    make: dict[str, Callable[[int], Line]] = {
        "Unit": lambda n: {"Kunci": f"U-{n}", "Jenis": "OPD", "Nama": f"Dinas {n}", "Tanggal": "2016"},
        "Orang": lambda n: {"Kunci": f"O-{n}", "Jabatan": "Analis", "Unit": _unit(n)},
        "Dokumen": lambda n: {
            "Kunci": f"D-{n}",
            "Jenis": "SK",
            "Nomor": f"188.4/{n}",
            "Tanggal": "3 Maret 2022",
            "Perihal": f"Keputusan {n}",
        },
        "Ide": lambda n: {
            "Kunci": f"IDE-{n}",
            "Judul": f"Antrean {n}",
            "Jenis Usulan": "ide baru",
            "Unit": _unit(n),
            "Tanggal": f"{1 + n % 28} Maret 2022",
            "Latar Belakang": f"Warga menunggu {n} menit di loket.",
            "Deskripsi": f"Nomor {n} diambil dari rumah.",
            "Tujuan": "Waktu tunggu turun.",
            "Tanpa Lab": "ya",
        },
        "Inovasi": lambda n: {
            "Kunci": f"INO-{n}",
            "Ide": f"IDE-{n}",
            "Judul": f"Antrean {n}",
            "Akronim": f"ANTRE{n}",
            "Unit": _unit(n),
            "Tanggal": "April 2022",
            "Tanpa Lab": "ya",
        },
        "Profil": lambda n: {
            **_of(n, "PRO"),
            "Tanggal": "2022-06",
            "Urusan": "Kesehatan",
            "Bentuk Inovasi": "pelayanan publik",
            "Tujuan": f"Menunggu paling lama {n} menit.",
        },
        "Penerapan": lambda n: {**_of(n, "PEN"), "Tanggal": "5 Mei 2022", "Dasar Hukum": "D-0"},
        "Monitoring": lambda n: {
            **_of(n, "MON"),
            "Tanggal": "Juni 2022",
            "Cara": "langsung",
            "Temuan": f"Loket {n} sepi.",
        },
        "Pengukuran": lambda n: {
            **_of(n, "UKU"),
            "Indikator": "Waktu tunggu",
            "Satuan": "menit",
            "Nilai Sebelum": Number(60 + n % 7, "General"),
            "Nilai Sesudah": Number(12.5, "0.0"),
            "Tanggal Sesudah": "2023",
        },
        "Pendukung": lambda n: {
            **_of(n, "DUK"),
            "Jenis": "pelaksana",
            "Peran": "petugas",
            "Jumlah": Number(1 + n % 9, "0"),
        },
        "Klaim IGA": lambda n: {
            **_of(n, "KLA"),
            "Tahun": Number(2026, "General"),
            "Indikator": Number(17, "General"),
            "Tingkat": "2",
        },
    }
    return map(make[sheet], range(count))


def _unit(number: int) -> str:
    return f"Dinas {number % UNITS}"


def _of(number: int, key: str) -> Line:
    return {"Kunci": f"{key}-{number}", "Inovasi": f"INO-{number}", "Tanpa Lab": "ya"}


def plant(path: Path, *, rows: int, errors: int, seed: int) -> set[str]:
    """Writes a workbook of so many rows, with errors of all kinds; returns the cells that hold these."""
    draw = Random(seed)  # noqa: S311 - rows, no secrets
    kinds = [FAULTS[n % len(FAULTS)] for n in range(errors)]
    planted: set[str] = set()
    with xlsxwriter.Workbook(path, {"constant_memory": False, "strings_to_urls": False}) as book:
        shapes: dict[str, Any] = {}
        book.add_worksheet(IDENTITY).write_row(0, 0, [REGION_LABEL, "33.03"])
        for name, share in SHARES.items():
            lines = list(_lines(name, rows * share // 100))
            # The first rows are those that others need: units by name, a document by its key.
            least = UNITS if name in ("Unit", "Dokumen") else 0
            mine = [kind for kind in kinds if kind.sheet == name]
            # A row that loses its key is one that no other names: that would be an error of its own.
            lost = [kind for kind in mine if (name, kind.label) == ("Ide", "Kunci")]
            free = range(rows * SHARES["Inovasi"] // 100, len(lines)) if lost else range(0)
            places = draw.sample(free, len(lost))
            others = [at for at in range(least, len(lines)) if at not in places]
            mine = [*lost, *(kind for kind in mine if kind not in lost)]
            places += draw.sample(others, len(mine) - len(lost))
            sheet = BY_NAME[name]
            labels = [sheet.key_label, *(one.label for one in sheet.columns)]
            for kind, at in zip(mine, places, strict=True):
                lines[at][kind.label] = kind.value
                planted.add(f"{name}!{xl_rowcol_to_cell(at + 1, labels.index(kind.label))}")
            _write(book, book.add_worksheet(name), labels, lines, shapes)
    return planted


def _write(book: Any, sheet: Any, labels: list[str], lines: list[Line], shapes: dict[str, Any]) -> None:
    sheet.write_row(0, 0, labels)
    for row, line in enumerate(lines, 1):
        for column, label in enumerate(labels):
            value = line.get(label)
            if isinstance(value, Number):
                if value.shape not in shapes:
                    shapes[value.shape] = book.add_format({"num_format": value.shape})
                sheet.write_number(row, column, value.value, shapes[value.shape])
            elif isinstance(value, Formula):
                sheet.write_formula(row, column, "=A1", None, value.value)
            elif value is not None:
                sheet.write_string(row, column, value)


def wrong(folder: Path, *, rows: int, errors: int, seed: int) -> list[str]:
    """Imports such a workbook in a new workspace; what is named or noted that should not be, or is not."""
    site = Site(folder / "ruang")
    site.make()
    path, marked = folder / "buku.xlsx", folder / "tanda.xlsx"
    planted = plant(path, rows=rows, errors=errors, seed=seed)
    before = (site.home / LEDGER).read_bytes()
    done = site.call("import", str(path), "--mark", str(marked), "--json")
    named = {one["where"] for one in done.envelope["messages"] if one.get("where")}
    found = [f"{one}: named, but not planted" for one in sorted(named - planted)]
    found += [f"{one}: planted, but not named" for one in sorted(planted - named)]
    found += [f"{one}: named and not noted, or noted and not named" for one in sorted(noted(marked) ^ named)]
    if done.status != 3 or (site.home / LEDGER).read_bytes() != before:
        found.append(f"ended with {done.status}, or the ledger changed")
    return found


def noted(path: Path) -> set[str]:
    """The cells of a marked copy that bear a note, but for those of its list."""
    return {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in load_workbook(path)
        if sheet.title != NAME
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
