"""All that is recorded of one innovation, with its provenance, folded when it is asked for."""

from __future__ import annotations

from sqlalchemy import RowMapping, Table, select

from domain import dates, kinds, recognition, running, support
from domain import idea as idea_events
from domain import innovation as events
from domain import plan as plan_events
from domain.base import AnySourcedFact, Body, SourcedFact
from domain.delivery import Displayed, Implemented, Launched, Trialled
from domain.design import InnovationDesigned
from domain.evidence import EvidenceAttached, EvidenceSuperseded
from domain.fields import described
from domain.innovation_summary import Summary, summarise
from domain.profile import Measured, Noted, ProfileWritten
from domain.streams import code, region_code
from jejak_i18n import labels, sentence
from ledger.workspace.workspace import zone_of
from projections.queries import lineage
from projections.queries.detail_types import (
    Act,
    Agreement,
    Evidence,
    FieldValue,
    IdeaBehind,
    InnovationDetail,
    Lab,
    Measurement,
    Monitoring,
    Note,
    OtherInnovation,
    PlanStep,
    Region,
    SourcedValue,
    Trial,
)
from projections.queries.entries import entries_of
from projections.queries.plan_steps import step_values
from projections.queries.signatures import signatures_of
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from projections.views.agreements import agreements
from projections.views.catalogue import innovations
from projections.views.documents import documents
from projections.views.labs import labs
from projections.views.regions import region_name
from projections.views.units import names, units

LISTS = {name: field.terms for name, field in described(ProfileWritten).items() if field.terms}
"""Fields of the profile that hold codes of a closed list."""
PERSONS = [name for name, field in described(ProfileWritten).items() if field.ref == "person"]
"""Fields of the profile that name persons: told by their posts."""
DATED: dict[type[Body], str] = {
    Trialled: "trialled",
    Implemented: "implemented",
    Launched: "launched",
}
"""Events whose last date is a field of the innovation, by their names in its summary."""
COURSE = {
    *(set(plan_events.EVENTS) - {plan_events.PlanStepSet}),
    *running.EVENTS,
    *recognition.EVENTS,
    *support.EVENTS,
    Displayed,
    events.AwardReceived,
}
"""Events that the page tells by their sentences."""
IDEAS = (idea_events.IdeaProposed, idea_events.IdeaMadeByMerge, idea_events.IdeaMadeBySplit)
"""The events that found an idea."""


def innovation_detail(session: ReadSession, stream: str) -> InnovationDetail:
    """An innovation at the views' position and day.

    Codes of closed lists are given as the Indonesian labels that documents print.
    """
    own = SourcedStream(session, stream)
    summary = summarise(own.facts[0], own.facts)
    founding = own.of(InnovationDesigned)[0].body
    plan = [_step(own, fact) for fact in own.of(plan_events.PlanStepSet)]
    covered = [_agreement(session, own, fact) for fact in own.of(events.AgreementCovered)]
    return InnovationDetail(
        code=code(stream),
        stream=stream,
        illustrative=founding.illustrative,
        position=session.position,
        spoken_day=session.spoken_day,
        known_at=session.known_at,
        as_of=session.as_of,
        time_zone=str(zone_of(stream)),
        region=_region(session, stream),
        lab=_lab(session, founding.lab),
        fields=_fields(session, own, summary),
        persons=_persons(own),
        former_titles=_former(own, summary),
        legal_base=_legal_base(session, own),
        measurements=[_measurement(own, fact) for fact in own.of(Measured)],
        evidence=_all_evidence(own),
        plan=sorted(plan, key=lambda step: (step.version, step.number)),
        monitoring=[_monitoring(own, fact) for fact in own.of(plan_events.Monitored)],
        trials=[_trial(own, fact) for fact in own.of(Trialled)],
        course=_course(session, own),
        status=_status(own),
        notes=[_note(own, fact) for fact in own.of(Noted)],
        agreements=covered,
        ideas=[_idea(session, one) for one in lineage.ancestors(session, stream)],
        missing_records=_missing_records(session, founding, plan, covered),
        merged_into=next(
            iter(_others(session, [fact.body.into for fact in own.of(running.MergedInto)])), None
        ),
        carries_on=_others(session, [one for fact in own.of(running.TookIn) for one in fact.body.absorbed]),
        holders=_holders(own),
        entries=entries_of(session, innovation=stream),
    )


def _region(session: ReadSession, stream: str) -> Region:
    region = region_code(stream)
    return Region(code=region, name=region_name(session.connection, region) or region)


def _row(session: ReadSession, view: Table, stream: str) -> RowMapping | None:
    query = select(view).where(view.c.stream == stream)
    return session.connection.execute(query).mappings().one_or_none()


def _lab(session: ReadSession, lab: str | None) -> Lab | None:
    row = _row(session, labs, lab) if lab else None
    return Lab(**{name: row[name] for name in Lab.__struct_fields__}) if row else None


