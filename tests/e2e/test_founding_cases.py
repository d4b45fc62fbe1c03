"""The founding cases, tried as a new user would."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger.workspace.workspace import open_at
from tests.helpers import column, invoke


def test_every_published_figure_is_reproduced(demo: Path) -> None:
    shown = invoke("lab", "show", "purbalingga-2022", "--json", "--home", demo).data["figures"]
    shown += invoke("lab", "show", "salatiga-2019", "--json", "--home", demo).data["figures"]
    assert len(shown) == 20
    assert [one["computed"] for one in shown] == [one["published"] for one in shown]


def test_launches_of_purbalingga_by_kind_and_unit(demo: Path) -> None:
    launched = invoke("catalogue", "stats", "--lab", "purbalingga-2022", "--json", "--home", demo).data[
        "launched"
    ]
    kinds = launched["by_kind"]
    assert launched["total"] == 176
    assert (kinds["opd"], kinds["kecamatan"], kinds["bumd"]) == (90, 20, 21)
    assert kinds["puskesmas"] + kinds["rsud"] == 45
    units = {one["unit"]: one for one in launched["by_unit"]}
    named = ("Dinperindag", "Dinkominfo", "Bakeuda", "Puskesmas Kutasari", "PDAM")
    assert [units[one]["count"] for one in named] == [13, 9, 8, 6, 6]
    others = [one for one in launched["by_unit"] if one["unit"] not in named]
    assert max(one["count"] for one in others if one["kind"] == "opd") <= 8
    assert max(one["count"] for one in others if one["kind"] in ("puskesmas", "rsud", "bumd")) <= 6
    assert sum(one["count"] for one in launched["by_unit"]) == 176


@pytest.mark.parametrize(("day", "total"), [("2022-12-14", 0), ("2022-12-15", 176)])
def test_nothing_was_launched_the_day_before(demo: Path, day: str, total: int) -> None:
    done = invoke("catalogue", "stats", "--lab", "purbalingga-2022", "--as-of", day, "--json", "--home", demo)
    assert done.data["launched"]["total"] == total


def test_the_funnel_of_salatiga(demo: Path) -> None:
    data = invoke("lab", "funnel", "salatiga-2019", "--json", "--home", demo).data
    assert (data["ideas_proposed"], data["designed"], data["launched"]) == (365, 140, 140)
    came = data["ideas_proposed"] + data["made_by_merge"] + data["made_by_split"]
    went = sum(
        data[one] for one in ("merged_away", "split_away", "withdrawn", "not_continued", "open", "designed")
    )
    assert came == went == 425
    stages = [(one["stage"], one["from"], one["to"]) for one in data["stages"]]
    assert stages == [
        ("drum_up", "2019-03-13", "2019-03-15"),
        ("diagnose", "2019-03-13", "2019-03-15"),
        ("design", "2019-06-19", "2019-06-20"),
        ("monitoring", "2019-08-28", "2019-08-30"),
        ("launching", "2019-11-14", "2019-11-14"),
    ]


def test_a_missing_launch_row_is_named_by_the_demo(tmp_path: Path, workbook: Callable[..., Path]) -> None:
    def edit(book: Any) -> None:
        innovations, launches = book["Inovasi"], book["Peluncuran"]
        unit, key = column(innovations, "Unit"), column(launches, "Inovasi")
        of_unit = {
            row[0].value for row in innovations.iter_rows(min_row=2) if row[unit - 1].value == "Dinperindag"
        }
        victim = next(
            row[0].row for row in launches.iter_rows(min_row=2) if row[key - 1].value in of_unit - {"INO-001"}
        )
        launches.delete_rows(victim)

    folder = tmp_path / "contoh"
    folder.mkdir()
    workbook("purbalingga-2022", edit).rename(folder / "purbalingga-2022.xlsx")
    done = invoke("demo", "--out", tmp_path / "demo", "--examples", folder)
    assert done.status == 1
    assert done.out.split("berbeda dari hasil hitungan:\n")[1].split("\n\n")[0] == (
        "  purbalingga-2022, inovasi diluncurkan, semua: diumumkan 176, dihitung 175\n"
        "  purbalingga-2022, inovasi diluncurkan, OPD: diumumkan 90, dihitung 89\n"
        "  purbalingga-2022, inovasi diluncurkan, Dinperindag: diumumkan 13, dihitung 12"
    )


def test_the_lineage_goes_back_to_every_idea_with_all_credited(demo: Path) -> None:
    tree = invoke("catalogue", "show", "SAPA", "RT", "--lineage", "--json", "--home", demo).data["tree"]
    merged = tree["from"][0]
    assert (tree["kind"], merged["origin"], len(merged["from"])) == ("innovation", "merge", 3)
    sources = merged["from"]
    assert {one["origin"] for one in sources} == {"proposed"}
    assert set(merged["units"]) == {unit for one in sources for unit in one["units"]}
    assert set(merged["proposers"]) == {post for one in sources for post in one["proposers"]}
    drawn = invoke("catalogue", "show", "SAPA RT", "--lineage", "--home", demo).out
    assert [line for line in drawn.splitlines() if "3373-I" in line] == [
        f"└─ {merged['code']}  {merged['title']}",
        *(f"   ├─ {one['code']}  {one['title']}" for one in sources[:2]),
        f"   └─ {sources[2]['code']}  {sources[2]['title']}",
    ]


def test_history_tells_the_life_with_its_cells(demo: Path) -> None:
    done = invoke("history", "SIMPEL PASAR", "--home", demo)
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0] == "3303-0169  SIMPEL PASAR  (ilustrasi)"
    assert (
        "15 Des 2022  Diluncurkan pada Purbalingga Expo: peluncuran inovasi, bersama 175 inovasi lain."
        in lines
    )
    assert "└ 3303-0169 · peristiwa 1526 · Peluncuran!A2  Analis Bagian Organisasi (contoh)" in lines
    entries = invoke("history", "SIMPEL PASAR", "--json", "--home", demo).data["entries"]
    assert [one["type"] for one in entries].count("idea.proposed") == 2
    assert {"idea.made_by_merge", "idea.approved", "innovation.launched"} <= {one["type"] for one in entries}
    proposed = next(one for one in entries if one["type"] == "idea.proposed")
    assert (proposed["sheet"], proposed["cell"]) == ("Ide", "A2")


def test_search_finds_acronym_title_and_former_name(demo: Path) -> None:
    def found(words: str) -> list[str]:
        data = invoke("catalogue", "list", "--search", words, "--json", "--home", demo).data
        return [one["code"] for one in data["items"]]

    assert found("simpel pasar") == ["3303-0169"]
    assert found("Retribusi, Kios, dan Los") == ["3303-0169"]
    assert found("Pelayanan Retribusi dan Kios Pasar Rakyat") == ["3303-0169"]
    former = invoke(
        "catalogue", "show", "Sistem Pelayanan Retribusi dan Kios Pasar Rakyat", "--json", "--home", demo
    )
    assert former.data["code"] == "3303-0169"


def test_every_json_answer_meets_the_published_envelope(demo: Path) -> None:
    from jsonschema import validate

    from schemas.loader import schema

    envelope = schema("envelope")
    for words in (
        ["catalogue", "list", "--limit", "2"],
        ["catalogue", "stats"],
        ["catalogue", "show", "3303-1"],
        ["catalogue", "show", "tidak ada"],
        ["history", "3303-0001"],
        ["lab", "list"],
        ["lab", "show", "salatiga-2019"],
        ["lab", "funnel", "salatiga-2019"],
        ["projections", "status"],
        ["projections", "verify"],
        ["ledger", "verify"],
    ):
        done = invoke(*words, "--json", "--home", demo)
        validate(done.envelope, envelope)
        assert done.envelope["command"] == " ".join(words[:2]) if words[0] != "history" else "history"


def test_no_personal_data_of_the_examples_is_in_ledger_or_views(demo: Path) -> None:
    from openpyxl import load_workbook

    from tests.helpers import EXAMPLES

    words = {"Operator Contoh"}
    for path in EXAMPLES.glob("*.xlsx"):
        sheet = load_workbook(path, read_only=False)["Orang"]
        wanted = [column(sheet, label) - 1 for label in ("Nama", "NIP", "Telepon", "Surel")]
        words |= {str(row[at].value) for row in sheet.iter_rows(min_row=2) for at in wanted if row[at].value}
    assert len(words) > 40
    stored = {path: path.read_bytes() for path in demo.rglob("*") if path.is_file()}
    kept = {value for one in open_at(demo).vault.all().values() for value in one.values()}
    rest = {path.name: data for path, data in stored.items()}
    assert words - kept == set()
    assert [(word, name) for word in words for name, data in rest.items() if word.encode() in data] == []
    docx = [name for name in rest if name.endswith(".docx")]
    assert len(docx) == 4


def test_lists_are_byte_identical_after_rebuild_and_after_deleting_every_view(own_demo: Path) -> None:
    def lists() -> list[str]:
        words = (
            ["catalogue", "list", "--json"],
            ["catalogue", "stats", "--json"],
            ["lab", "list", "--json"],
            ["lab", "funnel", "salatiga-2019", "--json"],
            ["lab", "show", "purbalingga-2022", "--json"],
            ["history", "3373-0042", "--json"],
            ["catalogue", "show", "3303-0001", "--json"],
        )
        return [invoke(*one, "--home", own_demo).out for one in words]

    before = lists()
    assert json.loads(before[0])["data"]["total"] == 668
    assert invoke("projections", "rebuild", "--home", own_demo).status == 0
    assert lists() == before
    for path in (own_demo / "views").iterdir():
        path.unlink()
    assert lists() == before
    assert invoke("projections", "verify", "--home", own_demo).status == 0


def test_every_case_shows_its_figures_and_those_without_a_measure_are_not_computed(demo: Path) -> None:
    figures = []
    for slug in ("kebumen-2016", "purbalingga-2016", "purbalingga-2018", "salatiga-2017"):
        shown = invoke("lab", "show", slug, "--json", "--home", demo).data["figures"]
        figures += [(slug, one["measure"], one["published"], one["computed"]) for one in shown]
    assert figures == [
        ("kebumen-2016", "innovations.designed", 182, 182),
        ("purbalingga-2016", None, 178, None),
        ("purbalingga-2016", "innovations.designed", 117, 117),
        ("purbalingga-2018", "innovations.designed", 50, 50),
        ("salatiga-2017", "ideas.proposed", 89, 89),
    ]


def test_a_lab_closed_short_says_why_and_years_stay_years(demo: Path) -> None:
    stages = invoke("lab", "show", "purbalingga-2016", "--json", "--home", demo).data["stages"]
    display = next(one for one in stages if one["stage"] == "display")
    assert (display["held"], display["from"]) == (False, None)
    assert display["reason"]
    assert invoke("lab", "show", "purbalingga-2018", "--json", "--home", demo).data["opened_on"] == "2018"
    local = invoke("lab", "show", "kebumen-2016", "--json", "--home", demo).data["stages"]
    assert {(one["stage"], one["local_name"]) for one in local} == {
        ("drum_up", "Tahap I"),
        ("diagnose", "Tahap I"),
        ("design", "Tahap II"),
        ("launching", "Tahap III"),
    }


def test_rounds_side_by_side_with_the_codes_behind_every_number(demo: Path) -> None:
    data = invoke("lab", "compare", "--region", "33.03", "--json", "--home", demo).data
    assert [one["slug"] for one in data["labs"]] == [
        "purbalingga-2016",
        "purbalingga-2018",
        "purbalingga-2022",
    ]
    assert [one["counts"]["innovations_designed"] for one in data["labs"]] == [117, 50, 176]
    for one in data["labs"]:
        assert {name: len(codes) for name, codes in one["codes"].items()} == {
            name: count or 0 for name, count in one["counts"].items()
        }
        assert one["lan"]["HASIL_AKHIR"] is None
    # Nobody recorded how many ideas the first rounds had: that is not none.
    assert [one["counts"]["ideas_proposed"] for one in data["labs"]] == [None, None, 174]
    assert [one["counts"]["made_by_merge"] for one in data["labs"]][:2] == [None, None]
    assert data["labs"][2]["lan"] == {
        "DRUMP_UP": 86,
        "DIAGNOSE": 174,
        "DESAIN": 176,
        "DELIVER_LAUNCHING": 176,
        "DELIVER_MONITORING": 1,
        "DISPLAY": 30,
        "HASIL_AKHIR": None,
    }


def test_an_award_stands_in_the_life_of_an_innovation_born_outside_any_lab(demo: Path) -> None:
    shown = invoke("catalogue", "show", "Sekolah berasrama SMKN 3 Purbalingga", "--json", "--home", demo).data
    assert (shown["lab"], shown["illustrative"]) == (None, False)
    entries = invoke("history", shown["code"], "--json", "--home", demo).data["entries"]
    assert [one["type"] for one in entries] == ["innovation.awarded", "innovation.designed"]
    assert entries[0]["occurred"] == "2016-05"


def test_a_split_idea_shows_in_funnel_lineage_and_history(demo: Path) -> None:
    funnel = invoke("lab", "funnel", "salatiga-2017", "--json", "--home", demo).data
    assert (funnel["ideas_proposed"], funnel["made_by_split"], funnel["split_away"], funnel["open"]) == (
        89,
        2,
        1,
        90,
    )
    compared = invoke("lab", "compare", "--region", "33.73", "--json", "--home", demo).data["labs"][0]
    part = compared["codes"]["made_by_split"][1]
    entries = invoke("history", part, "--json", "--home", demo).data["entries"]
    assert [one["type"] for one in entries] == ["idea.proposed", "idea.split", "idea.made_by_split"]


def test_a_reorganised_unit_keeps_its_innovations_under_the_name_of_their_time(demo: Path) -> None:
    old = invoke(
        "catalogue", "list", "--search", "", "--lab", "purbalingga-2016", "--json", "--home", demo
    ).data
    renamed = [one for one in old["items"] if one["unit"] == "Dinperindag"]
    assert renamed
    shown = invoke("catalogue", "show", renamed[0]["code"], "--json", "--home", demo).data
    assert shown["fields"]["unit"]["value"] == "Dinas Perindustrian, Perdagangan dan Koperasi"
    stats = invoke(
        "catalogue", "stats", "--lab", "purbalingga-2016", "--as-of", "2016-12-31", "--json", "--home", demo
    )
    assert [one["count"] for one in stats.data["designed"]["by_unit"] if one["unit"] == "Dinperindagkop"] == [
        len(renamed)
    ]
