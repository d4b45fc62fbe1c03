"""The keys of what `jejak eligibility` and `jejak dossier` answer with `--json`, in their order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.helpers import invoke

EDITION = ("--award", "iga", "--year", "2026")
HEAD = ["award", "year", "group", "rulebook", "position", "day", "code", "title", "acronym", "unit"]
HEAD += ["illustrative", "entered", "outcome", "not_met", "unknown", "warnings"]
HEAD += ["maturity", "maturity_verified", "maturity_most"]
FINDING = [
    "rule",
    "label",
    "kind",
    "decides",
    "outcome",
    "certainty",
    "sentence",
    "remedy",
    "facts",
    "absent",
]
FINDING += ["sources", "level", "claimed", "verified", "value", "basis", "points", "most", "gain", "upto"]
INDEX = [
    "award",
    "year",
    "group",
    "rulebook",
    "position",
    "day",
    "region",
    "rows",
    "spd",
    "spd_most",
    "count",
]
INDEX += ["divisor", "mean", "mean_most", "number", "number_most", "shares", "spread", "index", "predicate"]
INDEX += ["predicate_certainty", "unknown"]
ADVICE = ["award", "year", "group", "region", "rulebook", "day", "items", "innovations", "regions", "units"]
ADVICE += ["plan", "silent", "sending", "unknown", "entered", "shut_out"]
PLAN = ["asked", "stated", "threshold", "predicate", "predicate_certainty", "items", "steps"]
ITEM = ["code", "title", "unit", "rule", "label", "stated", "points", "pieces", "each", "sentence", "remedy"]


def data(home: Path, *words: str) -> Any:
    return invoke(*words, "--json", "--home", home).data


def test_a_verdict_and_its_findings(demo: Path) -> None:
    verdict = data(demo, "eligibility", "show", "3303-0001", *EDITION)
    assert list(verdict) == [*HEAD, "findings"]
    assert {tuple(one) for one in verdict["findings"]} == {tuple(FINDING)}
    assert list(verdict["rulebook"]) == ["id", "sha256"]
    absent = [one["absent"] for one in verdict["findings"] if one["absent"]]
    assert {tuple(one) for one in absent} == {("scope", "position")}


def test_a_list_of_verdicts(demo: Path) -> None:
    found = data(demo, "eligibility", "list", *EDITION, "--entered")
    assert list(found) == ["items", "counts"]
    assert {tuple(row) for row in found["items"]} == {(*HEAD, "rules")}
    assert list(found["counts"]) == ["met", "not_met", "unknown"]


def test_an_index(demo: Path) -> None:
    index = data(demo, "eligibility", "index", *EDITION)
    assert list(index) == INDEX
    assert {tuple(row) for row in index["rows"]} == {tuple(FINDING)}


def test_advice(demo: Path) -> None:
    advice = data(demo, "eligibility", "advise", "iga", "--year", "2026")
    assert list(advice) == ADVICE
    assert {tuple(item) for item in advice["items"]} == {tuple(ITEM)}
    sums = {
        name: set(advice[name][0]) - {"points", "pieces", "items"}
        for name in ("innovations", "regions", "units")
    }
    assert sums == {"innovations": {"code", "title"}, "regions": {"region"}, "units": {"unit"}}
    assert (advice["plan"], advice["sending"]) == (None, None)
    assert {tuple(one) for one in advice["silent"]} == {("unit", "name", "innovations")}


def test_a_plan(demo: Path) -> None:
    words = ("advise", "iga", "--year", "2026", "--items", "2", "--threshold", "90")
    advice = data(demo, "eligibility", *words)
    assert list(advice["plan"]) == PLAN
    assert {tuple(one) for one in advice["plan"]["steps"]} == {("items", "index", "adds", "count", "keeps")}
    assert {tuple(one) for one in advice["plan"]["items"]} == {
        ("since", "kind", "code", "title", "unit", "rule", "label", "stated", "points", "pieces", "remedy")
    }
    assert list(advice["sending"]) == ["threshold", "items"]
    assert {tuple(one) for one in advice["sending"]["items"]} == {
        ("code", "title", "unit", "outcome", "maturity", "lacks", "reaches")
    }


def test_written_sheets(demo: Path, tmp_path: Path) -> None:
    written = data(demo, "eligibility", "sheets", *EDITION, "--entered", "--out", str(tmp_path))
    assert list(written) == ["rulebook", "region", "day", "innovations", "files", "older"]
    assert list(written["rulebook"]) == ["id", "title", "sha256"]
    assert {tuple(one) for one in written["files"]} == {("path", "kind", "unit", "rows")}


@pytest.mark.parametrize(("award", "year"), [("iga", "2026"), ("kipp", "2023")])
def test_a_written_dossier(demo: Path, tmp_path: Path, award: str, year: str) -> None:
    written = data(demo, "dossier", award, "3303-0001", "--year", year, "--out", str(tmp_path))
    assert list(written) == ["code", "files", "missing", "verdict"]
    assert {tuple(one) for one in written["missing"]} == {("id", "label", "what")}
    assert list(written["verdict"]) == [*HEAD, "findings"]
