"""The region's own rows (SPD) of an edition, each with its level, figure, source documents and gap."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from sqlalchemy import select

from domain.rules.entries import Claim
from domain.rules.indicators import RegionRow
from domain.rules.verdict import Finding
from projections.eligibility.answers import Certainty, Sentence
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import both_languages
from projections.views.documents import documents


class SourceDocument(Struct, frozen=True, kw_only=True):
    """A document that a row rests on."""

    kind: str
    number: str | None
    subject: str | None
    date: str | None
    link: str | None


class RegionRowAnswer(Struct, frozen=True, kw_only=True):
    """One row in the order of the rulebook; `text` is the wording of its level.

    `state` is `lacking` where nothing is recorded or what is recorded reaches no level, as `sentence` says.
    """

    number: str
    id: str
    name: str
    mandatory: bool | None
    certainty: Certainty
    level: int | None
    text: str | None
    amount: str | None
    unit: str | None
    documents: list[SourceDocument]
    state: Literal["recorded", "lacking"]
    sentence: Sentence
    remedy: Sentence | None


def region_rows(edition: Edition) -> list[RegionRowAnswer]:
    """Every row of the region, as its entry has it and the rulebook judges it."""
    claims = edition.own.claims if edition.own else {}
    known = _documents(edition, claims)
    judged = edition.index().rows
    return [
        _row(row, finding, claims.get(row.id), known)
        for row, finding in zip(edition.book.spd, judged, strict=True)
    ]


def _documents(edition: Edition, claims: dict[str, Claim]) -> dict[str, SourceDocument]:
    wanted = {stream for claim in claims.values() for stream in claim.documents}
    query = select(documents).where(documents.c.stream.in_(wanted), documents.c.stands)
    return {
        row["stream"]: SourceDocument(
            kind=row["kind"],
            number=row["number"],
            subject=row["subject"],
            date=row["occurred"],
            link=row["link"],
        )
        for row in edition.views.connection.execute(query).mappings()
    }


def _row(
    row: RegionRow, finding: Finding, claim: Claim | None, known: dict[str, SourceDocument]
) -> RegionRowAnswer:
    level = finding.level or None
    cited = claim.documents if claim else []
    return RegionRowAnswer(
        number=row.number,
        id=row.id,
        name=row.name,
        mandatory=row.mandatory.value,
        certainty=row.certainty,
        level=level,
        text=_wording(row, level),
        amount=claim.amount if claim else None,
        unit=row.unit,
        documents=[known[stream] for stream in cited if stream in known],
        state="recorded" if level else "lacking",
        sentence=both_languages(finding.sentence),
        remedy=both_languages(finding.remedy) if finding.remedy else None,
    )


def _wording(row: RegionRow, level: int | None) -> str | None:
    texts = row.levels.texts if row.levels else []
    return texts[level - 1] if level and level <= len(texts) else None
