"""Paired measurements: a floor and our work, taken in turns in one run, and the table of their ratios."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]
NOT_THERE = "not there"
"""What stands in the place of our figure where there is nothing to measure with."""


@dataclass(frozen=True)
class Line:
    """One row of the table.

    `floor` and `ours` are texts with their units; `ratio` is ours to the floor, of speeds where more is
    better (`at_least`), else of times. `met` is None where there is no target or nothing to measure.
    """

    work: str
    floor: str
    ours: str
    ratio: float | None = None
    target: float | None = None
    at_least: bool = True

    @property
    def met(self) -> bool | None:
        if self.ratio is None or self.target is None:
            return None
        return self.ratio >= self.target if self.at_least else self.ratio <= self.target


@dataclass(frozen=True)
class Paired:
    """Median seconds of a floor and of our work, and the median of the pairs' ratios (floor / ours)."""

    floor: float
    ours: float
    speed: float

    @property
    def slowness(self) -> float:
        """How many times the floor's time our work takes."""
        return 1 / self.speed


def absent(work: str, target: float | None = None, *, at_least: bool = True) -> Line:
    """The row of a measurement that could not be taken here."""
    return Line(work, "-", NOT_THERE, target=target, at_least=at_least)


def seconds(work: Work) -> float:
    """The wall time of one call, with garbage of earlier ones cleared away before."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def paired(floor: Work, ours: Work, times: int) -> Paired:
    """Both works in turns, so many times, after one unmeasured pair."""
    floor(), ours()
    return of_pairs([(seconds(floor), seconds(ours)) for _ in range(times)])


def of_pairs(pairs: Iterable[tuple[float, float]]) -> Paired:
    """The medians of pairs of seconds (floor, ours)."""
    taken = list(pairs)
    return Paired(
        median(floor for floor, _ in taken),
        median(ours for _, ours in taken),
        median(floor / ours for floor, ours in taken),
    )


def rate(count: int, took: float) -> str:
    """A speed for people: `19,700/s`."""
    return f"{count / took:,.0f}/s"


def millis(took: float) -> str:
    """A time for people: `1.25 ms`."""
    return f"{took * 1000:,.2f} ms"


def micros(took: float) -> str:
    """A time for people: `12.5 us`."""
    return f"{took * 1_000_000:,.1f} us"


HEADINGS = ("work", "floor", "ours", "ratio", "target", "met")


def table(lines: Iterable[Line]) -> str:
    """The table as text, its columns aligned."""
    rows = [HEADINGS, *(_cells(line) for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cells(line: Line) -> tuple[str, ...]:
    ratio = "-" if line.ratio is None else f"{line.ratio:.3f}"
    sign = ">=" if line.at_least else "<="
    target = "-" if line.target is None else f"{sign} {line.target}"
    met = {True: "yes", False: "NO", None: "-"}[line.met]
    return (line.work, line.floor, line.ours, ratio, target, met)
