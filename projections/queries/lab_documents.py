"""What the documents of a lab are made from: its innovations, plans, agreements, units and one decree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from sqlalchemy import ColumnElement, RowMapping, func, or_, select

from domain import dates, lab_course, lab_setting, streams, terms
from domain import innovation as events
from domain import plan as plan_events
from domain.base import reason
from domain.names import fold
from jejak_i18n import sentence
from ledger.errors import ConflictError
from projections.queries.find import AmbiguousError, Candidate, NotFoundError, innovation_of, lab_of
from projections.queries.funnel import funnel
from projections.queries.lab_record import (
    CoveredInnovation,
    DatedStep,
    Decree,
    LabInnovation,
    LabRecord,
    LabUnit,
    LaunchDay,
    SignedAgreement,
    Signer,
    Target,
    Told,
    UnitCount,
)
from projections.queries.labs import lab_detail
from projections.queries.plan_steps import step_values
from projections.queries.signatures import signature_rows
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from projections.views.agreements import agreements, covered
from projections.views.catalogue import innovations
from projections.views.documents import documents
from projections.views.labs import participants
from projections.views.lineage import idea_credits, ideas
from projections.views.regions import region_name
from projections.views.units import names, units

DECREES = ("sk", "perkada", "perda")
"""Kinds of documents that a list can be the annex of."""
NameAt = Callable[[str | None, str | None], str | None]
"""The name that a unit (its stream) bore on an ISO date; the present one where the date is unknown."""


def lab_record(
    session: ReadSession, slug: str, *, codes: Iterable[str] = (), decree: str | None = None
) -> LabRecord:
    """The record of a lab for its documents; `codes` narrows the innovations to those named.

    Raises NotFoundError, AmbiguousError, and ConflictError for an innovation of another lab.
    """
    lab = lab_of(session, slug)
    region = streams.region_code(lab)
    name_at = _names(session, streams.region_of(lab))
    detail = lab_detail(session, slug)
    begun = [one.begun for one in detail.stages if one.begun]
    ended = [one.ended for one in detail.stages if one.ended]
    taking_part = _units(session, lab)
    return LabRecord(
        position=session.position,
        as_of=session.as_of,
        region=region_name(session.connection, region) or region,
        lab=detail,
        begun=min(begun, key=lambda day: dates.span(day).start, default=None),
        ended=max(ended, key=lambda day: dates.span(day).end, default=None),
        funnel=funnel(session, slug),
        units=taking_part,
        unit_counts=_unit_counts(session, lab, taking_part),
        launch_days=_launch_days(session, lab),
        innovations=_innovations(session, lab, name_at, _wanted(session, lab, slug, codes)),
        commitments=[
            _agreement(session, row, name_at)
            for row in session.connection.execute(
                select(agreements)
                .where(agreements.c.lab == lab, agreements.c.kind == "commitment")
                .order_by(agreements.c.stream)
            ).mappings()
        ],
        course=_course(session, lab),
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


def _of_lab(lab: str) -> tuple[ColumnElement[bool], ...]:
    return innovations.c.stands, or_(innovations.c.lab == lab, innovations.c.launch_lab == lab)


def _wanted(session: ReadSession, lab: str, slug: str, codes: Iterable[str]) -> set[str]:
    """The streams of the innovations that were named. Raises ConflictError for one of another lab."""
    wanted = set()
    query = select(innovations.c.stream).where(*_of_lab(lab))
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


def _names(session: ReadSession, region: str) -> NameAt:
    """How the units of a region were called at any time."""
    borne: dict[str, list[tuple[str, str | None]]] = {}
    query = select(names.c.stream, names.c.name, names.c.since).where(names.c.stream.like(f"{region}/%"))
    for stream, name, since in session.connection.execute(query.order_by(names.c.stream, names.c.place)):
        borne.setdefault(stream, []).append((name, since))

    def name_at(unit: str | None, day: str | None) -> str | None:
        found = None
        for name, since in borne.get(unit or "", []):
            found = found if dates.certainly_before(day, since) else name
        return found

    return name_at


def _units(session: ReadSession, lab: str) -> list[LabUnit]:
    """The participants by kind and name."""
    query = (
        select(units.c.stream, units.c.name, units.c.kind)
        .select_from(participants)
        .join(units, units.c.stream == participants.c.unit)
        .where(participants.c.stream == lab)
    )
    found = [LabUnit(stream=row[0], name=row[1], kind=row[2]) for row in session.connection.execute(query)]
    return sorted(found, key=lambda one: (terms.UNIT_KINDS.index(one.kind), one.name, one.stream))


def _unit_counts(session: ReadSession, lab: str, taking_part: list[LabUnit]) -> list[UnitCount]:
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
    known = [LabUnit(stream=row[0], name=row[1], kind=row[2]) for row in session.connection.execute(query)]
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


def _innovations(session: ReadSession, lab: str, name_at: NameAt, wanted: set[str]) -> list[LabInnovation]:
    """Those of the lab by kind of unit, unit and code."""
    kind_query = select(units.c.stream, units.c.kind).where(units.c.region == streams.region_of(lab))
    kinds: dict[str, str] = {row[0]: row[1] for row in session.connection.execute(kind_query)}
    query = select(innovations).where(*_of_lab(lab)).order_by(innovations.c.stream)
    signed = _covering(session, lab, name_at)
    found = [
        _innovation(session, row, name_at, kinds.get(row["unit"]), signed.get(row["stream"], []))
        for row in session.connection.execute(query).mappings().all()
        if not wanted or row["stream"] in wanted
    ]
    places = {kind: at for at, kind in enumerate(terms.UNIT_KINDS)}
    return sorted(
        found, key=lambda one: (places.get(one.unit_kind or "", len(places)), one.unit or "", one.stream)
    )


def _innovation(
    session: ReadSession,
    row: RowMapping,
    name_at: NameAt,
    kind: str | None,
    signed: list[SignedAgreement],
) -> LabInnovation:
    own = SourcedStream(session, row["stream"])
    plans: dict[int, dict[int, DatedStep]] = {}
    for fact in own.of(plan_events.PlanStepSet):
        plans.setdefault(fact.body.plan, {})[fact.body.number] = _step(fact.body)
    return LabInnovation(
        stream=row["stream"],
        code=row["code"],
        title=row["title"],
        acronym=row["acronym"],
        unit_stream=row["unit"],
        unit=name_at(row["unit"], row["launched_on"] or row["designed_on"]),
        unit_kind=kind,
        illustrative=row["illustrative"],
        launched=row["launched"],
        launched_on=row["launched_on"],
        plans={version: [steps[at] for at in sorted(steps)] for version, steps in sorted(plans.items())},
        targets=_targets(own),
        agreements=signed,
    )


def _step(body: plan_events.PlanStepSet) -> DatedStep:
    return DatedStep(months=_months(body), **step_values(body))


def _months(body: plan_events.PlanStepSet) -> tuple[int, int] | None:
    begun, ended = dates.maybe(body.begins or body.ends), dates.maybe(body.ends or body.begins)
    if begun is None or ended is None:
        return None
    first, last = date.fromordinal(begun.start), date.fromordinal(max(begun.start, ended.end))
    return first.year * 12 + first.month - 1, last.year * 12 + last.month - 1


def _targets(own: SourcedStream) -> list[Target]:
    """Each indicator once, as it was measured last."""
    found: dict[tuple[str, str], Target] = {}
    for fact in own.of(events.Measured):
        body = fact.body
        found[body.indicator, body.unit_of_measure] = Target(
            indicator=body.indicator,
            unit=body.unit_of_measure,
            before=body.before,
            after=body.after,
            after_on=fact.occurred,
        )
    return list(found.values())


def _covering(session: ReadSession, lab: str, name_at: NameAt) -> dict[str, list[SignedAgreement]]:
    """The performance agreements of each innovation of a lab, the latest last."""
    query = (
        select(agreements, covered.c.innovation)
        .join(covered, covered.c.stream == agreements.c.stream)
        .join(innovations, innovations.c.stream == covered.c.innovation)
        .where(agreements.c.kind == "performance", *_of_lab(lab))
        .order_by(agreements.c.occurred.nulls_first(), agreements.c.stream, covered.c.innovation)
    )
    made: dict[str, SignedAgreement] = {}
    found: dict[str, list[SignedAgreement]] = {}
    for row in session.connection.execute(query).mappings().all():
        agreement = made.get(row["stream"]) or _agreement(session, row, name_at)
        made[row["stream"]] = agreement
        found.setdefault(row["innovation"], []).append(agreement)
    return found


def _agreement(session: ReadSession, row: RowMapping, name_at: NameAt) -> SignedAgreement:
    listed = (
        select(innovations.c.title, innovations.c.acronym, innovations.c.unit)
        .join(covered, covered.c.innovation == innovations.c.stream)
        .where(covered.c.stream == row["stream"], innovations.c.stands)
        .order_by(innovations.c.stream)
    )
    return SignedAgreement(
        innovations=[
            CoveredInnovation(title=one[0], acronym=one[1], unit=name_at(one[2], row["occurred"]))
            for one in session.connection.execute(listed)
        ],
        signers=[
            Signer(
                role=one["role"],
                post=one["post"],
                unit=name_at(one["unit"], row["occurred"]) or one["institution"],
                capacity=one["capacity"],
                representing=one["representing"],
            )
            for one in signature_rows(session, row["stream"], row["occurred"])
        ],
        **{name: row[name] for name in ("kind", "title", "number", "place", "occurred", "plan")},
        illustrative=row["illustrative"],
    )


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
