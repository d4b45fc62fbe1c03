"""Lists that their map does not fit, and files that are no lists: what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from importers.flat_list import mapping
from tests.helpers import EXAMPLES, invoke
from tests.importers import lists
from tests.importers.lists import MAP


def small(path: Path, rows: list[list[Any]], *more: tuple[str, list[list[Any]]]) -> Path:
    """A workbook of a list, and of more sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for name, others in more:
        other = book.create_sheet(name)
        for row in others:
            other.append(row)
    book.save(path)
    return path


HEADS = ["Nama Inovasi", "OPD", "Urusan", "Mulai"]
ROW = ["SATU", "Dinas Pasar", "Kesehatan", 2024]


def refused(home: Path, path: Path, map_: str = MAP) -> str:
    """What an import by a map says against a list."""
    file = path.with_name("PETA.toml")
    file.write_text(map_, encoding="utf-8")
    done = invoke("import", path, "--map", file, "--home", home)
    assert done.status == 3, done.err
    return done.err


AGAINST: list[tuple[Callable[[Path], Path], str, str]] = [
    (
        lambda folder: small(folder / "a.xlsx", [[*HEADS, "Skor"], [*ROW, 5]]),
        '  Sheet!E1  peta tidak menyebut kolom "Skor".\n',
        'Tambahkan di bawah [columns]: "Skor" = "Keterangan"\n',
    ),
    (
        lambda folder: small(folder / "a.xlsx", [HEADS[:3], ROW[:3]]),
        '  PETA.toml:12  daftar tidak punya kolom "Mulai".\n',
        "Tulis judul kolom seperti dalam daftar, atau hapus barisnya.\n",
    ),
    (
        lambda folder: small(folder / "a.xlsx", [["Apa", "Siapa"], ["x", "y"]]),
        "  Sheet  judul kolom menurut peta tidak ada di sini.\n",
        "Perbaiki judul kolom di bawah [columns], atau jalankan jejak map lagi.\n",
    ),
    (
        lambda folder: small(folder / "a.xlsx", [HEADS, ["DUA", "Dinas Lain", None, 2024]]),
        '  Sheet!B2  unit "Dinas Lain" belum terdaftar.',
        "Tambahkan unitnya di peta, di bawah [units], atau jalankan jejak map lagi.\n",
    ),
    (
        lambda folder: small(folder / "a.xlsx", [HEADS, ["DUA", "Dinas Pasar", "Angkasa", "kapan-kapan"]]),
        '  Sheet!D2  "kapan-kapan" bukan tanggal.\n',
        'Perbaiki selnya, atau sebutkan artinya di peta: di bawah [values."Mulai"] tulis "kapan-kapan" = "…"'
        " (kosong di antara tanda petik: disimpan sebagai keterangan).\n",
    ),
    (
        lambda folder: small(folder / "a.xlsx", [HEADS, [None, "Dinas Pasar", "Kesehatan", 2024]]),
        "  Sheet!A2  Judul kosong.\n",
        "Isi Judul.\n",
    ),
    (
        lambda folder: small(folder / "a.xlsx", [HEADS, ["=1/0", "Dinas Pasar", "Kesehatan", 2024]]),
        "  Sheet!A2  rumus di sel ini belum dihitung.\n",
        "Buka berkasnya di Excel, simpan, lalu impor lagi.\n",
    ),
]


@pytest.mark.parametrize(("make", "what", "remedy"), AGAINST)
def test_a_list_that_its_map_does_not_fit(
    home: Path, tmp_path: Path, make: Callable[[Path], Path], what: str, remedy: str
) -> None:
    said = refused(home, make(tmp_path))
    assert what in said
    assert remedy in said


def test_numbers_of_the_list_tell_its_rows_apart(home: Path, tmp_path: Path) -> None:
    rows = [["Kode", *HEADS], ["A/1", *ROW], ["A/1", "DUA", *ROW[1:]]]
    map_ = MAP.replace("[columns]\n", '[columns]\n"Kode" = "Kunci"\n')
    said = refused(home, small(tmp_path / "a.xlsx", rows), map_)
    assert "  Sheet!A3  nomor A/1 sudah ada di Sheet!A2.\n" in said


