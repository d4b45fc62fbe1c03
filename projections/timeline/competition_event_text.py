"""Events of competitions as sentences: what supports an innovation, entries, editions, rulebooks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import entry, innovation, region, streams, support
from domain.base import Body, Reason, Term, reason
from domain.dates import Day
from jejak_i18n import formatting, labels
from projections.timeline.stream_names import StreamNames

EventText = Callable[[Any, str, StreamNames], Reason]


def _edition(body: Any) -> str:
    """`IGA 2026` or `KIPP 2023 (umum)`."""
    return f"{body.award.upper()} {body.year}" + (f" ({body.group})" if body.group else "")


def _superseded(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("The evidence of version {old} was superseded.", old=body.old)


def _link(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.alive:
        return reason("The link {link} opened.", link=body.link)
    return reason("The link {link} did not open.", link=body.link)


def _verdict(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Verdict for {edition} recorded: {outcome}, by rulebook {rulebook} at position {position}.",
        edition=_edition(body),
        outcome=Term("verdict", body.outcome),
        rulebook=body.rulebook,
        position=body.position,
    )


def _developed(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.generation:
        return reason("A new generation began: {subject}.", subject=body.subject)
    return reason("Developed: {subject}.", subject=body.subject)


def _replicated(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.direction == "out":
        return reason("Replicated by {place}.", place=body.place)
    return reason("Replicates an innovation of {place}.", place=body.place)


def _executors(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("{count} executors named: {role}.", count=body.count, role=body.role)


def _budget(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.amount:
        return reason(
            "Budget {year}: Rp {amount}.", year=str(body.year), amount=formatting.number(body.amount)
        )
    return reason("Budget {year} recorded.", year=str(body.year))


def _plan(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("In the plan of {year}.", year=str(body.year))


def _training(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Training held: {subject}.", subject=body.subject)


def _partner(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Partner joined: {subject}.", subject=body.subject)


def _network(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("{subject} joined the network.", subject=body.subject)


def _procedure(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("The procedure takes {count} calendar days.", count=body.count)


def _complaints(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "{count} of {received} complaints of {year} settled.",
        count=body.count,
        received=body.received,
        year=str(body.year),
    )


def _stage(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Stage of creation {subject}: {begins} – {ends}.",
        subject=body.subject,
        begins=Day(body.begins),
        ends=Day(body.ends),
    )


def _benefit(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Benefit counted ({basis}): {amount}.",
        basis=Term("benefit", body.basis),
        amount=formatting.number(body.amount),
    )


def _prepared(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.innovation is None:
        return reason("Entry of the region for {edition} prepared.", edition=_edition(body))
    return reason(
        "Entry of {innovation} for {edition} prepared.",
        innovation=names.of(body.innovation),
        edition=_edition(body),
    )


def _claimed(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Level {level} of {indicator} claimed.", level=body.level, indicator=_named(body, stream, names)
    )


def _verified(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Level {level} of {indicator} verified.", level=body.verified, indicator=_named(body, stream, names)
    )


def _named(body: Any, stream: str, names: StreamNames) -> str:
    return names.indicator(streams.region_of(stream), body.indicator)


def _aligned(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Choices of the form recorded: {category}.", category=body.category or "–")


def _written(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("Section {section} written.", section=labels.section(body.section))


def _moved(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason("The entry now lies with: {stage}.", stage=Term("queue", body.stage))


def _result(body: Any, stream: str, names: StreamNames) -> Reason:
    tier = f" ({body.tier})" if body.tier else ""
    return reason("Result: {result}{tier}.", result=Term("result", body.result), tier=tier)


def _dated(body: Any, stream: str, names: StreamNames) -> Reason:
    return reason(
        "{edition}: {milestone} {day}.",
        edition=_edition(body),
        milestone=Term("edition_date", body.milestone),
        day=Day(body.day),
    )


def _rulebook(body: Any, stream: str, names: StreamNames) -> Reason:
    if body.over:
        return reason("Changes laid over rulebook {over}: {book}.", over=body.over, book=body.book)
    return reason("Rulebook {book} added.", book=body.book)


EVENT_TEXT: dict[type[Body], EventText] = {
    innovation.EvidenceSuperseded: _superseded,
    innovation.LinkChecked: _link,
    innovation.VerdictRecorded: _verdict,
    support.Developed: _developed,
    support.Replicated: _replicated,
    support.ExecutorsNamed: _executors,
    support.BudgetLined: _budget,
    support.PlanLined: _plan,
    support.TrainingHeld: _training,
    support.PartnerJoined: _partner,
    support.NetworkJoined: _network,
    support.ProcedureSet: _procedure,
    support.ComplaintsSettled: _complaints,
    support.CreationStage: _stage,
    support.BenefitCounted: _benefit,
    entry.EntryPrepared: _prepared,
    entry.LevelClaimed: _claimed,
    entry.LevelVerified: _verified,
    entry.AlignmentChosen: _aligned,
    entry.SectionWritten: _written,
    entry.QueueMoved: _moved,
    entry.ResultAnnounced: _result,
    region.EditionDated: _dated,
    region.RulebookAdded: _rulebook,
}
