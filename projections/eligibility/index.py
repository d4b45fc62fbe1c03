"""The index of a region as plain data."""

from __future__ import annotations

from typing import Any

from domain.rules.totals import rounded
from domain.streams import region_code
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import finding, points


def plain(edition: Edition, position: int) -> dict[str, Any]:
    """Rows of the region (SPD), mean of its innovations, their number, and the index where it is known."""
    found = edition.index()
    most = edition.book.totals
    shares = most.shares()
    return {
        "award": edition.book.award,
        "year": edition.book.year,
        "group": edition.book.group,
        "rulebook": {"id": edition.book.id, "sha256": edition.book.sha256},
        "position": position,
        "day": edition.context.day,
        "region": region_code(edition.region),
        "rows": [finding(row, position, edition.context.region) for row in found.rows],
        "spd": points(found.region),
        "spd_most": points(most.region),
        "count": found.count,
        "divisor": found.divisor,
        "mean": points(rounded(found.mean)) if found.mean is not None else None,
        "mean_most": points(most.innovation),
        "number": points(found.number),
        "number_most": points(most.number),
        "shares": [points(share) for share in shares] if shares else None,
        "spread": finding(found.spread, position, edition.context.region) if found.spread else None,
        "index": points(found.value),
        "predicate": found.predicate,
        "predicate_certainty": found.certainty if found.predicate else None,
        "unknown": [gap.label for gap in edition.book.unknown],
    }
