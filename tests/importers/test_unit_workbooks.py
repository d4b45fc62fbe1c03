"""Workbooks for every unit: who gets one, who has answered, and what no workbook holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from importers import template
from tests.helpers import invoke
from tests.importers.completing import (
    LAB,
    NOTHING,
    PERSON,
    UNITS,
    put,
    recorded_lab,
    rows_of,
    take,
)


@pytest.fixture
def lab(home: Path, tmp_path: Path) -> Path:
    return recorded_lab(home, tmp_path)


def test_each_unit_gets_a_workbook_of_its_own(lab: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    done = invoke("template", "--by-unit", folder, "--home", lab)
    assert (done.status, done.out) == (
        0,
        f"3 buku kerja ditulis ke {folder}. Kumpulkan yang kembali dalam folder kembali, lalu:"
        " jejak import kembali\n"
        "Tanpa inovasi, jadi tanpa buku kerja: Dintan\n",
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


def test_a_sheet_without_rows_says_so_on_paper(lab: Path, tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    assert invoke("template", path, "--unit", "Dinuji", "--home", lab).status == 0
    said = {page.title: page.oddHeader.left.text for page in load_workbook(path)}
    assert said["Bukti"] == "&A: tidak ada baris yang tercatat saat buku kerja ini ditulis"
    assert (said["Inovasi"], said["Identitas"], said["Petunjuk"]) == (None, None, None)
    start = tmp_path / "kosong.xlsx"
    assert invoke("template", start, "--start").status == 0
    assert {page.oddHeader.left.text for page in load_workbook(start)} == {None}


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
        "Inovasi itu milik beberapa daerah; satu buku kerja hanya untuk satu daerah.\n"
        "  Tulis satu buku kerja untuk setiap daerah.\n",
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
