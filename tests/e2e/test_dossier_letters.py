"""The drafts of the letters of a proposal: their words, what stays open, their form and bytes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from importers import template
from schemas import loader
from tests.helpers import Done, invoke

EDITION = ("--year", "2023", "--group", "umum")
NAMES = [
    "surat-pengantar",
    "surat-pernyataan-implementasi",
    "surat-pernyataan-identitas-perorangan-atau-tim",
    "surat-pernyataan-kesediaan-replikasi",
]
DOTS = "…………………………………"
DRAFT = "Konsep – bukan naskah resmi. Naskah resmi surat ini tidak diketahui; sesuaikan."


def drafted(home: Path, out: Path, code: str = "SIMPEL PASAR", *words: str) -> Done:
    done = invoke("dossier", "letters", "kipp", code, *(words or EDITION), "--out", out, "--home", home)
    assert done.status == 0, done.err
    return done


def texts(document: Any) -> list[str]:
    return [one.text for one in document.paragraphs if one.text]


def rows(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_a_letter_for_each_that_the_rulebook_asks_for_and_a_cover_letter(demo: Path, tmp_path: Path) -> None:
    done = drafted(demo, tmp_path)
    files = [f"kipp-2023-umum-3303-0169-{name}.docx" for name in NAMES]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)
    assert done.out.splitlines()[1:] == [
        *(f"  {tmp_path / name}" for name in files),
        "4 konsep, bukan naskah resmi: lengkapi bagian yang bertitik-titik, lalu mintakan tanda tangan.",
    ]
    titles = []
    for name in files:
        document = Document(str(tmp_path / name))
        titles += [one.text for one in document.paragraphs if one.style.name == "Jejak Letter"]
        assert texts(document)[0] == DRAFT
    asked = [one["label"] for one in loader.form("kipp", 2023, "umum")["letters"] if one["required"]["value"]]
    assert titles == ["SURAT PENGANTAR", *(one.upper() for one in asked)]


def test_a_statement_says_what_is_recorded_and_leaves_names_and_days_open(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path)
    document = Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{NAMES[1]}.docx"))
    assert texts(document) == [
        DRAFT,
        "SURAT PERNYATAAN IMPLEMENTASI",
        "Kompetisi Inovasi Pelayanan Publik 2023 · Kelompok Umum",
        "Yang bertanda tangan di bawah ini:",
        "menyatakan tentang inovasi:",
        "Inovasi tersebut telah diterapkan sejak 2 Maret 2023.",
        "Pernyataan ini dibuat dengan sebenarnya untuk melengkapi proposal"
        " Kompetisi Inovasi Pelayanan Publik 2023 (Kelompok Umum).",
        "………………………, ………………………",
        "Kepala Dinperindag,",
        f"({DOTS})",
        "Apakah surat ini diminta belum terkonfirmasi.",
        "Jabatan penanda tangan menurut Perjanjian Kinerja Inovasi Dinperindag (15 Desember 2022);"
        " sesuaikan bila sudah berganti.",
    ]
    assert rows(document) == [
        ["Nama", DOTS],
        ["NIP", DOTS],
        ["Jabatan", "Kepala Dinperindag"],
        ["Perangkat daerah / unit", "Dinas Perindustrian dan Perdagangan"],
        ["Pemerintah daerah", "Kabupaten Purbalingga"],
        ["Judul inovasi", "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat"],
        ["Perangkat daerah / unit", "Dinas Perindustrian dan Perdagangan"],
        ["Pemerintah daerah", "Kabupaten Purbalingga"],
        ["Mulai diterapkan", "2 Maret 2023"],
    ]
    header = document.sections[0].header.paragraphs[0].text
    assert header == "KIPP 2023 · Kelompok Umum · 3303-0169\tILUSTRASI"


def test_the_other_statements(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path)
    said = [texts(Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{name}.docx"))) for name in NAMES[2:]]
    assert "Inovasi tersebut digagas oleh (coret yang tidak sesuai): perorangan / tim." in said[0]
    assert "Nama dan peran inovator: ………………………………………………………………" in said[0]
    assert "Kami bersedia inovasi tersebut direplikasi oleh penyelenggara pelayanan lain." in said[1]


def test_the_cover_letter_encloses_what_is_recorded(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path)
    document = Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{NAMES[0]}.docx"))
    assert rows(document)[4:] == [
        ["No", "Lampiran", "Keadaan"],
        ["1", "Proposal Inovasi Pelayanan Publik", "tercatat"],
        ["2", "Surat Pernyataan Implementasi", "tercatat"],
        ["3", "Surat Pernyataan Identitas Perorangan atau Tim", "tercatat"],
        ["4", "Surat Pernyataan Kesediaan Replikasi", "tercatat"],
        ["5", "Dokumen pendukung", "15 bukti dukung"],
    ]
    assert f"Yth. {DOTS}" in texts(document)
    assert "Apakah setiap proposal memerlukan surat pengantar belum terkonfirmasi." in texts(document)


def test_what_nobody_recorded_stays_open(home: Path, tmp_path: Path) -> None:
    title = "<w:p>&amp; {{ 7*7 }} {% for %} =1+1"
    cells: dict[str, list[dict[str, Any]]] = {
        "Unit": [{"Kunci": "U1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}],
        "Inovasi": [{"Kunci": "I1", "Judul": title, "Unit": "U1", "Tanggal": "1 Januari 2024"}],
    }
    path = tmp_path / "uji.xlsx"
    template.write(path, rows=cells, identity={"Kode Wilayah": "33.03"})
    assert invoke("import", path, "--home", home).status == 0
    out = tmp_path / "surat"
    drafted(home, out, "3303-0001", "--year", "2025", "--group", "umum")
    document = Document(str(out / "kipp-2025-umum-3303-0001-surat-pernyataan-implementasi.docx"))
    assert ["Jabatan", DOTS] in rows(document)
    assert ["Judul inovasi", title] in rows(document)
    assert ["Mulai diterapkan", "…………………………………"] in rows(document)
    assert "Inovasi tersebut telah diterapkan sejak ………………………." in texts(document)
    assert f"{DOTS}," in texts(document)
    assert not any("Jabatan penanda tangan" in one for one in texts(document))


@pytest.mark.parametrize("name", NAMES)
def test_the_form_of_a_letter(demo: Path, tmp_path: Path, name: str) -> None:
    for folder in ("a", "b"):
        drafted(demo, tmp_path / folder)
    first, second = (tmp_path / folder / f"kipp-2023-umum-3303-0169-{name}.docx" for folder in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
    document = Document(str(first))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    with zipfile.ZipFile(first) as archive:
        styles = archive.read("word/styles.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert 'w:lang w:val="id-ID"' in styles
    heading = re.search(r'w:styleId="JejakLetter".*?</w:style>', styles)
    assert heading is not None
    assert 'w:outlineLvl w:val="0"' in heading.group(0)
    assert body.count("<w:cantSplit/>") == len(rows(document))
    assert document.core_properties.language == "id-ID"


def test_an_edition_without_statement_letters_says_so(demo: Path, tmp_path: Path) -> None:
    done = drafted(demo, tmp_path, "SIMPEL PASAR", "--year", "2021", "--group", "umum")
    assert done.out.splitlines()[-1] == "Aturan penilaian edisi ini tidak meminta surat pernyataan."
    data = invoke(
        "dossier", "letters", "kipp", "SIMPEL PASAR", *EDITION, "--out", tmp_path, "--json", "--home", demo
    ).data
    assert (data["code"], data["post"]) == ("3303-0169", "Kepala Dinperindag")
    assert [(one["id"], one["required"]) for one in data["letters"]] == [
        ("cover_letter", False),
        ("letter_implementation", True),
        ("letter_identity", True),
        ("letter_replication", True),
    ]
