"""What the documents of a lab are made from: its innovations, plans, agreements, units and one decree."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import RowMapping, func, select

from domain import dates, lab_course, lab_setting, streams, terms
from domain.base import reason
from domain.names import fold
from jejak_i18n import sentence
from ledger.errors import ConflictError
from projections.queries.find import AmbiguousError, Candidate, NotFoundError, innovation_of, lab_of
from projections.queries.funnel import funnel
from projections.queries.lab_agreements import signed_agreement
from projections.queries.lab_days import lab_days
from projections.queries.lab_innovations import lab_innovations
from projections.queries.lab_members import NameAt, of_lab, unit_names
from projections.queries.lab_record import (
    Decree,
    LabRecord,
    LabUnit,
    LaunchDay,
    Told,
    UnitCount,
)
from projections.queries.lab_results import lab_results
from projections.queries.labs import lab_detail
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from projections.views.agreements import agreements
from projections.views.catalogue import innovations
from projections.views.documents import documents
from projections.views.labs import participants
from projections.views.lineage import idea_credits, ideas
from projections.views.regions import region_name
from projections.views.units import units

DECREES = ("sk", "perkada", "perda")
"""Kinds of documents that a list can be the annex of."""


def lab_record(
    session: ReadSession, slug: str, *, codes: Iterable[str] = (), decree: str | None = None
) -> LabRecord:
    """The record of a lab for its documents; `codes` narrows the innovations to those named.

    Raises NotFoundError, AmbiguousError, and ConflictError for an innovation of another lab.
    """
    lab = lab_of(session, slug)
    region = streams.region_code(lab)
    name_at = unit_names(session, streams.region_of(lab))
    detail = lab_detail(session, slug, units_of="then")
    called = _called(name_at, detail.day)
    begun, ended = lab_days(detail.stages, detail.workshops)
    taking_part = _units(session, lab, called)
    return LabRecord(
        position=session.position,
        as_of=session.as_of,
        region=region_name(session.connection, region) or region,
        lab=detail,
        begun=begun,
        ended=ended,
        funnel=funnel(session, slug),
        units=taking_part,
        unit_counts=_unit_counts(session, lab, taking_part, called),
        launch_days=_launch_days(session, lab),
        innovations=lab_innovations(session, lab, name_at, _wanted(session, lab, slug, codes)),
        commitments=[
            signed_agreement(session, row, name_at)
            for row in session.connection.execute(
                select(agreements)
                .where(agreements.c.lab == lab, agreements.c.kind == "commitment")
                .order_by(agreements.c.stream)
            ).mappings()
        ],
        course=_course(session, lab),
        results=lab_results(session, lab),
        decree=_decree(session, region, decree) if decree else None,
    )


COURSE = frozenset((*lab_setting.EVENTS, *lab_course.EVENTS)) - {lab_setting.ReadinessSurveyed}
"""Events of a lab that its report tells by their sentences."""


def _course(session: ReadSession, lab: str) -> list[Told]:
    names = StreamNames(session)
    return [
        Told(occurred=fact.occurred, sentence=sentence(describe(fact, lab, names), "id"))
        for fact in SourcedStream(session, lab).facts
        if type(fact.body) in COURSE
    ]


def _wanted(session: ReadSession, lab: str, slug: str, codes: Iterable[str]) -> set[str]:
    """The streams of the innovations that were named. Raises ConflictError for one of another lab."""
    wanted = set()
    query = select(innovations.c.stream).where(*of_lab(lab))
    own = set(session.connection.execute(query).scalars())
    for text in codes:
        stream = innovation_of(session, text)
        if stream not in own:
            raise ConflictError(
                reason("Innovation {code} is not of lab {lab}.", code=streams.code(stream), lab=slug),
                reason("List those of the lab: jejak catalogue list --lab {lab}", lab=slug),
            )
        wanted.add(stream)
    return wanted


def _called(name_at: NameAt, day: str | None) -> Callable[[RowMapping], LabUnit]:
    """Units by the names that they bore on the ISO day of the lab."""
    return lambda row: LabUnit(
        stream=row["stream"], name=name_at(row["stream"], day) or row["name"], kind=row["kind"]
    )


def _units(session: ReadSession, lab: str, called: Callable[[RowMapping], LabUnit]) -> list[LabUnit]:
    """The participants by kind and name."""
    query = (
        select(units.c.stream, units.c.name, units.c.kind)
        .select_from(participants)
        .join(units, units.c.stream == participants.c.unit)
        .where(participants.c.stream == lab)
    )
    found = [called(row) for row in session.connection.execute(query).mappings()]
    return sorted(found, key=lambda one: (terms.UNIT_KINDS.index(one.kind), one.name, one.stream))


def _unit_counts(
    session: ReadSession,
    lab: str,
    taking_part: list[LabUnit],
    called: Callable[[RowMapping], LabUnit],
) -> list[UnitCount]:
    proposed = (
        select(idea_credits.c.who, func.count())
        .join(ideas, ideas.c.stream == idea_credits.c.stream)
        .where(ideas.c.stands, ideas.c.lab == lab, ideas.c.origin == "proposed")
        .group_by(idea_credits.c.who)
    )
    by_unit = (
        select(innovations.c.unit, func.count()).where(innovations.c.stands).group_by(innovations.c.unit)
    )
    counted: list[dict[str | None, int]] = [
        {row[0]: row[1] for row in session.connection.execute(query)}
        for query in (
            proposed,
            by_unit.where(innovations.c.lab == lab),
            by_unit.where(innovations.c.launched, innovations.c.launch_lab == lab),
        )
    ]
    query = select(units.c.stream, units.c.name, units.c.kind).where(units.c.region == streams.region_of(lab))
    known = [called(row) for row in session.connection.execute(query).mappings()]
    own = {one.stream for one in taking_part}
    others = [
        one for one in known if one.stream not in own and any(found.get(one.stream) for found in counted)
    ]
    listed: list[tuple[str | None, str | None]] = [
        (one.stream, one.name) for one in [*taking_part, *sorted(others, key=lambda one: one.name)]
    ]
    if any(found.get(None) for found in counted):
        listed.append((None, None))
    return [
        UnitCount(
            name=name,
            ideas=counted[0].get(stream, 0),
            innovations=counted[1].get(stream, 0),
            launched=counted[2].get(stream, 0),
        )
        for stream, name in listed
    ]


def _launch_days(session: ReadSession, lab: str) -> list[LaunchDay]:
    """Those of unknown date come last."""
    day = innovations.c.launched_on
    query = (
        select(day, func.count())
        .where(
            innovations.c.stands,
            innovations.c.launched,
            innovations.c.launch_lab == lab,
            innovations.c.ceremony.is_(None),
        )
        .group_by(day)
    )
    found = [LaunchDay(row[0], row[1]) for row in session.connection.execute(query)]
    return sorted(found, key=lambda one: (one.day is None, dates.span(one.day).start if one.day else 0))


def _decree(session: ReadSession, region: str, number: str) -> Decree:
    """The recorded decree of that number. Raises NotFoundError or AmbiguousError."""
    query = (
        select(documents)
        .where(
            documents.c.stands,
            documents.c.kind.in_(DECREES),
            documents.c.number.is_not(None),
            documents.c.stream.like(f"{streams.prefix(region)}/%"),
        )
        .order_by(documents.c.stream)
    )
    rows = session.connection.execute(query).mappings().all()
    found = [row for row in rows if fold(row["number"]) == fold(number)]
    if not found:
        raise NotFoundError(
            reason("No decree of the number {number} is recorded.", number=number),
            reason("Record it on sheet Dokumen and import it, or leave the lines dotted: without --decree."),
        )
    if len(found) > 1:
        raise AmbiguousError(number, [Candidate(row["number"], row["subject"] or "–") for row in found])
    return Decree(**{name: found[0][name] for name in Decree.__struct_fields__})
