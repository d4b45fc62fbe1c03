"""Keys of rows: what they name, when two offices number alike, and when a row is about something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from importers import template
from importers.recording.identity import similar
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import Done, invoke, moved

Rows = Mapping[str, list[dict[str, Any]]]
Take = Callable[..., Done]
OF_UNIT = (
    "Beri baris ini kunci lain. Bila unit itu berganti nama, tulis di lembar Perubahan Unit;"
    " bila dua kantor menomori dengan cara yang sama, isi Pengisi di lembar Identitas.\n"
)
OF_INNOVATION = (
    "Beri baris ini kunci lain. Bila inovasi itu berganti nama, tulis di lembar Ganti Nama;"
    " bila dua kantor menomori dengan cara yang sama, isi Pengisi di lembar Identitas.\n"
)
OF_OTHERS = (
    "Beri baris ini kunci lain. Bila dua kantor menomori dengan cara yang sama, isi Pengisi di lembar"
    " Identitas.\n"
)


def office(name: str, title: str, goal: str = "Tujuan") -> Rows:
    """What an office hands in that numbers from one."""
    return {
        "Unit": [{"Kunci": "U1", "Jenis": "OPD", "Nama": name, "Nama Singkat": name}],
        "Inovasi": [{"Kunci": "INO-001", "Judul": title, "Unit": name, "Tanggal": "2022"}],
        "Profil": [{"Kunci": "P1", "Inovasi": "INO-001", "Tujuan": goal}],
    }


A, B = office("Dinas A", "Aplikasi Parkir"), office("Dinas B", "Posyandu Malam")


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, home: Path) -> Path:
    """A workspace on either database."""
    return moved(home, request.getfixturevalue("postgres")) if request.param == "postgres" else home


@pytest.fixture
def take(home: Path, tmp_path: Path) -> Take:
    """Imports rows; `filler` fills in the office whose keys they are."""

    def run(rows: Rows, *more: str, filler: str = "", name: str = "buku.xlsx", lab: str = "") -> Done:
        path = tmp_path / name
        identity = {"Kode Wilayah": "33.03", "Lab": lab, "Pengisi": filler}
        template.write(path, rows=rows, identity=identity)
        return invoke("import", path, "--home", home, *more)

    return run


def titles(home: Path) -> list[tuple[str, str, str]]:
    found = invoke("catalogue", "list", "--json", "--home", home).data["items"]
    return [(one["code"], one["title"], one["unit"]) for one in found]


def test_another_offices_row_under_a_known_key_is_never_offered_as_a_correction(
    place: Path, take: Take
) -> None:
    assert take(A, name="a.xlsx").status == 0
    before = titles(place)
    for more in ((), ("--yes", "--as-correction", "salah ketik")):
        done = take(B, *more, name="b.xlsx")
        assert (done.status, done.out) == (3, "")
        assert done.err == (
            "b.xlsx tidak dicatat: 2 kesalahan, tidak ada yang berubah.\n\n"
            '  Unit!A2  kunci U1 dipakai dua kali: sudah berarti "Dinas A", di sini "Dinas B".\n'
            f"           {OF_UNIT}"
            "  Inovasi!A2  kunci INO-001 dipakai dua kali: sudah berarti"
            ' "Aplikasi Parkir", di sini "Posyandu Malam".\n'
            f"              {OF_INNOVATION}"
            "\nPerbaiki, lalu impor lagi berkas yang sama.\n"
        )
        assert titles(place) == before


def test_offices_that_name_themselves_never_meet(place: Path, take: Take) -> None:
    for rows, filler in ((A, "Dinas A"), (B, "Dinas B")):
        assert take(rows, filler=filler, name=f"{filler}.xlsx").status == 0
    assert titles(place) == [
        ("3303-0001", "Aplikasi Parkir", "Dinas A"),
        ("3303-0002", "Posyandu Malam", "Dinas B"),
    ]
    for rows, filler in ((A, "dinas  a"), (B, "DINAS B")):
        done = take(rows, filler=filler, name=f"{filler}.xlsx")
        assert done.out == "Tidak ada yang baru: 0 baru, 3 sama, 0 berbeda.\n"


def test_the_remedy_of_two_offices_works(take: Take, home: Path) -> None:
    """The first was recorded before anybody knew of the second."""
    assert take(A, name="a.xlsx").status == 0
    assert take(B, name="b.xlsx").status == 3
    assert take(B, filler="Dinas B", name="b.xlsx").status == 0
    # Naming the filler later makes no second innovation of the first.
    done = take(A, filler="Dinas A", name="a.xlsx")
    assert done.out == "Tidak ada yang baru: 0 baru, 3 sama, 0 berbeda.\n"
    assert [title for _code, title, _unit in titles(home)] == ["Aplikasi Parkir", "Posyandu Malam"]


def test_a_filler_refers_to_its_own_row_before_that_of_all(take: Take, home: Path) -> None:
    assert take(A, name="a.xlsx").status == 0
    assert take(B, filler="Dinas B", name="b.xlsx").status == 0
    launch = {"Peluncuran": [{"Kunci": "L-1", "Inovasi": "INO-001", "Tanggal": "2022-12-15"}]}
    assert take(launch, filler="Dinas B", name="b2.xlsx").status == 0
    store = EventStore(home / "ledger.db")
    last = store.at(store.head().position)
    assert last
    assert (last.stream, last.topic) == ("3303/innovation/000002", "innovation.launched/1")
    source = CODEC.decode(last).source
    assert source
    assert (source.scope, source.key) == ("3303@dinas b", "L-1")


def test_a_key_that_says_its_scope_means_that_row(take: Take, home: Path) -> None:
    assert take(A, name="a.xlsx").status == 0
    assert take(B, filler="Dinas B", name="b.xlsx").status == 0
    both = {
        "Inovasi": [
            {"Kunci": "3303/INO-001", "Judul": "Aplikasi Parkir", "Unit": "Dinas A", "Tanggal": "2022"},
            {
                "Kunci": "3303@dinas b/INO-001",
                "Judul": "Posyandu Malam",
                "Unit": "Dinas B",
                "Tanggal": "2022",
            },
        ],
        "Penerapan": [{"Kunci": "T-1", "Inovasi": "3303@dinas b/INO-001", "Tanggal": "2023-01-02"}],
    }
    done = take(both, name="keduanya.xlsx")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Tercatat: 1 Penerapan (posisi 9–9)")
    assert EventStore(home / "ledger.db").streams_between(8, 9) == ["3303/innovation/000002"]


@pytest.mark.parametrize("key", ["INO/1", "3304/INO-001", "3303/unit/INO-001", "3303/", "/INO-001"])
def test_any_other_slash_in_a_key_is_refused(take: Take, key: str) -> None:
    done = take({**A, "Profil": [], "Inovasi": [{**A["Inovasi"][0], "Kunci": key}]})
    assert done.status == 3
    assert "  Inovasi!A2  kunci tidak boleh memuat garis miring.\n" in done.err


def test_a_second_lab_that_numbers_from_one_is_told_so(take: Take) -> None:
    lab = {"Nama": "Lab", "Cara Pencatatan": "rekonstruksi"}
    first = {
        "Unit": [{"Kunci": "UNIT-001", "Jenis": "OPD", "Nama": "Dinas Kesehatan"}],
        "Orang": [{"Kunci": "ORG-1", "Nama": "Nama Contoh Satu", "Jabatan": "Kepala"}],
        "Dokumen": [{"Kunci": "DOK-001", "Jenis": "SK", "Nomor": "SK Tim 2019", "Perihal": "Tim pertama"}],
        "Lab": [{"Kunci": "l-1", **lab}],
    }
    second = {
        "Unit": [{"Kunci": "UNIT-001", "Jenis": "OPD", "Nama": "Dinas Pendidikan"}],
        "Orang": [{"Kunci": "ORG-1", "Nama": "Seseorang Yang Berbeda", "Jabatan": "Kepala"}],
        "Dokumen": [{"Kunci": "DOK-001", "Jenis": "SK", "Nomor": "SK Tim 2021", "Perihal": "Pelaksana"}],
        "Lab": [{"Kunci": "l-2", **lab}],
        "Peserta": [{"Kunci": "PST-001", "Unit": "UNIT-001"}],
    }
    assert take(first, lab="l-1").status == 0
    done = take(second, lab="l-2")
    assert done.status == 3
    assert [line for line in done.err.split("\n") if "dipakai dua kali" in line] == [
        '  Unit!A2  kunci UNIT-001 dipakai dua kali: sudah berarti "Dinas Kesehatan",'
        ' di sini "Dinas Pendidikan".',
        "  Orang!A2  kunci ORG-1 dipakai dua kali: sudah berarti orang lain.",
        '  Dokumen!A2  kunci DOK-001 dipakai dua kali: sudah berarti "SK Tim 2019", di sini "SK Tim 2021".',
    ]
    assert f"              {OF_OTHERS}" in done.err
    assert "Seseorang" not in done.err
    assert take(second, lab="l-2", filler="Lab kedua").status == 0


def test_a_line_with_a_known_key_of_another_unit(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "unit.jsonl"
    line = '{{"type": "unit.register", "region": "33.03", "key": "U1", "kind": "opd", "name": "{}"}}\n'
    path.write_text(line.format("Dinas A"))
    assert invoke("import", path, "--home", home).status == 0
    path.write_text(line.format("Dinas B"))
    done = invoke("import", path, "--home", home)
    assert done.status == 3
    assert "Beri baris ini kunci lain, lalu impor lagi berkas yang sama.\n" in done.err


@pytest.mark.parametrize(
    ("one", "other", "whole", "same"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatn", True, True),
        ("Dinas Kesehatan", "dinas  KESEHATAN", True, True),
        ("Dinas Kesehatan", "Dinas Pendidikan", True, False),
        ("SMPN 1 Banjar", "SMPN 2 Banjar", True, False),
        ("Kecamatan Martapura Kota", "Kecamatan Martapura Timur", True, False),
        ("Aplikasi Parkir", "Posyandu Malam", False, False),
        ("Aplikasi Parkir", "Aplikasi Pasar Raya", False, False),
        ("Antar Obat ke Rumah", "Antar Obat sampai ke Rumah", False, True),
        ("Inovasi 1", "Inovasi 2", False, False),
        ("", "Inovasi", False, False),
    ],
)
def test_when_two_names_are_one(one: str, other: str, *, whole: bool, same: bool) -> None:
    assert similar(one, other, whole=whole) is same
    assert similar(other, one, whole=whole) is same


def test_corrections_are_shown_one_by_one_before_they_are_recorded(take: Take, home: Path) -> None:
    assert take(A).status == 0
    changed = {**A, "Inovasi": [{**A["Inovasi"][0], "Judul": "Aplikasi Parkir Kota"}]}
    shown = (
        "buku.xlsx: 1 sel akan diralat.\n\n"
        '  Inovasi!C2  Judul tercatat "Aplikasi Parkir", kini "Aplikasi Parkir Kota".\n\n'
        "Belum ada yang dicatat. Untuk mencatat: perintah yang sama dengan --yes.\n"
    )
    done = take(changed, "--as-correction", "salah ketik")
    assert (done.status, done.out, done.err) == (4, "", shown)
    assert [title for _code, title, _unit in titles(home)] == ["Aplikasi Parkir"]
    assert take(changed, "--as-correction", "salah ketik", "--yes").status == 0
    assert [title for _code, title, _unit in titles(home)] == ["Aplikasi Parkir Kota"]


def test_the_same_title_under_another_key_is_told(place: Path, take: Take) -> None:
    assert take(A).status == 0
    assert titles(place) == [("3303-0001", "Aplikasi Parkir", "Dinas A")]
    again = {"Inovasi": [{**A["Inovasi"][0], "Kunci": "INO-9", "Judul": "APLIKASI  parkir"}]}
    done = take(again, name="lain.xlsx")
    assert done.status == 0
    assert done.err == (
        '  Inovasi!C2  "APLIKASI parkir" sudah tercatat sebagai 3303-0001: inovasi lain dengan'
        " judul yang sama.\n"
        "              Bila itu inovasi yang sama, batalkan impor ini dan tulis kodenya, 3303-0001.\n"
    )
    assert take(again, name="lain.xlsx").err == ""


def test_a_vanished_row_is_told_and_stays_recorded(place: Path, take: Take) -> None:
    second = {**A["Inovasi"][0], "Kunci": "INO-002", "Judul": "Parkir Malam"}
    assert take({**A, "Inovasi": [*A["Inovasi"], second]}).status == 0
    done = take(A)
    action = EventStore(place / "ledger.db").at(5) if (place / "ledger.db").exists() else None
    assert done.status == 0
    assert done.out == "Tidak ada yang baru: 0 baru, 3 sama, 0 berbeda.\n"
    told, remedy, rest = done.err.split("\n")
    assert told == (
        '  Inovasi  "Parkir Malam" (3303-0002, kunci INO-002)'
        " tidak ada lagi dalam berkas, tetapi tetap tercatat."
    )
    assert rest == ""
    if action:
        assert remedy == (
            "           Bila berakhir, catat akhirnya; bila sejak semula tidak benar:"
            f" jejak void {CODEC.decode(action).action} --reason ALASAN"
        )
    # Told before a question about differences too; what is no thing of its own is told by its key.
    changed = {**A, "Inovasi": [{**A["Inovasi"][0], "Judul": "Aplikasi Parkir Kota"}]}
    assert told in take(changed).err
    # A file of its own that happens to share a unit is no later state of the other.
    other = {"Unit": A["Unit"], "Inovasi": [{**second, "Kunci": "INO-003", "Judul": "Parkir Gratis"}]}
    assert take(other, name="lain.xlsx").err == ""
    void = remedy.split("jejak void ")[1].split(" ")[0]
    assert invoke("void", void, "--reason", "keliru", "--yes", "--home", place).status == 0
    assert take(A).err == ""


def test_a_filler_takes_part_under_a_key_of_another(take: Take, home: Path) -> None:
    """A participant is known by its unit alone."""
    lab = {"Lab": [{"Kunci": "l-1", "Nama": "Lab", "Cara Pencatatan": "rekonstruksi"}]}
    joined = {"Peserta": [{"Kunci": "P-1", "Unit": "Dinas A"}]}
    assert take({**lab, "Unit": A["Unit"], **joined}, lab="l-1").status == 0
    other = {"Unit": B["Unit"], "Peserta": [{"Kunci": "P-1", "Unit": "Dinas B"}]}
    done = take(other, lab="l-1", filler="Dinas B", name="b.xlsx")
    assert done.status == 0, done.err
    assert done.out.startswith("Tercatat: 1 Unit, 1 Peserta")
    done = take({"Unit": A["Unit"], **joined}, lab="l-1", filler="Dinas A", name="a.xlsx")
    assert done.out == "Tidak ada yang baru: 0 baru, 2 sama, 0 berbeda.\n"


def test_a_vanished_row_about_something_is_told_by_its_key(take: Take) -> None:
    second = {**A["Profil"][0], "Kunci": "P2", "Tanggal": "2023"}
    assert take({**A, "Profil": [*A["Profil"], second]}).status == 0
    told = "  Profil  baris P2 (3303-0001) tidak ada lagi dalam berkas; baris itu tetap tercatat.\n"
    assert told in take(A).err
