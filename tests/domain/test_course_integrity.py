"""What breaks in the added life of labs, ideas, innovations, agreements, documents and persons."""

from __future__ import annotations

import pytest

from domain.agreement import AgreementAmended, AgreementEnded
from domain.base import Reason
from domain.delivery import Launched
from domain.document import DocumentRegistered, PartyRecorded
from domain.idea import IdeaWithdrawn
from domain.idea_review import IdeaAnswered, IdeaRevised
from domain.lab import (
    LaunchingHeld,
)
from domain.lab_course import LabClosed, LabPaused, LabResumed, RuleSetAside
from domain.lab_setting import LabDocumentLinked, ReadinessSurveyed, TeamMemberNamed
from domain.person import PersonLeft, PersonRegistered, PostChanged
from domain.plan import (
    MilestoneReported,
    Monitored,
    PlanApproved,
    PlanStepSet,
    PlanValidated,
)
from domain.profile import ProfileWritten
from domain.recognition import Determined, Judged
from domain.running import (
    HandedOver,
    InnovationEvaluated,
    MergedInto,
    Resumed,
    Stopped,
    TookIn,
)
from tests.domain.given import (
    A_SECOND_INNOVATION,
    A_STEP,
    A_UNIT,
    AGREEMENT,
    AN_INNOVATION,
    DOCUMENT,
    IDEA,
    INNOVATION,
    LAB,
    LIVE,
    OTHER_INNOVATION,
    OTHER_PERSON,
    PERSON,
    RECONSTRUCTED,
    UNIT,
    Event,
    broken,
    given,
)
from tests.domain.test_course import BASE, SIGNED

HANDED = HandedOver(from_person=PERSON, to_person=OTHER_PERSON, handover_cause="transfer")
HELD_BY_ONE = Event(INNOVATION, ProfileWritten(innovators=[OTHER_PERSON]))
EVALUATED = InnovationEvaluated(benefit="cepat")
CASES: list[tuple[Event, tuple[Event, ...], Reason | None]] = [
    (
        Event(LAB, TeamMemberNamed(person=PERSON, team_position="chair")),
        (Event(LAB, TeamMemberNamed(person=PERSON, team_position="chair")),),
        Reason("This person already has this position in the team."),
    ),
    (
        Event(LAB, TeamMemberNamed(person=PERSON, team_position="member")),
        (Event(LAB, TeamMemberNamed(person=PERSON, team_position="chair")),),
        None,
    ),
    (
        Event(LAB, LabDocumentLinked(document=DOCUMENT, purpose="team")),
        (Event(LAB, LabDocumentLinked(document=DOCUMENT, purpose="team")),),
        Reason("The document is already recorded with this lab."),
    ),
    (
        Event(LAB, RuleSetAside(rule="monitored", reason="x")),
        (Event(LAB, RuleSetAside(rule="monitored", reason="y")),),
        Reason("The round already set this rule aside."),
    ),
    (Event(LAB, LabPaused()), (Event(LAB, LabPaused()),), Reason("The lab is already paused.")),
    (Event(LAB, LabPaused()), (Event(LAB, LabPaused()), Event(LAB, LabResumed())), None),
    (Event(LAB, LabResumed()), (), Reason("The lab goes on without having paused before.")),
    (Event(LAB, LabClosed()), (Event(LAB, LabClosed()),), Reason("The lab is already closed.")),
    (
        Event(LAB, ReadinessSurveyed(unit=UNIT, indicator="x", score="tiga")),
        (),
        Reason('"{value}" is no number.', {"value": "tiga"}),
    ),
    (
        Event(IDEA, IdeaRevised(reason="x")),
        (Event(IDEA, IdeaWithdrawn(code="cost")),),
        Reason("The idea was withdrawn before."),
    ),
    (Event(IDEA, IdeaAnswered(answered_by="LAN")), (Event(IDEA, IdeaWithdrawn(code="cost")),), None),
    (
        Event(INNOVATION, PlanApproved(plan=2, approved_by="Bupati")),
        (A_STEP,),
        Reason("The innovation has no plan {plan}.", {"plan": 2}),
    ),
    (
        Event(INNOVATION, PlanValidated(plan=2, validator="Ahli", opinion="Layak")),
        (A_STEP,),
        Reason("The innovation has no plan {plan}.", {"plan": 2}),
    ),
    (
        Event(INNOVATION, MilestoneReported(number=2, progress="done")),
        (A_STEP,),
        Reason("Plan {plan} has no step {number}.", {"plan": 1, "number": 2}),
    ),
    (
        Event(INNOVATION, MilestoneReported(number=1, progress="done", percent=101)),
        (A_STEP,),
        Reason("Progress lies between 0 and 100 per cent: {value}.", {"value": 101}),
    ),
    (Event(INNOVATION, MilestoneReported(number=1, progress="done", percent=100)), (A_STEP,), None),
    (
        Event(INNOVATION, Monitored(mode="direct", finding="x", checked=[3, 1, 2])),
        (A_STEP,),
        Reason("The action plan has no step {number}.", {"number": 2}),
    ),
    (
        Event(INNOVATION, PlanStepSet(number=2, phase="execution", activity="x", cost="banyak")),
        (),
        Reason('"{value}" is no number.', {"value": "banyak"}),
    ),
    (
        Event(INNOVATION, HandedOver(from_person=PERSON, to_person=PERSON, handover_cause="transfer")),
        (),
        Reason("A hand-over needs two different persons."),
    ),
    (Event(INNOVATION, HANDED), (HELD_BY_ONE,), Reason("This person does not hold the innovation.")),
    (Event(INNOVATION, HANDED), (), None),
    (
        Event(INNOVATION, HANDED),
        (HELD_BY_ONE, Event(INNOVATION, ProfileWritten(innovators=[PERSON]))),
        None,
    ),
    (
        Event(INNOVATION, HANDED),
        (
            Event(INNOVATION, ProfileWritten(innovators=[PERSON])),
            Event(INNOVATION, HANDED),
        ),
        Reason("This person does not hold the innovation."),
    ),
    (
        Event(INNOVATION, EVALUATED),
        (),
        Reason("The innovation was neither launched nor implemented before."),
    ),
    (Event(INNOVATION, EVALUATED), (Event(INNOVATION, Launched()),), None),
    (
        Event(INNOVATION, Stopped(reason="x")),
        (Event(INNOVATION, Stopped(reason="y")),),
        Reason("The innovation is already stopped."),
    ),
    (
        Event(INNOVATION, Resumed()),
        (),
        Reason("The innovation goes on without having been stopped before."),
    ),
    (
        Event(INNOVATION, Determined(document=DOCUMENT)),
        (Event(INNOVATION, Determined(document=DOCUMENT)),),
        Reason("This document already determines the innovation."),
    ),
    (
        Event(INNOVATION, Judged(jury="x", criterion="x", score="A")),
        (),
        Reason('"{value}" is no number.', {"value": "A"}),
    ),
    (
        Event(INNOVATION, Judged(jury="x", criterion="x", lab=LAB, ceremony="expo")),
        (),
        Reason("The lab held no ceremony {key}.", {"key": "expo"}),
    ),
    (
        Event(INNOVATION, Judged(jury="x", criterion="x", lab=LAB, ceremony="expo")),
        (Event(LAB, LaunchingHeld(key="expo", name="Expo")),),
        None,
    ),
    (
        Event(INNOVATION, MergedInto(into=OTHER_INNOVATION, reason="x")),
        (A_SECOND_INNOVATION, Event(INNOVATION, MergedInto(into=OTHER_INNOVATION, reason="x"))),
        Reason("The innovation was merged into another before."),
    ),
    (
        Event(INNOVATION, TookIn(absorbed=[OTHER_INNOVATION], reason="x")),
        (A_SECOND_INNOVATION,),
        Reason("An innovation of this merge is no longer merged into it."),
    ),
    (
        Event(AGREEMENT, AgreementAmended(reason="x")),
        (SIGNED, Event(AGREEMENT, AgreementEnded(reason="y"))),
        Reason("The agreement had already ended."),
    ),
    (
        Event(DOCUMENT, PartyRecorded(person=PERSON, role="signer")),
        (Event(DOCUMENT, PartyRecorded(person=PERSON, role="signer")),),
        Reason("This person is already a party in this role."),
    ),
    (
        Event(PERSON, PersonLeft(left_because="retirement")),
        (Event(PERSON, PersonLeft(left_because="transfer")),),
        Reason("The person had already left."),
    ),
    (
        Event(PERSON, PersonLeft(left_because="retirement")),
        (Event(PERSON, PersonLeft(left_because="transfer")), Event(PERSON, PostChanged(post="Camat"))),
        None,
    ),
]


