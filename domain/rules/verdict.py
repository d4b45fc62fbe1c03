"""A verdict: every rule with its outcome, in words, with the facts that it rests on."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from domain.base import Reason
from domain.rules.certainty import UNCONFIRMED, Certainty

Outcome = Literal["met", "not_met", "unknown"]
MET: Outcome = "met"
NOT_MET: Outcome = "not_met"
UNKNOWN: Outcome = "unknown"
OWN = "@stream"
"""The scope of what is absent from the innovation's own stream."""
Kind = Literal["gate", "warning", "score", "turn"]
"""`gate` decides, `warning` does not, `score` brings points, `turn` says whose move it is."""


class Finding(Struct, frozen=True, kw_only=True, gc=False):
    """What one rule says.

    `facts` are positions of events; `absent` the stream (`OWN`: the innovation's) in which nothing was
    found up to the verdict's position. `gain` are the points that mending would bring for certain,
    `upto` at most.
    """

    rule: str
    kind: Kind
    outcome: Outcome
    certainty: Certainty
    sentence: Reason
    facts: list[int] = []
    absent: str | None = None
    sources: list[str] = []
    remedy: Reason | None = None
    label: str = ""
    level: int | None = None
    claimed: int | None = None
    verified: int | None = None
    points: Decimal | None = None
    most: Decimal | None = None
    gain: Decimal | None = None
    upto: Decimal | None = None
    value: Decimal | None = None
    """What was counted where the level follows from records, and on which basis."""
    basis: str | None = None
    pieces: int = 0
    """Pieces of evidence that the stated level still lacks."""

    @property
    def decides(self) -> bool:
        """True when the outcome of the whole may hang on it: an unconfirmed rule only warns."""
        return self.kind == "gate" and self.certainty != UNCONFIRMED


class Verdict(Struct, frozen=True, kw_only=True, gc=False):
    """What a rulebook says about one innovation on one day, as known at one position."""

    award: str
    year: int
    group: str | None
    rulebook: str
    sha256: str
    position: int
    day: str
    stream: str
    title: str
    acronym: str | None
    unit: str
    illustrative: bool
    entered: bool
    outcome: Outcome
    findings: list[Finding]
    maturity: Decimal | None = None
    verified: Decimal | None = None
    most: Decimal | None = None

    def finding(self, rule: str) -> Finding | None:
        """The finding of a rule by its id."""
        return next((one for one in self.findings if one.rule == rule), None)

    def of(self, outcome: Outcome) -> list[Finding]:
        """The findings that decide, of one outcome."""
        return [one for one in self.findings if one.decides and one.outcome == outcome]

    def warnings(self) -> list[Finding]:
        """What does not decide and yet is not met: unconfirmed rules, and warnings."""
        return [
            one
            for one in self.findings
            if not one.decides and one.kind in ("gate", "warning") and one.outcome != MET
        ]


def whole(findings: list[Finding]) -> Outcome:
    """Not met when any confirmed condition is not; unknown when any is, or when none is confirmed."""
    outcomes = {one.outcome for one in findings if one.kind == "gate" and one.certainty != UNCONFIRMED}
    if NOT_MET in outcomes:
        return NOT_MET
    return MET if outcomes == {MET} else UNKNOWN


def finding(
    rule: str,
    outcome: Outcome,
    certainty: Certainty,
    sentence: Reason,
    *,
    facts: list[int] | None = None,
    absent: str | None = None,
    sources: list[str] | None = None,
    remedy: Reason | None = None,
    kind: Kind = "gate",
    label: str = "",
) -> Finding:
    """A finding whose facts stand once each, in order."""
    return Finding(
        rule=rule,
        kind=kind,
        outcome=outcome,
        certainty=certainty,
        sentence=sentence,
        facts=sorted(set(facts or [])),
        absent=absent,
        sources=sources or [],
        remedy=remedy,
        label=label,
    )
