"""Documents: decrees, regulations, letters, reports."""

from __future__ import annotations

from domain.base import AnyFact
from domain.document import PartyRecorded
from projections.views.base import Put, flag, number, table, text

NAME = "documents"
VERSION = 2
KIND = "document"

documents = table(
    "documents",
    flag("stands"),
    text("kind"),
    text("number"),
    text("subject"),
    text("issuer"),
    text("link"),
    text("occurred"),
    about="dokumen",
)
parties = table(
    "document_parties",
    number("position"),
    text("person"),
    text("role"),
    text("capacity"),
    text("representing"),
    text("signed_on", "tanggal tanda tangan"),
    key=("position",),
    about="satu pihak yang menandatangani dokumen",
)
TABLES = (documents, parties)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per document, and per party that signed it."""
    body = founding.body
    row = (body.kind, body.number, body.subject, body.issuer, body.link, founding.occurred)
    puts[0]((stream, bool(facts), *row))
    for fact in facts:
        said = fact.body
        if isinstance(said, PartyRecorded):
            party = (said.person, said.role, said.capacity, said.representing, fact.occurred)
            puts[1]((stream, fact.position, *party))
