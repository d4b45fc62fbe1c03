"""What is computed beside a published figure; what nobody recorded is not known, never 0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jejak
from domain import terms
from domain.delivery import Implement
from domain.recognition import Determine
from domain.running import ReportStatus
from tests.helpers import invoke

NEW = ("innovations.displayed", "innovations.implemented", "innovations.determined", "innovations.running")
LAB, SILENT = "3303/lab/000001", "3303/lab/000002"
UNIT, OTHER = "3303/unit/000001", "3303/unit/000002"


def of(action: Any, /, **values: Any) -> Any:
    return action.of(**{"region": "3303", **values})


def figure(measure: str | None, value: int = 5, **values: Any) -> Any:
    return of(jejak.region.PublishFigure, measure=measure, value=value, publisher="LAN", **values)


@pytest.fixture
def office(home: Path) -> Path:
    """A lab of two units with four innovations, and one of which nothing is recorded."""
    innovations = [f"3303/innovation/{at:06d}" for at in range(1, 5)]
    opened = {"mode": "reconstructed", "occurred": "2022"}
    jejak.open_workspace(home).record(
        of(jejak.unit.RegisterUnit, kind="opd", name="Dinas Satu"),
        of(jejak.unit.RegisterUnit, kind="kecamatan", name="Kecamatan Dua"),
        of(jejak.document.RegisterDocument, kind="sk", number="1/2023", subject="Penetapan"),
        of(jejak.lab.OpenLab, slug="satu", name="Lab Satu", **opened),
        of(jejak.lab.OpenLab, slug="dua", name="Lab Dua", **opened),
        *(
            of(jejak.innovation.DesignInnovation, lab=LAB, title=f"Inovasi {at}", unit=unit)
            for at, unit in enumerate((UNIT, UNIT, UNIT, OTHER))
        ),
        of(jejak.innovation.Display, innovation=innovations[0], lab=LAB),
        of(Implement, innovation=innovations[0]),
        of(Implement, innovation=innovations[1]),
        of(Determine, innovation=innovations[2], document="3303/document/000001"),
        of(ReportStatus, innovation=innovations[0], status="running"),
        of(ReportStatus, innovation=innovations[1], status="running"),
        of(ReportStatus, innovation=innovations[1], status="stopped", reason="Dana habis."),
        of(ReportStatus, innovation=innovations[2], status="stopped", reason="Dana habis."),
        of(ReportStatus, innovation=innovations[2], status="resumed"),
    )
    return home


def computed(home: Path, *words: str) -> list[tuple[str | None, str | None, int | None]]:
    found = invoke("lab", "figures", *words, "--json", "--home", home).data["items"]
    return [(one["lab"], one["measure"], one["computed"]) for one in found]


def test_the_last_word_of_each_innovation_counts(office: Path) -> None:
    jejak.open_workspace(office).record(*(figure(one, lab=LAB) for one in NEW))
    assert computed(office) == list(zip(["satu"] * 4, NEW, [1, 2, 1, 2], strict=True))


def test_nobody_recorded_anything_of_a_lab(office: Path) -> None:
    jejak.open_workspace(office).record(*(figure(one, lab=SILENT) for one in terms.MEASURES))
    assert computed(office) == [("dua", one, None) for one in terms.MEASURES]
    shown = invoke("lab", "figures", "--home", office).out.splitlines()
    assert len(shown) == 10
    assert [line for line in shown[2:] if not line.endswith("belum diketahui")] == []


def test_a_unit_without_a_record_is_not_one_with_none(office: Path) -> None:
    jejak.open_workspace(office).record(*(figure(one, lab=LAB, unit=OTHER) for one in NEW))
    assert computed(office) == [("satu", one, None) for one in NEW]


def test_a_kind_of_unit_without_launches_has_none_where_launches_are_recorded(office: Path) -> None:
    scoped = [figure("innovations.launched", lab=LAB, unit_kinds=[kind]) for kind in ("opd", "kecamatan")]
    jejak.open_workspace(office).record(*scoped)
    assert [one[2] for one in computed(office)] == [None, None]
    launch = of(jejak.innovation.Launch, innovation="3303/innovation/000001", lab=LAB)
    jejak.open_workspace(office).record(launch)
    assert [one[2] for one in computed(office)] == [1, 0]


def test_stopped_everywhere_is_none_running(office: Path) -> None:
    stopped = [
        of(ReportStatus, innovation=f"3303/innovation/00000{at}", status="stopped", reason="Selesai.")
        for at in (1, 3)
    ]
    jejak.open_workspace(office).record(*stopped, figure("innovations.running", lab=LAB))
    assert computed(office) == [("satu", "innovations.running", 0)]


def test_figures_of_several_regions_and_of_the_nation(office: Path) -> None:
    other = jejak.region.RegisterRegion.of(
        region="3305", code="33.05", name="Kabupaten Kebumen", kind="kabupaten", time_zone="Asia/Jakarta"
    )
    own = {"region": "3305"}
    jejak.open_workspace(office).record(
        other,
        of(jejak.unit.RegisterUnit, **own, kind="opd", name="Dinas Tiga"),
        of(jejak.innovation.DesignInnovation, **own, title="Inovasi", unit="3305/unit/000001"),
        figure("innovations.designed", 12, area="regions", regions=["33.03", "33.05"]),
        figure("innovations.designed", 12, area="regions", regions=["33.03", "33.04"]),
        figure("innovations.designed", 12, area="regions", regions=["33.03", "33.05"], regions_count=3),
        figure("innovations.launched", 12, area="regions", regions=["33.03", "33.05"]),
        figure("innovations.launched", 8589, area="nation", regions_count=117),
        figure("innovations.launched", 800, area="province", regions=["33"]),
        figure("innovations.designed", 4),
        figure("innovations.designed", 1, region="3305"),
    )
    shown = invoke("lab", "figures", "--home", office).out.splitlines()
    assert [line.split("  ")[0] for line in shown[2:]] == ["Kabupaten Purbalingga"] * 7 + [
        "Kabupaten Kebumen"
    ]
    found = invoke("lab", "figures", "--json", "--home", office).data["items"]
    told = [(one["area"], one["regions"], one["regions_count"], one["computed"]) for one in found]
    assert told == [
        ("regions", ["33.03", "33.05"], None, 5),
        ("regions", ["33.03", "33.04"], None, None),
        ("regions", ["33.03", "33.05"], 3, None),
        ("regions", ["33.03", "33.05"], None, None),
        ("nation", [], 117, None),
        ("province", ["33"], None, None),
        ("region", [], None, 4),
        ("region", [], None, 1),
    ]
    within = invoke("lab", "figures", "--region", "33.05", "--json", "--home", office).data["items"]
    assert [one["event"] for one in within] == [found[at]["event"] for at in (0, 2, 3, 7)]
    lines = [" ".join(line.split()) for line in shown]
    nation = "Kabupaten Purbalingga – nasional (117 daerah) inovasi diluncurkan semua 8.589 tidak dihitung"
    assert nation in lines
    several = "beberapa daerah (3 daerah, 33.03; 33.05) inovasi dirancang semua 12 tidak dihitung"
    assert f"Kabupaten Purbalingga – {several}" in lines
    assert "Kabupaten Kebumen – daerah ini inovasi dirancang semua 1 1" in lines
