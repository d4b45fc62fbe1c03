"""The innovations of a lab as its documents print them: plans, progress, measurements, agreements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import structs
from sqlalchemy import RowMapping, select

from domain import dates, recognition, streams, terms
from domain import plan as plan_events
from domain.profile import Measured
from projections.queries.lab_agreements import agreements_by_innovation
from projections.queries.lab_members import NameAt, of_lab
from projections.queries.lab_record import DatedStep, LabInnovation, Look, Milestone, SignedAgreement, Target
from projections.queries.plan_steps import step_values
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.units import units


def lab_innovations(session: ReadSession, lab: str, name_at: NameAt, wanted: set[str]) -> list[LabInnovation]:
    """Those of the lab by kind of unit, unit and code."""
    kind_query = select(units.c.stream, units.c.kind).where(units.c.region == streams.region_of(lab))
    kinds: dict[str, str] = {row[0]: row[1] for row in session.connection.execute(kind_query)}
    query = select(innovations).where(*of_lab(lab)).order_by(innovations.c.stream)
    signed = agreements_by_innovation(session, lab, name_at)
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
        progress=list(_progress(own)),
        determined={fact.body.document: fact.body.row for fact in own.of(recognition.Determined)},
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


def _progress(own: SourcedStream) -> Iterator[Milestone | Look]:
    for fact in own.facts:
        match fact.body:
            case plan_events.MilestoneReported() as body:
                yield Milestone(occurred=fact.occurred, **structs.asdict(body))
            case plan_events.Monitored() as body:
                yield Look(occurred=fact.occurred, **structs.asdict(body))


def _targets(own: SourcedStream) -> list[Target]:
    """Each indicator once, as it was measured last."""
    found: dict[tuple[str, str], Target] = {}
    for fact in own.of(Measured):
        body = fact.body
        found[body.indicator, body.unit_of_measure] = Target(
            indicator=body.indicator,
            unit=body.unit_of_measure,
            before=body.before,
            after=body.after,
            after_on=fact.occurred,
        )
    return list(found.values())