def _fields(
    session: ReadSession, own: SourcedStream, summary: Summary[AnySourcedFact]
) -> dict[str, SourcedValue]:
    """The last word on each field, in the order in which they were first spoken of."""
    founding = summary.founding
    found = {
        "title": own.value(summary.title, summary.titled, "title"),
        "acronym": own.value(summary.acronym, summary.abbreviated, "acronym"),
        **_unit(session, own, founding, founding.body.unit),
        "designed_on": own.value(founding.occurred, founding, "occurred"),
    }
    for fact in own.facts:
        if isinstance(fact.body, ProfileWritten):
            found |= _profile(own, fact, fact.body)
        elif isinstance(fact.body, support.Developed) and fact.occurred:
            found["developed_on"] = own.value(fact.occurred, fact, "occurred")
        elif dated := DATED.get(type(fact.body)):
            last = getattr(summary, dated)
            found[f"{dated}_on"] = own.value(last.occurred, last, "occurred")
        elif isinstance(fact.body, support.Developed):
            found["developed_on"] = own.value(fact.occurred, fact, "occurred")
    found["stage"] = _stage(own, summary)
    return found


def _profile(own: SourcedStream, fact: SourcedFact[Body], body: ProfileWritten) -> dict[str, SourcedValue]:
    return {
        name: own.value(_told(own, name, value), fact, name)
        for name in body.__struct_fields__
        if (value := getattr(body, name)) is not None and value != []
    }


def _told(own: SourcedStream, name: str, value: FieldValue) -> FieldValue:
    """A value as documents print it: codes by their labels, persons by their posts."""
    if name in LISTS:
        return labels.label_of(LISTS[name], str(value))
    if name not in PERSONS:
        return value
    return [own.post(str(one)) or "" for one in value] if isinstance(value, list) else own.post(str(value))


def _persons(own: SourcedStream) -> dict[str, list[str]]:
    """The persons whom the last word on each field names, by their streams."""
    found: dict[str, list[str]] = {}
    for fact in own.of(ProfileWritten):
        for name in PERSONS:
            said = getattr(fact.body, name)
            if said:
                found[name] = [said] if isinstance(said, str) else list(said)
    return found


def _holders(own: SourcedStream) -> list[str]:
    """The posts of those who hold it, as decisions see it."""
    state = None
    for fact in own.facts:
        state = kinds.evolve("innovation", state, fact)
    return [own.post(person) or code(person) for person in sorted(state.holders if state else ())]


def _others(session: ReadSession, streams: list[str]) -> list[OtherInnovation]:
    """Other innovations in the order in which they are named."""
    if not streams:
        return []
    query = select(innovations.c.stream, innovations.c.code, innovations.c.title, innovations.c.acronym)
    rows = session.connection.execute(query.where(innovations.c.stream.in_(streams)))
    found = {row[0]: OtherInnovation(code=row[1], title=row[2], acronym=row[3]) for row in rows}
    return [found[one] for one in dict.fromkeys(streams) if one in found]


def _unit(
    session: ReadSession, own: SourcedStream, fact: SourcedFact[Body], unit: str
) -> dict[str, SourcedValue]:
    """The unit by the name that it bore when the innovation was designed."""
    kind = session.connection.execute(select(units.c.kind).where(units.c.stream == unit)).scalar()
    query = select(names.c.name, names.c.since).where(names.c.stream == unit).order_by(names.c.place)
    name = unit
    for borne, since in session.connection.execute(query):
        if not dates.certainly_before(fact.occurred, since):
            name = borne
    return {"unit": own.value(name, fact, "unit"), "unit_kind": own.value(kind, fact, "unit")}


def _stage(own: SourcedStream, summary: Summary[AnySourcedFact]) -> SourcedValue:
    """Tahapan: penerapan when implemented, uji coba when tried, else inisiatif."""
    if summary.implemented:
        return own.value("implemented", summary.implemented, "occurred")
    if summary.trialled:
        return own.value("trial", summary.trialled, "occurred")
    return own.value("initiative", own.facts[0], "occurred")


def _former(own: SourcedStream, summary: Summary[AnySourcedFact]) -> list[SourcedValue]:
    return [own.value(title, fact, "title") for fact, title in summary.titles()[:-1]]


def _legal_base(session: ReadSession, own: SourcedStream) -> SourcedValue | None:
    """The document that the last implementation with a legal base names."""
    for fact in reversed(own.of(Implemented)):
        row = _row(session, documents, fact.body.legal_base) if fact.body.legal_base else None
        if row:
            name = labels.label_of("document", row["kind"])
            parts = (name, row["number"], row["subject"] and f"tentang {row['subject']}")
            return own.value(" ".join(part for part in parts if part), fact, "legal_base")
    return None


