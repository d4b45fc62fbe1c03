"""The best set of at most so many items for the index of a region, proved best.

The index divides the sum of its innovations by how many they are, so which innovations count is chosen
first. For a fixed number of them the sum is linear, and a price for each item (a Lagrange multiplier, as in
Everett 1963) ranks the innovations: that gives a bound that no plan exceeds. A plan that reaches the bound
is the best one; where none does, a dynamic program looks through every set that could still exceed it.
All figures are whole numbers, so nothing is rounded. See docs/adr/0032.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, combinations
from typing import NamedTuple

from domain.rules.optimum_search import Search

NOBODY = -1
"""The group of an innovation that represents none of the affairs asked for."""
NEAR = 1e-9
"""Room for the rounding of floats where they only sort out what is surely worse."""

RECENT = 16
"""How many of the last prices are tried first."""

STEPS = 48
"""How many prices are tried first for innovations as a whole; more make the first bounds closer."""


class Choice(NamedTuple):
    """An innovation that may count or not; points are whole numbers of some unit.

    `base` are its points without further items, `entry` the items that it takes to count (0 where it counts
    already), `leave` those that it takes not to count any more. `gains` are what further items bring, the
    most first; it counts only with the first `least` of them.
    """

    base: int
    entry: int
    leave: int
    gains: tuple[int, ...]
    least: int = 0
    group: int = NOBODY

    @property
    def counts(self) -> bool:
        """True when it counts with no item at all."""
        return self.leave > 0


class Ground(NamedTuple):
    """A region and its rules: what may count, its own rows, the divisor, the number and the spread.

    `own` are what items of the region's own rows bring to the index itself, the most first. `each` are the
    points for every innovation up to `cap`; they fall away while fewer than `groups` groups are represented.
    `order` are all gains as (innovation, place in its gains), the most first, ties as they shall be broken.
    """

    choices: tuple[Choice, ...]
    order: tuple[tuple[int, int], ...]
    own: tuple[int, ...]
    divisor: int
    each: Fraction
    cap: int
    groups: int


class Best(NamedTuple):
    """The best plan of at most so many items.

    `points` are those of innovations, number and own items together, in the unit of the ground; `counting`
    the innovations that count then; `gains` how many of its own each of them takes, `own` how many rows of
    the region.
    """

    points: Fraction
    counting: frozenset[int]
    gains: dict[int, int]
    own: int
    items: int

    def or_better(self, other: Best | None) -> Best:
        """The plan with more points; of equal ones this, which has no more items."""
        return other if other is not None and other.points > self.points else self


class Priced(NamedTuple):
    """What a price of `a`/`b` for each item makes of every number of innovations; all values times `b`.

    `ranked` are the innovations by what counting is worth, `worth` by innovation; `bound[strict][n]` is the
    most that n of them bring when items are paid for, `used[strict][n]` the items that they take then. In
    `order` those come first that stand for the best groups.
    """

    a: int
    b: int
    ranked: list[int]
    worth: list[int]
    order: list[int]
    bounds: tuple[list[int | None], list[int | None]]
    used: tuple[list[int], list[int]]

    def counting(self, number: int, strict: bool) -> list[int]:
        """The innovations that count at this price when there are so many."""
        return (self.order if strict else self.ranked)[:number]


class Pair(NamedTuple):
    """So many innovations, with or without the groups asked for."""

    number: int
    strict: bool


class Optimum:
    """The best plans of a ground, by how many items they may take."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.sums = [tuple(accumulate(one.gains, initial=0)) for one in ground.choices]
        self.falling = [tuple(-gain for gain in one.gains) for one in ground.choices]
        self._leaving = sum(one.leave for one in ground.choices)
        self._joining = [one.entry + one.least - one.leave for one in ground.choices]
        self._begun = [
            one.base + sums[one.least] for one, sums in zip(ground.choices, self.sums, strict=True)
        ]
        self._prices: dict[tuple[int, int], Priced] = {}
        self._recent: deque[Priced] = deque(maxlen=RECENT)

    def curve(self, most: int) -> list[Best]:
        """The best plan of at most 0, 1, … `most` items; a longer one only where it is worth more."""
        now = frozenset(at for at, one in enumerate(self.ground.choices) if one.counts)
        found = [self.made(now, 0)]
        tops = self._tops(most)
        for items in range(1, most + 1):
            found.append(self._best(items, found[-1], tops))
        return found

    # A plan follows from what counts and from how many items there are.

    def made(self, counting: frozenset[int] | Sequence[int], items: int) -> Best:
        held = frozenset(counting)
        fixed = self._fixed(held)
        points, taken, own, used = self._filled(held, items - fixed)
        number = len(held)
        base = sum(map(self._begun.__getitem__, held))
        whole = Fraction(base + points, self.divided(number)) + self._number(held)
        gains = {at: self.ground.choices[at].least for at in held if self.ground.choices[at].least}
        for at in taken:
            gains[at] = gains.get(at, 0) + 1
        return Best(whole, held, gains, own, fixed + used)

    def _fixed(self, held: frozenset[int]) -> int:
        """The items without which just these cannot count."""
        return self._leaving + sum(map(self._joining.__getitem__, held))

    def _filled(self, held: frozenset[int], room: int) -> tuple[int, list[int], int, int]:
        """The best further items: their points, the innovations that take them, own rows, and how many."""
        choices, own, divisor = self.ground.choices, self.ground.own, self.divided(len(held))
        points, taken, rows = 0, list[int](), 0
        for at, place in self.ground.order:
            while rows < len(own) and len(taken) + rows < room:
                # An own row goes straight into the index; a gain is divided first.
                if own[rows] * divisor < choices[at].gains[place]:
                    break
                points, rows = points + own[rows] * divisor, rows + 1
            if len(taken) + rows >= room:
                break
            if at in held and place >= choices[at].least:
                points += choices[at].gains[place]
                taken.append(at)
        while rows < len(own) and len(taken) + rows < room:
            points, rows = points + own[rows] * divisor, rows + 1
        return points, taken, rows, len(taken) + rows

    def divided(self, number: int) -> int:
        return max(self.ground.divisor, number, 1)

    def _number(self, held: frozenset[int]) -> Fraction:
        groups = {self.ground.choices[at].group for at in held} - {NOBODY}
        return self._for_number(len(held)) if len(groups) >= self.ground.groups else Fraction(0)

    def _for_number(self, number: int) -> Fraction:
        return self.ground.each * min(number, self.ground.cap)

    # The bound: no plan of so many items with so many innovations brings more.

    def _priced(self, a: int, b: int) -> Priced:
        """The innovations at a price of a/b for each item."""
        found = self._prices.get((a, b))
        if found is None:
            found = self._prices[a, b] = self._price(a, b)
        return found

    def _price(self, a: int, b: int) -> Priced:
        worth, used = list[int](), list[int]()
        for one, sums, falling in zip(self.ground.choices, self.sums, self.falling, strict=True):
            taken = max(bisect_left(falling, -(a // b)), one.least)
            used.append(taken + one.entry - one.leave)
            worth.append(b * (one.base + sums[taken]) - a * used[-1])
        ranked = sorted(range(len(worth)), key=lambda at: (-worth[at], at))
        forced = self._forced(ranked)
        first = set(forced)
        order = forced + [at for at in ranked if at not in first]
        free = self._bounds(ranked, worth, a, b, 0)
        strict = self._bounds(order, worth, a, b, self.ground.groups)
        if len(forced) < self.ground.groups:
            strict = [None] * len(free)
        counts = [
            list(accumulate((used[at] for at in some), initial=self._leaving)) for some in (ranked, order)
        ]
        return Priced(a, b, ranked, worth, order, (free, strict), (counts[0], counts[1]))

    def _bounds(self, order: list[int], worth: list[int], a: int, b: int, least: int) -> list[int | None]:
        """What the first of an order bring, by their number; None for fewer than the least."""
        begun = -a * self._leaving
        found: list[int | None] = list(accumulate((worth[at] for at in order), initial=begun))
        found[:least] = [None] * min(least, len(found))
        if not self.ground.own:
            return found
        rows: dict[int, int] = {}
        for number, value in enumerate(found):
            divisor = self.divided(number)
            if divisor not in rows:
                rows[divisor] = sum(max(0, row * divisor * b - a) for row in self.ground.own)
            found[number] = None if value is None else value + rows[divisor]
        return found

    def _forced(self, ranked: list[int]) -> list[int]:
        """The best of each of the best groups; groups ranked by their best lose nothing by exchange."""
        found: list[int] = []
        seen: set[int] = set()
        for at in ranked:
            group = self.ground.choices[at].group
            if len(found) < self.ground.groups and group != NOBODY and group not in seen:
                seen.add(group)
                found.append(at)
        return found

    @cached_property
    def _grid(self) -> list[Priced]:
        """The first prices, dearest first: those at which the choice of further items changes."""
        divisor = self.divided(sum(one.counts for one in self.ground.choices))
        prices = {gain for one in self.ground.choices for gain in one.gains} | {0}
        prices |= {row * divisor for row in self.ground.own}
        dear = max((one.base for one in self.ground.choices), default=0)
        dear += dear // 3
        prices |= {dear * step // STEPS for step in range(1, STEPS + 1)}
        return [self._priced(price, 1) for price in sorted(prices, reverse=True)]

    def _pairs(self) -> Iterator[Pair]:
        for number in range(len(self.ground.choices) + 1):
            yield Pair(number, True)
            if self.ground.groups:
                yield Pair(number, False)

    def _tops(self, most: int) -> list[list[tuple[float, Pair]]]:
        """By number of items: the pairs, those first whose bound on the index is highest."""
        tops: list[list[tuple[float, Pair]]] = [[] for _ in range(most + 1)]
        now = sum(one.counts for one in self.ground.choices)
        for pair in self._pairs():
            at, grid = 0, self._grid
            bounds = [priced.bounds[pair.strict][pair.number] for priced in grid]
            # Fewer innovations than groups asked for cannot stand for them.
            if bounds[0] is None:
                continue
            divisor = self.divided(pair.number)
            extra = float(self._for_number(pair.number)) if pair.strict else 0.0
            for items in range(max(1, abs(pair.number - now)), most + 1):
                value = _plus(bounds[at], grid[at].a * items)
                # The bound is convex in the price, and its best price falls with more items.
                while at + 1 < len(grid):
                    after = _plus(bounds[at + 1], grid[at + 1].a * items)
                    if after > value:
                        break
                    at, value = at + 1, after
                tops[items].append((value / divisor + extra, pair))
        for one in tops:
            one.sort(key=lambda top: (-top[0], top[1]))
        return tops

    # The proof: pairs in the order of their bounds, until none exceeds the best plan found.

    def _best(self, items: int, before: Best, tops: list[list[tuple[float, Pair]]]) -> Best:
        best = before.or_better(self.made(before.counting, items))
        for bound, pair in tops[items]:
            if bound < float(best.points) * (1 - NEAR) - NEAR:
                break
            needed = self.needed(pair, best)
            # What was dear enough for one pair is, as a rule, for those beside it too.
            if all(self._bound(price, pair, items) >= needed for price in self._recent):
                best = self._closed(pair, items, best)
        return best

    def _closed(self, pair: Pair, items: int, best: Best) -> Best:
        """The best plan of the pair where it is better than the best so far."""
        left, right = self._between(pair, items)
        if right is None:
            return best
        for price in (left, right):
            best = best.or_better(self._tried(price, pair, items))
        while True:
            needed = self.needed(pair, best)
            if min(self._bound(left, pair, items), self._bound(right, pair, items)) < needed:
                return best
            low, high = self._used(left, pair), self._used(right, pair)
            if low <= items or high == items:
                # The plan at this price takes all the items that it may: its bound is reached.
                return best
            points = self._points(left, pair)
            at = Fraction(points - self._points(right, pair), low - high)
            middle = self._priced(at.numerator, at.denominator)
            self._recent.append(middle)
            if self._points(middle, pair, low) == points * middle.b:
                break
            best = best.or_better(self._tried(middle, pair, items))
            left, right = (middle, right) if self._used(middle, pair) > items else (left, middle)
        if self._bound(middle, pair, items) < self.needed(pair, best):
            return best
        best = best.or_better(self._tried(middle, pair, items))
        for groups in self._representing(pair):
            search = Search(self, pair, items, middle, groups)
            best = search.better(best)
            if search.settled:
                break
        return best

    def _between(self, pair: Pair, items: int) -> tuple[Priced, Priced | None]:
        """Two prices: at the cheaper no fewer items are taken than there are, at the dearer no more."""
        grid = self._grid
        at = next((at for at, price in enumerate(grid) if self._used(price, pair) > items), None)
        if at is None:
            return grid[-1], grid[-1]
        left = grid[at]
        if at:
            return left, grid[at - 1]
        # Dearer than all that there is: only what cannot be spared is taken.
        right = self._priced(1 + self._everything, 1)
        return (left, right) if self._used(right, pair) <= items else (left, None)

    @cached_property
    def _everything(self) -> int:
        whole = sum(one.base + sums[-1] for one, sums in zip(self.ground.choices, self.sums, strict=True))
        return whole + sum(self.ground.own) * self.divided(len(self.ground.choices))

    def _bound(self, price: Priced, pair: Pair, items: int) -> int:
        value = price.bounds[pair.strict][pair.number]
        return -1 if value is None else (value + price.a * items) // price.b

    def needed(self, pair: Pair, best: Best) -> int:
        """The fewest points, before they are divided, with which the pair is better than the best."""
        extra = self._for_number(pair.number) if pair.strict else Fraction(0)
        top, bottom = best.points.as_integer_ratio()
        more, under = extra.as_integer_ratio()
        return (top * under - more * bottom) * self.divided(pair.number) // (bottom * under) + 1

    def _tried(self, price: Priced, pair: Pair, items: int) -> Best | None:
        held = frozenset(price.counting(pair.number, pair.strict))
        return self.made(held, items) if self._fixed(held) <= items else None

    def _used(self, price: Priced, pair: Pair) -> int:
        """The items that are taken at a price."""
        divisor = self.divided(pair.number)
        rows = sum(row * divisor * price.b > price.a for row in self.ground.own)
        return price.used[pair.strict][pair.number] + rows

    def _points(self, price: Priced, pair: Pair, used: int | None = None) -> int:
        """The points of what is taken at a price; with other items the bound's points, times `b`."""
        value = price.bounds[pair.strict][pair.number]
        assert value is not None
        if used is not None:
            return value + price.a * used
        return (value + price.a * self._used(price, pair)) // price.b

    def _representing(self, pair: Pair) -> Iterator[tuple[int, ...]]:
        """Every set of as many groups as are asked for; one of none where that does not matter."""
        present = sorted({one.group for one in self.ground.choices} - {NOBODY})
        yield from combinations(present, self.ground.groups if pair.strict else 0)


def _plus(value: int | None, more: int) -> int:
    assert value is not None
    return value + more
