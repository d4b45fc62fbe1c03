"""What stands beside the stages of a lab: how it was set up, who took part, its pauses and its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import RowMapping, Select, Table, func, select

from domain.streams import kind_of
from projections.queries.detail_types import Signature
from projections.queries.posts import post_at
from projections.queries.signatures import parties_of
from projections.queries.unit_naming import NamedUnit, UnitNaming, UnitsOf
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.documents import documents
from projections.views.labs import (
    evaluations,
    facilitations,
    lab_documents,
    participants,
    pauses,
    rules_set_aside,
    surveys,
    team,
)
from projections.views.lineage import idea_credits, ideas
from projections.views.units import units
from projections.views.workshops import attended


class Paper(Struct, frozen=True):
    """A document by kind, number and subject; `purpose` is what it is to the lab."""

    kind: str
    number: str | None
    subject: str
    occurred: str | None
    purpose: str | None = None
    parties: list[Signature] = []


class Facilitation(Struct, frozen=True):
    """A request for facilitation; the contact by post."""

    kind: str
    contact: str | None
    addressee: str | None
    request_status: str | None
    occurred: str | None


class Member(Struct, frozen=True):
    """A member of the team, by the post held when named."""

    team_position: str
    post: str | None
    occurred: str | None


class Survey(Struct, frozen=True):
    """How many indicators of the survey of readiness a unit filled in, and when last."""

    unit: str
    answers: int
    occurred: str | None


class Pause(Struct, frozen=True):
    """A pause; `resumed` is false while it lasts, and its last day may be unknown."""

    paused_on: str | None
    resumed: bool
    resumed_on: str | None
    reason: str | None


class Evaluation(Struct, frozen=True):
    """An evaluation of the programme."""

    period: str | None
    evaluator: str | None
    stage_output: str
    impact: str | None
    follow_up: str | None
    occurred: str | None


class RuleSetAside(Struct, frozen=True):
    """A rule of the process that the round does not keep, with its document or reason."""

    rule: str
    document: str | None
    reason: str | None
    occurred: str | None


class UnitOfLab(Struct, frozen=True):
    """A unit of the lab: whether it takes part, how many workshops it came to, what it brought."""

    unit: str
    kind: str | None
    takes_part: bool
    workshops: int
    ideas: int
    innovations: int
    launched: int


def papers(session: ReadSession, lab: str) -> list[Paper]:
    """The documents of a lab, by date."""
    query = (
        select(documents, lab_documents.c.purpose)
        .join(lab_documents, lab_documents.c.document == documents.c.stream)
        .where(lab_documents.c.stream == lab)
        .order_by(documents.c.occurred.nulls_first(), documents.c.stream, lab_documents.c.purpose)
    )
    return [
        Paper(
            row["kind"],
            row["number"],
            row["subject"],
            row["occurred"],
            row["purpose"],
            parties_of(session, row["stream"]),
        )
        for row in session.connection.execute(query).mappings().all()
    ]


def requests(session: ReadSession, lab: str) -> list[Facilitation]:
    """The requests for facilitation."""
    found = []
    for row in _rows(session, facilitations, lab):
        held = post_at(session, row["contact"], row["occurred"])
        found.append(
            Facilitation(
                row["kind"],
                held.post if held else None,
                row["addressee"],
                row["request_status"],
                row["occurred"],
            )
        )
    return found


def members(session: ReadSession, lab: str) -> list[Member]:
    """The team of a lab, in the order of recording."""
    found = []
    for row in _rows(session, team, lab):
        held = post_at(session, row["person"], row["occurred"])
        found.append(Member(row["team_position"], held.post if held else None, row["occurred"]))
    return found


def survey(session: ReadSession, lab: str) -> list[Survey]:
    """Which units filled in the survey of readiness."""
    query = (
        select(units.c.short, func.count(), func.max(surveys.c.occurred))
        .select_from(surveys)
        .outerjoin(units, units.c.stream == surveys.c.unit)
        .where(surveys.c.stream == lab)
        .group_by(surveys.c.unit, units.c.short)
        .order_by(units.c.short.nulls_first(), surveys.c.unit)
    )
    return [Survey(short or "", many, last) for short, many, last in session.connection.execute(query)]


def pauses_of(session: ReadSession, lab: str) -> list[Pause]:
    """The pauses of a lab, in their order."""
    query = select(pauses).where(pauses.c.stream == lab).order_by(pauses.c.run)
    return [
        Pause(row["paused_on"], row["resumed"], row["resumed_on"], row["reason"])
        for row in session.connection.execute(query).mappings()
    ]


def programme(session: ReadSession, lab: str) -> list[Evaluation]:
    """The evaluations of the programme."""
    names = Evaluation.__struct_fields__
    return [Evaluation(*(row[name] for name in names)) for row in _rows(session, evaluations, lab)]


def set_aside(session: ReadSession, lab: str) -> list[RuleSetAside]:
    """The rules of the process that the round does not keep."""
    query = (
        select(rules_set_aside, documents.c.subject)
        .outerjoin(documents, documents.c.stream == rules_set_aside.c.document)
        .where(rules_set_aside.c.stream == lab)
        .order_by(rules_set_aside.c.rule)
    )
    return [
        RuleSetAside(row["rule"], row["subject"], row["reason"], row["occurred"])
        for row in session.connection.execute(query).mappings()
    ]


def units_of(session: ReadSession, lab: str, units_of: UnitsOf, day: str | None) -> list[UnitOfLab]:
    """The units that take part in a lab, came to its workshops or brought ideas or innovations.

    Units that count as one today are one, as `units_of` says; `day` is the ISO day that the lab is of.
    """
    joined = dict.fromkeys(
        session.connection.execute(select(participants.c.unit).where(participants.c.stream == lab)).scalars(),
        1,
    )
    proposed = (
        select(idea_credits.c.who, func.count())
        .join(ideas, ideas.c.stream == idea_credits.c.stream)
        .where(ideas.c.lab == lab, ideas.c.stands, ideas.c.origin == "proposed")
    )
    born = select(innovations.c.unit, func.count()).where(innovations.c.lab == lab, innovations.c.stands)
    counted = [
        joined,
        _counts(session, select(attended.c.unit, func.count()).where(attended.c.lab == lab), attended),
        _counts(session, proposed, idea_credits),
        _counts(session, born, innovations),
        _counts(session, born.where(innovations.c.launched), innovations),
    ]
    streams = {one for found in counted for one in found if kind_of(one) == "unit"}
    naming = UnitNaming(session, units_of)
    naming.read(streams)
    together: dict[NamedUnit, list[int]] = {}
    for stream in sorted(streams):
        numbers = together.setdefault(naming.of(stream, day), [0] * len(counted))
        for at, found in enumerate(counted):
            numbers[at] += found.get(stream, 0)
    made = [
        UnitOfLab(unit.short, unit.kind, bool(numbers[0]), *numbers[1:]) for unit, numbers in together.items()
    ]
    return sorted(made, key=lambda one: (-one.ideas, -one.innovations, one.unit))


def _counts(session: ReadSession, query: Select[Any], table: Table) -> dict[str, int]:
    column = table.c.who if "who" in table.c else table.c.unit
    grouped = session.connection.execute(query.group_by(column))
    return {str(key): int(many) for key, many in grouped if key}


def _rows(session: ReadSession, table: Table, lab: str) -> Sequence[RowMapping]:
    query = select(table).where(table.c.stream == lab).order_by(table.c.position)
    return session.connection.execute(query).mappings().all()
