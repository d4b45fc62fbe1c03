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

from commands.common.progress import Bar, line
from ledger import factory
from ledger.errors import LostConnectionError
from ledger.event_store import EventStore
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from projections.runner import projector, rebuild
from projections.storage import sqlite
from projections.storage.factory import generation_store_of
from projections.storage.generation import Generation, GenerationStore, UnwritableError
from projections.storage.postgres import PostgresGenerationStore
from projections.storage.sqlite import SqliteGenerationStore
from projections.views import catalogue, documents, lineage
from projections.views.catalogue import innovations
from tests.postgres import cut
from tests.projections.bases import IN_DATABASES, IN_FILES, name_of
from tests.properties.lists import all_rows


@pytest.fixture
def store(demo: Path) -> Iterator[EventStore]:
    with closing(open_at(demo).store()) as store:
        yield store


@pytest.fixture(scope="module")
def whole(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    generations = SqliteGenerationStore(tmp_path_factory.mktemp("utuh"))
    rebuild.rebuild(EventStore(filed_demo / "ledger.db"), generations)
    return all_rows(generations)


NEW = "SELECT code FROM innovations WHERE title = 'baru'"


def lying(generations: GenerationStore) -> list[str]:
    """The generations and parts of them that lie on a shelf."""
    if isinstance(generations, SqliteGenerationStore):
        return sorted(path.name for path in generations.folder.iterdir() if path.name != sqlite.POINTER)
    assert isinstance(generations, PostgresGenerationStore)
    with psycopg.connect(generations.url) as connection:
        return [
            name
            for (name,) in connection.execute(
                "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'views\\_%' ORDER BY 1"
            )
        ]


def today(generations: GenerationStore) -> Generation:
    found = generations.today()
    assert found is not None
    return found


@pytest.mark.parametrize("jobs", [2, 3, 5])
def test_any_number_of_ranges_gives_the_same_rows(
    store: EventStore, whole: dict[str, Any], generations: GenerationStore, jobs: int
) -> None:
    with ThreadPoolExecutor(jobs) as executor:
        done = rebuild.rebuild(store, generations, jobs=jobs, executor=executor)
    assert all_rows(generations) == whole
    assert (done.position, done.events) == (3777, 3777)
    assert lying(generations) == [done.name]


def test_processes_of_their_own_give_the_same_rows(
    store: EventStore, whole: dict[str, Any], generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations, jobs=2)
    assert all_rows(generations) == whole
    with closing(today(generations)) as generation:
        assert projector.usable(generation, store)
        built = generation.built()
    assert built is not None
    assert built.events == 3777


def test_the_cuts_part_the_streams_into_about_equal_shares_behind_a_head_start(
    store: EventStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuild, "HEAD_START", 600)
    work = works(store, rebuild.cuts(store, 3777, 4))
    # A stream's first event is the work of two.
    assert sum(work) == 3777 + 1832
    assert work == pytest.approx([1852, 1251, 1253, 1253], rel=0.05)
    # Of a small ledger the first takes no more than its share twice.
    monkeypatch.setattr(rebuild, "HEAD_START", 60_000)
    assert works(store, rebuild.cuts(store, 3777, 2)) == pytest.approx([3740, 1870], rel=0.05)


def works(store: EventStore, cuts: list[str]) -> list[int]:
    """Events and streams of each range."""
    found = []
    for first, last in pairwise(["", *cuts, None]):
        rows = list(store.all_rows(first=first or "", last=last))
        found.append(len(rows) + len({row[1] for row in rows}))
    return found


def spoil(generations: GenerationStore) -> None:
    """A row of two views, in two regions, says something else."""
    with closing(today(generations)) as generation, generation.writing():
        generation.execute("UPDATE innovations SET title = 'salah' WHERE code IN ('3303-0001', '3373-0001')")
        generation.execute("UPDATE documents SET subject = 'salah'")


def test_one_view_alone_is_folded_again(
    store: EventStore, whole: dict[str, Any], generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations)
    spoil(generations)
    before = all_rows(generations)
    rebuild.rebuild(store, generations, views=[catalogue])
    after = all_rows(generations)
    assert after["innovations"] == whole["innovations"]
    assert after["documents"] == before["documents"] != whole["documents"]
    done = rebuild.rebuild(store, generations, views=[documents])
    assert all_rows(generations) == whole
    assert lying(generations) == [done.name]


def test_one_region_alone_is_folded_again(
    store: EventStore, whole: dict[str, Any], generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations)
    spoil(generations)
    rebuild.rebuild(store, generations, region="3303")
    wrong = [row for row in all_rows(generations)["innovations"] if row not in whole["innovations"]]
    assert [row[0] for row in wrong] == ["3373/innovation/000001"]
    rebuild.rebuild(store, generations, region="3373")
    assert all_rows(generations)["innovations"] == whole["innovations"]


def test_without_a_generation_a_part_is_the_whole(
    store: EventStore, whole: dict[str, Any], generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations, views=[catalogue])
    assert all_rows(generations) == whole


def test_verify_names_the_rows_that_say_something_else(
    store: EventStore, generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations)
    with closing(today(generations)) as generation:
        assert projector.verify(store, generation) == (3777, [])
    spoil(generations)
    with closing(today(generations)) as generation, generation.writing():
        generation.execute("DELETE FROM units WHERE stream = '3303/unit/000002'")
    with closing(today(generations)) as generation:
        position, found = projector.verify(store, generation)
    assert position == 3777
    told = [(one.table, one.side, one.row[0]) for one in found if one.table != "documents"]
    assert told == [
        ("units", "folded", "3303/unit/000002"),
        ("innovations", "stored", "3303/innovation/000001"),
        ("innovations", "folded", "3303/innovation/000001"),
        ("innovations", "stored", "3373/innovation/000001"),
        ("innovations", "folded", "3373/innovation/000001"),
    ]


def test_progress_is_told_to_the_end(store: EventStore, generations: GenerationStore) -> None:
    told: list[int] = []
    rebuild.rebuild(store, generations, progress=told.append)
    assert told == [3777]


def test_progress_of_several_is_told_by_one_of_them(store: EventStore, generations: GenerationStore) -> None:
    told: list[int] = []
    with ThreadPoolExecutor(2) as executor:
        rebuild.rebuild(store, generations, jobs=2, executor=executor, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 3777
    assert 0 < told[0] <= 3777


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
        ideas = sum(1 for _ in store.rows_of_kinds(["idea"], 3777))
        region = sum(1 for _ in store.all_rows(3777, "3303/"))
        generations = generation_store_of(workspace)
        rebuild.rebuild(store, generations, views=[lineage], progress=progress())
        rebuild.rebuild(store, generations, region="3303", progress=progress())
        today = generations.today()
        assert today is not None
        with closing(today):
            projector.verify(store, today, progress())
            point(generations, generations.new())
    for how in ({}, {"known_at": "9000-01-01"}, {"as_of": "2022-12-31", "prefix": "3303/"}):
        open_session(workspace, **how, progress=progress()).close()
    assert asked == [[ideas], [region], [3777], [3777], [3777], [region]]
    assert 0 < ideas < region < 3777


def test_nobody_who_does_not_watch_sees_a_bar() -> None:
    stream = io.StringIO()
    bar = Bar(10, stream)
    bar.began -= 10
    bar(5)
    bar.close()
    assert stream.getvalue() == ""


def test_a_rebuild_leaves_alone_what_another_is_building(
    store: EventStore, generations: GenerationStore
) -> None:
    first = rebuild.rebuild(store, generations).name
    other = generations.new()
    with generations.building(other):
        second = rebuild.rebuild(store, generations).name
        assert lying(generations) == sorted([other, second])
    assert first != other == name_of(generations)
    assert lying(generations) == [other]


def test_a_generation_that_goes_while_it_is_opened_is_not_made_again(tmp_path: Path) -> None:
    """Others may switch between the reading of the pointer and the opening of the file."""
    gone = tmp_path / "generation-000000000000.db"
    assert SqliteGenerationStore(tmp_path)._opened(gone, 1.0) is None
    assert list(tmp_path.iterdir()) == []


@IN_FILES
def test_what_a_crash_left_goes_at_a_later_switch(store: EventStore, tmp_path: Path) -> None:
    generations = SqliteGenerationStore(tmp_path)
    left = tmp_path / generations.new()
    with sqlite.building(left):
        pass
    first = rebuild.rebuild(store, generations).name
    assert lying(generations) == sorted([left.name, first])
    hours_ago = left.stat().st_mtime - 2 * sqlite.STALE_SECONDS
    os.utime(left, (hours_ago, hours_ago))
    second = rebuild.rebuild(store, generations).name
    assert lying(generations) == [second]


@IN_DATABASES
def test_what_a_lost_maker_left_in_a_database_goes_at_the_next_switch(
    store: EventStore, postgres: str
) -> None:
    factory.create_tables(postgres)
    generations = PostgresGenerationStore(postgres)
    first = rebuild.rebuild(store, generations).name
    with pytest.raises(LostConnectionError), generations.building(generations.new()):
        cut(postgres)
    assert len(lying(generations)) == 2
    assert name_of(generations) == first
    second = rebuild.rebuild(store, generations).name
    assert lying(generations) == [second]


def test_what_a_failed_build_made_goes_with_it(store: EventStore, generations: GenerationStore) -> None:
    before = rebuild.rebuild(store, generations).name

    def full(_done: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        rebuild.rebuild(store, generations, progress=full)
    assert (name_of(generations), lying(generations)) == (before, [before])


def test_a_reader_keeps_its_rows_while_another_generation_becomes_todays(
    store: EventStore, generations: GenerationStore
) -> None:
    first = rebuild.rebuild(store, generations).name
    with closing(today(generations)) as reader:
        reader.begin()
        assert reader.reached() == 3777
        second = rebuild.rebuild(store, generations).name
        assert name_of(generations) == second != first == reader.name
        assert reader.count(innovations) == len(reader.rows(innovations)) > 0
    third = rebuild.rebuild(store, generations).name
    assert lying(generations) == [third]


def test_one_who_writes_keeps_others_from_writing_but_not_from_reading(
    store: EventStore, generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations)
    other = generations.today(wait=0.1)
    assert other is not None
    with closing(today(generations)) as writer, closing(other), writer.writing():
        writer.execute("UPDATE innovations SET title = 'baru' WHERE code = '3303-0001'")
        other.begin()
        assert other.execute(NEW) == []
        with pytest.raises(UnwritableError), closing(today_at_once(generations)) as third, third.writing():
            raise AssertionError("two wrote at once")
    with closing(today(generations)) as after:
        assert after.execute(NEW) == [("3303-0001",)]


def point(generations: GenerationStore, name: str) -> None:
    """Has the pointer name a generation, whether there is one or not."""
    if isinstance(generations, SqliteGenerationStore):
        (generations.folder / sqlite.POINTER).write_text(name, encoding="utf-8")
        return
    assert isinstance(generations, PostgresGenerationStore)
    with psycopg.connect(generations.url) as connection:
        connection.execute("UPDATE views.current SET generation = %s", (name,))


def today_at_once(generations: GenerationStore) -> Generation:
    found = generations.today(wait=0.1)
    assert found is not None
    return found


def test_a_reader_whose_generation_goes_while_it_opens_takes_the_next(own_demo: Path) -> None:
    workspace = open_at(own_demo)
    generations = generation_store_of(workspace)
    done = rebuild.rebuild(workspace.store(), generations)
    gone = generations.new()
    point(generations, gone)
    views = open_session(workspace)
    assert views.position == done.position
    assert name_of(generations) not in (None, gone)
    assert gone not in lying(generations)
    views.close()


def test_readers_find_a_whole_generation_while_they_are_switched(
    store: EventStore, generations: GenerationStore
) -> None:
    rebuild.rebuild(store, generations)
    stop = Event()

    def switching() -> None:
        with closing(EventStore(store.place)) as own:
            while not stop.is_set():
                rebuild.rebuild(own, generations)

    with ThreadPoolExecutor(2) as executor:
        loops = [executor.submit(switching) for _ in range(2)]
        seen = set()
        try:
            for _ in range(40):
                with closing(today(generations)) as generation:
                    generation.begin()
                    seen.add((generation.reached(), generation.count(innovations)))
        finally:
            stop.set()
        for loop in loops:
            loop.result()
    assert seen == {(3777, len(all_rows(generations)["innovations"]))}
