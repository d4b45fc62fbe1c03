"""The best plans of regions too large to try every plan, against a table of all that can be reached."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from domain.rules.optimum import NOBODY, Choice, Ground, Optimum

ITEMS = 16


def ground(draw: Random) -> Ground:
    """Up to 20 innovations; packages of several items whose worth no single item has."""
    groups = draw.randint(1, 5)
    choices = tuple(_choice(draw, groups, thrifty=draw.random() < 0.5) for _ in range(draw.randint(6, 20)))
    order = sorted(
        ((at, place) for at, one in enumerate(choices) for place in range(len(one.gains))),
        key=lambda item: (-choices[item[0]].gains[item[1]], item),
    )
    own = sorted((draw.randint(1, 4) for _ in range(draw.randint(0, 2))), reverse=True)
    return Ground(
        choices=choices,
        order=tuple(order),
        own=tuple(own),
        divisor=draw.randint(1, 12),
        each=Fraction(draw.randint(0, 8), draw.choice([1, 3, 50])),
        cap=draw.randint(1, 12),
        groups=draw.randint(0, groups),
    )


def _choice(draw: Random, groups: int, *, thrifty: bool) -> Choice:
    gains = sorted((draw.choice([1, 2, 3, 6, 9, 12]) for _ in range(draw.randint(0, 6))), reverse=True)
    kind = draw.choice(["counts", "closed", "closed", "below"])
    least = draw.randint(1, len(gains)) if kind == "below" and gains else 0
    return Choice(
        base=draw.randint(0, 111),
        entry=draw.randint(1, 4) if kind == "closed" or (not least and kind == "below") else 0,
        leave=int(kind == "counts"),
        gains=() if thrifty and not least else tuple(gains),
        least=least,
        group=draw.choice([NOBODY, *range(groups)]),
    )


def reached(region: Ground) -> list[Fraction]:
    """The most points by number of items: every number, every set of groups, no bound and no price."""
    states = {(0, 0, frozenset[int]()): 0}
    for one in region.choices:
        after: dict[tuple[int, int, frozenset[int]], int] = {}
        ways = [(one.leave, 0, frozenset[int](), 0)]
        for taken in range(one.least, len(one.gains) + 1):
            groups = frozenset({one.group} - {NOBODY})
            ways.append((one.entry + taken, 1, groups, one.base + sum(one.gains[:taken])))
        for (items, number, held), points in states.items():
            for more, count, groups, brought in ways:
                key = (items + more, number + count, held | groups)
                if key[0] <= ITEMS:
                    after[key] = max(after.get(key, -1), points + brought)
        states = after
    best = [Fraction(-1)] * (ITEMS + 1)
    for (items, number, held), points in states.items():
        whole = Fraction(points, max(region.divisor, number))
        whole += region.each * min(number, region.cap) if len(held) >= region.groups else 0
        for rows in range(min(len(region.own), ITEMS - items) + 1):
            best[items + rows] = max(best[items + rows], whole + sum(region.own[:rows]))
    return [max(best[: at + 1]) for at in range(ITEMS + 1)]


@pytest.mark.parametrize("seed", range(150))
def test_the_best_plan_is_the_best_that_can_be_reached(seed: int) -> None:
    region = ground(Random(seed))
    assert [one.points for one in Optimum(region).curve(ITEMS)] == reached(region)


@pytest.mark.parametrize("seed", range(30))
def test_a_plan_takes_no_more_items_than_it_may(seed: int) -> None:
    for items, one in enumerate(Optimum(ground(Random(seed))).curve(ITEMS)):
        assert one.items <= items
