"""Units under the names of the day told of, or of today: a unit that was renamed, then ended in another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import jejak
from tests.helpers import invoke

LAB = "3303/lab/000001"
MARKET, TRADE = "3303/unit/000001", "3303/unit/000002"
DAYS = ("2016-06-30", "2017-06-30", "2018-12-31", "2019-06-30", "2021-01-01")
"""Before the renaming, after it, after a launching, after the merger, after one more innovation."""
OLD, NEW, NEXT = "Dispas", "Dispasra", "Didag"


def of(action: Any, /, **values: Any) -> Any:
    return action.of(**{"region": "3303", **values})


def design(unit: str, occurred: str, **values: Any) -> Any:
    return of(jejak.innovation.DesignInnovation, lab=LAB, unit=unit, occurred=occurred, **values)


@pytest.fixture
def office(home: Path) -> Path:
    change = jejak.unit.ChangeUnit
    jejak.open_workspace(home).record(
        of(jejak.unit.RegisterUnit, kind="opd", name="Dinas Pasar", short=OLD),
        of(jejak.unit.RegisterUnit, kind="bagian", name="Dinas Perdagangan", short=NEXT),
        of(jejak.lab.OpenLab, slug="uji", name="Lab Uji", mode="reconstructed", occurred="2016-03-01"),
        of(jejak.lab.JoinLab, lab=LAB, unit=MARKET, occurred="2016-03-01"),
        of(jejak.lab.JoinLab, lab=LAB, unit=TRADE, occurred="2016-03-01"),
        of(jejak.idea.ProposeIdea, lab=LAB, title="Los", units=[MARKET], occurred="2016-03-02"),
        of(jejak.idea.ProposeIdea, lab=LAB, title="Kios", units=[MARKET, TRADE], occurred="2016-03-02"),
        design(MARKET, "2016-04-01", title="Los Bersih", idea="3303/idea/000001"),
        of(
            change, unit=MARKET, change="renamed", name="Dinas Pasar Rakyat", short=NEW, occurred="2017-01-01"
        ),
        design(MARKET, "2018-02-01", title="Los Daring"),
        of(jejak.innovation.Launch, innovation="3303/innovation/000001", lab=LAB, occurred="2018-05-01"),
        of(change, unit=MARKET, change="merged", successor=TRADE, occurred="2019-01-01"),
        design(TRADE, "2020-02-01", title="Kios Daring"),
    )
    return home


def asked(home: Path, day: str, units: str, *words: str) -> Any:
    said = invoke(*words, "--as-of", day, "--units", units, "--json", "--home", home)
    assert said.status == 0, said.err
    return said.data


CATALOGUE = {
    "dahulu": [[OLD], [OLD], [NEW, NEW], [NEW, NEW], [NEW, NEW, NEXT]],
    "sekarang": [[OLD], [NEW], [NEW, NEW], [NEXT, NEXT], [NEXT, NEXT, NEXT]],
}
DESIGNED = {
    "dahulu": [
        {(OLD, "opd"): 1},
        {(OLD, "opd"): 1},
        {(OLD, "opd"): 1, (NEW, "opd"): 1},
        {(OLD, "opd"): 1, (NEW, "opd"): 1},
        {(OLD, "opd"): 1, (NEW, "opd"): 1, (NEXT, "bagian"): 1},
    ],
    "sekarang": [
        {(OLD, "opd"): 1},
        {(NEW, "opd"): 1},
        {(NEW, "opd"): 2},
        {(NEXT, "bagian"): 2},
        {(NEXT, "bagian"): 3},
    ],
}
IDEAS = {
    "dahulu": [{OLD: 2, NEXT: 1}] * 5,
    "sekarang": [{OLD: 2, NEXT: 1}, {NEW: 2, NEXT: 1}, {NEW: 2, NEXT: 1}, {NEXT: 2}, {NEXT: 2}],
}
TOOK_PART = {
    "dahulu": [[OLD, NEXT]] * 5,
    "sekarang": [[OLD, NEXT], [NEW, NEXT], [NEW, NEXT], [NEXT], [NEXT]],
}
TOLD = {"dahulu": [[OLD, OLD]] * 5, "sekarang": [[one, one] for one in (OLD, NEW, NEW, NEXT, NEXT)]}
CASES = [(units, place) for units in CATALOGUE for place in range(len(DAYS))]


@pytest.mark.parametrize(("units", "place"), CASES)
def test_every_list_on_five_days(office: Path, units: str, place: int) -> None:
    day = DAYS[place]
    listed = asked(office, day, units, "catalogue", "list")["items"]
    assert [one["unit"] for one in listed] == CATALOGUE[units][place]
    designed = asked(office, day, units, "catalogue", "stats")["designed"]
    assert {(one["unit"], one["kind"]): one["count"] for one in designed["by_unit"]} == DESIGNED[units][place]
    funnel = asked(office, day, units, "lab", "funnel", "uji")
    assert {one["unit"]: one["count"] for one in funnel["ideas_by_unit"]} == IDEAS[units][place]
    shown = asked(office, day, units, "lab", "show", "uji")
    assert [one["unit"] for one in shown["units"]] == TOOK_PART[units][place]
    # How many took part does not change when two of them become one.
    assert shown["participants"] == {"opd": 1, "bagian": 1}
    for verb, items in (("history", "entries"), ("replay", "steps")):
        said = " ".join(one["sentence"] for one in asked(office, day, units, verb, "3303-0001")[items])
        assert re.findall(r"oleh (\w+)\.", said) == TOLD[units][place]


def test_without_the_option_units_are_those_of_today(office: Path) -> None:
    for words in (
        ("catalogue", "list"),
        ("catalogue", "stats"),
        ("lab", "funnel", "uji"),
        ("history", "3303-0001"),
    ):
        plain = invoke(*words, "--home", office).out
        assert plain == invoke(*words, "--units", "sekarang", "--home", office).out
        assert plain != invoke(*words, "--units", "dahulu", "--home", office).out


def test_a_unit_is_found_by_the_names_that_it_bears_or_bore(office: Path) -> None:
    def codes(*words: str) -> list[str]:
        found = invoke("catalogue", "list", *words, "--json", "--home", office).data
        assert found["total"] == len(found["items"])
        return [one["code"][-1] for one in found["items"]]

    assert codes("--unit", NEXT) == ["1", "2", "3"]
    assert codes("--unit", "dispasra") == ["1", "2"]
    assert codes("--unit", OLD) == ["1", "2"]
    assert codes("--unit", NEXT, "--units", "dahulu") == ["3"]
    assert codes("--unit", OLD, "--units", "dahulu") == ["1", "2"]
    assert codes("--kind", "bagian") == ["1", "2", "3"]
    assert codes("--kind", "opd") == []
    assert codes("--kind", "opd", "--units", "dahulu") == ["1", "2"]


def test_replay_names_units_in_what_changed(office: Path) -> None:
    def unit(units: str) -> list[str]:
        said = invoke("replay", "3303-0001", "--units", units, "--home", office).out
        return re.findall(r"unit: – → (\w+)", said)

    assert (unit("dahulu"), unit("sekarang")) == ([OLD], [NEXT])


def test_another_word_is_refused_with_those_there_are(office: Path) -> None:
    done = invoke("catalogue", "list", "--units", "lama", "--home", office)
    assert (done.status, "dahulu, sekarang" in done.err) == (2, True)


def test_a_workbook_says_that_its_units_are_those_of_the_time(office: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for units in ("dahulu", "sekarang"):
        file = tmp_path / f"{units}.xlsx"
        assert invoke("catalogue", "list", "--units", units, "--xlsx", file, "--home", office).status == 0
        said = [str(cell.value) for row in load_workbook(file).worksheets[0].iter_rows() for cell in row]
        assert any("Unit dengan namanya pada masa itu." in one for one in said) is (units == "dahulu")


@pytest.mark.parametrize(("units", "place"), CASES)
def test_a_comparison_and_a_page_on_five_days(office: Path, units: str, place: int) -> None:
    day = DAYS[place]
    (lab,) = asked(office, day, units, "lab", "compare")["labs"]
    market = TOLD[units][place][0]
    # Two units that became one are still two that took part.
    assert lab["codes"]["units"] == sorted([market, NEXT])
    assert lab["counts"]["units"] == 2
    fields = asked(office, day, units, "catalogue", "show", "3303-0001")["fields"]
    assert (fields["unit"]["value"], fields["unit_kind"]["value"]) == NAMES[market]


NAMES = {
    OLD: ("Dinas Pasar", "opd"),
    NEW: ("Dinas Pasar Rakyat", "opd"),
    NEXT: ("Dinas Perdagangan", "bagian"),
}
