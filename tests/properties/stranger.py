"""A lab that is not in the repository: Bantul, made up, in two workbooks that a script fills."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.helpers import invoke

REGION, LAB = "34.02", "bantul-2021"
Rows = dict[str, list[dict[str, Any]]]


def rows(*heads: str, of: str) -> list[dict[str, Any]]:
    """Rows from lines of text; cells are divided by a bar, an empty one holds nothing."""
    lines = [line.strip() for line in of.strip().splitlines()]
    cells = [[cell.strip() or None for cell in line.split("|")] for line in lines]
    return [dict(zip(("Kunci", *heads), row, strict=True)) for row in cells]


FIRST: Rows = {
    "Misi": [{"Kunci": "MS-1", "Dokumen Perencanaan": "RPJMD 2021-2026", "Nomor Misi": 1}],
    "Unit": rows(
        *("Jenis", "Nama", "Nama Singkat"),
        of="""UN-1 | OPD        | Dinas Perikanan Kabupaten Bantul | Diskan
              UN-2 | Puskesmas  | Puskesmas Sewon Dua              | PKM Sewon Dua
              UN-3 | Kecamatan  | Kapanewon Pajangan               | Pajangan""",
    ),
    "Orang": rows("Jabatan", "Unit", of="OR-1 | Kepala Dinas | Diskan \n OR-2 | Kepala Puskesmas | UN-2"),
    "Dokumen": rows(
        *("Jenis", "Nomor", "Tanggal", "Perihal"), of="DK-1 | SK | 21 Tahun 2021 | 4 Januari 2021 | Tim lab"
    ),
    "Lab": [
        {"Kunci": LAB, "Nama": "Lab Inovasi Bantul", "Putaran": 1, "Cara Pencatatan": "rekonstruksi"}
        | {"Tanggal": "Januari 2021", "Selaras Misi": "MS-1"}
    ],
    "Tahap": rows(
        *("Tahap", "Mulai", "Selesai", "Tidak Dilaksanakan", "Alasan"),
        of="""TH-1 | drum up | 11 Januari 2021 | 12 Januari 2021 |    |
              TH-2 | display |                 |                 | ya | wabah""",
    ),
    "Peserta": rows(
        "Unit", "Tanggal", of="PS-1 | Diskan | 2021 \n PS-2 | UN-2 | \n PS-3 | Pajangan | 2021-02"
    ),
    "Lokakarya": rows(
        "Tahap", "Tanggal", "Narasumber", of="LK-1 | diagnose | 12-13 Februari 2021 | OR-1; OR-2"
    ),
    "Acara": rows("Jenis", "Nama", "Tanggal", of="AC-1 | peluncuran | Peluncuran Bantul | 9 Desember 2021"),
    "Ide": rows(
        *("Judul", "Jenis Usulan", "Unit", "Pengusul", "Tanggal"),
        of="""ID-1 | Pasar ikan daring     | ide baru     | Diskan         | OR-1 | 11 Januari 2021
              ID-2 | Antar ikan            | ide baru     | UN-1           |      | 11 Januari 2021
              ID-3 | Lelang ikan           | replikasi    | Pajangan       |      | Januari 2021
              ID-4 | Posyandu keliling     | pengembangan | PKM Sewon Dua  | OR-2 | 2021
              ID-5 | Taman baca            | ide baru     | UN-3; UN-2     |      |
              ID-6 | Bank benih            | ide baru     | Diskan         |      | 12 Januari 2021
              ID-7 | Kartu nelayan         | ide baru     | Diskan         |      | 12 Januari 2021""",
    ),
    "Penggabungan": rows(
        *("Ide Sumber", "Judul Baru", "Alasan", "Tanggal"),
        of="""GB-1 | GB-2; ID-3 | Rumah ikan bersama | lebih fokus | Maret 2021
              GB-2 | ID-1; ID-2 | Rumah ikan         | lebih fokus | Maret 2021""",
    ),
    "Pemecahan": rows(
        *("Ide Asal", "Judul Baru", "Alasan", "Tanggal"),
        of="PC-1 | ID-4 | Posyandu sore; Posyandu sekolah; Posyandu pasar | tiga sasaran | 2021-03-05",
    ),
    "Akhir Ide": rows(
        *("Ide", "Keputusan", "Kode Alasan", "Tanggal"),
        of="AK-1 | ID-5 | ditarik | biaya | 2021-04 \n AK-2 | PC-1#3 | tidak dilanjutkan | mutasi |",
    ),
    "Persetujuan": rows("Ide", "Oleh", "Dokumen", "Tanggal", of="PT-1 | GB-1 | Bupati | DK-1 | 2021-05-03"),
}
SECOND: Rows = {
    "Unit": rows("Jenis", "Nama", "Nama Singkat", of="UN-4 | BUMD | Perumda Tirta Contoh | Tirta"),
    "Orang": rows("Jabatan", "Unit", of="OR-3 | Direktur | Tirta"),
    "Inovasi": rows(
        *("Ide", "Judul", "Akronim", "Unit", "Tanggal"),
        of="""IN-1 | GB-1   | Rumah Ikan Bersama | RUMI   | Diskan | Juni 2021
              IN-2 | PC-1#2 | Posyandu Sekolah   |        | UN-2   | 2021-06-10
              IN-3 |        | Air Tanpa Antre    | ARTERI | Tirta  | 2021
              IN-4 | ID-6   | Bank Benih         |        | UN-1   |""",
    ),
    "Profil": rows(
        *("Inovasi", "Tanggal", "Tujuan", "SDGs"), of="PF-1 | IN-1 | 2022 | Ikan segar setiap hari | 2; 8"
    ),
    "Rencana Aksi": rows(
        *("Inovasi", "Versi", "Nomor", "Kelompok", "Kegiatan"), of="RA-1 | IN-3 | 1 | 1 | persiapan | SOP"
    ),
    "Uji Coba": rows("Inovasi", "Tanggal", "Tempat", of="UC-1 | IN-1 | Agustus 2021 | Depok"),
    "Penerapan": rows(
        "Inovasi", "Tanggal", "Dasar Hukum", of="PN-1 | IN-3 | 2022-01 | DK-1 \n PN-2 | IN-1 | 2022 |"
    ),
    "Monitoring": rows(
        *("Inovasi", "Tanggal", "Cara", "Temuan"), of="MN-1 | IN-2 | 2021-11 | tidak langsung | Berjalan"
    ),
    "Perjanjian": rows(
        *("Jenis", "Judul", "Tanggal", "Media", "Inovasi"),
        of="""PJ-1 | komitmen                   | Komitmen  | 2021-05-20 | papan  |
              PJ-2 | perjanjian kinerja inovasi | Perjanjian | 2021-10   | naskah | IN-1; IN-3""",
    ),
    "Penanda Tangan": rows(
        *("Perjanjian", "Orang", "Peran", "Kapasitas"),
        of="TT-1 | PJ-1 | OR-1 | penanda tangan | Plt. \n TT-2 | PJ-2 | OR-3 | pihak pertama | definitif",
    ),
    "Peluncuran": rows(
        *("Inovasi", "Acara", "Tanggal"),
        of="PL-1 | IN-1 | | 9 Desember 2021 \n PL-2 | IN-3 | AC-1 | 2021-12-09 \n PL-3 | IN-4 | | 2021-12",
    ),
    "Bukti": rows(
        *("Inovasi", "Jenis", "Nomor", "Perihal", "Indikator IGA"),
        of="BK-1 | IN-1 | SK | 7 | Penetapan | 16 \n BK-2 | IN-3 | foto | | Loket | 20",
    ),
    "Penghargaan": rows(
        *("Judul", "Penerima", "Inovasi", "Unit", "Dokumen", "Tanggal"),
        of="""PH-1 | Juara Ikan | inovasi | IN-1 |      |      | 2023
              PH-2 | Unit Sigap | unit    |      | UN-2 | DK-1 | 2022""",
    ),
}


def shuffled(found: Rows, seed: int) -> Rows:
    """The same rows, each sheet in another order; seed 0 leaves them."""
    chance = random.Random(seed)
    return {name: chance.sample(held, len(held)) if seed else held for name, held in found.items()}


def fill(path: Path, found: Rows) -> Path:
    """Fills a fresh template the way people do: the example row goes, their own rows come."""
    assert invoke("template", path, "--all").status == 0
    book = load_workbook(path)
    book["Identitas"]["B1"].value, book["Identitas"]["B2"].value = REGION, LAB
    for name in book.sheetnames:
        if name not in ("Petunjuk", "Identitas", "Daftar"):
            book[name].delete_rows(2)
    for name, held in found.items():
        labels = [cell.value for cell in book[name][1]]
        for number, row in enumerate(held, 2):
            assert set(row) <= set(labels), (name, set(row) - set(labels))
            for label, value in row.items():
                book[name].cell(number, labels.index(label) + 1, value)
    book.save(path)
    return path


def dangling(path: Path, found: Rows, known: set[str]) -> Iterator[str]:
    """The cells of a filled workbook that name a key or unit of `known`, by sheet and row."""
    book = load_workbook(path)
    for name, held in found.items():
        labels = {cell.value: cell.column_letter for cell in book[name][1]}
        for number, row in enumerate(held, 2):
            for label, value in row.items():
                said = {part.strip() for part in str(value or "").split(";")}
                if label != "Kunci" and said & known:
                    yield f"{name}!{labels[label]}{number}"
