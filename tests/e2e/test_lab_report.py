"""The report of a lab: stages, attendance, the funnel, launchings, what became of its innovations."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docx.table import Table

from tests.e2e.lab_papers import (
    UNITS,
    drafted,
    launched,
    opened,
    recorded,
    rows,
    texts,
)


def test_a_report_says_what_is_unknown_and_draws_the_funnel(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-laporan")
    assert rows(made, 1)[1] == ["Drum up", "Drum Up dan Diagnose", "13 Maret 2019", "15 Maret 2019", ""]
    assert rows(made, 2) == [["Jenis unit", "Unit peserta"], ["Kelurahan", "23"], ["Sekolah", "117"]]
    assert rows(made, 3)[1] == ["13 Maret 2019", "Drum up", *["belum tercatat"] * 3]
    assert rows(made, 4)[1:] == [
        ["Hasil penggabungan", "60", "Hasil pemecahan", "0"],
        ["Digabung ke ide lain", "150", "Dipecah", "0"],
        ["Ditarik", "45", "Tidak dilanjutkan", "90"],
        ["Masih terbuka", "0", "Inovasi tanpa ide", "0"],
    ]
    by_unit = rows(made, 5)
    assert by_unit[:2] == [
        ["Unit", "Ide diusulkan", "Inovasi dirancang", "Diluncurkan"],
        ["Kelurahan Blotongan", "3", "1", "1"],
    ]
    assert len(by_unit) == 141
    assert [sum(int(row[at]) for row in by_unit[1:]) for at in (1, 2, 3)] == [365, 140, 140]
    assert rows(made, 6)[:2] == [
        ["DRUM UP", "DIAGNOSE", "DESAIN", "DELIVER: LAUNCHING", "DELIVER: MONITORING", "DISPLAY"]
        + ["HASIL AKHIR"],
        [
            "140\nunit peserta",
            "365\nide diusulkan",
            "140\ninovasi dirancang",
            "140\ninovasi diluncurkan",
            "47\ninovasi dipantau",
            "belum tercatat\ninovasi dipamerkan",
            "belum diketahui\nangka LAN sendiri",
        ],
    ]
    assert texts(made)[-1] == "Di antaranya ilustrasi: 425 ide, 140 inovasi."
    with zipfile.ZipFile(salatiga / "salatiga-2019-laporan.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert re.findall(r'descr="([^"]*)"', body) == [
        "Ide diusulkan: 365; Ide yang dirancang: 140; Inovasi dirancang: 140; Diluncurkan: 140;"
        " Dipantau: 47; Dipamerkan: belum tercatat"
    ]


def test_a_stage_that_was_not_held_is_not_told_as_unknown(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path, "purbalingga-2016", "--only", "Laporan")
    made = opened(tmp_path, "purbalingga-2016-laporan")
    (columns,) = [at for at in range(len(made.tables)) if rows(made, at)[0][0] == "DRUM UP"]
    assert rows(made, columns)[1][5] == "tidak dilaksanakan\ninovasi dipamerkan"
    assert next(row[4] for row in rows(made, 1) if row[0] == "Display").startswith("tidak dilaksanakan: ")


def test_launchings_without_a_ceremony_and_what_each_unit_brought(home: Path, tmp_path: Path) -> None:
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=UNITS,
        Peserta=[{"Kunci": "P1", "Unit": "U1"}, {"Kunci": "P2", "Unit": "U2"}],
        Ide=[
            {"Kunci": "A1", "Judul": "Ide satu", "Jenis Usulan": "ide baru", "Unit": "U1; U3"},
            {"Kunci": "A2", "Judul": "Ide dua", "Jenis Usulan": "ide baru", "Unit": "U1"},
        ],
        **launched(["2 Maret 2024", "2 Maret 2024", "5 Mei 2024", None]),
    )
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--only", "report")
    made = opened(out, "uji-laporan")
    lines = texts(made)
    assert "Peluncuran dan pameran belum tercatat." not in lines
    assert (
        "Diluncurkan tanpa acara yang tercatat: 4 inovasi"
        " (2 Maret 2024: 2; 5 Mei 2024: 1; tanggal belum tercatat: 1)" in lines
    )
    (by_unit,) = [rows(made, at) for at in range(len(made.tables)) if rows(made, at)[0][0] == "Unit"]
    assert by_unit[1:] == [
        ["Dinas 1", "2", "4", "4"],
        ["Dinas 2", "0", "0", "0"],
        ["Dinas 3", "1", "0", "0"],
    ]
    assert "Ide beberapa unit terhitung pada setiap pengusulnya." in lines


def test_many_days_of_launchings_are_told_as_a_span(home: Path, tmp_path: Path) -> None:
    days = [f"{at} Maret 2024" for at in range(1, 8)]
    recorded(home, tmp_path, "uji", Unit=UNITS, **launched([*days, None]))
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--only", "report")
    assert (
        "Diluncurkan tanpa acara yang tercatat: 8 inovasi"
        " (1 Maret 2024 sampai 7 Maret 2024, pada 7 hari; tanggal belum tercatat: 1)"
    ) in texts(opened(out, "uji-laporan"))


def under(made: Any) -> dict[str, list[list[str]]]:
    """The rows of each table of a report below the heading that stands above it."""
    found, heading = {}, ""
    for part in made.element.body:
        if part.tag == qn("w:p"):
            heading = "".join(one.text or "" for one in part.iter(qn("w:t"))) or heading
        elif part.tag == qn("w:tbl"):
            cells = [row.cells for row in Table(part, made).rows]
            found[heading] = [[cell.text for cell in row] for row in cells[1:]]
    return found


def test_what_became_of_the_innovations_is_told_and_counted(life: Path, tmp_path: Path) -> None:
    drafted(life, tmp_path, "purbalingga-2022", "--only", "report")
    made = under(opened(tmp_path, "purbalingga-2022-laporan"))
    assert made["Yang tercatat tentang inovasi lab ini sampai posisi rekam jejak 115."] == [
        ["Penetapan dengan keputusan", "2", "2"],
        ["Penilaian juri", "2", "2"],
        ["Penghargaan yang diterima", "1", "1"],
        ["Rekomendasi nasional", "1", "1"],
        ["Buku dan terbitan lain", "1", "1"],
        ["Kekayaan intelektual (HAKI)", "1", "1"],
        ["Uji coba", "4", "5"],
        ["Evaluasi", "1", "1"],
        ["Alih inovator", "2", "2"],
    ]
    assert made["Penetapan dengan keputusan"] == [
        ["Januari 2023", "Pasar Daring", "SK 188.4/1, Tim Laboratorium Inovasi"],
        ["belum tercatat", "Pasar Tani", "SK 188.4/1, Tim Laboratorium Inovasi"],
    ]
    assert made["Penilaian juri"] == [
        [
            "belum tercatat",
            "Pasar Daring",
            "Dinilai oleh Tim penilai, kebaruan: nilai juri 87,5, peringkat 2",
        ],
        ["belum tercatat", "Pasar Tani", "Dinilai oleh Tim penilai, kebaruan: nilai juri 80"],
    ]
    assert made["Penghargaan yang diterima"] == [
        ["2023", "SIMPEL", "Menerima penghargaan: Top Inovasi TOP 45 2023"]
    ]
    assert made["Rekomendasi nasional"][0][2] == "Direkomendasikan oleh LAN RI untuk kompetisi nasional"
    assert made["Buku dan terbitan lain"][0][2] == "Dimuat dalam terbitan, buku: Inovasi Purbalingga 1"
    assert made["Kekayaan intelektual (HAKI)"][0][2] == "Kekayaan intelektual terdaftar: hak cipta EC001"
    assert made["Evaluasi"] == [["Mei 2023", "Pasar Daring", "Inovasi dievaluasi: Antrean hilang"]]
    assert [row[0] for row in made["Uji coba"]] == [
        "Februari 2023",
        "2 Februari 2023",
        *["belum tercatat"] * 3,
    ]
    assert made["Jeda lab"] == [
        ["24 November 2022", "1 Desember 2022", "anggaran dialihkan."],
        ["21 Desember 2022", "27 Desember 2022", "belum tercatat"],
    ]


def test_a_decree_of_several_innovations_is_one_row_and_units_are_those_of_the_time(
    demo: Path, tmp_path: Path
) -> None:
    drafted(demo, tmp_path, "wonosobo-2023", "--only", "report")
    made = under(opened(tmp_path, "wonosobo-2023-laporan"))
    assert made["Penetapan dengan keputusan"] == [
        ["15 Desember 2023", "2 inovasi", "SK 188.4/CONTOH-06/2023, Penetapan inovasi daerah"]
    ]
    assert made["Penghargaan yang diterima"][0][2] == (
        "Menerima penghargaan: Pameran Inovasi Wonosobo Juara I 2023; Pemberi: Bupati Wonosobo"
    )
    # Units bear the names of the days of the lab, before the new organisation of 2025.
    assert [row[0] for row in made["Ide beberapa unit terhitung pada setiap pengusulnya."]] == [
        "Dinas Pertanian dan Perikanan",
        "Kantor Ketahanan Pangan",
        "Kecamatan Kejajar",
    ]
    assert made["Peserta dan kehadiran"][0][4].endswith("Dispertan, KKP, Kec. Kejajar")


def test_a_lab_of_which_nothing_came_says_nothing_of_it(home: Path, tmp_path: Path) -> None:
    recorded(home, tmp_path, "uji", Unit=UNITS, **launched(["2 Maret 2024"]))
    drafted(home, tmp_path / "lab", "uji", "--only", "report")
    lines = texts(opened(tmp_path / "lab", "uji-laporan"))
    assert not {"Penetapan, pengakuan, dan kelanjutan inovasi", "Jeda lab"} & set(lines)
