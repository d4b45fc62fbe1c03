"""`python -m torture [--seconds N] [--writers N] [--kills N]`; ends with 1 when something is wrong."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from torture.large import LIMIT, large
from torture.trial import Trial


def main() -> int:
    """Runs one trial and one large file, and prints what it found."""
    parser = argparse.ArgumentParser(prog="python -m torture")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), seed=options.seed)
        result = trial.run(seconds=options.seconds, writers=options.writers, kills=options.kills)
    print(f"{result.kills} kills, {result.acknowledged} commands acknowledged, {result.events} events")
    for one in result.wrong:
        print(f"WRONG {one}")
    print("nothing lost, nothing doubled" if not result.wrong else f"{len(result.wrong)} wrong")
    size, more = large()
    print(f"a file of {size >> 20} MiB took {more / (1 << 20):.1f} MiB more than an empty one")
    return 1 if result.wrong or more >= LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
