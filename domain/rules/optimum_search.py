"""Every set of innovations that could still exceed the bound of `domain.rules.optimum`, looked through.

An innovation whose other answer would lose more than the gap between bound and best plan keeps its answer.
The others are gone through by a dynamic program: of two ways with the same items, number and groups only
the one with more points goes on, and none that has lost more than the gap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from domain.rules.optimum import Best, Optimum, Pair, Priced

WIDER = 3
"""A simpler bound that leaves so many times the gap costs more to look through than it saves."""


class _State(NamedTuple):
    """A way through the innovations seen so far: its points, what it loses to the bound, what counts."""

    points: int
    loss: int
    held: tuple[tuple[int, ...], Any] | None


class _Way(NamedTuple):
    """What may become of innovations: the items it takes, which count, their groups, points, and loss."""

    items: int
    counting: tuple[int, ...]
    bits: int
    points: int
    loss: int


class _Frame(NamedTuple):
    """A bound and what it leaves open.

    `over` says by how much counting is worth more than not counting, None where it cannot be better; `most`
    how many of its own items each open innovation may take, `pool` what the best other items bring together.
    """

    gap: int
    over: list[int | None]
    sure: list[int]
    open: list[int]
    pool: list[int]
    most: dict[int, int]


class Search:
    """The search of one number of innovations, for one set of groups that must be represented."""

    def __init__(
        self, optimum: Optimum, pair: Pair, items: int, price: Priced, groups: tuple[int, ...]
    ) -> None:
        self.optimum, self.pair, self.items, self.price = optimum, pair, items, price
        self.choices, self.sums = optimum.ground.choices, optimum.sums
        self.groups = groups
        self.bits = {group: 1 << place for place, group in enumerate(groups)}
        self.divisor = optimum.divided(pair.number)
        self.level, self.lift = self._level()
        self.settled = False
        """True when what is sure to count stands for all groups: other groups give the same answer."""

    def better(self, best: Best) -> Best:
        """The best plan of the pair and groups where it is better than the best so far."""
        if len(self.lift) < len(self.groups):
            return best
        over: list[int | None] = [self._over(at, worth) for at, worth in enumerate(self.price.worth)]
        frame = self._frame(over, list(range(len(over))), best, ())
        if frame is None:
            return best
        simple = self._simple(frame, best)
        if simple is None:
            return best
        if simple.gap <= WIDER * frame.gap:
            top = self._top(simple)
            if top is None:
                return best
            best = best.or_better(self.optimum.made(top[1], self.items))
            if top[0] < self.optimum.needed(self.pair, best):
                return best
            frame = self._frame(over, list(range(len(over))), best, ())
            if frame is None:
                return best
        top = self._top(frame)
        return best if top is None else best.or_better(self.optimum.made(top[1], self.items))

    def _level(self) -> tuple[int, dict[int, int]]:
        """What counting itself is priced at, and what standing for each group is worth beyond that.

        Any values give a true bound; these give the one that the pair was found with.
        """
        best: dict[int, int] = {}
        for at in self.price.ranked:
            if self.choices[at].group in self.groups:
                best.setdefault(self.choices[at].group, at)
        forced = set(best.values())
        rest = [at for at in self.price.ranked if at not in forced]
        last = min(max(0, self.pair.number - len(forced) - 1), len(rest) - 1)
        level = self.price.worth[rest[last]] if rest else 0
        return level, {group: max(0, level - self.price.worth[at]) for group, at in best.items()}

    def _over(self, at: int, worth: int) -> int:
        return worth + self.lift.get(self.choices[at].group, 0) - self.level

    def _frame(
        self, over: list[int | None], kept: list[int], best: Best, shared: tuple[int, ...]
    ) -> _Frame | None:
        """What a bound leaves open; None where it does not exceed the best plan.

        `shared` are gains that any innovation's items are taken from, whether it counts or not.
        """
        price = self.price
        rows = [row * self.divisor for row in self.optimum.ground.own]
        bound = price.a * (self.items - sum(one.leave for one in self.choices))
        bound += sum(one for one in over if one is not None and one > 0)
        bound += self.level * self.pair.number - sum(self.lift.values())
        bound += sum(max(0, gain * price.b - price.a) for gain in (*rows, *shared))
        gap = bound - self.optimum.needed(self.pair, best) * price.b
        if gap < 0:
            return None
        sure, open_ = [], []
        for at in kept:
            one = over[at]
            assert one is not None
            if one > gap:
                sure.append(at)
            elif one >= -gap:
                open_.append(at)
        gains = [*rows, *(shared or self._gains(sure))]
        pool = list(accumulate(sorted(gains, reverse=True)[: self.items], initial=0))
        most = {at: self.choices[at].least if shared else self._most(at, pool) for at in open_}
        return _Frame(gap, over, sure, open_, pool, most)

    def _simple(self, frame: _Frame, best: Best) -> _Frame | None:
        """A bound that lets any further items be taken, also those of innovations that do not count."""
        kept, price = frame.sure + frame.open, self.price
        over: list[int | None] = [None] * len(self.choices)
        for at in kept:
            one = self.choices[at]
            points = one.base + self.sums[at][one.least]
            over[at] = self._over(at, points * price.b - price.a * (one.entry + one.least - one.leave))
        return self._frame(over, kept, best, tuple(self._gains(kept)) or (0,))

    def _gains(self, some: list[int]) -> list[int]:
        return [gain for at in some for gain in self.choices[at].gains[self.choices[at].least :]]

    def _most(self, at: int, pool: list[int]) -> int:
        """The most further items that one need take: others that bring as much may be taken instead."""
        spare = pool[-1] - pool[-2] if len(pool) > self.items else 0
        return max(self.choices[at].least, bisect_left(self.optimum.falling[at], -spare))

    def _top(self, frame: _Frame) -> tuple[int, frozenset[int]] | None:
        """The most points within the frame, and what counts then; None where the gap is not closed."""
        wanted = self.pair.number - len(frame.sure)
        begun = 0
        for at in frame.sure:
            begun |= self.bits.get(self.choices[at].group, 0)
        whole = (1 << len(self.groups)) - 1
        self.settled = begun == whole
        if not 0 <= wanted <= len(frame.open):
            return None
        used, points = self._begun(frame)
        states = {(used, 0, begun): _State(points, 0, None)}
        later = len(frame.open)
        for members in self._alike(frame):
            later -= len(members)
            states = self._stepped(
                states, list(self._ways(members, frame)), frame.gap, wanted - later, wanted
            )
        pool = frame.pool
        ends = [
            (state.points + pool[min(self.items - used, len(pool) - 1)], -used, state.held)
            for (used, number, bits), state in states.items()
            if number == wanted and bits == whole
        ]
        if not ends:
            return None
        top = max(ends, key=lambda end: end[:2])
        return top[0], frozenset((*frame.sure, *_chain(top[2])))

    def _begun(self, frame: _Frame) -> tuple[int, int]:
        """The items and points of those that are sure to count or not."""
        known, held = set(frame.open), set(frame.sure)
        items = points = 0
        for at, one in enumerate(self.choices):
            if at in held:
                items, points = items + one.entry + one.least, points + one.base + self.sums[at][one.least]
            elif at not in known:
                items += one.leave
        return items, points

    def _alike(self, frame: _Frame) -> list[list[int]]:
        """The open innovations, together where only their points tell them apart; the most points first."""
        found: dict[tuple[int, ...], list[int]] = {}
        for at in frame.open:
            one = self.choices[at]
            alone = at if frame.most[at] > one.least else -1
            key = (alone, one.entry + one.least, one.leave, self.bits.get(one.group, 0))
            found.setdefault(key, []).append(at)
        for members in found.values():
            members.sort(key=lambda at: (-self._brought(at), at))
        return list(found.values())

    def _brought(self, at: int) -> int:
        return self.choices[at].base + self.sums[at][self.choices[at].least]

    def _stepped(
        self,
        states: dict[tuple[int, int, int], _State],
        ways: list[_Way],
        gap: int,
        fewest: int,
        wanted: int,
    ) -> dict[tuple[int, int, int], _State]:
        made: dict[tuple[int, int, int], _State] = {}
        for (used, number, bits), state in states.items():
            for way in ways:
                key = (used + way.items, number + len(way.counting), bits | way.bits)
                lost = state.loss + way.loss
                if lost > gap or key[0] > self.items or not fewest <= key[1] <= wanted:
                    continue
                known, points = made.get(key), state.points + way.points
                if known is None or known.points < points:
                    held = (way.counting, state.held) if way.counting else state.held
                    made[key] = _State(points, lost, held)
        return made

    def _ways(self, members: list[int], frame: _Frame) -> Iterator[_Way]:
        """What may become of innovations that are alike: none counts, the first, the first two …"""
        one = self.choices[members[0]]
        bit, fixed = self.bits.get(one.group, 0), one.entry + one.least
        if len(members) == 1:
            yield from self._ways_of(members[0], frame)
            return
        loss = sum(max(0, frame.over[at] or 0) for at in members)
        points = 0
        for count in range(len(members) + 1):
            if count:
                at = members[count - 1]
                points += self._brought(at)
                loss += self._loss(at, fixed, self._brought(at), frame) - max(0, frame.over[at] or 0)
            if loss <= frame.gap:
                items = count * fixed + (len(members) - count) * one.leave
                yield _Way(items, tuple(members[:count]), bit if count else 0, points, loss)

    def _ways_of(self, at: int, frame: _Frame) -> Iterator[_Way]:
        one = self.choices[at]
        out = max(0, frame.over[at] or 0)
        if out <= frame.gap:
            yield _Way(one.leave, (), 0, 0, out)
        for taken in range(one.least, frame.most[at] + 1):
            items, points = one.entry + taken, one.base + self.sums[at][taken]
            loss = self._loss(at, items, points, frame)
            if loss <= frame.gap:
                yield _Way(items, (at,), self.bits.get(one.group, 0), points, loss)

    def _loss(self, at: int, items: int, points: int, frame: _Frame) -> int:
        """What an innovation that counts with so many items loses to the bound."""
        leave, price = self.choices[at].leave, self.price
        worth = self._over(at, points * price.b - price.a * (items - leave))
        return max(0, frame.over[at] or 0) - worth


def _chain(held: tuple[tuple[int, ...], Any] | None) -> Iterator[int]:
    while held is not None:
        yield from held[0]
        held = held[1]
