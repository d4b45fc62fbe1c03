"""What innovations still lack: rows by unit, the most points first."""

from __future__ import annotations

from typing import Any, NamedTuple

from exporters.excel import eligibility_text as words

Json = dict[str, Any]


class Gap(NamedTuple):
    """One thing that one innovation lacks; `points` are what it brings, None where it brings none."""

    code: str
    innovation: str
    illustrative: bool
    points: float | None
    decides: bool
    finding: Json


class UnitGaps(NamedTuple):
    """A unit with what it lacks, in the order in which it is shown."""

    id: str
    name: str
    lacks: list[Gap]


def by_unit(data: Json) -> list[UnitGaps]:
    """The units that lack something, by name; a unit that lacks nothing is left out."""
    found: dict[str, list[Gap]] = {}
    names = {one["unit_id"]: one["unit"] for one in data["verdicts"]}
    for verdict in data["verdicts"]:
        found.setdefault(verdict["unit_id"], []).extend(_lacks(verdict))
    units = [UnitGaps(unit, names[unit], sorted(lacks, key=_order)) for unit, lacks in found.items() if lacks]
    return sorted(units, key=lambda unit: (unit.name.casefold(), unit.id))


def _lacks(verdict: Json) -> list[Gap]:
    return [
        Gap(
            verdict["code"],
            words.named(verdict),
            verdict["illustrative"],
            _points(one),
            one["decides"],
            one,
        )
        for one in verdict["findings"]
        if one["kind"] != "turn" and (one["outcome"] != "met" or words.points(one["gain"]))
    ]


def _points(finding: Json) -> float | None:
    """What the evidence of a stated level brings; where no level is stated, the most that is open."""
    return words.points(finding["gain"]) or words.points(finding["upto"])


def _order(lack: Gap) -> tuple[float, bool, str]:
    # What decides brings no points; among equals it stands first.
    return -(lack.points or 0), not lack.decides, lack.code
