"""The rows that views are folded from, in stream order, with a report of how far the reading is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType

from ledger.event_store import EventStore
from projections.views import VIEWS

STEP = 5_000
"""Events between two reports of progress."""
RawRow = tuple[int, str, int, str, bytes, str]
Progress = Callable[[int], None]
"""Told how many events are done."""


def rows_for(
    views: Sequence[ModuleType],
    store: EventStore,
    known: int,
    prefix: str = "",
    progress: Progress | None = None,
) -> Iterable[RawRow]:
    """The rows that views fold, up to the position known, of one region (its `prefix`) or of all."""
    kinds = {view.KIND for view in views}
    if kinds == {view.KIND for view in VIEWS}:
        return with_progress(store.all_rows(known, prefix), progress)
    return with_progress(store.rows_of_kinds(kinds, known, prefix), progress)


def with_progress(rows: Iterable[RawRow], progress: Progress | None) -> Iterable[RawRow]:
    """The rows as they are, with a report every some thousand and at the end."""
    return rows if progress is None else _with_progress(rows, progress)


def _with_progress(rows: Iterable[RawRow], progress: Progress) -> Iterator[RawRow]:
    done = 0
    for done, row in enumerate(rows, 1):
        if done % STEP == 0:
            progress(done)
        yield row
    progress(done)
