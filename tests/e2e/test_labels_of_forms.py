"""The documents print the labels of the official forms in their order: read back from the bare XML.

The lists stand here as the reference has them: the printed report of IGA as copies of the application show
it; the proposal of KIPP 2023 from the training deck and of 2025 from two copies.
"""

from __future__ import annotations

import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.helpers import invoke

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
IGA = [
    "1.1 Nama Inovasi",
    "1.2 Dibuat Oleh",
    "1.3 Tahapan Inovasi",
    "1.4 Inisiator Inovasi Daerah",
    "1.5 Jenis Inovasi",
    "1.6 Bentuk Inovasi Daerah",
    "1.7 Urusan Inovasi Daerah",
    "1.8 Rancang Bangun dan Pokok Perubahan Yang Dilakukan",
    "1.9 Tujuan Inovasi Daerah",
    "1.10 Manfaat Yang Diperoleh",
    "1.11 Hasil Inovasi",
    "1.12 Waktu Uji Coba Inovasi Daerah",
    "1.13 Waktu Implementasi",
    "1.14 Anggaran",
    "1.15 Profil Bisnis",
    "1.16 Kematangan",
    "Regulasi Inovasi Daerah",
    "Ketersediaan dan peran SDM",
    "Dukungan anggaran",
    "Alat Kerja",
    "Bimtek inovasi",
    "Integrasi program & kegiatan inovasi dalam RKPD",
    "Keterlibatan aktor inovasi",
    "Pelaksana inovasi daerah",
    "Jejaring inovasi",
    "Sosialisasi",
    "Pedoman teknis",
    "Kemudahan informasi layanan",
    "Kemudahan proses",
    "Penyelesaian layanan pengaduan",
    "Layanan Terintegrasi",
    "Replikasi",
    "Kecepatan penciptaan inovasi",
    "Kemanfaatan inovasi",
    "Monitoring dan Evaluasi",
    "Video inovasi daerah",
]
KIPP_2023 = [
    "Judul Proposal",
    "Tanggal dimulai implementasi",
    "Kelompok",
    "Pernah menjadi finalis 99?",
    "Kategori",
    "Link YouTube",
    "Ringkasan",
    "1. Latar Belakang dan Tujuan",
    "2. Kebaruan/Nilai Tambah",
    "3. Implementasi Inovasi",
    "4. Signifikansi",
    "5a. Adaptabilitas: sudah/belum direplikasi",
    "5b. Adaptabilitas: potensi replikasi",
    "6. Sumber Daya",
    "7. Strategi Keberlanjutan",
]
KIPP_2025 = [
    "Judul Inovasi",
    "Nama Instansi",
    "Nama Organisasi Penyelenggara Pelayanan",
    "Tipe Instansi",
    "Waktu mulai implementasi",
    "Identitas Inovator",
    "Kelompok",
    "Kategori Inovasi",
    "Target SDGs",
    "Target Asta Cita",
    "Jenis Inovasi",
    "Sektor",
    "Link Video",
    "Keterangan Video",
    "Lokasi Inovasi",
    "1.1. Latar Belakang",
    "1.2. Tujuan",
    "1.3. Cara Kerja / Cara Implementasi",
    "1.4. Keunggulan Ide/Gagasan",
    "2.1. Indikator Monev / Mekanisme Evaluasi",
    "2.2. Dampak Inovasi",
    "3.1. Difusi dan Replikasi",
    "4.1. Sumber Daya",
    "4.2. Strategi Keberlanjutan",
]


def lines(path: Path) -> list[str]:
    """The paragraphs of a document in their order, those in tables too."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    said = ("".join(part.text or "" for part in one.iter(f"{W}t")) for one in root.iter(f"{W}p"))
    return [" ".join(line.split()) for line in said]


@pytest.mark.parametrize(
    ("award", "year", "more", "labels"),
    [
        ("iga", "2026", (), IGA),
        ("kipp", "2023", ("--group", "umum"), KIPP_2023),
        ("kipp", "2025", ("--group", "umum"), KIPP_2025),
    ],
)
def test_labels_stand_in_the_order_of_the_form(
    demo: Path, tmp_path: Path, award: str, year: str, more: tuple[str, ...], labels: list[str]
) -> None:
    words = ("3303-0169", "--year", year, *more, "--out", tmp_path, "--home", demo)
    assert invoke("dossier", award, *words).status == 0
    (path,) = tmp_path.glob("*.docx")
    found = lines(path)
    # The first page speaks of the parts, too: the form begins with its first label.
    first = found.index(labels[0])
    places, at = [], first
    for label in labels:
        at = next((n for n in range(at, len(found)) if found[n] == label), -1)
        assert at >= 0, label
        places.append(at)
    assert all(one < other for one, other in pairwise(places))
