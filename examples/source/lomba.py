"""What the two innovations written out in full send to competitions: facts, claims, evidence files, entries.

Illustrative throughout, like the innovations themselves. Dates of editions are those that were published
(Radiogram Mendagri 2023, menpan.go.id, press); the workbooks name their sources.
"""

from __future__ import annotations

from typing import Any

from papers import pdf, png

Row = dict[str, Any]
Paper = tuple[str, str, str | None, str, str, str, str | None]
"""File name, kind, number, date, subject, indicators, page."""

DATES = (
    ("KIPP", 2021, "dibuka", "2021-03-18", "menpan.go.id"),
    ("KIPP", 2021, "ditutup", "2021-05-11", "menpan.go.id"),
    ("KIPP", 2023, "ditutup", "2023-05-02", "menpan.go.id"),
    ("KIPP", 2023, "diperpanjang sampai", "2023-05-06", "menpan.go.id"),
    ("KIPP", 2025, "dibuka", "2025-04-08", "menpan.go.id"),
    ("KIPP", 2025, "ditutup", "2025-06-03", "menpan.go.id"),
    ("IGA", 2023, "dibuka", "2023-05-25", "Radiogram Mendagri 400.10.11/2705/SJ"),
    ("IGA", 2023, "ditutup", "2023-07-07", "Radiogram Mendagri 400.10.11/2705/SJ"),
    ("IGA", 2023, "diperpanjang sampai", "2023-07-28", "Radiogram BSKDN 000.10/3296/BSKDN"),
    ("IGA", 2025, "dibuka", "2025-06-20", "pers 2025"),
    ("IGA", 2025, "ditutup", "2025-08-02", "pers 2025"),
    ("IGA", 2025, "diperpanjang sampai", "2025-08-23", "pers 2025"),
)

