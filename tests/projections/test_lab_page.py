"""The facilitator's page of a lab: what stands beside its stages, each part under its heading."""

from __future__ import annotations

from pathlib import Path

from commands.show.lab_course_text import signer
from projections.queries.detail_types import Signature
from tests.helpers import invoke

ABOUT = """\
purbalingga-2022  Lab Purbalingga 2022
  Putaran          –
  Dibuka           –
  Ditutup          31 Mei 2023 (pameran batal)
  Cara pencatatan  rekonstruksi
  Tema             –
  Unit LAN         belum tercatat
  Misi             –
  Peserta          1 OPD
"""
COURSE = """
Persiapan
  Permohonan pendampingan, –: penyusunan inovasi; Pusat LAN; Kepala Dinas Perdagangan
  Permohonan pendampingan, Agustus 2022: belum tahu
  Penetapan tim: SK 188.4/1, –, Tim Laboratorium Inovasi
    penanda tangan: Kepala Dinas Perdagangan
  Tim: ketua Kepala Dinas Perdagangan
  Survei kesiapan: 1 unit, 1 jawaban

Jeda
  sejak 24 November 2022, dilanjutkan 1 Desember 2022: anggaran dialihkan
  sejak 21 Desember 2022, dilanjutkan 27 Desember 2022: alasannya tidak diketahui

Lokakarya
  2 November 2022, diagnose, Dindag

Acara
  –, peluncuran, Purbalingga Expo, 2 inovasi
  –, pameran, Pameran Inovasi
  –, peluncuran, Peluncuran Susulan, 1 inovasi

Unit
  1 unit ikut, 1 di antaranya membawa ide atau inovasi
  1 unit hadir pada lokakarya

Aturan proses yang dikesampingkan
  perjanjian kinerja sebelum peluncuran: perjanjian menyusul
  tim sebelum tahap pertama: Tim Laboratorium Inovasi

Evaluasi program
  Mei 2023: 4 inovasi diluncurkan

Masih terbuka
  2 ide belum dirancang dan belum berakhir
"""
PAUSES = """
        24 Nov 2022  Lab dijeda: anggaran dialihkan.
                     dokumen: Tim Laboratorium Inovasi
                     └ purbalingga-2022 · peristiwa 72 · dicatat 5 Jun 2023 · Analis
                       dijeda: tidak → ya
                       tanggal dijeda: – → 24 November 2022
                       alasan jeda: – → anggaran dialihkan.
         1 Des 2022  Lab dilanjutkan.
                     └ purbalingga-2022 · peristiwa 73 · dicatat 5 Jun 2023 · Analis
                       dijeda: ya → tidak
                       tanggal dilanjutkan: – → 1 Desember 2022
"""


def shown(home: Path, *words: str) -> str:
    done = invoke(*words, "--home", home)
    assert (done.status, done.err) == (0, "")
    return done.out


def test_the_page_of_a_lab(life: Path) -> None:
    text = shown(life, "lab", "show", "purbalingga-2022")
    assert text.startswith(ABOUT)
    assert COURSE in text


def test_a_pause_is_told_in_the_history_and_replayed(life: Path) -> None:
    assert PAUSES in shown(life, "replay", "purbalingga-2022")
    history = shown(life, "history", "purbalingga-2022")
    assert history.startswith("purbalingga-2022  Lab Purbalingga 2022\n           Agu 2022  Pendampingan")
    assert (
        "         2 Nov 2022  Lokakarya tahap diagnose.\n                     unit hadir: Dindag\n"
        "                     └ purbalingga-2022" in history
    )


def test_the_day_decides_whether_a_lab_is_paused(life: Path) -> None:
    def pauses(day: str) -> list[tuple[str, bool, str | None]]:
        found = invoke("lab", "show", "purbalingga-2022", "--as-of", day, "--json", "--home", life).data
        return [(one["paused_on"], one["resumed"], one["resumed_on"]) for one in found["pauses"]]

    assert pauses("2022-11-23") == []
    assert pauses("2022-11-30") == [("2022-11-24", False, None)]
    assert pauses("2022-12-01") == [("2022-11-24", True, "2022-12-01")]
    text = shown(life, "lab", "show", "purbalingga-2022", "--as-of", "2022-11-30")
    assert "  sejak 24 November 2022, belum dilanjutkan: anggaran dialihkan\n" in text
    assert "  Ditutup          belum; sedang dijeda\n" in text


def test_a_signer_stands_in_the_capacity_of_the_day() -> None:
    def said(capacity: str | None, representing: str | None = None) -> str:
        one = Signature(role="signer", post="Sekretaris Daerah", capacity=capacity, representing=representing)
        return signer(one)

    assert said(None) == said("definitive") == "Sekretaris Daerah"
    assert said("acting_plt") == "Plt. Sekretaris Daerah"
    assert said("on_behalf", "Bupati Purbalingga") == "a.n. Bupati Purbalingga, Sekretaris Daerah"
    assert said("on_behalf") == "a.n. …, Sekretaris Daerah"
    assert said(None, "seluruh OPD") == "Sekretaris Daerah (hanya mewakili seluruh OPD)"