def _measurement(own: SourcedStream, fact: SourcedFact[Measured]) -> Measurement:
    body = fact.body
    return Measurement(
        indicator=body.indicator,
        unit=body.unit_of_measure,
        before=body.before,
        before_on=body.before_on,
        after=body.after,
        after_on=fact.occurred,
        method=body.method,
        source=body.origin,
        sources=own.sources(fact),
    )


def _all_evidence(own: SourcedStream) -> list[Evidence]:
    gone = {fact.body.old for fact in own.of(EvidenceSuperseded)}
    attached = own.of(EvidenceAttached)
    return [_evidence(own, fact, superseded=fact.version in gone) for fact in attached]


def _evidence(own: SourcedStream, fact: SourcedFact[EvidenceAttached], *, superseded: bool) -> Evidence:
    body, given = fact.body, fact.body.given
    return Evidence(
        kind=body.kind,
        number=body.number,
        subject=body.subject,
        iga=body.iga,
        kipp=body.kipp,
        file=body.file,
        name=given.name if given else None,
        media_type=given.media_type if given else None,
        size=given.size if given else None,
        link=body.link,
        page=body.page,
        personal_data=body.personal_data,
        date=fact.occurred,
        sources=own.sources(fact),
        superseded=superseded,
    )


def _step(own: SourcedStream, fact: SourcedFact[plan_events.PlanStepSet]) -> PlanStep:
    return PlanStep(version=fact.body.plan, sources=own.sources(fact), **step_values(fact.body))


def _monitoring(own: SourcedStream, fact: SourcedFact[plan_events.Monitored]) -> Monitoring:
    body = fact.body
    return Monitoring(
        mode=body.mode,
        monitor=body.monitor,
        finding=body.finding,
        follow_up=body.follow_up,
        occurred=fact.occurred,
        sources=own.sources(fact),
        checked=body.checked,
        cause=body.cause,
    )


def _course(session: ReadSession, own: SourcedStream) -> list[Act]:
    names = StreamNames(session)
    return [
        Act(
            type=fact.body.TYPE,
            sentence=sentence(describe(fact, own.stream, names), "id"),
            occurred=fact.occurred,
            sources=own.sources(fact),
        )
        for fact in own.facts
        if type(fact.body) in COURSE
    ]


def _status(own: SourcedStream) -> SourcedValue | None:
    """How it runs: the last word of those who saw it, or decided."""
    said = None
    for fact in own.facts:
        match fact.body:
            case running.StatusReported(status=seen):
                said = own.value(seen, fact, "status")
            case running.Stopped():
                said = own.value("stopped", fact, "reason")
            case running.Resumed():
                said = own.value("running", fact, "reason")
    return said


def _trial(own: SourcedStream, fact: SourcedFact[Trialled]) -> Trial:
    body = fact.body
    return Trial(place=body.place, result=body.result, occurred=fact.occurred, sources=own.sources(fact))


def _note(own: SourcedStream, fact: SourcedFact[Noted]) -> Note:
    body = fact.body
    return Note(
        heading=body.heading, remark=body.remark, occurred=fact.occurred, sources=own.sources(fact, "remark")
    )


def _agreement(
    session: ReadSession, own: SourcedStream, fact: SourcedFact[events.AgreementCovered]
) -> Agreement:
    stream = fact.body.agreement
    row = session.connection.execute(select(agreements).where(agreements.c.stream == stream)).mappings().one()
    return Agreement(
        kind=row["kind"],
        number=row["number"],
        title=row["title"],
        occurred=row["occurred"],
        medium=row["medium"],
        signatures=signatures_of(session, stream, row["occurred"]),
        sources=own.sources(fact),
        amendments=row["amendments"],
        amended_on=row["amended_on"],
        ended=row["ended"],
        ended_on=row["ended_on"],
    )


def _idea(session: ReadSession, stream: str) -> IdeaBehind:
    own = SourcedStream(session, stream)
    founding = own.facts[0]
    assert isinstance(founding.body, IDEAS)
    query = select(units.c.stream, units.c.short).where(units.c.stream.in_(founding.body.units))
    short = {row[0]: row[1] for row in session.connection.execute(query)}
    return IdeaBehind(
        code=code(stream),
        title=founding.body.title,
        units=[short.get(one, one) for one in founding.body.units],
        sources=own.sources(founding, "title"),
    )


def _missing_records(
    session: ReadSession,
    founding: InnovationDesigned,
    plan: list[PlanStep],
    covered: list[Agreement],
) -> list[str]:
    """Steps of the lab's process without a record: what a reconstructed lab lets pass and shows here."""
    if founding.lab is None:
        return []
    missing = ["approval"] if founding.idea and not _approved(session, founding.idea) else []
    return missing + ([] if plan else ["plan"]) + ([] if covered else ["agreement"])


def _approved(session: ReadSession, idea: str) -> bool:
    streams = [idea, *lineage.ancestors(session, idea)]
    return any(SourcedStream(session, stream).of(idea_events.IdeaApproved) for stream in streams)
