"""All that the record holds about one person: posts over time, where it names them, what they hold.

Names lie in the vault (`vault_fields` says which of them are kept); no view ever holds them.
"""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import select

from domain import kinds, streams
from domain.base import Body, reason
from domain.fields import refs
from domain.innovation import EvidenceAttached
from domain.names import fold
from jejak_i18n import sentence
from ledger import reader
from ledger.workspace.workspace import zone_of
from projections.queries import person_holdings
from projections.queries.find import AmbiguousError, Candidate, NotFoundError
from projections.queries.person_holdings import Forgetting, IssuedNaming, KeptVersion, MarkedFile, ReadLine
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from projections.views.people import people, posts
from projections.views.units import units


class PersonRow(Struct, frozen=True):
    """A person in a list, by post; `left` is true after leaving the service."""

    code: str
    post: str
    unit: str | None
    institution: str | None
    left: bool
    left_on: str | None
    forgotten: bool


class HeldPost(Struct, frozen=True):
    """A post with the day from which it was held, None for the first one."""

    post: str
    unit: str | None
    institution: str | None
    since: str | None


class Mention(Struct, frozen=True):
    """An event that names the person: its position, the field, and what it says."""

    event: int
    of: str
    type: str
    field: str
    occurred: str | None
    sentence: str


class Held(Struct, frozen=True):
    """An innovation that the person holds."""

    code: str
    title: str


class PersonRecord(Struct, frozen=True):
    """All about one person; `recorded` counts the events that the person recorded."""

    code: str
    posts: list[HeldPost]
    left: bool
    left_on: str | None
    left_because: str | None
    vault_fields: list[str]
    """The personal data that the vault keeps, by the names of its fields."""
    mentions: list[Mention]
    holds: list[Held]
    recorded: int
    versions: list[KeptVersion]
    """Every version of the personal data, with the values that the vault keeps."""
    forgetting: Forgetting | None
    marked_files: list[MarkedFile]
    issued: list[IssuedNaming]
    reads: list[ReadLine]
    """Who was shown the person's data, before this answer."""


def list_people(session: ReadSession, *, region: str | None = None) -> list[PersonRow]:
    """The persons in the order of their codes."""
    query = (
        select(people, units.c.short)
        .outerjoin(units, units.c.stream == people.c.unit)
        .where(people.c.stands)
        .order_by(people.c.stream)
    )
    if region:
        query = query.where(people.c.stream.startswith(f"{region}/"))
    return [
        PersonRow(
            streams.code(row["stream"]),
            row["post"],
            row["short"],
            row["institution"],
            row["left"],
            row["left_on"],
            row["forgotten"],
        )
        for row in session.connection.execute(query).mappings()
    ]


def person_of(session: ReadSession, text: str) -> str:
    """The person of a code, a post held now or before, or a name that the vault keeps.

    Raises NotFoundError or AmbiguousError, which names nobody but by post.
    """
    coded = streams.person_of_code(text)
    rows = session.connection.execute(select(people.c.stream, people.c.post, people.c.profile)).all()
    if coded:
        found = [row for row in rows if row.stream == coded]
    else:
        wanted = fold(text)
        held = session.connection.execute(select(posts.c.stream, posts.c.post))
        by_post = {row.stream for row in held if fold(row.post) == wanted}
        kept = session.workspace.vault.some([row.profile for row in rows])
        by_name = {row.stream for row in rows if fold(kept.get(row.profile, {}).get("name") or "") == wanted}
        found = [row for row in rows if row.stream in by_post | by_name]
    if len(found) == 1:
        return str(found[0].stream)
    if found:
        raise AmbiguousError(text, [Candidate(streams.code(row.stream), row.post) for row in found])
    raise NotFoundError(
        reason('No person "{text}" is recorded.', text=text), reason("List the persons: jejak person list")
    )


def person_record(session: ReadSession, person: str) -> PersonRecord:
    """All that is held about a person, at the views' position and day."""
    row = session.connection.execute(select(people).where(people.c.stream == person)).mappings().one()
    kept = session.workspace.vault.some([row["profile"]]).get(row["profile"], {})
    mentions, holds, marked = _named(session, person)
    return PersonRecord(
        code=streams.code(person),
        posts=_posts(session, person),
        left=row["left"],
        left_on=row["left_on"],
        left_because=row["left_because"],
        vault_fields=[name for name, value in kept.items() if value],
        mentions=sorted(mentions, key=lambda one: one.event),
        holds=holds,
        recorded=_recorded(session, person),
        versions=person_holdings.versions(session, person),
        forgetting=person_holdings.forgetting(row),
        marked_files=sorted(marked, key=lambda one: one.event),
        issued=person_holdings.issued(session, _innovations(session, person)),
        reads=[ReadLine(one.at, one.by, one.command) for one in person_holdings.reads(session, person)],
    )


def _posts(session: ReadSession, person: str) -> list[HeldPost]:
    query = (
        select(posts, units.c.short)
        .outerjoin(units, units.c.stream == posts.c.unit)
        .where(posts.c.stream == person)
        .order_by(posts.c.place)
    )
    return [
        HeldPost(row["post"], row["short"], row["institution"], row["since"])
        for row in session.connection.execute(query).mappings()
    ]


def _innovations(session: ReadSession, person: str) -> list[str]:
    """The innovations that refer to the person."""
    return [one for one in session.store.referrers([person]) if streams.kind_of(one) == "innovation"]


def _named(session: ReadSession, person: str) -> tuple[list[Mention], list[Held], list[MarkedFile]]:
    """The facts that name the person, the innovations held, and their files marked as personal."""
    names = StreamNames(session)
    mentions: list[Mention] = []
    holds: list[Held] = []
    marked: list[MarkedFile] = []
    for stream in sorted(session.store.referrers([person])):
        rows = session.store.rows(stream, session.position)
        facts = reader.read(rows, day=session.day, zone=zone_of(stream)).facts
        state = None
        for fact in facts:
            state = kinds.evolve(streams.kind_of(stream), state, fact)
            body: type[Body] = type(fact.body)
            if isinstance(fact.body, EvidenceAttached) and fact.body.personal_data:
                code, held = streams.code(stream), fact.body
                marked.append(MarkedFile(fact.position, code, held.subject, held.file))
            for field in refs(body):
                value = getattr(fact.body, field)
                if value == person or (isinstance(value, list) and person in value):
                    said = sentence(describe(fact, stream, names))
                    of = _name(stream, names)
                    mentions.append(Mention(fact.position, of, fact.body.TYPE, field, fact.occurred, said))
        if state is not None and streams.kind_of(stream) == "innovation" and person in state.holders:
            holds.append(Held(streams.code(stream), state.summary.title))
    return mentions, holds, marked


def _name(stream: str, names: StreamNames) -> str:
    """The code of an innovation, idea or person; else what people call it."""
    code = streams.code(stream)
    return names.of(stream) if code == stream else code


def _recorded(session: ReadSession, person: str) -> int:
    """How many events the person recorded: their bytes name the actor."""
    mark = f'"actor":"{person}"'.encode()
    return sum(1 for row in session.store.all_rows(session.position) if mark in row[4])
