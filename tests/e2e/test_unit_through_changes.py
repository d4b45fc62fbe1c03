"""A unit through two new organisations: renamed in 2017, merged into another in 2021, seen on five days."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.lab_files import Rows, lab, recorded, said, shown, stages, workspace
from tests.e2e.lab_files import rows as table

SLUG = "purbalingga-2016"
ROWS: Rows = {
    "Unit": table(
        "Kunci|Jenis|Nama|Nama Singkat",
        "UNT-1|OPD|Kantor Ketahanan Pangan|KKP",
        "UNT-2|OPD|Dinas Pertanian|Dintan",
    ),
    "Dokumen": table(
        "Kunci|Jenis|Nomor|Tanggal|Perihal",
        "DOK-1|Perda|12 Tahun 2016|1 Desember 2016|Susunan perangkat daerah",
        "DOK-2|Perda|4 Tahun 2020|1 Desember 2020|Perubahan susunan perangkat daerah",
    ),
    "Perubahan Unit": table(
        "Kunci|Unit|Perubahan|Nama Baru|Nama Singkat Baru|Penerus|Dasar Hukum|Tanggal",
        "PBU-1|UNT-1|ganti nama|Dinas Ketahanan Pangan|Dinpangan||DOK-1|2 Januari 2017",
        "PBU-2|UNT-1|digabung|||UNT-2|DOK-2|4 Januari 2021",
    ),
    "Peserta": table("Kunci|Unit|Tanggal", "PST-1|UNT-1|10 Agustus 2016", "PST-2|UNT-2|10 Agustus 2016"),
    "Inovasi": table(
        "Kunci|Judul|Unit|Tanggal",
        "INO-1|Lumbung Warga|UNT-1|September 2016",
        "INO-2|Benih Terbuka|UNT-2|September 2016",
        "INO-3|Pangan Sekolah|UNT-1|Mei 2018",
        "INO-4|Pasar Tani|UNT-2|Mei 2022",
    ),
    "Peluncuran": table("Kunci|Inovasi|Tanggal", "PLC-1|INO-1|14 November 2016"),
    "Status Jalan": table("Kunci|Inovasi|Status|Tanggal", "STJ-1|INO-1|berjalan|1 Maret 2021"),
}
OWN, OTHER = "3303-0001", "3303-0002"
LISTED: dict[str, dict[str, str]] = {
    "2016-10-31": {OWN: "KKP", OTHER: "Dintan"},
    "2017-06-30": {OWN: "Dinpangan", OTHER: "Dintan"},
    "2020-12-31": {OWN: "Dinpangan", OTHER: "Dintan", "3303-0003": "Dinpangan"},
    "2021-06-30": {OWN: "Dintan", OTHER: "Dintan", "3303-0003": "Dintan"},
    "2022-12-31": {OWN: "Dintan", OTHER: "Dintan", "3303-0003": "Dintan", "3303-0004": "Dintan"},
}
"""Days with the unit of each innovation in lists: one that ended is called by its successor."""
AT_THE_TIME: dict[str, dict[str, str]] = {
    "2016-10-31": LISTED["2016-10-31"],
    "2022-12-31": {OWN: "KKP", OTHER: "Dintan", "3303-0003": "Dinpangan", "3303-0004": "Dintan"},
}
"""The same when lists are asked for the names that the units bore when they designed it."""
TOLD: dict[str, list[str]] = {
    "2016-10-31": ["innovation.designed"],
    "2017-06-30": ["innovation.designed", "innovation.launched"],
    "2020-12-31": ["innovation.designed", "innovation.launched"],
    "2021-06-30": ["innovation.designed", "innovation.launched", "innovation.status_reported"],
    "2022-12-31": ["innovation.designed", "innovation.launched", "innovation.status_reported"],
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = workspace(tmp_path_factory.mktemp("unit") / "ruang", "33.03")
    held = stages(("drum up", "10 Agustus 2016", "11 Agustus 2016"))
    recorded(made, "33.03", SLUG, lab(SLUG, "10 Agustus 2016") | held | ROWS)
    return made


@pytest.mark.parametrize("day", LISTED)
def test_the_list_names_the_unit_of_the_day(home: Path, day: str) -> None:
    items = shown(home, "catalogue", "list", "--as-of", day)["items"]
    assert {one["code"]: one["unit"] for one in items} == LISTED[day]
    for unit in set(LISTED[day].values()):
        found = shown(home, "catalogue", "list", "--unit", unit, "--as-of", day)["items"]
        assert {one["code"] for one in found} == {code for code, of in LISTED[day].items() if of == unit}


@pytest.mark.parametrize("day", AT_THE_TIME)
def test_the_list_names_on_request_the_unit_that_designed_it(home: Path, day: str) -> None:
    items = shown(home, "catalogue", "list", "--as-of", day, "--units", "dahulu")["items"]
    assert {one["code"]: one["unit"] for one in items} == AT_THE_TIME[day]


@pytest.mark.parametrize("day", LISTED)
def test_the_counts_name_the_unit_of_the_day_and_lose_none(home: Path, day: str) -> None:
    data = shown(home, "catalogue", "stats", "--lab", SLUG, "--as-of", day)
    units = list(LISTED[day].values())
    assert data["designed"]["total"] == len(units)
    assert {one["unit"]: one["count"] for one in data["designed"]["by_unit"]} == {
        unit: units.count(unit) for unit in units
    }
    assert data["launched"]["total"] == (0 if day < "2016-11-14" else 1)


@pytest.mark.parametrize("day", LISTED)
def test_the_lab_had_two_units_and_has_them_still(home: Path, day: str) -> None:
    assert shown(home, "lab", "show", SLUG, "--as-of", day)["participants"] == {"opd": 2}


@pytest.mark.parametrize("day", TOLD)
def test_the_history_goes_on_through_both(home: Path, day: str) -> None:
    entries = shown(home, "history", OWN, "--as-of", day)["entries"]
    assert [one["type"] for one in entries] == TOLD[day]


@pytest.mark.parametrize("day", LISTED)
def test_its_page_names_the_unit_that_designed_it(home: Path, day: str) -> None:
    def unit(code: str) -> str:
        return str(shown(home, "catalogue", "show", code, "--as-of", day)["fields"]["unit"]["value"])

    assert unit(OWN) == "Kantor Ketahanan Pangan"
    if "3303-0003" in LISTED[day]:
        assert unit("3303-0003") == "Dinas Ketahanan Pangan"
    assert unit(OTHER) == "Dinas Pertanian"


def test_before_the_lab_there_is_nothing_to_list(home: Path) -> None:
    assert shown(home, "catalogue", "list", "--as-of", "2016-08-31")["items"] == []
    assert "Peserta          2 SKPD" in said(home, "lab", "show", SLUG, "--as-of", "2016-08-31")


UNITS_TOLD: dict[str, list[tuple[str, str]]] = {
    "KKP": [
        ("Dinpangan", "Unit berganti nama menjadi Dinas Ketahanan Pangan."),
        ("Dinpangan", "Unit digabung ke Dintan."),
        ("KKP", "Unit Kantor Ketahanan Pangan didaftarkan."),
    ],
    "Dintan": [
        ("Dintan", "Meneruskan tugas Dinpangan."),
        ("Dintan", "Unit Dinas Pertanian didaftarkan."),
    ],
}
"""The life of each unit: what it was called at each event, and what is said of it."""


@pytest.mark.parametrize("units", ["dahulu", "sekarang"])
@pytest.mark.parametrize("unit", UNITS_TOLD)
def test_its_own_life_calls_it_as_it_was_called_then(home: Path, unit: str, units: str) -> None:
    entries = shown(home, "history", unit, "--units", units)["entries"]
    assert [(one["code"], one["sentence"]) for one in entries] == UNITS_TOLD[unit]
