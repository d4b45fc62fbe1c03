"""Which editions of competitions a site speaks of: the newest of each award with a form."""

from __future__ import annotations

from projections.eligibility import rulebooks
from projections.eligibility.edition import Edition, edition
from projections.eligibility.rulebooks import Held
from projections.read_session import ReadSession

AWARDS = ("iga", "kipp")
_GENERAL = (None, "umum")
"""The group that everybody may enter."""


def editions_of(session: ReadSession, region: str) -> list[Edition]:
    """For IGA and KIPP the newest edition whose rules are complete, as it stands in a region (`3303`)."""
    held = rulebooks.list_of(session, region)
    found = []
    for award in AWARDS:
        known = [one for one in held if _fits(one, award)]
        if known:
            newest = max(known, key=lambda one: (one.book.year, one.book.id))
            found.append(edition(session, newest.book, region))
    return found


def _fits(one: Held, award: str) -> bool:
    return one.book.award == award and one.book.status == "complete" and one.book.group in _GENERAL