def test_a_sheet_that_the_map_does_not_name(home: Path, tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx", [HEADS, ROW], ("Lain", [["catatan"]]))
    said = refused(home, path, MAP.replace('name = "*"', 'name = "Sheet"'))
    assert '  Lain  peta tidak menyebut lembar "Lain".\n' in said
    assert 'Tambahkan di peta: [[sheet]] name = "Lain", atau di bagian atas: skip = ["Lain"].\n' in said


def test_a_sheet_that_repeats_the_others(home: Path, tmp_path: Path) -> None:
    said = refused(home, small(tmp_path / "a.xlsx", [HEADS, ROW], ("Rekap", [HEADS, ROW])))
    assert "  Rekap!A2  inovasi ini dari unit yang sama sudah ada di Sheet!A2.\n" in said
    assert (
        'Bila salah satu lembar mengulang yang lain, tulis di bagian atas peta: skip = ["Sheet"].\n' in said
    )


def test_a_file_without_the_list_of_the_map(home: Path, tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx", [["Apa", "Siapa"], ["x", "y"]], ("Lain", [["catatan"]]))
    assert "  a.xlsx  judul kolom menurut peta tidak ada di sini.\n" in refused(home, path)


def test_a_list_that_stands_lower_than_the_map_says(home: Path, tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx", [["DAFTAR"], ["Urusan", "Kesehatan"], HEADS, ROW])
    file = path.with_name("PETA.toml")
    file.write_text(MAP, encoding="utf-8")
    done = invoke("import", path, "--map", file, "--home", home, "--json")
    assert done.data["new_by_sheet"] == {"Unit": 1, "Inovasi": 1, "Profil": 1, "Penerapan": 1}


def test_a_map_in_the_letters_of_windows(home: Path, tmp_path: Path) -> None:
    map_ = tmp_path / "PETA.toml"
    map_.write_bytes(MAP.replace("SATU", "CAFÉ").encode("cp1252"))
    done = invoke("import", lists.sixty(tmp_path / "daftar.xlsx"), "--map", map_, "--home", home)
    assert done.status == 3
    assert "  PETA.toml  peta tidak disimpan sebagai UTF-8.\n" in done.err
    assert "Simpan lagi dengan pengodean UTF-8.\n" in done.err


def test_what_is_read_beside_the_list_is_told(home: Path, tmp_path: Path) -> None:
    path = small(
        tmp_path / "a.xlsx", [HEADS, ROW], ("Lain", [["catatan"]]), ("Lama", [HEADS, ["DUA", *ROW[1:]]])
    )
    book = openpyxl.load_workbook(path)
    book["Lama"].sheet_state = "hidden"
    book.save(path)
    file = path.with_name("PETA.toml")
    file.write_text(MAP, encoding="utf-8")
    done = invoke("import", path, "--map", file, "--home", home)
    assert done.status == 0, done.err
    assert done.err == (
        'Lembar "Lain" tidak memuat daftar dan tidak dibaca.\n'
        "  Lama  lembar ini tersembunyi; isinya dibaca seperti lembar lain.\n"
    )


def test_a_lab_that_nobody_recorded(home: Path, tmp_path: Path) -> None:
    said = refused(home, small(tmp_path / "a.xlsx", [HEADS, ROW]), MAP.replace("skip", 'lab = "xx"\nskip'))
    assert "  PETA.toml:2  lab xx tidak ada di lembar Lab dan belum tercatat sebelumnya.\n" in said
    assert "Perbaiki baris lab di peta, atau hapus.\n" in said


def test_a_map_is_never_overwritten_without_being_asked(home: Path, tmp_path: Path) -> None:
    path, out = lists.sixty(tmp_path / "daftar.xlsx"), tmp_path / "PETA.toml"
    out.write_text("milik saya", encoding="utf-8")
    done = invoke("map", path, "--out", out, "--home", home)
    assert (done.status, out.read_text(encoding="utf-8")) == (4, "milik saya")
    assert "Pakai yang ada, ambil nama lain: --out NAMA.toml, atau ganti: --force" in done.err
    assert invoke("map", path, "--out", out, "--force", "--home", home).status == 0
    assert mapping.read(out).region == "33.03"
    assert invoke("map", path, "--out", tmp_path / "peta.txt", "--home", home).status == 2


UNFIT: list[tuple[str, bytes, str, str]] = [
    (
        "a.csv",
        b"Nama Inovasi;OPD\nSATU \x81\x8d;Dinas\n",
        "huruf dalam berkas bukan UTF-8 dan bukan huruf Windows.",
        'Simpan di Excel sebagai "CSV UTF-8", atau sebagai Excel Workbook (.xlsx).',
    ),
    (
        "a.csv",
        b'Nama Inovasi;OPD\n"' + b"x" * 140_000 + b'";Dinas\n',
        "berkas tidak dapat dibaca sebagai CSV: field larger than field limit (131072).",
        "Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx).",
    ),
    (
        "a.csv",
        b"kosong\n",
        "tidak ada lembar di a.csv yang memuat daftar inovasi.",
        'Beri kolom inovasinya judul seperti "Nama Inovasi", lalu ulangi.',
    ),
]


@pytest.mark.parametrize(("name", "data", "what", "remedy"), UNFIT)
def test_a_file_that_is_no_list(
    home: Path, tmp_path: Path, name: str, data: bytes, what: str, remedy: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    done = invoke("map", path, "--out", tmp_path / "PETA.toml", "--home", home)
    assert (done.status, (tmp_path / "PETA.toml").exists()) == (3, False)
    assert what in done.err
    assert remedy in done.err


def test_a_workbook_of_jejak_needs_no_map(home: Path, tmp_path: Path) -> None:
    path = EXAMPLES / "purbalingga-2022.xlsx"
    done = invoke("map", path, "--out", tmp_path / "PETA.toml", "--home", home)
    assert (done.status, (tmp_path / "PETA.toml").exists()) == (2, False)
    assert "purbalingga-2022.xlsx adalah buku kerja Jejak dan tidak perlu peta." in done.err
    assert f"Catatlah: jejak import {path}" in done.err


def test_whoever_imports_a_list_without_a_map_is_told_the_way(home: Path, tmp_path: Path) -> None:
    path = lists.sixty(tmp_path / "daftar.xlsx")
    done = invoke("import", path, "--home", home)
    assert done.status == 3
    assert (
        "  daftar.xlsx  berkas ini tidak punya satu pun lembar buku kerja Jejak.\n"
        f'               Bila ini daftar inovasi, mulailah dengan: jejak map "{path}"\n'
    ) in done.err
    plain = path.with_suffix(".csv")
    plain.write_text("Nama Inovasi;OPD\n")
    assert (
        "berkas ini tidak punya satu pun lembar buku kerja Jejak."
        in invoke("import", plain, "--home", home).err
    )
