"""A stage that was broken off and resumed has two runs, with the pause between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from importers import template
from tests.helpers import invoke, moved

LAB = {"Kunci": "l-2", "Nama": "Lab Dua", "Putaran": 2, "Cara Pencatatan": "rekonstruksi", "Tanggal": "2020"}
FIRST = {
    "Kunci": "T1",
    "Tahap": "design",
    "Nama Setempat": "Design (dihentikan)",
    "Mulai": 2020,
    "Selesai": 2020,
}
AGAIN = {"Kunci": "T2", "Tahap": "design", "Nama Setempat": "Design (dilanjutkan)", "Mulai": "4 Maret 2021"}
Stages = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


@pytest.fixture(params=["sqlite", "postgres"])
def stages(request: pytest.FixtureRequest, home: Path, tmp_path: Path) -> Stages:
    """Imports rows of sheet Tahap; gives the stages that the lab then has."""
    place = moved(home, request.getfixturevalue("postgres")) if request.param == "postgres" else home

    def run(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        path = tmp_path / "lab.xlsx"
        identity = {"Kode Wilayah": "33.03", "Lab": "l-2"}
        template.write(path, rows={"Lab": [LAB], "Tahap": rows}, identity=identity)
        done = invoke("import", path, "--home", place)
        assert done.status == 0, done.err
        return list(invoke("lab", "show", "l-2", "--json", "--home", place).data["stages"])

    return run


def test_both_runs_stand_with_the_pause(stages: Stages, home: Path) -> None:
    found = stages([AGAIN, FIRST])
    assert [
        (one["local_name"], one["run"], one["from"], one["to"], one["paused_since"]) for one in found
    ] == [
        ("Design (dihentikan)", 1, "2020", "2020", None),
        ("Design (dilanjutkan)", 2, "2021-03-04", None, "2020"),
    ]
    shown = invoke("lab", "show", "l-2", "--home", home).out
    assert "Design (dilanjutkan)  4 Maret 2021 (dilanjutkan setelah jeda sejak 2020)  –\n" in shown
    again = stages([{**AGAIN, "Selesai": "30 Maret 2021"}, FIRST])
    assert [one["to"] for one in again] == ["2020", "2021-03-30"]
