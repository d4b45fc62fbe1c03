"""`jejak import DIR --map`: a list for each unit, by one map and one command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.helpers import Done, invoke
from tests.importers.listed import cell, titles

HEADS = ("No Registrasi", "Nama Inovasi", "OPD", "Tahun")


def numbered(path: Path, unit: str, *rows: tuple[Any, ...]) -> Path:
    """The list of a unit: own numbers, titles and years."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS)
    for number, title, year in rows:
        sheet.append((number, title, unit, year))
    book.save(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three lists that number alike, and files that are none."""
    path = tmp_path / "masuk"
    path.mkdir()
    numbered(
        path / "1-kesehatan.xlsx", "Dinas Kesehatan", ("R-1", "Posyandu Malam", 2023), ("R-2", "SEHATI", 2024)
    )
    numbered(path / "2-pasar.xlsx", "Dinas Pasar", ("R-1", "Pasar Terang", 2023), ("R-2", "KIOS BARU", 2024))
    (path / "3-sosial.csv").write_text(
        "No Registrasi;Nama Inovasi;OPD;Tahun\nR-1;SAPA LANSIA;Dinas Sosial;2024\n", encoding="utf-8"
    )
    (path / "catatan.docx").write_bytes(b"catatan")
    (path / "~$1-kesehatan.xlsx").write_bytes(b"terkunci")
    return path


def take(home: Path, path: Path, *more: str | Path) -> Done:
    return invoke("import", path, "--map", path / "PETA.toml", "--home", home, *more)


def mapped(home: Path, folder: Path) -> Done:
    done = invoke("map", folder, "--out", folder / "PETA.toml", "--home", home)
    assert done.status == 0, done.err
    return done


def told(done: Done) -> list[str]:
    """What was said of the files, without the ids of commands."""
    return [line.partition(" Untuk membatalkan")[0] for line in done.err.splitlines()]


def test_a_folder_of_lists_comes_in_by_one_map(home: Path, folder: Path) -> None:
    done = mapped(home, folder)
    assert done.out.endswith(f"\n  jejak import {folder} --map {folder / 'PETA.toml'}\n")
    done = take(home, folder)
    assert done.status == 0
    assert done.out == "Dari 3 berkas, 3 dicatat.\n"
    assert told(done) == [
        "~$1-kesehatan.xlsx tidak dibaca: tandanya ada buku kerja yang sedang terbuka di Excel;"
        " tutuplah dahulu.",
        "1-kesehatan.xlsx: 3 baru, 0 sama, 0 berbeda.",
        "2-pasar.xlsx: 3 baru, 0 sama, 0 berbeda.",
        "3-sosial.csv: 2 baru, 0 sama, 0 berbeda.",
        "catatan.docx tidak dibaca: bukan daftar (.xlsx, .ods, .csv).",
    ]
    assert titles(home) == [
        ("3303-0001", "Posyandu Malam", "Dinas Kesehatan"),
        ("3303-0002", "SEHATI", "Dinas Kesehatan"),
        ("3303-0003", "Pasar Terang", "Dinas Pasar"),
        ("3303-0004", "KIOS BARU", "Dinas Pasar"),
        ("3303-0005", "SAPA LANSIA", "Dinas Sosial"),
    ]
    again = take(home, folder)
    assert (again.status, again.out) == (0, "Dari 3 berkas, 0 dicatat.\n  3 tidak memuat hal baru.\n")


def test_good_lists_are_recorded_and_bad_ones_named(home: Path, folder: Path, tmp_path: Path) -> None:
    mapped(home, folder)
    numbered(folder / "2-pasar.xlsx", "Dinas Pasar", ("R-1", "Pasar Terang", "kapan"))
    marked = tmp_path / "tanda"
    done = take(home, folder, "--mark", marked)
    assert done.status == 3
    assert done.out.splitlines() == [
        "Dari 3 berkas, 2 dicatat.",
        "  1 mengandung kesalahan dan tidak dicatat: 2-pasar.xlsx",
    ]
    assert '  Sheet!D2  "kapan" bukan tanggal.' in done.err
    assert [path.name for path in marked.iterdir()] == ["2-pasar.xlsx"]
    numbered(folder / "2-pasar.xlsx", "Dinas Pasar", ("R-1", "Pasar Terang", 2023))
    cell(folder / "1-kesehatan.xlsx", "D2", 2022)
    done = take(home, folder)
    assert done.status == 4
    assert done.out.splitlines() == [
        "Dari 3 berkas, 1 dicatat.",
        "  1 tidak memuat hal baru.",
        "  1 berbeda dari yang tercatat dan tidak dicatat: 1-kesehatan.xlsx",
        "Bila yang tercatat memang sejak semula tidak benar:"
        f" jejak import {folder / '1-kesehatan.xlsx'} --map {folder / 'PETA.toml'}"
        ' --as-correction "ALASAN" --yes',
    ]
    done = take(home, folder, "--as-correction", "salah tahun", "--yes", "--json")
    assert [one["corrected"] for one in done.data["files"]] == [1, 0, 0]


def test_several_files_are_named_one_by_one(home: Path, folder: Path) -> None:
    mapped(home, folder)
    files = (folder / "2-pasar.xlsx", folder / "3-sosial.csv")
    done = invoke("import", *files, "--map", folder / "PETA.toml", "--home", home, "--json")
    assert (done.status, done.data["folder"]) == (0, None)
    assert [(one["file"], one["ending"], one["new"]) for one in done.data["files"]] == [
        (str(files[0]), "recorded", 3),
        (str(files[1]), "recorded", 2),
    ]


def test_what_several_files_cannot_be(home: Path, folder: Path, tmp_path: Path) -> None:
    first = folder / "1-kesehatan.xlsx"
    other = tmp_path / first.name
    other.write_bytes(first.read_bytes())
    for words, said in (
        ((folder, first), "Sebutkan satu folder, atau berkas-berkas: bukan folder di samping yang lain."),
        (
            (first, other, "--mark", tmp_path / "x"),
            "Dua berkas bernama sama: salinan bertandanya tidak dapat",
        ),
        ((first, folder / "2-pasar.xlsx", "--mark", other), "Untuk beberapa berkas --mark menyebut folder."),
    ):
        done = invoke("import", *words, "--home", home)
        assert (done.status, said in done.err) == (2, True), done.err
    done = take(home, folder)
    assert done.status == 3
    assert f"peta {folder / 'PETA.toml'} tidak dapat dibaca." in done.err
    empty = tmp_path / "kosong"
    empty.mkdir()
    mapped(home, folder)
    done = invoke("import", empty, "--map", folder / "PETA.toml", "--home", home)
    assert (done.status, done.err) == (
        4,
        f"Tidak ada berkas yang dapat diimpor di {empty}.\n"
        "  Letakkan daftar (.xlsx, .ods, .csv) langsung di folder itu, bukan di folder di dalamnya.\n",
    )


def test_numbers_stay_the_unit_s_own_when_its_list_gets_rows_of_another(home: Path, folder: Path) -> None:
    """A list that grows to two units asks which of its rows are recorded, and takes the answer."""
    mapped(home, folder)
    take(home, folder)
    path = folder / "1-kesehatan.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append(("R-9", "LAIN SEKALI", "Dinas Pasar", 2025))
    book.save(path)
    map_ = folder / "PETA.toml"
    done = invoke("import", path, "--map", map_, "--home", home)
    assert done.status == 3
    assert 'ini mirip 3303-0001 "Posyandu Malam", yang tercatat dari unit yang sama.' in done.err
    with map_.open("a", encoding="utf-8") as file:
        file.write('\n[same]\n"Posyandu Malam" = "3303-0001"\n"SEHATI" = "3303-0002"\n')
    done = invoke("import", path, "--map", map_, "--home", home, "--json")
    assert (done.status, done.data["new"], done.data["different"]) == (0, 1, 0), done.err
    assert titles(home)[5:] == [("3303-0006", "LAIN SEKALI", "Dinas Pasar")]
