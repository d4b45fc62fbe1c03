"""entry prepare, claim, verify, choose, write, move, result, list: what is sent to a competition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from schemas import loader
from tests.helpers import Done, invoke
from tests.properties import oracle

PASAR = "SIMPEL PASAR"
KIPP = ("--year", "2023", "--group", "umum")


def entry(home: Path, verb: str, *words: str) -> Done:
    return invoke("entry", verb, *words, "--home", home)


def events(home: Path, count: int) -> list[tuple[str, dict[str, Any], str | None]]:
    """The last events as type, body and date."""
    return [(one.type, one.body, one.occurred) for one in oracle.events(home / "ledger.db")[-count:]]


def listed(home: Path, *words: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = entry(home, "list", "--json", *words).data["items"]
    return items


def test_the_first_word_begins_the_entry(own_life: Path) -> None:
    words = ("SIMPEL", "--indicator", "16", "--level", "3", "--year", "2026")
    done = entry(own_life, "claim", *words, "--note", "coba", "--json")
    assert done.status == 0, done.err
    assert {name: done.data[name] for name in ("code", "award", "year", "group", "dry_run")} == {
        "code": "3303-0001",
        "award": "iga",
        "year": 2026,
        "group": None,
        "dry_run": False,
    }
    assert len(done.data["events"]) == 2
    innovation = "3303/innovation/000001"
    assert events(own_life, 2) == [
        ("entry.prepared", {"award": "iga", "year": 2026, "innovation": innovation}, None),
        ("entry.level_claimed", {"indicator": "regulation", "level": 3, "note": "coba"}, None),
    ]
    assert listed(own_life) == [
        {
            "edition": "IGA 2026",
            "award": "iga",
            "year": 2026,
            "group": None,
            "queue": None,
            "result": None,
            "code": "3303-0001",
            "title": "Retribusi, Izin, dan Denah Pasar",
            "claims": 1,
            "verified": 0,
            "issued": None,
        }
    ]


def test_every_verb_writes_its_event(own_demo: Path, tmp_path: Path) -> None:
    text = tmp_path / "naskah.txt"
    text.write_text("\ufeffWaktu tunggu turun.\n", encoding="utf-8")
    said = [
        ("prepare", ("--award", "pp38", "--year", "2017")),
        ("claim", ("--indicator", "usefulness", "--level", "2", "--basis", "people", "--year", "2026")),
        ("verify", ("--indicator", "16", "--level", "1", "--verifier", "Tim", "--year", "2026")),
        ("choose", (*KIPP, "--category", "Kesehatan", "--sdg", "8", "--sdg", "16", "--asta-cita", "3")),
        ("write", (*KIPP, "--section", "significance", "--file", str(text))),
        ("move", (*KIPP, "--to", "ministry", "--note", "lengkap")),
        (
            "result",
            (*KIPP, "--award", "KIPP", "--result", "finalist", "--tier", "TOP 45", "--occurred", "2023"),
        ),
    ]
    for verb, words in said:
        done = entry(own_demo, verb, *PASAR.split(), *words)
        assert done.status == 0, (verb, done.err)
    found = events(own_demo, 8)
    assert [(kind, when) for kind, _, when in found] == [
        ("entry.prepared", None),
        ("entry.level_claimed", None),
        ("entry.level_verified", None),
        ("entry.prepared", None),
        ("entry.alignment_chosen", None),
        ("entry.section_written", None),
        ("entry.queue_moved", None),
        ("entry.result_announced", "2023"),
    ]
    assert [body for _, body, _ in found][4:] == [
        {"category": "Kesehatan", "sdgs": [8, 16], "asta_cita": [3]},
        {"section": "significance", "text": "Waktu tunggu turun."},
        {"stage": "ministry", "note": "lengkap"},
        {"result": "finalist", "tier": "TOP 45"},
    ]
    assert found[1][1] == {"indicator": "usefulness", "level": 2, "basis": "people"}
    cites = found[2][1]["cites"]
    assert (found[2][1]["verified"], [one["number"] for one in cites]) == (
        1,
        ["188.4/CONTOH-04/2023", "CONTOH-12/2025"],
    )
    items = listed(own_demo, "--award", "KIPP", "--year", "2023")
    assert [(one["code"], one["queue"], one["result"]) for one in items] == [
        ("3303-0169", "ministry", "finalist"),
        ("3373-0042", "local_admin", None),
    ]


def test_the_region_claims_its_own_rows(own_life: Path) -> None:
    row = ("--row", "2a", "--year", "2026")
    done = entry(own_life, "claim-region", *row, "--amount", "8,17", "--verified", "2")
    assert done.status == 0, done.err
    begun, claim, _verified = events(own_life, 3)
    assert begun == ("entry.prepared", {"award": "iga", "year": 2026}, None)
    claimed = claim[1]
    assert (claimed["level"], claimed["amount"]) == (0, "8.17")
    assert [(one["code"], one["title"], one["claims"], one["verified"]) for one in listed(own_life)] == [
        ("33.03", "Kabupaten Purbalingga", 1, 1)
    ]
    done = entry(own_life, "claim-region", *row)
    assert (done.status, done.err) == (4, "  level  Baris SPD memerlukan tingkat atau angkanya.\n")


CLAIM = ("SIMPEL", "--year", "2026")
WRONG: dict[str, tuple[tuple[str, ...], int, str]] = {
    "a number of no indicator": (
        ("claim", *CLAIM, "--indicator", "15", "--level", "1"),
        2,
        "Error: Tidak ada indikator 15.",
    ),
    "an id of no indicator": (
        ("claim", *CLAIM, "--indicator", "tiada", "--level", "1"),
        2,
        "Error: Tidak ada indikator tiada.",
    ),
    "a verification of no indicator": (
        ("verify", *CLAIM, "--indicator", "tiada", "--level", "1"),
        2,
        "Error: Tidak ada indikator tiada.",
    ),
    "an award that is none": (
        ("prepare", *CLAIM, "--award", "piala"),
        2,
        "Error: Tidak ada aturan penilaian untuk lomba piala; yang ada untuk: iga, inagara, kipp, pp38.",
    ),
    "a section that is none": (
        ("write", *CLAIM, "--award", "pp38", "--section", "tiada", "--file", __file__),
        2,
        "Error: Tidak ada bagian tiada.",
    ),
    "a row of no region": (
        ("claim-region", "--row", "9z", "--level", "1", "--year", "2026"),
        2,
        "Error: Tidak ada baris 9z.",
    ),
    "a figure that is none": (
        ("claim-region", "--row", "2a", "--amount", "8,x", "--year", "2026"),
        2,
        'Error: "8,x" bukan bilangan. Tulis bilangan seperti 1.234,5.',
    ),
    "a level above the highest": (
        ("claim", *CLAIM, "--indicator", "16", "--level", "4"),
        2,
        "Error: Invalid value for '--level': 4 is not in the range 0 sampai 3.",
    ),
    "a verification before any claim": (
        ("verify", *CLAIM, "--indicator", "20", "--level", "2"),
        4,
        "Indikator training belum diklaim.",
    ),
    "a day that lies ahead": (
        ("result", *CLAIM, "--award", "iga", "--result", "winner", "--occurred", "2099"),
        4,
        "  occurred  Tanggal 2099 ada di masa depan.",
    ),
    "an innovation that is not recorded": (
        ("prepare", "tiada", "--award", "iga", "--year", "2026"),
        2,
        "  Carilah: jejak catalogue list --search KATA",
    ),
}


@pytest.mark.parametrize(("words", "status", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_recorded(own_life: Path, words: tuple[str, ...], status: int, said: str) -> None:
    before = (own_life / "ledger.db").read_bytes()
    done = invoke("entry", *words, "--home", own_life)
    assert (done.status, done.out) == (status, "")
    assert done.err.splitlines()[-1] == said
    assert (own_life / "ledger.db").read_bytes() == before


def test_sections_are_listed_where_one_is_none_and_in_the_help(own_life: Path) -> None:
    words = ("write", "SIMPEL", "--year", "2022", "--section", "tiada", "--file", __file__)
    done = invoke("entry", *words, "--home", own_life)
    forms = [loader.form("kipp", 2022, group) for group in ("khusus", "umum")]
    known = {part["id"]: part["label"] for form in forms for part in form["sections"]}
    listed = "; ".join(f"{name} ({label})" for name, label in known.items())
    told = f"Error: Tidak ada bagian tiada; yang ada: {listed}."
    assert (done.status, done.err.splitlines()[-1]) == (2, told)
    said = " ".join(invoke("entry", "write", "--help").out.split())
    assert "Tanda bagian: background_aims, category_fit, " in said
    assert "; dengan --award iga: design, aims, benefits, results, budget, business_profile." in said
    words = ("write", "SIMPEL", "--year", "2022", "--section", "design", "--file", __file__)
    done = invoke("entry", *words, "--home", own_life)
    told = "Error: Bagian design adalah bagian iga, bukan kipp: tambahkan --award iga."
    assert (done.status, done.err.splitlines()[-1]) == (2, told)


@pytest.mark.parametrize("begun", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1"])
def test_a_word_document_is_told_in_words(own_life: Path, tmp_path: Path, begun: bytes) -> None:
    file = tmp_path / "naskah.docx"
    file.write_bytes(begun + b" isi")
    words = ("write", "SIMPEL", "--year", "2022", "--section", "summary", "--file", file)
    done = invoke("entry", *words, "--home", own_life)
    assert (done.status, done.err.splitlines()[-1]) == (
        2,
        f"Error: {file} adalah dokumen pengolah kata, bukan naskah polos: simpan di sana sebagai teks biasa"
        " (UTF-8, .txt), atau isi selnya pada lembar Profil atau Naskah.",
    )


def test_an_entry_is_begun_once(own_life: Path) -> None:
    words = ("SIMPEL", "--award", "pp38", "--year", "2017")
    assert entry(own_life, "prepare", *words).status == 0
    done = entry(own_life, "prepare", *words)
    assert (done.status, done.err) == (
        4,
        "Usulan ini sudah dimulai sebelumnya: PP38 2017, 3303-0001.\n",
    )


def test_a_text_that_is_no_text(own_life: Path, tmp_path: Path) -> None:
    path = tmp_path / "gambar.txt"
    path.write_bytes(b"\xff\xfe")
    done = entry(own_life, "write", "SIMPEL", *KIPP, "--section", "significance", "--file", str(path))
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {path} bukan naskah UTF-8.")


def test_the_list_before_any_entry_and_as_a_workbook(life: Path, demo: Path, tmp_path: Path) -> None:
    assert entry(life, "list").out == (
        "Belum ada usulan yang tercatat. Mulai dengan lembar Klaim IGA atau Isian KIPP, atau: jejak entry"
        " prepare.\n"
    )
    path = tmp_path / "usulan.xlsx"
    done = entry(demo, "list", "--xlsx", str(path))
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert done.err == f"Daftar ditulis: {path}\n"
    assert [row[1:3] for row in rows if row[2] == "3373-0042"] == [
        ("IGA 2026", "3373-0042"),
        ("KIPP 2023 (umum)", "3373-0042"),
    ]
    assert "KIPP 2023 (umum)  3373-0042" in done.out
