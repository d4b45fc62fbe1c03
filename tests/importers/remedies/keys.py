"""Keys: twice in a file, used for something else before, of nothing, in a circle, malformed."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

from tests.helpers import invoke
from tests.importers.remedies.case import (
    IDEA,
    OF,
    RECORDED,
    Case,
    Told,
    Way,
    add,
    book,
    change,
    edit,
    put,
    type_after,
)

NEW = {"Judul Baru": "Baru", "Alasan": "lebih fokus"}
PERSON = {"Kunci": "ORG-7", "Nama": "Wati Sri Rahayu", "Jabatan": "Analis"}
AWARD = {"Kunci": "A-7", "Judul": "Terbaik"}
FILLER = edit(put(Identitas_B3="Dinas Uji"))


def a_line(folder: Path) -> Path:
    return written(folder / "baris.jsonl", "U-1")


def written(path: Path, key: str) -> Path:
    line = {"type": "unit.register", "region": "33.03", "key": key, "kind": "opd", "name": "Badan Arsip"}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def voided(told: Told) -> None:
    """Does word for word what the remedy says; what goes is shown first, and asked about."""
    found = re.search(r"jejak (void \S+ --reason \w+)", told.remedy)
    assert found, told.remedy
    command = (*shlex.split(found.group(1)), "--home", told.home)
    asked = invoke(*command)
    assert (asked.status, asked.err.splitlines()[-1]) == (
        4,
        "Belum ada yang dicatat. Untuk mencatat: perintah yang sama dengan --yes.",
    )
    done = invoke(*command, "--yes")
    assert done.status == 0, done.err


def dangling(
    name: str, sheet: str, row: dict[str, Any], at: str, key: str, more: dict[str, Any], right: Any
) -> Case:
    """A reference to nothing: mended to a key that is there, or its row added on the sheet that is named."""
    place = f"{sheet}_{at}".replace(" ", "_")

    def added(told: Told) -> None:
        named = told.what.rpartition(" lembar ")[2].rstrip(".").split(" / ")[0]
        change(told.path, add(named, **more))

    ways = [Way("added", added, right)]
    if key:
        ways.append(Way("mended", edit(put(**{place: key})), right))
    return Case(name, book({sheet: [row]}), f"{sheet}!{at}", tuple(ways))


TWICE = [
    Case(
        "a key twice in a sheet",
        book({"Ide": [IDEA, {**IDEA, "Judul": "Kedua"}]}),
        "Ide!A3",
        (Way("its own", edit(put(Ide_A3="IDE-8")), {"idea.proposed": {"title": "Kedua"}}),),
    ),
    Case(
        "the key of another unit",
        book({"Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": "Badan Arsip", "Nama Singkat": "Barsip"}]}),
        "Unit!A2",
        (
            Way("another key", edit(put(Unit_A2="U-9")), {"unit.registered": {"name": "Badan Arsip"}}),
            Way(
                "another name",
                edit(
                    lambda opened: opened["Unit"].delete_rows(2),
                    add(
                        "Perubahan Unit",
                        Kunci="PU-9",
                        Unit="U-1",
                        Perubahan="ganti nama",
                        Nama_Baru="Badan Arsip",
                    ),
                ),
                {"unit.renamed": {"name": "Badan Arsip"}},
            ),
            Way("filler", FILLER, {"unit.registered": {"name": "Badan Arsip"}}),
        ),
    ),
    Case(
        "the key of another innovation",
        book({"Inovasi": [{"Kunci": "INO-1", "Judul": "Loket Keliling", "Unit": "U-2"}]}),
        "Inovasi!A2",
        (
            Way(
                "another key",
                edit(put(Inovasi_A2="INO-9")),
                {"innovation.designed": {"title": "Loket Keliling"}},
            ),
            Way(
                "another name",
                edit(
                    lambda opened: opened["Inovasi"].delete_rows(2),
                    add(
                        "Ganti Nama",
                        Kunci="GN-1",
                        Inovasi="INO-1",
                        Judul_Baru="Loket Keliling",
                        Alasan="baru",
                    ),
                ),
                {"innovation.renamed": {"title": "Loket Keliling"}},
            ),
            Way("filler", FILLER, {"innovation.designed": {"title": "Loket Keliling"}}),
        ),
    ),
    Case(
        "the key of another idea",
        book({"Ide": [{**IDEA, "Kunci": "IDE-1"}]}),
        "Ide!A2",
        (
            Way("another key", edit(put(Ide_A2="IDE-9")), {"idea.proposed": {"title": "Loket"}}),
            Way("filler", FILLER, {"idea.proposed": {"title": "Loket"}}),
        ),
    ),
    Case(
        "the key of another note",
        book(
            {
                "Inovasi": [{"Kunci": "INO-2", "Judul": "Loket", "Unit": "U-2"}],
                "Keterangan": [{"Kunci": "K-1", "Inovasi": "INO-2", "Judul Isian": "Skor", "Isi": "9"}],
            }
        ),
        "Keterangan!A2",
        (
            Way("another key", edit(put(Keterangan_A2="K-9")), {"innovation.noted": {"remark": "9"}}),
            Way("voided", voided, {"innovation.noted": {"remark": "9"}}),
            Way("filler", FILLER, {"innovation.noted": {"remark": "9"}}),
        ),
    ),
    Case(
        "the key of another person",
        book({"Orang": [{**PERSON, "Kunci": "ORG-1"}]}),
        "Orang!A2",
        (
            Way("another key", edit(put(Orang_A2="ORG-9")), {"person.registered": {"post": "Analis"}}),
            Way("filler", FILLER, {"person.registered": {"post": "Analis"}}),
        ),
    ),
    Case(
        "the key of another unit in a line",
        a_line,
        "#1 key",
        (
            Way(
                "another key",
                lambda told: written(told.path, "U-9"),
                {"unit.registered": {"name": "Badan Arsip"}},
            ),
        ),
    ),
]
REFERENCES = [
    dangling(
        "an innovation that is not there",
        "Uji Coba",
        {"Kunci": "UC-1", "Inovasi": "INO-9", "Tempat": "Pasar"},
        "B2",
        "INO-1",
        {"Kunci": "INO-9", "Judul": "Loket", "Unit": "U-2"},
        {"innovation.trialled": {"place": "Pasar"}},
    ),
    Case(
        "a slip of an innovation",
        book({"Uji Coba": [{"Kunci": "T-1", "Inovasi": "Simpel Pasr", "Tempat": "Pasar"}]}),
        "Uji Coba!B2",
        (
            Way(
                "mended",
                edit(put(Uji_Coba_B2="Simpel Pasar")),
                {"innovation.trialled": {"place": "Pasar"}},
            ),
        ),
    ),
    dangling(
        "an idea that is not there",
        "Penggabungan",
        {"Kunci": "G-1", "Ide Sumber": "IDE-1; IDE-9", **NEW},
        "B2",
        "IDE-1; IDE-2",
        {**{name.replace(" ", "_"): value for name, value in IDEA.items()}, "Kunci": "IDE-9"},
        {"idea.made_by_merge": {"title": "Baru"}},
    ),
    dangling(
        "a part of a split that is not there",
        "Inovasi",
        {"Kunci": "INO-7", "Ide": "P-1#2", "Judul": "Loket", "Unit": "U-1"},
        "B2",
        "IDE-1",
        {"Kunci": "P-1", "Ide_Asal": "IDE-1", "Judul_Baru": "Satu; Dua", "Alasan": "dua hal"},
        {"innovation.designed": {"title": "Loket"}},
    ),
    dangling(
        "a ceremony that is not there",
        "Peluncuran",
        {"Kunci": "L-1", **OF, "Acara": "ACR-9"},
        "C2",
        "",
        {"Kunci": "ACR-9", "Jenis": "peluncuran", "Nama": "Pekan Inovasi"},
        {"innovation.launched": {}},
    ),
    dangling(
        "a mission that is not there",
        "Lab",
        {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi", "Selaras Misi": "MISI-9"},
        "I2",
        "",
        {"Kunci": "MISI-9", "Dokumen_Perencanaan": "RPJMD", "Nomor_Misi": 2},
        {"fact.corrected": {"new": ["RPJMD #2"]}},
    ),
    dangling(
        "an evidence that is not there",
        "Bukti",
        {"Kunci": "B-1", **OF, "Jenis": "SK", "Perihal": "Baru", "Menggantikan": "B-9"},
        "N2",
        "",
        {"Kunci": "B-9", **OF, "Jenis": "SK", "Perihal": "Lama"},
        {"innovation.evidence_superseded": {}},
    ),
    dangling(
        "a person that is not there",
        "Penghargaan",
        {**AWARD, "Penerima": "orang", "Orang": "ORG-9"},
        "I2",
        "ORG-1",
        {"Kunci": "ORG-9", "Nama": "Wati Sri Rahayu", "Jabatan": "Analis"},
        {"award.given": {"title": "Terbaik"}},
    ),
    dangling(
        "a document that is not there",
        "Penghargaan",
        {**AWARD, "Penerima": "inovasi", **OF, "Dokumen": "D-9"},
        "J2",
        "D-1",
        {"Kunci": "D-9", "Jenis": "SK", "Perihal": "Juara"},
        {"award.given": {"title": "Terbaik"}},
    ),
    dangling(
        "an agreement that is not there",
        "Penanda Tangan",
        {"Kunci": "PT-1", "Perjanjian": "PJ-9", "Orang": "ORG-1", "Peran": "pihak pertama"},
        "B2",
        "",
        {"Kunci": "PJ-9", "Jenis": "komitmen", "Judul": "Komitmen"},
        {"agreement.signature_recorded": {}},
    ),
    Case(
        "a circle",
        book(
            {
                "Penggabungan": [
                    {"Kunci": "G-1", "Ide Sumber": "G-1; IDE-1", **NEW},
                ]
            }
        ),
        "Penggabungan!A2",
        (
            Way(
                "mended", edit(put(Penggabungan_B2="IDE-1; IDE-2")), {"idea.made_by_merge": {"title": "Baru"}}
            ),
        ),
    ),
]
MALFORMED = [
    Case(
        "a slash in a key",
        book({"Ide": [{**IDEA, "Kunci": "IDE/7"}]}),
        "Ide!A2",
        (
            Way("the example", type_after("Ide_A2", "misalnya "), {"idea.proposed": {"title": "Loket"}}),
            Way("another", edit(put(Ide_A2="IDE-7")), {"idea.proposed": {"title": "Loket"}}),
        ),
    ),
    Case(
        "a person in a key",
        book({"Orang": [{**PERSON, "Kunci": "198501012010011005"}]}),
        "Orang!A2",
        (Way("the example", type_after("Orang_A2", "misalnya "), {"person.registered": {"post": "Analis"}}),),
    ),
]
CORRECTED = [
    Case(
        "a correction that breaks what is recorded",
        book({"Penghargaan": [{**RECORDED["Penghargaan"][0], "Penerima": "unit"}]}),
        "buku.xlsx",
        (Way("taken back", edit(put(Penghargaan_F2="inovasi"))),),
        {"correction": "salah ketik"},
    ),
    Case(
        "a field that no correction reaches",
        book({"Perubahan Unit": [{**RECORDED["Perubahan Unit"][0], "Perubahan": "ditutup"}]}),
        "Perubahan Unit!C2",
        (Way("voided", voided, {"unit.closed": {}}),),
        {"correction": "salah ketik"},
    ),
]
CASES = [*TWICE, *REFERENCES, *MALFORMED, *CORRECTED]