PASAR_PAPERS: tuple[Paper, ...] = (
    ("01-peraturan-bupati", "Perkada", "CONTOH-12/2025", "2025-11-17",
     "Peraturan Bupati tentang Pelayanan Pasar Rakyat yang memuat SIMPEL PASAR", "16", "2; 7"),
    ("02-keputusan-tim-2025", "SK", "500.2/CONTOH-13/2025", "2025-01-20",
     "Keputusan tim pelaksana beserta peran 34 petugas", "17; 23; 24", "2"),
    ("03-anggaran-2024-2026", "dokumen anggaran", "DPA-CONTOH-14/2026", "2026-01-05",
     "Anggaran pelayanan pasar 2024, 2025, dan 2026", "18", "12"),
    ("04-undangan-bimtek-2025", "undangan", "005/CONTOH-15/2025", "2025-02-10",
     "Undangan bimtek petugas meja layanan", "20", None),
    ("05-daftar-hadir-2025", "daftar hadir", None, "2025-02-18", "Daftar hadir bimtek 2025", "20", None),
    ("06-undangan-bimtek-2026", "undangan", "005/CONTOH-16/2026", "2026-02-02",
     "Undangan bimtek petugas pasar baru", "20", None),
    ("07-daftar-hadir-2026", "daftar hadir", None, "2026-02-10", "Daftar hadir bimtek 2026", "20", None),
    ("08-sertifikat-bimtek", "sertifikat", None, "2026-02-10", "Sertifikat bimtek", "20", None),
    ("09-rkpd-2024-2026", "dokumen perencanaan", None, "2025-07",
     "Halaman RKPD 2024, 2025, dan 2026 tentang pelayanan pasar rakyat", "21", "148"),
    ("10-pks-bank", "PKS", "CONTOH-17/PKS/2024", "2024-03-11",
     "Perjanjian kerja sama pembayaran retribusi nontunai", "22", None),
    ("11-pedoman-petugas", "pedoman teknis", None, "2024-05-06", "Pedoman petugas SIMPEL PASAR", "26", None),
    ("12-rekap-pengaduan.png", "rekapitulasi", None, "2025-12-30", "Rekapitulasi pengaduan 2025", "29", None),
    ("13-foto-meja-pengaduan.png", "foto", None, "2025-06-12", "Meja pengaduan Pasar Segamas", "29", None),
    ("14-layar-pembayaran.png", "tangkapan layar", None, "2025-06-12", "Layar pembayaran", "27; 30", None),
    ("15-layar-media-sosial.png", "tangkapan layar", None, "2025-06-13", "Layanan di media sosial",
     "27", None),
    ("16-rekap-pedagang", "rekapitulasi", None, "2025-12-30", "Rekapitulasi pedagang", "33", None),
)  # fmt: skip
PASAR_SUPPORT: tuple[Row, ...] = (
    {"Jenis": "pengembangan", "Uraian": "perluasan menjadi enam pasar", "Tanggal": "2024-05-20"},
    {"Jenis": "pelaksana", "Peran": "ketua tim dan kepala pasar", "Jumlah": 7, "Tanggal": "2025-01-20"},
    {"Jenis": "pelaksana", "Peran": "petugas layanan", "Jumlah": 20, "Tanggal": "2025-01-20"},
    {"Jenis": "pelaksana", "Peran": "petugas data", "Jumlah": 7, "Tanggal": "2025-01-20"},
    {"Jenis": "anggaran", "Tahun": 2023, "Nilai": 85_000_000},
    {"Jenis": "anggaran", "Tahun": 2024, "Nilai": 60_000_000},
    {"Jenis": "anggaran", "Tahun": 2025, "Nilai": 62_500_000},
    {"Jenis": "anggaran", "Tahun": 2026, "Nilai": 64_000_000},
    {"Jenis": "dokumen perencanaan", "Tahun": 2024, "Uraian": "RKPD 2024"},
    {"Jenis": "dokumen perencanaan", "Tahun": 2025, "Uraian": "RKPD 2025"},
    {"Jenis": "dokumen perencanaan", "Tahun": 2026, "Uraian": "RKPD 2026"},
    {"Jenis": "bimtek", "Uraian": "layanan tiga pasar tambahan", "Jumlah": 18, "Tanggal": "2024-05-13"},
    {"Jenis": "bimtek", "Uraian": "petugas meja layanan", "Jumlah": 20, "Tanggal": "2025-02-18"},
    {"Jenis": "bimtek", "Uraian": "petugas pasar baru", "Jumlah": 12, "Tanggal": "2026-02-10"},
    {"Jenis": "mitra", "Uraian": "paguyuban pedagang", "Tanggal": "2023-03"},
    {"Jenis": "mitra", "Uraian": "bank penerima pembayaran", "Tanggal": "2024-03-11"},
    {"Jenis": "mitra", "Uraian": "perguruan tinggi setempat", "Tanggal": "2024"},
    {"Jenis": "mitra", "Uraian": "media daerah", "Tanggal": "2024"},
    *({"Jenis": "jejaring perangkat daerah", "Uraian": unit, "Tanggal": "2025-01-20"}
      for unit in ("Dinkominfo", "Bakeuda", "Satpol PP", "Bagian Organisasi", "DinkopUKM")),
    {"Jenis": "durasi SOP", "Jumlah": 1, "Uraian": "izin pemakaian kios dan los", "Tanggal": "2023-01-30"},
    {"Jenis": "pengaduan", "Tahun": 2025, "Diterima": 48, "Jumlah": 46},
    {"Jenis": "tahap penciptaan", "Uraian": "penggabungan ide dan rancangan",
     "Mulai": "2022-11-23", "Selesai": "2022-12-14"},
    {"Jenis": "tahap penciptaan", "Uraian": "prosedur", "Mulai": "2023-01-02", "Selesai": "2023-01-30"},
    {"Jenis": "tahap penciptaan", "Uraian": "uji coba", "Mulai": "2023-02-02", "Selesai": "2023-02-16"},
    {"Jenis": "kemanfaatan", "Dasar": "orang", "Nilai": 2436, "Tahun": 2025, "Uraian": "pedagang terdaftar"},
)  # fmt: skip
PASAR_CLAIMS = (
    (16, 2, 2), (19, 3, 3), (23, 3, None), (25, 3, 3), (26, 2, 2), (27, 3, None), (29, 3, 3), (30, 3, None),
    (34, 2, 2), (35, 3, None), (31, 1, None),
)  # fmt: skip

