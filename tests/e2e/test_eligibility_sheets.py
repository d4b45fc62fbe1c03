"""eligibility sheets: from the ledger to workbooks."""

import hashlib
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.helpers import Done, invoke

IGA = ("eligibility", "sheets", "--award", "iga", "--year", "2026")
PP38 = ("eligibility", "sheets", "--award", "pp38", "--year", "2017")


def rows(path: Path, sheet: str, first: int = 1) -> list[tuple[Any, ...]]:
    return list(load_workbook(path)[sheet].iter_rows(min_row=first, values_only=True))


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def last(done: Done) -> str:
    return done.out.splitlines()[-1]


def test_a_small_lab(life: Path, tmp_path: Path) -> None:
    done = invoke(*IGA, "--home", life, "--out", tmp_path)
    assert (done.status, done.err) == (0, "")
    first, lacking, unit, summed = done.out.splitlines()
    assert first == f"  {tmp_path / 'penilaian-iga-2026.xlsx'}"
    assert lacking == f"  {tmp_path / 'yang-masih-kurang.xlsx'}"
    assert unit == "  Dindag: 126 hal, yang-masih-kurang-dindag.xlsx"
    assert summed.startswith("3 berkas ditulis dalam ")
    assert summed.endswith(f" detik: {tmp_path}")
    book = tmp_path / "penilaian-iga-2026.xlsx"
    name = "SIMPEL – Retribusi, Izin, dan Denah Pasar"
    marks = tuple("✗✓✓✓✗✗✗✗✗✓✓✗✓✓✗✗") + (0,) * 20
    assert rows(book, "Matriks", 6)[0] == (1, "3303-0001", name, "Dindag", "belum memenuhi syarat", *marks)
    assert rows(book, "Peringkat", 6)[0][3:] == ("Dindag", "belum memenuhi syarat", 0, 0, 0, 111)
    board = rows(book, "Dasbor")
    assert ("Daerah (SPD)", 0, 63, None, None) in board
    assert ("Indeks", 0, 100, None, None) in board
    assert ("Kesehatan", 0, 0, None, None) in board
    assert ("Predikat: Tidak Dapat Dinilai (terkonfirmasi dari salinan).", None, None, None, None) in board
    aims = ("terkonfirmasi dari salinan; menentukan", "belum terkonfirmasi; tidak menentukan")
    assert rows(book, "Syarat", 14)[0][1:3] == ("Tujuan Inovasi Daerah", "\n".join(aims))


def test_json_lists_the_files(life: Path, tmp_path: Path) -> None:
    data = invoke(*IGA, "--json", "--home", life, "--out", tmp_path).data
    assert [(Path(one["path"]).name, one["kind"], one["unit"], one["rows"]) for one in data["files"]] == [
        ("penilaian-iga-2026.xlsx", "assessment", None, 4),
        ("yang-masih-kurang.xlsx", "lacking", None, 126),
        ("yang-masih-kurang-dindag.xlsx", "unit", "Dindag", 126),
    ]
    assert (data["region"], data["day"], data["innovations"], data["older"]) == ("33.03", "2023-06-05", 4, [])


def test_two_runs_give_equal_bytes_in_any_language(life: Path, tmp_path: Path, monkeypatch: Any) -> None:
    assert invoke(*IGA, "--home", life, "--out", tmp_path / "a").status == 0
    monkeypatch.setenv("JEJAK_LANG", "en")
    assert invoke(*IGA, "--home", life, "--out", tmp_path / "b").status == 0
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
    assert len(digests(tmp_path / "a")) == 3


def test_as_of_and_known_at_stand_on_the_sheets(life: Path, tmp_path: Path) -> None:
    times = ("--as-of", "2022-12-31", "--known-at", "2023-06-03")
    assert invoke(*IGA, *times, "--home", life, "--out", tmp_path).status == 0
    assert rows(tmp_path / "penilaian-iga-2026.xlsx", "Matriks")[1][0] == (
        "IGA 2026 · Kabupaten Purbalingga (33.03) · Keadaan per 31 Desember 2022 · Posisi rekam jejak: 59"
        " · Yang diketahui pada 3 Juni 2023"
    )


def test_only_innovations_with_an_entry(own_life: Path, tmp_path: Path) -> None:
    claim = ("entry", "claim", "3303-0002", "--indicator", "25", "--level", "2", "--year", "2026")
    assert invoke(*claim, "--home", own_life).status == 0
    assert invoke(*IGA, "--entered", "--home", own_life, "--out", tmp_path).status == 0
    book = tmp_path / "penilaian-iga-2026.xlsx"
    assert [row[1] for row in rows(book, "Peringkat", 6)] == ["3303-0002"]
    assert rows(book, "Peringkat", 6)[0][5:] == (0, 0, 2, 111)
    lacking = rows(tmp_path / "yang-masih-kurang-dindag.xlsx", "Dindag", 8)
    found = [row for row in lacking if row[3] == "25 Sosialisasi"]
    mend = "Lampirkan untuk indikator 25"
    assert [(row[4], row[5][: len(mend)], row[6]) for row in found] == [
        ("Parameter 2 dinyatakan, tetapi buktinya belum ada.", mend, 2)
    ]


def test_nothing_lacking_is_said_and_files_of_an_earlier_run_are_named(life: Path, tmp_path: Path) -> None:
    old = tmp_path / "yang-masih-kurang-lama.xlsx"
    old.write_bytes(b"")
    done = invoke(*IGA, "--entered", "--home", life, "--out", tmp_path)
    assert done.out.splitlines()[1:4] == [
        "Tidak ada yang kurang, jadi tidak ada berkas untuk unit.",
        "Bukan dari penulisan ini, dibiarkan apa adanya:",
        f"  {old}",
    ]
    assert last(done).startswith("1 berkas ditulis dalam ")
    assert old.read_bytes() == b""


def test_more_than_two_hundred_innovations(demo: Path, tmp_path: Path) -> None:
    data = invoke(*PP38, "--json", "--home", demo, "--out", tmp_path).data
    assert data["innovations"] == 344
    book = tmp_path / "penilaian-pp38-2017.xlsx"
    matrix = rows(book, "Matriks", 7)
    assert [row[0] for row in matrix] == list(range(1, 345))
    assert matrix[168][1:3] == (
        "3303-0169",
        "SIMPEL PASAR – Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat (ilustrasi)",
    )
    assert matrix[168][4:] == ("belum dapat dipastikan", *"?????")
    units = [one for one in data["files"] if one["kind"] == "unit"]
    assert sum(one["rows"] for one in units) == 344 * 5
    sheets = load_workbook(tmp_path / "yang-masih-kurang.xlsx").sheetnames
    assert len(sheets) == len(units) == len({name.casefold() for name in sheets})
    assert max(map(len, sheets)) <= 31


def test_an_edition_that_nobody_knows(life: Path, tmp_path: Path) -> None:
    words = ("eligibility", "sheets", "--award", "iga", "--year", "1999", "--home", life)
    done = invoke(*words, "--out", tmp_path / "kosong")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[0] == "Tidak ada aturan penilaian untuk IGA 1999."
    assert not (tmp_path / "kosong").exists()


def test_the_verb_stands_among_the_others() -> None:
    assert "  sheets  Tulis hasil penilaian syarat" in invoke("eligibility", "--help").out
