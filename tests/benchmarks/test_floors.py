"""What the benchmarks measure is the work that they name: floors and ours do the same, on the same rows."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks import growing, importing, logs, past, reading
from benchmarks.copies import copied
from benchmarks.generator import generate
from benchmarks.memory import own_peak, peak_of
from benchmarks.rebuilding import CATALOGUE
from benchmarks.runner import COLUMNS, Runner
from domain.streams import region_code
from ledger.admin.verify import verify
from ledger.event_store import EventStore
from projections.queries.catalogue import Filter, page
from projections.read_session import open_session
from projections.runner.projector import Projector
from projections.storage.sqlite import building


def test_the_runner_makes_the_rows_of_the_catalogue(tmp_path: Path, postgres: str) -> None:
    """Innovations with marks aside: the library's runner knows no corrections and no order of dates."""
    made = generate(tmp_path / "ledger.db", events=2_000, seed=1)
    copied(made.path, postgres)
    runner = Runner(postgres)
    assert runner.seconds() > 0
    assert len(runner.rows) == made.innovations
    names = [part.split()[0] for part in COLUMNS.split(",")]
    with contextlib.closing(EventStore(made.path)) as store, building(None) as made_up:
        Projector(made_up, views=CATALOGUE).fold_all(store.all_rows())
        ours = made_up.execute(f"SELECT {','.join(names)} FROM innovations ORDER BY 1")
    same = [row for row in ours if row in runner.rows]
    assert len(same) >= 0.8 * len(ours)


@pytest.mark.parametrize("shared", [False, True])
def test_multiplied_rows_differ_in_their_region_alone(tmp_path: Path, postgres: str, *, shared: bool) -> None:
    made = generate(tmp_path / "ledger.db", events=0, seed=1, innovations=25)
    if shared:
        copied(made.path, postgres)
    with reading.multiplied(reading.workspace(tmp_path, "33.03", postgres if shared else None), 3) as views:
        assert page(views, Filter(), limit=1).total == 75
        of_one = [page(views, Filter(region=prefix)).items for prefix in ("3303", "1101", "1102")]
    for prefix, items in zip(("1101", "1102"), of_one[1:], strict=True):
        place = {"region": region_code(prefix), "region_name": None}
        assert items == [
            replace(item, code=f"{prefix}-{item.code.partition('-')[2]}", **place) for item in of_one[0]
        ]
    assert {item.unit_kind is None for item in of_one[0]} == {False}


def test_both_lists_of_a_region_name_the_same_innovations(tmp_path: Path) -> None:
    generate(tmp_path / "ledger.db", events=6_000, seed=1, regions=3)
    home = reading.workspace(tmp_path, "11.01")
    now = past.listed(open_session(home), "1101")
    then = past.listed(open_session(home, as_of=past.DAY, prefix="1101/"), "1101")
    assert now == then > 0


@pytest.mark.parametrize("shared", [False, True])
def test_the_workbook_is_imported_whole(tmp_path: Path, postgres_server: str, *, shared: bool) -> None:
    path = importing.workbook(tmp_path / "ideas.xlsx", 30, "33.03")
    places = importing.in_folders(tmp_path, "33.03", postgres_server if shared else None)
    with places() as workspace:
        assert (workspace.database_url is not None) == shared
        command_handler = workspace.command_handler()
        done = importing.import_file.run(path, workspace, command_handler, command_id="bench")
        assert dict(done.new) == {"Unit": importing.UNITS, "Ide": 30}
        command_handler.store.close()
        command_handler.recorder.close()


def test_growth_records_the_whole_ledger(tmp_path: Path) -> None:
    made = generate(tmp_path / "ledger.db", events=1_500, seed=1)
    with contextlib.closing(EventStore(made.path)) as store, logs.files(tmp_path)() as pair:
        took = growing.appended(store, pair.ours, (500, 1_500))
        (place,) = tmp_path.glob("*/ours.db")
        with contextlib.closing(EventStore(place)) as copy:
            assert [row[:5] for row in copy.all_rows()] == [row[:5] for row in store.all_rows()]
            assert verify(copy).events == 1_500
        assert 0 < took[0] < took[1]


def test_a_peak_is_that_of_the_process_alone() -> None:
    """Not that of the one which started it: this one holds 300 MB more."""
    held = bytearray(300_000_000)
    own, other = own_peak(), peak_of("builtins", "len", "none")
    assert len(held) == 300_000_000
    assert own is None or other is None or other < own - 200