RT_PAPERS: tuple[Paper, ...] = (
    ("01-sk-lurah-2020", "SK", "470/CONTOH-13/2020", "2020-01-06",
     "Keputusan Lurah tentang tim SAPA RT 2020", "17; 23", "2"),
    ("02-rekap-permohonan", "rekapitulasi", None, "2021-01-08", "Rekapitulasi permohonan 2020", "33", None),
)  # fmt: skip
RT_SUPPORT: tuple[Row, ...] = (
    {"Jenis": "pelaksana", "Peran": "ketua RT dan RW", "Jumlah": 24, "Tanggal": "2020-01-06"},
    {"Jenis": "anggaran", "Tahun": 2020},
    {"Jenis": "dokumen perencanaan", "Tahun": 2020, "Uraian": "rencana kerja kelurahan 2020"},
    {"Jenis": "bimtek", "Uraian": "ketua RT", "Jumlah": 24, "Tanggal": "2019-06-29"},
    {"Jenis": "mitra", "Uraian": "kader dan Karang Taruna", "Tanggal": "2019-09"},
    {"Jenis": "mitra", "Uraian": "ketua RT dan RW", "Tanggal": "2019-09"},
    {"Jenis": "durasi SOP", "Jumlah": 1, "Uraian": "surat pengantar", "Tanggal": "2019-08-29"},
    {
        "Jenis": "tahap penciptaan",
        "Uraian": "usulan sampai uji coba",
        "Mulai": "2019-03",
        "Selesai": "2019-07",
    },
    {"Jenis": "kemanfaatan", "Dasar": "orang", "Nilai": 1312, "Tahun": 2020, "Uraian": "permohonan 2020"},
)
RT_CLAIMS = ((16, 1, 1), (19, 1, 1), (34, 2, 2))


def book(region: str, lab: str, code: str, name: str, full: str) -> dict[str, Any]:
    """One workbook: `name` is the folder of its files, `full` the key of the innovation."""
    papers, support, claims = {
        "PSR": (PASAR_PAPERS, PASAR_SUPPORT, PASAR_CLAIMS),
        "SRT": (RT_PAPERS, RT_SUPPORT, RT_CLAIMS),
    }[code]
    return {
        "Identitas": {"Kode Wilayah": region, "Lab": lab},
        "Bukti": [_evidence(code, n, full, name, paper) for n, paper in enumerate(papers, 1)],
        "Pendukung": [
            {"Kunci": f"DKG-{code}-{n:02d}", "Inovasi": full, **row} for n, row in enumerate(support, 1)
        ],
        "Klaim IGA": [_claim(code, full, *claim) for claim in claims],
        "Jadwal": [_date(code, n, *line) for n, line in enumerate(DATES, 1)],
        "Isian KIPP": [_choices(code, full)],
        "Antrean": [_queue(code, full)],
    }


def _evidence(code: str, n: int, full: str, folder: str, paper: Paper) -> Row:
    file, kind, number, date, subject, indicators, page = paper
    return {
        "Kunci": f"BKT-{code}-{n:02d}",
        "Inovasi": full,
        "Jenis": kind,
        "Nomor": number,
        "Tanggal": date,
        "Perihal": subject,
        "Indikator IGA": indicators,
        "Berkas": f"bukti/{folder}/{_file_name(file)}",
        "Halaman": page,
    }


def _file_name(file: str) -> str:
    """What is not named as a picture is a PDF."""
    return file if "." in file else f"{file}.pdf"


def _claim(code: str, full: str, indicator: int, level: int, verified: int | None) -> Row:
    return {
        "Kunci": f"KLM-{code}-{indicator}",
        "Inovasi": full,
        "Tahun": 2026,
        "Indikator": indicator,
        "Tingkat": level,
        "Terverifikasi": verified,
        "Pemeriksa": "Tim penilai internal" if verified is not None else None,
        "Tanggal": "2026-06-22" if code == "PSR" else "2026-06-29",
    }


