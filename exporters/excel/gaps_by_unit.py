"""What innovations still lack: rows by unit, the most points first."""

from __future__ import annotations

from msgspec import Struct

from exporters.excel import eligibility_text as words
from exporters.gap import Gap
from projections.eligibility.answers import FindingAnswer
from projections.eligibility.assessment import Assessment, UnitVerdict

NO_REMEDY = "–"


class InnovationGap(Gap, frozen=True, kw_only=True):
    """A gap of one innovation; `points` are what mending it brings, None where it brings none.

    `effect` says how certain the rule is and what hangs on it, `sources` names where the rule stands.
    """

    code: str
    innovation: str
    illustrative: bool
    points: float | None
    decides: bool
    effect: str
    sources: list[str]


class UnitGaps(Struct, frozen=True, kw_only=True):
    """A unit with its gaps in the order in which they are shown."""

    id: str
    name: str
    gaps: list[InnovationGap]


def by_unit(assessed: Assessment) -> list[UnitGaps]:
    """The units with gaps, by name; a unit without any is left out."""
    found: dict[str, list[InnovationGap]] = {}
    names = {one.unit_id: one.unit for one in assessed.verdicts}
    for verdict in assessed.verdicts:
        found.setdefault(verdict.unit_id, []).extend(_gaps(verdict))
    units = [
        UnitGaps(id=unit, name=names[unit], gaps=sorted(gaps, key=_order))
        for unit, gaps in found.items()
        if gaps
    ]
    return sorted(units, key=lambda unit: (unit.name.casefold(), unit.id))


def _gaps(verdict: UnitVerdict) -> list[InnovationGap]:
    return [
        _gap(verdict, one)
        for one in verdict.findings
        if one.kind != "turn" and (one.outcome != "met" or words.points(one.gain))
    ]


def _gap(verdict: UnitVerdict, one: FindingAnswer) -> InnovationGap:
    return InnovationGap(
        id=one.rule,
        label=words.rule(one),
        what=words.finding_text(one),
        mend=one.remedy.id if one.remedy else NO_REMEDY,
        certainty=one.certainty,
        code=verdict.code,
        innovation=words.named(verdict),
        illustrative=verdict.illustrative,
        points=_points(one),
        decides=one.decides,
        effect=words.certainty(one),
        sources=one.sources,
    )


def _points(finding: FindingAnswer) -> float | None:
    """What the evidence of a stated level brings; where no level is stated, the most that is open."""
    return words.points(finding.gain) or words.points(finding.upto)


def _order(gap: InnovationGap) -> tuple[float, bool, str]:
    # What decides brings no points; among equals it stands first.
    return -(gap.points or 0), not gap.decides, gap.code
