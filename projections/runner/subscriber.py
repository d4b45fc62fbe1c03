"""Live: the views follow the ledger until they are told to stop."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from threading import Event
from typing import NamedTuple

from ledger import factory
from ledger.errors import EnvironmentFault
from ledger.event_store import EventStore
from ledger.ports.subscription import Subscription
from ledger.workspace.workspace import Workspace
from projections.runner import projector, rebuild
from projections.storage.factory import generation_store_of
from projections.storage.generation import Generation, GenerationStore

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
    generations = generation_store_of(workspace)
    # Listening begins before the first look: what is appended in between is told.
    with (
        contextlib.closing(factory.open_subscription(workspace.place)) as growth,
        contextlib.closing(workspace.store()) as store,
    ):
        while not stop.is_set():
            with contextlib.closing(_today(store, generations)) as views:
                _watch(store, growth, views, stop, report)


def _today(store: EventStore, generations: GenerationStore) -> Generation:
    """Today's generation, built when there is none that can be used."""
    found = generations.today(wait=WAIT_SECONDS)
    while found is None or not projector.usable(found, store):
        if found:
            found.close()
        rebuild.rebuild(store, generations)
        found = generations.today(wait=WAIT_SECONDS)
    return found


def _watch(
    store: EventStore,
    subscription: Subscription,
    views: Generation,
    stop: Event,
    report: Callable[[Followed], None],
) -> None:
    """Follows into one generation; returns when another became today's."""
    reached = views.reached()
    report(Followed(reached, 0))
    while not stop.is_set():
        if views.replaced():
            return
        if store.head().position > reached:
            position = projector.catch_up(store, views)
            report(Followed(position, position - reached))
            reached = position
        subscription.wait(stop)
