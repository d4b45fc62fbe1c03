"""What comes next for a lab, an idea and an innovation: what lacks, whose turn it is, in which sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import invoke

SIMPEL = """\
3303-0001  SIMPEL: Retribusi, Izin, dan Denah Pasar
  Berikutnya: lembar Evaluasi Inovasi.
  - Tidak ada catatan tanggapan atas isian ide.
    dianjurkan; giliran: LAN; lembar Tanggapan Ide
  - Rencana aksi belum divalidasi ahli.
    dianjurkan; giliran: Ahli; lembar Validasi Rencana
  - Rencana aksi belum disetujui pimpinan.
    wajib; giliran: Kepala Daerah; lembar Persetujuan Rencana
  Dikesampingkan putaran ini: perjanjian kinerja sebelum peluncuran.
  Lembar yang disebut di sini: jejak template isi.xlsx --sheet "Tanggapan Ide" --sheet "Validasi Rencana"\
 --sheet "Persetujuan Rencana" --sheet "Evaluasi Inovasi"
"""
THIRD = """\
3303-0003  Pasar Daring
  Berikutnya: lembar Pameran.
  - Tidak ada catatan monitoring inovasi.
    dianjurkan; giliran: LAN atau koordinator; lembar Monitoring
  Dikesampingkan putaran ini: perjanjian kinerja sebelum peluncuran.
  Lembar yang disebut di sini: jejak template isi.xlsx --sheet Monitoring --sheet Pameran
"""
MERGED = """\
3303-0004  Pasar Tani
  Berlanjut sebagai 3303-0003.
  Dikesampingkan putaran ini: perjanjian kinerja sebelum peluncuran.
"""
OPEN_IDEA = """\
3303-I0007  Denah Kios
  Berikutnya: lembar Inovasi.
  - Ide belum disetujui pimpinan sebelum dirancang.
    wajib; giliran: Kepala Daerah; lembar Persetujuan
  Lembar yang disebut di sini: jejak template isi.xlsx --sheet Persetujuan --sheet Inovasi
"""
MERGED_IDEA = """\
3303-I0001  Retribusi Nontunai
  Berlanjut sebagai 3303-I0006.
"""
DESIGNED_IDEA = """\
3303-I0006  Retribusi dan Izin Pasar
  Berlanjut sebagai 3303-0001.
"""
CLOSED_LAB = """\
purbalingga-2022  Lab Purbalingga 2022
  Tidak ada langkah berikutnya: perjalanannya sudah selesai.
  Ide yang tidak dirancang dan tidak diakhiri: 3303-I0007, 3303-I0008.
  Tahap tanpa catatan: persiapan, diagnose, design, launching, monitoring.
  Dikesampingkan putaran ini: tim sebelum tahap pertama.
"""


def shown(home: Path, *words: str) -> str:
    done = invoke(*words, "--home", home)
    assert (done.status, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("innovation", "next", "SIMPEL"), SIMPEL),
        (("innovation", "next", "3303-0003"), THIRD),
        (("innovation", "next", "3303-0004"), MERGED),
        (("idea", "next", "3303-I0007"), OPEN_IDEA),
        (("idea", "next", "3303-I0001"), MERGED_IDEA),
        (
            ("idea", "next", "SIMPEL"),
            "3303-I0006  Retribusi dan Izin Pasar\n  Berlanjut sebagai 3303-0001.\n",
        ),
        (("lab", "next", "purbalingga-2022"), CLOSED_LAB),
    ],
)
def test_what_comes_next(life: Path, words: tuple[str, ...], text: str) -> None:
    assert shown(life, *words) == text


def test_an_innovation_without_an_idea_is_told_how_to_ask(life: Path) -> None:
    done = invoke("idea", "next", "3303-0002", "--home", life)
    assert (done.status, done.err) == (
        2,
        "Inovasi 3303-0002 tidak berasal dari ide.\n  Tanyakan inovasinya: jejak innovation next 3303-0002\n",
    )


def test_a_paused_lab_says_since_when_and_names_what_lacks(demo: Path) -> None:
    lines = shown(demo, "lab", "next", "wonosobo-2023", "--as-of", "2023-04-01").splitlines()
    assert lines[2:10] == [
        "  Dijeda sejak 27 Mar 2023: Anggaran dialihkan untuk penanganan longsor.",
        "    Catat kapan dilanjutkan di lembar Jeda Lab.",
        "  - Tidak ada catatan tanggapan atas isian ide.",
        "    dianjurkan; giliran: LAN; lembar Tanggapan Ide",
        "      3307-I0007  Klinik Tanaman Keliling",
        "  - Rencana aksi inovasi belum ada.",
        "    wajib; giliran: Unit pengusul; lembar Rencana Aksi",
        "      3307-0001  GERBENTANG",
    ]


def test_of_many_the_first_five_are_named_and_all_are_in_json(demo: Path) -> None:
    lines = shown(demo, "lab", "next", "salatiga-2019").splitlines()
    first = lines.index("  - Rencana aksi belum divalidasi ahli.")
    assert lines[first + 2].startswith("      3373-0001  ")
    assert [line.split()[0] for line in lines[first + 2 : first + 7]] == [
        f"3373-{number:04d}" for number in range(1, 6)
    ]
    assert lines[first + 7] == "      dan 135 lagi"
    data = invoke("lab", "next", "salatiga-2019", "--json", "--home", demo).data
    codes = next(one["codes"] for one in data["now"] if one["rule"] == "plan_validated")
    assert codes == [f"3373-{number:04d}" for number in range(1, 141)]
