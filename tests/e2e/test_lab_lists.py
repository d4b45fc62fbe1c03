"""The list of innovations launched, an annex to a decree, and the certificates of a lab."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from tests.e2e.lab_papers import DOTS, SHORT, UNITS, drafted, launched, opened, recorded, rows, texts


def test_the_list_is_an_annex_to_the_decree_that_is_named(demo: Path, salatiga: Path, tmp_path: Path) -> None:
    opened_lines = texts(opened(salatiga, "salatiga-2019-daftar-peluncuran"))
    assert opened_lines[1:6] == [
        "LAMPIRAN",
        f"KEPUTUSAN {SHORT}",
        f"NOMOR: {SHORT}",
        f"TANGGAL: {SHORT}",
        f"TENTANG: {SHORT}",
    ]
    assert opened_lines[-1] == "Keputusannya tidak disebut, sehingga barisnya bertitik-titik."
    only = ("--only", "launching", "--decree", "065/contoh-04/2019")
    drafted(demo, tmp_path, "salatiga-2019", *only)
    made = opened(tmp_path, "salatiga-2019-daftar-peluncuran")
    assert texts(made)[1:9] == [
        "LAMPIRAN",
        "KEPUTUSAN WALI KOTA SALATIGA",
        "NOMOR: 065/CONTOH-04/2019",
        "TANGGAL: 11 November 2019",
        "TENTANG: Keputusan Wali Kota tentang Penetapan Inovasi Kelurahan dan Sekolah (contoh)",
        "DAFTAR INOVASI YANG DILUNCURKAN",
        "Laboratorium Inovasi INAGARA Kota Salatiga 2019",
        "Peluncuran: Deliver Launching Lab INAGARA 2019, 14 November 2019",
    ]
    assert [row[0] for row in rows(made, 0)[1:4]] == ["1", "2", "3"]
    assert rows(made, 0)[42] == [
        "42",
        "Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel (SAPA RT)\n"
        "3373-0042 · ilustrasi",
        "Kelurahan Bugel",
        "Kelurahan",
        "14 November 2019",
    ]


def test_the_signature_of_the_list_stays_with_its_last_rows(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-daftar-peluncuran")
    (listed,) = made.tables
    assert [row.cells[0].text for row in listed.rows[:-1]] == ["No", *map(str, range(1, 139))]
    end = listed.rows[-1]
    assert end._tr.find(f".//{qn('w:cantSplit')}") is not None
    (inner,) = end.cells[0].tables
    assert [row.cells[0].text for row in inner.rows] == ["139", "140"]
    assert end.cells[0].text.split() == [f"{DOTS},", f"({DOTS})"]


def test_a_certificate_names_unit_and_innovation_and_no_person(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-sertifikat")
    lines = texts(made)
    assert lines.count("SERTIFIKAT") == 140
    at = lines.index("Kelurahan Bugel")
    assert lines[at - 3 : at + 8] == [
        "SERTIFIKAT",
        f"Nomor: {DOTS}",
        "diberikan kepada",
        "Kelurahan Bugel",
        "atas inovasi",
        "Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel (SAPA RT)",
        "yang diluncurkan pada 14 November 2019 dalam Laboratorium Inovasi INAGARA Kota Salatiga 2019",
        "ilustrasi",
        f"{SHORT}, {SHORT}",
        f"{DOTS},",
        f"({DOTS})",
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the path")
def test_a_certificate_fills_its_page_and_no_second_one() -> None:
    from exporters.word.lab.model import CertificatePage, CertificatePaper
    from exporters.word.pdf import pdf_files
    from exporters.word.render import render_lab

    title = "Sistem Pelayanan Terpadu "
    pages = [
        CertificatePage(
            unit="Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan, dan Lingkungan Hidup Kabupaten Uji",
            innovation=(title * times).strip() or None,
            long=times > 4,
            deed="yang dirancang dalam",
            days="1 Mei 2022",
            illustrative=True,
        )
        for times in (0, 4, 5, 20)
    ]
    about = {"title": "Sertifikat", "region": "Kabupaten Uji", "lab": "Lab Uji"}
    paper = CertificatePaper(**about, position="1", as_of=None, illustrative=True, notes=[], pages=pages)
    raw = pdf_files({"a.docx": render_lab("lab-certificate", paper)})["a.pdf"]
    assert len(re.findall(rb"/Type ?/Page\b", raw)) == 4


DECREES = {
    "Dokumen": [
        {"Kunci": "D1", "Jenis": "SK", "Nomor": "1/2024", "Perihal": "Penetapan"},
        {"Kunci": "D2", "Jenis": "SK", "Nomor": "2/2024", "Perihal": "Penetapan susulan"},
    ]
}


def annexed(*given: tuple[str, str, int | None]) -> list[dict[str, Any]]:
    """Rows of sheet Penetapan Inovasi: innovation, decree, number in its annex."""
    return [
        {"Kunci": f"T{at}", "Inovasi": one, "Keputusan": decree, "Nomor Lampiran": number}
        for at, (one, decree, number) in enumerate(given, 1)
    ]


@pytest.mark.parametrize(
    ("determined", "words", "listed"),
    [
        ([], (), [("1", 1), ("2", 2), ("3", 3)]),
        ([("I3", "D1", 1), ("I1", "D1", 10)], (), [("1", 3), ("10", 1), ("–", 2)]),
        ([("I3", "D1", None)], (), [("1", 1), ("2", 2), ("3", 3)]),
        ([("I3", "D1", 1), ("I2", "D2", 1)], (), [("1", 1), ("2", 2), ("3", 3)]),
        ([("I3", "D1", 1), ("I2", "D2", 5)], ("--decree", "2/2024"), [("5", 2), ("–", 1), ("–", 3)]),
    ],
)
def test_the_annex_is_in_the_order_of_its_recorded_numbers(
    home: Path,
    tmp_path: Path,
    determined: list[tuple[str, str, int | None]],
    words: tuple[str, ...],
    listed: list[tuple[str, int]],
) -> None:
    units = [{**one, "Jenis": kind} for one, kind in zip(UNITS, ("OPD", "Puskesmas", "OPD"), strict=True)]
    innovations = launched(["2 Maret 2024"] * 3)
    # By kind of unit and unit, innovation 1 would stand last.
    innovations["Inovasi"][0]["Unit"] = "U2"
    sheets = {"Unit": units, **DECREES, **innovations, "Penetapan_Inovasi": annexed(*determined)}
    recorded(home, tmp_path, "uji", **sheets)
    drafted(home, tmp_path / "lab", "uji", "--only", "launching", *words)
    made = opened(tmp_path / "lab", "uji-daftar-peluncuran")
    (inner,) = made.tables[0].rows[-1].cells[0].tables
    found = [*rows(made, 0)[1:-1], *([cell.text for cell in row.cells] for row in inner.rows)]
    assert [(row[0], int(row[1].rpartition("-")[2])) for row in found] == listed
    unnumbered = sum(number == "–" for number, _innovation in listed)
    told = f"Nomor menurut lampiran; yang nomornya belum tercatat, menurut urutan kode: {unnumbered}."
    assert (told in texts(made)) is bool(unnumbered)


@pytest.mark.parametrize(
    ("held", "workshops", "days"),
    [
        ([("drum up", "12 Oktober 2022", None)], [], "12 Oktober 2022"),
        (
            [("drum up", "12 Oktober 2022", None)],
            ["13 Oktober 2022", "23 November 2022"],
            "12 Oktober 2022 – 23 November 2022",
        ),
        (
            [("drum up", "12 Oktober 2022", "13 Oktober 2022"), ("design", "23 November 2022", None)],
            [],
            "12 Oktober 2022 – 23 November 2022",
        ),
    ],
)
def test_a_certificate_bears_the_days_that_are_recorded_and_no_other_end(
    home: Path, tmp_path: Path, held: list[tuple[Any, ...]], workshops: list[str], days: str
) -> None:
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=UNITS,
        Peserta=[{"Kunci": "P1", "Unit": "U1"}],
        Tahap=[
            {"Kunci": f"T{at}", "Tahap": one[0], "Mulai": one[1], "Selesai": one[2]}
            for at, one in enumerate(held)
        ],
        Lokakarya=[
            {"Kunci": f"L{at}", "Tahap": "drum up", "Tanggal": day} for at, day in enumerate(workshops)
        ],
    )
    drafted(home, tmp_path / "lab", "uji", "--only", "certificate")
    assert f"atas keikutsertaannya dalam Lab Uji, {days}" in texts(opened(tmp_path / "lab", "uji-sertifikat"))
