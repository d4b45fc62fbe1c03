"""Rebuild: everything, one view or one region, folded into a new generation that is switched to at once."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from ledger.store import Store
from projections import generation
from projections.engine import Folder, RawRow, leaf_at, set_faults, usable, without_poison
from projections.poison import Poisoned, PoisonError
from projections.views import VIEWS

SAMPLES = 2_000
"""Positions that are looked at to cut the streams into ranges of about as many events."""
STEP = 5_000
"""Events between two reports of progress."""
Progress = Callable[[int], None]


class Rebuilt(NamedTuple):
    """A finished rebuild; `events` are those folded, `seconds` what it took."""

    path: Path
    position: int
    streams: int
    events: int
    seconds: float


def rebuild(
    store: Store,
    folder: Path,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    views: Sequence[ModuleType] = VIEWS,
    region: str = "",
    progress: Progress | None = None,
) -> Rebuilt:
    """Folds events into a new generation and switches to it; readers see the old one until then.

    With some of the `views`, or one `region` (its prefix), the rest is taken over from today's generation
    as it stands. `jobs` processes fold ranges of streams, in the `executor` where one is given.
    `progress` is told how many events are done.
    """
    began = time.monotonic()
    path = generation.new_path(folder)
    part = tuple(views) != tuple(VIEWS) or region != ""
    old = generation.current(folder) if part else None
    if part and (old is None or not _takes_over(store, old)):
        # There is nothing to take over: the whole is folded.
        part, views, region = False, VIEWS, ""
    if part and old is not None:
        position, folded = _part(store, old, path, views, region, progress)
    elif jobs > 1:
        position, folded = _together(store, path, jobs, executor, progress)
    else:
        position, folded = _whole(store, path, progress)
    seconds = time.monotonic() - began
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        generation.set_built(connection, folded[1], seconds)
    generation.switch(folder, path)
    return Rebuilt(path, position, *folded, seconds)


def _whole(store: Store, path: Path, progress: Progress | None) -> tuple[int, tuple[int, int]]:
    position = store.head().position

    def build(views: Sequence[ModuleType], faults: Sequence[Poisoned]) -> tuple[int, int]:
        with generation.building(path) as connection:
            folding = Folder(connection, views=views)
            folding.fold_all(told(store.all_rows(known=position), progress))
            generation.set_state(connection, views, position, leaf_at(store, position))
            set_faults(connection, faults, position)
        return folding.streams, folding.events

    return position, without_poison(build)


def told(rows: Iterable[RawRow], progress: Progress | None) -> Iterable[RawRow]:
    """The rows as they are, with a report every some thousand."""
    return rows if progress is None else _told(rows, progress)


def _told(rows: Iterable[RawRow], progress: Progress) -> Iterator[RawRow]:
    done = 0
    for done, row in enumerate(rows, 1):
        if done % STEP == 0:
            progress(done)
        yield row
    progress(done)


def _takes_over(store: Store, old: Path) -> bool:
    with contextlib.closing(sqlite3.connect(old, isolation_level=None)) as connection:
        return usable(connection, store)


def _part(
    store: Store,
    old: Path,
    path: Path,
    views: Sequence[ModuleType],
    region: str,
    progress: Progress | None,
) -> tuple[int, tuple[int, int]]:
    """Some views, or one region, folded again at the position of today's generation."""
    prefix = f"{region}/" if region else ""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        try:
            with contextlib.closing(sqlite3.connect(old)) as source:
                source.backup(connection)
            position = generation.reached(connection)
            connection.execute("BEGIN")
            for table in (table for view in views for table in view.TABLES):
                generation.clear(connection, table, prefix)
            folding = Folder(connection, views=views)
            folding.fold_all(told(store.all_rows(known=position, prefix=prefix), progress))
            generation.set_state(connection, views, position, leaf_at(store, position))
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            path.unlink(missing_ok=True)
            raise
    return position, (folding.streams, folding.events)


def _together(
    store: Store, path: Path, jobs: int, executor: Executor | None, progress: Progress | None
) -> tuple[int, tuple[int, int]]:
    try:
        return _in_ranges(store, path, jobs, executor)
    except PoisonError:
        # Rare: one process finds the views that can go on.
        return _whole(store, path, progress)


def _in_ranges(store: Store, path: Path, jobs: int, executor: Executor | None) -> tuple[int, tuple[int, int]]:
    """Ranges of streams, each folded by a process into a file of its own, then laid together in order."""
    position = store.head().position
    bounds = ["", *cuts(store, position, jobs), None]
    parts = [path.with_name(f"{path.stem}-{at}.part") for at in range(len(bounds) - 1)]
    tasks = [
        (store.place, part, first or "", last, position)
        for part, (first, last) in zip(parts, pairwise(bounds), strict=True)
    ]
    try:
        with contextlib.ExitStack() as stack:
            if executor is None:
                pool = ProcessPoolExecutor(len(tasks) - 1 or 1, mp_context=get_context("spawn"))
                executor = stack.enter_context(pool)
            others = [executor.submit(fold_range, *task) for task in tasks[1:]]
            counts = _first(store, path, tasks[0], parts[1:], others)
        return position, counts
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _first(
    store: Store, path: Path, task: Any, parts: Sequence[Path], others: Sequence[Any]
) -> tuple[int, int]:
    """The first range, folded here into the generation itself; the others are laid behind it."""
    _address, _part, first, last, position = task
    with generation.building(path) as connection:
        folding = Folder(connection)
        folding.fold_all(store.all_rows(known=position, first=first, last=last))
        streams, events = folding.streams, folding.events
        connection.execute("COMMIT")
        for part, other in zip(parts, others, strict=True):
            more = other.result()
            streams, events = streams + more[0], events + more[1]
            generation.lay_behind(connection, part)
        connection.execute("BEGIN")
        generation.set_state(connection, VIEWS, position, leaf_at(store, position))
    return streams, events


def fold_range(
    address: Path | str, path: Path, first: str, last: str | None, position: int
) -> tuple[int, int]:
    """Folds a range of streams into a file of its own; returns how many streams and events."""
    store = Store(address)
    try:
        with generation.building(path, finished=False) as connection:
            folding = Folder(connection)
            folding.fold_all(store.all_rows(known=position, first=first, last=last))
        return folding.streams, folding.events
    finally:
        store.close()


def cuts(store: Store, position: int, jobs: int) -> list[str]:
    """Streams at which ranges of about as many events begin; fewer where there are few streams."""
    step = max(1, position // SAMPLES)
    sampled = sorted(store.streams_at(range(1, position + 1, step)))
    if not sampled:
        return []
    found = [sampled[len(sampled) * at // jobs] for at in range(1, jobs)]
    return [cut for cut in sorted(set(found)) if cut > sampled[0]]
