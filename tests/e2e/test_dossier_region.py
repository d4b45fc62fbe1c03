"""The workbook of the region's own rows (SPD): order, levels, documents, gaps and bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from importers import template
from schemas import loader
from tests.helpers import Done, invoke

HEADS = [
    "No.", "Indikator", "Wajib", "Parameter", "Bunyi parameter", "Angka", "Dokumen sumber", "Keadaan",
    "Kepastian", "Sudah disalin",
]  # fmt: skip
HEAD_ROW = 4
ROWS: dict[str, list[dict[str, Any]]] = {
    "Dokumen": [
        {
            "Kunci": "D1", "Jenis": "Laporan", "Nomor": "700/1/2026", "Tanggal": "5 Mei 2026",
            "Perihal": "=HYPERLINK(1)",
        }
    ],
    "SPD": [
        {"Kunci": "S1", "Tahun": 2026, "Baris": "8", "Tingkat": 3, "Dokumen": "D1"},
        {"Kunci": "S2", "Tahun": 2026, "Baris": "3", "Angka": "8,17"},
        {"Kunci": "S3", "Tahun": 2026, "Baris": "2a", "Tingkat": 0},
    ],
}  # fmt: skip


@pytest.fixture
def claimed(home: Path, tmp_path: Path) -> Path:
    path = tmp_path / "spd-isi.xlsx"
    template.write(path, rows=ROWS, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    return home


WAY = "Lembar yang tidak ada di buku kerja unit (SPD): jejak template isi.xlsx --sheet SPD\n"


def spd(home: Path, out: Path, *words: str) -> Done:
    done = invoke("dossier", "spd", "iga", "--year", "2026", *words, "--out", out, "--home", home)
    assert done.status == 0, done.err
    return done


def rows_of(path: Path) -> dict[str, dict[str, Any]]:
    sheet = load_workbook(path)["SPD"]
    assert [cell.value for cell in sheet[HEAD_ROW]] == HEADS
    values = sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True)
    found = [dict(zip(HEADS, row, strict=True)) for row in values if row[1]]
    return {row["No."]: row for row in found}


def test_rows_stand_in_the_order_of_the_rulebook(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "spd.xlsx"
    done = spd(demo, path, "--region", "33.03")
    told = f"detik: {path}, 20 baris: 0 tercatat, 20 masih kurang.\n"
    assert done.out.endswith(told + WAY)
    book = loader.rulebook("iga-2026")["spd"]
    rows = rows_of(path)
    assert [(row["No."], row["Indikator"]) for row in rows.values()] == [
        (one["number"], one["name"]) for one in book
    ]
    assert rows["1"]["Wajib"] == "ya"
    assert rows["1"]["Keadaan"] == "belum tercatat.\nIsi barisnya pada lembar SPD."
    sheet = load_workbook(path)["SPD"]
    assert (sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "C5",
        "landscape",
        9,
    )
    (tick,) = sheet.data_validations.dataValidation
    assert (tick.formula1, str(tick.sqref)) == ('"ya,belum"', "J5:J24")


def test_levels_figures_and_documents(claimed: Path, tmp_path: Path) -> None:
    path = tmp_path / "spd.xlsx"
    done = spd(claimed, path)
    told = f"detik: {path}, 20 baris: 2 tercatat, 18 masih kurang.\n"
    assert done.out.endswith(told + WAY)
    rows = rows_of(path)
    opinion = rows["8"]
    assert (opinion["Parameter"], opinion["Bunyi parameter"]) == (3, "WTP")
    assert opinion["Dokumen sumber"] == "Laporan 700/1/2026, =HYPERLINK(1), 5 Mei 2026"
    assert opinion["Keadaan"] == "parameter 3 diklaim."
    licences = rows["3"]
    assert (licences["Parameter"], licences["Angka"]) == (3, "8,17")
    assert licences["Keadaan"].splitlines() == [
        "8,17 menghasilkan parameter 3.",
        "Dokumen sumbernya belum disebut: tambahkan di kolom Dokumen pada lembar SPD.",
    ]
    assert rows["2a"]["Parameter"] is None
    data = invoke(
        "dossier", "spd", "iga", "--year", "2026", "--out", path, "--force", "--json", "--home", claimed
    ).data
    assert data["region"] == "33.03"
    told = {one["number"]: (one["level"], one["amount"], one["state"]) for one in data["rows"]}
    assert (told["8"], told["3"], told["2a"]) == (
        (3, None, "recorded"),
        (3, "8.17", "recorded"),
        (None, None, "lacking"),
    )


def test_equal_rows_give_equal_bytes(claimed: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    spd(claimed, first)
    spd(claimed, second)
    assert first.read_bytes() == second.read_bytes()
    named = ("dossier", "spd", "iga", "--year", "2026", "--out", tmp_path / "a.pdf", "--home", claimed)
    assert invoke(*named).status == 2
