"""Sheets of competitions: recorded, recorded again, changed, corrected, verified later, wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from importers import template
from tests.helpers import Done, invoke
from tests.importers.competing import BASE, COMPETING, IDENTITY, KIPP, OF, Rows
from tests.properties import oracle

AGAIN = "Tidak ada yang baru: 0 baru, 16 sama, 0 berbeda.\n"


@pytest.fixture
def take(home: Path, tmp_path: Path) -> Callable[..., Done]:
    """Writes rows into a workbook and imports it."""

    def run(rows: Rows, *more: str) -> Done:
        path = tmp_path / "lomba.xlsx"
        path.unlink(missing_ok=True)
        template.write(path, rows=rows, identity=IDENTITY)
        return invoke("import", path, "--home", home, *more)

    return run


def rows(**changed: list[dict[str, Any]]) -> Rows:
    """Base and competition rows; `Klaim_IGA` stands for `Klaim IGA`."""
    named = {name.replace("_", " "): held for name, held in changed.items()}
    return copy.deepcopy({**BASE, **COMPETING, **named})


def events(home: Path, after: int = 2) -> list[tuple[str, dict[str, Any], str | None]]:
    return [
        (one.type, one.body, one.occurred)
        for one in oracle.events(home / "ledger.db")
        if one.position > after and one.stream.split("/")[1] in ("innovation", "entry", "region")
        if one.type != "innovation.designed"
    ]


def test_every_sheet_becomes_its_events(home: Path, take: Callable[..., Done]) -> None:
    done = take(rows(), "--json")
    assert done.status == 0, done.err
    assert {name: done.data["new_by_sheet"][name] for name in COMPETING} == {
        name: len(held) for name, held in COMPETING.items()
    }
    innovation, document = "3303/innovation/000001", "3303/document/000001"
    cite = {"document": document, "number": "1/2026", "date": "2026-01-05"}
    found = events(home)
    for wanted in [
        ("innovation.executors_named", {"role": "petugas loket", "count": 12}, None),
        ("innovation.developed", {"subject": "Enam pasar"}, "2024"),
        ("innovation.benefit_counted", {"basis": "people", "amount": "1234.5", "year": 2025}, None),
        (
            "innovation.creation_stage",
            {"subject": "Uji coba", "begins": "2024-05", "ends": "2024-07-12"},
            None,
        ),
        ("entry.prepared", {"award": "iga", "year": 2026, "innovation": innovation}, None),
        ("entry.level_claimed", {"indicator": "personnel", "level": 2}, None),
        ("entry.level_claimed", {"indicator": "dissemination", "level": 3}, None),
        ("entry.level_verified", {"indicator": "dissemination", "verified": 1}, None),
        ("entry.prepared", {"award": "iga", "year": 2026}, None),
        ("entry.alignment_chosen", {"category": "Kesehatan", "sdgs": [8, 16]}, None),
        ("entry.section_written", {"section": "significance", "text": "Waktu tunggu turun."}, None),
        ("entry.queue_moved", {"stage": "local_admin"}, "2023-04-24"),
        ("entry.result_announced", {"result": "finalist", "tier": "TOP 45"}, None),
        (
            "region.edition_dated",
            {"award": "kipp", "year": 2023, "milestone": "closes", "day": "2023-05-06"},
            None,
        ),
    ]:
        assert wanted in found
    claimed = next(body for kind, body, _ in found if body.get("amount") == "8.17")
    assert claimed["documents"] == [document]
    assert len([kind for kind, _, _ in found if kind == "entry.prepared"]) == 3
    later = rows(SPD=[{**COMPETING["SPD"][0], "Terverifikasi": 2}])
    assert take(later).status == 0
    assert events(home)[-1] == (
        "entry.level_verified",
        {"indicator": claimed["indicator"], "verified": 2, "cites": [cite]},
        None,
    )


def test_the_same_file_again_is_nothing_new(home: Path, take: Callable[..., Done]) -> None:
    assert take(rows()).status == 0
    before = (home / "ledger.db").read_bytes()
    assert take(rows()).out == AGAIN
    assert (home / "ledger.db").read_bytes() == before


def test_a_level_verified_later_is_a_new_fact_of_its_row(home: Path, take: Callable[..., Done]) -> None:
    assert take(rows()).status == 0
    first, second = COMPETING["Klaim IGA"]
    verified = [{**first, "Terverifikasi": 2, "Pemeriksa": "Tim penilai internal"}, second]
    done = take(rows(Klaim_IGA=verified), "--json")
    assert (done.status, done.data["new"], done.data["completed"]) == (0, 0, 1)
    assert events(home)[-1] == (
        "entry.level_verified",
        {"indicator": "personnel", "verified": 2, "verifier": "Tim penilai internal"},
        None,
    )
    assert take(rows(Klaim_IGA=verified)).out == AGAIN


CHANGED: dict[str, tuple[str, int, dict[str, Any], str, str, str]] = {
    "a count": ("Pendukung", 0, {"Jumlah": 15}, "G2", "12", "15"),
    "a claim": ("Klaim IGA", 0, {"Tingkat": 3}, "E2", "2", "3"),
    "a verified level": ("Klaim IGA", 1, {"Terverifikasi": 2}, "H3", "1", "2"),
    "a figure": ("SPD", 0, {"Angka": "9,5"}, "E2", "8.17", "9.5"),
    "a category": ("Isian KIPP", 0, {"Kategori": "Pendidikan"}, "E2", "Kesehatan", "Pendidikan"),
    "a desk": ("Antrean", 0, {"Posisi": "kementerian"}, "E2", "local_admin", "ministry"),
    "a tier": ("Hasil Lomba", 0, {"Tingkat": "TOP 99"}, "G2", "TOP 45", "TOP 99"),
    "a day": ("Jadwal", 0, {"Hari": "7 Mei 2023"}, "F2", "2023-05-06", "2023-05-07"),
}


@pytest.mark.parametrize(("sheet", "row", "change", "cell", "old", "new"), CHANGED.values(), ids=CHANGED)
def test_a_changed_cell_is_listed_and_recorded_only_as_a_correction(
    home: Path,
    take: Callable[..., Done],
    sheet: str,
    row: int,
    change: dict[str, Any],
    cell: str,
    old: str,
    new: str,
) -> None:
    assert take(rows()).status == 0
    before = (home / "ledger.db").read_bytes()
    changed = rows()
    changed[sheet][row] |= change
    done = take(changed)
    assert (done.status, done.out) == (4, "")
    assert f"  {sheet}!{cell}  " in done.err
    assert (home / "ledger.db").read_bytes() == before
    assert take(changed, "--yes", "--as-correction", "salah ketik").status == 0
    last = oracle.events(home / "ledger.db")[-1]
    assert (last.type, str(last.body["old"]), str(last.body["new"])) == ("fact.corrected", old, new)
    assert take(changed).out == AGAIN


SAID = """\
lomba.xlsx tidak dicatat: 13 kesalahan, tidak ada yang berubah.

  Pendukung!I2  Jenis pelaksana tidak memakai Tahun; yang dipakainya: Peran, Jumlah.
                Perbaiki selnya, lalu impor lagi.
  Pendukung!G3  Jenis pelaksana memerlukan isian Jumlah.
                Perbaiki selnya, lalu impor lagi.
  Pendukung!C4  "pegawai" tidak ada dalam daftar.
                Pilih dari daftar sel ini.
  Jadwal!F2  tanggal "31 April 2023" tidak ada.
             Tulis tanggal yang benar, atau cukup "April 2023" bila harinya tidak diketahui.
  Isian KIPP!D2  "semua" tidak ada dalam daftar.
                 Pilih salah satu: khusus, replikasi, umum.
  Isian KIPP!G2  "9" bukan nomor Asta Cita.
                 Tulis nomor 1 sampai 8, dipisahkan dengan titik koma.
  Naskah!E2  "Signifikan" tidak ada dalam daftar. Maksudnya "Signifikansi"?
             Tulis "Signifikansi" bila itu yang dimaksud.
  Klaim IGA!E2  "4" bukan tingkat parameter.
                Tulis 0, 1, 2, atau 3.
  Klaim IGA!D3  "15" bukan nomor indikator IGA.
                Tulis nomor 16 sampai 35, dipisahkan dengan titik koma.
  Klaim IGA!D4  "16; 17" bukan satu indikator.
                Tulis satu nomor pada setiap baris.
  Klaim IGA!H5  "tinggi" bukan bilangan bulat.
                Tulis bilangan bulat tanpa satuan.
  SPD!C2  "99z" tidak ada dalam daftar.
          Pilih salah satu: 1, 2a, 2b, 3, 4, 5a, 5b, 6, 7, 8, 9, 10a, 10b, 11a, 11b, 12, 13a, 13b, 14, 15.
  Hasil Lomba!C2  "Piala" tidak ada dalam daftar.
                  Pilih salah satu: IGA, INAGARA, KIPP, PP38.

