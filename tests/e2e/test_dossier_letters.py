"""The drafts of the letters of a proposal: their words, what stays open, their form and bytes."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from importers import template
from schemas import loader
from tests.exporters.test_template_sandbox import saying
from tests.helpers import Done, invoke

EDITION = ("--year", "2023", "--group", "umum")
NAMES = [
    "surat-pengantar",
    "surat-pernyataan-implementasi",
    "surat-pernyataan-identitas-perorangan-atau-tim",
    "surat-pernyataan-kesediaan-replikasi",
]
DOTS = "…………………………………"
FOOTER = "Konsep – bukan naskah resmi\tHalaman  dari "


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
        assert document.sections[0].footer.paragraphs[0].text == FOOTER
    asked = [one for one in loader.form("kipp", 2023, "umum")["letters"] if one["required"]["value"]]
    drafted_ones = [one["label"].upper() for one in asked if "not_drafted" not in one]
    assert titles == ["SURAT PENGANTAR", *drafted_ones]
    assert [one["label"] for one in asked if "not_drafted" in one] == ["Formulir SPBE"]


def test_a_statement_says_what_is_recorded_and_leaves_names_and_days_open(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path)
    document = Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{NAMES[1]}.docx"))
    assert texts(document) == [
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
    assert document.sections[0].header.paragraphs[0].text == "\tILUSTRASI"
    properties = document.core_properties
    assert (properties.title, properties.subject) == (
        "Surat Pernyataan Implementasi 3303-0169",
        "KIPP 2023 3303-0169",
    )
    assert re.fullmatch(r"Posisi rekam jejak [0-9.]+ · Dosir [0-9a-f]{12}", properties.identifier)


def test_what_must_not_stand_in_a_letter_is_told_on_the_screen(demo: Path, tmp_path: Path) -> None:
    assert drafted(demo, tmp_path).err.splitlines() == [
        "Apakah setiap proposal memerlukan surat pengantar belum terkonfirmasi.",
        "Apakah surat berikut diminta belum terkonfirmasi: Surat Pernyataan Implementasi,"
        " Surat Pernyataan Identitas Perorangan atau Tim, Surat Pernyataan Kesediaan Replikasi.",
        "Belum tercatat, dan dibiarkan terbuka dalam surat pengantar: Formulir SPBE.",
        "Jabatan penanda tangan menurut Perjanjian Kinerja Inovasi Dinperindag (15 Desember 2022);"
        " sesuaikan bila sudah berganti.",
        "Formulir SPBE: Diminta bila inovasinya berupa aplikasi. Naskah formulirnya milik kementerian dan"
        " tidak ada pada Jejak.",
    ]


def test_letters_for_an_edition_that_it_is_not_fit_for_are_told_so(demo: Path, tmp_path: Path) -> None:
    done = drafted(demo, tmp_path, "SAPA RT", "--year", "2025", "--group", "umum")
    lines = done.err.splitlines()
    assert lines[0].startswith("Inovasi ini belum dipastikan layak untuk edisi ini. ")
    assert "Belum tercatat, dan dibiarkan terbuka dalam surat pengantar: " in done.err


def test_the_other_statements(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path)
    said = [texts(Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{name}.docx"))) for name in NAMES[2:]]
    assert "Inovasi tersebut digagas oleh (coret yang tidak sesuai): perorangan / tim." in said[0]
    assert "Nama dan peran inovator: ………………………………………………………………" in said[0]
    assert "Kami bersedia inovasi tersebut direplikasi oleh penyelenggara pelayanan lain." in said[1]


def test_the_cover_letter_encloses_what_is_recorded(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path)
    document = Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{NAMES[0]}.docx"))
    assert rows(document) == [
        ["Nomor", DOTS],
        ["Lampiran", "9 (sembilan) berkas"],
        ["Perihal", "Proposal Kompetisi Inovasi Pelayanan Publik 2023 (Kelompok Umum)"],
        ["Judul inovasi", "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat"],
        ["Perangkat daerah / unit", "Dinas Perindustrian dan Perdagangan"],
        ["Pemerintah daerah", "Kabupaten Purbalingga"],
        ["Mulai diterapkan", "2 Maret 2023"],
        ["No", "Lampiran", "Keadaan"],
        ["1", "Proposal Inovasi Pelayanan Publik", "terlampir"],
        ["2", "Surat Pernyataan Implementasi", "terlampir"],
        ["3", "Surat Pernyataan Identitas Perorangan atau Tim", "terlampir"],
        ["4", "Surat Pernyataan Kesediaan Replikasi", "terlampir"],
        ["5", "Formulir SPBE", "………………"],
        ["6", "Dokumen pendukung", "15 bukti dukung"],
    ]
    assert f"Yth. {DOTS}" in texts(document)


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
    cover = Document(str(out / "kipp-2025-umum-3303-0001-surat-pengantar.docx"))
    assert ["Lampiran", "1 (satu) berkas"] in rows(cover)
    assert [row[2] for row in rows(cover) if row[0] in "2345"] == ["………………"] * len(
        [row for row in rows(cover) if row[0] in "2345"]
    )


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


def with_settings(home: Path, *lines: str) -> Path:
    with (home / "jejak.toml").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    return home


def picture(path: Path, width: int = 160, height: int = 30) -> Path:
    """A white PNG of so many points."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xff" * width) * height)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    )
    return path


