"""What an earlier release took and this one refuses stays as it is, in any file that says it unchanged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import jejak
from domain.base import Action, Draft, Source
from importers import template
from ledger.workspace.workspace import find
from tests.helpers import invoke
from tests.importers.completing import NOTHING, add, prefilled, put, recorded_lab, rows_of, take

SCOPE = "3303/lab/000001"
OF = {"region": "3303", "innovation": "3303/innovation/000001"}
OLD: dict[str, tuple[str, Action]] = {
    "Bukti": (
        "B-1",
        jejak.innovation.AttachEvidence.of(**OF, kind="sk", subject="SK", link="contoh.go.id/sk"),
    ),
    "Rencana Aksi": (
        "R-1",
        jejak.innovation.SetPlanStep.of(**OF, plan=0, number=0, phase="preparation", activity="Rapat"),
    ),
}
ROWS = {
    "Bukti": {
        "Kunci": "B-1",
        "Inovasi": "3303-0001",
        "Jenis": "SK",
        "Perihal": "SK",
        "Tautan": "contoh.go.id/sk",
    },
    "Rencana Aksi": {
        "Kunci": "R-1",
        "Inovasi": "3303-0001",
        "Versi": 0,
        "Nomor": 0,
        "Kelompok": "persiapan",
        "Kegiatan": "Rapat",
    },
}


@pytest.fixture
def lab(home: Path, tmp_path: Path) -> Path:
    """A lab whose innovation has rows that an earlier release took."""
    recorded_lab(home, tmp_path)

    def decide(decision: Any) -> None:
        for sheet, (key, action) in OLD.items():

            def source(_draft: Draft, sheet: str = sheet, key: str = key) -> Source:
                return Source(scope=SCOPE, sheet=sheet, key=key, cells={"subject": "F2"}, first=True)

            decision.act(action, source)

    find(home=str(home)).command_handler().run("dahulu", decide)
    return home


def test_a_workbook_comes_back_as_it_went_out(lab: Path, tmp_path: Path) -> None:
    path = prefilled(lab, tmp_path / "unit.xlsx", "--unit", "Dinuji")
    assert [row["Tautan"] for row in rows_of(path, "Bukti")] == ["contoh.go.id/sk"]
    assert [(row["Versi"], row["Nomor"]) for row in rows_of(path, "Rencana Aksi")] == [(0, 0)]
    done = take(lab, path)
    assert (done.status, done.out, done.err) == (0, NOTHING.format(same=7), "")


def test_cells_beside_an_unchanged_one_are_recorded(lab: Path, tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        put(book, "Bukti", f"{SCOPE}/B-1", Halaman="3")
        add(book, "Rencana Aksi", Kunci="R-2", Inovasi="3303-0001", Versi=1, Nomor=1, Kelompok="persiapan")
        put(book, "Rencana Aksi", "R-2", Kegiatan="Sosialisasi")

    done = take(lab, prefilled(lab, tmp_path / "unit.xlsx", "--unit", "Dinuji", fill=fill), "--json")
    assert (done.status, done.data["completed"], done.data["new_by_sheet"]) == (0, 1, {"Rencana Aksi": 1})
    again = prefilled(lab, tmp_path / "lagi.xlsx", "--unit", "Dinuji")
    assert [(row["Tautan"], row["Halaman"]) for row in rows_of(again, "Bukti")] == [("contoh.go.id/sk", "3")]


def test_a_changed_cell_is_read_as_any_other(lab: Path, tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        put(book, "Bukti", f"{SCOPE}/B-1", Tautan="contoh.go.id/sk-baru")
        put(book, "Rencana Aksi", f"{SCOPE}/R-1", Versi=-1)

    done = take(lab, prefilled(lab, tmp_path / "unit.xlsx", "--unit", "Dinuji", fill=fill))
    assert done.status == 3
    assert [line.strip() for line in done.err.splitlines() if "!" in line] == [
        'Rencana Aksi!D2  Versi tidak boleh kurang dari 1: "-1".',
        'Bukti!K2  "contoh.go.id/sk-baru" belum lengkap sebagai alamat halaman: https:// di depannya'
        " tidak ada.",
    ]


def test_a_second_fault_of_the_row_is_still_told(lab: Path, tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        put(book, "Bukti", f"{SCOPE}/B-1", Tanggal="31 Februari 2022")

    done = take(lab, prefilled(lab, tmp_path / "unit.xlsx", "--unit", "Dinuji", fill=fill))
    assert done.status == 3
    assert [line.strip() for line in done.err.splitlines() if "!" in line] == [
        'Bukti!F2  tanggal "31 Februari 2022" tidak ada.'
    ]


def test_the_workbook_that_recorded_it_can_be_imported_again(lab: Path, tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    identity = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
    template.write(path, rows={name: [row] for name, row in ROWS.items()}, identity=identity)
    assert take(lab, path).out == NOTHING.format(same=2)
    # With the row of the lab in the same file, too.
    rows = {name: [row] for name, row in ROWS.items()}
    rows["Lab"] = [{"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}]
    template.write(path, rows=rows, identity=identity)
    assert take(lab, path).out == NOTHING.format(same=3)


def test_a_line_that_says_it_unchanged_is_right(lab: Path, tmp_path: Path) -> None:
    line = {"type": "innovation.attach_evidence", "region": "33.03", "scope": "uji-2022", "key": "B-1"}
    line |= {"innovation": "3303-0001", "kind": "sk", "subject": "SK"}
    path = tmp_path / "baris.jsonl"
    path.write_text(json.dumps({**line, "link": "contoh.go.id/sk"}) + "\n", encoding="utf-8")
    done = take(lab, path)
    assert done.err == ""
    assert done.out == NOTHING.format(same=1)
    path.write_text(json.dumps({**line, "link": "contoh.go.id/lain"}) + "\n", encoding="utf-8")
    assert take(lab, path).status == 3


def test_nought_is_a_figure_and_no_empty_cell(lab: Path, tmp_path: Path) -> None:
    path = tmp_path / "klaim.xlsx"
    row = {"Kunci": "KI-1", "Inovasi": "3303-0001", "Tahun": 2026, "Indikator": "16", "Tingkat": 0}
    identity = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
    template.write(path, rows={"Klaim IGA": [row]}, identity=identity)
    assert take(lab, path).status == 0
    template.write(path, rows={"Klaim IGA": [{**row, "Tingkat": 2}]}, identity=identity)
    done = take(lab, path)
    assert done.status == 4
    assert '  Klaim IGA!E2  Tingkat tercatat "0", kini "2".\n' in done.err
    assert invoke("import", path, "--as-correction", "keliru", "--yes", "--home", lab).status == 0
    template.write(path, rows={"Klaim IGA": [{**row, "Tingkat": None}]}, identity=identity)
    assert take(lab, path).status == 3
    assert load_workbook(path)["Klaim IGA"]["E2"].value is None