Perbaiki, lalu impor lagi berkas yang sama.
"""
LEVEL = {"Kunci": "X-1", **OF, "Tahun": 2026, "Indikator": 17, "Tingkat": 1}


def test_wrong_cells_are_named_with_their_remedy(home: Path, take: Callable[..., Done]) -> None:
    wrong = {
        "Klaim IGA": [
            {**LEVEL, "Tingkat": 4},
            {**LEVEL, "Kunci": "X-2", "Indikator": 15},
            {**LEVEL, "Kunci": "X-3", "Indikator": "16; 17"},
            {**LEVEL, "Kunci": "X-4", "Terverifikasi": "tinggi"},
        ],
        "SPD": [{"Kunci": "X-5", "Tahun": 2026, "Baris": "99z", "Tingkat": 1}],
        "Naskah": [{"Kunci": "X-6", **KIPP, "Bagian": "Signifikan", "Isi": "x"}],
        "Isian KIPP": [
            {"Kunci": "X-7", **KIPP, "Kelompok": "semua", "Kategori": "Kesehatan", "Asta Cita": "9"}
        ],
        "Hasil Lomba": [{"Kunci": "X-8", **KIPP, "Lomba": "Piala", "Hasil": "finalis"}],
        "Pendukung": [
            {"Kunci": "X-9", **OF, "Jenis": "pelaksana", "Peran": "petugas", "Jumlah": 3, "Tahun": 2024},
            {"Kunci": "X-10", **OF, "Jenis": "pelaksana", "Peran": "petugas"},
            {"Kunci": "X-11", **OF, "Jenis": "pegawai"},
        ],
        "Jadwal": [
            {"Kunci": "X-12", "Lomba": "KIPP", "Tahun": 2023, "Tonggak": "ditutup", "Hari": "31 April 2023"}
        ],
    }
    done = take({**BASE, **wrong})
    assert (done.status, done.out, done.err) == (3, "", SAID)


def test_a_row_of_the_region_needs_its_level_or_its_figure(take: Callable[..., Done]) -> None:
    done = take({**BASE, "SPD": [{"Kunci": "S-9", "Tahun": 2026, "Baris": "2a"}]})
    assert done.status == 3
    assert done.err.splitlines()[2] == "  SPD!D2  Baris SPD memerlukan tingkat atau angkanya."


def test_a_post_without_a_level_completes_the_verification(home: Path, take: Callable[..., Done]) -> None:
    assert take(rows()).status == 0
    first, second = COMPETING["Klaim IGA"]
    assert take(rows(Klaim_IGA=[first, {**second, "Pemeriksa": "Tim"}])).status == 0
    last = oracle.events(home / "ledger.db")[-1]
    assert (last.type, last.body["field"], last.body["new"]) == ("fact.corrected", "verifier", "Tim")
    assert last.body["completes"] is True


def test_a_cell_that_the_recorded_kind_has_not_is_told_by_its_label(
    home: Path, take: Callable[..., Done]
) -> None:
    assert take(rows()).status == 0
    changed = rows()
    row = next(one for one in changed["Pendukung"] if one["Jenis"] == "pelaksana")
    row["Uraian"] = "Tim layanan"
    done = take(changed)
    assert done.status == 3
    assert "yang tercatat dari baris ini tidak punya isian Uraian." in done.err
    assert "Kosongkan selnya, atau pakai baris berjenis lain." in done.err
    del row["Uraian"]
    assert take(changed).out == AGAIN


def test_what_the_kind_of_a_row_needs_is_told_beside_its_wrong_key(take: Callable[..., Done]) -> None:
    wrong = {"Kunci": "D-9", "Inovasi": "INO-TIADA", "Jenis": "pelaksana", "Tahun": 2025}
    done = take(rows(Pendukung=[wrong]))
    assert done.status == 3
    assert [line.strip() for line in done.err.splitlines() if line.strip().startswith("Pendukung!")] == [
        "Pendukung!B2  kunci INO-TIADA tidak ada di lembar Inovasi.",
        "Pendukung!F2  Jenis pelaksana memerlukan isian Peran.",
        "Pendukung!G2  Jenis pelaksana memerlukan isian Jumlah.",
        "Pendukung!I2  Jenis pelaksana tidak memakai Tahun; yang dipakainya: Peran, Jumlah.",
    ]


def test_what_the_kind_of_a_row_needs_is_told_beside_its_unreadable_cell(take: Callable[..., Done]) -> None:
    wrong = {"Kunci": "D-9", **OF, "Jenis": "pelaksana", "Jumlah": "banyak sekali", "Tahun": 2025}
    done = take(rows(Pendukung=[wrong]))
    assert done.status == 3
    assert [line.strip() for line in done.err.splitlines() if line.strip().startswith("Pendukung!")] == [
        "Pendukung!F2  Jenis pelaksana memerlukan isian Peran.",
        'Pendukung!G2  "banyak sekali" bukan bilangan bulat.',
        "Pendukung!I2  Jenis pelaksana tidak memakai Tahun; yang dipakainya: Peran, Jumlah.",
    ]
