"""What is wrong with many rows of a list, told so that a clerk can mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from tests.helpers import Done, invoke


def listed(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A list of the rows given, the headings first."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def mapped(home: Path, path: Path) -> Done:
    done = invoke("map", path, "--out", path.with_name("PETA.toml"), "--force", "--home", home)
    assert done.status == 0, done.err
    return done


def take(home: Path, path: Path, *more: str) -> Done:
    return invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home, *more)


def test_trials_after_their_implementation_are_told_by_title_and_dates(home: Path, tmp_path: Path) -> None:
    heads = ("Nama Inovasi", "OPD", "Tahun", "Waktu Uji Coba", "Waktu Penerapan")
    rows = [
        (f"LAYANAN {at}", "Dinas Pasar", 2022, f"{at} Mei 2023", f"{at} Januari 2023") for at in range(1, 6)
    ]
    path = listed(tmp_path / "a.xlsx", heads, *rows)
    mapped(home, path)
    done = take(home, path)
    assert done.status == 3
    assert done.err == (
        "a.xlsx tidak dicatat: 5 kesalahan, tidak ada yang berubah.\n\n"
        + "".join(
            f'  Sheet!D{at + 1}  "LAYANAN {at}": Uji coba pertama ({at} Mei 2023) sesudah penerapan'
            f" ({at} Januari 2023).\n"
            for at in range(1, 6)
        )
        + "            Untuk 5 itu: Perbaiki barisnya, lalu impor lagi; bila semua baris demikian, periksa"
        " kolomnya di peta.\n\n"
        "Perbaiki, lalu impor lagi berkas yang sama.\n"
    )
    told = [one for one in take(home, path, "--json").envelope["messages"] if one.get("where")]
    assert [one["where"] for one in told] == ["Sheet!D2", "Sheet!D3", "Sheet!D4", "Sheet!D5", "Sheet!D6"]
    assert {one["remedy"] for one in told} == {
        "Perbaiki barisnya, lalu impor lagi; bila semua baris demikian, periksa kolomnya di peta."
    }
