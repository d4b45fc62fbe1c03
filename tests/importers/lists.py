"""Lists of innovations as offices keep them, invented: each of another shape."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.styles import Font

UNITS = (
    ("Dinas Kesehatan", "Kesehatan"),
    ("Dindikpora", "Pendidikan"),
    ("Disdukcapil", "Adminduk"),
    ("Dinas Pertanian dan KP", "Pertanian"),
    ("DLH", "Lingkungan Hidup"),
    ("Diskominfo", "Kominfo"),
    ("Dinsos PPPA", "Sosial"),
    ("RSUD Hj. Anna Lasmanah", "Kesehatan"),
    ("Kec. Batur", "Trantibum"),
    ("Kec. Karangkobar", "Umum"),
    ("Puskesmas Batur 1", "Kesehatan"),
    ("Puskesmas Wanadadi 1", "Kesehatan"),
    ("PDAM", "PU"),
    ("SMPN 1 Banjarnegara", "Pendidikan"),
    ("Bagian Organisasi", "Organisasi"),
    ("DPMPTSP", "Penanaman Modal"),
    ("BPBD", "Bencana"),
    ("Dishub", "Perhubungan"),
    ("Dinas PUPR", "PUPR"),
    ("Baperlitbang", "Perencanaan"),
)
STAGES = ("Penerapan", "Uji Coba", "Inisiatif", "penerapan ")
FORMS = ("Pelayanan Publik", "Tata Kelola", "Inovasi Daerah Lainnya", "pelayanan publik")
BUDGETS = ("Rp 25.000.000", "Rp. 10.000.000,-", 15000000, "-", "APBD")
DAY = datetime(2023, 2, 5)  # noqa: DTZ001 - Excel knows no time zone
TRIALS = ("1/1/2022", DAY, "Januari 2024", 2025, "-", "Jan - Maret 2023", None)
STARTS = (datetime(2025, 7, 1), "Juli 2025", None, 2025, "01-07-2025", "8 Agustus 2025")  # noqa: DTZ001


MAP = """\
region = "33.03"
skip = ["Grafik"]
fill_down = ["OPD"]
[[sheet]]
name = "*"
headings = [1]
first = 2
[columns]
"Nama Inovasi" = "Judul"
"OPD" = "Unit"
"Urusan" = "Urusan"
"Mulai" = "Waktu Penerapan"
[values."Urusan"]
"Adminduk" = "Administrasi Kependudukan dan Pencatatan Sipil"
[units]
"Dinas Pasar" = { kind = "OPD", short = "Dispas" }
"Pasar" = { same_as = "Dinas Pasar" }
[same]
"SATU" = "baru"
"""


def sixty(path: Path) -> Path:
    """A bureau's flat list of sixty innovations: two lines of title, one row of headings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Daftar Inovasi"
    sheet["A1"] = "DAFTAR INOVASI KABUPATEN BANJARNEGARA TAHUN 2022 S.D. 2025"
    sheet.merge_cells("A1:N1")
    sheet["A2"] = "Bagian Organisasi Setda"
    heads = ("No", "Nama Inovasi", "OPD", "Tahun", "Tahapan", "Bentuk", "Urusan", "Waktu Uji Coba")
    heads += ("Waktu Penerapan", "Rancang Bangun", "Tujuan", "Manfaat", "Hasil", "Anggaran")
    for at, head in enumerate(heads, 1):
        sheet.cell(4, at, head).font = Font(bold=True)
    for at in range(60):
        unit, affair = UNITS[at % 20]
        title = f"INOVA{at + 1:02d} (Inovasi Nyata Layanan {unit} {at + 1}) "
        row: tuple[Any, ...] = (at + 1, title, unit, 2022 + at % 4, STAGES[at % 4], FORMS[at % 4], affair)
        row += (TRIALS[at % 7], STARTS[at % 6], f"Dasar hukum: Perbup.\nMasalah: antre {at + 1}.")
        row += ("Mempercepat layanan", "Warga tidak antre", "Dari 60 menit menjadi 20 menit", BUDGETS[at % 5])
        for column, value in enumerate(row, 1):
            sheet.cell(at + 5, column, value)
    book.save(path)
    return path


