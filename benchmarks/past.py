"""The catalogue of one region as of a day, against its current list: both as the command line asks."""

from __future__ import annotations

from benchmarks.measure import Line, Work, millis, paired
from domain import streams
from ledger.workspace import Workspace
from projections.open import Views, open_views
from projections.queries.catalogue import Filter, page

DAY = "2023-12-31"
"""After nearly all that a generated region did: nearly all of it stands."""


def one_region(work: str, ours: Workspace, runs: int) -> Line:
    """The workspace's region in a ledger of many, opened anew for each list."""
    prefix = streams.prefix(ours.region)
    open_views(ours).close()
    taken = paired(_now(ours, prefix), _then(ours, prefix), runs)
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 10, at_least=False)


def _now(ours: Workspace, prefix: str) -> Work:
    return lambda: listed(open_views(ours), prefix)


def _then(ours: Workspace, prefix: str) -> Work:
    return lambda: listed(open_views(ours, as_of=DAY, prefix=f"{prefix}/"), prefix)


def listed(views: Views, prefix: str) -> int:
    """How many innovations the list of a region holds; ends the answer."""
    try:
        return int(page(views, Filter(region=prefix))["total"])
    finally:
        views.close()
