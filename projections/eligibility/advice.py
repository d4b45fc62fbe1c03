"""Advice for a region as plain data: items, and their sums by innovation and unit."""

from __future__ import annotations

from typing import Any

from domain.rules import advice
from domain.rules.verdict import NOT_MET
from domain.streams import code, region_code
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import both, points
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames


def plain(session: ReadSession, edition: Edition) -> dict[str, Any]:
    """What would bring points, for innovations entered that no confirmed rule shuts out."""
    names = StreamNames(session)
    verdicts = [one for one in edition.verdicts(entered=True) if one.outcome != NOT_MET]
    found = advice.items(verdicts)
    titles = {one.stream: one.title for one in verdicts}
    return {
        "award": edition.book.award,
        "year": edition.book.year,
        "group": edition.book.group,
        "region": region_code(edition.region),
        "rulebook": {"id": edition.book.id, "sha256": edition.book.sha256},
        "day": edition.context.day,
        "items": [_item(item, names) for item in found],
        "innovations": [
            {**_group(group), "code": code(group.name), "title": titles[group.name]}
            for group in advice.grouped(found, "stream")
        ],
        "regions": [
            {**_group(group), "region": region_code(group.name)} for group in advice.grouped(found, "region")
        ],
        "units": [{**_group(group), "unit": names.of(group.name)} for group in advice.grouped(found, "unit")],
    }


def _item(item: advice.Item, names: StreamNames) -> dict[str, Any]:
    one = item.finding
    return {
        "code": code(item.stream),
        "title": item.title,
        "unit": names.of(item.unit),
        "rule": one.rule,
        "label": one.label,
        "stated": item.stated,
        "points": points(item.points),
        "pieces": item.pieces,
        "each": points(item.each.quantize(item.points) if item.pieces == 1 else round(item.each, 2)),
        "sentence": both(one.sentence),
        "remedy": both(one.remedy) if one.remedy else None,
    }


def _group(group: advice.Group) -> dict[str, Any]:
    return {"points": points(group.points), "pieces": group.pieces, "items": group.items}
