"""Figures for people have a decimal comma; what programs read keeps the point."""

from __future__ import annotations

from pathlib import Path

from importers import template
from tests.helpers import invoke

IDENTITY = {"Kode Wilayah": "33.03", "Lab": ""}
ROWS = {
    "Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji"}],
    "Inovasi": [{"Kunci": "INO-1", "Judul": "Satu", "Unit": "Dinas Uji", "Tanpa Lab": "ya"}],
}
MEASURED = {"Kunci": "N-1", "Inovasi": "INO-1", "Indikator": "Lama", "Satuan": "jam", "Nilai Sebelum": 12.5}


def taken(home: Path, path: Path, after: float, *words: str) -> str:
    row = {**MEASURED, "Nilai Sesudah": after}
    template.write(path, rows={**ROWS, "Pengukuran": [row]}, identity=IDENTITY)
    return invoke("import", path, *words, "--home", home).err


def test_a_difference_and_a_correction_are_told_with_a_comma(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert taken(home, path, 1234.25) == ""
    assert 'Nilai Sesudah tercatat "1.234,25", kini "8,5".' in taken(home, path, 8.5)
    assert taken(home, path, 8.5, "--as-correction", "salah ketik", "--yes") == ""
    story = " ".join(invoke("history", "3303-0001", "--home", home).out.split())
    assert 'bukan "1.234,25", melainkan "8,5" (salah ketik)' in story
    shown = invoke("catalogue", "show", "3303-0001", "--json", "--home", home).data["measurements"]
    assert [(one["before"], one["after"]) for one in shown] == [("12.5", "8.5")]


def test_a_dry_run_tells_it_with_a_comma(home: Path, tmp_path: Path) -> None:
    row = {**MEASURED, "Nilai Sesudah": 8.5}
    path = tmp_path / "a.xlsx"
    template.write(path, rows={**ROWS, "Pengukuran": [row]}, identity=IDENTITY)
    out = invoke("import", path, "--dry-run", "--home", home).out
    assert "Nilai Sebelum: 12,5" in out
    assert "Nilai Sesudah: 8,5" in out
