"""eligibility show, list, index, advise, replay: may it enter, what is missing, what would it score."""

from __future__ import annotations

import shlex
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from schemas import loader
from tests.helpers import Done, invoke

IGA = ("--award", "iga", "--year", "2026")
PASAR = ("SIMPEL", "PASAR")


def eligibility(home: Path, verb: str, *words: str) -> Done:
    return invoke("eligibility", verb, *words, "--home", home)


def test_a_verdict_tells_what_is_missing_first(demo: Path) -> None:
    done = eligibility(demo, "show", *PASAR, *IGA)
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("IGA 2026 · 3303-0169 SIMPEL PASAR · per ")
    assert lines[1:3] == [
        "  MEMENUHI SYARAT menurut semua aturan yang terkonfirmasi.",
        "  Kematangan 94 dari 111; terverifikasi 24.",
    ]
    assert (
        "  ✗ 31 Replikasi: parameter 1 dinyatakan, tetapi buktinya belum ada. [nilai 0 dari 9; +3 bila bukti"
        " dilampirkan]"
    ) in lines
    assert (
        "      Jalan keluar: Lampirkan untuk indikator 31 pada lembar Bukti: PKS atau MoU atau surat"
        " atau surat pernyataan."
    ) in lines
    assert "  ✓ 33 aturan lain terpenuhi (rincian: --all)" in lines
    sha256 = loader.rulebook("iga-2026")["sha256"]
    assert lines[-1] == f"  Menurut aturan penilaian iga-2026 ({sha256[:12]}…), posisi 3.777."


def test_all_shows_what_is_met_too(demo: Path) -> None:
    lines = eligibility(demo, "show", *PASAR, *IGA, "--all").out.splitlines()
    assert "  ✓ Rancang Bangun dan Pokok Perubahan Yang Dilakukan: 378 kata." in lines
    assert len([line for line in lines if line.startswith("  ✓ ")]) == 35
    assert not [line for line in lines if "--all" in line]


def test_aloud_tells_four_paragraphs(demo: Path) -> None:
    told = eligibility(demo, "show", "SAPA", "RT", *IGA, "--aloud").out
    first, holds, missing, turn = told.split("\n\n")
    assert first.startswith("IGA 2026: SAPA RT (3373-0042) dari Kel. Bugel, per ")
    assert first.endswith(
        "BELUM MEMENUHI SYARAT: 1 syarat belum terpenuhi, 0 belum dapat dipastikan. 3 aturan yang belum"
        " terkonfirmasi perlu diperhatikan."
    )
    assert "5 dari 20 indikator terbukti; kematangan 24 dari 111; terverifikasi 9." in holds
    assert "Diterapkan 2 September 2019, di luar jendela 1 Januari 2024 – 31 Desember 2025." in missing
    assert turn == "Giliran Kel. Bugel: melengkapi yang kurang dan memintakan verifikasi.\n"


@pytest.mark.parametrize("verb", [("show", *PASAR), ("list",), ("index",)])
def test_json_stands_in_the_envelope(demo: Path, verb: tuple[str, ...]) -> None:
    envelope = eligibility(demo, *verb, *IGA, "--json").envelope
    Draft202012Validator(loader.schema("envelope")).validate(envelope)
    assert (envelope["status"], envelope["position"]) == ("ok", 3777)


def test_json_of_a_verdict_holds_facts_sources_and_what_is_absent(demo: Path) -> None:
    data = eligibility(demo, "show", *PASAR, *IGA, "--json").data
    assert {name: data[name] for name in ("code", "outcome", "maturity", "maturity_verified", "entered")} == {
        "code": "3303-0169",
        "outcome": "met",
        "maturity": "94",
        "maturity_verified": "24",
        "entered": True,
    }
    assert data["rulebook"] == {"id": "iga-2026", "sha256": loader.rulebook("iga-2026")["sha256"]}
    for one in data["findings"]:
        assert one["outcome"] in ("met", "not_met", "unknown")
        assert set(one["sentence"]) == {"id", "en"}
        assert one["facts"] or one["absent"] == {"scope": "3303/innovation/000169", "position": 3777}
    assert sum(Decimal(one["points"]) for one in data["findings"] if one["points"]) == 94


