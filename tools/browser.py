"""A real browser, without a network: Debian's Chromium, or the one that JEJAK_TEST_BROWSER names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "No browser was found for the tests of the pages. Install the package chromium (Debian: apt install"
    " chromium), or name a Chromium or Chrome in JEJAK_TEST_BROWSER. Tests are not skipped."
)


def executable() -> str:
    """Where the browser is. Raises RuntimeError, naming the package and the variable."""
    found = os.environ.get("JEJAK_TEST_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None or not Path(found).exists():
        raise RuntimeError(MISSING)
    return found


class Watched:
    """A page, with all that it asked of a network and all that it complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.asked.append(url)

    def open(self, path: Path, fragment: str = "") -> Page:
        """Opens a file as a double-click does."""
        self.page.goto(path.as_uri() + fragment)
        return self.page


@contextmanager
def browsing(width: int = 1100, height: int = 900, *, offline: bool = True) -> Iterator[Watched]:
    """A browser with one page, and without a network unless the test serves pages itself."""
    with sync_playwright() as playwright:
        # Root, as which tests run in containers, may not use the sandbox.
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        context = browser.new_context(
            offline=offline, viewport={"width": width, "height": height}, locale="id-ID"
        )
        yield Watched(context.new_page())
        browser.close()