def two_row_headings(path: Path) -> Path:
    """Headings over two rows, their columns numbered; merged units, a total, and a signature below."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "REKAP 2025"
    rows: list[list[Any]] = [
        ["REKAPITULASI INOVASI DAERAH"],
        ["KABUPATEN PURBALINGGA"],
        [],
        [
            "Perangkat Daerah",
            "No.",
            "Identitas Inovasi",
            None,
            None,
            "Waktu",
            None,
            "Penilaian",
            None,
            "Nama",
        ],
        [
            None,
            None,
            "Nama Inovasi",
            "Jenis",
            "Bentuk",
            "Uji Coba",
            "Penerapan",
            "Skor",
            "Persen",
            "Inisiator",
        ],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
        [
            "Dinas Kesehatan",
            1,
            "SEHATI",
            "Digital",
            "Pelayanan Publik",
            DAY,
            "Triwulan III 2023",
            87.5,
            0.25,
            "dr. X",
        ],
        [None, 2, "PELITA", "Non Digital", "Pelayanan Publik", "Maret 2024", None, 61, 0.5, "dr. Y"],
        [None, 3, "LANSIA CERIA", "non-digital", "Lainnya", 2021, "2022", None, None, "dr. Z"],
        [
            "Kecamatan Bobotsari",
            4,
            "DESA DIGITAL",
            "Digital",
            "Tata Kelola",
            "-",
            "Desember 2030",
            12,
            0.1,
            "X",
        ],
        ["JUMLAH", None, "4 inovasi", None, None, None, None, 160.5],
        [],
        [None, None, None, None, None, None, None, "Purbalingga, 5 Januari 2026"],
        [None, None, None, None, None, None, None, "Kepala Bagian Organisasi"],
        [None, None, None, None, None, None, None, "NIP 19700101 199003 1 001"],
    ]
    for row in rows:
        sheet.append(row)
    for merged in ("A1:J1", "A2:J2", "A4:A5", "B4:B5", "C4:E4", "F4:G4", "H4:I4", "A7:A9"):
        sheet.merge_cells(merged)
    for row in range(7, 12):
        sheet.cell(row, 9).number_format = "0%"
    sheet["F7"].number_format = "mmmm yyyy"
    book.create_sheet("Grafik")["A1"] = "Grafik dibuat otomatis"
    book.save(path)
    return path


CSV = """\
Kode Inovasi;Judul Inovasi;OPD Pengampu;Inisiator Inovasi;Urusan;Tgl Uji Coba;Tgl Penerapan;Tujuan;Link;No HP
INV/2023/001;\u201cSI CEPAT\u201d \u2013 Cepat;Dinkes;OPD;Kesehatan;12 Januari 2023;3 Maret 2023;"Cepat;
dan dekat";https://contoh.id/1;081234567890
INV/2023/007;Caf\u00e9 Baca;Dinas Kesehatan;ASN;Perpustakaan;akhir 2022;belum;Gemar membaca;;0812
INV/2024/002;Pasar Terang;Kelurahan Bobotsari;Masyarakat;Perdagangn;;2024;;https://contoh.id/3;

