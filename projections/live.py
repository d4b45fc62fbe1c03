"""Live: the views follow the ledger until they are told to stop."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from threading import Event
from typing import NamedTuple

from ledger import database
from ledger.errors import EnvironmentFault
from ledger.growth import Growth
from ledger.store import Store
from ledger.workspace import Workspace
from projections import engine, rebuilding
from projections.generation import Generation, Shelf
from projections.shelf import shelf_of

SHORTEST = 0.2
LONGEST = 30.0
"""Seconds that it waits, first and at most, when the ledger cannot be reached."""
WAIT_SECONDS = 5.0
"""How long it waits for the lock of the views."""


class Followed(NamedTuple):
    """One step: the position reached, how many events were new, and what went wrong, if anything."""

    position: int
    events: int
    trouble: str | None = None


def follow(workspace: Workspace, stop: Event, report: Callable[[Followed], None]) -> None:
    """Catches the views up whenever the ledger grew, until `stop` is set.

    A ledger that is locked or away is tried again, at ever longer intervals; nothing is lost, because the
    position stands in the views themselves.
    """
    wait = SHORTEST

    def reached(step: Followed) -> None:
        nonlocal wait
        wait = SHORTEST
        report(step)

    while not stop.is_set():
        try:
            _session(workspace, stop, reached)
            return
        except (sqlite3.Error, EnvironmentFault, OSError) as error:
            report(Followed(0, 0, str(error)))
            stop.wait(wait)
            wait = min(LONGEST, wait * 2)


def _session(workspace: Workspace, stop: Event, report: Callable[[Followed], None]) -> None:
    shelf = shelf_of(workspace)
    # Listening begins before the first look: what is appended in between is told.
    with (
        contextlib.closing(database.open_growth(workspace.place)) as growth,
        contextlib.closing(workspace.store()) as store,
    ):
        while not stop.is_set():
            with contextlib.closing(_today(store, shelf)) as views:
                _watch(store, growth, views, stop, report)


def _today(store: Store, shelf: Shelf) -> Generation:
    """Today's generation, built when there is none that can be used."""
    found = shelf.today(wait=WAIT_SECONDS)
    while found is None or not engine.usable(found, store):
        if found:
            found.close()
        rebuilding.rebuild(store, shelf)
        found = shelf.today(wait=WAIT_SECONDS)
    return found


def _watch(
    store: Store, growth: Growth, views: Generation, stop: Event, report: Callable[[Followed], None]
) -> None:
    """Follows into one generation; returns when another became today's."""
    reached = views.reached()
    report(Followed(reached, 0))
    while not stop.is_set():
        if views.replaced():
            return
        if store.head().position > reached:
            position = engine.catch_up(store, views)
            report(Followed(position, position - reached))
            reached = position
        growth.wait(stop)
