"""What page one of a document says is missing agrees with the verdict beside it."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path
from typing import Any

from docx import Document
from msgspec import structs

from exporters.dossier.assemble import build_dossier
from exporters.word import render
from importers import template
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from tests.helpers import invoke

MANDATORY = ["16", "17", "32", "33", "35"]


def gaps_of(folder: Path) -> list[list[str]]:
    (made,) = folder.glob("*.docx")
    tables = [table for table in Document(str(made)).tables if table.rows[0].cells[0].text == "Bagian"]
    return [[cell.text for cell in row.cells] for row in tables[0].rows[1:]] if tables else []


def test_a_row_of_evidence_without_its_file_leaves_every_indicator_a_gap(home: Path, tmp_path: Path) -> None:
    words = " ".join(["kata"] * 300)
    rows: dict[str, list[dict[str, Any]]] = {
        "Unit": [{"Kunci": "U1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}],
        "Inovasi": [{"Kunci": "I1", "Judul": "Inovasi Nol", "Unit": "U1", "Tanggal": "1 Januari 2024"}],
        "Profil": [
            {
                "Kunci": "F1", "Inovasi": "I1", "Inisiator": "perangkat daerah", "Jenis Inovasi": "digital",
                "Bentuk Inovasi": "pelayanan publik", "Urusan": "Pendidikan", "Rancang Bangun": words,
                "Tujuan": "Tujuan", "Manfaat": "Manfaat", "Hasil": "Hasil",
            }
        ],
        "Uji Coba": [{"Kunci": "C1", "Inovasi": "I1", "Tanggal": "Januari 2024"}],
        "Penerapan": [{"Kunci": "P1", "Inovasi": "I1", "Tanggal": "2 Februari 2024"}],
        "Bukti": [
            {
                "Kunci": "B1", "Inovasi": "I1", "Jenis": "lainnya", "Perihal": "kertas",
                "Indikator IGA": "; ".join(str(number) for number in range(16, 36)),
            }
        ],
    }  # fmt: skip
    path = tmp_path / "nol.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    assert invoke("import", path, "--home", home).status == 0
    done = invoke("dossier", "iga", "3303-0001", "--year", "2026", "--out", tmp_path / "dok", "--home", home)
    assert "Yang masih kurang: 20 (tercantum di halaman pertama dokumen)\n" in done.out
    gaps = gaps_of(tmp_path / "dok")
    named = [
        label.strip("\xa0").split("\xa0")[0] for labels, _what, _mend in gaps for label in labels.split("; ")
    ]
    assert sorted(named) == [str(number) for number in range(16, 36)]
    assert sorted(named[: len(MANDATORY)]) == MANDATORY
    assert {what for _labels, what, _mend in gaps} == {
        "1 bukti terlampir, tetapi parameternya belum diklaim; indikator ini wajib",
        "1 bukti terlampir, tetapi parameternya belum diklaim",
    }


def test_a_whole_form_with_unmet_conditions_is_not_said_to_lack_nothing(demo: Path) -> None:
    with closing(open_session(open_at(demo))) as session:
        made = build_dossier(session, "SAPA RT", "kipp", 2023, None).dossier
    assert made.verdict.outcome == "not_met"
    whole = io.BytesIO(render.render(structs.replace(made, gaps=[])))
    texts = [one.text for one in Document(whole).paragraphs]
    assert "Tidak ada yang kurang." not in texts
    assert "Isian formulir tidak ada yang kurang; yang belum terpenuhi disebut di atas." in texts
