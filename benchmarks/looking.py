"""How long people wait for pages in a real browser: the first page, and a search in the catalogue."""

from __future__ import annotations

import contextlib
from pathlib import Path
from statistics import median

from benchmarks.measure import Line, absent, millis
from exporters.site.build import pages
from exporters.site.scope import Scope
from exporters.site.writing import write_site
from ledger.workspace.workspace import Workspace
from projections.read_session import open_session
from tools.browser import browsing, executable

LIMIT = 0.1
"""Seconds until the first page is loaded, and until a search has its rows."""
TIMES = 7
_LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
_SEARCHED = """async (words) => {
  const asked = document.querySelector("input[type=search]");
  const began = performance.now();
  asked.value = words;
  asked.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - began;
}"""


def written(workspace: Workspace, folder: Path) -> Path:
    """The folder of the pages, written the first time."""
    if not folder.exists():
        with contextlib.closing(open_session(workspace)) as session:
            write_site(folder, pages(session, Scope()), session.position)
    return folder


def first_page(work: str, site: Path) -> Line:
    """Until the overview is loaded; the median of several times, the browser's own start aside."""
    if not _browser():
        return absent(work, 1.0, at_least=False)
    with browsing() as watched:
        took = []
        for _ in range(TIMES):
            page = watched.open(site / "index.html")
            page.wait_for_load_state("load")
            took.append(page.evaluate(_LOADED) / 1000)
    return _line(work, took)


def search(work: str, site: Path) -> Line:
    """From a word in the search field of the catalogue to the next picture of its rows."""
    if not _browser():
        return absent(work, 1.0, at_least=False)
    with browsing() as watched:
        page = watched.open(site / "katalog.html")
        took = [page.evaluate(_SEARCHED, words) / 1000 for words in ("p", "pasar", "", "sampah", "dinas") * 2]
    return _line(work, took)


def _line(work: str, took: list[float]) -> Line:
    taken = median(took)
    return Line(work, millis(LIMIT), millis(taken), taken / LIMIT, 1.0, at_least=False)


def _browser() -> bool:
    try:
        executable()
    except RuntimeError:
        return False
    return True
