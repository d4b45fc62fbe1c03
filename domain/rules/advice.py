"""Advice: which missing evidence or record brings the most points for each piece of work."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from domain.rules.verdict import Finding, Verdict
from domain.streams import region_of


class Item(Struct, frozen=True):
    """One thing to do for one indicator of one innovation.

    `points` are what it brings: for certain where a level is stated (`stated`), else at most. `pieces`
    says how many pieces of evidence it takes; a level that nobody states counts as one.
    """

    stream: str
    title: str
    unit: str
    finding: Finding
    points: Decimal
    pieces: int
    stated: bool

    @property
    def region(self) -> str:
        """The prefix of the region, such as `3303`."""
        return region_of(self.stream)

    @property
    def each(self) -> Decimal:
        """Points for each piece."""
        return self.points / self.pieces


class Group(Struct, frozen=True):
    """The items of one innovation, unit or region together."""

    name: str
    points: Decimal
    pieces: int
    items: int


def items(verdicts: Iterable[Verdict]) -> list[Item]:
    """What to do, the most points for each piece first; stated levels before those that nobody states."""
    found = [
        Item(one.stream, one.title, one.unit, finding, points, max(1, finding.pieces), stated)
        for one in verdicts
        for finding in one.findings
        for points, stated in [_points(finding)]
        if points
    ]
    # The last two keys leave no ties, so that the list is the same on every machine.
    return sorted(
        found, key=lambda item: (not item.stated, -item.each, -item.points, item.stream, item.finding.rule)
    )


def _points(finding: Finding) -> tuple[Decimal, bool]:
    if finding.gain:
        return finding.gain, True
    return finding.upto or Decimal(0), False


def grouped(found: Iterable[Item], by: str) -> list[Group]:
    """The items by `stream`, `unit` or `region`, the most points first; only what is stated counts."""
    sums: dict[str, list[Item]] = {}
    for item in found:
        # What nobody states is no more than possible, and there is far more of it.
        if item.stated:
            sums.setdefault(getattr(item, by), []).append(item)
    made = [
        Group(name, sum((i.points for i in held), Decimal(0)), sum(i.pieces for i in held), len(held))
        for name, held in sums.items()
    ]
    return sorted(made, key=lambda group: (-group.points, group.name))
