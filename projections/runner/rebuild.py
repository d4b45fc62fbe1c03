"""Rebuild: everything, one view or one region, folded into a new generation that is switched to at once."""

from __future__ import annotations

import contextlib
import time
from bisect import bisect_left
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import accumulate, pairwise
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from ledger.event_store import EventStore
from projections.runner.projection_fault import ProjectionError, ProjectionFault
from projections.runner.projector import Projector, leaf_at, set_faults, usable, without_faulty
from projections.runner.rows import Progress, rows_for, with_progress
from projections.storage.generation import Generation, GenerationStore
from projections.views import VIEWS

SAMPLES = 2_000
"""Positions that are looked at to cut the streams into ranges."""
FOUNDING = 2
"""The work of a stream's first event against that of any other: with it rows are begun, and written."""
HEAD_START = 60_000
"""Events that this process folds while another starts and loads its code, a third of a second."""


class Rebuilt(NamedTuple):
    """A finished rebuild; `events` are those folded, `seconds` what it took."""

    name: str
    """The name of the generation."""
    position: int
    streams: int
    events: int
    seconds: float = 0.0


def rebuild(
    store: EventStore,
    generations: GenerationStore,
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
    `progress` is told how many events are done. Raises EnvironmentFault without the right to write.
    """
    began = time.monotonic()
    done = None
    if tuple(views) != tuple(VIEWS) or region:
        done = _part(store, generations, views, region, progress)
    if done is None and jobs > 1:
        done = _together(store, generations, jobs, executor, progress)
    if done is None:
        done = _whole(store, generations, progress)
    return done._replace(seconds=time.monotonic() - began)


def _whole(store: EventStore, generations: GenerationStore, progress: Progress | None) -> Rebuilt:
    position = store.head().position

    def build(views: Sequence[ModuleType], faults: Sequence[ProjectionFault]) -> Rebuilt:
        with generations.building(generations.new()) as made:
            folding = Projector(made, views=views)
            folding.fold_all(rows_for(views, store, position, progress=progress))
            made.set_state(views, position, leaf_at(store, position))
            set_faults(made, faults, position)
            made.folded = folding.events
            return Rebuilt(made.name, position, folding.streams, folding.events)

    return without_faulty(build)


def _part(
    store: EventStore,
    generations: GenerationStore,
    views: Sequence[ModuleType],
    region: str,
    progress: Progress | None,
) -> Rebuilt | None:
    """Some views, or one region, folded again at the position of today's generation.

    None where there is nothing to take over: the whole must be folded.
    """
    prefix = f"{region}/" if region else ""
    old = generations.today()
    if old is None:
        return None
    with contextlib.closing(old):
        if not usable(old, store):
            return None
        with generations.copying(generations.new(), old) as made:
            # Else it would outlive the switch.
            old.close()
            position = made.reached()
            for table in (table for view in views for table in view.TABLES):
                made.clear(table, prefix)
            folding = Projector(made, views=views)
            folding.fold_all(rows_for(views, store, position, prefix, progress))
            made.set_state(views, position, leaf_at(store, position))
            made.folded = folding.events
            return Rebuilt(made.name, position, folding.streams, folding.events)


def _together(
    store: EventStore,
    generations: GenerationStore,
    jobs: int,
    executor: Executor | None,
    progress: Progress | None,
) -> Rebuilt | None:
    """With several processes; None where a view stopped: one process finds those that can go on."""
    try:
        return _in_ranges(store, generations, jobs, executor, progress)
    except ProjectionError:
        return None


def _in_ranges(
    store: EventStore,
    generations: GenerationStore,
    jobs: int,
    executor: Executor | None,
    progress: Progress | None,
) -> Rebuilt:
    """Ranges of streams, each folded by a process as a part of its own, then laid together in order."""
    name, position = generations.new(), store.head().position
    bounds = ["", *cuts(store, position, jobs), None]
    ranges = [(first or "", last) for first, last in pairwise(bounds)]
    try:
        with generations.building(name) as made, contextlib.ExitStack() as stack:
            if executor is None:
                pool = ProcessPoolExecutor(len(ranges) - 1 or 1, mp_context=get_context("spawn"))
                executor = stack.enter_context(pool)
            others = [
                executor.submit(fold_range, store.place, generations, name, number, first, last, position)
                for number, (first, last) in enumerate(ranges[1:], 1)
            ]
            # The first range is folded here, into the generation itself.
            counts = [_folded(store, made, *ranges[0], position, _for_all(progress, position, len(ranges)))]
            for number, other in enumerate(others, 1):
                counts.append(other.result())
                generations.lay_behind(made, number)
            made.set_state(VIEWS, position, leaf_at(store, position))
            streams, events = (sum(column) for column in zip(*counts, strict=True))
            made.folded = events
            if progress:
                progress(events)
            return Rebuilt(name, position, streams, events)
    finally:
        generations.sweep(name)


def fold_range(
    place: Path | str,
    generations: GenerationStore,
    name: str,
    number: int,
    first: str,
    last: str | None,
    position: int,
) -> tuple[int, int]:
    """Folds a range of streams as a part of a generation; returns how many streams and events."""
    with contextlib.closing(EventStore(place)) as store, generations.part(name, number) as part:
        return _folded(store, part, first, last, position)


def _for_all(progress: Progress | None, position: int, jobs: int) -> Progress | None:
    """What the first range has done, told as if the others were as far behind its head start."""
    if progress is None:
        return None
    tell, ahead = progress, _head_start(position, jobs)
    return lambda done: tell(min(position, done + (jobs - 1) * max(0, done - ahead)))


def _head_start(position: int, jobs: int) -> int:
    return min(HEAD_START, position // jobs)


def _folded(
    store: EventStore,
    made: Generation,
    first: str,
    last: str | None,
    position: int,
    progress: Progress | None = None,
) -> tuple[int, int]:
    folding = Projector(made)
    folding.fold_all(with_progress(store.all_rows(known=position, first=first, last=last), progress))
    return folding.streams, folding.events


def cuts(store: EventStore, position: int, jobs: int) -> list[str]:
    """Streams at which ranges begin that are folded in about the same time; fewer where streams are few.

    The first is longer by the head start of who folds it.
    """
    step = max(1, position // SAMPLES)
    sampled = sorted(store.places_at(range(1, position + 1, step)))
    if not sampled:
        return []
    work = list(accumulate(FOUNDING if version == 1 else 1 for _, version in sampled))
    ahead = _head_start(position, jobs) / step
    ends = [ahead + (work[-1] - ahead) * at / jobs for at in range(1, jobs)]
    found = [sampled[bisect_left(work, end)][0] for end in ends]
    return [cut for cut in sorted(set(found)) if cut > sampled[0][0]]