def test_letters_bear_the_letterhead_of_the_region_on_its_paper(own_demo: Path, tmp_path: Path) -> None:
    picture(own_demo / "kop.png")
    with_settings(own_demo, 'paper = "f4"', 'letterhead = "kop.png"')
    for folder in ("a", "b"):
        drafted(own_demo, tmp_path / folder)
    file = f"kipp-2023-umum-3303-0169-{NAMES[0]}.docx"
    assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
    document = Document(str(tmp_path / "a" / file))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (215, 330)
    assert round((section.page_width - section.left_margin - section.right_margin) / 36000) == 160
    (head,) = document.inline_shapes
    assert (round(head.width.mm), round(head.height.mm)) == (160, 30)
    about = head._inline.docPr
    assert about.get("descr") == "Kop surat Kabupaten Purbalingga"
    assert document.paragraphs[0].text == ""
    assert document.paragraphs[1].text == "SURAT PENGANTAR"
    # What the region does not sign is as it was.
    done = invoke("dossier", "kipp", "SIMPEL PASAR", "--year", "2023", "--out", tmp_path, "--home", own_demo)
    assert done.status == 0
    proposal = Document(str(tmp_path / "kipp-2023-umum-3303-0169.docx"))
    assert (round(proposal.sections[0].page_width.mm), len(proposal.inline_shapes)) == (210, 0)


def test_a_high_letterhead_is_made_lower(own_demo: Path, tmp_path: Path) -> None:
    picture(own_demo / "kop.png", 100, 100)
    with_settings(own_demo, 'letterhead = "kop.png"')
    drafted(own_demo, tmp_path)
    (head,) = Document(str(tmp_path / f"kipp-2023-umum-3303-0169-{NAMES[0]}.docx")).inline_shapes
    assert (round(head.width.mm), round(head.height.mm)) == (60, 60)


@pytest.mark.parametrize(
    "raw", [b"bukan gambar", b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"x" * 5_000_001, b"PK\x03\x04", None]
)
def test_a_letterhead_that_cannot_be_set(own_demo: Path, tmp_path: Path, raw: bytes | None) -> None:
    path = with_settings(own_demo, 'letterhead = "kop.png"') / "kop.png"
    if raw is not None:
        path.write_bytes(raw)
    out = tmp_path / "surat"
    done = invoke("dossier", "letters", "kipp", "SIMPEL PASAR", *EDITION, "--out", out, "--home", own_demo)
    told = (
        (
            f"Kop surat {path} tidak ada.\n"
            "  Letakkan berkasnya di sana, atau perbaiki letterhead dalam jejak.toml.\n"
        )
        if raw is None
        else (
            f"Kop surat {path} bukan gambar untuk Word dan bukan dokumen Word dengan teks, tabel, dan"
            " gambar saja, atau lebih besar dari 5 MB.\n"
            "  Simpan kop surat sebagai PNG atau JPEG, selebar teks surat (16 cm), atau sebagai dokumen Word"
            " (.docx) dengan kop di kepala halamannya.\n"
        )
    )
    assert (done.status, done.out, done.err, out.exists()) == (5, "", told, False)


@pytest.mark.parametrize("line", ['paper = "A5"', "paper = 4", "letterhead = 7", 'letterhead = " "'])
def test_settings_that_are_none_are_named(own_demo: Path, line: str) -> None:
    done = invoke(
        "dossier",
        "letters",
        "kipp",
        "SIMPEL PASAR",
        *EDITION,
        "--out",
        "x",
        "--home",
        with_settings(own_demo, line),
    )
    name = line.split()[0]
    told = f"Pengaturan {own_demo / 'jejak.toml'} tidak memuat {name} yang sah."
    assert (done.status, done.err.splitlines()[0]) == (5, told)


def test_letters_in_a_form_of_ones_own(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(saying("{{ title }}: {{ 12500000|terbilang }} rupiah"))
    drafted(demo, tmp_path / "surat", "SIMPEL PASAR", *EDITION, "--template", str(file))
    document = Document(str(tmp_path / "surat" / f"kipp-2023-umum-3303-0169-{NAMES[0]}.docx"))
    assert texts(document) == ["Surat Pengantar: dua belas juta lima ratus ribu rupiah"]
    file.write_bytes(saying("{{ 'banyak'|terbilang }}"))
    out = tmp_path / "tidak"
    words = ("dossier", "letters", "kipp", "SIMPEL PASAR", *EDITION, "--template", file, "--out", out)
    done = invoke(*words, "--home", demo)
    assert (done.status, out.exists()) == (3, False)
