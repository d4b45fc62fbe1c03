"""The verdict of a rulebook about one innovation: all findings, the outcome, the maturity."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from domain.base import marked, reason
from domain.rules import conditions, levels, proposal, proposal_documents, sizes
from domain.rules.case import Case
from domain.rules.context import Context
from domain.rules.entries import Entry
from domain.rules.rulebook import Criterion, Rulebook
from domain.rules.verdict import MET, NOT_MET, OWN, UNKNOWN, Finding, Outcome, Verdict, whole
from domain.streams import code


def judge(book: Rulebook, case: Case, entry: Entry | None, context: Context) -> Verdict:
    """What the rulebook says of the case. Pure: the same facts and rulebook give the same verdict."""
    scored = levels.indicators(book, case, entry)
    findings = [
        *conditions.window(book, case),
        *proposal.age(book, case, entry, context),
        *proposal.history(book, case, context),
        *proposal.source(book, case, entry),
        *_criteria(book, case, entry),
        *_recognised(book, case),
        *conditions.sections(book, case, entry),
        *proposal_documents.category(book, case, entry),
        *proposal_documents.goals(book, case, entry),
        *proposal_documents.papers(book, case),
        *proposal_documents.video(book, case),
        *sizes.too_large(book, case),
        *proposal.quota(book, case, context),
        *proposal.duplicates(book, case, context),
        *proposal_documents.queue(book, entry),
        *scored,
        *levels.fallen(book, case, entry),
    ]
    maturity, verified = _maturity(book, scored)
    return Verdict(
        award=book.award,
        year=book.year,
        group=book.group,
        rulebook=book.id,
        sha256=book.sha256,
        position=context.position,
        day=context.day,
        stream=case.stream,
        title=str(case.title.value),
        acronym=case.acronym,
        unit=case.unit,
        illustrative=case.illustrative,
        entered=entry is not None,
        outcome=whole(findings),
        findings=findings,
        maturity=maturity,
        verified=verified,
        most=book.totals.innovation,
    )


def _maturity(book: Rulebook, scored: list[Finding]) -> tuple[Decimal | None, Decimal | None]:
    """The points reached, and those verified; None where the rulebook does not know every weight."""
    if book.totals.innovation is None:
        return None, None
    reached = verified = Decimal(0)
    for (row, _nothing), one in zip(levels.prepared(book), scored, strict=True):
        if one.level and one.points:
            reached += one.points
        if one.verified and row.points:
            verified += row.points[min(one.verified, row.highest)]
    return reached, verified


def _criteria(book: Rulebook, case: Case, entry: Entry | None) -> Iterator[Finding]:
    """Criteria that somebody has to judge, by a claim of level 1 (met) or 0 (not met)."""
    for one in book.criteria:
        claim = entry.claims.get(one.id) if entry else None
        facts = [claim.at] if claim else []
        # What others have replicated can be replicated: nobody need assess that (PP 38/2017).
        if claim is None and one.id == "replicable" and case.replicated_out:
            facts = [item.at for item in case.replicated_out]
            outcome: Outcome = MET
        else:
            outcome = UNKNOWN if claim is None else MET if claim.level else NOT_MET
        yield _criterion(book, one, outcome, facts, case)


def _criterion(book: Rulebook, one: Criterion, outcome: Outcome, facts: list[int], case: Case) -> Finding:
    text = {
        MET: marked("Criterion met: {label}."),
        NOT_MET: marked("Criterion not met: {label}."),
        UNKNOWN: marked("Nobody has assessed the criterion yet: {label}."),
    }[outcome]
    mend = reason(
        "Assess it: jejak entry claim {code} --award {award} --year {year} --indicator {id} --level 1",
        code=code(case.stream),
        award=book.award,
        year=str(book.year),
        id=one.id,
    )
    return Finding(
        rule=f"criterion.{one.id}",
        kind="gate",
        outcome=outcome,
        certainty=one.certainty,
        sentence=reason(text, label=one.label),
        facts=facts,
        absent=None if facts else OWN,
        sources=one.sources,
        remedy=mend if outcome == UNKNOWN else None,
        label=one.label,
    )


def _recognised(book: Rulebook, case: Case) -> Iterator[Finding]:
    """Facts that a recognition without a form looks at; its conditions are not known."""
    for one in book.recognises:
        moment = case.launched if one.id == "launched" else case.displayed
        text = marked("Recorded: {label}.") if moment else marked("Not recorded: {label}.")
        yield Finding(
            rule=f"recognised.{one.id}",
            kind="warning",
            outcome=MET if moment else NOT_MET,
            certainty=one.certainty,
            sentence=reason(text, label=one.label),
            facts=[moment.at] if moment else [],
            absent=None if moment else OWN,
            sources=one.sources,
            label=one.label,
        )
