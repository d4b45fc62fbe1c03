"""Every event type as a sentence."""

from __future__ import annotations

from domain import (
    agreement,
    award,
    document,
    forgetting,
    idea,
    idea_review,
    innovation,
    person,
    plan,
    region,
    unit,
)
from domain.base import Body, Reason, SourcedFact, reason
from domain.delivery import Displayed, Implemented, Launched, Trialled
from domain.design import InnovationDesigned, InnovationRenamed
from domain.evidence import EvidenceAttached
from domain.profile import Measured, Noted, ProfileWritten
from jejak_i18n import formatting, labels
from projections.timeline import (  # noqa: F401 - they register their sentences
    competition_event_text,
    course_event_text,
    lab_event_text,
)
from projections.timeline.stream_names import StreamNames
from projections.timeline.text_registry import EVENT_TEXT, clause, signature_text, text_of


def describe(fact: SourcedFact[Body], stream: str, names: StreamNames) -> Reason:
    """What a fact says, as a sentence with its values."""
    return EVENT_TEXT[type(fact.body)](fact.body, stream, names.on(fact.occurred))


@text_of(idea.IdeaProposed)
def _proposed(body: idea.IdeaProposed, stream: str, names: StreamNames) -> Reason:
    return reason(
        'Proposed as idea {code} "{title}" by {units}.',
        code=names.of(stream),
        title=body.title,
        units=names.all(body.units),
    )


@text_of(idea.IdeaMadeByMerge)
def _made(body: idea.IdeaMadeByMerge, stream: str, names: StreamNames) -> Reason:
    return reason(
        'Ideas {sources} merged into {code} "{title}", {reason}. All proposers stay credited: {units}.',
        sources=names.all(body.sources),
        code=names.of(stream),
        title=body.title,
        reason=clause(body.reason),
        units=names.all(body.units),
    )


@text_of(idea.IdeaMadeBySplit)
def _part(body: idea.IdeaMadeBySplit, stream: str, names: StreamNames) -> Reason:
    return reason(
        'Idea {source} split; part {place} is {code} "{title}".',
        source=names.of(body.source),
        place=body.place,
        code=names.of(stream),
        title=body.title,
    )


@text_of(idea.IdeaSplit)
def _split(body: idea.IdeaSplit, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Idea {code} split into {into}: {reason}.",
        code=names.of(stream),
        into=names.all(body.into),
        reason=clause(body.reason),
    )


@text_of(idea.IdeaMerged)
def _merged(body: idea.IdeaMerged, stream: str, names: StreamNames) -> Reason:
    return reason("Idea {code} merged into {into}.", code=names.of(stream), into=names.of(body.into))


def _ended(
    text: Reason, body: idea.IdeaWithdrawn | idea.IdeaNotContinued, stream: str, names: StreamNames
) -> Reason:
    why = ": ".join(part for part in (labels.label_of("end_reason", body.code), clause(body.reason)) if part)
    return Reason(text.text, {"code": names.of(stream), "reason": why})


@text_of(idea.IdeaWithdrawn)
def _withdrawn(body: idea.IdeaWithdrawn, stream: str, names: StreamNames) -> Reason:
    return _ended(reason("Idea {code} withdrawn ({reason})."), body, stream, names)


@text_of(idea.IdeaNotContinued)
def _left_out(body: idea.IdeaNotContinued, stream: str, names: StreamNames) -> Reason:
    return _ended(reason("Idea {code} not continued ({reason})."), body, stream, names)


@text_of(idea.IdeaApproved)
def _approved(body: idea.IdeaApproved, stream: str, names: StreamNames) -> Reason:
    return reason("Idea {code} approved by {by}.", code=names.of(stream), by=body.approved_by)


@text_of(idea.IdeaTakenIntoDesign)
def _taken(body: idea.IdeaTakenIntoDesign, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Idea {code} taken into design as innovation {innovation}.",
        code=names.of(stream),
        innovation=names.of(body.innovation),
    )


@text_of(idea_review.IdeaAnswered)
def _answered(body: idea_review.IdeaAnswered, stream: str, names: StreamNames) -> Reason:
    said = "; ".join(
        part
        for part in (
            labels.label_of("idea_field", body.field),
            labels.label_of("answer", body.decision),
            clause(body.comment),
        )
        if part
    )
    return reason(
        "Idea {code} answered by {by}: {said}.", code=names.of(stream), by=body.answered_by, said=said
    )


