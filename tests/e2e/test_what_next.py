"""After an import the verb is named that shows what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from importers import template
from tests.helpers import invoke

UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji"}
INNOVATION = {"Kunci": "INO-1", "Judul": "Satu", "Unit": "Dinas Uji", "Tanpa Lab": "ya"}
LAB = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}
CLAIM = {"Kunci": "K-1", "Inovasi": "3303-0001", "Tahun": 2026, "Indikator": 16, "Tingkat": 2}
DAY = {"Kunci": "J-1", "Lomba": "IGA", "Tahun": 2026, "Tonggak": "dibuka", "Hari": "1 Juli 2026"}


@pytest.mark.parametrize(
    ("rows", "verb"),
    [
        ({"Unit": [UNIT]}, "catalogue list"),
        ({"Unit": [UNIT], "Inovasi": [INNOVATION]}, "catalogue list"),
        ({"Lab": [LAB]}, "lab list"),
        ({"Jadwal": [DAY]}, "calendar"),
    ],
)
def test_without_a_lab_of_the_file(
    home: Path, tmp_path: Path, rows: dict[str, list[dict[str, Any]]], verb: str
) -> None:
    assert last(home, tmp_path, rows, "") == f"Selanjutnya: jejak {verb}"


def test_a_lab_of_the_file_is_shown(home: Path, tmp_path: Path) -> None:
    assert last(home, tmp_path, {"Lab": [LAB]}, "uji-2022") == "Selanjutnya: jejak lab show uji-2022"


def test_claims_alone_lead_to_the_entries(home: Path, tmp_path: Path) -> None:
    last(home, tmp_path, {"Unit": [UNIT], "Inovasi": [INNOVATION]}, "")
    assert last(home, tmp_path, {"Klaim IGA": [CLAIM]}, "") == "Selanjutnya: jejak entry list"


def last(home: Path, folder: Path, rows: dict[str, list[dict[str, Any]]], lab: str) -> str:
    path = folder / "a.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03", "Lab": lab})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    return done.out.splitlines()[-1]
