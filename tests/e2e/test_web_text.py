"""Pasted text on its way: from a workbook or lines of JSON into the ledger, out of it and in again."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from importers import template
from importers.reading.plain_text import OddCharacterError, plain
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import invoke

SEED = 20261129
PROFILE = {
    "Rancang Bangun": "<p>Gudang &nbsp;obat:</p><ol><li>kartu <i>stok</i></li><li>satu pintu</li></ol>",
    "Tujuan": "Kendala:\n\uf0b7\tSatu\u200b pintu\n•\tDua\x0bbaris",
    "Hasil": "Stok <script>alert(1)</script>cocok, a<b & c>d {{ x }}",
}
PLAIN = {
    "design": "Gudang obat:\n1. kartu stok\n2. satu pintu",
    "aims": "Kendala:\n- Satu pintu\n- Dua\nbaris",
    "results": "Stok cocok, a<b & c>d {{ x }}",
}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
INNOVATION = {"Kunci": "INO-1", "Judul": "Contoh <b>tebal</b>\nsekali", "Unit": "U-1", "Akronim": "A&B <C>"}


def bodies(home: Path) -> list[Any]:
    """The bodies of all events behind those of `init`."""
    store = EventStore(home / "ledger.db")
    return [CODEC.decode(row).body for row in store.between(3, store.head().position)]


def test_a_workbook_of_web_text_gives_paragraphs_and_says_so(home: Path, tmp_path: Path) -> None:
    profile = {"Kunci": "P-1", "Inovasi": "INO-1", **PROFILE}
    path = tmp_path / "web.xlsx"
    rows = {"Unit": [UNIT], "Inovasi": [INNOVATION], "Profil": [profile]}
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    _, innovation, written = bodies(home)
    assert (innovation.title, innovation.acronym) == ("Contoh tebal sekali", "A&B <C>")
    assert {name: getattr(written, name) for name in PLAIN} == PLAIN
    notes = [one for one in done.err.splitlines() if one.strip().startswith("web.xlsx")]
    assert [" ".join(one.split()) for one in notes] == [
        "web.xlsx 3 sel berisi teks web (HTML), dibaca sebagai paragraf dan daftar biasa: Inovasi!C2,"
        " Profil!I2, Profil!L2.",
        "web.xlsx skrip, gaya, dan gambar dalam teks web tidak dibaca: Profil!L2.",
    ]


def test_many_cells_of_web_text_are_not_all_named(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "web.xlsx"
    units = [
        {**UNIT, "Kunci": f"U-{n}", "Nama": f"<b>Dinas {n}</b>", "Nama Singkat": f"D{n}"} for n in range(13)
    ]
    template.write(path, rows={"Unit": units}, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--home", home)
    named = ", ".join(f"Unit!C{n}" for n in range(2, 14))
    told = f"13 sel berisi teks web (HTML), dibaca sebagai paragraf dan daftar biasa: {named}, …."
    assert told in " ".join(done.err.split())


ESCAPED = {
    "satu_x000D_\ndua": "satu\ndua",
    "satu_x000B_dua": "satu\ndua",
    "satu_x005F_x000D_dua": "satu\ndua",
}


@pytest.mark.parametrize(("stored", "right"), ESCAPED.items())
@pytest.mark.parametrize("inline", [True, False])
def test_what_excel_writes_out_is_read_back(
    home: Path, tmp_path: Path, stored: str, right: str, inline: bool
) -> None:
    made, path = tmp_path / "dibuat.xlsx", tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        stage = book.add_worksheet("Misi")
        stage.write_row(0, 0, ["Kunci", "Dokumen Perencanaan", "Nomor Misi", "Uraian"])
        stage.write_row(1, 0, ["M-1", "RPJMD", 1, "ISI"])
    cell, part = (b"ISI", "xl/sharedStrings.xml")
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w") as copy:
        for info in source.infolist():
            data = source.read(info)
            if inline and info.filename == "xl/worksheets/sheet2.xml":
                start = data.index(b'<c r="D2"')
                end = data.index(b"</c>", start)
                data = data[:start] + b'<c r="D2" t="inlineStr"><is><t>ISI</t></is>' + data[end:]
                data = data.replace(cell, stored.encode())
            elif not inline and info.filename == part:
                data = data.replace(cell, stored.encode())
            copy.writestr(info.filename, data)
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    assert bodies(home)[0].text == right


def test_a_character_without_meaning_is_refused_at_its_cell(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "web.xlsx"
    units = [{**UNIT, "Nama": "Dinas \uf0e0 Uji"}]
    template.write(path, rows={"Unit": units}, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--home", home)
    assert done.status == 3
    assert (
        '  Unit!C2  teks memuat tanda tanpa arti baku (U+F0E0) sesudah 6 huruf: "Dinas □ Uji".\n'
        "           Ketik apa yang dimaksud tanda itu, atau hapus.\n"
    ) in done.err


LETTERS = (
    *("satu", "dua", " ", " ", "\n", "\r\n", "\u2028", "\x85", "\xa0", "\u200b", "\u200d", "\xad", "&", "<"),
    *("<p>", "</p>", "<br>", "<li>", "</li>", "<b>", "</b>", "&nbsp;", "&lt;", "•", "\uf0b7\t", "{{ x }}"),
    *("_x000D_", "é", "e\u0301", "🙂", "👩\u200d👧", "\t", '"', "\\", "\\n", "=1+1", "'", "\ufeff", "½"),
)


def texts(count: int) -> list[str]:
    """Texts by chance, of which each has something to say."""
    chance = random.Random(SEED)
    found: list[str] = []
    while len(found) < count:
        text = "".join(chance.choices(LETTERS, k=chance.randint(1, 12)))
        try:
            plain(text)
        except OddCharacterError:
            continue
        if any(one.isalpha() for one in plain(text).text):
            found.append(text)
    return found


def test_every_text_that_is_exported_can_be_imported_again(tmp_path: Path) -> None:
    written = texts(300)
    lines = [
        {
            "type": "region.record_mission",
            "region": "33.03",
            "key": f"M-{n:03d}",
            "plan": "RPJMD",
            "number": n,
        }
        | {"text": text}
        for n, text in enumerate(written, 1)
    ]
    recorded = []
    for name in ("satu", "dua", "tiga"):
        home, path = tmp_path / name, tmp_path / f"{name}.jsonl"
        done = invoke(
            "init", home, "--region", "33.03", "--operator", "Nama Operator Contoh", "--post", "Analis"
        )
        assert done.status == 0, done.err
        if name == "tiga":
            path = path.with_suffix(".xlsx")
            rows = [
                {
                    "Kunci": one["key"],
                    "Dokumen Perencanaan": one["plan"],
                    "Nomor Misi": one["number"],
                    "Uraian": one["text"],
                }
                for one in lines
            ]
            template.write(path, rows={"Misi": rows}, identity={"Kode Wilayah": "33.03"})
        else:
            said = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)
            path.write_bytes(said.encode())
        done = invoke("import", path, "--home", home)
        assert done.status == 0, done.err
        recorded.append([one.text for one in bodies(home)])
        out = tmp_path / f"{name}-semua.jsonl"
        assert invoke("export", out, "--home", home).status == 0
        events = [json.loads(one) for one in out.read_bytes().decode().split("\n") if one]
        exported = [one for one in events if one["type"] == "region.mission_recorded"]
        assert [one["body"]["text"] for one in exported] == recorded[-1]
        lines = [{**line, "text": one["body"]["text"]} for line, one in zip(lines, exported, strict=True)]
    assert recorded[0] == [plain(text).text for text in written]
    assert recorded[1] == recorded[0]
    assert recorded[2] == recorded[0]
