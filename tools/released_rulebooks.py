"""Keeps released rulebooks as they were released: `python -m tools.released_rulebooks [--release|--check]`.

`--release` notes the SHA-256 of each new file in `schemas/rulebooks/released.json`. From then on the file
never changes: issued dossiers and recorded verdicts name it by that hash. What is corrected is a new file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "schemas" / "rulebooks"
RELEASED = FOLDER / "released.json"


def main(arguments: list[str]) -> int:
    """Prints each released file that changed or went; notes the hashes of new ones with `--release`."""
    released: dict[str, str] = json.loads(RELEASED.read_text()) if RELEASED.exists() else {}
    there = {path.name: path for path in sorted(FOLDER.glob("*.json")) if path != RELEASED}
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items()}
    faults = [name for name, known in released.items() if hashes.get(name) != known]
    for name in faults:
        print(f"{name} was released with other bytes: take it back, and write {_next(name, there)}")
    for line in _misnamed(there):
        print(line)
        faults.append(line)
    if faults:
        return 1
    if "--release" in arguments:
        RELEASED.write_text(json.dumps(hashes, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def _next(name: str, there: dict[str, Path]) -> str:
    stem = _stem(name)
    return f"{stem}-r{max(2, 1 + sum(1 for other in there if _stem(other) == stem))}.json"


def _stem(name: str) -> str:
    stem, _dash, number = name.removesuffix(".json").rpartition("-r")
    return stem if number.isdecimal() else name.removesuffix(".json")


def _misnamed(there: dict[str, Path]) -> Iterator[str]:
    """Files whose id or revision is not that of their name, and revisions that follow on nothing."""
    for name, path in there.items():
        book = json.loads(path.read_text(encoding="utf-8"))
        number = book.get("revision", 1)
        stem = book.get("id")
        if name != (f"{stem}.json" if number == 1 else f"{stem}-r{number}.json"):
            yield f"{name} holds {stem}, revision {number}"
        if number > 1 and (f"{stem}.json" if number == 2 else f"{stem}-r{number - 1}.json") not in there:
            yield f"{name} follows on no revision {number - 1}"
        if (number > 1) != bool(book.get("revised")):
            yield f"{name} must say what it corrects, in `revised`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
