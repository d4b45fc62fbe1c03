"""Texts are looked through for persons before they are recorded; what may stand says why in the history."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from importers import template
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import invoke

UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
PERSON = {
    "Kunci": "ORG-1",
    "Nama": "Budi Uji Santoso, S.E.",
    "Jabatan": "Kepala",
    "NIP": "198501012010011005",
}
INNOVATION = {"Kunci": "INO-1", "Judul": "Warung Budi Uji Santoso", "Unit": "U-1", "Akronim": "WARUNG"}
PROFILE = {
    "Kunci": "P-1",
    "Inovasi": "INO-1",
    "Tujuan": "Hubungi 0812 3456 7890",
    "Hasil": "Cepat",
    "Tautan Video": "https://youtu.be/081234567890",
}
ROWS = {"Unit": [UNIT], "Orang": [PERSON], "Inovasi": [INNOVATION], "Profil": [PROFILE]}
REMEDY = "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN"
WHY = "nama resmi, sudah diumumkan"


def book(path: Path, **rows: list[dict[str, Any]]) -> Path:
    template.write(path, rows={**ROWS, **rows}, identity={"Kode Wilayah": "33.03"})
    return path


def cells(home: Path) -> dict[str, str]:
    """All remarks beside the cells of all events."""
    store = EventStore(home / "ledger.db")
    sources = [CODEC.decode(row).source for row in store.between(1, store.head().position)]
    return {name: text for one in sources if one for name, text in one.cells.items() if "@" in name[1:]}


def test_a_person_in_a_text_is_refused_at_the_cell(home: Path, tmp_path: Path) -> None:
    done = invoke("import", book(tmp_path / "buku.xlsx"), "--home", home)
    assert done.status == 3
    assert done.err == (
        "buku.xlsx tidak dicatat: 2 kesalahan, tidak ada yang berubah.\n\n"
        "  Inovasi!C2  teks memuat nama yang terdaftar di lembar Orang, sesudah 7 huruf.\n"
        f"              {REMEDY}\n"
        "  Profil!J2  teks tampaknya memuat nomor ponsel, sesudah 8 huruf.\n"
        f"             {REMEDY}\n\n"
        "Perbaiki, lalu impor lagi berkas yang sama.\n"
    )


def test_a_text_that_may_stand_says_why_in_the_history(home: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "buku.xlsx")
    done = invoke("import", path, "--allow-text", WHY, "--home", home)
    assert done.status == 0, done.err
    named = {"file@name": "buku.xlsx"}
    assert cells(home) == {"title@allowed": WHY, "aims@allowed": WHY, **named}
    told = invoke("history", "WARUNG", "--json", "--home", home).data["entries"]
    assert [one["remarks"] for one in told] == [
        [f"Data pribadi dalam teks dibolehkan (judul): {WHY}."],
        [f"Data pribadi dalam teks dibolehkan (tujuan): {WHY}."],
    ]
    assert (
        f"Data pribadi dalam teks dibolehkan (judul): {WHY}."
        in invoke("history", "WARUNG", "--home", home).out
    )
    traced = invoke("trace", "WARUNG", "judul", "--home", home).out
    assert f"Data pribadi dalam teks dibolehkan (judul): {WHY}." in traced
    cell = invoke("trace", "WARUNG", "aims", "--json", "--home", home).data["sources"][0]["cell"]
    assert cell == "J2"


def test_what_is_recorded_is_not_asked_about_again(home: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "buku.xlsx")
    assert invoke("import", path, "--allow-text", WHY, "--home", home).status == 0
    assert invoke("import", path, "--home", home).out == "Tidak ada yang baru: 0 baru, 4 sama, 0 berbeda.\n"
    later = book(tmp_path / "buku.xlsx", Profil=[{**PROFILE, "Manfaat": "surel a.b@contoh.com"}])
    done = invoke("import", later, "--home", home)
    assert done.status == 3
    assert "teks tampaknya memuat alamat surel, sesudah 6 huruf." in done.err
    changed = book(tmp_path / "buku.xlsx", Profil=[{**PROFILE, "Tujuan": "NIK 3303011212850001"}])
    how = ("--as-correction", "salah ketik", "--yes", "--home", home)
    done = invoke("import", changed, *how)
    assert done.status == 3
    assert "teks tampaknya memuat NIK, sesudah 4 huruf." in done.err
    assert invoke("import", changed, "--allow-text", "contoh isian", *how).status == 0
    last = invoke("history", "WARUNG", "--json", "--home", home).data["entries"][-1]
    assert last["remarks"] == ["Data pribadi dalam teks dibolehkan (tujuan): contoh isian."]


def test_a_name_registered_before_is_looked_for_too(home: Path, tmp_path: Path) -> None:
    people = {"Orang": [PERSON], "Unit": [UNIT]}
    template.write(tmp_path / "orang.xlsx", rows=people, identity={"Kode Wilayah": "33.03"})
    assert invoke("import", tmp_path / "orang.xlsx", "--home", home).status == 0
    line = {"type": "innovation.design", "region": "33.03", "key": "INO-1", "title": "Kedai budi uji santoso"}
    path = tmp_path / "baris.jsonl"
    path.write_text(json.dumps({**line, "unit": "Dinuji"}) + "\n", encoding="utf-8")
    done = invoke("import", path, "--home", home)
    assert done.status == 3
    assert "#1 title  teks memuat nama yang terdaftar di lembar Orang, sesudah 6 huruf.\n" in done.err
    assert invoke("import", path, "--allow-text", WHY, "--home", home).status == 0


@pytest.fixture
def recorded(home: Path, tmp_path: Path) -> Path:
    """A workspace with one innovation without persons in its texts."""
    path = book(tmp_path / "buku.xlsx", Inovasi=[{**INNOVATION, "Judul": "Warung"}], Profil=[])
    assert invoke("import", path, "--home", home).status == 0
    return home


def test_a_correction_is_looked_through_like_a_cell(recorded: Path) -> None:
    at = invoke("history", "WARUNG", "--json", "--home", recorded).data["entries"][0]["event"]
    how = ("--reason", "salah <b>ketik</b>", "--yes", "--home", recorded)
    done = invoke("correct", str(at), "title", "Kedai Budi Uji Santoso", *how)
    assert done.status == 4
    assert "teks memuat nama yang terdaftar di lembar Orang, sesudah 6 huruf." in done.err.replace(
        "Teks", "teks"
    )
    assert REMEDY in done.err
    done = invoke("correct", str(at), "title", "Kedai Budi Uji Santoso", "--allow-text", WHY, *how)
    assert done.status == 0, done.err
    last = invoke("history", "WARUNG", "--json", "--home", recorded).data["entries"][-1]
    assert last["remarks"] == [f"Data pribadi dalam teks dibolehkan (judul): {WHY}."]
    assert last["sentence"] == (
        f'RALAT: judul pada peristiwa {at} bukan "Warung", melainkan "Kedai Budi Uji Santoso" (salah ketik).'
    )


def test_a_reason_holds_no_person(recorded: Path) -> None:
    done = invoke("void", "tidak-ada", "--reason", "kata 0812-3456-7890", "--yes", "--home", recorded)
    assert done.status == 2
    assert "eks tampaknya memuat nomor ponsel, sesudah 5 huruf." in done.err
    assert "Tulis jabatan atau unitnya." in done.err
    done = invoke("void", "tidak-ada", "--reason", "kata\x07", "--yes", "--home", recorded)
    assert done.status == 2
    assert 'eks memuat BELL (U+0007) sesudah 4 huruf, yang tidak dapat dicetak: "kata□".' in done.err


def test_the_words_of_a_date_are_kept(home: Path, tmp_path: Path) -> None:
    trial = {"Kunci": "UC-1", "Inovasi": "INO-1", "Tanggal": "1 Januari 2020 (uji coba)"}
    innovation = {**INNOVATION, "Judul": "Warung", "Tanggal": "akhir 2021"}
    path = book(tmp_path / "buku.xlsx", Inovasi=[innovation], Profil=[], **{"Uji Coba": [trial]})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    told = invoke("history", "WARUNG", "--json", "--home", home).data["entries"]
    assert [(one["occurred"], one["remarks"]) for one in told] == [
        ("2020-01-01", ['Tertulis "1 Januari 2020 (uji coba)" (tanggal).']),
        ("2021", ['Tertulis "akhir 2021" (tanggal).']),
    ]
    assert 'Tertulis "akhir 2021" (tanggal).' in invoke("history", "WARUNG", "--home", home).out
    assert told[1]["cell"] == "A2"
    how = ("--reason", "menurut berita", "--yes", "--home", home)
    assert invoke("correct", str(told[1]["event"]), "occurred", "awal 2020", *how).status == 0
    last = invoke("history", "WARUNG", "--json", "--home", home).data["entries"][-1]
    assert last["remarks"] == ['Tertulis "awal 2020" (tanggal).']


def test_words_beside_a_date_are_looked_through(home: Path, tmp_path: Path) -> None:
    innovation = {**INNOVATION, "Judul": "Warung", "Tanggal": "1 Januari 2020 (Budi Uji Santoso)"}
    done = invoke("import", book(tmp_path / "buku.xlsx", Inovasi=[innovation], Profil=[]), "--home", home)
    assert done.status == 3
    assert "  Inovasi!F2  teks memuat nama yang terdaftar di lembar Orang, sesudah 16 huruf.\n" in done.err
