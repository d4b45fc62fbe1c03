"""Given, when, then for the pure domain: a world in memory, folded by the kinds in the order recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from domain import kinds, streams
from domain.base import Action, Body, Draft, Fact, Reason, Refused
from domain.design import InnovationDesigned
from domain.document import DocumentRegistered
from domain.idea import IdeaProposed
from domain.innovation import AgreementCovered
from domain.lab import LabOpened
from domain.on_entry import EntryPrepared
from domain.person import PersonRegistered
from domain.plan import PlanStepSet
from domain.region import RegionRegistered
from domain.unit import UnitRegistered


class Event(NamedTuple):
    """A body on a stream with its date."""

    stream: str
    body: Body
    occurred: str | None = None


class World:
    """What was recorded, as decisions ask for it."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.facts: dict[str, list[Fact[Any]]] = {}
        self.numbers: Counter[tuple[str, str]] = Counter()
        for event in events:
            self.record(event)

    def record(self, event: Event) -> None:
        """Lays one more event on its stream."""
        facts = self.facts.setdefault(event.stream, [])
        facts.append(Fact("c/1", event.body, event.occurred, version=len(facts) + 1))
        region, kind, number = event.stream.split("/")
        self.numbers[region, kind] = max(self.numbers[region, kind], int(number))

    def state(self, stream: str) -> Any:
        state = None
        for fact in self.facts.get(stream, ()):
            state = kinds.evolve(streams.kind_of(stream), state, fact)
        return state

    def new(self, region: str, kind: str) -> str:
        self.numbers[region, kind] += 1
        return streams.stream_id(region, kind, self.numbers[region, kind])

    def held(self, key: str) -> str | None:
        """The stream one of whose facts holds the reservation."""
        for stream, facts in self.facts.items():
            kind = streams.kind_of(stream)
            if any(key in kinds.reservations(kind, stream, fact) for fact in facts):
                return stream
        return None

    def when(self, action: Action, *, first: bool = False) -> Answer:
        """Decides the action; with `first`, what it needs first is decided and recorded before it."""
        needed = action.needs_first(self) if first else None
        try:
            before = needed.decide(self) if needed else []
            for draft in before:
                self.record(Event(draft.stream, draft.body, draft.occurred))
            drafts = action.decide(self)
        except Refused as refused:
            return Answer([], refused.reasons)
        return Answer([*before, *drafts], ())


class Answer(NamedTuple):
    """What a decision answered."""

    drafts: list[Draft]
    reasons: tuple[tuple[str | None, Reason], ...]

    def then(self, *drafts: Draft) -> None:
        """These drafts and no others, in this order."""
        assert self.reasons == ()
        assert self.drafts == list(drafts)

    def bodies(self, *bodies: Body) -> None:
        """Drafts with these bodies."""
        assert self.reasons == ()
        assert [draft.body for draft in self.drafts] == list(bodies)

    def refused(self, field: str | None, msgid: str) -> None:
        """Refused for one field with this sentence."""
        assert [(name, why.text, why.values) for name, why in self.reasons] == [(field, msgid, {})]


class Recorded(NamedTuple):
    """An action and exactly what it records after the given events."""

    action: Action
    drafts: list[Draft]
    given: tuple[Event, ...] = ()


def given(*events: Event) -> World:
    """A world in which these events were recorded."""
    return World(events)


def broken(event: Event, *, after: Iterable[Event] = ()) -> Reason | None:
    """Why the event cannot stand after the others, or None."""
    world = World(after)
    others = {name: world.state(name) for name in kinds.refs(event.body)}
    fact = Fact("c/2", event.body, event.occurred)
    return kinds.check_integrity(streams.kind_of(event.stream), world.state(event.stream), fact, others)


def same(*names: str, **renamed: str) -> dict[str, str]:
    """A mapping of body fields to action fields, most of the same name."""
    return {name: name for name in names} | renamed


REGION = "3303/region/000001"
UNIT, OTHER_UNIT = "3303/unit/000001", "3303/unit/000002"
PERSON, OTHER_PERSON = "3303/person/000001", "3303/person/000002"
DOCUMENT = "3303/document/000001"
LAB = "3303/lab/000001"
IDEA, OTHER_IDEA, THIRD_IDEA = (f"3303/idea/{n:06d}" for n in (1, 2, 3))
INNOVATION, OTHER_INNOVATION = "3303/innovation/000001", "3303/innovation/000002"
AGREEMENT = "3303/agreement/000001"
ENTRY, OTHER_ENTRY = "3303/entry/000001", "3303/entry/000002"

A_REGION = Event(REGION, RegionRegistered(code="33.03", name="Purbalingga", kind="kabupaten", time_zone="X"))
A_UNIT = Event(UNIT, UnitRegistered(kind="opd", name="Dinas Perdagangan"))
A_SECOND_UNIT = Event(OTHER_UNIT, UnitRegistered(kind="desa", name="Desa Bojong"))
A_PERSON = Event(PERSON, PersonRegistered(profile="p1", post="Kepala"))
A_SECOND_PERSON = Event(OTHER_PERSON, PersonRegistered(profile="p2", post="Sekretaris"))
LIVE = Event(LAB, LabOpened(slug="purbalingga-2022", name="Lab", mode="live"))
RECONSTRUCTED = Event(LAB, LabOpened(slug="purbalingga-2022", name="Lab", mode="reconstructed"))
AN_IDEA = Event(IDEA, IdeaProposed(lab=LAB, title="Pasar", units=[UNIT], proposers=[PERSON]))
A_SECOND_IDEA = Event(
    OTHER_IDEA, IdeaProposed(lab=LAB, title="Retribusi", units=[UNIT, OTHER_UNIT], proposers=[OTHER_PERSON])
)
AN_INNOVATION = Event(INNOVATION, InnovationDesigned(lab=LAB, title="SIMPEL PASAR", unit=UNIT))
A_STEP = Event(INNOVATION, PlanStepSet(number=1, phase="preparation", activity="SK tim"))
A_SECOND_INNOVATION = Event(OTHER_INNOVATION, InnovationDesigned(title="SIMPEL LAMA", unit=UNIT))
A_DOCUMENT = Event(DOCUMENT, DocumentRegistered(kind="sk", subject="SK Inovasi"))
AN_ENTRY = Event(ENTRY, EntryPrepared(award="iga", year=2026, innovation=INNOVATION))
A_PROPOSAL = Event(ENTRY, EntryPrepared(award="kipp", year=2023, group="umum", innovation=INNOVATION))
A_REGION_ENTRY = Event(ENTRY, EntryPrepared(award="iga", year=2026))
COVERED = Event(INNOVATION, AgreementCovered(agreement=AGREEMENT))
