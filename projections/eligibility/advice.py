"""Advice for a region as data: items, their sums by innovation, region and unit, and the best plan."""

from __future__ import annotations

from decimal import Decimal

from domain.rules import advice
from domain.rules.verdict import NOT_MET
from domain.streams import code, region_code
from projections.eligibility.answers import (
    AdviceAnswer,
    AdviceItem,
    InnovationSum,
    RegionSum,
    RulebookHash,
    UnitSum,
)
from projections.eligibility.edition import Edition
from projections.eligibility.plan import plan_answer, sending_answer
from projections.eligibility.silent import silent_units
from projections.eligibility.verdicts import both_languages
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames


def advice_answer(
    session: ReadSession,
    edition: Edition,
    *,
    items: int | None = None,
    stated: bool = False,
    threshold: Decimal | None = None,
) -> AdviceAnswer:
    """What would bring points, for innovations entered that no confirmed rule shuts out.

    With `items` also the best plan of at most so many, which may enter others and mend what shuts out;
    `stated` keeps it to items with certain points. `threshold` is the region's own, in points of maturity.
    """
    names, everyone = StreamNames(session), edition.verdicts()
    entered = [one for one in everyone if one.entered]
    verdicts = [one for one in entered if one.outcome != NOT_MET]
    found = advice.items(verdicts)
    return AdviceAnswer(
        award=edition.book.award,
        year=edition.book.year,
        group=edition.book.group,
        region=region_code(edition.region),
        rulebook=RulebookHash(id=edition.book.id, sha256=edition.book.sha256),
        day=edition.context.day,
        entered=len(entered),
        shut_out=len(entered) - len(verdicts),
        items=[_item(item, names) for item in found],
        innovations=_innovations(found, {one.stream: one.title for one in verdicts}),
        regions=_regions(found),
        units=_units(found, names),
        plan=plan_answer(edition, everyone, names, items, stated=stated, threshold=threshold)
        if items is not None
        else None,
        silent=silent_units(session, edition, everyone),
        sending=sending_answer(everyone, names, threshold) if threshold is not None else None,
        unknown=[gap.label for gap in edition.book.unknown],
    )


def _item(item: advice.Item, names: StreamNames) -> AdviceItem:
    one = item.finding
    each = item.each.quantize(item.points) if item.pieces == 1 else round(item.each, 2)
    return AdviceItem(
        code=code(item.stream),
        title=item.title,
        unit=names.of(item.unit),
        rule=one.rule,
        label=one.label,
        stated=item.stated,
        points=format(item.points, "f"),
        pieces=item.pieces,
        each=format(each, "f"),
        sentence=both_languages(one.sentence),
        remedy=both_languages(one.remedy) if one.remedy else None,
    )


def _innovations(found: list[advice.Item], titles: dict[str, str]) -> list[InnovationSum]:
    return [
        InnovationSum(
            points=format(group.points, "f"),
            pieces=group.pieces,
            items=group.items,
            code=code(group.name),
            title=titles[group.name],
        )
        for group in advice.grouped(found, "stream")
    ]


def _regions(found: list[advice.Item]) -> list[RegionSum]:
    return [
        RegionSum(
            points=format(group.points, "f"),
            pieces=group.pieces,
            items=group.items,
            region=region_code(group.name),
        )
        for group in advice.grouped(found, "region")
    ]


def _units(found: list[advice.Item], names: StreamNames) -> list[UnitSum]:
    return [
        UnitSum(
            points=format(group.points, "f"),
            pieces=group.pieces,
            items=group.items,
            unit=names.of(group.name),
        )
        for group in advice.grouped(found, "unit")
    ]
