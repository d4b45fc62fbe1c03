"""`python -m torture`: trial and faults on both databases, hostile files; ends with 1 when one is wrong."""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.server import Server, database, server
from torture import planted, proofs
from torture.every import in_a_file, on_a_server
from torture.hostile import run as hostile
from torture.large import LIMIT, large
from torture.trial import Result, Trial

DATABASES = ("sqlite", "postgres")
FAULTS = {"sqlite": in_a_file, "postgres": on_a_server}


def main() -> int:
    """Runs the trial and the faults on each database and one large file, and prints what was found."""
    options = _options()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    wrong = 0
    for name in DATABASES if options.database == "both" else (options.database,):
        wrong += len(_trial(name, options).wrong)
        wrong += sum(_told(name, fault, found) for fault, found in FAULTS[name](options.absence))
    size, more = large()
    print(f"a file of {size >> 20} MiB took {more / (1 << 20):.1f} MiB more than an empty one")
    wrong += _proved(options.seed) + _planted(options.seed) + _hostile(options)
    return 1 if wrong or more >= LIMIT else 0


def _proved(seed: int) -> int:
    found = list(proofs.disagreements(10_000, seed))
    print(f"10,000 random ledgers, proved and checked by a stranger: {len(found)} wrong")
    for one in found:
        print(f"WRONG {one}")
    return len(found)


def _planted(seed: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = planted.wrong(Path(folder), rows=20_000, errors=1_000, seed=seed)
    print(f"1,000 errors of {len(planted.FAULTS)} kinds in 20,000 rows: {len(found)} cells wrong")
    for one in found:
        print(f"WRONG {one}")
    return len(found)


def _hostile(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:
        hostile.furnish(Path(folder))
        met = hostile.run(Path(folder), range(options.budget), options.seed, told=True)
    print("\n".join(hostile.lines(met)))
    return len(met.wrong)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m torture")
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    parser.add_argument("--seconds", type=float, default=60, help="of the trial, on each database")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--kills", type=int, default=150, help="of processes, on each database")
    parser.add_argument("--outages", type=int, default=8, help="kills of the server, on PostgreSQL")
    parser.add_argument("--absence", type=float, default=60, help="seconds of a lock or without a server")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=int, default=10_000, help="of hostile files and words")
    return parser.parse_args()


def _told(name: str, fault: str, found: list[str] | None) -> int:
    """Prints what one fault did; returns how much of it was wrong."""
    if found is None:
        print(f"{name}, {fault}: NOT TRIED, no disk can be mounted here (that needs root)")
        return 0
    print(f"{name}, {fault}: {'refused in words, healed' if not found else f'{len(found)} wrong'}")
    for one in found:
        print(f"WRONG {one}")
    return len(found)


@contextmanager
def _place(name: str) -> Iterator[tuple[str | None, Server | None]]:
    """Nothing for a file; the address of a new database and its server for PostgreSQL."""
    if name == "sqlite":
        yield None, None
        return
    with server() as one, database(one.url) as url:
        if not one.is_own:
            print("The server was named by the environment: it is not killed.")
        yield url, one


def _trial(name: str, options: argparse.Namespace) -> Result:
    with tempfile.TemporaryDirectory() as folder, _place(name) as (url, one):
        trial = Trial(Path(folder), seed=options.seed, url=url, server=one)
        how = {"seconds": options.seconds, "writers": options.writers, "kills": options.kills}
        result = trial.run(**how, outages=options.outages)
    print(
        f"{name}: {result.kills} kills and {result.outages} of the server,"
        f" {result.acknowledged} commands acknowledged, {result.events} events"
    )
    print(", ".join(f"{role}: {times} whole runs" for role, times in sorted(result.ended.items())))
    for one_wrong in result.wrong:
        print(f"WRONG {one_wrong}")
    print("nothing lost, nothing doubled" if not result.wrong else f"{len(result.wrong)} wrong")
    return result


if __name__ == "__main__":
    sys.exit(main())
