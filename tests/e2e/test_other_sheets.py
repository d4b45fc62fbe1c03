"""A remedy that names a sheet which a unit's workbook lacks says how to get it, and that command works."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jejak_i18n import sentence
from projections.eligibility.other_sheets import other_sheets, way_to_sheets
from tests.helpers import invoke

KIPP = ("--award", "kipp", "--year", "2023")
HEAD = "Lembar yang tidak ada di buku kerja unit"


def test_a_verdict_tells_the_command_and_it_writes_the_sheet(
    life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = invoke("eligibility", "show", "3303-0001", *KIPP, "--home", life).out
    (line,) = [one.strip() for one in out.splitlines() if HEAD in one]
    told, _colon, command = line.partition(": ")
    assert told.startswith(f"{HEAD} (")
    assert "Isian KIPP" in told
    _jejak, *words = shlex.split(command)
    monkeypatch.chdir(tmp_path)
    assert invoke(*words, "--home", life).status == 0
    assert "Isian KIPP" in load_workbook(tmp_path / "isi.xlsx").sheetnames


def test_the_list_of_a_unit_tells_it_too(life: Path, tmp_path: Path) -> None:
    done = invoke("eligibility", "sheets", *KIPP, "--out", tmp_path, "--home", life)
    assert done.status == 0, done.err
    (path,) = tmp_path.glob("yang-masih-kurang-*.xlsx")
    said = [str(row[0]) for row in load_workbook(path).worksheets[0].iter_rows(max_row=12, values_only=True)]
    (told,) = [one for one in said if one.startswith(HEAD)]
    assert "jejak template isi.xlsx --unit Dindag --sheet " in told


def test_sheets_are_named_in_their_order_and_only_those_that_are_lacking() -> None:
    remedies = ["Tulis pada lembar Naskah.", "Claim it on sheet Klaim IGA and sheet Bukti.", "lembar SPD."]
    assert other_sheets(remedies) == ["Naskah", "Klaim IGA", "SPD"]
    assert other_sheets(["Isi lembar Pengukuran.", "lembar Bukti", "Naskah"]) == []
    assert way_to_sheets(["lembar Bukti"]) is None
    way = way_to_sheets(remedies, unit="Dinas Uji")
    assert way is not None
    assert sentence(way, "id") == (
        f'{HEAD} (Naskah, Klaim IGA, SPD): jejak template isi.xlsx --unit "Dinas Uji"'
        ' --sheet Naskah --sheet "Klaim IGA" --sheet SPD'
    )
