"""Rebuilding in ranges, by view and by region gives the rows of one whole rebuild, wherever views lie."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import psycopg
import pytest

from commands.progress import Bar, line
from ledger import database
from ledger.errors import LostConnectionError
from ledger.store import Store
from ledger.workspace import open_at
from projections import engine, files, rebuilding
from projections.files import FileShelf
from projections.generation import Generation, Shelf, UnwritableError
from projections.open import open_views
from projections.postgres import PostgresShelf
from projections.shelf import shelf_of
from projections.views import catalogue, documents, lineage
from projections.views.catalogue import innovations
from tests.postgres import cut
from tests.projections.bases import IN_DATABASES, IN_FILES, name_of
from tests.properties.lists import all_rows


@pytest.fixture
def store(demo: Path) -> Iterator[Store]:
    with closing(open_at(demo).store()) as store:
        yield store


@pytest.fixture(scope="module")
def whole(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    shelf = FileShelf(tmp_path_factory.mktemp("utuh"))
    rebuilding.rebuild(Store(filed_demo / "ledger.db"), shelf)
    return all_rows(shelf)


NEW = "SELECT code FROM innovations WHERE title = 'baru'"


def lying(shelf: Shelf) -> list[str]:
    """The generations and parts of them that lie on a shelf."""
    if isinstance(shelf, FileShelf):
        return sorted(path.name for path in shelf.folder.iterdir() if path.name != files.POINTER)
    assert isinstance(shelf, PostgresShelf)
    with psycopg.connect(shelf.url) as connection:
        return [
            name
            for (name,) in connection.execute(
                "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'views\\_%' ORDER BY 1"
            )
        ]


def today(shelf: Shelf) -> Generation:
    found = shelf.today()
    assert found is not None
    return found


@pytest.mark.parametrize("jobs", [2, 3, 5])
def test_any_number_of_ranges_gives_the_same_rows(
    store: Store, whole: dict[str, Any], shelf: Shelf, jobs: int
) -> None:
    with ThreadPoolExecutor(jobs) as executor:
        done = rebuilding.rebuild(store, shelf, jobs=jobs, executor=executor)
    assert all_rows(shelf) == whole
    assert (done.position, done.events) == (3574, 3574)
    assert lying(shelf) == [done.name]


def test_processes_of_their_own_give_the_same_rows(store: Store, whole: dict[str, Any], shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf, jobs=2)
    assert all_rows(shelf) == whole
    with closing(today(shelf)) as generation:
        assert engine.usable(generation, store)
        built = generation.built()
    assert built is not None
    assert built.events == 3574


def test_the_cuts_part_the_streams_into_about_equal_shares_behind_a_head_start(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "HEAD_START", 600)
    work = works(store, rebuilding.cuts(store, 3574, 4))
    # A stream's first event is the work of two.
    assert sum(work) == 3574 + 1789
    assert work == pytest.approx([1790, 1191, 1191, 1191], rel=0.05)
    # Of a small ledger the first takes no more than its share twice.
    monkeypatch.setattr(rebuilding, "HEAD_START", 60_000)
    assert works(store, rebuilding.cuts(store, 3574, 2)) == pytest.approx([3575, 1788], rel=0.05)


def works(store: Store, cuts: list[str]) -> list[int]:
    """Events and streams of each range."""
    found = []
    for first, last in pairwise(["", *cuts, None]):
        rows = list(store.all_rows(first=first or "", last=last))
        found.append(len(rows) + len({row[1] for row in rows}))
    return found


def spoil(shelf: Shelf) -> None:
    """A row of two views, in two regions, says something else."""
    with closing(today(shelf)) as generation, generation.writing():
        generation.execute("UPDATE innovations SET title = 'salah' WHERE code IN ('3303-0001', '3373-0001')")
        generation.execute("UPDATE documents SET subject = 'salah'")


def test_one_view_alone_is_folded_again(store: Store, whole: dict[str, Any], shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf)
    spoil(shelf)
    before = all_rows(shelf)
    rebuilding.rebuild(store, shelf, views=[catalogue])
    after = all_rows(shelf)
    assert after["innovations"] == whole["innovations"]
    assert after["documents"] == before["documents"] != whole["documents"]
    done = rebuilding.rebuild(store, shelf, views=[documents])
    assert all_rows(shelf) == whole
    assert lying(shelf) == [done.name]


def test_one_region_alone_is_folded_again(store: Store, whole: dict[str, Any], shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf)
    spoil(shelf)
    rebuilding.rebuild(store, shelf, region="3303")
    wrong = [row for row in all_rows(shelf)["innovations"] if row not in whole["innovations"]]
    assert [row[0] for row in wrong] == ["3373/innovation/000001"]
    rebuilding.rebuild(store, shelf, region="3373")
    assert all_rows(shelf)["innovations"] == whole["innovations"]


def test_without_a_generation_a_part_is_the_whole(store: Store, whole: dict[str, Any], shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf, views=[catalogue])
    assert all_rows(shelf) == whole


def test_verify_names_the_rows_that_say_something_else(store: Store, shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf)
    with closing(today(shelf)) as generation:
        assert engine.verify(store, generation) == (3574, [])
    spoil(shelf)
    with closing(today(shelf)) as generation, generation.writing():
        generation.execute("DELETE FROM units WHERE stream = '3303/unit/000002'")
    with closing(today(shelf)) as generation:
        position, found = engine.verify(store, generation)
    assert position == 3574
    told = [(one.table, one.side, one.row[0]) for one in found if one.table != "documents"]
    assert told == [
        ("units", "folded", "3303/unit/000002"),
        ("innovations", "stored", "3303/innovation/000001"),
        ("innovations", "folded", "3303/innovation/000001"),
        ("innovations", "stored", "3373/innovation/000001"),
        ("innovations", "folded", "3373/innovation/000001"),
    ]


def test_progress_is_told_to_the_end(store: Store, shelf: Shelf) -> None:
    told: list[int] = []
    rebuilding.rebuild(store, shelf, progress=told.append)
    assert told == [3574]


def test_progress_of_several_is_told_by_one_of_them(store: Store, shelf: Shelf) -> None:
    told: list[int] = []
    with ThreadPoolExecutor(2) as executor:
        rebuilding.rebuild(store, shelf, jobs=2, executor=executor, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 3574
    assert 0 < told[0] <= 3574


def test_a_bar_says_share_rate_and_time_left() -> None:
    assert line(2_500, 10_000, 5.0) == "██████░░░░░░░░░░░░░░░░░░ 25 %  500/dtk  sisa 15 detik"
    assert line(0, 0, 0.0) == "████████████████████████ 100 %  0/dtk  sisa 0 detik"
    assert line(120_000, None, 4.0) == "120.000 peristiwa  30.000/dtk"
    assert line(0, None, 0.0) == "0 peristiwa  0/dtk"


def test_all_that_folds_much_tells_how_far_it_is(own_demo: Path) -> None:
    """A rebuild of a view or a region, the first answer, the past, and a comparison."""
    asked: list[list[int]] = []

    def progress() -> Callable[[int], None]:
        asked.append([])
        return asked[-1].append

    workspace = open_at(own_demo)
    with closing(workspace.store()) as store:
        ideas = sum(1 for _ in store.rows_of_kinds(["idea"], 3574))
        region = sum(1 for _ in store.all_rows(3574, "3303/"))
        shelf = shelf_of(workspace)
        rebuilding.rebuild(store, shelf, views=[lineage], progress=progress())
        rebuilding.rebuild(store, shelf, region="3303", progress=progress())
        today = shelf.today()
        assert today is not None
        with closing(today):
            engine.verify(store, today, progress())
            point(shelf, shelf.new())
    for how in ({}, {"known_at": "9000-01-01"}, {"as_of": "2022-12-31", "prefix": "3303/"}):
        open_views(workspace, **how, progress=progress()).close()
    assert asked == [[ideas], [region], [3574], [3574], [3574], [region]]
    assert 0 < ideas < region < 3574


def test_nobody_who_does_not_watch_sees_a_bar() -> None:
    stream = io.StringIO()
    bar = Bar(10, stream)
    bar.began -= 10
    bar(5)
    bar.close()
    assert stream.getvalue() == ""


def test_a_rebuild_leaves_alone_what_another_is_building(store: Store, shelf: Shelf) -> None:
    first = rebuilding.rebuild(store, shelf).name
    other = shelf.new()
    with shelf.building(other):
        second = rebuilding.rebuild(store, shelf).name
        assert lying(shelf) == sorted([other, second])
    assert first != other == name_of(shelf)
    assert lying(shelf) == [other]


@IN_FILES
def test_what_a_crash_left_goes_at_a_later_switch(store: Store, tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path)
    left = tmp_path / shelf.new()
    with files.building(left):
        pass
    first = rebuilding.rebuild(store, shelf).name
    assert lying(shelf) == sorted([left.name, first])
    hours_ago = left.stat().st_mtime - 2 * files.STALE_SECONDS
    os.utime(left, (hours_ago, hours_ago))
    second = rebuilding.rebuild(store, shelf).name
    assert lying(shelf) == [second]


@IN_DATABASES
def test_what_a_lost_maker_left_in_a_database_goes_at_the_next_switch(store: Store, postgres: str) -> None:
    database.make(postgres)
    shelf = PostgresShelf(postgres)
    first = rebuilding.rebuild(store, shelf).name
    with pytest.raises(LostConnectionError), shelf.building(shelf.new()):
        cut(postgres)
    assert len(lying(shelf)) == 2
    assert name_of(shelf) == first
    second = rebuilding.rebuild(store, shelf).name
    assert lying(shelf) == [second]


def test_what_a_failed_build_made_goes_with_it(store: Store, shelf: Shelf) -> None:
    before = rebuilding.rebuild(store, shelf).name

    def full(_done: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        rebuilding.rebuild(store, shelf, progress=full)
    assert (name_of(shelf), lying(shelf)) == (before, [before])


def test_a_reader_keeps_its_rows_while_another_generation_becomes_todays(store: Store, shelf: Shelf) -> None:
    first = rebuilding.rebuild(store, shelf).name
    with closing(today(shelf)) as reader:
        reader.begin()
        assert reader.reached() == 3574
        second = rebuilding.rebuild(store, shelf).name
        assert name_of(shelf) == second != first == reader.name
        assert reader.count(innovations) == len(reader.rows(innovations)) > 0
    third = rebuilding.rebuild(store, shelf).name
    assert lying(shelf) == [third]


def test_one_who_writes_keeps_others_from_writing_but_not_from_reading(store: Store, shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf)
    other = shelf.today(wait=0.1)
    assert other is not None
    with closing(today(shelf)) as writer, closing(other), writer.writing():
        writer.execute("UPDATE innovations SET title = 'baru' WHERE code = '3303-0001'")
        other.begin()
        assert other.execute(NEW) == []
        with pytest.raises(UnwritableError), closing(today_at_once(shelf)) as third, third.writing():
            raise AssertionError("two wrote at once")
    with closing(today(shelf)) as after:
        assert after.execute(NEW) == [("3303-0001",)]


def point(shelf: Shelf, name: str) -> None:
    """Has the pointer name a generation, whether there is one or not."""
    if isinstance(shelf, FileShelf):
        (shelf.folder / files.POINTER).write_text(name, encoding="utf-8")
        return
    assert isinstance(shelf, PostgresShelf)
    with psycopg.connect(shelf.url) as connection:
        connection.execute("UPDATE views.current SET generation = %s", (name,))


def today_at_once(shelf: Shelf) -> Generation:
    found = shelf.today(wait=0.1)
    assert found is not None
    return found


def test_a_reader_whose_generation_goes_while_it_opens_takes_the_next(own_demo: Path) -> None:
    workspace = open_at(own_demo)
    shelf = shelf_of(workspace)
    done = rebuilding.rebuild(workspace.store(), shelf)
    gone = shelf.new()
    point(shelf, gone)
    views = open_views(workspace)
    assert views.position == done.position
    assert name_of(shelf) not in (None, gone)
    assert gone not in lying(shelf)
    views.close()


def test_readers_find_a_whole_generation_while_they_are_switched(store: Store, shelf: Shelf) -> None:
    rebuilding.rebuild(store, shelf)
    stop = Event()

    def switching() -> None:
        with closing(Store(store.place)) as own:
            while not stop.is_set():
                rebuilding.rebuild(own, shelf)

    with ThreadPoolExecutor(2) as executor:
        loops = [executor.submit(switching) for _ in range(2)]
        seen = set()
        try:
            for _ in range(40):
                with closing(today(shelf)) as generation:
                    generation.begin()
                    seen.add((generation.reached(), generation.count(innovations)))
        finally:
            stop.set()
        for loop in loops:
            loop.result()
    assert seen == {(3574, len(all_rows(shelf)["innovations"]))}
