"""A region's rulebook with other numbers of indicators, rows and levels, from its file to the documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from importers import template
from tests import rulebook_variants as variants
from tests.e2e.rulebook_files import file, take
from tests.helpers import Done, invoke

OF = "3303-0001"
IGA = ("--award", "iga", "--year", "2028")


def known(home: Path, raw: variants.Raw) -> Path:
    """A workspace whose region has added a rulebook."""
    path = file(home, raw, "aturan.json")
    checked = take(home, path, "check")
    assert (checked.status, checked.out) == (0, "aturan.json benar: aturan penilaian iga-2028.\n")
    assert take(home, path).status == 0
    return home


def claim(home: Path, indicator: str, level: int, year: str = "2028") -> Done:
    words = ("--indicator", indicator, "--level", str(level), "--year", year)
    return invoke("entry", "claim", OF, *words, "--home", home)


def claimed(home: Path) -> dict[str, int]:
    """Rule to level claimed, as the verdict of 2028 has it."""
    items = invoke("eligibility", "show", OF, *IGA, "--json", "--home", home).data["findings"]
    return {one["rule"]: one["claimed"] for one in items if one["claimed"] is not None}


def sheets(home: Path, rows: dict[str, list[dict[str, Any]]], *more: str) -> Done:
    path = home / "isian.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    return invoke("import", path, "--home", home, *more)


def lines(home: Path, *found: dict[str, Any]) -> Done:
    path = home / "isian.jsonl"
    path.write_text("".join(json.dumps({"region": "33.03", **one}) + "\n" for one in found), encoding="utf-8")
    return invoke("import", path, "--home", home)


def test_the_twenty_first_indicator_by_sheet(edge: Path) -> None:
    known(edge, variants.twenty_one())
    done = sheets(
        edge,
        {
            "Bukti": [
                {
                    "Kunci": "B-1",
                    "Inovasi": OF,
                    "Jenis": "Perkada",
                    "Tanggal": "2024-03-01",
                    "Perihal": "Hak cipta",
                    "Indikator IGA": "35; 36",
                    "Tautan": "https://contoh.id/1",
                    "Tautan Dibuka": "2024-03-02",
                    "Halaman": "2",
                }
            ],
            "Klaim IGA": [
                {"Kunci": "K-1", "Inovasi": OF, "Tahun": 2028, "Indikator": 36, "Tingkat": 2},
            ],
            "SPD": [{"Kunci": "S-1", "Tahun": 2028, "Baris": "16", "Tingkat": 1}],
        },
    )
    assert done.status == 0, done.err
    shown = invoke("eligibility", "show", OF, *IGA, "--all", "--home", edge).out
    assert "✓ 36 Kekayaan Intelektual: parameter 2 diklaim dan terbukti. [nilai 6 dari 9]" in shown
    index = invoke("eligibility", "index", *IGA, "--json", "--home", edge).data
    last = index["rows"][-1]
    assert (last["label"], last["level"]) == ("16 Kekayaan Intelektual Daerah", 1)
    told = invoke("history", OF, "--home", edge).out
    assert "Parameter 2 untuk indikator 36 diklaim." in told
    listed = invoke("evidence", "list", OF, "--home", edge).out.splitlines()[-1]
    assert "35, 36" in listed


def test_the_twenty_first_indicator_by_lines(edge: Path) -> None:
    known(edge, variants.twenty_one())
    about = {"innovation": OF, "scope": None}
    evidence = {
        **about,
        "type": "innovation.attach_evidence",
        "key": "B-1",
        "kind": "perkada",
        "subject": "Hak cipta",
        "iga": ["ip"],
        "occurred": "2024-03-01",
        "link": "https://contoh.id/1",
        "seen_on": "2024-03-02",
        "page": "2",
    }
    stated = {**about, "type": "entry.claim_level", "key": "K-1", "year": 2028, "indicator": "ip", "level": 2}
    done = lines(edge, evidence, stated)
    assert done.status == 0, done.err
    assert claimed(edge) == {"indicator.ip": 2}


def test_without_that_rulebook_there_is_no_such_indicator(edge: Path) -> None:
    done = claim(edge, "36", 2)
    assert (done.status, done.err.splitlines()[-1]) == (2, "Error: Tidak ada indikator 36.")
    row = {"Kunci": "K-1", "Inovasi": OF, "Tahun": 2028, "Indikator": 36, "Tingkat": 2}
    done = sheets(edge, {"Klaim IGA": [row]})
    assert done.status == 3
    assert '  Klaim IGA!D2  "36" bukan nomor indikator IGA.' in done.err
    assert "Tulis nomor 16 sampai 35, dipisahkan dengan titik koma." in done.err
    stated = {"type": "entry.claim_level", "key": "K-1", "innovation": OF, "year": 2028}
    done = lines(edge, {**stated, "indicator": "ip", "level": 2})
    assert (done.status, '"ip" bukan salah satu dari' in done.err) == (3, True)


def test_its_documents(edge: Path, tmp_path: Path) -> None:
    known(edge, variants.twenty_one())
    assert claim(edge, "36", 2).status == 0
    done = invoke("dossier", "iga", OF, "--year", "2028", "--out", tmp_path, "--home", edge)
    assert done.status == 0, done.err
    made = json.loads((tmp_path / "iga-2028-3303-0001.json").read_text(encoding="utf-8"))
    assert [one["number"] for one in made["indicators"]] == list(range(16, 37))
    tables = Document(str(tmp_path / "iga-2028-3303-0001.docx")).tables
    names = [row.cells[1].text for table in tables for row in table.rows if row.cells[0].text == "21"]
    assert names == ["Kekayaan Intelektual\nIndikator 36 · wajib"]
    done = invoke("eligibility", "sheets", *IGA, "--out", tmp_path, "--home", edge)
    assert done.status == 0, done.err
    matrix = load_workbook(tmp_path / "penilaian-iga-2028.xlsx")["Matriks"]
    headings = {cell.value for row in matrix.iter_rows(max_row=5) for cell in row}
    assert "36 Kekayaan Intelektual" in headings
    advice = invoke("eligibility", "advise", "iga", "--year", "2028", "--home", edge, "--json")
    assert advice.status == 0, advice.err


def test_fewer_indicators(edge: Path, tmp_path: Path) -> None:
    known(edge, variants.three())
    done = invoke("dossier", "iga", OF, "--year", "2028", "--out", tmp_path, "--home", edge)
    assert done.status == 0, done.err
    made = json.loads((tmp_path / "iga-2028-3303-0001.json").read_text(encoding="utf-8"))
    assert [one["number"] for one in made["indicators"]] == [16, 17, 18]
    assert len(invoke("eligibility", "index", *IGA, "--json", "--home", edge).data["rows"]) == 2


def test_indicators_with_letters(edge: Path, tmp_path: Path) -> None:
    known(edge, variants.lettered())
    assert claim(edge, "A1", 2).status == 0
    assert claim(edge, "a20", 1).status == 0
    assert claim(edge, "17", 3).status == 0
    assert claimed(edge) == {"indicator.regulation": 2, "indicator.video": 1, "indicator.personnel": 3}
    folder = tmp_path / "bukti" / OF
    folder.mkdir(parents=True)
    (folder / "A1+a2 SK 2024-03-02 Penetapan.pdf").write_bytes(b"x")
    done = invoke("evidence", "add", folder.parent, "--yes", "--json", "--home", edge)
    assert done.data["items"][0]["indicators"] == ["regulation", "personnel"]
    done = sheets(
        edge,
        {
            "Klaim IGA": [{"Kunci": "K-1", "Inovasi": OF, "Tahun": 2028, "Indikator": "A3", "Tingkat": 1}],
            "SPD": [{"Kunci": "S-1", "Tahun": 2028, "Baris": "s2", "Tingkat": 1}],
        },
    )
    assert done.status == 0, done.err
    assert claimed(edge)["indicator.budget_support"] == 1
    shown = invoke("rulebook", "show", "iga-2028", "--home", edge).out
    assert "\nA1   Regulasi Inovasi Daerah" in shown
    done = invoke("dossier", "iga", OF, "--year", "2028", "--out", tmp_path, "--home", edge)
    made = json.loads((tmp_path / "iga-2028-3303-0001.json").read_text(encoding="utf-8"))
    assert [one["number"] for one in made["indicators"]][:2] == ["A1", "A2"]


def test_a_number_that_means_something_else_from_year_to_year(edge: Path) -> None:
    known(edge, variants.renumbered())
    assert claim(edge, "16", 2).status == 0
    assert claim(edge, "16", 1, year="2026").status == 0
    assert claimed(edge) == {"indicator.replication": 2}
    item = {"Kunci": "B-1", "Inovasi": OF, "Jenis": "SK", "Perihal": "Penetapan"}
    done = sheets(edge, {"Bukti": [{**item, "Indikator IGA": "16"}]})
    assert done.status == 3
    told = 'nomor "16" berarti satu indikator pada satu edisi, dan indikator lain pada edisi lain.'
    assert f"  Bukti!G2  {told}" in done.err.splitlines()
    assert "Tulis id indikator yang dimaksud: replication, regulation." in done.err
    done = sheets(edge, {"Bukti": [{**item, "Indikator IGA": "regulation", "Tautan": "https://contoh.id/1"}]})
    assert done.status == 0, done.err


def test_a_file_whose_name_begins_with_such_a_number_is_refused(edge: Path, tmp_path: Path) -> None:
    known(edge, variants.renumbered())
    path = tmp_path / "16 SK.pdf"
    path.write_bytes(b"x")
    done = invoke("evidence", "add", path, "--code", OF, "--home", edge)
    told = 'nomor "16" berarti satu indikator pada satu edisi, dan indikator lain pada edisi lain.'
    assert (done.status, told in done.err) == (3, True)
    named = invoke("evidence", "add", path, "--code", OF, "--indicator", "regulation", "--home", edge)
    assert named.status == 3
    path = path.rename(tmp_path / "SK.pdf")
    refused = invoke("evidence", "add", path, "--code", OF, "--indicator", "16", "--home", edge)
    assert refused.err.splitlines()[-1] == (
        "Error: Nomor 16 berarti satu indikator pada satu edisi, dan indikator lain pada edisi lain:"
        " replication, regulation."
    )
    done = invoke(
        "evidence", "add", path, "--code", OF, "--indicator", "regulation", "--json", "--home", edge
    )
    assert done.data["items"][0]["indicators"] == ["regulation"]


def test_five_levels(edge: Path, tmp_path: Path) -> None:
    known(edge, variants.five_levels())
    assert claim(edge, "16", 5).status == 0
    refused = claim(edge, "16", 6)
    assert (refused.status, "6 is not in the range 0 sampai 5." in refused.err) == (2, True)
    refused = claim(edge, "16", 4, year="2026")
    assert (refused.status, "4 is not in the range 0 sampai 3." in refused.err) == (2, True)
    row = {"Kunci": "K-1", "Inovasi": OF, "Indikator": 17}
    done = sheets(edge, {"Klaim IGA": [{**row, "Tahun": 2026, "Tingkat": 4}]})
    assert (done.status, "Tulis 0, 1, 2, atau 3." in done.err) == (3, True)
    done = sheets(edge, {"Klaim IGA": [{**row, "Tahun": 2028, "Tingkat": 6}]})
    assert (done.status, "Tulis 0, 1, 2, 3, 4, atau 5." in done.err) == (3, True)
    assert sheets(edge, {"Klaim IGA": [{**row, "Tahun": 2028, "Tingkat": 4}]}).status == 0
    stated = {"type": "entry.claim_level", "key": "K-2", "innovation": OF, "indicator": "personnel"}
    done = lines(edge, {**stated, "year": 2026, "level": 4})
    assert (done.status, '"4" bukan tingkat parameter.' in done.err) == (3, True)
    assert claimed(edge) == {"indicator.regulation": 5, "indicator.personnel": 4}
    evidence = {"Kunci": "B-1", "Inovasi": OF, "Jenis": "SK", "Perihal": "Penetapan", "Indikator IGA": "16"}
    assert (
        sheets(
            edge, {"Bukti": [{**evidence, "Tautan": "https://contoh.id/1", "Tautan Dibuka": "2024-03-02"}]}
        ).status
        == 0
    )
    shown = invoke("rulebook", "show", "iga-2028", "--home", edge).out
    assert "P1         P2         P3         P4         P5" in shown
    invoke("dossier", "iga", OF, "--year", "2028", "--out", tmp_path, "--home", edge)
    made = json.loads((tmp_path / "iga-2028-3303-0001.json").read_text(encoding="utf-8"))
    assert [made["indicators"][0]["parameter"][key] for key in ("value", "label")] == [5, "tingkat 5"]
    done = invoke("eligibility", "sheets", *IGA, "--out", tmp_path, "--home", edge)
    assert done.status == 0, done.err
    matrix = load_workbook(tmp_path / "penilaian-iga-2028.xlsx")["Matriks"]
    corner = next(cell.value for row in matrix.iter_rows(max_col=1) for cell in row if "–" in str(cell.value))
    assert "\n0–5  parameter" in corner


def test_a_corrected_level_is_held_to_the_rulebook_of_its_year(edge: Path) -> None:
    known(edge, variants.five_levels())
    stated = ("--indicator", "16", "--level", "2", "--year", "2028")
    last = invoke("entry", "claim", OF, *stated, "--json", "--home", edge).data["events"][-1]
    words = ("--reason", "salah tulis", "--yes", "--home", edge)
    refused = invoke("correct", str(last), "level", "6", *words)
    assert refused.status == 4
    assert refused.err.splitlines()[0] == f"  {last}  Tingkat 6 tidak terletak antara 0 dan 5."
    assert invoke("correct", str(last), "level", "5", *words).status == 0
    assert claimed(edge) == {"indicator.regulation": 5}


def _gap(raw: variants.Raw) -> None:
    raw["indicators"][0]["levels"].pop("p2")


def _bands(raw: variants.Raw) -> None:
    raw["indicators"][1]["derive"]["bands"].pop()


def _beyond(raw: variants.Raw) -> None:
    raw["indicators"][0]["evidence_rules"][0]["levels"].append(6)


def _same(raw: variants.Raw) -> None:
    raw["indicators"][1]["number"] = 16


def _nothing(raw: variants.Raw) -> None:
    raw["spd"] = []
    raw["indicators"] = [{**raw["indicators"][0], "levels": None, "evidence_rules": []}]


CONTRADICTIONS = [
    (_same, "$.indicators  nomor 16 tercantum dua kali."),
    (_gap, "$.indicators.regulation  tingkatnya tidak berurutan: p1, p3, p4, p5."),
    (_bands, "$.indicators.personnel  jumlah tingkat, pita, atau pola tahunnya tidak sama."),
    (_beyond, "$.indicators.regulation  bukti dukungnya untuk tingkat 6, yang tidak dimilikinya."),
    (
        _nothing,
        "$.indicators.regulation  barisnya berbobot, tetapi tidak ada baris yang menyebut jumlah tingkat.",
    ),
]


@pytest.mark.parametrize(("change", "told"), CONTRADICTIONS)
def test_levels_that_contradict_themselves(edge: Path, change: Any, told: str) -> None:
    raw = variants.five_levels()
    change(raw)
    done = take(edge, file(edge, raw), "check")
    assert done.status == 3
    assert f"  aturan.json {told}" in done.err.splitlines()


def test_a_lost_rulebook_stops_only_what_asks_for_it(edge: Path) -> None:
    known(edge, variants.twenty_one())
    for path in (edge / "evidence").rglob("*"):
        if path.is_file():
            path.unlink()
    unit = {"Kunci": "U-2", "Jenis": "OPD", "Nama": "Dinas Baru", "Nama Singkat": "Dinbar"}
    assert sheets(edge, {"Unit": [unit]}).status == 0
    line = {"type": "unit.register", "key": "U-3", "kind": "opd", "name": "Dinas Lain", "short": "Dinlain"}
    assert lines(edge, line).status == 0
    row = {"Kunci": "K-1", "Inovasi": OF, "Tahun": 2026, "Indikator": 16, "Tingkat": 2}
    done = sheets(edge, {"Klaim IGA": [row]})
    assert (
        done.status,
        done.err.endswith("tidak ada di ruang kerja.\n  Pulihkan folder evidence dari cadangan.\n"),
    ) == (5, True)
    assert invoke("history", OF, "--home", edge).status == 0