Jumlah;3 inovasi;;;;;;;;
"""


def semicolons(path: Path) -> Path:
    """A list as Excel for Windows writes it: semicolons, cp1252, its own codes, cells over two lines."""
    path.write_bytes(CSV.replace("\n", "\r\n").encode("cp1252"))
    return path


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
MANIFEST = (
    f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type='
    '"application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml"'
    ' manifest:media-type="text/xml"/></manifest:manifest>'
)


def open_document(
    path: Path, sheets: dict[str, Sequence[Sequence[Any]]], spans: dict[str, tuple[int, int]]
) -> Path:
    """A workbook as LibreOffice writes it; `spans` are merged cells, `sheet:row:column` to their size."""
    tables = ""
    for name, rows in sheets.items():
        lines = ""
        for at, row in enumerate(rows):
            cells = "".join(
                _cell(value, spans.get(f"{name}:{at}:{column}")) for column, value in enumerate(row)
            )
            lines += f"<table:table-row>{cells}</table:table-row>"
        tables += f'<table:table table:name="{escape(name)}">{lines}</table:table>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OFFICE}office:1.0"'
        f' xmlns:table="{OFFICE}table:1.0" xmlns:text="{OFFICE}text:1.0" office:version="1.3"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return path


def _cell(value: Any, span: tuple[int, int] | None) -> str:
    size = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value is None:
        return f"<table:table-cell{size}/>"
    kind = f'float" office:value="{value}' if isinstance(value, int) else "string"
    said = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell{size} office:value-type="{kind}">{said}</table:table-cell>'


def a_sheet_a_unit(path: Path) -> Path:
    """A sheet for each unit, its name on the tab; a title merged over two rows that both tell of it."""
    heads = ["No", "Inovasi", "Tahapan Inovasi", "Tahun", "Uraian", "Manfaat"]
    return open_document(
        path,
        {
            "Dinas Sosial": [
                ["DAFTAR INOVASI"],
                heads,
                [1, "SAPA LANSIA", "Implementasi", 2020, "Kunjungan", "Lansia terlayani"],
                [2, "RUMAH SINGGAH", "Uji coba", 2024, "Rumah", "Tempat aman"],
                [None, None, None, None, "dan dapur", "Makanan sehat"],
            ],
            "Puskesmas Kemangkon": [heads, [1, "POSYANDU MALAM", "Ide", 2025, "Malam hari", None]],
            "Petunjuk": [["Isi satu baris satu inovasi."]],
        },
        {
            "Dinas Sosial:3:0": (2, 1),
            "Dinas Sosial:3:1": (2, 1),
            "Dinas Sosial:3:2": (2, 1),
            "Dinas Sosial:3:3": (2, 1),
        },
    )


def grouped(path: Path) -> Path:
    """Units as headings of groups, and the headings of the columns once more on the second page."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    heads = ["No", "Nama Inovasi", "Deskripsi Singkat", "Hasil Inovasi", "Waktu Implementasi"]
    for row in (
        ["Inovasi se-Kabupaten"],
        heads,
        ["A.", "Dinas Pendidikan"],
        [1, "BACA PAGI", "Membaca 15 menit", "Minat baca naik", "Juli 2022"],
        ["B.", "Kelurahan Wirasana"],
        heads,
        [1, "BANK SAMPAH", "Menabung sampah", None, "2023"],
        [2, "BANK SAMPAH", "Menabung sampah", None, "2023"],
    ):
        sheet.append(row)
    book.save(path)
    return path


EXPORT = """\
No,Nama,OPD,Tahapan,Inisiator,Nama Inisiator,Klasifikasi,Jenis,Bentuk,Asta Cita,Klaster PKPN,Urusan,\
Koordinat,Waktu Uji Coba,Penerapan Awal,Pengembangan Terbaru,Rancang Bangun,Tujuan,Manfaat,Hasil,Anggaran,\
Profil Bisnis,Dokumen HAKI,Penghargaan,Skor
1,SIAGA,Dinas Kesehatan,Penerapan,OPD,Siti A,Inovasi Perangkat Daerah,Digital,Pelayanan Publik,4,Kesehatan,\
Kesehatan,"-7.38, 109.36",2024-01-05,2024-03-01,2025-02-01,R,T,M,H,0,B,haki.pdf,TOP 45,98.5
"""


def export(path: Path) -> Path:
    """What an application of another region exports: every column of the profile of 2026."""
    path.write_text(EXPORT, encoding="utf-8")
    return path
