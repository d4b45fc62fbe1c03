"""A verdict for a page: its headline, and what lacks with the way to mend it."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from jejak_i18n import language, verdicts
from projections.eligibility.answers import FindingAnswer, VerdictAnswer


class Lacking(Struct, frozen=True):
    """One rule that is not met, or brings fewer points than it could; and what would mend it."""

    outcome: str
    mark: str
    sentence: str
    remedy: str
    certain: bool


class VerdictText(Struct, frozen=True):
    """A verdict of one edition in words; of an innovation without an entry only what shuts it out."""

    edition: str
    outcome: str
    headline: str
    maturity: str
    lacking: list[Lacking]
    entered: bool
    rulebook: str
    draft: str
    """Where a program that serves the pages gives the draft of the dossier."""


def verdict_text(found: VerdictAnswer) -> VerdictText:
    """What lacks (`projections.eligibility.verdicts.lacking`): first what decides, then what warns."""
    ordered = sorted(found.findings, key=lambda one: not one.decides)
    return VerdictText(
        edition=verdicts.edition_name(found),
        outcome=found.outcome,
        headline=verdicts.headline(found),
        maturity=verdicts.maturity(found) or "",
        lacking=[_lacking(one) for one in ordered],
        entered=found.entered,
        rulebook=found.rulebook.id,
        draft=f"/dokumen/{found.award}/{found.year}/{found.code}"
        + (f"?group={quote(found.group)}" if found.group else ""),
    )


def _lacking(one: FindingAnswer) -> Lacking:
    return Lacking(
        outcome=one.outcome,
        mark=verdicts.MARKS[one.outcome],
        sentence=one.sentence.in_language(language()),
        remedy=one.remedy.in_language(language()) if one.remedy else "",
        certain=one.certainty != "unconfirmed",
    )
