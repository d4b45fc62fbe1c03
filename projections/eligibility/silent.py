"""Units that have reported nothing for an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from domain.rules.verdict import Verdict
from projections.eligibility.answers import SilentUnit
from projections.eligibility.edition import Edition
from projections.read_session import ReadSession
from projections.views.units import units


def silent_units(session: ReadSession, edition: Edition, verdicts: Sequence[Verdict]) -> list[SilentUnit]:
    """Open units of the region without one entry and without one fact of any row of the edition.

    `verdicts` are those of all innovations. What stands under a unit that was merged is its successor's.
    By name; those with innovations first, since they have something to report.
    """
    query = select(units.c.stream, units.c.short, units.c.name, units.c.open, units.c.successor).where(
        units.c.region == edition.region, units.c.stands
    )
    known = {row.stream: row for row in session.connection.execute(query)}
    followed = {row.stream: row.successor for row in known.values() if row.successor}
    having = Counter(_now(one.unit, followed) for one in verdicts)
    spoke = {_now(one.unit, followed) for one in verdicts if _reported(one)}
    found = [
        SilentUnit(unit=row.short, name=row.name, innovations=having[stream])
        for stream, row in known.items()
        if row.open and stream not in spoke
    ]
    return sorted(found, key=lambda one: (not one.innovations, one.unit, one.name))


def _reported(verdict: Verdict) -> bool:
    return verdict.entered or any(
        finding.facts for finding in verdict.findings if finding.rule.startswith("indicator.")
    )


def _now(unit: str, followed: dict[str, str]) -> str:
    """The unit that a unit has become; a chain that comes back to itself ends where it began."""
    seen = {unit}
    while unit in followed and followed[unit] not in seen:
        unit = followed[unit]
        seen.add(unit)
    return unit
