"""The agreements and commitments of a lab: parties by post, plan, measurements, open lines."""

from __future__ import annotations

from pathlib import Path

from docx.oxml.ns import qn

from tests.e2e.lab_papers import (
    DOTS,
    DRAFT,
    SHORT,
    UNITS,
    drafted,
    launched,
    opened,
    recorded,
    rows,
    texts,
)
from tests.helpers import Done


def test_an_agreement_has_its_parties_by_post_and_its_targets(purbalingga: tuple[Path, Done]) -> None:
    made = opened(purbalingga[0], "purbalingga-2022-perjanjian-kinerja-3303-0170")
    assert texts(made) == [
        DRAFT,
        "Para pihak menurut Perjanjian Kinerja Inovasi Dinperindag (15 Desember 2022);"
        " sesuaikan bila sudah berganti.",
        "PERJANJIAN KINERJA INOVASI",
        "Nomor: 000.8/CONTOH-02/2022",
        "Pada tanggal 15 Desember 2022, bertempat di Purbalingga Expo, yang bertanda tangan di bawah ini:",
        "bersepakat tentang kinerja inovasi berikut,"
        " dari Pendampingan Laboratorium Inovasi Kabupaten Purbalingga 2022:",
        "Target menurut rencana aksi",
        "Ukuran keberhasilan",
        "Para pihak sepakat agar inovasi tersebut dilaksanakan menurut rencana aksinya, dipantau,"
        " dan dilaporkan kemajuannya.",
        f"Pembagian tugas para pihak: {DOTS}{DOTS}",
        f"Ketentuan lain: {DOTS}{DOTS}",
    ]
    assert rows(made, 0) == [
        ["Pihak pertama", f"Nama: {DOTS}\nJabatan: Bupati Purbalingga"],
        [
            "Pihak kedua",
            f"Nama: {DOTS}\nJabatan: Kepala Dinperindag\nUnit: Dinas Perindustrian dan Perdagangan",
        ],
    ]
    assert rows(made, 1) == [
        ["Judul inovasi", "Tera Ulang Timbangan Keliling Pasar Desa (TERA KELILING)"],
        ["Kode inovasi", "3303-0170"],
        ["Perangkat daerah / unit", "Dinas Perindustrian dan Perdagangan"],
        ["Pemerintah daerah", "Kabupaten Purbalingga"],
        ["Rencana aksi", "versi 1"],
    ]
    assert rows(made, 2)[1] == [
        "1",
        "Menyusun jadwal tera ulang pasar desa\nPersiapan",
        "belum tercatat",
        "Jadwal tahunan",
        "belum tercatat",
        "belum tercatat",
        "Desember 2022 – Januari 2023",
    ]
    assert [row[0].split("\n")[:2] for row in rows(made, 4)] == [
        ["Pihak pertama", "Bupati Purbalingga,"],
        ["Saksi", "Kepala Pusat,"],
    ]


def test_an_agreement_shows_what_was_measured_last(purbalingga: tuple[Path, Done]) -> None:
    made = opened(purbalingga[0], "purbalingga-2022-perjanjian-kinerja-3303-0169")
    assert [row[0] for row in rows(made, 3)] == [
        "Indikator",
        "Waktu pengurusan izin kios dan los",
        "Realisasi retribusi enam pasar sasaran terhadap target",
        "Pedagang yang membayar retribusi secara nontunai",
        "Nilai kepuasan pedagang",
    ]
    assert rows(made, 3)[2][1:4] == ["persen", "78,4", SHORT]
    assert rows(made, 3)[2][4].startswith("96,1\n")


def test_capacity_and_representation_as_they_were_recorded(
    purbalingga: tuple[Path, Done], salatiga: Path
) -> None:
    signed = opened(purbalingga[0], "purbalingga-2022-komitmen")
    assert rows(signed, 0) == [
        ["No", "Jabatan", "Unit", "Tanda tangan"],
        ["1", "Bupati Purbalingga", SHORT, ""],
        ["2", "Sekretaris Daerah", "Sekretariat Daerah", ""],
        [
            "3",
            "a.n. Dispendukcapil, Sekretaris Dispendukcapil",
            "Dinas Kependudukan dan Pencatatan Sipil",
            "",
        ],
        ["4", "Camat Kutasari", "Kecamatan Kutasari", ""],
        ["5", "Direktur PD Owabong", "Perusahaan Daerah Owabong", ""],
    ]
    assert texts(signed)[1:] == [
        "Penanda tangan menurut Komitmen Inovasi Kabupaten Purbalingga (15 Desember 2022);"
        " sesuaikan bila sudah berganti.",
        "KOMITMEN INOVASI KABUPATEN PURBALINGGA",
        "Kami yang bertanda tangan di bawah ini berkomitmen mengembangkan inovasi di lingkungan"
        " Pemerintah Kabupaten Purbalingga melalui Pendampingan Laboratorium Inovasi Kabupaten"
        " Purbalingga 2022.",
        "Butir komitmen:",
        f"1. {DOTS}{DOTS}",
        f"2. {DOTS}{DOTS}",
        "Purbalingga Expo, 15 Desember 2022",
    ]
    agreed = opened(salatiga, "salatiga-2019-perjanjian-kinerja-3373-0042")
    assert rows(agreed, 0)[0][1].split("\n")[1:] == [
        "Jabatan: Sekretaris Daerah",
        "Unit: Sekretariat Daerah",
        "Mewakili: Pemerintah Kota Salatiga",
    ]
    assert rows(agreed, 4)[1][0].startswith("Saksi\nPlt. Kepala Pusat,")


