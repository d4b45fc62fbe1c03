"""What people type for an innovation, idea or lab: a code, or an exact acronym, title or former name."""

from __future__ import annotations

import contextlib
from typing import NamedTuple

from sqlalchemy import select

from domain import streams
from domain.base import reason
from domain.names import fold
from ledger.errors import ConflictError, LedgerError
from projections.queries.find_other import Other, like, others
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs
from projections.views.lineage import ideas

FEW = 5
"""How many of those are named of whose name a text is a part."""


class Candidate(NamedTuple):
    """One of several that a text may mean."""

    code: str
    title: str


class NotFoundError(LedgerError):
    """Nothing of that code or name is recorded."""

    status = 2


class AmbiguousError(ConflictError):
    """Several innovations bear that name; `candidates` lists them."""

    status = 2

    def __init__(self, text: str, candidates: list[Candidate]) -> None:
        listed = "; ".join(f"{one.code} {one.title}".strip() for one in candidates)
        super().__init__(
            reason('"{text}" means several: {listed}.', text=text, listed=listed),
            reason("Write the code of the one you mean."),
        )
        self.candidates = candidates


def stream_of(session: ReadSession, text: str) -> str:
    """The innovation or idea that a text means. Raises NotFoundError or AmbiguousError."""
    coded = streams.stream_of_code(text)
    if coded and _exists(session, coded):
        return coded
    found = [] if coded else _named(session, text)
    if len(found) == 1:
        return found[0].stream
    if found:
        raise AmbiguousError(text, [one.candidate for one in found])
    raise NotFoundError(
        reason('No innovation or idea "{text}" is recorded.', text=text),
        reason("Look for it: jejak catalogue list --search WORDS"),
    )


def recorded(session: ReadSession, text: str) -> str:
    """As `stream_of`, and whatever else has a history; also the code of something voided.

    A lab by its slug, a person by code; a unit, document, agreement, award or region by its name or number.
    """
    try:
        return stream_of(session, text)
    except NotFoundError:
        coded = streams.stream_of_code(text) or streams.person_of_code(text)
        if coded and session.store.rows(coded, session.position):
            return coded
        with contextlib.suppress(NotFoundError):
            return lab_of(session, text)
        found = others(session, text)
        if len(found) == 1:
            return found[0].stream
        if found:
            raise AmbiguousError(text, [Candidate(one.code, one.title) for one in found]) from None
        if near := like(session, text):
            raise _unknown(text, near) from None
        raise


def _unknown(text: str, near: list[Other]) -> NotFoundError:
    """That nothing bears the name, and what is known of which it is a part."""
    listed = "; ".join(f"{one.code} {one.title}".strip() for one in near[:FEW])
    if near[FEW:]:
        listed += "; …"
    remedy = reason("It is part of: {listed}. Write it whole.", listed=listed)
    return NotFoundError(reason('Nothing "{text}" is recorded.', text=text), remedy)


def idea_of(session: ReadSession, text: str) -> str:
    """As `stream_of`, but an idea; an innovation's code leads back to the idea that it came from."""
    stream = stream_of(session, text)
    if streams.kind_of(stream) == "idea":
        return stream
    query = select(innovations.c.idea).where(innovations.c.stream == stream)
    found = session.connection.execute(query).scalar()
    if not found:
        raise NotFoundError(
            reason("Innovation {code} came from no idea.", code=streams.code(stream)),
            reason("Ask about the innovation: jejak innovation next {code}", code=streams.code(stream)),
        )
    return str(found)


def innovation_of(session: ReadSession, text: str) -> str:
    """As `stream_of`, but an innovation; an idea's code leads to the innovation that it became."""
    stream = stream_of(session, text)
    while streams.kind_of(stream) == "idea":
        row = session.connection.execute(select(ideas.c.went_to).where(ideas.c.stream == stream)).scalar()
        if not row:
            raise NotFoundError(
                reason("Idea {code} became no innovation.", code=streams.code(stream)),
                reason("Look for it: jejak catalogue list --search WORDS"),
            )
        stream = row
    return stream


def lab_of(session: ReadSession, slug: str) -> str:
    """The stream of a lab by its slug, or by `33.05/slug` where regions share one.

    Raises NotFoundError or AmbiguousError.
    """
    region, _, name = slug.rpartition("/")
    query = select(labs.c.stream, labs.c.region, labs.c.slug, labs.c.name)
    query = query.where(labs.c.slug == name, labs.c.stands).order_by(labs.c.stream)
    if region:
        query = query.where(labs.c.region == streams.prefix(region))
    found = session.connection.execute(query).all()
    if len(found) == 1:
        return str(found[0].stream)
    if found:
        listed = [Candidate(f"{streams.region_code(row.region)}/{row.slug}", row.name) for row in found]
        raise AmbiguousError(slug, listed)
    raise NotFoundError(
        reason('No lab "{slug}" is recorded.', slug=slug), reason("List the labs: jejak lab list")
    )


def _exists(session: ReadSession, stream: str) -> bool:
    table = innovations if streams.kind_of(stream) == "innovation" else ideas
    found = session.connection.execute(select(table.c.stands).where(table.c.stream == stream)).scalar()
    return bool(found)


LONGEST = 10_000
"""No name has more letters than this; SQLite refuses to look for much longer ones."""


class _Named(NamedTuple):
    stream: str
    candidate: Candidate


def _named(session: ReadSession, text: str) -> list[_Named]:
    wanted = fold(text)
    if len(wanted) > LONGEST:
        return []
    # The newline on both sides makes the search match whole names only.
    whole = ("\n" + innovations.c.search + "\n").like(f"%\n{_escaped(wanted)}\n%", escape="\\")
    query = select(innovations.c.stream, innovations.c.code, innovations.c.title)
    query = query.where(innovations.c.stands, whole).order_by(innovations.c.stream)
    return [_Named(row.stream, Candidate(row.code, row.title)) for row in session.connection.execute(query)]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
