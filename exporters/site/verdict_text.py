"""A verdict for a page: its headline, and what lacks with the way to mend it."""

from __future__ import annotations

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
    met: int
    rulebook: str


def verdict_text(found: VerdictAnswer) -> VerdictText:
    """What decides stands first, then what only warns or brings points."""
    unmet = [one for one in found.findings if one.outcome != "met" or one.gain not in (None, "0")]
    # Of what nobody sends, points to be won are the same for all: only what shuts it out is told.
    told = unmet if found.entered else [one for one in unmet if one.decides]
    ordered = sorted(told, key=lambda one: not one.decides)
    return VerdictText(
        edition=verdicts.edition_name(found),
        outcome=found.outcome,
        headline=verdicts.headline(found),
        maturity=verdicts.maturity(found) or "",
        lacking=[_lacking(one) for one in ordered],
        entered=found.entered,
        met=len(found.findings) - len(unmet),
        rulebook=found.rulebook.id,
    )


def _lacking(one: FindingAnswer) -> Lacking:
    return Lacking(
        outcome=one.outcome,
        mark=verdicts.MARKS[one.outcome],
        sentence=one.sentence.in_language(language()),
        remedy=one.remedy.in_language(language()) if one.remedy else "",
        certain=one.certainty != "unconfirmed",
    )
