"""Rebuilding views against a bare read of every row, and the memory that a rebuild takes."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from multiprocessing import Process
from pathlib import Path
from types import ModuleType

from benchmarks.measure import Line, Work, millis, of_pairs, paired, rate, seconds
from benchmarks.memory import peak_of
from ledger.event_store import EventStore
from projections.runner import projector
from projections.runner.projector import Projector
from projections.runner.rebuild import rebuild
from projections.runner.rows import rows_for
from projections.storage.generation import GenerationStore
from projections.storage.sqlite import SqliteGenerationStore
from projections.views import VIEWS, catalogue

CATALOGUE = (catalogue,)
LOOP = 10_000_000


def built(store: EventStore, generations: GenerationStore, views: Sequence[ModuleType]) -> Work:
    """Reads what the views need, folds it, and switches to the new generation."""

    def build() -> None:
        with generations.building(generations.new()) as made:
            known = store.head().position
            Projector(made, views=views).fold_all(rows_for(views, store, known))

    return build


def bare(store: EventStore) -> Work:
    """Reads every row in stream order and keeps none."""

    def read() -> None:
        for _ in store.all_rows():
            pass

    return read


def loads(store: EventStore) -> Work:
    """The same, with `json.loads` of every row."""

    def read() -> None:
        for row in store.all_rows():
            json.loads(row[4])

    return read


def rebuilt(
    work: str,
    side: tuple[EventStore, GenerationStore],
    runs: int,
    *,
    floor: Callable[[EventStore], Work] = bare,
    views: Sequence[ModuleType] = CATALOGUE,
    target: float | None = None,
) -> Line:
    """Views of a ledger, folded whole, beside a floor on the same rows."""
    store, generations = side
    events = store.head().position
    taken = paired(floor(store), built(store, generations, views), runs)
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, target)


def beside_runner(
    work: str, url: str, side: tuple[EventStore, GenerationStore], runs: int, *, target: float
) -> Line:
    """The catalogue, beside the library's ProjectionRunner over the same events in a database at `url`."""
    from benchmarks.runner import Runner

    store, generations = side
    events, ours, runner = store.head().position, built(store, generations, CATALOGUE), Runner(url)
    ours()
    taken = of_pairs([(runner.seconds(), seconds(ours)) for _ in range(runs)])
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, target)


def with_two_processes(
    work: str, side: tuple[EventStore, GenerationStore], runs: int, target: float | None = None
) -> Line:
    """A whole rebuild by two processes, beside the same by one."""
    store, generations = side
    events = store.head().position
    taken = paired(_whole(store, generations, 1), _whole(store, generations, 2), runs)
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, target)


def ceiling(work: str, runs: int) -> Line:
    """What two processes gain on this machine at most: a plain loop twice, and the two at once."""

    def both() -> None:
        processes = [Process(target=_loop) for _ in range(2)]
        for one in processes:
            one.start()
        for one in processes:
            one.join()

    def twice() -> None:
        _loop()
        _loop()

    taken = paired(twice, both, runs)
    return Line(work, millis(taken.floor), millis(taken.ours), taken.speed)


def _loop() -> None:
    found = 0
    for number in range(LOOP):
        found += number * number % 7


def _whole(store: EventStore, generations: GenerationStore, jobs: int) -> Work:
    return lambda: rebuild(store, generations, jobs=jobs)


def catching_up(
    work: str, small: tuple[EventStore, GenerationStore], large: tuple[EventStore, GenerationStore], runs: int
) -> Line:
    """Views that are 1,000 events behind a large ledger, beside the same events on a small one."""
    taken = paired(_behind(*small), _behind(*large), runs)
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 2.0, at_least=False)


def _behind(store: EventStore, generations: GenerationStore) -> Work:
    """Catches up views that are 1,000 events behind, again and again."""
    known = store.head().position - 1_000
    with generations.building(generations.new()) as made:
        Projector(made).fold_all(store.all_rows(known=known))
        made.set_state(VIEWS, known, projector.leaf_at(store, known))
    leaf = projector.leaf_at(store, known)

    def catch() -> None:
        found = generations.today()
        assert found is not None
        with contextlib.closing(found):
            # The rows of a later position are folded away again: the work is the same each time.
            found.set_state(VIEWS, known, leaf)
            projector.catch_up(store, found)

    return catch


def peak(ledger: Path, folder: Path) -> float | None:
    """Megabytes of a process that rebuilds all views."""
    return peak_of("benchmarks.rebuilding", "rebuild_all", str(ledger), str(folder / "memory"))


def rebuild_all(ledger: str, folder: str) -> None:
    """Rebuilds all views of a ledger file."""
    rebuild(EventStore(Path(ledger)), SqliteGenerationStore(Path(folder)))
