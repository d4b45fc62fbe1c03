"""What an event costs as a ledger grows: appended, rebuilt, and the memory of a rebuild."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from statistics import median

from eventsourcing.persistence import StoredEvent

from benchmarks.appending import BULK, references
from benchmarks.logs import Pairs
from benchmarks.measure import Line, absent, micros, seconds
from benchmarks.rebuilding import peak
from ledger.codec import Row
from ledger.event_store import EventStore
from ledger.ports.append import AppendRequest, Recorder
from projections.runner.rebuild import rebuild
from projections.storage.sqlite import SqliteGenerationStore

LIMIT = 1.2
"""How many times an event of a large ledger may cost what one of the smallest costs."""
Figures = Mapping[int, Sequence[float]]
"""Size of a ledger in events to what one event cost in each pass."""


class Growth:
    """Ledgers of rising sizes, made when they are first asked for; each figure is taken once."""

    def __init__(self, sizes: Sequence[int], made: Callable[[int], Path], folder: Path, passes: int) -> None:
        self.sizes, self.made, self.folder, self.passes = tuple(sizes), made, folder, passes

    @cached_property
    def rebuilds(self) -> Figures:
        """Seconds an event of a whole rebuild, the sizes in turns."""
        taken: dict[int, list[float]] = {size: [] for size in self.sizes}
        for _ in range(self.passes):
            for size in self.sizes:
                taken[size].append(self._rebuilt(size))
        return taken

    def _rebuilt(self, size: int) -> float:
        with contextlib.closing(EventStore(self.made(size))) as store:
            return (
                seconds(lambda: rebuild(store, SqliteGenerationStore(self.folder / f"growth-{size}"))) / size
            )

    def appends(self, pairs: Pairs) -> Figures:
        """Seconds an event of recording a whole ledger, in appends of 10,000, up to each size."""
        taken: dict[int, list[float]] = {size: [] for size in self.sizes}
        for _ in range(self.passes):
            with contextlib.closing(EventStore(self.made(self.sizes[-1]))) as store, pairs() as pair:
                for size, took in zip(self.sizes, appended(store, pair.ours, self.sizes), strict=True):
                    taken[size].append(took / size)
        return taken

    @cached_property
    def peaks(self) -> Mapping[int, float | None]:
        """Megabytes of a process that rebuilds all views."""
        return {size: peak(self.made(size), self.folder / f"growth-{size}") for size in self.sizes}


def appended(store: EventStore, recorder: Recorder, sizes: Sequence[int]) -> list[float]:
    """Seconds of all appends until the log held each size; reading the events is left out."""
    took, found, position = 0.0, [], 0
    while position < sizes[-1]:
        last = min([position + BULK, *(size for size in sizes if size > position)])
        took += _append(recorder, store.between(position + 1, last))
        position = last
        if position in sizes:
            found.append(took)
    return found


def _append(recorder: Recorder, rows: Sequence[Row]) -> float:
    events = [StoredEvent(row.stream, row.version, row.topic, row.state) for row in rows]
    section = AppendRequest(
        command_id=f"bench-{rows[0].position}",
        reserve=[(f"row/bench/{row.position:09d}", row.stream, row.version) for row in rows],
        refs=sorted({pair for row in rows for pair in references(row)}),
    )
    return seconds(lambda: recorder.insert_events(events, request=section))


def per_event(work: str, figures: Figures, size: int) -> Line:
    """What an event of a ledger of this size costs, beside one of the smallest."""
    least = min(figures)
    ratio = median(large / small for small, large in zip(figures[least], figures[size], strict=True))
    floor, ours = micros(median(figures[least])), micros(median(figures[size]))
    return Line(work, floor, ours, ratio, LIMIT, at_least=False)


def flat(work: str, peaks: Mapping[int, float | None], size: int) -> Line:
    """The peak memory at this size, beside that at the smallest."""
    small, large = peaks[min(peaks)], peaks[size]
    if small is None or large is None:
        return absent(work, LIMIT, at_least=False)
    return Line(work, f"{small:.0f} MB", f"{large:.0f} MB", large / small, LIMIT, at_least=False)
