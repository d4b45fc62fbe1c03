"""How an innovation goes on, and what others say of it, as sentences."""

from __future__ import annotations

from domain import plan, recognition, running
from domain.base import Reason, reason
from jejak_i18n import formatting, labels
from projections.timeline.stream_names import StreamNames
from projections.timeline.text_registry import clause, text_of


@text_of(plan.StakeholderMapped)
def _stakeholder(body: plan.StakeholderMapped, stream: str, names: StreamNames) -> Reason:
    return reason("Stakeholder mapped: {who}.", who=body.stakeholder)


@text_of(plan.PlanValidated)
def _validated(body: plan.PlanValidated, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Action plan {plan} validated by {by}: {opinion}.",
        plan=body.plan,
        by=body.validator,
        opinion=clause(body.opinion),
    )


@text_of(plan.PlanApproved)
def _approved(body: plan.PlanApproved, stream: str, names: StreamNames) -> Reason:
    return reason("Action plan {plan} approved by {by}.", plan=body.plan, by=body.approved_by)


@text_of(plan.MilestoneReported)
def _milestone(body: plan.MilestoneReported, stream: str, names: StreamNames) -> Reason:
    status = labels.label_of("milestone_status", body.progress)
    if body.percent is not None:
        status = f"{status}, {body.percent}%"
    return reason(
        "Action plan {plan}, step {number}: {status}.", plan=body.plan, number=body.number, status=status
    )


@text_of(running.TrialReported)
def _trial(body: running.TrialReported, stream: str, names: StreamNames) -> Reason:
    return reason("Trial reported: {result}.", result=clause(body.result) or "–")


@text_of(running.TrialEnded)
def _trial_ended(body: running.TrialEnded, stream: str, names: StreamNames) -> Reason:
    if body.stopped:
        return reason("Trial stopped: {reason}.", reason=clause(body.reason))
    return reason("Trial ended: {result}.", result=clause(body.result) or "–")


@text_of(running.StatusReported)
def _status(body: running.StatusReported, stream: str, names: StreamNames) -> Reason:
    status = labels.label_of("running", body.status)
    if body.reason:
        return reason("Seen as {status}: {reason}.", status=status, reason=clause(body.reason))
    return reason("Seen as {status}.", status=status)


@text_of(running.Stopped)
def _stopped(body: running.Stopped, stream: str, names: StreamNames) -> Reason:
    return reason("Innovation stopped: {reason}.", reason=clause(body.reason))


@text_of(running.Resumed)
def _resumed(body: running.Resumed, stream: str, names: StreamNames) -> Reason:
    if body.reason:
        return reason("Innovation resumed: {reason}.", reason=clause(body.reason))
    return reason("Innovation resumed.")


@text_of(running.HandedOver)
def _handed_over(body: running.HandedOver, stream: str, names: StreamNames) -> Reason:
    cause = labels.label_of("handover_reason", body.handover_cause)
    if not body.to_person:
        return reason(
            "{giver} gave it back to the unit ({cause}).", giver=names.of(body.from_person), cause=cause
        )
    return reason(
        "Handed over by {giver} to {receiver} ({cause}).",
        giver=names.of(body.from_person),
        receiver=names.of(body.to_person),
        cause=cause,
    )


@text_of(running.InnovationEvaluated)
def _evaluated(body: running.InnovationEvaluated, stream: str, names: StreamNames) -> Reason:
    return reason("Innovation evaluated: {benefit}.", benefit=clause(body.benefit))


@text_of(running.MergedInto)
def _merged(body: running.MergedInto, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Goes on in innovation {into}: {reason}.", into=names.of(body.into), reason=clause(body.reason)
    )


@text_of(running.TookIn)
def _took_in(body: running.TookIn, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Carries on innovations {sources}: {reason}.",
        sources=names.all(body.absorbed),
        reason=clause(body.reason),
    )


@text_of(recognition.Determined)
def _determined(body: recognition.Determined, stream: str, names: StreamNames) -> Reason:
    decree = names.document(body.document)
    if body.row is not None:
        return reason("Determined by {document}, row {row}.", document=decree, row=body.row)
    return reason("Determined by {document}.", document=decree)


@text_of(recognition.Judged)
def _judged(body: recognition.Judged, stream: str, names: StreamNames) -> Reason:
    score = formatting.figure(body.score) if body.score else "–"
    if body.rank is not None:
        return reason(
            "Judged by {jury}, {criterion}: jury score {score}, rank {rank}.",
            jury=body.jury,
            criterion=body.criterion,
            score=score,
            rank=body.rank,
        )
    return reason(
        "Judged by {jury}, {criterion}: jury score {score}.",
        jury=body.jury,
        criterion=body.criterion,
        score=score,
    )


@text_of(recognition.Recommended)
def _recommended(body: recognition.Recommended, stream: str, names: StreamNames) -> Reason:
    return reason("Recommended by {by} for {purpose}.", by=body.recommended_by, purpose=body.recommended_for)


@text_of(recognition.Published)
def _published(body: recognition.Published, stream: str, names: StreamNames) -> Reason:
    kind = labels.label_of("publication", body.kind)
    title = " ".join(part for part in (body.title, body.volume) if part)
    return reason("Told of in a publication, {kind}: {title}.", kind=kind, title=title)


@text_of(recognition.PropertyRecorded)
def _property(body: recognition.PropertyRecorded, stream: str, names: StreamNames) -> Reason:
    kind = labels.label_of("property", body.kind)
    return reason("Intellectual property registered: {kind} {number}.", kind=kind, number=body.number)
