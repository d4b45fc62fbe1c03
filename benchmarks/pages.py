"""The pages of a region, against folding its views and rendering the same pages from ready values."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from benchmarks.documents import region
from benchmarks.measure import Line, of_pairs, rate, seconds
from benchmarks.rebuilding import built
from exporters.site.build import SitePages, pages
from exporters.site.scope import Scope
from projections.read_session import open_session
from projections.storage.factory import generation_store_of
from projections.views import VIEWS

TARGET = 0.1
"""Of the speed of the floor: ready values cost it nothing."""
MOST = 20_000
"""Bytes that an innovation may take on average: 20 MB for a thousand."""


class _Prepared(SitePages):
    """Pages whose values are kept the first time they are made."""

    def __init__(self, *given: Any) -> None:
        self.kept: list[tuple[str, str, dict[str, Any]]] = []
        super().__init__(*given)

    def _rendered(self, template: str, root: str, context: dict[str, Any]) -> bytes:
        self.kept.append((template, root, context))
        return super()._rendered(template, root, context)


def share(work: str, folder: Path, count: int, runs: int) -> Line:
    """Pages a second; the ratio is our speed to that of folding and rendering."""
    with region(folder, count) as workspace, contextlib.closing(open_session(workspace)) as session:
        site = _Prepared(session, Scope())
        for name in site.makers:
            site.page(name)
        kept, store = list(site.kept), workspace.store()

        def floor() -> None:
            built(store, generation_store_of(workspace), VIEWS)()
            for one in kept:
                SitePages._rendered(site, *one)

        def ours() -> None:
            for _name, _held in pages(session, Scope()):
                pass

        taken = of_pairs([(seconds(floor), seconds(ours)) for _ in range(runs)])
        store.close()
    number = len(site.makers)
    return Line(work, rate(number, taken.floor), rate(number, taken.ours), taken.speed, TARGET)


def size(work: str, folder: Path, count: int) -> Line:
    """The bytes of a site for each innovation, to those that it may take."""
    with region(folder, count) as workspace, contextlib.closing(open_session(workspace)) as session:
        site = SitePages(session, Scope())
        whole = sum(len(site.page(name)) for name in site.makers)
        each = whole / len(site.rows)
    return Line(work, f"{MOST:,} B", f"{each:,.0f} B", each / MOST, 1.0, at_least=False)
