"""Hostile text stands as text: in lists, workbooks and documents."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from importers import template
from tests.helpers import invoke

HOSTILE = (
    "<w:p>tebal</w:p>",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{# catatan #}",
    "a & b < c > d",
    "🙂 emoji",
    '=HYPERLINK("http://contoh.id","klik")',
    "+1",
    "@SUM(A1)",
    "-2+3",
    "'; DROP TABLE innovations; --",
)
ALL = " | ".join(HOSTILE)
LONG = " ".join(["ab"] * 10_000)
"""As many words as fit in one cell of Excel, which takes 32,767 characters."""


@pytest.fixture
def hostile(home: Path, tmp_path: Path) -> Path:
    rows: dict[str, list[dict[str, Any]]] = {
        "Lab": [{"Kunci": "uji", "Nama": ALL, "Cara Pencatatan": "rekonstruksi", "Tema": ALL}],
        "Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": ALL, "Nama Singkat": "=1+1"}],
        "Ide": [{"Kunci": "I-1", "Judul": ALL, "Jenis Usulan": "ide baru", "Unit": "U-1", "Kebaruan": ALL}],
        "Inovasi": [{"Kunci": "N-1", "Ide": "I-1", "Judul": ALL, "Akronim": "@SUM(A1)", "Unit": "=1+1"}],
        "Profil": [
            {"Kunci": "P-1", "Inovasi": "N-1", "Rancang Bangun": LONG, "Signifikansi": ALL, "Tujuan": ALL}
        ],
        "Bukti": [{"Kunci": "B-1", "Inovasi": "N-1", "Jenis": "SK", "Perihal": ALL, "Indikator IGA": "16"}],
        "Pengukuran": [
            {
                "Kunci": "M-1",
                "Inovasi": "N-1",
                "Indikator": ALL,
                "Satuan": "+1",
                "Nilai Sebelum": 1,
                "Nilai Sesudah": 2,
            }
        ],
    }
    path = tmp_path / "jahat.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03", "Lab": "uji"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    return home


def test_lists_and_histories_show_it_to_the_letter(hostile: Path) -> None:
    item = invoke("catalogue", "list", "--json", "--home", hostile).data["items"][0]
    assert (item["title"], item["acronym"], item["unit"]) == (ALL, "@SUM(A1)", "=1+1")
    assert ALL in invoke("catalogue", "list", "--home", hostile).out
    assert invoke("catalogue", "list", "--search", "{{ 7*7", "--json", "--home", hostile).data["total"] == 1
    assert invoke("catalogue", "list", "--search", "100%", "--json", "--home", hostile).data["total"] == 0
    assert invoke("catalogue", "show", "@SUM(A1)", "--json", "--home", hostile).data["code"] == "3303-0001"


def test_no_cell_of_a_list_is_a_formula_or_a_link(hostile: Path, tmp_path: Path) -> None:
    for at, words in enumerate(
        (
            ["catalogue", "list"],
            ["lab", "list"],
            ["history", "3303-1"],
            ["catalogue", "stats"],
            ["lab", "show", "uji"],
            ["replay", "3303-1"],
            ["trace", "3303-1", "judul"],
            ["projections", "status"],
        )
    ):
        file = tmp_path / f"daftar{at}.xlsx"
        assert invoke(*words, "--xlsx", file, "--home", hostile).status == 0
        cells = [cell for page in load_workbook(file) for row in page.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    book = load_workbook(tmp_path / "daftar0.xlsx")
    values = [cell.value for row in book.active.iter_rows() for cell in row]
    assert {ALL, "@SUM(A1)", "=1+1"} <= set(values)


def test_a_list_is_frozen_filtered_and_wide_enough(hostile: Path, tmp_path: Path) -> None:
    file = tmp_path / "daftar.xlsx"
    assert invoke("catalogue", "list", "--xlsx", file, "--home", hostile).status == 0
    page = load_workbook(file).active
    assert (page.freeze_panes, page.auto_filter.ref) == ("B5", "A4:H5")
    assert [cell.value for cell in page[4]][:4] == ["No.", "Kode", "Akronim", "Judul"]
    assert page.column_dimensions["D"].width >= 60


def test_documents_hold_the_words_as_text(hostile: Path, tmp_path: Path) -> None:
    for award, year in (("iga", "2026"), ("kipp", "2023")):
        done = invoke(
            "dossier", award, "3303-1", "--year", year, "--out", tmp_path, "--home", hostile, "--json"
        )
        assert done.status == 0, done.err
        document = Document(done.data["files"][1])
        text = "\n".join(
            [p.text for p in document.paragraphs]
            + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        )
        plain = re.sub(r"\s+", " ", text.replace("\u00a0", " "))
        missing = [one for one in HOSTILE if one not in plain]
        assert missing == []
        if award == "iga":
            assert LONG in plain


def test_history_by_sheet_keeps_its_sentences(hostile: Path, tmp_path: Path) -> None:
    file = tmp_path / "riwayat.xlsx"
    assert invoke("history", "3303-1", "--xlsx", file, "--home", hostile).status == 0
    page = load_workbook(file).active
    assert any(ALL in str(cell.value) for row in page.iter_rows(min_row=5) for cell in row)


@pytest.mark.parametrize("words", ["x" * 100_000, " ".join(map(str, range(5_000)))], ids=["long", "many"])
def test_words_that_no_name_holds_are_looked_for_in_vain(hostile: Path, words: str) -> None:
    assert invoke("catalogue", "list", "--search", words, "--json", "--home", hostile).data["total"] == 0
    done = invoke("history", words, "--home", hostile)
    assert (done.status, done.out) == (2, "")
