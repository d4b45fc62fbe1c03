"""The benchmark table is whole and its arithmetic right. No test asserts a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import bench
from benchmarks.measure import Line, of_pairs, table

TINY = bench.Size(events=2_000, innovations=40, runs=1)


def test_the_table_has_every_row(tmp_path: Path) -> None:
    lines = list(bench.measure(TINY, tmp_path))
    assert [line.work for line in lines] == [
        "one recorded action",
        "10,000 actions in one append",
        "rebuild of the catalogue",
        "  beside it: json.loads of every row",
        "rebuild of all views",
        "rebuild by two processes, to one",
        "catch-up of 1,000 events, to a small ledger",
        "peak memory of a rebuild",
        "verdicts of 125 innovations, IGA 2026",
        "peak memory of the verdicts",
        "first 50 of 40 innovations",
        "the same with a search word",
        "jejak --help",
    ]
    assert all(line.ratio is None or line.ratio > 0 for line in lines)
    assert all(line.ratio for line in lines if line.ours != "not there")


def test_the_report_names_machine_and_missed_targets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [Line("slow", "9/s", "1/s", 0.1, 0.3), Line("fast", "9/s", "8/s", 0.9, 0.3)]
    monkeypatch.setattr(bench, "measure", lambda *_, **__: iter(lines))
    assert bench.main(["--quick"]) == 0
    printed = capsys.readouterr().out
    assert "cores" in printed.splitlines()[0]
    assert "SQLite" in printed.splitlines()[0]
    assert printed.splitlines()[-1] == "missed: slow"


def test_targets_bind_speeds_from_below_and_times_from_above() -> None:
    assert Line("w", "", "", 0.3, 0.3).met
    assert Line("w", "", "", 1.7, 1.6, at_least=False).met is False
    assert Line("w", "", "not there", None, 1.6).met is None
    assert Line("w", "", "", 0.5).met is None


def test_ratios_are_medians_of_pairs() -> None:
    taken = of_pairs([(1.0, 2.0), (1.0, 4.0), (3.0, 3.0)])
    assert (taken.floor, taken.ours, taken.speed) == (1.0, 3.0, 0.5)
    assert taken.slowness == 2


def test_the_table_is_aligned() -> None:
    rows = table([Line("a", "1/s", "2/s", 2.0, 0.3), Line("longer", "10/s", "-")]).splitlines()
    assert rows[0].split() == ["work", "floor", "ours", "ratio", "target", "met"]
    assert rows[1].split() == ["a", "1/s", "2/s", "2.000", ">=", "0.3", "yes"]
    assert rows[2].split() == ["longer", "10/s", "-", "-", "-", "-"]
