"""Prefilled workbooks: out with what is recorded, back with what is new, nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.sheets.registry import COMPLETED, SHEETS
from importers import template
from tests.helpers import invoke
from tests.importers.completing import NOTHING, add, prefilled, put, recorded_lab, rows_of, take
from tests.properties import oracle


@pytest.fixture
def lab(home: Path, tmp_path: Path) -> Path:
    return recorded_lab(home, tmp_path)


@pytest.fixture
def out(lab: Path, tmp_path: Path) -> Callable[..., Path]:
    """Writes a prefilled workbook, and lets a function fill it."""

    def written(*options: str, fill: Callable[[Any], None] | None = None, name: str = "unit.xlsx") -> Path:
        return prefilled(lab, tmp_path / name, *options, fill=fill)

    return written


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
        "Orang",
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


def test_kept_evidence_goes_out_under_its_given_name_and_comes_back(
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
    assert [one.get("Berkas") for one in found] == ["sk.pdf", None]
    assert take(lab, book).out == NOTHING.format(same=6)
    (tmp_path / "sk.pdf").write_bytes(b"%PDF yang ditandatangani")
    done = take(lab, book)
    assert done.status == 4
    assert [line.strip() for line in done.err.splitlines() if "Bukti!" in line] == [
        'Bukti!J2  Berkas tercatat "sk.pdf (6a25c77c7905…)", kini "sk.pdf (6b4ae4721c1b…)".',
    ]


def test_evidence_that_no_sheet_brought_goes_out_and_is_completed(
    lab: Path, out: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "tim.pdf"
    path.write_bytes(b"%PDF tim")
    words = ("--code", "3303-0001", "--kind", "SK", "--indicator", "17", "--subject", "Tim")
    assert invoke("evidence", "add", path, *words, "--home", lab).status == 0
    path.unlink()
    book = out("--for", "Inovasi satu")
    (row,) = rows_of(book, "Bukti")
    assert (row["Kunci"], row["Berkas"], row["Perihal"]) == ("3303/3303-0001#5", "tim.pdf", "Tim")
    assert take(lab, book).out == NOTHING.format(same=5)
    book = out("--unit", "Dinas Uji", fill=lambda one: put(one, "Bukti", row["Kunci"], Halaman="2"))
    assert take(lab, book).status == 0
    last = oracle.events(lab / "ledger.db")[-1]
    assert (last.type, last.body["version"], last.body["field"]) == ("fact.corrected", 5, "page")
    assert (last.body["new"], last.body["completes"]) == ("2", True)
    assert take(lab, book).out == NOTHING.format(same=6)
    newer = {"Kunci": "B-9", "Inovasi": "3303-0001", "Jenis": "SK", "Perihal": "Tim baru"}
    book = out("--for", "3303-0001", fill=lambda one: add(one, "Bukti", **newer, Menggantikan=row["Kunci"]))
    assert take(lab, book).status == 0
    superseded = oracle.events(lab / "ledger.db")[-1]
    assert (superseded.type, superseded.body) == ("innovation.evidence_superseded", {"old": 5})


def test_a_key_of_an_event_that_is_no_evidence_is_a_key_like_others(
    lab: Path, out: Callable[..., Path]
) -> None:
    more = {"Inovasi": "3303-0001", "Jenis": "SK", "Perihal": "Tim"}
    book = out("--for", "3303-0001", fill=lambda one: add(one, "Bukti", Kunci="3303/3303-0001#1", **more))
    assert take(lab, book).status == 0
    assert oracle.events(lab / "ledger.db")[-1].type == "innovation.evidence_attached"


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


@pytest.mark.parametrize("options", [("--unit", "Dinuji"), ("--lab", "uji-2022"), ("--for", "3303-0001")])
def test_further_sheets_go_out_empty_and_come_back(
    lab: Path, out: Callable[..., Path], options: tuple[str, ...]
) -> None:
    more = ("--sheet", "Klaim IGA", "--sheet", "jadwal")
    before = rows_of(out(*options), "Inovasi")
    path = out(*options, *more)
    wanted = {sheet.name for sheet in COMPLETED} | {"Klaim IGA", "Jadwal"}
    assert load_workbook(path).sheetnames[2:-1] == [one.name for one in SHEETS if one.name in wanted]
    assert (rows_of(path, "Inovasi"), rows_of(path, "Klaim IGA")) == (before, [])
    done = take(lab, path)
    assert (done.status, done.out.split(":")[0]) == (0, "Tidak ada yang baru")

    def fill(book: Any) -> None:
        add(book, "Klaim IGA", Kunci="K-1", Inovasi="3303-0001", Tahun=2026, Indikator=16, Tingkat=2)

    done = take(lab, out(*options, *more, fill=fill), "--json")
    assert (done.status, done.data["new_by_sheet"]) == (0, {"Klaim IGA": 1})


def test_the_workbooks_of_all_units_take_further_sheets(lab: Path, tmp_path: Path) -> None:
    folder = tmp_path / "keluar"
    done = invoke("template", "--by-unit", folder, "--sheet", "Naskah", "--json", "--home", lab)
    assert done.status == 0, done.err
    for one in done.data["files"]:
        assert "Naskah" in load_workbook(folder / one["file"]).sheetnames


def test_a_profile_that_says_more_is_recorded_as_its_new_state(lab: Path, out: Callable[..., Path]) -> None:
    key = "3303/lab/000001/P-1"
    book = out(
        "--for", "3303-0001", fill=lambda one: put(one, "Profil", key, Tujuan="Cepat.\nMurah.\nDekat.")
    )
    done = take(lab, book)
    assert done.status == 4
    assert done.err.splitlines()[-2:] == [
        f"Bila profilnya berubah, atau kini lebih lengkap: jejak import {book} --as-update"
        " (hanya untuk isian profil)",
        "Bila yang tercatat memang sejak semula tidak benar:"
        f' jejak import {book} --as-correction "ALASAN" --yes',
    ]
    assert take(lab, book, "--as-update").status == 0
    last = oracle.events(lab / "ledger.db")[-1]
    assert (last.type, last.body) == (
        "innovation.profile_written",
        {"aims": "Cepat.\nMurah.\nDekat."},
    )
    assert take(lab, book).out == NOTHING.format(same=4)
    older = out("--unit", "Dinas Uji", fill=lambda one: put(one, "Profil", key, Tujuan="Cepat.\nMurah."))
    for words in ((), ("--as-update",)):
        done = take(lab, older, *words)
        assert (done.status, done.out) == (0, NOTHING.format(same=5))
        told = 'Tujuan tercatat "Cepat. Murah. Dekat."; "Cepat. Murah." adalah nilai sebelum pemutakhiran.'
        assert done.err.count(told) == 1
        assert "ralat" not in done.err
    emptied = out("--for", "3303-0001", fill=lambda one: put(one, "Profil", key, Tujuan=None))
    done = take(lab, emptied)
    assert (done.status, "--as-update" in done.err) == (4, False)
    again = out("--for", "3303-0001")
    assert rows_of(again, "Profil")[0]["Tujuan"] == "Cepat.\nMurah.\nDekat."


def test_an_older_file_does_not_take_a_correction_back(lab: Path, out: Callable[..., Path]) -> None:
    key = "3303/lab/000001/P-1"
    older = out("--for", "3303-0001")
    kept = older.read_bytes()
    newer = out("--for", "3303-0001", fill=lambda one: put(one, "Profil", key, Tujuan="Tepat."))
    assert take(lab, newer, "--as-correction", "salah ketik", "--yes").status == 0
    older.write_bytes(kept)
    position = len(oracle.events(lab / "ledger.db"))
    done = take(lab, older)
    assert (done.status, done.out) == (0, NOTHING.format(same=4))
    assert len(oracle.events(lab / "ledger.db")) == position
    book = out("--unit", "Dinas Uji", fill=lambda one: put(one, "Profil", key, Tujuan="Cepat.\nMurah."))
    done = take(lab, book)
    assert done.status == 0
    assert 'Tujuan tercatat "Tepat."; "Cepat. Murah." adalah nilai sebelum ralat.' in done.err


def test_a_correction_leaves_what_an_earlier_one_corrected_unless_it_is_taken_explicitly(
    lab: Path, out: Callable[..., Path]
) -> None:
    key = "3303/lab/000001/P-1"
    older = out("--for", "3303-0001", fill=lambda one: put(one, "Profil", key, Manfaat="Lain."))
    kept = older.read_bytes()
    newer = out("--for", "3303-0001", fill=lambda one: put(one, "Profil", key, Tujuan="Tepat."))
    assert take(lab, newer, "--as-correction", "salah ketik", "--yes").status == 0
    older.write_bytes(kept)
    done = take(lab, older, "--as-correction", "salah salin", "--yes")
    assert done.status == 0, done.err
    assert 'Tujuan tercatat "Tepat."; "Cepat. Murah." adalah nilai sebelum ralat.' in done.err
    assert '--as-correction "ALASAN" --take-earlier' in done.err
    assert rows_of(out("--for", "3303-0001"), "Profil")[0]["Tujuan"] == "Tepat."
    older.write_bytes(kept)
    alone = take(lab, older, "--take-earlier")
    assert (alone.status, "--as-correction ALASAN" in alone.err) == (2, True)
    done = take(lab, older, "--as-correction", "yang semula benar", "--take-earlier", "--yes")
    assert (done.status, "1 sel diralat" in done.out) == (0, True)
    assert rows_of(out("--for", "3303-0001"), "Profil")[0]["Tujuan"] == "Cepat.\nMurah."
