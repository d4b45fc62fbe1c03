"""Makes a ledger of any size: one region or the country, the same bytes for the same seed.

python -m benchmarks.generator --events 1000000 --seed 1 --region 33.03 ledger.db
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.mending import Mended
from benchmarks.rounds import tell_round
from benchmarks.setting import Setting
from benchmarks.words import Words
from benchmarks.writer import EnoughError, Writer
from domain import streams
from domain.region import FigurePublished
from schemas.regions import Region
from schemas.regions import region as official_region
from schemas.regions import regions as official_regions

ROUND = (20, 176)
"""Least and greatest number of innovations in a round."""


LEAST = 400
"""Events that one of several regions needs at least: its units and persons come first."""
THIN = 0.5
"""The share of innovations of several regions of which little more than design and launch is recorded."""


class Summary(NamedTuple):
    """What a generated ledger holds; `bytes` of all event states together."""

    path: Path
    events: int
    streams: int
    innovations: int
    bytes: int
    corrections: int
    voids: int


def generate(
    path: Path,
    *,
    events: int,
    seed: int,
    region: str = "33.03",
    innovations: int | None = None,
    regions: int = 1,
) -> Summary:
    """Writes a new ledger of exactly `events` events to `path`; memory does not grow with it.

    With `innovations` the ledger has exactly so many, each with its whole life, and `events` does not
    count. With several `regions` each gets about the same share, in the order of the official codes, and
    most innovations are thin (`THIN`), as catalogues of whole regions are. Raises
    FileExistsError when there is a file, ValueError for a region that is on no list, for more regions than
    there are, and for too few events.
    """
    chosen = _chosen(region, regions)
    if regions > 1 and events < regions * LEAST:
        raise ValueError(events)
    if path.exists():
        raise FileExistsError(path)
    random = Random(seed)
    limit = events if innovations is None else None
    writer = Writer(path, random=random, region=streams.prefix(chosen[0]["code"]), events=limit)
    done = Mended()
    try:
        for place, official in enumerate(chosen, 1):
            writer.enter(streams.prefix(official["code"]))
            writer.limit = limit and limit * place // len(chosen)
            setting = Setting(writer, Words(random), official, thin=THIN if regions > 1 else 0.0)
            _rounds(setting, innovations, done)
            _fill(setting)
    finally:
        writer.close()
    found = sum(writer.founded.values())
    designed = writer.founded.get("innovation", 0)
    return Summary(path, writer.events, found, designed, writer.bytes, done.corrections, done.voids)


def _chosen(region: str, count: int) -> list[Region]:
    """One region, or as many as wanted of the official list."""
    official = official_region(region)
    if official is None or count > len(official_regions()):
        raise ValueError(region if official is None else count)
    if count == 1:
        return [official]
    return [official_regions()[code] for code in sorted(official_regions())[:count]]


def _rounds(setting: Setting, innovations: int | None, done: Mended) -> None:
    """Tells rounds until the ledger is as large as wanted."""
    told = number = 0
    try:
        while innovations is None or told < innovations:
            number += 1
            size = setting.writer.random.randint(*ROUND)
            size = size if innovations is None else min(size, innovations - told)
            tell_round(setting, number, size, done)
            told += size
    except EnoughError:
        pass


def _fill(setting: Setting) -> None:
    """Published figures until the number of events is exact: the last action may have been too large."""
    writer = setting.writer
    while writer.limit is not None and writer.events < writer.limit:
        writer.begin()
        figure = FigurePublished(label="Unit yang hadir", value=writer.events % 90, publisher="Bapperida")
        writer.put(setting.region, figure, "2020")


def main() -> None:
    """Makes one ledger and says what is in it."""
    parser = argparse.ArgumentParser(description="Make a ledger of made-up events.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--events", type=int, default=300_000)
    parser.add_argument("--innovations", type=int, help="exactly so many; --events does not count then")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--region", default="33.03")
    parser.add_argument(
        "--regions", type=int, default=1, help="so many of the official list; 552 is the country"
    )
    wanted = parser.parse_args()
    began = time.perf_counter()
    made = generate(
        wanted.path,
        events=wanted.events,
        seed=wanted.seed,
        region=wanted.region,
        innovations=wanted.innovations,
        regions=wanted.regions,
    )
    seconds = time.perf_counter() - began
    print(f"{made.events:,} events in {made.streams:,} streams, {made.innovations:,} innovations")
    print(f"{made.corrections:,} corrections, {made.voids:,} voids")
    print(f"{seconds:.1f} s, {made.events / seconds:,.0f} events/s: {made.path}")


if __name__ == "__main__":
    main()
