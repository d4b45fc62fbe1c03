"""The index of a region as data."""

from __future__ import annotations

from domain.rules.index import Index
from domain.rules.totals import Totals, rounded
from domain.streams import region_code
from projections.eligibility.answers import FindingAnswer, IndexAnswer, RulebookHash
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import finding_answer, points_text


def index_answer(edition: Edition, position: int) -> IndexAnswer:
    """Rows of the region (SPD), mean of its innovations, their number, and the index where it is known."""
    found, most = edition.index(), edition.book.totals
    return IndexAnswer(
        award=edition.book.award,
        year=edition.book.year,
        group=edition.book.group,
        rulebook=RulebookHash(id=edition.book.id, sha256=edition.book.sha256),
        position=position,
        day=edition.context.day,
        region=region_code(edition.region),
        rows=[finding_answer(row, position, edition.context.region) for row in found.rows],
        spd=points_text(found.region),
        spd_most=points_text(most.region),
        count=found.count,
        divisor=found.divisor,
        mean=points_text(rounded(found.mean)) if found.mean is not None else None,
        mean_most=points_text(most.innovation),
        number=points_text(found.number),
        number_most=points_text(most.number),
        shares=_shares(most),
        spread=_spread(found, position, edition.context.region),
        index=points_text(found.value),
        predicate=found.predicate,
        predicate_certainty=found.certainty if found.predicate else None,
        unknown=[gap.label for gap in edition.book.unknown],
    )


def _shares(most: Totals) -> list[str] | None:
    shares = most.shares()
    return [format(share, "f") for share in shares] if shares else None


def _spread(found: Index, position: int, region: str) -> FindingAnswer | None:
    return finding_answer(found.spread, position, region) if found.spread else None
