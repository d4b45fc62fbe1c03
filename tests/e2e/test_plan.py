"""eligibility advise --items and --threshold: the best plan, who is silent, what may be sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import rulebook_variants as variants
from tests.e2e.rulebook_files import file, take
from tests.helpers import Done, invoke

UNKNOWN = (
    "bukti dukung setiap baris SPD; akibat indikator wajib yang kosong; nilai kemanfaatan dasar (c) di atas"
    " 30 %; pilihan pada batas SPD yang tumpang-tindih; jumlah kata minimum tujuan, manfaat, dan hasil; batas"
    " ukuran berkas resmi setelah 2023; tanggal pasti pembukaan dan penutupan"
)
PLAN = (
    "  Indeks sekarang 3,13; rencana terbaik dengan 3 pekerjaan menjadikannya 3,3 (Kurang Inovatif).\n"
    "  Lebih dari 3 pekerjaan tidak menambah lagi.\n"
)
STEPS = """\
Banyak pekerjaan  Indeks  Tambahan  Inovasi yang dihitung  Rencana
────────────────  ──────  ────────  ─────────────────────  ───────
               1    3,23       0,1                      1
               2    3,27    0,0333                      1
               3     3,3    0,0333                      1

  Terbukti: tidak ada rencana lain dengan pekerjaan sebanyak itu yang indeksnya lebih tinggi.
