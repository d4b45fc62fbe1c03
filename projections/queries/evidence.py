"""The evidence that stands: its list, and the links of an innovation."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct
from sqlalchemy import select

from domain.rules.case import Case
from domain.streams import code
from projections.read_session import ReadSession
from projections.views.cases import cases

_case = msgspec.json.Decoder(Case).decode


class EvidenceRow(Struct, frozen=True):
    """One piece of evidence: what it is, what it supports, and where it lies."""

    code: str
    title: str
    event: int
    kind: str
    number: str | None
    date: str | None
    subject: str
    iga: list[str]
    """Ids of the indicators that it supports."""
    kipp: list[str]
    """Ids of the sections and letters that it supports."""
    page: str | None
    file: str | None
    """SHA-256 of the file."""
    name: str | None
    """The name under which it was given; None where a former version of Jejak recorded it."""
    media_type: str | None
    """What it is by its bytes (RFC 6838)."""
    size: int | None
    """In bytes."""
    there: bool | None
    """True when the file lies in the workspace; None without a file."""
    link: str | None
    seen_on: str | None
    alive: bool | None
    """True when the link opened on that day; None when nobody tried."""


def evidence_of(session: ReadSession, stream: str | None = None) -> list[EvidenceRow]:
    """The evidence that stands and is not superseded, by innovation; of one, or of all."""
    query = select(cases.c.facts).where(cases.c.stands).order_by(cases.c.stream)
    if stream:
        query = query.where(cases.c.stream == stream)
    rows = session.connection.execute(query)
    return [item for row in rows for item in _rows(session, _case(row[0]))]


def _rows(session: ReadSession, case: Case) -> Iterator[EvidenceRow]:
    for proof in case.proofs:
        seen = case.links.get(proof.link or "")
        yield EvidenceRow(
            code=code(case.stream),
            title=str(case.title.value),
            event=proof.at,
            kind=proof.kind,
            number=proof.number,
            date=proof.date,
            subject=proof.subject,
            iga=proof.iga,
            kipp=proof.kipp,
            page=proof.page,
            file=proof.file,
            name=proof.name,
            media_type=proof.media_type,
            size=proof.size,
            there=session.workspace.evidence.has(proof.file) if proof.file else None,
            link=proof.link,
            seen_on=seen.date if seen else None,
            alive=seen.alive if seen else None,
        )


def links_of(session: ReadSession, stream: str) -> list[str]:
    """The links of an innovation: of its evidence that stands, and of its video."""
    facts = session.connection.execute(select(cases.c.facts).where(cases.c.stream == stream)).scalar_one()
    case = _case(facts)
    found = [proof.link for proof in case.proofs if proof.link]
    video = case.chosen.get("video_link")
    return list(dict.fromkeys([*found, str(video.value)] if video else found))
