"""The best plan for a large region, proved, against its items only ranked by points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from benchmarks.measure import Line, millis, paired
from domain.base import reason
from domain.rules.index import Index, Sent, index
from domain.rules.plan import Candidate, Kind, Work, plan
from domain.rules.rulebook import Rulebook, load
from domain.rules.verdict import Finding
from schemas import loader

INNOVATIONS, ITEMS = 500, 100
STREAM = "3303/innovation/{:06d}"
REGION = "3303/region/000001"


def best(work: str, seed: int, runs: int) -> Line:
    """One plan of 100 items for 500 innovations of 20 rows, half of them counted."""
    book = _rulebook()
    found, now = region(book, seed), index(book, None, [], REGION)
    taken = paired(lambda: ranked(book, found), lambda: plan(book, now, found, ITEMS), max(1, runs // 2))
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 90, at_least=False)


def _rulebook() -> Rulebook:
    return load(loader.rulebook("iga-2026"))


def region(book: Rulebook, seed: int) -> list[Candidate]:
    """Innovations from hardly begun to nearly whole, spread over all affairs."""
    draw = Random(seed)
    assert book.spread is not None
    affairs = [None, "Pariwisata", "Pertanian", *book.spread.affairs]
    return [_candidate(book, draw, STREAM.format(at), affairs) for at in range(1, INNOVATIONS + 1)]


def _candidate(book: Rulebook, draw: Random, stream: str, affairs: Sequence[str | None]) -> Candidate:
    whole, rows, maturity = draw.random(), [], Decimal(0)
    for row in book.indicators:
        weight = Decimal(row.weight.value)
        level = 3 if draw.random() < whole else draw.randint(0, 3)
        maturity += weight * level
        if level < 3:
            rows.append(_work("indicator", stream, row.id, weight * (3 - level), stated=draw.random() < 0.3))
    kinds: list[Kind] = [] if draw.random() < 0.5 else ["enter", "condition"][: draw.randint(1, 2)]
    return Candidate(
        stream=stream,
        affair=draw.choice(affairs),
        maturity=maturity,
        counts=not kinds,
        opening=tuple(_work(kind, stream, kind) for kind in kinds),
        rows=tuple(rows),
        leave=_work("leave", stream, "leave"),
    )


def _work(kind: Kind, stream: str, rule: str, points: Decimal | None = None, *, stated: bool = True) -> Work:
    found = Finding(
        rule=rule,
        kind="score",
        outcome="not_met",
        certainty="confirmed",
        sentence=reason("{row}: nothing is recorded and nothing is claimed.", row=rule),
    )
    return Work(kind=kind, stream=stream, finding=found, points=points, stated=stated)


def ranked(book: Rulebook, found: Sequence[Candidate]) -> Index:
    """The index after each of the items with the most points: a plan that nothing proves."""
    sent = {one.stream: Sent(one.stream, one.maturity, one.affair) for one in found if one.counts}
    rows = sorted(
        (work for one in found if one.counts for work in one.rows),
        key=lambda work: (-(work.points or 0), work.key),
    )
    now = index(book, None, list(sent.values()), REGION)
    for work in rows[:ITEMS]:
        assert work.stream is not None
        before = sent[work.stream]
        more = before.maturity + (work.points or Decimal(0))
        sent[work.stream] = Sent(before.stream, more, before.affair)
        now = index(book, None, list(sent.values()), REGION)
    return now
