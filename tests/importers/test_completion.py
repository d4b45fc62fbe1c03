"""Prefilled workbooks: out with what is recorded, back with what is new, nothing else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
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


@pytest.fixture
def lab(home: Path, tmp_path: Path) -> Path:
    """A workspace with a lab and four innovations."""
    path = tmp_path / "lab.xlsx"
    template.write(path, rows=basic(), identity={"Kode Wilayah": "33.03", "Lab": "uji-2022"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    return home


@pytest.fixture
def out(lab: Path, tmp_path: Path) -> Callable[..., Path]:
    """Writes a prefilled workbook, and lets a function fill it."""

    def written(*options: str, fill: Callable[[Any], None] | None = None, name: str = "unit.xlsx") -> Path:
        path = tmp_path / name
        done = invoke("template", path, *options, "--home", lab, "--force")
        assert done.status == 0, done.err
        if fill:
            book = load_workbook(path)
            fill(book)
            book.save(path)
        return path

    return written


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


def test_what_is_recorded_goes_out_as_it_is_read_back(lab: Path, out: Callable[..., Path]) -> None:
    path = out("--unit", "Dinuji")
    scope = "3303/lab/000001"
    assert rows_of(path, "Inovasi") == [
        {
            "Kunci": f"{scope}/INO-1",
            "Catatan Kode": "3303-0001",
            "Judul": "Inovasi satu",
            "Unit": "Dinuji",
            "Tanggal": "12–13 Oktober 2022",
        },
        {
            "Kunci": f"{scope}/INO-4",
            "Catatan Kode": "3303-0004",
            "Judul": "Inovasi empat",
            "Unit": "Dinuji",
        },
    ]
    assert rows_of(path, "Profil") == [
        {
            "Kunci": f"{scope}/P-1",
            "Catatan Judul": "Inovasi satu",
            "Inovasi": "3303-0001",
            "Tanggal": "2023",
            "Bentuk Inovasi": "pelayanan publik",
            "Urusan": "Perdagangan",
            "SDGs": "8; 9",
            "Tujuan": "Cepat.\nMurah.",
        },
        {"Kunci": "PRF-3303-0004", "Catatan Judul": "Inovasi empat", "Inovasi": "3303-0004"},
    ]
    assert rows_of(path, "Penerapan")[0]["Dasar Hukum"] == "3303/D-1"
    measured = rows_of(path, "Pengukuran")[0]
    assert (measured["Nilai Sebelum"], measured["Nilai Sesudah"]) == (12.5, 8170)
    assert [row[1].value for row in load_workbook(path)["Identitas"].iter_rows(max_row=3)] == [
        "33.03",
        "uji-2022",
        "Dinuji",
    ]
    assert take(lab, path).out == NOTHING.format(same=5)


def test_only_sheets_that_a_unit_knows_of_go_out_and_no_personal_data(out: Callable[..., Path]) -> None:
    path = out("--lab", "uji-2022")
    book = load_workbook(path)
    assert book.sheetnames == [
        "Petunjuk",
        "Identitas",
        "Dokumen",
        "Inovasi",
        "Profil",
        "Rencana Aksi",
        "Uji Coba",
        "Penerapan",
        "Pengukuran",
        "Bukti",
        "Pendukung",
        "Daftar",
    ]
    said = json.dumps([[cell for row in sheet.iter_rows(values_only=True) for cell in row] for sheet in book])
    assert "Rahasia" not in said
    assert "199001012020121001" not in said


def test_empty_cells_that_are_filled_are_new_facts(lab: Path, out: Callable[..., Path]) -> None:
    def fill(book: Any) -> None:
        put(book, "Inovasi", "3303/lab/000001/INO-4", Akronim="IEMPAT", Tanggal="Januari 2023")
        put(book, "Profil", "3303/lab/000001/P-1", Manfaat="Hemat")
        put(book, "Profil", "PRF-3303-0004", Tujuan="Ringkas")
        add(book, "Uji Coba", Kunci="UC-1", Inovasi="3303-0004", Tanggal="Februari 2023")

    path = out("--unit", "Dinuji", fill=fill)
    done = take(lab, path, "--json")
    assert (done.status, done.data["new_by_sheet"], done.data["completed"]) == (
        0,
        {"Profil": 1, "Uji Coba": 1},
        2,
    )
    shown = invoke("catalogue", "show", "IEMPAT", "--json", "--home", lab).data
    assert (shown["fields"]["aims"]["value"], shown["fields"]["stage"]["value"]) == ("Ringkas", "trial")
    assert take(lab, path).out == NOTHING.format(same=7)
    again = out("--unit", "Dinuji", name="lagi.xlsx")
    assert [row["Kunci"] for row in rows_of(again, "Profil")] == [
        "3303/lab/000001/P-1",
        "3303/lab/000001@dinuji/PRF-3303-0004",
    ]
    assert take(lab, again).out == NOTHING.format(same=7)


def test_a_changed_cell_is_a_difference_and_only_a_correction_takes_it(
    lab: Path, out: Callable[..., Path]
) -> None:
    def fill(book: Any) -> None:
        put(book, "Profil", "3303/lab/000001/P-1", Tujuan="Cepat dan murah.", Manfaat="Hemat")

    path = out("--unit", "Dinuji", fill=fill)
    done = take(lab, path)
    assert done.status == 4
    assert 'Tujuan tercatat "Cepat. Murah.", kini "Cepat dan murah.".' in done.err
    assert take(lab, path, "--as-correction", "salah salin", "--yes").status == 0
    assert take(lab, path).out == NOTHING.format(same=5)


def test_a_dry_run_names_completed_cells(lab: Path, out: Callable[..., Path]) -> None:
    def fill(book: Any) -> None:
        put(book, "Inovasi", "3303/lab/000001/INO-4", Tanggal="Triwulan I 2023")

    done = take(lab, out("--unit", "Dinuji", fill=fill), "--dry-run")
    assert done.out.splitlines() == [
        "Akan dicatat 1 baris; belum ada yang dicatat. 1 baru, 4 sama, 0 berbeda.",
        "",
        "Inovasi",
        "  G3    INO-4 (dilengkapi)  Tanggal: Januari–Maret 2023",
    ]
    rows = take(lab, out("--unit", "Dinuji", fill=fill), "--dry-run", "--json").data["rows"]
    assert rows == [
        {
            "cell": "Inovasi!G3",
            "sheet": "Inovasi",
            "key": "INO-4",
            "change": "completed",
            "values": {"Tanggal": "Januari–Maret 2023"},
        }
    ]


def test_kept_evidence_goes_out_by_its_print_and_comes_back(
    lab: Path, out: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "sk.pdf").write_bytes(b"%PDF contoh")
    row = {
        "Kunci": "B-1",
        "Inovasi": "3303-0001",
        "Jenis": "SK",
        "Perihal": "Penetapan",
        "Indikator IGA": "16; 17",
    }
    files = {"Bukti": [{**row, "Berkas": "sk.pdf"}, {**row, "Kunci": "B-2", "Menggantikan": "B-1"}]}
    path = tmp_path / "bukti.xlsx"
    template.write(path, rows=files, identity={"Kode Wilayah": "33.03", "Lab": "uji-2022"})
    assert take(lab, path).status == 0
    (tmp_path / "sk.pdf").unlink()
    book = out("--for", "Inovasi satu")
    found = rows_of(book, "Bukti")
    assert [(one["Indikator IGA"], one.get("Menggantikan")) for one in found] == [
        ("16; 17", None),
        ("16; 17", "3303/lab/000001/B-1"),
    ]
    assert len(found[0]["Berkas"]) == 64
    assert take(lab, book).out == NOTHING.format(same=6)


def test_rows_of_several_labs_and_of_none_come_home_in_one_workbook(
    lab: Path, out: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "lain.xlsx"
    row = {"Kunci": "INO-1", "Judul": "Lahir sendiri", "Unit": "Dinuji"}
    template.write(path, rows={"Inovasi": [row]}, identity={"Kode Wilayah": "33.03"})
    assert take(lab, path).status == 0
    book = out("--unit", "Dinas Uji")
    assert [one["Kunci"] for one in rows_of(book, "Inovasi")] == [
        "3303/lab/000001/INO-1",
        "3303/lab/000001/INO-4",
        "3303/INO-1",
    ]
    assert load_workbook(book)["Identitas"]["B2"].value == ""
    assert take(lab, book).out == NOTHING.format(same=6)


def test_a_unit_that_ended_is_named_by_its_key(lab: Path, out: Callable[..., Path], tmp_path: Path) -> None:
    path = tmp_path / "tutup.xlsx"
    change = {"Kunci": "PU-1", "Unit": "Dinuji", "Perubahan": "ditutup", "Tanggal": "2024"}
    template.write(path, rows={"Perubahan Unit": [change]}, identity={"Kode Wilayah": "33.03"})
    assert take(lab, path).status == 0
    book = out("--for", "3303-1")
    assert rows_of(book, "Inovasi")[0]["Unit"] == "3303/U-1"
    assert take(lab, book).out == NOTHING.format(same=4)


def test_each_unit_gets_a_workbook_of_its_own(lab: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    done = invoke("template", "--by-unit", folder, "--home", lab)
    assert (done.status, done.out) == (
        0,
        f"3 workbook ditulis ke {folder}. Setelah kembali: jejak import {folder}\n"
        "Tanpa inovasi, jadi tanpa workbook: Dintan\n",
    )
    assert sorted(path.name for path in folder.iterdir()) == [
        "con-unit.xlsx",
        "dincon-toh.xlsx",
        "dinuji.xlsx",
    ]
    (folder / "dinuji.xlsx").write_bytes(b"sedang diisi")
    (folder / "dincon-toh.xlsx").unlink()
    done = invoke("template", "--by-unit", folder, "--lab", "uji-2022", "--home", lab, "--json")
    assert [(one["file"], one["innovations"], one["written"]) for one in done.data["files"]] == [
        ("con-unit.xlsx", 1, False),
        ("dincon-toh.xlsx", 1, True),
        ("dinuji.xlsx", 2, False),
    ]
    assert done.data["without_innovations"] == ["Dintan"]
    assert (folder / "dinuji.xlsx").read_bytes() == b"sedang diisi"
    text = invoke("template", "--by-unit", folder, "--home", lab).out.splitlines()
    assert text[1] == "3 sudah ada dan dibiarkan; untuk menggantinya: --force"


def test_what_has_no_innovation_is_told(lab: Path, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "unit.xlsx"
    done = invoke("template", path, "--unit", "Dintan", "--home", lab)
    assert (done.status, done.err) == (
        2,
        'Tidak ada unit "Dintan" yang punya inovasi.\n'
        "  Lihat unit yang punya inovasi: jejak catalogue stats\n",
    )
    empty = tmp_path / "lab-lain.xlsx"
    template.write(
        empty,
        rows={"Lab": [{**LAB, "Kunci": "uji-2023", "Nama": "Lab Lain"}]},
        identity={"Kode Wilayah": "33.03", "Lab": "uji-2023"},
    )
    assert take(lab, empty).status == 0
    done = invoke("template", path, "--lab", "uji-2023", "--home", lab)
    assert done.err == (
        'Belum ada inovasi lab "uji-2023" yang tercatat.\n  Catat lewat lembar Inovasi: jejak import BERKAS\n'
    )
    assert not path.exists()


def test_a_workbook_speaks_of_one_region(lab: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.xlsx"
    rows = {
        "Unit": [UNITS[0]],
        "Inovasi": [{"Kunci": "INO-1", "Judul": "Di daerah lain", "Unit": "U-1"}],
    }
    template.write(other, rows=rows, identity={"Kode Wilayah": "33.05"})
    assert take(lab, other).status == 0
    path = tmp_path / "unit.xlsx"
    done = invoke("template", path, "--for", "3303-1", "--for", "3305-1", "--home", lab)
    assert (done.status, done.err) == (
        4,
        "Inovasi itu milik beberapa daerah; satu workbook hanya untuk satu daerah.\n"
        "  Tulis satu workbook untuk setiap daerah.\n",
    )
    done = invoke("template", path, "--unit", "Dinuji", "--home", lab)
    assert (done.status, done.err) == (
        4,
        '"Dinuji" dapat berarti beberapa: Dinas Uji (33.03); Dinas Uji (33.05).\n'
        "  Tulis nama lengkap unitnya.\n",
    )


def test_a_text_that_no_cell_holds_is_left_out_and_told(lab: Path, tmp_path: Path) -> None:
    lines = tmp_path / "profil.jsonl"
    line = {
        "type": "innovation.write_profile",
        "region": "33.03",
        "key": "P-9",
        "innovation": "3303-0004",
        "design": "x" * 40_000,
    }
    lines.write_text(json.dumps(line), encoding="utf-8")
    assert take(lab, lines).status == 0
    path = tmp_path / "unit.xlsx"
    done = invoke("template", path, "--for", "3303-4", "--home", lab, "--json")
    assert (done.status, done.data["left_out"]) == (0, 1)
    assert rows_of(path, "Profil") == []
    assert take(lab, path).out == NOTHING.format(same=1)


def test_when_all_units_have_answered_it_is_said(lab: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    assert invoke("template", "--by-unit", folder, "--home", lab).status == 0
    done = take(lab, folder, "--json")
    assert [(one["unit"], one["innovations"], one["file"]) for one in done.data["unanswered"]] == [
        ("CON", 1, "con-unit.xlsx"),
        ("Dincon/toh", 1, "dincon-toh.xlsx"),
        ("Dinuji", 2, "dinuji.xlsx"),
    ]
    for path in folder.iterdir():
        book = load_workbook(path)
        put(book, "Profil", book["Profil"]["A2"].value, Ringkasan="Ada")
        book.save(path)
    done = take(lab, folder)
    assert done.out.splitlines() == [
        "Dari 3 berkas, 3 dicatat.",
        "Jawaban setiap unit yang punya inovasi ada di sini.",
    ]


def test_a_unit_that_was_renamed_has_answered_under_its_former_name(lab: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    assert invoke("template", "--by-unit", folder, "--home", lab).status == 0
    renamed = {"Kunci": "PU-1", "Unit": "Dinuji", "Perubahan": "ganti nama", "Nama Baru": "Dinas Baru"}
    path = tmp_path / "nama.xlsx"
    rows = {"Perubahan Unit": [{**renamed, "Nama Singkat Baru": "Dinbar"}]}
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    assert take(lab, path).status == 0
    book = load_workbook(folder / "dinuji.xlsx")
    put(book, "Profil", "PRF-3303-0004", Ringkasan="Ada")
    book.save(folder / "dinuji.xlsx")
    done = take(lab, folder, "--json")
    assert [one["unit"] for one in done.data["unanswered"]] == ["CON", "Dincon/toh"]


def test_a_dry_run_tells_no_personal_data(lab: Path, tmp_path: Path) -> None:
    path = tmp_path / "orang.xlsx"
    rows = {
        "Orang": [{**PERSON, "Surel": "rahasia@contoh.id"}, {**PERSON, "Kunci": "O-2", "Nama": "Nama Lain"}]
    }
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    done = take(lab, path, "--dry-run")
    assert done.out.splitlines()[1:] == [
        "",
        "Orang",
        "  H2    O-1 (dilengkapi)  Surel: …",
        "  A3    O-2  Nama: …; NIP: …; Jabatan: Kepala",
    ]


def test_a_lab_without_innovations_of_units_is_told(home: Path, tmp_path: Path) -> None:
    lab = {"Kunci": "uji-1999", "Nama": "Lab", "Cara Pencatatan": "rekonstruksi"}
    path = tmp_path / "lab.xlsx"
    template.write(path, rows={"Lab": [lab]}, identity={"Kode Wilayah": "33.03", "Lab": "uji-1999"})
    assert invoke("import", path, "--home", home).status == 0
    done = invoke("template", "--by-unit", tmp_path / "keluar", "--lab", "uji-1999", "--home", home)
    assert (done.status, done.out) == (
        0,
        "Tidak ada unit dengan inovasi dari lab uji-1999; tidak ada yang ditulis."
        " Tanpa --lab semuanya dihitung.\n",
    )


def test_a_changed_key_is_told_before_it_becomes_a_second_innovation(
    lab: Path, out: Callable[..., Path], tmp_path: Path
) -> None:
    def fill(book: Any) -> None:
        sheet = book["Inovasi"]
        sheet.cell(row_of(sheet, "3303/lab/000001/INO-1"), 1).value = "INO-1b"

    path, marked = out("--unit", "Dinuji", fill=fill), tmp_path / "tanda.xlsx"
    before = (lab / "ledger.db").read_bytes()
    done = invoke("import", path, "--mark", marked, "--home", lab)
    assert done.status == 3
    assert (
        '  Inovasi!A2  "Inovasi satu" sudah tercatat sebagai 3303-0001: dengan kunci INO-1b akan menjadi'
        " inovasi kedua.\n"
        "              Kembalikan kuncinya: 3303/lab/000001/INO-1. Bila memang inovasi lain: impor lagi"
        " dengan --yes.\n"
    ) in done.err
    assert (lab / "ledger.db").read_bytes() == before
    assert load_workbook(marked)["Inovasi"]["A2"].comment is not None
    done = invoke("import", path, "--yes", "--home", lab, "--json")
    assert (done.status, done.data["new_by_sheet"]) == (0, {"Inovasi": 1})
    # Known now, it is asked about no more.
    done = invoke("import", path, "--home", lab, "--json")
    assert (done.status, done.data["new"], done.data["different"]) == (0, 0, 0)
