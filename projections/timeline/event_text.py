"""Every event type as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import agreement, award, document, idea, innovation, lab, person, region, unit, workshop
from domain.base import Body, Reason, SourcedFact, reason
from jejak_i18n import formatting, labels
from projections.timeline import competition_event_text
from projections.timeline.stream_names import StreamNames

EventText = Callable[[Any, str, StreamNames], Reason]


def describe(fact: SourcedFact[Any], stream: str, names: StreamNames) -> Reason:
    """What a fact says, as a sentence with its values."""
    return EVENT_TEXT[type(fact.body)](fact.body, stream, names)


def _clause(text: str | None) -> str:
    """A written reason without its full stop, to stand inside a sentence."""
    return (text or "").strip().rstrip(".")


def _proposed(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        'Proposed as idea {code} "{title}" by {units}.',
        code=names.of(stream),
        title=body.title,
        units=names.all(body.units),
    )


def _made(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        'Ideas {sources} merged into {code} "{title}", {reason}. All proposers stay credited: {units}.',
        sources=names.all(body.sources),
        code=names.of(stream),
        title=body.title,
        reason=_clause(body.reason),
        units=names.all(body.units),
    )


def _part(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        'Idea {source} split; part {place} is {code} "{title}".',
        source=names.of(body.source),
        place=body.place,
        code=names.of(stream),
        title=body.title,
    )


def _split(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Idea {code} split into {into}: {reason}.",
        code=names.of(stream),
        into=names.all(body.into),
        reason=_clause(body.reason),
    )


def _merged(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Idea {code} merged into {into}.", code=names.of(stream), into=names.of(body.into))


def _ended(text: Reason, body: Any, stream: str, names: StreamNames) -> Reason:
    why = ": ".join(part for part in (labels.label_of("end_reason", body.code), _clause(body.reason)) if part)
    return Reason(text.text, {"code": names.of(stream), "reason": why})


def _withdrawn(body: Any, stream: str, names: StreamNames) -> Reason:
    return _ended(reason("Idea {code} withdrawn ({reason})."), body, stream, names)


def _left_out(body: Any, stream: str, names: StreamNames) -> Reason:
    return _ended(reason("Idea {code} not continued ({reason})."), body, stream, names)


def _approved(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Idea {code} approved by {by}.", code=names.of(stream), by=body.approved_by)


def _taken(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Idea {code} taken into design as innovation {innovation}.",
        code=names.of(stream),
        innovation=names.of(body.innovation),
    )


def _designed(body: Any, stream: str, names: StreamNames) -> Reason:
    acronym = f"{body.acronym}: " if body.acronym else ""
    return reason(
        'Designed as innovation {code} "{title}" by {unit}.',
        code=names.of(stream),
        title=acronym + body.title,
        unit=names.of(body.unit),
    )


def _renamed(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason('Renamed to "{title}": {reason}.', title=body.title, reason=_clause(body.reason))


def _profile(body: Any, stream: str, names: StreamNames) -> Reason:
    filled = [name for name in body.__struct_fields__ if getattr(body, name)]
    return reason("Profile written: {count} fields.", count=len(filled))


def _step(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Action plan {plan}, step {number}: {activity}.",
        plan=body.plan,
        number=body.number,
        activity=body.activity,
    )


def _trialled(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.place:
        return reason("Tried out at {place}.", place=body.place)
    return reason("Tried out.")


def _implemented(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.legal_base:
        return reason("Implemented, on the base of {document}.", document=names.of(body.legal_base))
    return reason("Implemented.")


def _monitored(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.monitor:
        return reason("Monitored by {by}: {finding}", by=body.monitor, finding=body.finding)
    return reason("Monitored: {finding}", finding=body.finding)


def _measured(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Measured: {indicator}, {before} before and {after} after ({unit}).",
        indicator=body.indicator,
        before=formatting.figure(body.before),
        after=formatting.figure(body.after),
        unit=body.unit_of_measure,
    )


def _launched(body: Any, stream: str, names: StreamNames) -> Reason:
    others = names.launched_together(stream)
    if not body.ceremony:
        return reason("Launched.")
    where = names.ceremony(body.lab, body.ceremony)
    if others:
        return reason("Launched at {where}, with {others} other innovations.", where=where, others=others)
    return reason("Launched at {where}.", where=where)


def _displayed(body: Any, stream: str, names: StreamNames) -> Reason:
    where = names.ceremony(body.lab, body.ceremony)
    return reason("Displayed at {where}.", where=where) if where else reason("Displayed.")


def _covered(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Covered by an agreement that was signed: {title}.", title=names.of(body.agreement))


def _awarded(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Received an award: {award}.", award=names.of(body.award))


def _evidence(body: Any, stream: str, names: StreamNames) -> Reason:
    kind = labels.label_of("evidence", body.kind)
    number = f" {body.number}" if body.number else ""
    return reason(
        "Evidence attached: {kind}{number}, {subject}.", kind=kind, number=number, subject=body.subject
    )


def _lab_opened(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Lab {slug} opened: {name}.", slug=body.slug, name=body.name)


def _stage_opened(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Stage {stage} began.", stage=body.stage)


def _stage_closed(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Stage {stage} ended.", stage=body.stage)


def _stage_not_held(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Stage {stage} was not held: {reason}.", stage=body.stage, reason=_clause(body.reason))


def _joined(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("{unit} takes part.", unit=names.of(body.unit))


def _ceremony(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("{name} was held.", name=body.name)


def _workshop(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Workshop of stage {stage}.", stage=body.stage)


def _agreement(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason('Agreement "{title}" signed.', title=body.title)


def _signature(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Signed by {post} as {role}.", post=names.of(body.person), role=labels.label_of("role", body.role)
    )


def _region(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Region {code} {name} registered.", code=body.code, name=body.name)


def _mission(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Mission {number} of {plan} recorded.", number=body.number, plan=body.plan)


def _figure(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Figure {value} published by {publisher}.", value=body.value, publisher=body.publisher)


def _unit(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Unit {name} registered.", name=body.name)


def _unit_renamed(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Unit renamed to {name}.", name=body.name)


def _unit_merged(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Unit merged into {into}.", into=names.of(body.into))


def _unit_succeeded(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Took over the work of {unit}.", unit=names.of(body.predecessor))


def _unit_closed(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Unit closed.")


def _award(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Award given: {title}.", title=" ".join(filter(None, (body.title, body.tier, body.edition)))
    )


def _person(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Person registered by post: {post}.", post=body.post)


def _document(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Document registered: {subject}.", subject=body.subject)


EVENT_TEXT: dict[type[Body], EventText] = {
    idea.IdeaProposed: _proposed,
    idea.IdeaMadeByMerge: _made,
    idea.IdeaMadeBySplit: _part,
    idea.IdeaSplit: _split,
    idea.IdeaMerged: _merged,
    idea.IdeaWithdrawn: _withdrawn,
    idea.IdeaNotContinued: _left_out,
    idea.IdeaApproved: _approved,
    idea.IdeaTakenIntoDesign: _taken,
    innovation.InnovationDesigned: _designed,
    innovation.InnovationRenamed: _renamed,
    innovation.ProfileWritten: _profile,
    innovation.PlanStepSet: _step,
    innovation.Trialled: _trialled,
    innovation.Implemented: _implemented,
    innovation.Monitored: _monitored,
    innovation.Measured: _measured,
    innovation.Launched: _launched,
    innovation.Displayed: _displayed,
    innovation.AgreementCovered: _covered,
    innovation.AwardReceived: _awarded,
    innovation.EvidenceAttached: _evidence,
    lab.LabOpened: _lab_opened,
    lab.StageOpened: _stage_opened,
    lab.StageClosed: _stage_closed,
    lab.StageNotHeld: _stage_not_held,
    lab.UnitJoined: _joined,
    lab.LaunchingHeld: _ceremony,
    lab.DisplayHeld: _ceremony,
    workshop.WorkshopHeld: _workshop,
    agreement.AgreementSigned: _agreement,
    agreement.SignatureRecorded: _signature,
    region.RegionRegistered: _region,
    region.MissionRecorded: _mission,
    region.FigurePublished: _figure,
    unit.UnitRegistered: _unit,
    unit.UnitRenamed: _unit_renamed,
    unit.UnitMerged: _unit_merged,
    unit.UnitSucceeded: _unit_succeeded,
    unit.UnitClosed: _unit_closed,
    award.AwardGiven: _award,
    person.PersonRegistered: _person,
    document.DocumentRegistered: _document,
    **competition_event_text.EVENT_TEXT,
}
