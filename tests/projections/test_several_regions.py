"""Lists of a workspace with several regions tell them apart; what nobody recorded is not 0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

import jejak
from tests.helpers import invoke

LAB = "3303/lab/000001"
NAMES = {"3303": "Kabupaten Purbalingga", "3305": "Kabupaten Kebumen"}


def of(action: Any, /, **values: Any) -> Any:
    return action.of(**{"region": "3303", **values})


@pytest.fixture
def office(home: Path) -> Path:
    """Two regions, each with a lab of the same slug, a unit of the same name, innovations and awards."""
    workspace = jejak.open_workspace(home)
    kebumen = {"code": "33.05", "name": NAMES["3305"], "kind": "kabupaten", "time_zone": "Asia/Jakarta"}
    workspace.record(of(jejak.region.RegisterRegion, region="3305", **kebumen))
    for own in NAMES:
        made = {"region": own}
        lab, unit = f"{own}/lab/000001", f"{own}/unit/000001"
        workspace.record(
            of(jejak.unit.RegisterUnit, **made, kind="opd", name="Dinas Kesehatan", short="Dinkes"),
            of(
                jejak.lab.OpenLab,
                **made,
                slug="lab-2022",
                name="Lab",
                mode="reconstructed",
                occurred="2022-10",
            ),
            of(
                jejak.lab.HoldCeremony,
                **made,
                lab=lab,
                ceremony="launching",
                key="P-1",
                name="Peluncuran",
                occurred="2022-12-15",
            ),
            of(
                jejak.innovation.DesignInnovation,
                **made,
                lab=lab,
                unit=unit,
                title="Antrean",
                occurred="2022",
            ),
        )
    launch = {"innovation": "3305/innovation/000001", "lab": "3305/lab/000001", "ceremony": "P-1"}
    workspace.record(
        of(jejak.innovation.Launch, region="3305", occurred="2022-12-15", **launch),
        of(
            jejak.award.GiveAward,
            title="Penghargaan Inovasi",
            tier="Terbaik I",
            edition="2023",
            giver="Gubernur",
            recipient="unit",
            unit="3303/unit/000001",
            occurred="2023-05",
        ),
        of(
            jejak.award.GiveAward,
            region="3305",
            title="Top Inovasi",
            recipient="innovation",
            innovation="3305/innovation/000001",
            occurred="2023",
        ),
        of(jejak.award.GiveAward, title="INAGARA Award", recipient="region", occurred="2022-08-09"),
    )
    return home


def table(home: Path, *words: str) -> list[list[str]]:
    said = invoke(*words, "--home", home).out.splitlines()
    return [[cell for cell in line.split("  ") if cell] for line in said]


def test_a_page_of_innovations_says_of_which_region_each_is(office: Path) -> None:
    head, _line, *rows, _of_all = table(office, "catalogue", "list")
    assert head[:2] == ["Daerah", " Kode"] or head[0] == "Daerah"
    assert [row[0] for row in rows] == list(NAMES.values())
    (one,) = table(office, "catalogue", "list", "--limit", "1")[2:-1]
    assert one[0] == NAMES["3303"]
    assert table(office, "catalogue", "list", "--region", "33.05")[0][0] == "Kode"
    assert table(office, "catalogue", "list", "--lab", "33.05/lab-2022")[0][0] == "Kode"
    found = invoke("catalogue", "list", "--json", "--home", office).data
    assert found["several_regions"] is True
    assert [(one["region"], one["region_name"]) for one in found["items"]] == [
        ("33.03", NAMES["3303"]),
        ("33.05", NAMES["3305"]),
    ]


def test_a_workbook_of_innovations_tells_them_apart_too(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "daftar.xlsx"
    assert invoke("catalogue", "list", "--xlsx", file, "--home", office).status == 0
    rows = [row[:3] for row in load_workbook(file).worksheets[0].iter_rows(values_only=True)]
    assert rows[-3:] == [
        ("No.", "Daerah", "Kode"),
        (1, NAMES["3303"], "3303-0001"),
        (2, NAMES["3305"], "3305-0001"),
    ]


def test_units_of_one_name_are_counted_apart(office: Path) -> None:
    found = invoke("catalogue", "stats", "--json", "--home", office).data
    assert found["regions"] == {"33.03": NAMES["3303"], "33.05": NAMES["3305"]}
    assert [(one["region"], one["unit"], one["count"]) for one in found["designed"]["by_unit"]] == [
        ("33.03", "Dinkes", 1),
        ("33.05", "Dinkes", 1),
    ]
    assert [row[0] for row in table(office, "catalogue", "stats")[-3:]][::2] == ["Daerah", NAMES["3305"]]
    within = invoke("catalogue", "stats", "--region", "33.05", "--home", office).out
    assert "Daerah" not in within


def test_labs_of_one_slug_are_told_apart_and_have_no_number_that_nobody_recorded(office: Path) -> None:
    found = invoke("lab", "list", "--json", "--home", office).data["items"]
    assert [(one["region_name"], one["units"], one["ideas"], one["launched"]) for one in found] == [
        (NAMES["3305"] if at else NAMES["3303"], None, None, 1 if at else None) for at in (0, 1)
    ]
    rows = [[cell.strip() for cell in row] for row in table(office, "lab", "list")[2:4]]
    assert [row[1:] for row in rows] == [
        [NAMES["3303"], "–", "Oktober 2022", "–", "–", "–"],
        [NAMES["3305"], "–", "Oktober 2022", "–", "–", "1"],
    ]


def test_a_launching_says_that_its_number_is_not_known(office: Path, tmp_path: Path) -> None:
    shown = [invoke("lab", "show", f"{one}/lab-2022", "--home", office).out for one in ("33.03", "33.05")]
    assert "  15 Desember 2022, peluncuran, Peluncuran, jumlah inovasinya tidak diketahui\n" in shown[0]
    assert "  15 Desember 2022, peluncuran, Peluncuran, 1 inovasi\n" in shown[1]
    found = invoke("lab", "show", "33.03/lab-2022", "--json", "--home", office).data
    assert [one["launched"] for one in found["ceremonies"]] == [None]
    funnel = invoke("lab", "funnel", "33.03/lab-2022", "--json", "--home", office).data
    counts = {name: value for name, value in funnel.items() if value is None or type(value) is int}
    assert {name for name, value in counts.items() if value is not None} == {
        "innovations_designed",
        "innovations_without_idea",
        "illustrative_ideas",
        "illustrative_innovations",
    }
    said = invoke("lab", "funnel", "33.03/lab-2022", "--home", office).out
    assert "Diluncurkan                belum diketahui" in said
    stats = invoke("catalogue", "stats", "--lab", "33.03/lab-2022", "--home", office).out
    assert stats.splitlines()[0] == (
        "Dirancang: 1   Diluncurkan: belum diketahui   Diterapkan: belum diketahui"
        "   Dipamerkan: belum diketahui"
    )


def test_a_day_before_the_launching_has_none_but_a_silent_lab_has_no_number(office: Path) -> None:
    def launched(region: str, day: str) -> list[int | None]:
        words = ("--as-of", day, "--json", "--home", office)
        own = f"{region}/lab-2022"
        listed = invoke("lab", "list", *words).data["items"]
        compared = invoke("lab", "compare", "--region", region, *words).data["labs"][0]
        return [
            next(one["launched"] for one in listed if one["region"] == region),
            invoke("lab", "funnel", own, *words).data["launched"],
            invoke("catalogue", "stats", "--lab", own, *words).data["launched"]["total"],
            compared["counts"]["launched"],
            compared["lan"]["DELIVER_LAUNCHING"],
        ]

    assert launched("33.05", "2022-12-14") == [0] * 5
    assert launched("33.05", "2022-12-15") == [1] * 5
    assert launched("33.03", "2022-12-14") == [None] * 5


def test_a_live_lab_without_launches_has_none(home: Path) -> None:
    opened = of(jejak.lab.OpenLab, slug="kini", name="Lab", mode="live", occurred="2022-10-01")
    jejak.open_workspace(home).record(opened)
    found = invoke("lab", "funnel", "kini", "--json", "--home", home).data
    assert (found["ideas_proposed"], found["launched"], found["displayed"]) == (0, 0, 0)
    (listed,) = invoke("lab", "list", "--json", "--home", home).data["items"]
    assert (listed["units"], listed["ideas"], listed["launched"]) == (0, 0, 0)


def test_awards_of_regions_and_units(office: Path) -> None:
    found = invoke("catalogue", "awards", "--json", "--home", office).data["items"]
    told = [(one["region"], one["recipient"], one["to"], one["unit"], one["title"]) for one in found]
    assert told == [
        ("33.03", "region", NAMES["3303"], None, "INAGARA Award"),
        ("33.03", "unit", "Dinkes", "Dinkes", "Penghargaan Inovasi"),
        ("33.05", "innovation", "3305-0001 Antrean", "Dinkes", "Top Inovasi"),
    ]
    assert [row[0] for row in table(office, "catalogue", "awards")] == [
        "Daerah",
        *(row[0] for row in table(office, "catalogue", "awards")[1:2]),
        *[NAMES["3303"]] * 2,
        NAMES["3305"],
    ]

    def titles(*words: str) -> list[str]:
        return [
            one["title"]
            for one in invoke("catalogue", "awards", *words, "--json", "--home", office).data["items"]
        ]

    assert titles("--region", "33.05") == ["Top Inovasi"]
    assert titles("--unit", "dinkes") == ["Penghargaan Inovasi", "Top Inovasi"]
    assert titles("--unit", "dinkes", "--region", "33.03") == ["Penghargaan Inovasi"]
    assert titles("--as-of", "2022-12-31") == ["INAGARA Award"]
    assert titles("--unit", "Dinas Lain") == []
    empty = invoke("catalogue", "awards", "--unit", "Dinas Lain", "--home", office)
    assert empty.out == "Tidak ada penghargaan yang cocok. Kurangi syaratnya: jejak catalogue awards\n"


def test_the_report_says_so_too_and_a_published_number_stands_with_its_publisher(
    office: Path, tmp_path: Path
) -> None:
    def told(out: str) -> tuple[str, str]:
        done = invoke("lab", "documents", "33.03/lab-2022", "--out", tmp_path / out, "--home", office)
        assert done.status == 0, done.err
        (report,) = (tmp_path / out).glob("*-laporan.docx")
        said = next(
            one.text for one in Document(str(report)).paragraphs if one.text.startswith("Peluncuran, 15")
        )
        shown = invoke("lab", "show", "33.03/lab-2022", "--home", office).out.splitlines()
        return said, next(line.strip() for line in shown if "peluncuran, " in line)

    unknown = "Peluncuran, 15 Desember 2022: jumlah inovasi yang diluncurkan tidak diketahui"
    page = "15 Desember 2022, peluncuran, Peluncuran"
    assert told("pertama") == (unknown, f"{page}, jumlah inovasinya tidak diketahui")
    figure = {"lab": LAB, "measure": "innovations.launched", "value": 117, "publisher": "LAN RI"}
    jejak.open_workspace(office).record(of(jejak.region.PublishFigure, **figure))
    published = "Peluncuran, 15 Desember 2022: 117 inovasi diluncurkan menurut LAN RI"
    assert told("kedua") == (published, f"{page}, 117 inovasi, menurut LAN RI")
