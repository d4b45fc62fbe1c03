"""The best plan for a region as data, and its innovations beside its own threshold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from domain.base import Reason, reason
from domain.rules import plan as plans
from domain.rules.index import predicate
from domain.rules.totals import rounded
from domain.rules.verdict import Verdict
from domain.streams import code
from projections.eligibility.answers import PlanAnswer, PlanItem, PlanStep, SendingAnswer, SendingRow
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import both_languages, points_text
from projections.timeline.stream_names import StreamNames


def plan_answer(
    edition: Edition,
    verdicts: Sequence[Verdict],
    names: StreamNames,
    asked: int,
    *,
    stated: bool,
    threshold: Decimal | None,
) -> PlanAnswer | None:
    """The best plan of at most so many items; None where the rulebook does not know the index."""
    found = plans.plan(
        edition.book,
        edition.index([one for one in verdicts if one.entered]),
        plans.candidates(verdicts, edition.affairs(), edition.withdrawn),
        asked,
        stated=stated,
        threshold=threshold,
    )
    if found is None:
        return None
    reached = predicate(edition.book, found.steps[-1].value)
    return PlanAnswer(
        asked=asked,
        stated=stated,
        threshold=points_text(threshold),
        predicate=reached.label if reached else None,
        predicate_certainty=reached.certainty if reached else None,
        items=[
            _item(work, since, edition, names) for work, since in zip(found.works, found.since, strict=True)
        ],
        steps=[
            PlanStep(
                items=one.items,
                index=format(one.value, "f"),
                adds=_exact_text(one.adds),
                count=one.count,
                keeps=one.keeps,
            )
            for one in found.steps
        ],
    )


def _exact_text(value: Fraction) -> str:
    """A share with four decimals: one point of one innovation among hundreds still shows."""
    return format(rounded(Decimal(value.numerator) / Decimal(value.denominator), 4), "f")


def _item(work: plans.Work, since: int, edition: Edition, names: StreamNames) -> PlanItem:
    finding = work.finding
    return PlanItem(
        since=since,
        kind=work.kind,
        code=code(work.stream) if work.stream else None,
        title=work.title or None,
        unit=names.of(work.unit) or None,
        rule=finding.rule if finding else None,
        label=finding.label or None if finding else None,
        stated=work.stated,
        points=points_text(work.points),
        pieces=work.pieces,
        remedy=both_languages(_remedy(work, edition)),
    )


def _remedy(work: plans.Work, edition: Edition) -> Reason:
    if work.finding is not None:
        if work.kind == "region_row":
            return reason("Fill in row {row} on sheet SPD.", row=work.finding.label)
        return work.finding.remedy or work.finding.sentence
    about = {
        "code": code(work.stream or ""),
        "award": edition.book.award,
        "year": edition.book.year,
    }
    if work.kind == "enter":
        return reason("Enter it: jejak entry prepare {code} --award {award} --year {year}.", **about)
    return reason(
        "Leave it out, since it lowers the mean by more than it counts for: jejak entry result {code}"
        " --result withdrawn --award {award} --year {year}.",
        **about,
    )


def sending_answer(verdicts: Iterable[Verdict], names: StreamNames, threshold: Decimal) -> SendingAnswer:
    """The innovations entered beside the region's own threshold: those that lack least first."""
    rows = [
        (max(Decimal(0), threshold - one.maturity), one)
        for one in verdicts
        if one.entered and one.maturity is not None
    ]
    rows.sort(key=lambda row: (row[0], row[1].stream))
    return SendingAnswer(
        threshold=format(threshold, "f"),
        items=[
            SendingRow(
                code=code(one.stream),
                title=one.title,
                unit=names.of(one.unit),
                outcome=one.outcome,
                maturity=format(one.maturity, "f"),
                lacks=format(lacks, "f"),
                reaches=not lacks,
            )
            for lacks, one in rows
            if one.maturity is not None
        ],
    )
