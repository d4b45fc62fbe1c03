"""Which editions ask in which year evidence was issued: without its date it does not count there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from domain.rules.indicators import Indicator
from domain.rules.rulebook import Rulebook
from domain.streams import prefix
from jejak_i18n.verdicts import edition_name
from projections.eligibility import rulebooks
from projections.eligibility.known_rulebooks import RulebookBytesError
from projections.read_session import ReadSession

if TYPE_CHECKING:
    from commands.competition.evidence_plan import Planned


def undated(session: ReadSession, plan: Sequence[Planned]) -> dict[str, list[Planned]]:
    """Edition and indicators that ask for a date, as `16, 17` of `IGA 2026`, to what lacks one."""
    lacking = [item for item in plan if item.fresh and not item.date and item.indicators]
    if not lacking:
        return {}
    try:
        books = [held.book for held in rulebooks.list_of(session, prefix(session.workspace.region))]
    except RulebookBytesError:
        # A lost rulebook keeps nobody from attaching evidence.
        return {}
    found: dict[str, list[Planned]] = {}
    for item in lacking:
        if asked := _asked(books, item):
            found.setdefault(asked, []).append(item)
    return found


def _asked(books: Sequence[Rulebook], item: Planned) -> str:
    """The newest edition with rules of evidence for each indicator, where these ask for a date."""
    by_edition: dict[str, list[str]] = {}
    for name in item.indicators:
        newest = max(
            ((book.year, book, row) for book in books for row in book.indicators if _has_rules(row, name)),
            key=lambda one: one[0],
            default=None,
        )
        if newest is not None and _asks(newest[2], item.kind):
            by_edition.setdefault(edition_name(newest[1]), []).append(str(newest[2].number))
    return "; ".join(f"{edition}: {', '.join(numbers)}" for edition, numbers in by_edition.items())


def _has_rules(row: Indicator, name: str) -> bool:
    return row.id == name and bool(row.evidence_rules)


def _asks(row: Indicator, kind: str) -> bool:
    pieces = (piece for rule in row.evidence_rules for pieces in rule.any_of for piece in pieces)
    return any(kind in piece.kinds and piece.window is not None for piece in pieces)
