"""The case of an innovation: what the rules read of its stream, each item with the event that says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from domain import innovation as events
from domain import support
from domain.base import AnyFact, Body
from domain.evidence import EvidenceAttached, EvidenceSuperseded, LinkChecked
from domain.fields import described
from domain.innovation_summary import summarise
from domain.profile import Measured, ProfileWritten

PROFILE = described(ProfileWritten)
TEXTS = tuple(name for name, said in PROFILE.items() if said.kind == "long")
"""Fields of the profile whose words are counted."""
CHOSEN = tuple(name for name in PROFILE if name not in TEXTS)
"""Fields of the profile that are chosen, or a few words."""


class Sourced(Struct, array_like=True, frozen=True):
    """A value and the position of the event that says it."""

    at: int
    value: Any


class Words(Struct, array_like=True, frozen=True):
    """How many words a text has, and the position of the event that says it."""

    at: int
    count: int


class Dated(Struct, array_like=True, frozen=True):
    """Something on a day: the position, the date (None: unknown) and what the kind of item needs more."""

    at: int
    date: str | None
    value: Any = None


class Proof(Struct, array_like=True, frozen=True):
    """A piece of evidence that is not superseded."""

    at: int
    version: int
    kind: str
    date: str | None
    number: str | None
    page: str | None
    iga: list[str]
    kipp: list[str]
    file: str | None
    link: str | None
    subject: str = ""
    name: str | None = None
    """The name under which the file was given; with its type and size None where they are not recorded."""
    media_type: str | None = None
    size: int | None = None

    @property
    def called(self) -> str:
        """What people call it: its number, what it is about, the name of its file, or its link."""
        return self.number or self.subject or self.name or self.link or ""


class LinkCheck(Struct, array_like=True, frozen=True):
    """When a link was last opened, and whether it was alive."""

    at: int
    date: str | None
    alive: bool


class Case(Struct, omit_defaults=True):
    """What the rules read of one innovation. Positions let a verdict name its facts."""

    stream: str
    founded: int
    title: Sourced
    unit: str
    illustrative: bool = False
    acronym: str | None = None
    words: dict[str, Words] = field(default_factory=dict)
    chosen: dict[str, Sourced] = field(default_factory=dict)
    implemented: Dated | None = None
    trialled: Dated | None = None
    launched: Dated | None = None
    displayed: Dated | None = None
    developed: list[Dated] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    links: dict[str, LinkCheck] = field(default_factory=dict)
    measured: list[int] = field(default_factory=list)
    executors: list[Dated] = field(default_factory=list)
    budget: list[Dated] = field(default_factory=list)
    plan: list[Dated] = field(default_factory=list)
    trainings: list[Dated] = field(default_factory=list)
    partners: list[Dated] = field(default_factory=list)
    network: list[Dated] = field(default_factory=list)
    procedure: Dated | None = None
    complaints: list[Dated] = field(default_factory=list)
    stages: list[Dated] = field(default_factory=list)
    benefits: list[Dated] = field(default_factory=list)
    replicated_out: list[Dated] = field(default_factory=list)
    replicated_in: list[Dated] = field(default_factory=list)
    awarded: list[Sourced] = field(default_factory=list)
    earlier: list[Sourced] = field(default_factory=list)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact]) -> Case:
    """The case of a stream's facts in the order of the law; the last word on a field wins."""
    body, found = founding.body, summarise(founding, facts)
    case = Case(
        stream,
        founding.position,
        Sourced(found.titled.position, found.title),
        body.unit,
        body.illustrative,
        found.acronym,
        implemented=_dated(found.implemented),
        trialled=_dated(found.trialled),
        launched=_dated(found.launched),
        displayed=_dated(found.displayed),
    )
    for fact in facts:
        # A look into a table: every event of every innovation comes through here.
        take = READ.get(type(fact.body))
        if take is not None:
            take(case, fact, fact.body)
    return case


def _dated(fact: AnyFact | None) -> Dated | None:
    return None if fact is None else Dated(fact.position, fact.occurred)


def _profile(case: Case, fact: AnyFact, body: ProfileWritten) -> None:
    at = fact.position
    for name in TEXTS:
        text = getattr(body, name)
        # An empty text is one of no words; an empty choice, below, says nothing.
        if text is not None:
            case.words[name] = Words(at, len(text.split()))
    for name in CHOSEN:
        value = getattr(body, name)
        if value:
            case.chosen[name] = Sourced(at, value)


def _proof(case: Case, fact: AnyFact, body: EvidenceAttached) -> None:
    given = body.given
    case.proofs.append(
        Proof(
            fact.position,
            fact.version,
            body.kind,
            fact.occurred,
            body.number,
            body.page,
            body.iga,
            body.kipp,
            body.file,
            body.link,
            body.subject,
            *((given.name, given.media_type, given.size) if given else ()),
        )
    )


def _superseded(case: Case, fact: AnyFact, body: EvidenceSuperseded) -> None:
    case.proofs = [proof for proof in case.proofs if proof.version != body.old]


def _link(case: Case, fact: AnyFact, body: LinkChecked) -> None:
    case.links[body.link] = LinkCheck(fact.position, fact.occurred, body.alive)


def _replicated(case: Case, fact: AnyFact, body: support.Replicated) -> None:
    into = case.replicated_out if body.direction == "out" else case.replicated_in
    into.append(Dated(fact.position, fact.occurred, [body.place, body.tier, body.edition]))


def _developed(case: Case, fact: AnyFact, body: support.Developed) -> None:
    case.developed.append(Dated(fact.position, fact.occurred, body.generation))
    if body.earlier:
        case.earlier.append(Sourced(fact.position, body.earlier))


def _add(name: str, value: Callable[[Any], object]) -> Callable[..., None]:
    def take(case: Case, fact: AnyFact, body: Any) -> None:
        getattr(case, name).append(Dated(fact.position, fact.occurred, value(body)))

    return take


def _procedure(case: Case, fact: AnyFact, body: support.ProcedureSet) -> None:
    case.procedure = Dated(fact.position, fact.occurred, body.count)


def _measured(case: Case, fact: AnyFact, body: Measured) -> None:
    case.measured.append(fact.position)


def _awarded(case: Case, fact: AnyFact, body: events.AwardReceived) -> None:
    case.awarded.append(Sourced(fact.position, body.award))


READ: dict[type[Body], Callable[..., None]] = {
    ProfileWritten: _profile,
    EvidenceAttached: _proof,
    EvidenceSuperseded: _superseded,
    LinkChecked: _link,
    Measured: _measured,
    events.AwardReceived: _awarded,
    support.Developed: _developed,
    support.Replicated: _replicated,
    support.ExecutorsNamed: _add("executors", lambda body: body.count),
    support.BudgetLined: _add("budget", lambda body: body.year),
    support.PlanLined: _add("plan", lambda body: body.year),
    support.TrainingHeld: _add("trainings", lambda body: body.subject),
    support.PartnerJoined: _add("partners", lambda body: body.subject),
    support.NetworkJoined: _add("network", lambda body: body.subject),
    support.ProcedureSet: _procedure,
    support.ComplaintsSettled: _add("complaints", lambda body: [body.year, body.count, body.received]),
    support.CreationStage: _add("stages", lambda body: [body.begins, body.ends]),
    support.BenefitCounted: _add("benefits", lambda body: [body.basis, body.amount]),
}
"""The events that rules read, besides those that `domain.innovation_summary` gives them."""
