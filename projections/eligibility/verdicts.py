"""Verdicts as data, and the action that records one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from domain.base import Reason
from domain.innovation import RecordVerdict
from domain.rules.verdict import OWN, Finding, Verdict
from domain.streams import code, region_of
from jejak_i18n import sentence
from projections.eligibility.answers import (
    Absence,
    FindingAnswer,
    OutcomeCounts,
    RulebookHash,
    Sentence,
    VerdictAnswer,
    VerdictHead,
    VerdictList,
    VerdictRow,
)
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames


def verdict_answer(
    verdict: Verdict, told: Callable[[Finding], bool] = lambda _finding: True
) -> VerdictAnswer:
    """A verdict as data, with the findings that are `told`: sentences cost more than judging."""
    return VerdictAnswer(
        award=verdict.award,
        year=verdict.year,
        group=verdict.group,
        rulebook=RulebookHash(id=verdict.rulebook, sha256=verdict.sha256),
        position=verdict.position,
        day=verdict.day,
        code=code(verdict.stream),
        title=verdict.title,
        acronym=verdict.acronym,
        unit=verdict.unit,
        illustrative=verdict.illustrative,
        entered=verdict.entered,
        outcome=verdict.outcome,
        not_met=len(verdict.of("not_met")),
        unknown=len(verdict.of("unknown")),
        warnings=len(verdict.warnings()),
        maturity=points_text(verdict.maturity),
        maturity_verified=points_text(verdict.verified),
        maturity_most=points_text(verdict.most),
        findings=[
            finding_answer(one, verdict.position, verdict.stream) for one in verdict.findings if told(one)
        ],
    )


def lacking(verdict: Verdict) -> VerdictAnswer:
    """A verdict with what lacks; of what nobody sends only what shuts it out, the rest is all the same."""

    def told(one: Finding) -> bool:
        return (one.outcome != "met" and one.decides) or (
            verdict.entered and (one.outcome != "met" or bool(one.gain))
        )

    return verdict_answer(verdict, told)


def finding_answer(one: Finding, position: int, stream: str) -> FindingAnswer:
    """A finding as data; absence is told by its scope and the position up to which it was seen."""
    return FindingAnswer(
        rule=one.rule,
        label=one.label,
        kind=one.kind,
        decides=one.decides,
        outcome=one.outcome,
        certainty=one.certainty,
        sentence=both_languages(one.sentence),
        remedy=both_languages(one.remedy) if one.remedy else None,
        facts=one.facts,
        absent=_absence(one, position, stream),
        sources=one.sources,
        level=one.level,
        claimed=one.claimed,
        verified=one.verified,
        value=points_text(one.value),
        basis=one.basis,
        points=points_text(one.points),
        most=points_text(one.most),
        gain=points_text(one.gain),
        upto=points_text(one.upto),
    )


def _absence(one: Finding, position: int, stream: str) -> Absence | None:
    if one.absent is None:
        return None
    return Absence(scope=stream if one.absent == OWN else one.absent, position=position)


def verdict_list(verdicts: Iterable[Verdict], names: StreamNames) -> VerdictList:
    """Verdicts as rows of a list, with the short names of their units."""
    rows = [_row(verdict_answer(one), names.of(one.unit)) for one in verdicts]
    ends = [row.outcome for row in rows]
    counts = OutcomeCounts(
        met=ends.count("met"), not_met=ends.count("not_met"), unknown=ends.count("unknown")
    )
    return VerdictList(items=rows, counts=counts)


def _row(verdict: VerdictAnswer, unit: str) -> VerdictRow:
    head = {name: getattr(verdict, name) for name in VerdictHead.__struct_fields__}
    return VerdictRow(**head | {"unit": unit}, rules={one.rule: one.outcome for one in verdict.findings})


def both_languages(why: Reason) -> Sentence:
    """A reason as a sentence in both languages."""
    return Sentence(id=sentence(why, "id"), en=sentence(why, "en"))


def points_text(value: Decimal | None) -> str | None:
    """Points as a decimal text; None where they are not known."""
    return None if value is None else format(value, "f")


def record_action(verdict: Verdict, session: ReadSession) -> RecordVerdict:
    """The action that records a verdict."""
    return RecordVerdict.of(
        region=region_of(verdict.stream),
        innovation=verdict.stream,
        occurred=None,
        award=verdict.award,
        year=verdict.year,
        group=verdict.group,
        rulebook=verdict.rulebook,
        sha256=verdict.sha256,
        position=verdict.position,
        day=verdict.day,
        as_of=session.as_of,
        outcome=verdict.outcome,
        findings={one.rule: one.outcome for one in verdict.findings},
        maturity=points_text(verdict.maturity),
    )
