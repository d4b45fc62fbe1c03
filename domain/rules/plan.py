"""The plan of at most so many items that brings a region's index highest, and what each item is worth.

An item is one step of recorded work: one indicator of one innovation raised (`domain.rules.advice`), one
unmet condition mended, one innovation entered or left out, one empty row of the region filled in.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal

from msgspec import Struct

from domain.rules import advice
from domain.rules.index import Index, spread_decides
from domain.rules.optimum import NOBODY, Best, Choice, Ground, Optimum
from domain.rules.rulebook import Rulebook
from domain.rules.totals import rounded
from domain.rules.verdict import NOT_MET, Finding, Verdict

Kind = Literal["indicator", "condition", "enter", "leave", "region_row"]
"""An indicator raised, a condition mended, an innovation entered or left out, a row of the region filled."""
SHARED = ("duplicates", "quota")
"""Conditions on several innovations at once: what mends one may mend others, so no plan counts on them."""


class Work(Struct, frozen=True, kw_only=True):
    """One item.

    `points` are what it brings to the maturity of its innovation, or as a row of the region to the index
    before it is taken as a share of the most; for certain where `stated`, else at most. They are None for
    what brings nothing by itself. `stream` is None for a row of the region.
    """

    kind: Kind
    stream: str | None
    title: str = ""
    unit: str = ""
    finding: Finding | None = None
    points: Decimal | None = None
    pieces: int = 1
    stated: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells the item from all others."""
        return (self.stream or "", self.kind, self.finding.rule if self.finding else "")


class Candidate(Struct, frozen=True, kw_only=True):
    """An innovation that counts for the index or could.

    `maturity` are its points now; `opening` the items without which it cannot count, none where it does.
    """

    stream: str
    affair: str | None
    maturity: Decimal
    counts: bool
    opening: tuple[Work, ...]
    rows: tuple[Work, ...]
    leave: Work


class Step(Struct, frozen=True, kw_only=True):
    """The best plan of at most `items` items: the index then, and what the last item adds to it, exactly.

    `keeps` is False where the plan leaves out an item of the plan before: then its worth cannot be told
    item by item, only as a whole.
    """

    items: int
    value: Decimal
    adds: Fraction
    count: int
    keeps: bool


class Plan(Struct, frozen=True, kw_only=True):
    """The best plan of at most `asked` items.

    `steps` are the best plans of 0, 1, 2 … items up to the last that is worth more than the one before;
    `works` the items of the last in an order in which they can be done, `since` from which plan on each of
    them belongs to all. `counted` are the innovations that count now, by their streams.
    """

    asked: int
    steps: list[Step]
    works: list[Work]
    since: list[int]
    counted: list[str]


def candidates(
    verdicts: Iterable[Verdict], affairs: Mapping[str, str | None], withdrawn: Container[str] = ()
) -> list[Candidate]:
    """The innovations that count or could, by their streams.

    What a confirmed condition shuts out without a remedy, or by a day that has passed, cannot; nor what was
    withdrawn from the edition.
    """
    found = [
        _candidate(one, affairs.get(one.stream))
        for one in verdicts
        if one.maturity is not None
        and (one.entered or one.stream not in withdrawn)
        and all(_mendable(finding) for finding in one.of(NOT_MET))
    ]
    return sorted(found, key=lambda one: one.stream)


def _mendable(finding: Finding) -> bool:
    if finding.rule in SHARED or finding.remedy is None:
        return False
    # Nobody can move a day that is recorded; that of an implementation not recorded can still be told.
    return finding.rule != "window" or finding.absent is not None


def _candidate(verdict: Verdict, affair: str | None) -> Candidate:
    rows = [_row(item) for item in advice.items([verdict])]
    shut = {finding.rule for finding in verdict.of(NOT_MET)}
    opening = [] if verdict.entered else [_of(verdict, "enter", stated=True)]
    opening += [one for one in rows if one.key[2] in shut]
    known = {one.key[2] for one in opening}
    opening += [
        _of(verdict, "condition", finding) for finding in verdict.of(NOT_MET) if finding.rule not in known
    ]
    assert verdict.maturity is not None
    return Candidate(
        stream=verdict.stream,
        affair=affair,
        maturity=verdict.maturity,
        counts=not opening,
        opening=tuple(opening),
        rows=tuple(one for one in rows if one.key[2] not in shut),
        leave=_of(verdict, "leave", stated=True),
    )


def _of(verdict: Verdict, kind: Kind, finding: Finding | None = None, *, stated: bool = False) -> Work:
    return Work(
        kind=kind,
        stream=verdict.stream,
        title=verdict.title,
        unit=verdict.unit,
        finding=finding,
        pieces=max(1, finding.pieces) if finding else 1,
        stated=stated,
    )


def _row(item: advice.Item) -> Work:
    return Work(
        kind="indicator",
        stream=item.stream,
        title=item.title,
        unit=item.unit,
        finding=item.finding,
        points=item.points,
        pieces=item.pieces,
        stated=item.stated,
    )


def region_works(index: Index) -> list[Work]:
    """The rows of the region that nothing is recorded of, each at most at its highest level."""
    return [
        Work(kind="region_row", stream=None, finding=row, points=row.upto)
        for row in index.rows
        if row.remedy is not None and row.upto
    ]


def plan(
    book: Rulebook,
    index: Index,
    found: Sequence[Candidate],
    asked: int,
    *,
    stated: bool = False,
    threshold: Decimal | None = None,
) -> Plan | None:
    """The best plan of at most `asked` items; None where the rulebook does not know the index.

    `stated` keeps to items whose points are certain. With a `threshold` an innovation counts only from that
    maturity on: the region's own rule, not one of the rulebook.
    """
    if index.value is None or index.region is None:
        return None
    works = [one for one in region_works(index) if one.stated or not stated]
    if stated:
        found = [_certain(one) for one in found if all(work.stated for work in one.opening)]
    return _Planned(book, index.region, found, works, threshold).plan(asked)


