"""The events of a lab as sentences."""

from __future__ import annotations

from domain import lab, lab_course, lab_setting, workshop
from domain.base import Reason, reason
from jejak_i18n import formatting, labels
from projections.timeline.stream_names import StreamNames
from projections.timeline.text_registry import clause, text_of


@text_of(lab.LabOpened)
def _lab_opened(body: lab.LabOpened, stream: str, names: StreamNames) -> Reason:
    return reason("Lab {slug} opened: {name}.", slug=body.slug, name=body.name)


@text_of(lab.StageOpened)
def _stage_opened(body: lab.StageOpened, stream: str, names: StreamNames) -> Reason:
    return reason("Stage {stage} began.", stage=body.stage)


@text_of(lab.StageClosed)
def _stage_closed(body: lab.StageClosed, stream: str, names: StreamNames) -> Reason:
    return reason("Stage {stage} ended.", stage=body.stage)


@text_of(lab.StageNotHeld)
def _stage_not_held(body: lab.StageNotHeld, stream: str, names: StreamNames) -> Reason:
    return reason("Stage {stage} was not held: {reason}.", stage=body.stage, reason=clause(body.reason))


@text_of(lab.UnitJoined)
def _joined(body: lab.UnitJoined, stream: str, names: StreamNames) -> Reason:
    return reason("{unit} takes part.", unit=names.of(body.unit))


@text_of(lab.LaunchingHeld)
def _launching(body: lab.LaunchingHeld, stream: str, names: StreamNames) -> Reason:
    return _held(body.name)


@text_of(lab.DisplayHeld)
def _display(body: lab.DisplayHeld, stream: str, names: StreamNames) -> Reason:
    return _held(body.name)


def _held(name: str) -> Reason:
    return reason("{name} was held.", name=name)


@text_of(workshop.WorkshopHeld)
def _workshop(body: workshop.WorkshopHeld, stream: str, names: StreamNames) -> Reason:
    return reason("Workshop of stage {stage}.", stage=body.stage)


@text_of(lab_setting.FacilitationRequested)
def _asked(body: lab_setting.FacilitationRequested, stream: str, names: StreamNames) -> Reason:
    kind = labels.label_of("facilitation", body.kind)
    if body.addressee:
        return reason("Facilitation asked of {whom}: {kind}.", whom=body.addressee, kind=kind)
    return reason("Facilitation asked for: {kind}.", kind=kind)


@text_of(lab_setting.LabDocumentLinked)
def _linked(body: lab_setting.LabDocumentLinked, stream: str, names: StreamNames) -> Reason:
    purpose = labels.label_of("lab_document", body.purpose)
    return reason(
        "Document of the lab, {purpose}: {document}.", purpose=purpose, document=names.of(body.document)
    )


@text_of(lab_setting.TeamMemberNamed)
def _member(body: lab_setting.TeamMemberNamed, stream: str, names: StreamNames) -> Reason:
    position = labels.label_of("team_position", body.team_position)
    post = names.of(body.person)
    if labels.same_words(post, position):
        return reason("{post} serves in the team.", post=post)
    return reason("{post} serves in the team as {position}.", post=post, position=position)


@text_of(lab_setting.ReadinessSurveyed)
def _surveyed(body: lab_setting.ReadinessSurveyed, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Readiness of {unit}, {indicator}: {score}.",
        unit=names.of(body.unit),
        indicator=body.indicator,
        score=formatting.figure(body.score),
    )


@text_of(lab_course.LabPaused)
def _paused(body: lab_course.LabPaused, stream: str, names: StreamNames) -> Reason:
    if body.reason:
        return reason("Lab paused: {reason}.", reason=clause(body.reason))
    return reason("Lab paused; the reason is not known.")


@text_of(lab_course.LabResumed)
def _resumed(body: lab_course.LabResumed, stream: str, names: StreamNames) -> Reason:
    return reason("Lab resumed.")


@text_of(lab_course.ProgrammeEvaluated)
def _evaluated(body: lab_course.ProgrammeEvaluated, stream: str, names: StreamNames) -> Reason:
    return reason("Programme evaluated: {output}.", output=clause(body.stage_output))


@text_of(lab_course.RuleSetAside)
def _set_aside(body: lab_course.RuleSetAside, stream: str, names: StreamNames) -> Reason:
    why = clause(body.reason) or names.of(body.document or "")
    rule = labels.label_of("process_rule", body.rule)
    return reason("Rule of the process set aside, {rule}: {why}.", rule=rule, why=why)


@text_of(lab_course.LabClosed)
def _closed(body: lab_course.LabClosed, stream: str, names: StreamNames) -> Reason:
    if body.reason:
        return reason("Lab closed: {reason}.", reason=clause(body.reason))
    return reason("Lab closed.")
