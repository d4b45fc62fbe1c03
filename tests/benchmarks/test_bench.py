"""The benchmark table is whole and its arithmetic right. No test asserts a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import bench, rows
from benchmarks.grounds import Grounds, Size
from benchmarks.measure import Line, of_pairs, table
from benchmarks.server import Server, server
from tools.server import VARIABLE

TINY = Size(events=2_000, innovations=40, runs=1, times=2)
EVERY = [
    "one recorded action (SQLite)",
    "one recorded action (PostgreSQL)",
    "10,000 actions in one append (SQLite)",
    "10,000 actions in one append (PostgreSQL)",
    "ledger verify of 2,000 events, to hashing the same bytes in memory (SQLite)",
    "ledger verify of 2,000 events, to reading and hashing the same rows (SQLite)",
    "ledger verify of 2,000 events, two processes, to hashing the same bytes in memory (SQLite)",
    "ledger verify of 2,000 events, two processes, to reading and hashing the same rows (SQLite)",
    "ledger verify of 2,000 events, to hashing the same bytes in memory (PostgreSQL)",
    "ledger verify of 2,000 events, two processes, to hashing the same bytes in memory (PostgreSQL)",
    "666 events in one append with a signed checkpoint, to without (SQLite)",
    "one proof of an event of 5,000 (SQLite)",
    "peak memory of ledger verify of 1,000 events (SQLite)",
    "peak memory of ledger verify of 2,000 events (SQLite)",
    "rebuild of the catalogue (SQLite)",
    "rebuild of the catalogue, to json.loads of every row (SQLite)",
    "rebuild of the catalogue (SQLite), to the library's ProjectionRunner (PostgreSQL)",
    "rebuild of all views (SQLite)",
    "rebuild of 2,000 events by two processes, to one (SQLite)",
    "catch-up of 1,000 events in 2,000, to a small ledger (SQLite)",
    "rebuild of the catalogue (PostgreSQL)",
    "rebuild of the catalogue, to json.loads of every row (PostgreSQL)",
    "rebuild of the catalogue (PostgreSQL), to the library's ProjectionRunner (PostgreSQL)",
    "rebuild of all views (PostgreSQL)",
    "rebuild of 2,000 events by two processes, to one (PostgreSQL)",
    "catch-up of 1,000 events in 2,000, to a small ledger (PostgreSQL)",
    "two plain loops at once, to one after the other",
    "peak memory of a rebuild of 2,000 events (SQLite)",
    "verdicts of all innovations, IGA 2026 (SQLite)",
    "peak memory of the verdicts (SQLite)",
    "best plan of 100 items for 500 innovations, proved",
    "4 IGA dossiers with evidence (SQLite)",
    "4 IGA dossiers with evidence, two processes (SQLite)",
    "peak memory of 4 IGA dossiers with evidence (SQLite)",
    "pages of a region (SQLite), to folding and rendering",
    "pages of a region (SQLite), each innovation",
    "first page of 40 innovations in a browser",
    "search among 40 innovations in a browser",
    "first 50 of 80 innovations (SQLite)",
    "the same with a search word (SQLite)",
    "as-of of one region of 3, to its current list (SQLite)",
    "first 50 of 80 innovations (PostgreSQL)",
    "the same with a search word (PostgreSQL)",
    "as-of of one region of 3, to its current list (PostgreSQL)",
    "reading the sheet, share of an import of 100 rows (SQLite)",
    "reading the sheet, share of an import of 100 rows (PostgreSQL)",
    "reading the sheets, share of an import of 1,000 rows that is refused for 50 errors (SQLite)",
    "peak memory of an import of 1,000 rows that is refused for 50 errors (SQLite)",
    "append, per event of 2,000 events, to 1,000 (SQLite)",
    "append, per event of 2,000 events, to 1,000 (PostgreSQL)",
    "rebuild of all views, per event of 2,000 events, to 1,000 (SQLite)",
    "peak memory of a rebuild of 2,000 events, to 1,000 (SQLite)",
    "jejak --help",
]


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgres_server: str) -> Iterator[Grounds]:
    monkeypatch.setenv(VARIABLE, postgres_server)
    with Grounds(TINY, tmp_path) as grounds:
        yield grounds


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "postgresql://postgres@127.0.0.1:1/postgres")


def test_the_table_has_every_row_on_both_databases(on: Grounds) -> None:
    lines = list(bench.measure(on))
    assert [line.work for line in lines] == EVERY
    assert all(line.ratio is None or line.ratio > 0 for line in lines)
    assert all(line.ratio for line in lines if line.ours != "not there")
    assert [line.work for line in lines if line.ours == "not there" and "memory" not in line.work] == []


def test_a_text_chooses_rows(on: Grounds) -> None:
    assert [line.work for line in bench.measure(on, only="FIRST 50 of 80 innovations (SQ")] == [
        "first 50 of 80 innovations (SQLite)"
    ]
    assert sorted(path.name for path in on.folder.iterdir()) == ["catalogue"]


@pytest.mark.usefixtures("nowhere")
def test_rows_without_a_server_say_so(tmp_path: Path) -> None:
    with Grounds(TINY, tmp_path) as on:
        there = [row.line(on) for row in rows.rows(on) if row.on_server]
    assert [line.work for line in there] == [name for name in EVERY if "(PostgreSQL)" in name]
    assert {(line.floor, line.ours, line.ratio, line.met) for line in there} == {
        ("-", "not there", None, None)
    }


@pytest.mark.usefixtures("nowhere")
def test_the_report_says_why_there_is_no_server(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--quick", "--only", "one recorded action (Postgre"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[2].startswith("no PostgreSQL: ")
    assert printed[-1] == "not there: one recorded action (PostgreSQL)"


def test_a_server_of_our_own_keeps_what_it_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    with server() as found:
        assert found.url is not None
        assert found.words.endswith(", fsync on, synchronous_commit on")


def test_the_report_names_machine_and_missed_targets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [Line("slow", "9/s", "1/s", 0.1, 0.3), Line("fast", "9/s", "8/s", 0.9, 0.3)]
    monkeypatch.setattr(bench, "measure", lambda *_, **__: iter(lines))
    monkeypatch.setattr(Grounds, "server", Server(None, "no PostgreSQL: gone"))
    assert bench.main(["--quick"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert "cores" in printed[0]
    assert "SQLite" in printed[0]
    assert printed[2] == "no PostgreSQL: gone"
    assert printed[-3:] == ["missed: slow", "", "not there: none"]


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
