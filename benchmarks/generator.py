"""Makes a ledger of any size: one region, round after round, the same bytes for the same seed.

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
from schemas.regions import region as official_region

ROUND = (20, 176)
"""Least and greatest number of innovations in a round."""


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
    path: Path, *, events: int, seed: int, region: str = "33.03", innovations: int | None = None
) -> Summary:
    """Writes a new ledger of exactly `events` events to `path`; memory does not grow with it.

    With `innovations` the ledger has exactly so many, each with its whole life, and `events` does not
    count. Raises FileExistsError when there is a file, ValueError for a region that is on no list.
    """
    official = official_region(region)
    if official is None:
        raise ValueError(region)
    if path.exists():
        raise FileExistsError(path)
    random = Random(seed)
    limit = events if innovations is None else None
    writer = Writer(path, random=random, region=streams.prefix(official["code"]), events=limit)
    done = Mended()
    try:
        setting = Setting(writer, Words(random), official)
        designed = _rounds(setting, innovations, done)
        _fill(setting)
    finally:
        writer.close()
    found = sum(writer.founded.values())
    return Summary(path, writer.events, found, designed, writer.bytes, done.corrections, done.voids)


def _rounds(setting: Setting, innovations: int | None, done: Mended) -> int:
    """Tells rounds until the ledger is as large as wanted; returns how many innovations there are."""
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
    return setting.writer.founded.get("innovation", 0)


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
    wanted = parser.parse_args()
    began = time.perf_counter()
    made = generate(
        wanted.path,
        events=wanted.events,
        seed=wanted.seed,
        region=wanted.region,
        innovations=wanted.innovations,
    )
    seconds = time.perf_counter() - began
    print(f"{made.events:,} events in {made.streams:,} streams, {made.innovations:,} innovations")
    print(f"{made.corrections:,} corrections, {made.voids:,} voids")
    print(f"{seconds:.1f} s, {made.events / seconds:,.0f} events/s: {made.path}")


if __name__ == "__main__":
    main()
