"""Writes the versions of the lock files for `jejak doctor`: `python -m tools.locked_versions [--check]`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tools.generated import ROOT, bring_up_to_date

EXTRAS = ("postgres", "parquet", "serve")
LOCKS = ("requirements.lock", *(f"requirements-{name}.lock" for name in EXTRAS))
TARGET = ROOT / "commands" / "doctor" / "locked.json"
_LINE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^ \\;]+)(?P<marker> ;)?")


def files() -> dict[Path, str]:
    """The file: of each package its version, and whether this release needs it on every computer."""
    made: dict[str, dict[str, object]] = {}
    for lock in LOCKS:
        for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
            if found := _LINE.match(line):
                needed = lock == LOCKS[0] and not found["marker"]
                made.setdefault(found["name"], {"version": found["version"], "needed": needed})
    return {TARGET: json.dumps(made, indent=2, sort_keys=True) + "\n"}


def main(arguments: list[str]) -> int:
    """Writes the file, or compares it."""
    return bring_up_to_date(files(), arguments, "locked_versions")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
