"""All errors of a file come in one run: cells, references, and what rows break among themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from importers import template
from tests.helpers import Done, invoke
from tests.properties import oracle

UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}


def innovation(key: str, **more: Any) -> dict[str, Any]:
    return {"Kunci": key, "Judul": f"Inovasi {key}", "Unit": "Dinuji", "Tanggal": "2022", **more}


def launch(key: str, of: str) -> dict[str, Any]:
    return {"Kunci": key, "Inovasi": of, "Tanggal": "2022-12-15"}


def take(home: Path, tmp_path: Path, rows: dict[str, list[dict[str, Any]]]) -> Done:
    path = tmp_path / "buku.xlsx"
    template.write(path, rows={"Unit": [UNIT], **rows}, identity={"Kode Wilayah": "33.03"})
    return invoke("import", path, "--json", "--home", home)


def errors(home: Path, tmp_path: Path, rows: dict[str, list[dict[str, Any]]]) -> list[str]:
    done = take(home, tmp_path, rows)
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


def test_a_stage_and_a_title_are_judged_beside_an_unreadable_cell(home: Path, tmp_path: Path) -> None:
    assert take(home, tmp_path, {"Inovasi": [innovation("A")]}).status == 0
    rows = {
        "Inovasi": [innovation("A", Judul="Kunjungan Lansia", Tanggal="kemarin")],
        "Tahap": [{"Kunci": "T-1", "Tahap": "Drum-up", "Tidak Dilaksanakan": "ya"}],
    }
    assert errors(home, tmp_path, rows) == ["Tahap!B2", "Tahap!G2", "Inovasi!A2", "Inovasi!F2"]


def test_an_innovation_is_meant_by_its_acronym_or_title(home: Path, tmp_path: Path) -> None:
    """Of this file, of an earlier one, in any letters; each is the same innovation as its key."""
    first = innovation("A", Judul="Sistem Pasar Elektronik", Akronim="SIPEL")
    rows = {"Inovasi": [first, innovation("B")], "Peluncuran": [launch("L-1", "sipel")]}
    assert take(home, tmp_path, rows).status == 0
    more = {"Penerapan": [{"Kunci": "P-1", "Inovasi": "Sistem  Pasar Elektronik", "Tanggal": "2023"}]}
    assert take(home, tmp_path, more).status == 0
    found = [(one.type, one.stream) for one in oracle.events(home / "ledger.db")]
    assert found[-1] == ("innovation.implemented", "3303/innovation/000001")
    assert ("innovation.launched", "3303/innovation/000001") in found


def test_an_innovation_is_meant_by_the_acronym_in_the_brackets_of_its_title(
    home: Path, tmp_path: Path
) -> None:
    first = innovation("A", Judul="OBAT DIANTAR (OTAR)")
    rows = {"Inovasi": [first, innovation("B")], "Peluncuran": [launch("L-1", "otar")]}
    assert take(home, tmp_path, rows).status == 0
    more = {"Penerapan": [{"Kunci": "P-1", "Inovasi": "OTAR", "Tanggal": "2023"}]}
    assert take(home, tmp_path, more).status == 0
    found = [(one.type, one.stream) for one in oracle.events(home / "ledger.db")]
    assert found[-1] == ("innovation.implemented", "3303/innovation/000001")
    assert ("innovation.launched", "3303/innovation/000001") in found


def test_a_unit_is_meant_by_its_name_its_abbreviation_or_both(home: Path, tmp_path: Path) -> None:
    """Recorded as one name with brackets, or as two apart."""
    units = [
        {"Kunci": "U-5", "Jenis": "OPD", "Nama": "Dinas Kesehatan (Dinkes)"},
        {"Kunci": "U-6", "Jenis": "OPD", "Nama": "Dinas Sosial", "Nama Singkat": "Dinsos"},
    ]
    said = ("Dinkes", "Dinas Kesehatan", "dinas kesehatan (DINKES)", "Dinas Sosial (Dinsos)", "Dinsos")
    rows = [innovation(f"N-{n}", Judul=f"Inovasi {n}", Unit=one) for n, one in enumerate(said)]
    assert take(home, tmp_path, {"Unit": units}).status == 0
    assert take(home, tmp_path, {"Inovasi": rows}).status == 0
    found = invoke("catalogue", "list", "--json", "--home", home).data["items"]
    assert [one["unit"] for one in found] == [*["Dinas Kesehatan (Dinkes)"] * 3, "Dinsos", "Dinsos"]
    # A name and an abbreviation of two units mean neither.
    wrong = [innovation("N-9", Judul="Lain", Unit="Dinas Sosial (Dinkes)")]
    assert errors(home, tmp_path, {"Inovasi": wrong}) == ["Inovasi!E2"]
