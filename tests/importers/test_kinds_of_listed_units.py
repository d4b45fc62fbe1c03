"""The kind of a listed unit is guessed by the data of the kinds, then by what names begin with."""

from __future__ import annotations

import pytest

from importers.flat_list.words import unit_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("UPT Pasar", "upt"),
        ("UPTD Metrologi Legal", "upt"),
        ("UPTB Pendapatan", "upt"),
        ("Unit Pelaksana Teknis Daerah Pengujian Kendaraan", "upt"),
        ("UPT Puskesmas Kutasari", "puskesmas"),
        ("UPTD SMP Negeri 2", "sekolah"),
        ("UPTD RSUD Contoh", "rsud"),
        ("Universitas Contoh", "universitas"),
        ("Perguruan Tinggi Contoh", "universitas"),
        ("Sekretariat DPRD", "sekretariat"),
        ("Gampong Contoh", "desa"),
        ("Distrik Contoh", "kecamatan"),
        ("Dinas Pendidikan", "opd"),
        ("Bagian Organisasi Setda", "bagian"),
        ("PDAM Tirta Contoh", "bumd"),
        ("Komunitas Contoh", "other"),
        ("PD Contoh", None),
        ("Contoh", None),
    ],
)
def test_a_name_says_its_kind(name: str, kind: str | None) -> None:
    assert unit_kind(name) == kind
