"""Days that the course of a lab does not allow for: told of a live lab, with the cell and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from importers import template
from tests.helpers import Done, invoke

Rows = dict[str, list[dict[str, Any]]]
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}


def rows(mode: str) -> Rows:
    lab = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": mode, "Tanggal": "2022-10-12"}
    idea = {"Kunci": "IDE-1", "Judul": "Ide satu", "Jenis Usulan": "ide baru", "Unit": "U-1"}
    return {
        "Unit": [UNIT],
        "Lab": [lab],
        "Ide": [{**idea, "Tanggal": "2022-10-12"}, {**idea, "Kunci": "IDE-2", "Tanggal": "2023-02-01"}],
        "Lokakarya": [{"Kunci": "LK-1", "Tahap": "diagnose", "Tanggal": "2022-11-15"}],
        "Jeda Lab": [{"Kunci": "J-1", "Dijeda": "2022-11-01", "Dilanjutkan": "2022-12-01"}],
        "Penutupan Lab": [{"Kunci": "T-1", "Tanggal": "2022-12-31"}],
    }


def take(home: Path, folder: Path, of: Rows) -> Done:
    path = folder / "lab.xlsx"
    template.write(path, rows=of, identity={"Kode Wilayah": "33.03", "Lab": "uji-2022"})
    return invoke("import", path, "--home", home)


def test_a_live_lab_records_them_and_names_cell_and_remedy(home: Path, tmp_path: Path) -> None:
    done = take(home, tmp_path, rows("langsung"))
    assert done.status == 0, done.err
    told = [line for line in (done.out + done.err).splitlines() if "Tetap dicatat" in line]
    assert told == LIVE


LIVE = [
    "  Lokakarya!C2  Pada 15 November 2022 lab sedang dijeda (sejak 1 November 2022). Tetap dicatat: bila"
    " salah satu tanggalnya keliru, betulkan di sini atau di lembar Jeda Lab (dengan --as-correction).",
    "  Ide!F3  1 Februari 2023 jatuh setelah lab ditutup pada 31 Desember 2022. Tetap dicatat: bila"
    " salah satu tanggalnya keliru, betulkan di sini atau di lembar Penutupan Lab (dengan --as-correction).",
]
NEXT = """\
uji-2022  Lab Uji
  Tidak ada langkah berikutnya: perjalanannya sudah selesai.
  Ide yang tidak dirancang dan tidak diakhiri: 3303-I0002.
  - Ide belum disetujui pimpinan sebelum dirancang.
    wajib; giliran: Kepala Daerah; lembar Persetujuan
      3303-0001  Satu
  - Ada kegiatan lab yang tanggalnya setelah penutupan.
    dianjurkan; giliran: Koordinator daerah; lembar Penutupan Lab
      3303-I0002  Ide satu
  - Ada lokakarya yang tanggalnya dalam masa jeda lab (15 Nov 2022).
    dianjurkan; giliran: Koordinator daerah; lembar Jeda Lab
  Lembar yang disebut di sini: jejak template isi.xlsx --sheet "Jeda Lab" --sheet "Penutupan Lab"\
 --sheet Persetujuan
"""


def test_a_reconstructed_lab_passes_and_its_next_step_tells(home: Path, tmp_path: Path) -> None:
    of = rows("rekonstruksi")
    of["Inovasi"] = [
        {"Kunci": "INO-1", "Ide": "IDE-1", "Judul": "Satu", "Unit": "U-1", "Tanggal": "2022-10-20"}
    ]
    of["Persetujuan"] = [{"Kunci": "P-1", "Ide": "IDE-1", "Oleh": "Bupati", "Tanggal": "2022-10-21"}]
    done = take(home, tmp_path, of)
    assert done.status == 0, done.err
    assert "dijeda" not in done.out + done.err
    assert invoke("lab", "next", "uji-2022", "--home", home).out == NEXT
    found = invoke("lab", "next", "uji-2022", "--json", "--home", home).data["now"]
    assert [(one["rule"], one["codes"], one["days"]) for one in found] == [
        ("approval_before_design", ["3303-0001"], []),
        ("work_before_closing", ["3303-I0002"], []),
        ("no_workshop_in_pause", [], ["2022-11-15"]),
    ]


def test_a_live_lab_refuses_a_design_before_its_approval(home: Path, tmp_path: Path) -> None:
    of = rows("langsung")
    of["Inovasi"] = [
        {"Kunci": "INO-1", "Ide": "IDE-1", "Judul": "Satu", "Unit": "U-1", "Tanggal": "2022-10-20"}
    ]
    of["Persetujuan"] = [{"Kunci": "P-1", "Ide": "IDE-1", "Oleh": "Bupati", "Tanggal": "2022-10-21"}]
    done = take(home, tmp_path, of)
    assert done.status == 3
    assert done.err.splitlines()[2:4] == [
        "  Inovasi!F2  Ide itu disetujui pada 21 Oktober 2022, setelah dirancang pada 20 Oktober 2022.",
        "              Betulkan tanggal yang keliru, di sini atau di lembar Persetujuan. Bila putaran ini"
        ' berjalan tanpanya: sebutkan aturan "persetujuan ide sebelum design" di lembar Aturan Proses, dengan'
        " keputusan atau alasannya.",
    ]
