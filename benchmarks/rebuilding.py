"""Rebuilding views against a bare read of every row, and the memory that a rebuild takes."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from benchmarks.generator import generate
from benchmarks.measure import Line, Work, millis, of_pairs, paired, rate, seconds
from benchmarks.memory import peak_of
from ledger.store import Store
from projections import engine, generation
from projections.engine import Folder
from projections.rebuilding import rebuild
from projections.views import VIEWS, catalogue

CATALOGUE = (catalogue,)
Rebuild = Callable[[Store, Path, Sequence[ModuleType]], Work]
"""Makes the work of folding some views of a ledger into a new generation, which is thrown away."""


def in_files(store: Store, folder: Path, views: Sequence[ModuleType]) -> Work:
    """A generation as an SQLite file in a folder, whichever database the ledger lies in."""

    def build() -> None:
        path = generation.new_path(folder / "rebuilt")
        with generation.building(path) as connection:
            Folder(connection, views=views).fold_all(store.all_rows())
        path.unlink()

    return build


def bare(store: Store) -> Work:
    """Reads every row in stream order and keeps none."""

    def read() -> None:
        for _ in store.all_rows():
            pass

    return read


def loads(store: Store) -> Work:
    """The same, with `json.loads` of every row."""

    def read() -> None:
        for row in store.all_rows():
            json.loads(row[4])

    return read


def rebuilt(
    work: str,
    store: Store,
    folder: Path,
    runs: int,
    *,
    floor: Callable[[Store], Work] = bare,
    views: Sequence[ModuleType] = CATALOGUE,
    target: float | None = None,
    how: Rebuild = in_files,
) -> Line:
    """Views of a ledger, folded whole, beside a floor on the same rows."""
    events = store.head().position
    taken = paired(floor(store), how(store, folder, views), runs)
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, target)


def beside_runner(
    work: str, url: str, store: Store, folder: Path, runs: int, *, target: float, how: Rebuild = in_files
) -> Line:
    """The catalogue, beside the library's ProjectionRunner over the same events in a database at `url`."""
    from benchmarks.runner import Runner

    events, ours, runner = store.head().position, how(store, folder, CATALOGUE), Runner(url)
    ours()
    taken = of_pairs([(runner.seconds(), seconds(ours)) for _ in range(runs)])
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, target)


def with_two_processes(work: str, store: Store, folder: Path, runs: int) -> Line:
    """A whole rebuild by two processes, beside the same by one."""
    events = store.head().position
    taken = paired(_whole(store, folder, 1), _whole(store, folder, 2), runs)
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, 1.8)


def _whole(store: Store, folder: Path, jobs: int) -> Work:
    return lambda: rebuild(store, folder / "whole", jobs=jobs)


def catching_up(work: str, ledger: Path, folder: Path, runs: int) -> Line:
    """Views that are 1,000 events behind a large ledger, beside the same events on a small one."""
    with contextlib.ExitStack() as stack:
        small = folder / "small-catch-up" / "ledger.db"
        small.parent.mkdir()
        generate(small, events=3_000, seed=2)
        floor, ours = (
            _behind(stack.enter_context(contextlib.closing(Store(path))), folder / name)
            for path, name in ((small, "small-views"), (ledger, "large-views"))
        )
        taken = paired(floor, ours, runs)
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 2.0, at_least=False)


def _behind(store: Store, folder: Path) -> Work:
    """Catches up views that are 1,000 events behind, again and again."""
    known = store.head().position - 1_000
    path = generation.new_path(folder)
    with generation.building(path) as connection:
        Folder(connection).fold_all(store.all_rows(known=known))
        generation.set_state(connection, VIEWS, known, engine.leaf_at(store, known))
    leaf = engine.leaf_at(store, known)

    def catch() -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            # The rows of a later position are folded away again: the work is the same each time.
            generation.set_state(connection, VIEWS, known, leaf)
            engine.catch_up(store, connection)

    return catch


def peak(ledger: Path, folder: Path) -> float | None:
    """Megabytes of a process that rebuilds all views."""
    return peak_of("benchmarks.rebuilding", "rebuild_all", str(ledger), str(folder / "memory"))


def rebuild_all(ledger: str, folder: str) -> None:
    """Rebuilds all views of a ledger file."""
    rebuild(Store(Path(ledger)), Path(folder))
