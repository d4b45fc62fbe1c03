"""Rows of the sheets of competitions."""

from __future__ import annotations

from typing import Any

Rows = dict[str, list[dict[str, Any]]]
IDENTITY = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
BASE: Rows = {
    "Lab": [{"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}],
    "Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}],
    "Inovasi": [{"Kunci": "INO-1", "Judul": "Satu", "Unit": "Dinuji", "Tanggal": "2022-11"}],
    "Dokumen": [
        {"Kunci": "DOK-1", "Jenis": "SK", "Nomor": "1/2026", "Perihal": "Opini", "Tanggal": "2026-01-05"}
    ],
}
OF = {"Inovasi": "INO-1"}
KIPP = {**OF, "Tahun": 2023, "Kelompok": "umum"}
COMPETING: Rows = {
    "Pendukung": [
        {"Kunci": "D-1", **OF, "Jenis": "pelaksana", "Peran": "petugas loket", "Jumlah": 12},
        {"Kunci": "D-2", **OF, "Jenis": "pengembangan", "Uraian": "Enam pasar", "Tanggal": "2024"},
        {"Kunci": "D-3", **OF, "Jenis": "kemanfaatan", "Dasar": "orang", "Nilai": "1.234,5", "Tahun": 2025},
        {
            "Kunci": "D-4",
            **OF,
            "Jenis": "tahap penciptaan",
            "Uraian": "Uji coba",
            "Mulai": "Mei 2024",
            "Selesai": "12 Juli 2024",
        },
    ],
    "Klaim IGA": [
        {"Kunci": "K-1", **OF, "Tahun": 2026, "Indikator": 17, "Tingkat": 2},
        {"Kunci": "K-2", **OF, "Tahun": 2026, "Indikator": 25, "Tingkat": 3, "Terverifikasi": 1},
    ],
    "SPD": [{"Kunci": "S-1", "Tahun": 2026, "Baris": "2a", "Angka": "8,17", "Dokumen": "DOK-1"}],
    "Isian KIPP": [{"Kunci": "I-1", **KIPP, "Kategori": "Kesehatan", "SDGs": "8; 16"}],
    "Naskah": [{"Kunci": "N-1", **KIPP, "Bagian": "Signifikansi", "Isi": "Waktu tunggu turun."}],
    "Antrean": [{"Kunci": "A-1", **KIPP, "Posisi": "admin lokal", "Tanggal": "2023-04-24"}],
    "Hasil Lomba": [{"Kunci": "H-1", **KIPP, "Lomba": "KIPP", "Hasil": "finalis", "Tingkat": "TOP 45"}],
    "Jadwal": [
        {"Kunci": "J-1", "Lomba": "KIPP", "Tahun": 2023, "Tonggak": "ditutup", "Hari": "6 Mei 2023"},
    ],
}
