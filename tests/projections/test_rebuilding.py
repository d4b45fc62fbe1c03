"""Rebuilding in ranges, by view and by region gives the rows that one whole rebuild gives."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from commands.progress import Bar, line
from ledger.store import Store
from ledger.workspace import open_at
from projections import engine, generation, rebuilding
from projections.open import open_views
from projections.views import VIEWS, catalogue, documents

TABLES = [table for view in VIEWS for table in view.TABLES]


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table.name: generation.rows_of(connection, table) for table in TABLES}


@pytest.fixture
def store(demo: Path) -> Store:
    return Store(demo / "ledger.db")


@pytest.fixture(scope="module")
def whole(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    return rows(rebuilding.rebuild(Store(demo / "ledger.db"), tmp_path_factory.mktemp("utuh")).path)


@pytest.mark.parametrize("jobs", [2, 3, 5])
def test_any_number_of_ranges_gives_the_same_rows(
    store: Store, whole: dict[str, Any], tmp_path: Path, jobs: int
) -> None:
    with ThreadPoolExecutor(jobs) as executor:
        done = rebuilding.rebuild(store, tmp_path, jobs=jobs, executor=executor)
    assert rows(done.path) == whole
    assert (done.position, done.events) == (3574, 3574)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([done.path.name, "current"])


def test_processes_of_their_own_give_the_same_rows(
    store: Store, whole: dict[str, Any], tmp_path: Path
) -> None:
    done = rebuilding.rebuild(store, tmp_path, jobs=2)
    assert rows(done.path) == whole
    with closing(sqlite3.connect(done.path)) as connection:
        assert engine.usable(connection, store)
        built = generation.built(connection)
    assert built is not None
    assert built.events == 3574


def test_the_cuts_part_the_streams_into_about_equal_shares(store: Store) -> None:
    bounds = ["", *rebuilding.cuts(store, 3574, 4), None]
    shares = [
        sum(1 for _ in store.all_rows(first=first or "", last=last)) for first, last in pairwise(bounds)
    ]
    assert len(shares) == 4
    assert sum(shares) == 3574
    assert max(shares) < 2 * min(shares)


def spoiled(folder: Path) -> Path:
    """A generation in which a row of two views, in two regions, says something else."""
    path = generation.current(folder)
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE innovations SET title = 'salah' WHERE code IN ('3303-0001', '3373-0001')")
        connection.execute("UPDATE documents SET subject = 'salah'")
    return path


def test_one_view_alone_is_folded_again(
    store: Store, demo: Path, whole: dict[str, Any], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(demo / "views", tmp_path / "views"))
    before = rows(spoiled(folder))
    after = rows(rebuilding.rebuild(store, folder, views=[catalogue]).path)
    assert after["innovations"] == whole["innovations"]
    assert after["documents"] == before["documents"] != whole["documents"]
    assert rows(rebuilding.rebuild(store, folder, views=[documents]).path) == whole


def test_one_region_alone_is_folded_again(
    store: Store, demo: Path, whole: dict[str, Any], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(demo / "views", tmp_path / "views"))
    spoiled(folder)
    after = rows(rebuilding.rebuild(store, folder, region="3303").path)
    wrong = [row for row in after["innovations"] if row not in whole["innovations"]]
    assert [row[0] for row in wrong] == ["3373/innovation/000001"]
    assert rows(rebuilding.rebuild(store, folder, region="3373").path)["innovations"] == whole["innovations"]


def test_without_a_generation_a_part_is_the_whole(
    store: Store, whole: dict[str, Any], tmp_path: Path
) -> None:
    assert rows(rebuilding.rebuild(store, tmp_path, views=[catalogue]).path) == whole


def test_progress_is_told_to_the_end(store: Store, tmp_path: Path) -> None:
    told: list[int] = []
    rebuilding.rebuild(store, tmp_path, progress=told.append)
    assert told == [3574]


def test_a_bar_says_share_rate_and_time_left() -> None:
    assert line(2_500, 10_000, 5.0) == "██████░░░░░░░░░░░░░░░░░░ 25 %  500/dtk  sisa 15 detik"
    assert line(0, 0, 0.0) == "████████████████████████ 100 %  0/dtk  sisa 0 detik"


def test_nobody_who_does_not_watch_sees_a_bar() -> None:
    stream = io.StringIO()
    bar = Bar(10, stream)
    bar.began -= 10
    bar(5)
    bar.close()
    assert stream.getvalue() == ""


def test_a_rebuild_leaves_alone_what_another_is_building(store: Store, tmp_path: Path) -> None:
    first = rebuilding.rebuild(store, tmp_path).path
    other = generation.new_path(tmp_path)
    with generation.building(other):
        second = rebuilding.rebuild(store, tmp_path).path
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted([other.name, second.name, "current"])
    assert not first.exists()
    hours_ago = other.stat().st_mtime - 2 * generation.STALE_SECONDS
    os.utime(other, (hours_ago, hours_ago))
    third = rebuilding.rebuild(store, tmp_path).path
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([third.name, "current"])


def test_a_reader_whose_generation_goes_while_it_opens_takes_the_next(own_demo: Path) -> None:
    workspace = open_at(own_demo)
    done = rebuilding.rebuild(workspace.store(), workspace.views)
    (workspace.views / "current").write_text("generation-0.db", encoding="utf-8")
    views = open_views(workspace)
    assert views.position == done.position
    assert generation.current(workspace.views) not in (None, workspace.views / "generation-0.db")
    assert not (workspace.views / "generation-0.db").exists()
    views.close()


def test_readers_answer_while_generations_are_switched(own_demo: Path) -> None:
    workspace = open_at(own_demo)
    stop = Event()

    def switching() -> None:
        while not stop.is_set():
            rebuilding.rebuild(workspace.store(), workspace.views)

    with ThreadPoolExecutor(2) as executor:
        loops = [executor.submit(switching) for _ in range(2)]
        seen = set()
        for _ in range(40):
            views = open_views(workspace)
            found = views.raw.execute("SELECT count(*) FROM innovations").fetchone() if views.raw else None
            seen.add((views.position, found))
            views.close()
        stop.set()
        for loop in loops:
            loop.result()
    assert len(seen) == 1
    assert generation.current(workspace.views) is not None