"""


def advise(home: Path, *words: str, year: str = "2026") -> Done:
    return invoke("eligibility", "advise", "iga", "--year", year, *words, "--home", home)


def test_the_plan_of_what_is_certain(demo: Path) -> None:
    told = advise(demo, "--items", "9", "--stated").out
    head, *parts = told.split("\n\n")
    assert head.splitlines()[0].startswith("IGA 2026 · 33.03 · per ")
    assert head.split("\n", 1)[1] + "\n" == PLAN
    rows = [line.split("  ") for line in parts[0].splitlines()[2:]]
    assert [[cell.strip() for cell in row if cell.strip()][:3] for row in rows] == [
        ["1", "3", "3303-0169"],
        ["2", "1", "3303-0169"],
        ["3", "1", "3303-0169"],
    ]
    assert (
        "Lampirkan untuk indikator 31 pada lembar Bukti: PKS atau MoU atau surat atau surat pernyataan."
        in parts[0]
    )
    assert "\n\n".join(parts[1:3]).startswith(STEPS)
    assert f"  Yang belum diketahui tentang aturannya: {UNKNOWN}.\n" in told
    assert "  Perkiraan sendiri; kementerian yang menetapkan.\n" in told


def test_a_plan_holds_rows_of_the_region_and_says_what_is_at_most(demo: Path) -> None:
    told = advise(demo, "--items", "3", "--threshold", "96").out
    assert "  Yang dihitung hanya inovasi dengan nilai 96 ke atas: ambang daerah sendiri.\n" in told
    assert "  Indeks sekarang 0; rencana terbaik dengan 3 pekerjaan menjadikannya 7,43 (" in told
    assert "Isi baris 12 Penghargaan bagi inovator pada lembar SPD." in told
    way = "\n  Lembar yang tidak ada di buku kerja unit (SPD): jejak template isi.xlsx --sheet SPD\n"
    assert told.count(way) == 1
    assert (
        "  Nilai yang belum dinyatakan siapa pun adalah nilai tertinggi yang mungkin (paling banyak).\n"
        in told
    )
    assert (
        "\n0 dari 1 inovasi yang diikutkan mencapai ambang daerah sendiri, 96 nilai.\n"
        "Kode       Judul                                                   Unit         Kematangan  Kurang\n"
        "─────────  ──────────────────────────────────────────────────────  ───────────  ──────────  ──────\n"
        "3303-0169  Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat  Dinperindag          94       2\n"
    ) in told


def test_a_plan_enters_what_is_not_entered_and_says_where_it_is_another(demo: Path) -> None:
    done = advise(demo, "--items", "26", "--json")
    plan = done.data["plan"]
    assert [(one["items"], one["keeps"]) for one in plan["steps"] if not one["keeps"]] == [(24, False)]
    assert [one["count"] for one in plan["steps"]] == [1] * 24 + [2, 2, 2]
    (enter,) = [one for one in plan["items"] if one["kind"] == "enter"]
    assert enter["remedy"]["id"] == f"Ikutkan: jejak entry prepare {enter['code']} --award iga --year 2026."
    assert {one["kind"] for one in plan["items"]} == {"region_row", "enter", "condition", "indicator"}
    assert len(plan["items"]) == 26
    told = advise(demo, "--items", "26").out
    assert (
        "  Rencana lain melepas pekerjaan dari rencana sebelumnya: kerjakan salah satunya seutuhnya.\n"
        in told
    )
    assert "  rencana lain\n" in told


def test_the_first_step_is_the_index_of_the_region(demo: Path) -> None:
    index = invoke("eligibility", "index", "--award", "iga", "--year", "2026", "--json", "--home", demo).data
    steps = advise(demo, "--items", "1", "--json").data["plan"]["steps"]
    assert (steps[0]["index"], steps[0]["count"]) == (index["index"], index["count"])


def test_doing_the_first_item_brings_what_it_says(own_demo: Path) -> None:
    plan = advise(own_demo, "--items", "1", "--json").data["plan"]
    (item,) = plan["items"]
    assert (item["kind"], item["rule"], item["points"]) == ("region_row", "region.innovator_reward", "6")
    row = ("entry", "claim-region", "--row", "12", "--level", "3", "--year", "2026", "--home", own_demo)
    assert invoke(*row).status == 0
    index = invoke("eligibility", "index", "--award", "iga", "--year", "2026", "--json", "--home", own_demo)
    assert index.data["index"] == plan["steps"][1]["index"]


def test_an_index_that_is_not_known_has_no_plan(demo: Path) -> None:
    told = advise(demo, "--items", "3", year="2025").out
    assert told.splitlines()[1] == (
        "  Tidak ada rencana terbaik, karena indeks tidak dapat dihitung: daftar lengkap indikator, bobot,"
        " dan parameter 2025; SPD 2025; pembagi 2025 (10 sampai 12); bobot jumlah inovasi 2025; indeks 2025;"
        " isian profil 2025."
    )
    assert advise(demo, "--items", "3", "--json", year="2025").data["plan"] is None


def test_units_that_have_reported_nothing(demo: Path, home: Path) -> None:
    silent = advise(demo, "--json").data["silent"]
    assert (len(silent), silent[0]) == (
        88,
        {
            "unit": "BKPSDM",
            "name": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
            "innovations": 6,
        },
    )
    assert "Dinperindag" not in {one["unit"] for one in silent}
    told = advise(demo).out.splitlines()[-1]
    assert told.endswith(", 76 lagi (semuanya: --json atau --xlsx).")
    assert advise(home, "--json").data["silent"] == []


def test_a_unit_without_any_innovation_is_silent_too(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "unit.jsonl"
    path.write_text(
        '{"type": "unit.register", "region": "33.03", "key": "U-1", "name": "Dinas Sosial", "kind": "opd"}\n',
        encoding="utf-8",
    )
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    assert advise(home, "--json").data["silent"] == [
        {"unit": "Dinas Sosial", "name": "Dinas Sosial", "innovations": 0}
    ]


def setting(home: Path, line: str) -> None:
    with (home / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def test_the_threshold_of_the_settings_the_environment_and_the_option(
    own_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting(own_demo, "sending_threshold = 94.5")

    def sending(*words: str) -> list[object]:
        found = advise(own_demo, *words, "--json").data["sending"]
        return [found["threshold"], [(one["lacks"], one["reaches"]) for one in found["items"]]]

    assert sending() == ["94.5", [("0.5", False)]]
    # Another region of the ledger has a threshold of its own.
    assert advise(own_demo, "--region", "33.73", "--json").data["sending"] is None
    monkeypatch.setenv("JEJAK_SENDING_THRESHOLD", "80")
    assert sending() == ["80", [("0", True)]]
    assert sending("--threshold", "97,5") == ["97.5", [("3.5", False)]]


def test_a_threshold_that_is_none_is_refused(demo: Path, own_demo: Path) -> None:
    done = advise(demo, "--threshold", "-1")
    assert (done.status, done.err.splitlines()[-1]) == (2, "Error: Ambang harus 0 atau lebih.")
    assert advise(demo, "--threshold", "banyak").status == 2
    done = advise(demo, "--stated")
    assert (done.status, done.err.splitlines()[-1]) == (2, "Error: --stated dipakai bersama --items.")
    setting(own_demo, 'sending_threshold = "banyak"')
    done = advise(own_demo)
    assert (done.status, done.err.splitlines()[0]) == (
        5,
        f"Pengaturan {own_demo / 'jejak.toml'} tidak memuat sending_threshold yang sah.",
    )


def test_the_plan_as_a_workbook(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "saran.xlsx"
    assert advise(demo, "--items", "2", "--threshold", "90", "--xlsx", str(path)).status == 0
    sheets = load_workbook(path).sheetnames
    assert sheets[-4:] == ["Rencana terbaik", "Setiap pekerjaan", "Belum melapor", "Ambang"]


def one_is_enough() -> variants.Raw:
    """IGA 2028 that divides by one at least, and asks neither for a window nor for words."""
    raw = variants.iga_2028()
    raw["divisor"]["value"] = 1
    raw["window"] = None
    raw["sections"] = [one for one in raw["sections"] if not one.get("min_words")]
    raw["spd"] = raw["spd"][:1]
    return raw


def test_a_weak_innovation_is_left_out_and_the_index_is_what_the_plan_said(own_demo: Path) -> None:
    assert take(own_demo, file(own_demo, one_is_enough(), "aturan.json")).status == 0
    edition = ("--award", "iga", "--year", "2028", "--home", own_demo)
    weak = invoke("eligibility", "list", *edition, "--json").data["items"]
    code = next(one["code"] for one in weak if one["maturity"] == "0" and one["outcome"] != "not_met")
    for entered in ("3303-0169", code):
        assert invoke("entry", "prepare", entered, *edition).status == 0
    plan = advise(own_demo, "--items", "1", "--json", year="2028").data["plan"]
    (leave,) = plan["items"]
    assert (leave["kind"], leave["code"], leave["stated"]) == ("leave", code, True)
    assert leave["remedy"]["id"] == (
        "Jangan diikutkan, karena menurunkan rata-rata lebih besar daripada nilainya sendiri: jejak entry"
        f" result {code} --result withdrawn --award iga --year 2028."
    )
    assert invoke("entry", "result", code, "--result", "withdrawn", *edition).status == 0
    assert invoke("eligibility", "index", *edition, "--json").data["index"] == plan["steps"][1]["index"]
    # What was withdrawn is not offered again.
    plan = advise(own_demo, "--items", "40", "--json", year="2028").data["plan"]
    assert code not in {one["code"] for one in plan["items"] if one["kind"] == "enter"}