@text_of(idea_review.IdeaRevised)
def _revised(body: idea_review.IdeaRevised, stream: str, names: StreamNames) -> Reason:
    told = "; ".join(
        labels.label_for_terminal("field", name)
        for name in body.__struct_fields__
        if name != "reason" and getattr(body, name)
    )
    return reason(
        "Idea {code} revised ({fields}): {reason}.",
        code=names.of(stream),
        fields=told or "–",
        reason=clause(body.reason),
    )


@text_of(idea_review.IdeaCoached)
def _coached(body: idea_review.IdeaCoached, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Idea {code} coached by {by}: {notes}.",
        code=names.of(stream),
        by=body.coach,
        notes=clause(body.notes),
    )


@text_of(InnovationDesigned)
def _designed(body: InnovationDesigned, stream: str, names: StreamNames) -> Reason:
    acronym = f"{body.acronym}: " if body.acronym else ""
    return reason(
        'Designed as innovation {code} "{title}" by {unit}.',
        code=names.of(stream),
        title=acronym + body.title,
        unit=names.of(body.unit),
    )


@text_of(InnovationRenamed)
def _renamed(body: InnovationRenamed, stream: str, names: StreamNames) -> Reason:
    return reason('Renamed to "{title}": {reason}.', title=body.title, reason=clause(body.reason))


@text_of(ProfileWritten)
def _profile(body: ProfileWritten, stream: str, names: StreamNames) -> Reason:
    filled = [name for name in body.__struct_fields__ if getattr(body, name)]
    return reason("Profile written: {count} fields.", count=len(filled))


@text_of(plan.PlanStepSet)
def _step(body: plan.PlanStepSet, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Action plan {plan}, step {number}: {activity}.",
        plan=body.plan,
        number=body.number,
        activity=body.activity,
    )


@text_of(Trialled)
def _trialled(body: Trialled, stream: str, names: StreamNames) -> Reason:
    if body.place:
        return reason("Tried out at {place}.", place=body.place)
    return reason("Tried out.")


@text_of(Implemented)
def _implemented(body: Implemented, stream: str, names: StreamNames) -> Reason:
    if body.legal_base:
        return reason("Implemented, on the base of {document}.", document=names.of(body.legal_base))
    return reason("Implemented.")


@text_of(plan.Monitored)
def _monitored(body: plan.Monitored, stream: str, names: StreamNames) -> Reason:
    if body.monitor:
        return reason("Monitored by {by}: {finding}", by=body.monitor, finding=body.finding)
    return reason("Monitored: {finding}", finding=body.finding)


@text_of(Noted)
def _noted(body: Noted, stream: str, names: StreamNames) -> Reason:
    return reason("Noted, {heading}: {remark}", heading=body.heading, remark=body.remark)


@text_of(Measured)
def _measured(body: Measured, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Measured: {indicator}, {before} before and {after} after ({unit}).",
        indicator=body.indicator,
        before=formatting.figure(body.before),
        after=formatting.figure(body.after),
        unit=body.unit_of_measure,
    )


@text_of(Launched)
def _launched(body: Launched, stream: str, names: StreamNames) -> Reason:
    others = names.launched_together(stream)
    if not body.ceremony:
        return reason("Launched.")
    where = names.ceremony(body.lab, body.ceremony)
    if others:
        return reason("Launched at {where}, with {others} other innovations.", where=where, others=others)
    return reason("Launched at {where}.", where=where)


@text_of(Displayed)
def _displayed(body: Displayed, stream: str, names: StreamNames) -> Reason:
    where = names.ceremony(body.lab, body.ceremony)
    return reason("Displayed at {where}.", where=where) if where else reason("Displayed.")


@text_of(innovation.AgreementCovered)
def _covered(body: innovation.AgreementCovered, stream: str, names: StreamNames) -> Reason:
    return reason("Covered by an agreement that was signed: {title}.", title=names.of(body.agreement))


@text_of(innovation.AwardReceived)
def _awarded(body: innovation.AwardReceived, stream: str, names: StreamNames) -> Reason:
    return reason("Received an award: {award}.", award=names.award(body.award))


@text_of(EvidenceAttached)
def _evidence(body: EvidenceAttached, stream: str, names: StreamNames) -> Reason:
    kind = labels.label_of("evidence", body.kind)
    number = f" {body.number}" if body.number else ""
    if not body.subject:
        name = body.given.name if body.given else "–"
        return reason("Evidence attached: {kind}{number}, file {name}.", kind=kind, number=number, name=name)
    return reason(
        "Evidence attached: {kind}{number}, {subject}.", kind=kind, number=number, subject=body.subject
    )