@pytest.mark.parametrize(
    ("event", "before", "why"), CASES, ids=[f"{case[0].body.TYPE}-{n}" for n, case in enumerate(CASES)]
)
def test_integrity(event: Event, before: tuple[Event, ...], why: Reason | None) -> None:
    assert broken(event, after=[*BASE, *before]) == why


@pytest.mark.parametrize("kind", ["mou", "news", "report"])
def test_only_a_decree_or_regulation_determines(kind: str) -> None:
    paper = Event(DOCUMENT, DocumentRegistered(kind=kind, subject="x"))
    event = Event(INNOVATION, Determined(document=DOCUMENT))
    why = Reason("Only a decree or regulation determines an innovation.")
    assert broken(event, after=[A_UNIT, LIVE, AN_INNOVATION, paper]) == why


def test_a_lab_in_a_pause_or_closed_takes_what_is_told_of_it_later() -> None:
    """A reconstruction records the end before what came before it."""
    closed = Event(LAB, LabClosed())
    assert broken(Event(LAB, LabPaused()), after=[RECONSTRUCTED, closed]) is None


def test_holders_follow_profiles_and_hand_overs() -> None:
    events = [
        *BASE,
        Event(INNOVATION, ProfileWritten(innovators=[PERSON])),
        Event(INNOVATION, HANDED),
        Event(INNOVATION, HandedOver(from_person=OTHER_PERSON, handover_cause="retirement")),
    ]
    held = [given(*events[:n]).state(INNOVATION).holders for n in range(len(BASE), len(events) + 1)]
    assert held == [frozenset(), {PERSON}, {OTHER_PERSON}, frozenset()]


def test_posts_over_time() -> None:
    events = [
        Event(PERSON, PersonRegistered(profile="p1", post="Kepala", unit=UNIT)),
        Event(PERSON, PostChanged(post="Camat")),
        Event(PERSON, PersonLeft(left_because="retirement")),
        Event(PERSON, PostChanged(post="Staf Ahli")),
    ]
    states = [given(*events[:n]).state(PERSON) for n in range(1, 5)]
    assert [(one.post, one.unit, one.left) for one in states] == [
        ("Kepala", UNIT, False),
        ("Camat", None, False),
        ("Camat", None, True),
        ("Staf Ahli", None, False),
    ]
