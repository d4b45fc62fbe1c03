"""One law, four uses: every way of folding gives the same rows."""

from __future__ import annotations

import random
from contextlib import closing
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.event_store import EventStore
from ledger.workspace.workspace import open_at, zone_of
from projections.read_session import open_session
from projections.runner import projector, rebuild
from projections.storage import sqlite
from projections.storage.factory import generation_store_of
from projections.storage.generation import GenerationStore
from projections.views import VIEWS
from tests.helpers import EXAMPLES, invoke
from tests.projections.bases import IN_FILES, name_of
from tests.properties.lists import Tables, all_rows, tables

TABLES = [table for view in VIEWS for table in view.TABLES]


def folded(generations: GenerationStore, groups: list[list[Any]]) -> Tables:
    with generations.building(generations.new()) as generation:
        folding = projector.Projector(generation)
        for rows in groups:
            folding.fold(rows[0][1], rows)
        folding.flush(force=True)
    return all_rows(generations)


@pytest.fixture(scope="module")
def groups(demo: Path) -> list[list[Any]]:
    with closing(open_at(demo).store()) as store:
        return [list(rows) for _, rows in groupby(store.all_rows(), key=lambda row: row[1])]


@pytest.fixture(scope="module")
def expected(groups: list[list[Any]]) -> Tables:
    with sqlite.building(None) as generation:
        folding = projector.Projector(generation)
        for group in groups:
            folding.fold(group[0][1], group)
        folding.flush(force=True)
        rows = tables(generation)
    assert {name for name, found in rows.items() if not found} == {"rulebooks"}
    return rows


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_streams_in_any_order_give_the_same_rows(
    generations: GenerationStore, groups: list[list[Any]], expected: Tables, seed: int
) -> None:
    shuffled = list(groups)
    random.Random(seed).shuffle(shuffled)
    assert folded(generations, shuffled) == expected


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.floats(0, 1), max_size=3))
def test_folding_in_pieces_gives_the_same_rows(
    generations: GenerationStore, groups: list[list[Any]], expected: Tables, cuts: list[float]
) -> None:
    places = [0, *sorted(int(cut * len(groups)) for cut in cuts), len(groups)]
    together: Tables = {table.name: [] for table in TABLES}
    for first, last in pairwise(places):
        for name, rows in folded(generations, groups[first:last]).items():
            together[name] += rows
    assert {name: sorted(rows, key=repr) for name, rows in together.items()} == {
        name: sorted(rows, key=repr) for name, rows in expected.items()
    }


def test_the_long_way_through_dicts_gives_the_same_rows(
    generations: GenerationStore, groups: list[list[Any]], expected: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projector.Projector, "_lean", lambda self, rows: None)
    assert folded(generations, groups) == expected


def test_catching_up_step_by_step_ends_where_a_rebuild_does(home: Path) -> None:
    workspace = open_at(home)
    for name in ("purbalingga-2022", "salatiga-2019"):
        assert invoke("import", EXAMPLES / f"{name}.xlsx", "--home", home).status == 0
        assert invoke("catalogue", "list", "--limit", "1", "--home", home).status == 0
    entries = invoke("history", "SIMPEL PASAR", "--json", "--home", home).data["entries"]
    event = next(one for one in entries if one["type"] == "innovation.trialled")
    words = ("correct", str(event["event"]), "occurred", "2022-12-20", "--reason", "uji", "--yes")
    assert invoke(*words, "--home", home).status == 0
    assert invoke("void", entries[-1]["action"], "--reason", "uji", "--yes", "--home", home).status == 0
    views = open_session(workspace)
    assert views.generation is not None
    caught_up, position = tables(views.generation), views.position
    views.close()
    generations = generation_store_of(workspace)
    rebuilt = rebuild.rebuild(workspace.store(), generations)
    assert (all_rows(generations), rebuilt.position) == (caught_up, position)


def test_views_of_another_ledger_are_built_anew(home: Path, filed_demo: Path) -> None:
    generations = generation_store_of(open_at(home))
    rebuild.rebuild(EventStore(filed_demo / "ledger.db"), generations)
    assert len(all_rows(generations)["labs"]) == 7
    assert invoke("catalogue", "list", "--json", "--home", home).data == {
        "total": 0,
        "items": [],
        "several_regions": False,
    }


def test_a_changed_view_version_rebuilds(own_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generations = generation_store_of(open_at(own_demo))
    before = name_of(generations)
    monkeypatch.setattr(VIEWS[0], "VERSION", VIEWS[0].VERSION + 1)
    assert invoke("lab", "list", "--json", "--home", own_demo).data["total"] == 7
    after = generations.today()
    assert after is not None
    assert after.name != before
    assert after.states()[VIEWS[0].NAME].version == VIEWS[0].VERSION


def test_a_locked_view_answers_from_its_last_position_and_says_so(own_demo: Path) -> None:
    words = ("correct", "1501", "result", "Berjalan baik", "--reason", "uji", "--yes", "--home", own_demo)
    assert invoke(*words).status == 0
    other = generation_store_of(open_at(own_demo)).today()
    assert other is not None
    with closing(other), other.writing():
        done = invoke("lab", "list", "--json", "--home", own_demo)
    assert (done.envelope["position"], done.envelope["lag"], done.data["total"]) == (3777, 1, 7)
    assert done.envelope["messages"] == [
        {
            "level": "warning",
            "text": "Tampilan ada pada posisi 3777, tertinggal 1 peristiwa dari rekam jejak.",
        }
    ]
    assert invoke("lab", "list", "--json", "--home", own_demo).envelope["lag"] == 0


def test_verify_names_a_row_that_was_edited(own_demo: Path) -> None:
    stored = generation_store_of(open_at(own_demo)).today()
    assert stored is not None
    with closing(stored):
        stored.execute("UPDATE innovations SET title = 'Lain' WHERE code = '3303-0001'")
    done = invoke("projections", "verify", "--json", "--home", own_demo)
    assert done.status == 1
    assert [(one["table"], one["side"], one["row"][0]) for one in done.data["differences"]] == [
        ("innovations", "stored", "3303/innovation/000001"),
        ("innovations", "folded", "3303/innovation/000001"),
    ]


@IN_FILES
def test_a_failed_rebuild_leaves_the_old_views_and_no_file(
    own_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_at(own_demo)
    before = sorted(
        path.name for path in workspace.views.iterdir() if not path.name.endswith(("-wal", "-shm"))
    )

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sqlite, "_settle", full)
    done = invoke("projections", "rebuild", "--home", own_demo)
    assert done.status == 5
    monkeypatch.undo()
    after = sorted(
        path.name for path in workspace.views.iterdir() if not path.name.endswith(("-wal", "-shm"))
    )
    assert after == before
    assert invoke("projections", "verify", "--home", own_demo).status == 0


def test_a_day_before_everything_shows_nothing_but_names(demo: Path) -> None:
    with closing(open_at(demo).store()) as store:
        rows = tables(projector.private(store, known=store.head().position, day=1, zone_of=zone_of))
    # Facts of unknown date count as recorded today; units and persons are undated in the examples.
    # The one innovation whose own date is unknown stands on every day.
    assert [row[6] for row in rows["innovations"] if row[2]] == ["Sekolah berasrama SMKN 3 Purbalingga"]
    assert rows["lab_stages"] == []
    assert len(rows["units"]) == 363
