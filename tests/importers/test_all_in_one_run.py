"""All errors of a file come in one run: cells, references, and what rows break among themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from importers import template
from tests.helpers import invoke

UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}


def innovation(key: str, **more: Any) -> dict[str, Any]:
    return {"Kunci": key, "Judul": f"Inovasi {key}", "Unit": "Dinuji", "Tanggal": "2022", **more}


def launch(key: str, of: str) -> dict[str, Any]:
    return {"Kunci": key, "Inovasi": of, "Tanggal": "2022-12-15"}


def errors(home: Path, tmp_path: Path, rows: dict[str, list[dict[str, Any]]]) -> list[str]:
    path = tmp_path / "buku.xlsx"
    template.write(path, rows={"Unit": [UNIT], **rows}, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--json", "--home", home)
    assert done.status == 3
    return [one["where"] for one in done.envelope["messages"] if one.get("where")]


def test_cells_references_and_broken_facts_are_named_together(home: Path, tmp_path: Path) -> None:
    rows = {
        "Inovasi": [innovation("A"), innovation("B", Tanggal="kemarin"), innovation("C", Unit="Dinas Lain")],
        "Peluncuran": [launch("L-1", "A"), launch("L-2", "A"), launch("L-3", "Z")],
    }
    assert errors(home, tmp_path, rows) == ["Inovasi!F3", "Inovasi!E4", "Peluncuran!B4"]
    rows["Peluncuran"] = rows["Peluncuran"][:2]
    assert errors(home, tmp_path, rows) == ["Inovasi!F3", "Inovasi!E4", "Peluncuran!A3"]


def test_what_a_faulty_row_may_mend_is_not_held_against_others(home: Path, tmp_path: Path) -> None:
    """The second launch of A is an error only if nothing of A is wrong elsewhere."""
    rows = {
        "Inovasi": [innovation("A"), innovation("B")],
        "Peluncuran": [launch("L-1", "A"), launch("L-2", "A"), launch("L-4", "B"), launch("L-5", "B")],
        "Penerapan": [{"Kunci": "P-1", "Inovasi": "A", "Tanggal": "kemarin"}],
    }
    assert errors(home, tmp_path, rows) == ["Penerapan!C2", "Peluncuran!A5"]
