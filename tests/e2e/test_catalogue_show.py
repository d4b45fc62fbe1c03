"""`jejak catalogue show` prints what is recorded of the profile, under the headings of the form."""

from pathlib import Path

from importers import template
from tests.helpers import invoke

IDENTITY = {"Kode Wilayah": "33.03", "Lab": ""}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji"}
INNOVATION = {"Judul": "Satu", "Unit": "Dinas Uji", "Tanggal": "2022-11", "Tanpa Lab": "ya"}
PROFILE = {
    "Kunci": "P-1",
    "Inovasi": "INO-1",
    "Bentuk Inovasi": "Pelayanan Publik",
    "Rancang Bangun": "Dasar hukum: Perbup.\n" + "antre " * 60,
    "Tujuan": "Mempercepat layanan",
    "Anggaran": "APBD",
    "SDGs": "8; 16",
}


def test_recorded_fields_stand_under_the_headings_of_the_form(home: Path, tmp_path: Path) -> None:
    rows = {
        "Unit": [UNIT],
        "Inovasi": [{"Kunci": "INO-1", **INNOVATION}, {"Kunci": "INO-2", **INNOVATION, "Judul": "Dua"}],
        "Profil": [PROFILE],
    }
    path = template.write(tmp_path / "a.xlsx", rows=rows, identity=IDENTITY) or tmp_path / "a.xlsx"
    assert invoke("import", path, "--home", home).status == 0
    out = invoke("catalogue", "show", "3303-0001", "--home", home).out
    long = ("antre " * 60)[: 160 - len("Dasar hukum: Perbup.") - 1]
    assert (
        "  Profil\n"
        "    Bentuk Inovasi: pelayanan publik\n"
        "    Rancang Bangun:\n"
        "      Dasar hukum: Perbup.\n"
        f"      {long}…\n"
        "    Tujuan: Mempercepat layanan\n"
        "    Anggaran: APBD\n"
        "    SDGs: 8; 16\n"
    ) in out
    assert "  Profil: belum tercatat\n" in invoke("catalogue", "show", "3303-0002", "--home", home).out


def test_steps_of_the_plan_tell_place_output_cost_and_target_where_recorded(
    home: Path, tmp_path: Path
) -> None:
    step = {"Inovasi": "INO-1", "Versi": 1, "Kelompok": "persiapan"}
    rows = {
        "Unit": [UNIT],
        "Inovasi": [{"Kunci": "INO-1", **INNOVATION}],
        "Rencana Aksi": [
            {**step, "Kunci": "R-1", "Nomor": 1, "Kegiatan": "Menata gerai", "Pelaksana": "Seksi Uji",
             "Tempat": "Balai desa", "Keluaran": "Gerai", "Biaya": "7500000", "Sumber Dana": "APBD",
             "Target": "1 gerai"},
            {**step, "Kunci": "R-2", "Nomor": 2, "Kegiatan": "Menyusun SOP", "Biaya": "0"},
            {**step, "Kunci": "R-3", "Nomor": 3, "Kegiatan": "Melatih petugas"},
        ],
    }  # fmt: skip
    path = tmp_path / "a.xlsx"
    template.write(path, rows=rows, identity=IDENTITY)
    assert invoke("import", path, "--home", home).status == 0
    assert (
        "  Rencana aksi 1\n"
        "    1. Menata gerai (Seksi Uji)\n"
        "       Tempat: Balai desa; Keluaran: Gerai; Biaya: Rp7.500.000 (APBD); Target: 1 gerai\n"
        "    2. Menyusun SOP\n"
        "       Biaya: Rp0\n"
        "    3. Melatih petugas\n"
    ) in invoke("catalogue", "show", "3303-0001", "--home", home).out