@text_of(agreement.AgreementSigned)
def _agreement(body: agreement.AgreementSigned, stream: str, names: StreamNames) -> Reason:
    return reason('Agreement "{title}" signed.', title=body.title)


@text_of(agreement.SignatureRecorded)
def _signature(body: agreement.SignatureRecorded, stream: str, names: StreamNames) -> Reason:
    return signature_text(body, names)


@text_of(agreement.AgreementAmended)
def _amended(body: agreement.AgreementAmended, stream: str, names: StreamNames) -> Reason:
    return reason("Agreement amended: {reason}.", reason=clause(body.reason))


@text_of(agreement.AgreementEnded)
def _agreement_ended(body: agreement.AgreementEnded, stream: str, names: StreamNames) -> Reason:
    return reason("Agreement ended: {reason}.", reason=clause(body.reason))


@text_of(region.RegionRegistered)
def _region(body: region.RegionRegistered, stream: str, names: StreamNames) -> Reason:
    return reason("Region {code} {name} registered.", code=body.code, name=body.name)


@text_of(region.MissionRecorded)
def _mission(body: region.MissionRecorded, stream: str, names: StreamNames) -> Reason:
    return reason("Mission {number} of {plan} recorded.", number=body.number, plan=body.plan)


@text_of(region.FigurePublished)
def _figure(body: region.FigurePublished, stream: str, names: StreamNames) -> Reason:
    return reason("Figure {value} published by {publisher}.", value=body.value, publisher=body.publisher)


@text_of(unit.UnitRegistered)
def _unit(body: unit.UnitRegistered, stream: str, names: StreamNames) -> Reason:
    return reason("Unit {name} registered.", name=body.name)


@text_of(unit.UnitRenamed)
def _unit_renamed(body: unit.UnitRenamed, stream: str, names: StreamNames) -> Reason:
    return reason("Unit renamed to {name}.", name=body.name)


@text_of(unit.UnitMerged)
def _unit_merged(body: unit.UnitMerged, stream: str, names: StreamNames) -> Reason:
    return reason("Unit merged into {into}.", into=names.of(body.into))


@text_of(unit.UnitSucceeded)
def _unit_succeeded(body: unit.UnitSucceeded, stream: str, names: StreamNames) -> Reason:
    return reason("Took over the work of {unit}.", unit=names.of(body.predecessor))


@text_of(unit.UnitClosed)
def _unit_closed(body: unit.UnitClosed, stream: str, names: StreamNames) -> Reason:
    return reason("Unit closed.")


@text_of(award.AwardGiven)
def _award(body: award.AwardGiven, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Award given: {title}.", title=" ".join(filter(None, (body.title, body.tier, body.edition)))
    )


@text_of(person.PersonRegistered)
def _person(body: person.PersonRegistered, stream: str, names: StreamNames) -> Reason:
    return reason("Person registered by post: {post}.", post=body.post)


@text_of(document.DocumentRegistered)
def _document(body: document.DocumentRegistered, stream: str, names: StreamNames) -> Reason:
    return reason("Document registered: {subject}.", subject=body.subject)


@text_of(person.PostChanged)
def _post(body: person.PostChanged, stream: str, names: StreamNames) -> Reason:
    return reason("Took another post: {post}.", post=body.post)


@text_of(person.PersonLeft)
def _left(body: person.PersonLeft, stream: str, names: StreamNames) -> Reason:
    return reason("Left the service ({cause}).", cause=labels.label_of("handover_reason", body.left_because))


@text_of(document.PartyRecorded)
def _party(body: document.PartyRecorded, stream: str, names: StreamNames) -> Reason:
    return signature_text(body, names)


@text_of(forgetting.ForgetRequested)
def _forget_requested(body: forgetting.ForgetRequested, stream: str, names: StreamNames) -> Reason:
    return reason(
        "{person} asked that this person's data be destroyed: {basis}; retention: {retention};"
        " official record: {record}.",
        person=names.of(body.requested_by),
        basis=clause(body.ground),
        retention=clause(body.retention),
        record=clause(body.record),
    )


@text_of(forgetting.ForgetConfirmed)
def _forget_confirmed(body: forgetting.ForgetConfirmed, stream: str, names: StreamNames) -> Reason:
    return reason(
        "{person} confirmed that this person's data be destroyed.", person=names.of(body.confirmed_by)
    )


@text_of(forgetting.PersonForgotten)
def _forgotten(body: forgetting.PersonForgotten, stream: str, names: StreamNames) -> Reason:
    return reason("Personal data destroyed, {count} profiles.", count=len(body.profiles))
