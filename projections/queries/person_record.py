"""All that the record holds about one person: posts over time, where it names them, what they hold.

Names lie in the vault (`vault_fields` says which of them are kept); no view ever holds them.
"""

from __future__ import annotations

import json

from msgspec import Struct
from sqlalchemy import select

from domain import kinds, streams
from domain.base import Body, reason
from domain.evidence import EvidenceAttached
from domain.fields import described
from domain.names import fold
from projections.queries import person_holdings
from projections.queries.find import AmbiguousError, Candidate, NotFoundError
from projections.queries.mentions import Mention, facts_of, mentions
from projections.queries.person_holdings import Forgetting, IssuedNaming, KeptVersion, MarkedFile, ReadLine
from projections.read_session import ReadSession
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


class PostNamed(Struct, frozen=True):
    """A post of the person as events say it in words, without the person: in how many, and in which fields.

    Who held the post then, such a text does not say.
    """

    post: str
    events: int
    fields: list[str]


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
    posts_named: list[PostNamed]
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
    held = _posts(session, person)
    return PersonRecord(
        code=streams.code(person),
        posts=held,
        left=row["left"],
        left_on=row["left_on"],
        left_because=row["left_because"],
        vault_fields=[name for name, value in kept.items() if value],
        mentions=mentions(session, person),
        posts_named=_posts_named(session, person, list(dict.fromkeys(one.post for one in held))),
        holds=_holds(session, person),
        recorded=_recorded(session, person),
        versions=person_holdings.versions(session, person),
        forgetting=person_holdings.forgetting(row),
        marked_files=_marked(session, person),
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


def is_forgotten(session: ReadSession, person: str) -> bool:
    """Whether a person's data were destroyed on request."""
    query = select(people.c.forgotten).where(people.c.stream == person)
    return bool(session.connection.execute(query).scalar())


def _marked(session: ReadSession, person: str) -> list[MarkedFile]:
    """The evidence of these innovations that is marked as holding personal data, in order of recording."""
    found = [
        MarkedFile(fact.position, streams.code(stream), fact.body.subject, fact.body.file)
        for stream in _innovations(session, person)
        for fact in facts_of(session, stream)
        if isinstance(fact.body, EvidenceAttached) and fact.body.personal_data
    ]
    return sorted(found, key=lambda one: one.event)


def _holds(session: ReadSession, person: str) -> list[Held]:
    """The innovations whose holder the person is."""
    holds = []
    for stream in sorted(session.store.referrers([person])):
        if streams.kind_of(stream) != "innovation":
            continue
        state = None
        for fact in facts_of(session, stream):
            state = kinds.evolve("innovation", state, fact)
        if state is not None and person in state.holders:
            holds.append(Held(streams.code(stream), state.summary.title))
    return holds


def _posts_named(session: ReadSession, person: str, held: list[str]) -> list[PostNamed]:
    """Where a text of the person's region is one of the person's posts, such as who approved a plan."""
    marks = [(json.dumps(post, ensure_ascii=False).encode(), fold(post)) for post in held]
    region = streams.region_of(person)
    near = {
        row[1]
        for row in session.store.all_rows(session.position, f"{region}/")
        if streams.kind_of(row[1]) != "person" and any(mark in row[4] for mark, _post in marks)
    }
    events: dict[str, set[int]] = {fold(post): set() for post in held}
    fields: dict[str, set[str]] = {fold(post): set() for post in held}
    for stream in near:
        for fact in facts_of(session, stream):
            body: type[Body] = type(fact.body)
            for name, one in described(body).items():
                value = getattr(fact.body, name)
                if not one.ref and not one.terms and isinstance(value, str) and fold(value) in events:
                    events[fold(value)].add(fact.position)
                    fields[fold(value)].add(one.label)
    return [
        PostNamed(post, len(events[fold(post)]), sorted(fields[fold(post)]))
        for post in held
        if events[fold(post)]
    ]


def _recorded(session: ReadSession, person: str) -> int:
    """How many events the person recorded: their bytes name the actor."""
    mark = f'"actor":"{person}"'.encode()
    return sum(1 for row in session.store.all_rows(session.position) if mark in row[4])
