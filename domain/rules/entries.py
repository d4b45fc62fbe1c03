"""The folded entry: claims, verifications and choices of one innovation (or region) for one edition."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from domain import entry as events
from domain.base import AnyFact
from domain.claims import LevelClaimed, LevelVerified
from domain.evidence import Cited
from domain.rules.case import Dated, Sourced, Words


class Claim(Struct, array_like=True, frozen=True):
    """The last claim of an indicator."""

    at: int
    level: int
    basis: str | None = None
    amount: str | None = None
    documents: list[str] = []


class Verification(Struct, array_like=True, frozen=True):
    """The last verification of an indicator, with what it looked at."""

    at: int
    level: int
    cites: list[Cited] = []


class Issue(Struct, array_like=True, frozen=True):
    """An issue of the dossier, by the event that recorded it."""

    at: int
    files: list[events.IssuedFile]
    position: int
    rulebook: str
    sha256: str
    template: str
    release: str


class Entry(Struct, omit_defaults=True):
    """What the rules read of one entry."""

    stream: str
    founded: int
    award: str
    year: int
    group: str | None = None
    innovation: str | None = None
    claims: dict[str, Claim] = field(default_factory=dict)
    verified: dict[str, Verification] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)
    category: Sourced | None = None
    sdgs: Sourced | None = None
    asta_cita: Sourced | None = None
    source: Sourced | None = None
    queue: Dated | None = None
    result: Dated | None = None
    issues: list[Issue] = field(default_factory=list)
    """In the order of their recording."""


def fold(stream: str, founding: AnyFact, facts: list[AnyFact]) -> Entry:
    """The entry of a stream's facts in the order of the law; the last word wins."""
    body = founding.body
    made = Entry(stream, founding.position, body.award, body.year, body.group, body.innovation)
    for fact in facts:
        _take(made, fact, fact.body)
    return made


def _take(made: Entry, fact: AnyFact, body: Any) -> None:
    at = fact.position
    match body:
        case LevelClaimed():
            made.claims[body.indicator] = Claim(at, body.level, body.basis, body.amount, body.documents)
        case LevelVerified():
            # It outlives a later claim: whether it stands is asked of its evidence.
            made.verified[body.indicator] = Verification(at, body.verified, body.cites)
        case events.SectionWritten():
            made.words[body.section] = Words(at, len(body.text.split()))
        case events.AlignmentChosen():
            _aligned(made, at, body)
        case events.QueueMoved():
            made.queue = Dated(at, fact.occurred, body.stage)
        case events.ResultAnnounced():
            made.result = Dated(at, fact.occurred, [body.result, body.tier])
        case events.DossierIssued():
            made.issues.append(Issue(at, *(getattr(body, name) for name in body.__struct_fields__)))


def _aligned(made: Entry, at: int, body: events.AlignmentChosen) -> None:
    if body.category:
        made.category = Sourced(at, body.category)
    if body.sdgs:
        made.sdgs = Sourced(at, body.sdgs)
    if body.asta_cita:
        made.asta_cita = Sourced(at, body.asta_cita)
    if body.source or body.source_tier:
        made.source = Sourced(at, [body.source, body.source_owner, body.source_tier, body.source_edition])