def _date(code: str, n: int, award: str, year: int, milestone: str, day: str, source: str) -> Row:
    return {
        "Kunci": f"JDW-{code}-{n:02d}",
        "Lomba": award,
        "Tahun": year,
        "Tonggak": milestone,
        "Hari": day,
        "Catatan": source,
    }


def _choices(code: str, full: str) -> Row:
    year, category = {
        "PSR": (2025, "Pemerataan ekonomi dan UMKM"),
        "SRT": (2023, "Tata kelola pemerintahan"),
    }[code]
    return {
        "Kunci": f"KIP-{code}-1",
        "Inovasi": full,
        "Tahun": year,
        "Kelompok": "umum",
        "Kategori": category,
        "SDGs": "8; 16" if code == "PSR" else "11; 16",
        "Asta Cita": "3" if code == "PSR" else None,
        "Tanggal": "2025-05-19" if code == "PSR" else "2023-04-17",
    }


def _queue(code: str, full: str) -> Row:
    return {
        "Kunci": f"ANT-{code}-1",
        "Inovasi": full,
        "Tahun": 2025 if code == "PSR" else 2023,
        "Kelompok": "umum",
        "Posisi": "admin lokal",
        "Tanggal": "2025-05-26" if code == "PSR" else "2023-04-24",
    }


BOOKS = {
    "purbalingga-2026-lomba": ("33.03", "purbalingga-2022", "PSR", "simpel-pasar"),
    "salatiga-2026-lomba": ("33.73", "salatiga-2019", "SRT", "sapa-rt"),
}


def files() -> dict[str, bytes]:
    """Every evidence file by its path below the folder of the workbooks."""
    made = {}
    for folder, papers in (("simpel-pasar", PASAR_PAPERS), ("sapa-rt", RT_PAPERS)):
        for file, kind, number, date, subject, _indicators, _page in papers:
            lines = [f"Jenis: {kind}", f"Nomor: {number or '-'}", f"Tanggal: {date}"]
            name = _file_name(file)
            made[f"bukti/{folder}/{name}"] = (png if name.endswith(".png") else pdf)(subject, lines)
    return made


PROPOSED: tuple[tuple[str, str], ...] = (
    ("BKT-003", "17-anggaran-2023"),
    ("BKT-004", "18-rkpd-2023"),
    ("BKT-006", "19-laporan-pelatihan"),
    ("BKT-009", "20-laporan-penciptaan"),
    ("BKT-010", "21-rekap-penerima"),
    ("BKT-013", "22-pernyataan-implementasi"),
    ("BKT-014", "23-pernyataan-identitas"),
    ("BKT-015", "24-pernyataan-kesediaan"),
)
"""Evidence of SIMPEL PASAR whose file came only with the proposal: key of its row, name of the file."""
PROFILE: Row = {
    "Nama Inisiator": "ORG-09",
    "Inovator": "ORG-09; ORG-10; ORG-11; ORG-12",
    "Klasifikasi": "inovasi perangkat daerah",
    "Koordinat": "-7.3885, 109.3632",
    "Asta Cita": "3",
    "Klaster PKPN": "Ekonomi Kerakyatan dan Desa",
    "Program PKPN": "Contoh subklaster",
    "Keterangan Video": "Gagasan, penerapan, dampak, dan kesaksian pedagang (contoh).",
    "Sektor": "Perdagangan",
}
"""What the forms of 2025 and 2026 ask for beside the profile of 2025."""


def proposal(evidence: list[Row], profile: Row) -> tuple[dict[str, list[Row]], dict[str, bytes]]:
    """The rows that a bureau completes before it hands in, and the files that they name."""
    rows, made = [], {}
    for key, file in PROPOSED:
        row = next(one for one in evidence if one["Kunci"] == key)
        path = f"bukti/simpel-pasar/{file}.pdf"
        said = [f"Jenis: {row['Jenis']}", f"Nomor: {row['Nomor'] or '-'}", f"Tanggal: {row['Tanggal']}"]
        made[path] = pdf(row["Perihal"], said)
        rows.append({**row, "Berkas": path})
    return {"Bukti": rows, "Profil": [{**profile, **PROFILE}]}, made
