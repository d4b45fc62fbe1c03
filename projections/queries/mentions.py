"""Where the record names a stream: which facts of others refer to it, such as all that a decree fixes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct
from sqlalchemy import func, select

from domain import streams
from domain.base import AnySourcedFact, Body
from domain.fields import refs
from jejak_i18n import sentence
from ledger import reader
from ledger.workspace.workspace import zone_of
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from projections.views.catalogue import innovations
from projections.views.lineage import ideas


class Mention(Struct, frozen=True):
    """An event that names what was asked about: its position, of what it is, the field, and what it says."""

    event: int
    of: str
    name: str
    """What people call the stream of the event, where `of` is its code."""
    type: str
    field: str
    occurred: str | None
    sentence: str


def facts_of(session: ReadSession, stream: str) -> list[AnySourcedFact]:
    """The facts of a stream that stand, at the session's position and day."""
    rows = session.store.rows(stream, session.position)
    return reader.read(rows, day=session.day, zone=zone_of(stream)).facts


def naming_fields(fact: AnySourcedFact, of: Collection[str]) -> Iterator[tuple[str, str]]:
    """The fields of a fact that name one of these streams, with the one they name."""
    body: type[Body] = type(fact.body)
    for field in refs(body):
        value = getattr(fact.body, field)
        for named in value if isinstance(value, list) else [value]:
            if named in of:
                yield field, named


def mentions(session: ReadSession, of: str) -> list[Mention]:
    """Every standing fact of other streams that names a stream, by the position of its event."""
    names, titles = StreamNames(session), _titles(session)
    found = []
    for stream in sorted(session.store.referrers([of])):
        code = streams.code(stream)
        name = titles.get(stream) or names.of(stream)
        for fact in facts_of(session, stream):
            for field, _named in naming_fields(fact, [of]):
                said = sentence(describe(fact, stream, names))
                place = code if code != stream else name
                found.append(Mention(fact.position, place, name, fact.body.TYPE, field, fact.occurred, said))
    return sorted(found, key=lambda one: one.event)


def _titles(session: ReadSession) -> dict[str, str]:
    """Acronym or title of each innovation, and the title of each idea."""
    of_innovation = func.coalesce(innovations.c.acronym, innovations.c.title)
    found: dict[str, str] = {}
    for query in (select(ideas.c.stream, ideas.c.title), select(innovations.c.stream, of_innovation)):
        found |= {row[0]: row[1] for row in session.connection.execute(query)}
    return found


def referring(session: ReadSession, of: Collection[str]) -> dict[str, set[str]]:
    """For each of these streams those that name it by a standing fact."""
    found: dict[str, set[str]] = {one: set() for one in of}
    for stream in session.store.referrers(of):
        for fact in facts_of(session, stream):
            for _field, named in naming_fields(fact, found):
                found[named].add(stream)
    return found
