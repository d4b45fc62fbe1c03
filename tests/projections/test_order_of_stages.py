"""The stages of a lab stand in the order in which they happened; where that is open, in LAN's order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from domain.lab import HoldStage, OpenLab
from tests.clocked import go_on
from tests.helpers import invoke

AT = "2023-06-06T05:00:00+00:00"
NEW = "3303/lab/000003"
Dates = dict[str, str | None]


def recorded(home: Path, dates: Dates) -> None:
    """A lab whose stages began on these dates, recorded in this order."""
    stages = [HoldStage.of(region="3303", lab=NEW, stage=one, opened_on=day) for one, day in dates.items()]
    opened = OpenLab.of(region="3303", slug="uji-2019", name="Lab Uji", mode="reconstructed")
    go_on(home, AT, opened, *stages)


def order(home: Path, verb: str) -> list[str]:
    found: list[dict[str, Any]] = invoke("lab", verb, "uji-2019", "--json", "--home", home).data["stages"]
    return [one["stage"] for one in found]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        # The year alone says neither before nor behind a day of the same year.
        (
            {"launching": "2019", "drum_up": "2019-03-13", "display": "2019-11-20"},
            ["drum_up", "launching", "display"],
        ),
        ({"drum_up": "2019", "design": "2019-06-19"}, ["drum_up", "design"]),
        ({"drum_up": "2019", "design": "2018-06-19"}, ["design", "drum_up"]),
        # What certainly came earlier stands earlier, whatever LAN's order.
        (
            {"launching": "2019-11-14", "monitoring": "2019-08-28", "design": "2019"},
            ["design", "monitoring", "launching"],
        ),
        ({"design": "2019-06", "drum_up": "2019-06-20", "diagnose": None}, ["drum_up", "diagnose", "design"]),
        ({"display": None, "launching": "2019-11-14", "design": None}, ["design", "launching", "display"]),
    ],
)
def test_stages_stand_in_the_order_in_which_they_happened(
    own_life: Path, dates: Dates, expected: list[str]
) -> None:
    recorded(own_life, dates)
    assert order(own_life, "show") == order(own_life, "funnel") == expected


def test_documents_print_the_same_order(own_life: Path, tmp_path: Path) -> None:
    recorded(own_life, {"launching": "2019", "drum_up": "2019-03-13", "display": "2019-11-20"})
    words = ("lab", "documents", "uji-2019", "--only", "laporan", "--out", tmp_path)
    assert invoke(*words, "--home", own_life).status == 0
    tables = Document(str(next(tmp_path.glob("*.docx")))).tables
    printed = [[row.cells[0].text for row in table.rows] for table in tables]
    assert ["Tahap", "Drum up", "Launching", "Display"] in printed