def _certain(one: Candidate) -> Candidate:
    return Candidate(
        stream=one.stream,
        affair=one.affair,
        maturity=one.maturity,
        counts=one.counts,
        opening=one.opening,
        rows=tuple(work for work in one.rows if work.stated),
        leave=one.leave,
    )


def _rank(work: Work) -> tuple[Decimal, bool, int, tuple[str, str, str]]:
    """The most points first; of equal ones what is certain, then what takes fewer pieces."""
    return (-(work.points or Decimal(0)), not work.stated, work.pieces, work.key)


class _Planned:
    """A region's candidates as a ground for `domain.rules.optimum`, and its answers as plans."""

    def __init__(
        self,
        book: Rulebook,
        region: Decimal,
        found: Sequence[Candidate],
        works: Sequence[Work],
        threshold: Decimal | None,
    ) -> None:
        self.book, self.region, self.threshold = book, region, threshold
        self.own = sorted(works, key=_rank)
        self.rows: list[list[Work]] = []
        self.held: list[Candidate] = []
        self.least: list[int] = []
        for one in found:
            rows = sorted(one.rows, key=_rank)
            least = self._least(one, rows)
            if least is not None:
                self.held.append(one)
                self.rows.append(rows)
                self.least.append(least)
        figures = [one.maturity for one in self.held]
        figures += [work.points for rows in (*self.rows, self.own) for work in rows if work.points]
        figures += [work.points for one in self.held for work in one.opening if work.points]
        self.unit = lcm(*(figure.as_integer_ratio()[1] for figure in figures))

    def _least(self, one: Candidate, rows: Sequence[Work]) -> int | None:
        """The fewest items of its own with which it reaches the threshold; None where it never does."""
        if self.threshold is None:
            return 0
        reached = _opened(one)
        for count in range(len(rows) + 1):
            if reached >= self.threshold:
                return count
            if count < len(rows):
                reached += rows[count].points or Decimal(0)
        return None

    def plan(self, asked: int) -> Plan:
        """The best plan of at most so many items."""
        best = Optimum(self._ground()).curve(asked)
        steps, before = [self._step(0, best[0], best[0], keeps=True)], frozenset[tuple[str, str, str]]()
        since: dict[tuple[str, str, str], int] = {}
        last = 0
        for items, one in enumerate(best[1:], 1):
            keys = {work.key for work in self._works(one)}
            since = {key: at for key, at in since.items() if key in keys}
            for key in keys:
                since.setdefault(key, items)
            steps.append(self._step(items, one, best[items - 1], keeps=before <= keys))
            before = frozenset(keys)
            last = items if one.points > best[items - 1].points else last
        works = self._works(best[last])
        order = {"region_row": 0, "leave": 0, "enter": 0, "condition": 1, "indicator": 2}
        works.sort(key=lambda work: (since[work.key], work.stream or "", order[work.kind], _rank(work)))
        counted = sorted(self.held[at].stream for at in best[0].counting)
        return Plan(
            asked=asked,
            steps=steps[: last + 1],
            works=works,
            since=[since[work.key] for work in works],
            counted=counted,
        )

    def _ground(self) -> Ground:
        book = self.book
        groups = {affair: at for at, affair in enumerate(book.spread.affairs)} if book.spread else {}
        choices = tuple(
            Choice(
                base=self._scaled(_opened(one)),
                entry=len(one.opening),
                # Below the region's own threshold it does not count now: no item is needed to leave it out.
                leave=int(one.counts and not least),
                gains=tuple(self._scaled(work.points) for work in rows),
                least=least,
                group=groups.get(one.affair or "", NOBODY),
            )
            for one, rows, least in zip(self.held, self.rows, self.least, strict=True)
        )
        ranked = sorted(
            ((_rank(work), at, place) for at, rows in enumerate(self.rows) for place, work in enumerate(rows))
        )
        assert book.divisor is not None
        assert book.number is not None
        return Ground(
            choices=choices,
            order=tuple((at, place) for _, at, place in ranked),
            own=tuple(self._scaled(work.points) for work in self.own),
            divisor=book.divisor.value,
            each=Fraction(Decimal(book.number.weight.value)) * self.unit,
            cap=book.number.cap.value,
            groups=book.spread.minimum.value if book.spread and spread_decides(book.spread) else 0,
        )

    def _scaled(self, points: Decimal | None) -> int:
        return int((points or Decimal(0)) * self.unit)

    def _works(self, best: Best) -> list[Work]:
        found = self.own[: best.own]
        for at, one in enumerate(self.held):
            if at in best.counting:
                found += [*one.opening, *self.rows[at][: best.gains.get(at, 0)]]
            elif one.counts and not self.least[at]:
                found.append(one.leave)
        return found

    def _step(self, items: int, best: Best, before: Best, *, keeps: bool) -> Step:
        return Step(
            items=items,
            value=rounded(_decimal(self._share(Fraction(self.region) * self.unit + best.points))),
            adds=self._share(best.points - before.points),
            count=len(best.counting),
            keeps=keeps,
        )

    def _share(self, points: Fraction) -> Fraction:
        """Points as a share of the most, in percent: what the index is."""
        most = self.book.totals.whole
        assert most is not None
        return points / self.unit * 100 / Fraction(most)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _opened(one: Candidate) -> Decimal:
    """The maturity of an innovation once it counts."""
    return one.maturity + sum((work.points or Decimal(0) for work in one.opening), Decimal(0))
