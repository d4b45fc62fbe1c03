"""Every region of the official list goes the whole way, provinces with codes of two digits too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jejak
from domain.region import RegisterRegion
from domain.streams import code, prefix, region_code, stream_id, stream_of_code
from schemas import loader
from schemas.regions import regions
from tests.helpers import invoke

CODES = sorted(regions())
"""The codes of all regions, provinces first with two digits."""
BUILT = [one for place, one in enumerate(CODES) if len(one) == 2 or place % 40 == 0]
"""Every province and each fortieth of the rest: a dossier takes its time."""


def test_the_code_of_every_region_is_read_as_it_is_printed() -> None:
    pattern = loader.schema("dossier-iga")["properties"]["code"]["pattern"]
    streams = [stream_id(prefix(one), "innovation", 147) for one in CODES]
    assert len(CODES) == 552
    assert [stream_of_code(code(one)) for one in streams] == streams
    assert [region_code(one) for one in streams] == CODES
    assert [one for one in streams if not re.fullmatch(pattern, code(one))] == []


def test_provinces_and_some_of_the_rest_have_their_dossiers(tmp_path: Path) -> None:
    workspace = jejak.create_workspace(tmp_path / "ruang", region="33.03", operator="Petugas", post="Analis")
    assert len([one for one in BUILT if len(one) == 2]) == 38
    for one in BUILT:
        own = prefix(one)
        register = [RegisterRegion.of(region=own, **regions()[one])] if one != "33.03" else []
        unit = jejak.unit.RegisterUnit.of(region=own, kind="opd", name="Dinas Uji")
        design = jejak.innovation.DesignInnovation.of(
            region=own, title="Uji", unit=f"{own}/unit/000001", occurred="2023"
        )
        workspace.record(*register, unit, design, command_id=one)
    with workspace.views() as views:
        for name in (f"{prefix(one)}-0001" for one in BUILT):
            assert views.dossier(name, "iga", 2026).code == name


@pytest.mark.parametrize("region", ["73", "31", "33.73"])
def test_a_region_goes_the_whole_way_on_the_command_line(region: str, tmp_path: Path) -> None:
    home, out = tmp_path / "ruang", tmp_path / "dokumen"
    assert invoke("init", home, "--region", region, "--operator", "Petugas", "--post", "Analis").status == 0
    workspace = jejak.open_workspace(home)
    unit = workspace.record(jejak.unit.RegisterUnit.of(region=workspace.region, kind="opd", name="Dinas"))
    workspace.record(
        jejak.innovation.DesignInnovation.of(
            region=workspace.region, title="Uji", unit=unit.founded[0], occurred="2023"
        )
    )
    name = f"{workspace.region}-0001"
    for award, year in (("iga", "2026"), ("kipp", "2023")):
        done = invoke("dossier", award, name, "--year", year, "--out", out, "--home", home)
        assert (done.status, done.err) == (0, "")
    assert len(list(out.iterdir())) == 4
