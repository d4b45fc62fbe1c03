"""Every region of the official list goes the whole way, provinces with codes of two digits too."""

from __future__ import annotations

from pathlib import Path

import pytest

import jejak
from domain.region import RegisterRegion
from domain.streams import prefix
from schemas.regions import regions
from tests.helpers import invoke


def test_every_region_has_its_dossiers(tmp_path: Path) -> None:
    workspace = jejak.create_workspace(tmp_path / "ruang", region="33.03", operator="Petugas", post="Analis")
    codes = sorted(regions())
    assert len(codes) == 552
    for code in codes:
        own = prefix(code)
        register = [RegisterRegion.of(region=own, **regions()[code])] if code != "33.03" else []
        unit = jejak.unit.RegisterUnit.of(region=own, kind="opd", name="Dinas Uji")
        design = jejak.innovation.DesignInnovation.of(
            region=own, title="Uji", unit=f"{own}/unit/000001", occurred="2023"
        )
        workspace.record(*register, unit, design, command_id=code)
    with workspace.views() as views:
        for code in codes:
            name = f"{prefix(code)}-0001"
            assert views.dossier(name, "iga", 2026).code == name


@pytest.mark.parametrize("code", ["73", "31", "33.73"])
def test_a_region_goes_the_whole_way_on_the_command_line(code: str, tmp_path: Path) -> None:
    home, out = tmp_path / "ruang", tmp_path / "dokumen"
    assert invoke("init", home, "--region", code, "--operator", "Petugas", "--post", "Analis").status == 0
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
