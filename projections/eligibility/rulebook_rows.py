"""Whether a rulebook file says of every row how many levels it has, and numbers each row once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from domain.base import Reason, reason


def faults(plain: dict[str, Any]) -> Iterator[tuple[str, Reason]]:
    """Levels without a gap, as many bands and patterns as levels, and no evidence for a level beyond them.

    And no number that two rows bear: people name rows by it.
    """
    yield from _numbers(plain)
    rows = [(name, row) for name in ("indicators", "spd") for row in plain.get(name, ())]
    highest = [_counts(row) for _name, row in rows]
    for (name, row), found in zip(rows, highest, strict=True):
        place = f"$.{name}.{row['id']}"
        named = {key for key in row["levels"] or {} if key != "certainty"}
        if named != {f"p{level}" for level in range(1, len(named) + 1)}:
            yield place, reason("the levels have a gap: {levels}.", levels=", ".join(sorted(named)))
        if len(found) > 1:
            yield place, reason("it has levels, bands or patterns of different numbers.")
        asked = [level for rule in row.get("evidence_rules", ()) for level in rule["levels"]]
        if found and max(asked, default=0) > max(found):
            yield (
                place,
                reason("its evidence is for level {level}, which it does not have.", level=max(asked)),
            )
        if row["weight"]["value"] is not None and not any(highest):
            yield place, reason("it has a weight, but no row says how many levels there are.")


def _numbers(plain: dict[str, Any]) -> Iterator[tuple[str, Reason]]:
    for name in ("indicators", "spd"):
        counted = Counter(str(row["number"]).casefold() for row in plain.get(name, ()))
        for number in sorted(number for number, times in counted.items() if times > 1):
            yield f"$.{name}", reason("the number {number} stands twice.", number=number)


def _counts(row: dict[str, Any]) -> set[int]:
    """The numbers of levels that a row says: one, unless it contradicts itself."""
    derive = row.get("derive") or {}
    lists = [row.get("bands"), derive.get("bands"), derive.get("patterns")]
    lists += [basis["bands"] for basis in derive.get("bases", ())]
    named = [key for key in row["levels"] or {} if key != "certainty"]
    return {len(one) for one in (named, *lists) if one}
