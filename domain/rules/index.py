"""The index of a region (IID): its own rows (SPD), the mean of its innovations (SID), their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from domain.base import reason
from domain.rules.certainty import UNCONFIRMED, Certainty
from domain.rules.entries import Entry
from domain.rules.indicators import RegionRow
from domain.rules.rulebook import Predicate, Rulebook, Spread
from domain.rules.totals import rounded
from domain.rules.verdict import MET, NOT_MET, UNKNOWN, Finding

ZERO = Decimal(0)
HUNDRED = Decimal(100)


class Sent(Struct, frozen=True):
    """One innovation of the region that counts: its maturity, its affair, and what says the affair."""

    stream: str
    maturity: Decimal
    affair: str | None
    at: int | None = None


class Index(Struct, frozen=True, kw_only=True):
    """The index with its parts; None where the rulebook does not know what it takes."""

    rows: list[Finding]
    region: Decimal | None
    count: int
    divisor: int | None
    mean: Decimal | None
    number: Decimal | None
    spread: Finding | None
    value: Decimal | None
    predicate: str | None
    certainty: Certainty


Papers = Mapping[str, tuple[str | None, str | None]]
"""Document to its number and date as they now are."""


def index(
    book: Rulebook, entry: Entry | None, sent: Sequence[Sent], scope: str, papers: Papers | None = None
) -> Index:
    """The index of the innovations sent; their order does not matter."""
    rows = [_row(book, row, entry, scope, papers or {}) for row in book.spd]
    region = _sum(rows)
    mean = _mean(book, sent)
    spread = _spread(book.spread, sent, scope) if book.spread else None
    number = _number(book, sent, spread)
    most = book.totals.whole
    value = None
    if region is not None and mean is not None and number is not None and most:
        # Rounded once, at the end: the limits of the predicates have two decimals.
        value = rounded((region + mean + number) * HUNDRED / most)
    found = predicate(book, value)
    return Index(
        rows=rows,
        region=region,
        count=len(sent),
        divisor=book.divisor.value if book.divisor else None,
        mean=mean,
        number=number,
        spread=spread,
        value=value,
        predicate=found.label if found else None,
        certainty=found.certainty if found else UNCONFIRMED,
    )


def predicate(book: Rulebook, value: Decimal | None) -> Predicate | None:
    """The predicate of an index that is rounded half up to two decimals."""
    if value is None:
        return None
    return next((one for one in book.predicates if one.low <= value <= one.high), None)


def level(row: RegionRow, amount: Decimal) -> tuple[int | None, bool]:
    """The level of a figure, and whether it lies where printed bands overlap.

    The figure is rounded half up to the decimals of the bands; at an overlap the rulebook's choice decides.
    """
    places = row.decimals.value if row.decimals else 2
    value = rounded(amount, places)
    held = [number for number, band in enumerate(row.bands, 1) if band.holds(value)]
    if not held:
        return None, False
    higher = row.overlap is not None and row.overlap.value == "higher"
    return (max(held) if higher else min(held)), len(held) > 1


def _verified(row: RegionRow, entry: Entry | None, papers: Papers) -> tuple[int | None, list[int]]:
    """The level verified while every document cited is as it was, and the event that says it."""
    said = entry.verified.get(row.id) if entry else None
    if said is None:
        return None, []
    same = all(papers.get(one.document or "") == (one.number, one.date) for one in said.cites)
    return (said.level if same else None), [said.at]


def _row(book: Rulebook, row: RegionRow, entry: Entry | None, scope: str, papers: Papers) -> Finding:
    name, highest = row.label, book.highest(row)
    claim = entry.claims.get(row.id) if entry else None
    verified, verified_at = _verified(row, entry, papers)
    reached: int | None = min(claim.level, highest) if claim else None
    certainty, told = row.certainty, reason("{row}: nothing is recorded.", row=name)
    if claim is not None:
        told = reason("{row}: level {level} is claimed.", row=name, level=claim.level)
    # A figure goes before the level: who claims by a figure alone is recorded with level 0.
    if claim is not None and claim.amount is not None and row.bands:
        reached, overlaps = level(row, Decimal(claim.amount))
        told = reason(
            "{row}: {value} gives level {level}.", row=name, value=Decimal(claim.amount), level=reached
        )
        if overlaps:
            certainty = UNCONFIRMED
            told = reason(
                "{row}: {value} lies where the printed bands overlap; level {level} was chosen.",
                row=name,
                value=Decimal(claim.amount),
                level=reached,
            )
    weight = None if row.weight.value is None else Decimal(row.weight.value)
    points = None if weight is None else weight * (reached or 0)
    return Finding(
        rule=f"region.{row.id}",
        kind="warning" if row.mandatory.value else "score",
        outcome=MET if reached else UNKNOWN if claim and reached is None else NOT_MET,
        certainty=certainty,
        sentence=told,
        facts=[claim.at, *verified_at] if claim else [],
        absent=None if claim else scope,
        sources=row.sources,
        remedy=None if claim else reason("Fill in its row on sheet SPD."),
        label=name,
        level=reached,
        claimed=claim.level if claim else None,
        verified=verified,
        points=points,
        most=None if weight is None else weight * highest,
        gain=None if weight is None else ZERO,
        upto=None if weight is None else weight * (highest - (reached or 0)),
    )


def _sum(rows: Sequence[Finding]) -> Decimal | None:
    if not rows or any(row.points is None for row in rows):
        return None
    return sum((row.points for row in rows if row.points is not None), ZERO)


def _mean(book: Rulebook, sent: Sequence[Sent]) -> Decimal | None:
    if book.divisor is None or not book.indicators:
        return None
    # The divisor is a least number: more innovations are divided by how many they are.
    divisor: int = max(book.divisor.value, len(sent))
    return sum((one.maturity for one in sent), ZERO) / divisor


def _number(book: Rulebook, sent: Sequence[Sent], spread: Finding | None) -> Decimal | None:
    if book.number is None:
        return None
    if spread is not None and spread.outcome == NOT_MET and book.spread and spread_decides(book.spread):
        return ZERO
    counted: int = min(len(sent), book.number.cap.value)
    return counted * Decimal(book.number.weight.value)


def spread_decides(rule: Spread) -> bool:
    """True when too few affairs take the points for the number of innovations.

    A rule that is not confirmed warns; it takes nobody's points.
    """
    return rule.minimum.certainty != UNCONFIRMED


def _spread(rule: Spread, sent: Sequence[Sent], scope: str) -> Finding:
    held = sorted({one.affair for one in sent if one.affair in rule.affairs and one.affair})
    enough = len(held) >= rule.minimum.value
    lacking = [affair for affair in rule.affairs if affair not in held]
    told = reason(
        "{count} of the {all} affairs of basic service are represented; {limit} are asked for.",
        count=len(held),
        all=len(rule.affairs),
        limit=rule.minimum.value,
    )
    mend = reason("Still without an innovation: {affairs}.", affairs="; ".join(lacking))
    facts = sorted({one.at for one in sent if one.at is not None and one.affair in rule.affairs})
    return Finding(
        rule="spread",
        kind="gate",
        outcome=MET if enough else NOT_MET,
        certainty=rule.minimum.certainty,
        sentence=told,
        facts=facts,
        absent=None if facts else scope,
        sources=rule.sources,
        remedy=None if enough else mend,
    )