def test_a_commitment_that_nobody_recorded_is_for_all_participants(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-komitmen")
    found = rows(made, 0)
    assert (len(found), found[1], found[2]) == (
        142,
        ["1", SHORT, "Kota Salatiga", ""],
        ["2", SHORT, "Kelurahan Blotongan", ""],
    )
    assert texts(made)[1] == "Komitmen lab ini belum tercatat; baris tabel menurut unit pesertanya."
    assert made.tables[0].rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_a_named_innovation_without_an_agreement_gets_one_beside_a_signed_one(
    demo: Path, tmp_path: Path
) -> None:
    words = ("--only", "agreement", "--code", "3303-0169", "--code", "3303-0172")
    done = drafted(demo, tmp_path, "purbalingga-2022", *words, "--json")
    assert [one["code"] for one in done.data["files"]] == ["3303-0169", "3303-0172"]
    made = opened(tmp_path, "purbalingga-2022-perjanjian-kinerja-3303-0172")
    assert texts(made)[3] == f"Nomor: {DOTS}"


def test_agreements_without_signers_say_so_and_list_their_innovations(home: Path, tmp_path: Path) -> None:
    shared = {"Tanggal": "4 Maret 2024", "Media": "naskah", "Inovasi": "I1; I2"}
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=UNITS,
        Perjanjian=[
            {"Kunci": "K1", "Jenis": "komitmen", "Judul": "Komitmen Uji", **shared},
            {"Kunci": "K2", "Jenis": "perjanjian kinerja inovasi", "Judul": "Perjanjian Uji", **shared},
        ],
        **launched(["2 Maret 2024", "2 Maret 2024"]),
    )
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--only", "commitment", "--only", "agreement")
    signed = opened(out, "uji-komitmen")
    assert "Inovasi yang tercakup:" in texts(signed)
    assert rows(signed, 0) == [
        ["No", "Inovasi", "Unit"],
        ["1", "Inovasi I1", "Dinas 1"],
        ["2", "Inovasi I2", "Dinas 1"],
    ]
    assert texts(signed)[1] == (
        "Penanda tangan Komitmen Uji (4 Maret 2024) belum tercatat; barisnya bertitik-titik."
    )
    agreed = opened(out, "uji-perjanjian-kinerja-3303-0001")
    assert texts(agreed)[1] == (
        "Para pihak Perjanjian Uji (4 Maret 2024) belum tercatat; barisnya bertitik-titik."
    )
    assert rows(agreed, 0)[1] == ["Pihak kedua", f"Nama: {DOTS}\nJabatan: {DOTS}"]


def test_the_plan_in_an_agreement_tells_place_output_cost_and_target(home: Path, tmp_path: Path) -> None:
    step = {"Inovasi": "I1", "Versi": 1, "Kelompok": "persiapan"}
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=UNITS,
        Rencana_Aksi=[
            {**step, "Kunci": "R1", "Nomor": 1, "Kegiatan": "Menata gerai", "Tempat": "Balai desa",
             "Keluaran": "Gerai", "Biaya": "7500000", "Sumber Dana": "APBD", "Target": "1 gerai",
             "Mulai": "Mei 2024"},
            {**step, "Kunci": "R2", "Nomor": 2, "Kegiatan": "Menyusun SOP"},
        ],
        **launched(["2 Maret 2024"]),
    )  # fmt: skip
    drafted(home, tmp_path / "lab", "uji", "--only", "agreement")
    assert rows(opened(tmp_path / "lab", "uji-perjanjian-kinerja-3303-0001"), 2) == [
        ["No", "Kegiatan", "Tempat", "Keluaran", "Biaya", "Target", "Waktu"],
        ["1", "Menata gerai\nPersiapan", "Balai desa", "Gerai", "Rp7.500.000 (APBD)", "1 gerai", "Mei 2024"],
        ["2", "Menyusun SOP\nPersiapan", *["belum tercatat"] * 5],
    ]
