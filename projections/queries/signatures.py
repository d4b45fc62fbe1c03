"""Who signed an agreement, as all answers and documents read it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import RowMapping, select

from projections.queries.detail_types import Signature
from projections.read_session import ReadSession
from projections.views.agreements import signatures
from projections.views.people import people


def signature_rows(session: ReadSession, agreement: str) -> Sequence[RowMapping]:
    """The signatures of an agreement in their order: what `Signature` says, and unit and institution."""
    query = (
        select(signatures, people.c.post, people.c.unit, people.c.institution)
        .outerjoin(people, people.c.stream == signatures.c.person)
        .where(signatures.c.stream == agreement)
        .order_by(signatures.c.position)
    )
    return session.connection.execute(query).mappings().all()


def signatures_of(session: ReadSession, agreement: str) -> list[Signature]:
    """The same as plain values."""
    rows = signature_rows(session, agreement)
    return [Signature(**{name: row[name] for name in Signature.__struct_fields__}) for row in rows]