def test_the_list_counts_outcomes(demo: Path, tmp_path: Path) -> None:
    data = eligibility(demo, "list", *IGA, "--json").data
    counted = Counter(one["outcome"] for one in data["items"])
    assert data["counts"] == {name: counted[name] for name in ("met", "not_met", "unknown")}
    assert (sum(data["counts"].values()), data["counts"]["met"]) == (344, 1)
    assert {value for one in data["items"] for value in one["rules"].values()} == {"met", "not_met"}
    entered = eligibility(demo, "list", *IGA, "--entered", "--json").data
    assert [one["code"] for one in entered["items"]] == ["3303-0169"]
    path = tmp_path / "daftar.xlsx"
    other = eligibility(demo, "list", *IGA, "--entered", "--region", "33.73", "--xlsx", str(path))
    assert other.out.splitlines()[-1] == "0 memenuhi syarat, 1 belum, 0 belum dapat dipastikan."
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert [row[5:] for row in rows if "3373-0042" in row] == [(1, 0, 24, 9)]


def test_a_region_without_innovations(home: Path) -> None:
    told = "Belum ada inovasi yang tercatat. Catat lewat lembar Inovasi.\n"
    assert eligibility(home, "list", *IGA).out == told


def test_the_index_of_a_region(own_demo: Path) -> None:
    row = ("entry", "claim-region", "--row", "2a", "--level", "3", "--verified", "2", "--year", "2026")
    before = eligibility(own_demo, "index", *IGA, "--json").data
    assert invoke(*row, "--home", own_demo).status == 0
    after = eligibility(own_demo, "index", *IGA, "--json").data
    found = next(one for one in after["rows"] if one["claimed"])
    assert (found["level"], found["verified"]) == (3, 2)
    assert Decimal(after["spd"]) - Decimal(before["spd"]) == Decimal(found["points"])
    assert (before["spd"], before["count"], before["divisor"], before["mean"]) == ("0.00", 1, 12, "7.83")
    told = eligibility(own_demo, "index", *IGA).out
    assert "Rata-rata inovasi (SID), pembagi sedikitnya 12: 7,83 dari 111" in told
    assert "  0 dari 6 urusan pelayanan dasar terwakili; diminta 5." in told
    assert "Belum terwakili inovasi: Pendidikan; Kesehatan; " in told


def test_advice_orders_by_points_for_each_piece(demo: Path) -> None:
    data = invoke("eligibility", "advise", "iga", "--year", "2026", "--json", "--home", demo).data
    stated = [one for one in data["items"] if one["stated"]]
    assert [(one["rule"], one["points"], one["pieces"], one["each"]) for one in stated] == [
        ("indicator.replication", "3", 1, "3"),
        ("indicator.information_access", "1", 3, "0.33"),
        ("indicator.training", "1", 6, "0.17"),
    ]
    assert data["items"][: len(stated)] == stated
    assert data["innovations"][0] == {
        "points": "5",
        "pieces": 10,
        "items": 3,
        "code": "3303-0169",
        "title": "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat",
    }
    assert data["units"] == [{"points": "5", "pieces": 10, "items": 3, "unit": "Dinperindag"}]


@pytest.mark.parametrize(
    ("by", "last"), [("item", "2 dari 6"), ("innovation", "1 dari 1"), ("unit", "1 dari 1")]
)
def test_advice_as_a_table(demo: Path, by: str, last: str) -> None:
    words = ("advise", "iga", "--year", "2026", "--by", by, "--limit", "2")
    shown, silent = eligibility(demo, *words).out.split("\n\n")
    assert shown.splitlines()[-1] == last
    assert silent.startswith(
        "88 unit belum melaporkan apa pun untuk edisi ini (banyaknya inovasi): BKPSDM (6), "
    )


@pytest.mark.parametrize(
    "verb", [("show", *PASAR, *IGA[:2]), ("list", *IGA[:2]), ("index", *IGA[:2]), ("advise", "iga")]
)
def test_a_year_without_a_rulebook(demo: Path, verb: tuple[str, ...]) -> None:
    done = eligibility(demo, *verb, "--year", "1999")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "Tidak ada aturan penilaian untuk IGA 1999.\n"
        "  Yang ada: iga-2023, iga-2024, iga-2025, iga-2026, iga-2027.\n"
    )


