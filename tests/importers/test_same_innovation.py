"""Rows of a list whose innovation or unit may be recorded already, spelled otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.helpers import invoke
from tests.importers.listed import cell, changed, imported, mapped, simple, titles


def test_units_of_the_ledger_are_known_also_by_their_short_names(home: Path, tmp_path: Path) -> None:
    path = simple(tmp_path / "a.xlsx", ("SATU", "Dinas Kesehatan", 2024))
    mapped(home, path)
    imported(home, path)
    other = simple(tmp_path / "b.xlsx", ("DUA", "Dinkes", 2025), ("TIGA", "dinas  kesehatan", 2025))
    assert mapped(home, other, "--force")["units"] == [
        {"name": "Dinkes", "kind": None, "same_as": "Dinas Kesehatan"}
    ]
    assert imported(home, other)["new_by_sheet"] == {"Inovasi": 2}
    assert {unit for _code, _title, unit in titles(home)} == {"Dinas Kesehatan"}


def test_a_mended_title_is_asked_about_and_stays_one_innovation(home: Path, tmp_path: Path) -> None:
    path = simple(tmp_path / "daftar.xlsx", ("Pasar Terang Benderang", "Dinas Perdagangan", 2024))
    mapped(home, path)
    imported(home, path)
    cell(path, "A2", "Pasar Terang Benderan")
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 3
    assert (
        '  Sheet!A2  ini mirip 3303-0001 "Pasar Terang Benderang", yang tercatat dari unit yang sama.\n'
        '            Sebutkan di peta yang mana, di bawah [same]: "Pasar Terang Benderan" = "3303-0001" untuk'
        ' yang itu, "Pasar Terang Benderan" = "baru" untuk yang lain.\n'
    ) in done.err
    file = path.with_name("PETA.toml")
    said = file.read_text(encoding="utf-8")
    file.write_text(said + '\n[same]\n"Pasar Terang Benderan" = "3303-0001"\n', encoding="utf-8")
    done = invoke("import", path, "--map", file, "--home", home)
    assert done.status == 4
    assert 'Judul tercatat "Pasar Terang Benderang", kini "Pasar Terang Benderan".' in done.err
    assert imported(home, path, "--yes", "--as-correction", "salah ketik")["corrected"] == 1
    assert imported(home, path)["same"] == 2
    assert [title for _code, title, _unit in titles(home)] == ["Pasar Terang Benderan"]
    file.write_text(said + '\n[same]\n"Pasar Terang Benderan" = "baru"\n', encoding="utf-8")
    assert imported(home, path)["new_by_sheet"] == {"Inovasi": 1}


def test_two_spellings_found_to_be_one_unit_do_not_double_their_innovations(
    home: Path, tmp_path: Path
) -> None:
    path = simple(tmp_path / "daftar.xlsx", ("SATU", "Dinas Pasar", 2024), ("DUA", "Kantor Pasar", 2024))
    mapped(home, path)
    imported(home, path)
    changed(path, '"Kantor Pasar" = { kind = "OPD" }', '"Kantor Pasar" = { same_as = "Dinas Pasar" }')
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 3
    assert 'ini mirip 3303-0002 "DUA"' in done.err


LINES = (
    {"type": "lab.open", "key": "lab-satu", "name": "Lab Satu", "mode": "reconstructed", "scope": None},
    {
        "type": "innovation.design",
        "key": "I-1",
        "title": "Ide Lab",
        "unit": "Dinas Pasar",
        "scope": "lab-satu",
    },
)


@pytest.mark.parametrize(
    ("said", "what", "remedy"),
    [
        (
            "3303-0009",
            "tidak ada inovasi dengan kode 3303-0009.",
            "Perbaiki barisnya di peta, di bawah [same].",
        ),
        (
            "3303-0001",
            "baris lain di daftar ini sudah 3303-0001.",
            "Perbaiki barisnya di peta, di bawah [same].",
        ),
        (
            "3303-0002",
            "3303-0002 bukan dari daftar daerah atau lab ini.",
            "Keluarkan dari daftar; lengkapi dengan jejak template BERKAS.xlsx --for 3303-0002, dan ralat"
            " dengan jejak correct.",
        ),
    ],
)
def test_what_a_title_cannot_be_the_same_as(
    home: Path, tmp_path: Path, said: str, what: str, remedy: str
) -> None:
    path = simple(tmp_path / "daftar.xlsx", ("SATU", "Dinas Pasar", 2024))
    mapped(home, path)
    imported(home, path)
    jsonl = tmp_path / "lab.jsonl"
    jsonl.write_text("\n".join(json.dumps({"region": "33.03", **one}) for one in LINES), encoding="utf-8")
    done = invoke("import", jsonl, "--home", home)
    assert done.status == 0, done.err
    cell(path, "A3", "BARU SAJA")
    cell(path, "B3", "Dinas Pasar")
    file = path.with_name("PETA.toml")
    file.write_text(
        file.read_text(encoding="utf-8") + f'\n[same]\n"BARU SAJA" = "{said}"\n', encoding="utf-8"
    )
    done = invoke("import", path, "--map", file, "--home", home)
    assert done.status == 3
    assert f"  Sheet!A3  {what}\n            {remedy}\n" in done.err


def test_what_looks_like_an_innovation_of_a_lab_is_not_sent_in_circles(home: Path, tmp_path: Path) -> None:
    path = simple(tmp_path / "daftar.xlsx", ("SATU", "Dinas Pasar", 2024))
    mapped(home, path)
    imported(home, path)
    jsonl = tmp_path / "lab.jsonl"
    jsonl.write_text("\n".join(json.dumps({"region": "33.03", **one}) for one in LINES), encoding="utf-8")
    assert invoke("import", jsonl, "--home", home).status == 0
    cell(path, "A3", "Ide  Lab")
    cell(path, "B3", "Dinas Pasar")
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 3
    said = " ".join(done.err.split())
    assert (
        "Bila yang itu, keluarkan dari daftar dan lengkapi dengan jejak template BERKAS.xlsx --for 3303-0002."
        ' Bila yang lain: "Ide Lab" = "baru" di peta, di bawah [same].'
    ) in said


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (("Rapor Digital", "RADIG"), ("Rapor Digital Siswa", "RADIG")),
        (("Kelas Remaja Sehat", None), ("Kelas Remaja Sehat dan Bahagia", None)),
        (("Antar Obat", "SIGAP"), ("Obat Sampai di Rumah", "SIGAP")),
    ],
)
def test_a_title_with_more_words_or_the_same_acronym_is_asked_about(
    home: Path, tmp_path: Path, before: tuple[str, str | None], now: tuple[str, str | None]
) -> None:
    path = tmp_path / "daftar.xlsx"
    book = Workbook()
    book.active.append(["Nama Inovasi", "OPD", "Tahun", "Akronim"])
    book.active.append([before[0], "Dinas Kesehatan", 2024, before[1]])
    book.active.append(["Lain Sama Sekali", "Dinas Kesehatan", 2024, None])
    book.save(path)
    mapped(home, path)
    imported(home, path)
    cell(path, "A2", now[0])
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 3
    assert f'ini mirip 3303-0001 "{before[0]}", yang tercatat dari unit yang sama.' in done.err
    assert done.err.count("ini mirip") == 1
