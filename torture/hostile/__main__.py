"""`python -m torture.hostile`: hostile cases by a seed and a budget; ends with 1 when one was wrong."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from torture.hostile.run import furnish, lines, run


def main() -> int:
    """Meets the cases, and prints what came of them."""
    parser = argparse.ArgumentParser(prog="python -m torture.hostile")
    parser.add_argument("--budget", type=int, default=10_000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        furnish(Path(folder))
        met = run(Path(folder), range(options.first, options.first + options.budget), options.seed, told=True)
    print("\n".join(lines(met)))
    return 1 if met.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
