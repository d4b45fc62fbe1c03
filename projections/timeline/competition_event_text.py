"""Events of competitions as sentences: what supports an innovation, entries, editions, rulebooks."""

from __future__ import annotations

from typing import Protocol

from domain import entry, innovation, region, streams, support
from domain.base import Reason, Term, reason
from domain.claims import LevelClaimed, LevelVerified
from domain.dates import Day
from domain.evidence import EvidenceSuperseded, LinkChecked
from domain.on_entry import EntryPrepared
from jejak_i18n import formatting, labels
from jejak_i18n.founding_names import edition
from projections.timeline.stream_names import StreamNames
from projections.timeline.text_registry import clause, text_of


class _OfEdition(Protocol):
    """A body that names an edition of an award."""

    @property
    def award(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def group(self) -> str | None: ...


def _edition(body: _OfEdition) -> str:
    """`IGA 2026` or `KIPP 2023 (umum)`."""
    return edition(body.award, body.year, body.group)


@text_of(EvidenceSuperseded)
def _superseded(body: EvidenceSuperseded, stream: str, names: StreamNames) -> Reason:
    return reason("Evidence superseded: {subject}.", subject=clause(names.evidence(stream, body.old)))


@text_of(LinkChecked)
def _link(body: LinkChecked, stream: str, names: StreamNames) -> Reason:
    if body.alive:
        return reason("The link {link} opened.", link=body.link)
    return reason("The link {link} did not open.", link=body.link)


@text_of(innovation.VerdictRecorded)
def _verdict(body: innovation.VerdictRecorded, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Verdict for {edition} recorded: {outcome}, by rulebook {rulebook} at position {position}.",
        edition=_edition(body),
        outcome=Term("verdict", body.outcome),
        rulebook=body.rulebook,
        position=body.position,
    )


@text_of(support.Developed)
def _developed(body: support.Developed, stream: str, names: StreamNames) -> Reason:
    if body.generation:
        return reason("A new generation began: {subject}.", subject=body.subject)
    return reason("Developed: {subject}.", subject=body.subject)


@text_of(support.Replicated)
def _replicated(body: support.Replicated, stream: str, names: StreamNames) -> Reason:
    if body.direction == "out":
        return reason("Replicated by {place}.", place=body.place)
    return reason("Replicates an innovation of {place}.", place=body.place)


@text_of(support.ExecutorsNamed)
def _executors(body: support.ExecutorsNamed, stream: str, names: StreamNames) -> Reason:
    return reason("{count} executors named: {role}.", count=body.count, role=body.role)


@text_of(support.BudgetLined)
def _budget(body: support.BudgetLined, stream: str, names: StreamNames) -> Reason:
    if body.amount:
        return reason(
            "Budget {year}: Rp {amount}.", year=str(body.year), amount=formatting.number(body.amount)
        )
    return reason("Budget {year} recorded.", year=str(body.year))


@text_of(support.PlanLined)
def _plan(body: support.PlanLined, stream: str, names: StreamNames) -> Reason:
    return reason("In the plan of {year}.", year=str(body.year))


@text_of(support.TrainingHeld)
def _training(body: support.TrainingHeld, stream: str, names: StreamNames) -> Reason:
    return reason("Training held: {subject}.", subject=body.subject)


@text_of(support.PartnerJoined)
def _partner(body: support.PartnerJoined, stream: str, names: StreamNames) -> Reason:
    return reason("Partner joined: {subject}.", subject=body.subject)


@text_of(support.NetworkJoined)
def _network(body: support.NetworkJoined, stream: str, names: StreamNames) -> Reason:
    return reason("{subject} joined the network.", subject=body.subject)


@text_of(support.ProcedureSet)
def _procedure(body: support.ProcedureSet, stream: str, names: StreamNames) -> Reason:
    return reason("The procedure takes {count} calendar days.", count=body.count)


@text_of(support.ComplaintsSettled)
def _complaints(body: support.ComplaintsSettled, stream: str, names: StreamNames) -> Reason:
    return reason(
        "{count} of {received} complaints of {year} settled.",
        count=body.count,
        received=body.received,
        year=str(body.year),
    )


@text_of(support.CreationStage)
def _stage(body: support.CreationStage, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Stage of creation {subject}: {begins} – {ends}.",
        subject=body.subject,
        begins=Day(body.begins),
        ends=Day(body.ends),
    )


@text_of(support.BenefitCounted)
def _benefit(body: support.BenefitCounted, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Benefit counted ({basis}): {amount}.",
        basis=Term("benefit", body.basis),
        amount=formatting.number(body.amount),
    )


@text_of(EntryPrepared)
def _prepared(body: EntryPrepared, stream: str, names: StreamNames) -> Reason:
    if body.innovation is None:
        return reason("Entry of the region for {edition} prepared.", edition=_edition(body))
    return reason(
        "Entry of {innovation} for {edition} prepared.",
        innovation=names.of(body.innovation),
        edition=_edition(body),
    )


@text_of(LevelClaimed)
def _claimed(body: LevelClaimed, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Level {level} of {indicator} claimed.", level=body.level, indicator=_named(body, stream, names)
    )


@text_of(LevelVerified)
def _verified(body: LevelVerified, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Level {level} of {indicator} verified.", level=body.verified, indicator=_named(body, stream, names)
    )


def _named(body: LevelClaimed | LevelVerified, stream: str, names: StreamNames) -> str:
    return names.indicator(streams.region_of(stream), body.indicator)


@text_of(entry.AlignmentChosen)
def _aligned(body: entry.AlignmentChosen, stream: str, names: StreamNames) -> Reason:
    return reason("Choices of the form recorded: {category}.", category=body.category or "–")


@text_of(entry.SectionWritten)
def _written(body: entry.SectionWritten, stream: str, names: StreamNames) -> Reason:
    return reason("Section {section} written.", section=labels.section(body.section))


@text_of(entry.QueueMoved)
def _moved(body: entry.QueueMoved, stream: str, names: StreamNames) -> Reason:
    return reason("The entry now lies with: {stage}.", stage=Term("queue", body.stage))


@text_of(entry.ResultAnnounced)
def _result(body: entry.ResultAnnounced, stream: str, names: StreamNames) -> Reason:
    tier = f" ({body.tier})" if body.tier else ""
    return reason("Result: {result}{tier}.", result=Term("result", body.result), tier=tier)


@text_of(entry.DossierIssued)
def _issued(body: entry.DossierIssued, stream: str, names: StreamNames) -> Reason:
    return reason(
        "Dossier issued from position {position}, by rulebook {rulebook}: {files}.",
        position=body.position,
        rulebook=body.rulebook,
        files=", ".join(file.name for file in body.files),
    )


@text_of(region.EditionDated)
def _dated(body: region.EditionDated, stream: str, names: StreamNames) -> Reason:
    return reason(
        "{edition}: {milestone} {day}.",
        edition=_edition(body),
        milestone=Term("edition_date", body.milestone),
        day=Day(body.day),
    )


@text_of(region.RulebookAdded)
def _rulebook(body: region.RulebookAdded, stream: str, names: StreamNames) -> Reason:
    if body.over:
        return reason("Changes laid over rulebook {over}: {book}.", over=body.over, book=body.book)
    return reason("Rulebook {book} added.", book=body.book)
