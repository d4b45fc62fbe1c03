"""What an import says of a file, word for word: every cell with what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from importers import template
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import Done, invoke, whole

IDENTITY = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
INNOVATION = {"Kunci": "INO-1", "Judul": "Satu", "Unit": "Dinuji", "Tanggal": "2022-11"}
CHANGE = {"Kunci": "PU-1", "Unit": "Dinuji", "Perubahan": "ganti nama", "Nama Baru": "Dinas Coba"}
AWARD = {"Kunci": "A-1", "Judul": "Juara", "Penerima": "inovasi", "Inovasi": "INO-1"}
BASE = {
    "Lab": [{"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}],
    "Unit": [UNIT],
    "Inovasi": [INNOVATION],
}
OF_IDEA = {"Judul Baru": "Baru", "Alasan": "lebih fokus"}
OF_INNOVATION = {"Inovasi": "INO-1"}
MANY: dict[str, list[dict[str, Any]]] = {
    **BASE,
    "Tahap": [
        {"Kunci": "T-1", "Tahap": "design", "Alasan": "wabah"},
        {"Kunci": "T-2", "Tahap": "display", "Tidak Dilaksanakan": "mungkin"},
    ],
    "Ide": [
        {"Kunci": "IDE/1", "Judul": "Ide", "Jenis Usulan": "ide lama", "Unit": "Dinuji", "Tanggal": 44910}
    ],
    "Penggabungan": [
        {"Kunci": "G-1", "Ide Sumber": "G-2; IDE-9", **OF_IDEA},
        {"Kunci": "G-3", "Ide Sumber": "G-4; G-4", **OF_IDEA},
        {"Kunci": "G-4", "Ide Sumber": "G-3; G-3", **OF_IDEA},
    ],
    "Profil": [
        {
            "Kunci": "P-1",
            **OF_INNOVATION,
            "Tanggal": "31 Juni 2022",
            "Bentuk Inovasi": "lain",
            "Urusan": "Perdagangn",
            "SDGs": "8; 18",
        }
    ],
    "Rencana Aksi": [
        {
            "Kunci": "R-1",
            **OF_INNOVATION,
            "Versi": "satu",
            "Nomor": 1.5,
            "Kelompok": "persiapan",
            "Kegiatan": "K",
        }
    ],
    "Pengukuran": [
        {
            "Kunci": "K-1",
            **OF_INNOVATION,
            "Indikator": "Lama",
            "Satuan": "menit",
            "Nilai Sebelum": "12 menit",
            "Nilai Sesudah": 5,
        }
    ],
    "Bukti": [
        {
            "Kunci": "B-1",
            **OF_INNOVATION,
            "Jenis": "SK",
            "Perihal": "P",
            "Indikator IGA": "16; 99",
            "Berkas": "../rahasia.pdf",
        },
        {
            "Kunci": "B-2",
            **OF_INNOVATION,
            "Jenis": "SK",
            "Perihal": "P",
            "Berkas": "tiada.pdf",
            "Data Pribadi": "barangkali",
        },
    ],
    "Penghargaan": [{"Kunci": "A-1", "Judul": "J", "Penerima": "unit", "Inovasi": "INO-1"}],
}
SAID = """\
  Tahap!G2  tahap yang dilaksanakan tidak memerlukan alasan tidak dilaksanakan.
            Kosongkan selnya, atau isi Tidak Dilaksanakan.
  Tahap!F3  "mungkin" bukan ya dan bukan tidak.
            Tulis ya, atau kosongkan selnya.
  Ide!A2  kunci tidak boleh memuat garis miring.
          Pakai kunci lain, misalnya IDE-001.
  Ide!C2  "ide lama" tidak ada dalam daftar.
          Pilih salah satu: ide baru, replikasi, pengembangan.
  Ide!F2  bilangan "44910" bukan tanggal.
          Ubah format selnya menjadi tanggal, atau tulis sebagai teks: 15 Desember 2022.
  Penggabungan!B2  kunci G-2 tidak ada di lembar Ide / Penggabungan / Pemecahan.
                   Periksa kunci itu, atau tambahkan barisnya di lembar tersebut.
  Penggabungan!A3  baris ini menunggu dirinya sendiri: rujukannya melingkar.
                   Perbaiki kunci yang dirujuknya.
  Penggabungan!A4  baris ini menunggu dirinya sendiri: rujukannya melingkar.
                   Perbaiki kunci yang dirujuknya.
  Profil!C2  tanggal "31 Juni 2022" tidak ada.
             Tulis tanggal yang benar, atau cukup "Juni 2022" bila harinya tidak diketahui.
  Profil!F2  "lain" tidak ada dalam daftar.
             Pilih salah satu: tata kelola pemerintahan daerah, pelayanan publik, inovasi daerah lainnya.
  Profil!G2  "Perdagangn" tidak ada dalam daftar. Maksudnya "Perdagangan"?
             Pilih dari daftar sel ini.
  Profil!Y2  "18" bukan nomor SDGs.
             Tulis nomor 1 sampai 17, dipisahkan dengan titik koma.
  Rencana Aksi!C2  "satu" bukan bilangan bulat.
                   Tulis bilangan bulat tanpa satuan.
  Rencana Aksi!D2  "1,5" bukan bilangan bulat.
                   Tulis bilangan bulat tanpa satuan.
  Pengukuran!E2  "12 menit" bukan bilangan.
                 Tulis bilangannya saja, misalnya "12".
  Bukti!G2  "99" bukan nomor indikator IGA.
            Tulis nomor 16 sampai 35, dipisahkan dengan titik koma.
  Bukti!I2  berkas "../rahasia.pdf" tidak berada di folder buku kerja ini atau folder pada --files.
            Salin berkasnya ke sana, dan tulis letaknya dilihat dari folder itu.
  Bukti!I3  berkas "tiada.pdf" tidak ada di sana.
            Tulis letaknya dilihat dari folder buku kerja atau folder pada --files, atau kosongkan selnya.
  Bukti!M3  "barangkali" bukan ya dan bukan tidak.
            Tulis ya, atau kosongkan selnya.
  Penghargaan!G2  Penghargaan ini ditujukan kepada penerima lain.
                  Perbaiki selnya, lalu impor lagi.
