"""Who signed an agreement or another document, as all answers and documents read it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from projections.queries.detail_types import Signature
from projections.queries.posts import post_at
from projections.read_session import ReadSession
from projections.views.agreements import signatures
from projections.views.documents import parties


def signature_rows(session: ReadSession, agreement: str, day: str | None) -> list[dict[str, Any]]:
    """The signatures of an agreement in their order: what `Signature` says, and unit and institution.

    Posts are those held on the ISO day of the agreement.
    """
    query = select(signatures).where(signatures.c.stream == agreement).order_by(signatures.c.position)
    found = []
    for row in session.connection.execute(query).mappings():
        held = post_at(session, row["person"], day)
        where = (held.post, held.unit, held.institution) if held else (None, None, None)
        found.append({**row, **dict(zip(("post", "unit", "institution"), where, strict=True))})
    return found


def signatures_of(session: ReadSession, agreement: str, day: str | None) -> list[Signature]:
    """The same as plain values."""
    rows = signature_rows(session, agreement, day)
    return [Signature(**{name: row[name] for name in Signature.__struct_fields__}) for row in rows]


def parties_of(session: ReadSession, document: str) -> list[Signature]:
    """The parties of a document in their order, by the posts held on the day they signed."""
    query = select(parties).where(parties.c.stream == document).order_by(parties.c.position)
    found = []
    for row in session.connection.execute(query).mappings().all():
        held = post_at(session, row["person"], row["signed_on"])
        found.append(
            Signature(
                role=row["role"],
                post=held.post if held else None,
                capacity=row["capacity"],
                representing=row["representing"],
            )
        )
    return found
