"""Documents as a list: numbers, subjects, and how much of the record rests on each."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import select

from domain import streams
from domain.names import fold
from projections.queries.mentions import referring
from projections.read_session import ReadSession
from projections.views.documents import documents, parties


class DocumentRow(Struct, frozen=True):
    """A document; `linked` counts the innovations, labs, agreements and others that name it.

    `innovations` are those among them; `link` is the address of its page, where one is recorded.
    """

    region: str
    number: str | None
    kind: str
    subject: str
    issuer: str | None
    occurred: str | None
    parties: int
    linked: int
    innovations: int
    link: str | None


def list_documents(
    session: ReadSession, *, region: str | None = None, search: str | None = None
) -> list[DocumentRow]:
    """The documents that stand, by region and day; of a region (`3303`), with all words searched for."""
    query = select(documents).where(documents.c.stands)
    query = query.order_by(documents.c.occurred.nulls_first(), documents.c.stream)
    rows = [
        row
        for row in session.connection.execute(query).mappings()
        if (region is None or streams.region_of(row["stream"]) == region)
        and _fits(search, row["number"], row["subject"], row["issuer"])
    ]
    rows.sort(key=lambda row: streams.region_of(row["stream"]))
    signed: dict[str, int] = {}
    for stream in session.connection.execute(select(parties.c.stream)).scalars():
        signed[stream] = signed.get(stream, 0) + 1
    linked = referring(session, [row["stream"] for row in rows])
    return [
        DocumentRow(
            region=streams.region_code(row["stream"]),
            number=row["number"],
            kind=row["kind"],
            subject=row["subject"],
            issuer=row["issuer"],
            occurred=row["occurred"],
            parties=signed.get(row["stream"], 0),
            linked=len(linked[row["stream"]]),
            innovations=sum(streams.kind_of(one) == "innovation" for one in linked[row["stream"]]),
            link=row["link"],
        )
        for row in rows
    ]


def _fits(search: str | None, *texts: str | None) -> bool:
    text = fold(" ".join(one for one in texts if one))
    return all(word in text for word in fold(search or "").split())