"""
Take = Callable[..., Done]


@pytest.fixture
def take(home: Path, tmp_path: Path) -> Take:
    def run(rows: Any, *more: str, identity: dict[str, str] = IDENTITY) -> Done:
        path = tmp_path / "buku.xlsx"
        template.write(path, rows=rows, identity=identity)
        return invoke("import", path, "--home", home, *more)

    return run


def test_one_workbook_with_many_errors(take: Take) -> None:
    done = take(MANY)
    assert (done.status, done.out) == (3, "")
    assert done.err == whole("buku.xlsx", 20, SAID)


@pytest.mark.parametrize(
    ("rows", "identity", "said"),
    [
        (
            BASE,
            {"Kode Wilayah": "", "Lab": "uji-2022"},
            "  Identitas!B1  kode wilayah belum diisi.\n"
            "                Tulis di sebelah Kode Wilayah pada lembar Identitas, misalnya 33.03.\n",
        ),
        (
            BASE,
            {"Kode Wilayah": "99.99", "Lab": "uji-2022"},
            "  Identitas!B1  tidak ada daerah dengan kode 99.99.\n"
            "                Pakai kode dari daftar resmi, misalnya 33.03 untuk Kabupaten Purbalingga.\n",
        ),
        (
            {"Unit": [UNIT]},
            {"Kode Wilayah": "33.03", "Lab": "uji-2099"},
            "  Identitas!B2  lab uji-2099 tidak ada di lembar Lab dan belum tercatat sebelumnya.\n"
            "                Tambahkan barisnya di lembar Lab, atau perbaiki nama di sebelah Lab pada lembar"
            " Identitas.\n",
        ),
        (
            {"Unit": [UNIT], "Tahap": [{"Kunci": "T-1", "Tahap": "design"}]},
            {"Kode Wilayah": "33.03", "Lab": ""},
            "  Tahap!A2  baris ini tidak masuk lab mana pun.\n"
            "            Sebut labnya di sebelah Lab pada lembar Identitas.\n",
        ),
    ],
)
def test_what_is_wrong_with_its_identity(take: Take, rows: Any, identity: Any, said: str) -> None:
    assert take(rows, identity=identity).err == whole("buku.xlsx", 1, said)


def test_awards_without_their_recipient(take: Take) -> None:
    kinds = ("inovasi", "unit", "orang")
    rows = [{"Kunci": f"A-{one}", "Judul": "Juara", "Penerima": one} for one in kinds]
    assert take({**BASE, "Penghargaan": rows}).err == whole(
        "buku.xlsx",
        3,
        "  Penghargaan!A2  Penghargaan ini belum menyebut inovasinya.\n"
        "                  Perbaiki barisnya, lalu impor lagi.\n"
        "  Penghargaan!A3  Penghargaan ini belum menyebut unitnya.\n"
        "                  Perbaiki barisnya, lalu impor lagi.\n"
        "  Penghargaan!A4  Penghargaan ini belum menyebut orangnya.\n"
        "                  Perbaiki barisnya, lalu impor lagi.\n",
    )


def test_a_character_that_cannot_be_printed(take: Take) -> None:
    assert take({**BASE, "Unit": [UNIT, {**UNIT, "Kunci": "U-2", "Nama": "Di\x07nas"}]}).err == whole(
        "buku.xlsx",
        1,
        '  Unit!C3  teks memuat BELL (U+0007) sesudah 2 huruf, yang tidak dapat dicetak: "Di□nas".\n'
        "           Hapus tanda itu; bila tidak tampak, ketik ulang kata-kata di sekitarnya.\n",
    )


def test_a_cell_filled_later_is_told_in_the_history(take: Take, home: Path) -> None:
    assert take(BASE).status == 0
    assert take({**BASE, "Inovasi": [{**INNOVATION, "Akronim": "SATU"}]}).status == 0
    said = [one["sentence"] for one in invoke("history", "SATU", "--json", "--home", home).data["entries"]]
    assert said == [
        'Dirancang sebagai inovasi 3303-0001 "Satu" oleh Dinuji.',
        'DILENGKAPI: akronim pada peristiwa 5 adalah "SATU".',
    ]


def test_a_file_larger_than_the_limit(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with path.open("wb") as out:
        out.truncate((64 << 20) + 1)
    assert invoke("import", path, "--home", home).err == whole(
        "besar.xlsx",
        1,
        "  besar.xlsx  berkasnya lebih besar dari 64 MB.\n"
        "              Keluarkan gambarnya, atau pecah buku kerjanya.\n",
    )


def test_cells_that_differ_from_what_is_recorded(take: Take, home: Path, tmp_path: Path) -> None:
    assert take({**BASE, "Perubahan Unit": [CHANGE], "Penghargaan": [AWARD]}).status == 0
    changed = {**BASE, "Perubahan Unit": [{**CHANGE, "Nama Baru": "Dinas Lain"}], "Penghargaan": [AWARD]}
    assert take(changed, "--yes", "--as-correction", "salah ketik").status == 0
    closed = {**CHANGE, "Perubahan": "ditutup"}
    rows = EventStore(home / "ledger.db").rows("3303/unit/000001")
    action = next(CODEC.decode(row).action for row in rows if row.topic == "unit.renamed/2")
    done = take({**BASE, "Perubahan Unit": [closed], "Penghargaan": [{**AWARD, "Judul": "Kedua"}]})
    assert (done.status, done.out) == (4, "")
    assert done.err == (
        '  Perubahan Unit!D2  Nama Baru tercatat "Dinas Lain"; "Dinas Coba" adalah nilai sebelum ralat.\n'
        "Yang tercatat di situ tetap. Bila nilai terdahulu itulah yang benar:"
        ' --as-correction "ALASAN" --take-earlier\n'
        "buku.xlsx tidak dicatat: 2 sel berbeda dari yang tercatat, tidak ada yang berubah.\n"
        "\n"
        '  Perubahan Unit!C2  Perubahan tercatat "ganti nama", kini "ditutup".'
        f" Ini tidak dapat diralat; batalkan, lalu impor lagi: jejak void {action} --reason ALASAN\n"
        '  Penghargaan!B2  Judul tercatat "Juara", kini "Kedua".\n'
        "\n"
        "0 baru, 3 sama, 2 berbeda.\n"
        "Bila yang tercatat memang sejak semula tidak benar:"
        f' jejak import {tmp_path / "buku.xlsx"} --as-correction "ALASAN" --yes\n'
    )
    assert take({**BASE, "Perubahan Unit": [closed]}, "--yes", "--as-correction", "salah").err == whole(
        "buku.xlsx",
        1,
        "  Perubahan Unit!C2  Perubahan tidak dapat diralat.\n"
        "                     Batalkan yang tercatat, lalu impor lagi barisnya:"
        f" jejak void {action} --reason ALASAN\n",
    )


def test_a_correction_that_would_break_an_event(take: Take) -> None:
    assert take({**BASE, "Penghargaan": [AWARD]}).status == 0
    done = take({**BASE, "Penghargaan": [{**AWARD, "Penerima": "unit"}]}, "--yes", "--as-correction", "salah")
    assert done.status == 3
    assert done.err == whole(
        "buku.xlsx",
        1,
        "  buku.xlsx  peristiwa 6 dari Juara tidak akan berlaku lagi:"
        " Penghargaan ini belum menyebut unitnya.\n"
        "             Perbaiki berkasnya, lalu impor lagi.\n",
    )


def test_an_end_before_its_beginning_names_both_dates_and_cells(take: Take) -> None:
    step = {"Kunci": "R-1", **OF_INNOVATION, "Versi": 1, "Nomor": 1, "Kelompok": "persiapan", "Kegiatan": "K"}
    days = {"Mulai": "3 Mei 2022", "Selesai": "1 Mei 2022"}
    assert take({**BASE, "Rencana Aksi": [{**step, **days}]}).err == whole(
        "buku.xlsx",
        1,
        "  Rencana Aksi!K2  Langkah ini selesai (1 Mei 2022) sebelum dimulai (3 Mei 2022). Sel yang satunya:"
        " Rencana Aksi!J2.\n"
        "                   Perbaiki barisnya, lalu impor lagi.\n",
    )


def test_numbers_below_their_meaning_are_refused_at_their_cells(take: Take, home: Path) -> None:
    step = {"Kunci": "R-1", **OF_INNOVATION, "Versi": 0, "Nomor": 1, "Kelompok": "persiapan", "Kegiatan": "K"}
    line = {"Kunci": "PD-1", **OF_INNOVATION, "Jenis": "anggaran", "Tahun": 2025, "Nilai": -5}
    profiles = [
        {"Kunci": f"P-{at}", **OF_INNOVATION, "Anggaran": budget}
        for at, budget in enumerate((-5000000, "Rp -5.000.000", "-Rp5.000", "APBD 2025 - 2026", 0))
    ]
    mend = "Tulis tanpa tanda minus, atau kosongkan selnya."
    said = {"Profil": profiles[:3], "Rencana Aksi": [step]}
    assert take({**BASE, **said}).err == whole(
        "buku.xlsx",
        4,
        f'  Profil!M2  Anggaran tidak boleh kurang dari 0: "-5000000".\n'
        f'  Profil!M3  Anggaran tidak boleh kurang dari 0: "Rp -5.000.000".\n'
        f'  Profil!M4  Anggaran tidak boleh kurang dari 0: "-Rp5.000".\n'
        f'  Rencana Aksi!C2  Versi tidak boleh kurang dari 1: "0".\n                   Untuk 4 itu: {mend}\n',
    )
    assert take({**BASE, "Pendukung": [line]}).err == whole(
        "buku.xlsx",
        1,
        "  Pendukung!J2  Anggaran tidak boleh kurang dari 0: -5.\n"
        "                Perbaiki barisnya, lalu impor lagi.\n",
    )
    assert take({**BASE, "Profil": profiles[3:4]}).status == 0
    position = str(
        next(
            one["event"]
            for one in invoke("history", "3303-0001", "--json", "--home", home).data["entries"]
            if one["type"] == "innovation.profile_written"
        )
    )
    done = invoke("correct", position, "anggaran", "Rp -5.000", "--reason", "x", "--yes", "--home", home)
    assert (done.status, f'Anggaran tidak boleh kurang dari 0: "Rp -5.000". {mend}' in done.err) == (2, True)


def test_what_is_no_address_of_a_page_is_refused(take: Take) -> None:
    page = "https://drive.google.com/file/d/1a?usp=sharing"
    links = (page, "drive.google.com/file/d/1a", "ada di Google Drive", f"{page}; {page}")
    rows = [
        {"Kunci": f"B-{at}", **OF_INNOVATION, "Jenis": "SK", "Perihal": "P", "Tautan": link}
        for at, link in enumerate(links)
    ]
    begin = "Salin alamatnya dari peramban; alamat diawali https://. Satu sel hanya memuat satu alamat.\n"
    assert take({**BASE, "Bukti": rows}).err == whole(
        "buku.xlsx",
        3,
        '  Bukti!J3  "drive.google.com/file/d/1a" belum lengkap sebagai alamat halaman: https:// di depannya'
        " tidak ada.\n"
        "            Tulis https:// di depannya, atau salin alamatnya dari peramban.\n"
        '  Bukti!J4  "ada di Google Drive" bukan alamat halaman.\n'
        f"            {begin}"
        f'  Bukti!J5  "{page}; https://d…" bukan alamat halaman.\n'
        f"            {begin}",
    )
