"""`catalogue list --unit` finds a unit by every name that it bears or bore."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.design import DesignInnovation
from domain.unit import ChangeUnit, RegisterUnit
from tests.clocked import go_on
from tests.helpers import invoke

AT = "2023-06-06T05:00:00+00:00"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Disperin", ["3303-0005"]),
        ("dinas perindustrian dan tenaga kerja", ["3303-0005"]),
        ("Disnaker", ["3303-0005"]),
        ("DINAS TENAGA KERJA", ["3303-0005"]),
        ("Dinas Tenaga Kerja dan Transmigrasi", ["3303-0005"]),
        ("Dinas", []),
        ("Tenaga Kerja", []),
        ("Dindag", ["3303-0001", "3303-0002", "3303-0003", "3303-0004"]),
    ],
)
def test_a_unit_is_found_by_a_former_name(own_life: Path, name: str, codes: list[str]) -> None:
    unit = "3303/unit/000004"
    how = {"region": "3303", "unit": unit, "change": "renamed"}
    go_on(
        own_life,
        AT,
        RegisterUnit.of(region="3303", kind="opd", name="Dinas Tenaga Kerja", short="Disnaker"),
        DesignInnovation.of(region="3303", title="Kartu Kerja", unit=unit),
        ChangeUnit.of(name="Dinas Tenaga Kerja dan Transmigrasi", **how),
        ChangeUnit.of(name="Dinas Perindustrian dan Tenaga Kerja", short="Disperin", **how),
    )
    found = invoke("catalogue", "list", "--unit", name, "--json", "--home", own_life).data
    assert [one["code"] for one in found["items"]] == codes
    assert found["total"] == len(codes)
