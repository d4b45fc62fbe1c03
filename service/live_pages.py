"""The pages of `jejak site`, made from the ledger as it is now, when they are asked for."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from exporters.site.build import Door, SitePages
from exporters.site.scope import Scope
from jejak_i18n import gettext as _
from jejak_i18n import language
from ledger.errors import LostConnectionError
from ledger.workspace.workspace import Workspace
from projections.read_session import open_session

T = TypeVar("T")
IDLE_SECONDS = 600.0
"""So long the views stay open for the next page."""
SHARED_IDLE_SECONDS = 30.0
"""The same where others share them: open views keep a rebuild from throwing old ones away."""
WORK = "/kerja"


class LivePages:
    """One set of pages for a position of the ledger. One thread owns the views; any thread may ask."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._thread = ThreadPoolExecutor(1, "views")
        self._site: SitePages | None = None
        self._used = 0.0

    def page(self, name: str) -> bytes | None:
        """The bytes of a page or file; None where the site has none of that name."""
        return self._ask(lambda site: site.page(name) if name in site.makers else None)

    def rest(self) -> None:
        """Closes views that nobody asked for lately."""
        idle = SHARED_IDLE_SECONDS if self.workspace.database_url else IDLE_SECONDS
        if self._site and time.monotonic() - self._used > idle:
            self._thread.submit(self._close).result()

    def close(self) -> None:
        """Ends the thread and closes the views."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _ask(self, question: Callable[[SitePages], T]) -> T:
        return self._thread.submit(self._answer, question).result()

    def _answer(self, question: Callable[[SitePages], T]) -> T:
        try:
            return question(self._current())
        except (SQLAlchemyError, sqlite3.Error, LostConnectionError):
            # The views were thrown away under us by a rebuild, or the server was started again.
            self._close()
            return question(self._current())

    def _current(self) -> SitePages:
        self._used = time.monotonic()
        if self._site and self._moved(self._site):
            self._close()
        if self._site is None:
            self._site = self._made()
        return self._site

    def _made(self) -> SitePages:
        session = open_session(self.workspace)
        try:
            return SitePages(session, Scope(), language(), doors=doors())
        except BaseException:
            session.close()
            raise

    @staticmethod
    def _moved(site: SitePages) -> bool:
        session = site.session
        return session.store.head().position != session.position + session.lag

    def _close(self) -> None:
        site, self._site = self._site, None
        if site:
            site.session.close()


TEMPLATE = f"{WORK}/templat"
"""Where the empty workbook is."""


def doors() -> list[Door]:
    """What stands beside the pages."""
    return [(WORK, _("Work"))]