def test_an_innovation_without_a_recorded_verdict(demo: Path) -> None:
    done = eligibility(demo, "replay", *PASAR)
    assert (done.status, done.out) == (
        0,
        "Belum ada penilaian syarat yang tercatat. Catat: jejak eligibility show 3303-0169 … --record\n",
    )


def test_a_dry_run_records_no_verdict(own_demo: Path) -> None:
    before: Any = (own_demo / "ledger.db").read_bytes()
    assert eligibility(own_demo, "show", *PASAR, *IGA, "--record", "--dry-run").status == 0
    assert (own_demo / "ledger.db").read_bytes() == before


def test_advice_names_the_indicator_of_every_row(demo: Path) -> None:
    table = eligibility(demo, "advise", "iga", "--year", "2026").out.split("\n\n")[0].splitlines()
    assert "  Baris  " in table[0]
    items = eligibility(demo, "advise", "iga", "--year", "2026", "--json").data["items"]
    rows = [line for line in table[2:] if "3303-0169" in line]
    assert len(rows) == len(items) > 3
    assert [one["label"] in row for one, row in zip(items, rows, strict=True)] == [True] * len(items)
    assert "  31 Replikasi  " in rows[0]


def test_advice_tells_of_entries_that_conditions_shut_out(own_demo: Path) -> None:
    claim = ("entry", "claim", "3303-0001", "--indicator", "16", "--level", "1", "--year", "2026")
    done = invoke(*claim, "--home", own_demo)
    assert done.status == 0, done.err
    told = eligibility(own_demo, "advise", "iga", "--year", "2026").out.split("\n\n")
    line = (
        "1 dari 2 inovasi yang diusulkan tertutup oleh syarat yang belum terpenuhi. Lihat syaratnya:"
        " jejak eligibility list --award iga --year 2026 --region 33.03 --entered"
    )
    assert told[1] == line
    done = invoke(*shlex.split(line.partition("syaratnya: jejak ")[2]), "--json", "--home", own_demo)
    assert [(one["code"], one["outcome"]) for one in done.data["items"]] == [
        ("3303-0001", "not_met"),
        ("3303-0169", "met"),
    ]


def test_advice_without_anything_to_gain_or_without_entries() -> None:
    from commands.eligibility.advice_text import text
    from projections.eligibility.answers import AdviceAnswer, AdviceItem, RulebookHash, Sentence

    def told(items: list[AdviceItem], entered: int, shut_out: int = 0) -> str:
        advice = AdviceAnswer(
            award="iga",
            year=2026,
            group=None,
            region="33.03",
            rulebook=RulebookHash(id="iga-2026", sha256=""),
            day="2026-01-01",
            items=items,
            innovations=[],
            regions=[],
            units=[],
            plan=None,
            silent=[],
            sending=None,
            unknown=[],
            entered=entered,
            shut_out=shut_out,
        )
        return text(advice, by="innovation", limit=10)

    said = Sentence(id="kalimat", en="sentence")
    item = AdviceItem(
        code="3303-0001",
        title="Inovasi",
        unit="Dinas",
        rule="indicator.regulation",
        label="16 Regulasi",
        stated=False,
        points="3",
        pieces=1,
        each="3",
        sentence=said,
        remedy=None,
    )
    assert told([item], 1) == (
        "Belum ada yang pasti menambah nilai; yang menambah nilai paling banyak sekian: --by item"
    )
    assert told([], 1) == "Tidak ada usulan yang kekurangan bukti."
    assert told([], 0) == (
        "Belum ada usulan yang kekurangan bukti. Usulkan inovasi dahulu: lembar Klaim IGA, atau jejak entry"
        " claim."
    )
    assert told([], 2, shut_out=2) == (
        "Belum ada saran bukti, karena belum ada inovasi yang diusulkan yang memenuhi syarat.\n\n"
        "2 dari 2 inovasi yang diusulkan tertutup oleh syarat yang belum terpenuhi. Lihat syaratnya:"
        " jejak eligibility list --award iga --year 2026 --region 33.03 --entered"
    )
