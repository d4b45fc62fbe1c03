"""What was added to the life of a lab, an idea, an innovation, an agreement, a document and a person."""

from __future__ import annotations

from typing import Any

import pytest

from domain import kinds
from domain.agreement import AgreementAmended, AgreementEnded, AgreementSigned, ChangeAgreement
from domain.base import Action, Body, Draft, Reason
from domain.delivery import Implemented
from domain.document import DocumentRegistered, PartyRecorded, RecordParty
from domain.idea_review import AnswerIdea, CoachIdea, IdeaAnswered, IdeaCoached, IdeaRevised, ReviseIdea
from domain.lab_course import (
    CloseLab,
    EvaluateProgramme,
    LabClosed,
    LabPaused,
    LabResumed,
    PauseLab,
    ProgrammeEvaluated,
    ResumeLab,
    RuleSetAside,
    SetRuleAside,
)
from domain.lab_setting import (
    FacilitationRequested,
    LabDocumentLinked,
    LinkDocument,
    NameTeamMember,
    ReadinessSurveyed,
    RequestFacilitation,
    SurveyReadiness,
    TeamMemberNamed,
)
from domain.person import ChangePost, PersonLeft, PostChanged
from domain.plan import (
    ApprovePlan,
    MapStakeholder,
    MilestoneReported,
    PlanApproved,
    PlanValidated,
    ReportMilestone,
    StakeholderMapped,
    ValidatePlan,
)
from domain.recognition import (
    Determine,
    Determined,
    Judge,
    Judged,
    PropertyRecorded,
    Publish,
    Published,
    Recommend,
    Recommended,
    RecordProperty,
)
from domain.running import (
    EvaluateInnovation,
    FollowTrial,
    HandedOver,
    HandOver,
    InnovationEvaluated,
    MergedInto,
    MergeInnovations,
    ReportStatus,
    Resumed,
    StatusReported,
    Stopped,
    TookIn,
    TrialEnded,
    TrialReported,
)
from tests.domain.given import (
    A_DOCUMENT,
    A_PERSON,
    A_SECOND_INNOVATION,
    A_SECOND_PERSON,
    A_STEP,
    A_UNIT,
    AGREEMENT,
    AN_IDEA,
    AN_INNOVATION,
    DOCUMENT,
    IDEA,
    INNOVATION,
    LAB,
    OTHER_INNOVATION,
    OTHER_PERSON,
    PERSON,
    RECONSTRUCTED,
    UNIT,
    Event,
    Recorded,
    World,
    broken,
    given,
    same,
)

WHEN = "2023-01"
SIGNED = Event(AGREEMENT, AgreementSigned(kind="performance", lab=LAB, title="PKI"), "2022-12-15")
BASE = (A_UNIT, A_PERSON, A_SECOND_PERSON, A_DOCUMENT, RECONSTRUCTED, AN_IDEA, AN_INNOVATION)
OTHERS = (*BASE, A_SECOND_INNOVATION, SIGNED)


def said(action: type[Any], body: Body, *, on: dict[str, str], stream: str, target: str | None) -> Recorded:
    """A row that says one fact as it is recorded."""
    values = {name: getattr(body, name) for name in body.__struct_fields__}
    fields = same(*body.__struct_fields__, "occurred") | ({"@stream": target} if target else {})
    drafted = Draft(stream, WHEN, body, fields, founds_row=True)
    return Recorded(action.of(region="3303", occurred=WHEN, **on, **values), [drafted], OTHERS)


def of_lab(action: type[Any], body: Body) -> Recorded:
    return said(action, body, on={"lab": LAB}, stream=LAB, target=None)


def of_idea(action: type[Any], body: Body) -> Recorded:
    return said(action, body, on={"idea": IDEA}, stream=IDEA, target="idea")


def of_innovation(action: type[Any], body: Body, *before: Event) -> Recorded:
    made = said(action, body, on={"innovation": INNOVATION}, stream=INNOVATION, target="innovation")
    return made._replace(given=(*OTHERS, *before))


def chosen(action: Action, stream: str, body: Body, fields: dict[str, str], *before: Event) -> Recorded:
    """A row whose kind decides which event it becomes."""
    return Recorded(action, [Draft(stream, WHEN, body, fields, founds_row=True)], (*OTHERS, *before))


TRIAL = same(
    "place", "result", "occurred", **{"@stream": "innovation", "@type": "course", "stopped": "course"}
)
STATUS = same("status", "reason", "occurred", **{"@stream": "innovation", "@type": "status"})
REASON = same("reason", "occurred", **{"@stream": "innovation", "@type": "status"})
CHANGE = same("reason", "document", "occurred", **{"@stream": "agreement", "@type": "change"})
PAUSE = same("reason", "document", occurred="paused_on")
RESUME = same(occurred="resumed_on")
ON = {"region": "3303", "occurred": WHEN}
RECORDED = {
    "facilitation": of_lab(
        RequestFacilitation, FacilitationRequested(kind="consultation", contact=PERSON, addressee="LAN")
    ),
    "document of the lab": of_lab(LinkDocument, LabDocumentLinked(document=DOCUMENT, purpose="team")),
    "team": of_lab(NameTeamMember, TeamMemberNamed(person=PERSON, team_position="chair", document=DOCUMENT)),
    "survey": of_lab(SurveyReadiness, ReadinessSurveyed(unit=UNIT, indicator="Dukungan", score="3.5")),
    "programme": of_lab(EvaluateProgramme, ProgrammeEvaluated(stage_output="4 inovasi")),
    "rule set aside": of_lab(SetRuleAside, RuleSetAside(rule="commitment_signed", reason="menyusul")),
    "closed": of_lab(CloseLab, LabClosed(reason="dana")),
    "paused": Recorded(
        PauseLab(region="3303", lab=LAB, paused_on="2020", resumed_on="2021-03-04", reason="dana"),
        [
            Draft(LAB, "2020", LabPaused(reason="dana"), PAUSE, founds_row=True),
            Draft(LAB, "2021-03-04", LabResumed(), RESUME, founds_row=False),
        ],
        OTHERS,
    ),
    "paused, going on unknown": Recorded(
        PauseLab(region="3303", lab=LAB),
        [Draft(LAB, None, LabPaused(), PAUSE, founds_row=True)],
        OTHERS,
    ),
    "resumed": Recorded(
        ResumeLab(region="3303", lab=LAB, resumed_on="2021-03-04"),
        [Draft(LAB, "2021-03-04", LabResumed(), RESUME, founds_row=False)],
        (*OTHERS, Event(LAB, LabPaused())),
    ),
    "answered": of_idea(
        AnswerIdea, IdeaAnswered(field="aims", accepted=False, decision="returned", answered_by="LAN")
    ),
    "revised": of_idea(ReviseIdea, IdeaRevised(title="Pasar Bersih", reason="lebih jelas")),
    "coached": of_idea(CoachIdea, IdeaCoached(coach="LAN", notes="Target")),
    "stakeholder": of_innovation(MapStakeholder, StakeholderMapped(stakeholder="Pedagang")),
    "validated": of_innovation(ValidatePlan, PlanValidated(validator="Ahli", opinion="Layak"), A_STEP),
    "plan approved": of_innovation(ApprovePlan, PlanApproved(approved_by="Bupati"), A_STEP),
    "milestone": of_innovation(
        ReportMilestone, MilestoneReported(number=1, progress="ongoing", percent=60), A_STEP
    ),
    "trial reported": chosen(
        FollowTrial(**ON, innovation=INNOVATION, course="reported", place="Pasar", result="lancar"),
        INNOVATION,
        TrialReported(place="Pasar", result="lancar"),
        TRIAL,
    ),
    "trial ended": chosen(
        FollowTrial(**ON, innovation=INNOVATION, course="finished", result="berhasil"),
        INNOVATION,
        TrialEnded(result="berhasil"),
        TRIAL | same("reason"),
    ),
    "trial stopped": chosen(
        FollowTrial(**ON, innovation=INNOVATION, course="stopped", reason="rusak"),
        INNOVATION,
        TrialEnded(stopped=True, reason="rusak"),
        TRIAL | same("reason"),
    ),
    "status": chosen(
        ReportStatus(**ON, innovation=INNOVATION, status="running"),
        INNOVATION,
        StatusReported(status="running"),
        STATUS,
    ),
    "stopped": chosen(
        ReportStatus(**ON, innovation=INNOVATION, status="stopped", reason="dana"),
        INNOVATION,
        Stopped(reason="dana"),
        REASON,
    ),
    "resumed innovation": chosen(
        ReportStatus(**ON, innovation=INNOVATION, status="resumed"),
        INNOVATION,
        Resumed(),
        REASON,
        Event(INNOVATION, Stopped(reason="dana")),
    ),
    "handed over": of_innovation(
        HandOver, HandedOver(from_person=PERSON, to_person=OTHER_PERSON, handover_cause="transfer")
    ),
    "evaluated": of_innovation(
        EvaluateInnovation, InnovationEvaluated(benefit="cepat"), Event(INNOVATION, Implemented())
    ),
    "determined": of_innovation(Determine, Determined(document=DOCUMENT, row=7)),
    "judged": of_innovation(Judge, Judged(jury="Tim", criterion="kebaruan", score="87.5", rank=1)),
    "recommended": of_innovation(Recommend, Recommended(recommended_by="LAN", recommended_for="nasional")),
    "published": of_innovation(Publish, Published(kind="book", title="Direktori")),
    "property": of_innovation(RecordProperty, PropertyRecorded(kind="copyright", number="EC1")),
    "innovations merged": Recorded(
        MergeInnovations(**ON, sources=[OTHER_INNOVATION], into=INNOVATION, reason="satu"),
        [
            Draft(
                INNOVATION,
                WHEN,
                TookIn(absorbed=[OTHER_INNOVATION], reason="satu"),
                same("reason", "occurred", absorbed="sources", **{"@stream": "into"}),
                founds_row=True,
            ),
            Draft(
                OTHER_INNOVATION,
                WHEN,
                MergedInto(into=INNOVATION, reason="satu"),
                same("into", "reason", "occurred", **{"@stream": "sources"}),
                founds_row=False,
            ),
        ],
        OTHERS,
    ),
    "amended": chosen(
        ChangeAgreement(**ON, agreement=AGREEMENT, change="amended", number="2", plan=2, reason="target"),
        AGREEMENT,
        AgreementAmended(number="2", plan=2, reason="target"),
        CHANGE | same("number", "plan"),
    ),
    "agreement ended": chosen(
        ChangeAgreement(**ON, agreement=AGREEMENT, change="ended", reason="selesai"),
        AGREEMENT,
        AgreementEnded(reason="selesai"),
        CHANGE,
    ),
    "party": said(
        RecordParty,
        PartyRecorded(person=PERSON, role="first_party", capacity="on_behalf", representing="Bupati"),
        on={"document": DOCUMENT},
        stream=DOCUMENT,
        target="document",
    ),
    "another post": chosen(
        ChangePost(**ON, person=PERSON, post="Camat", unit=UNIT),
        PERSON,
        PostChanged(post="Camat", unit=UNIT),
        same("post", "unit", "institution", "occurred", **{"@stream": "person"}),
    ),
    "left": chosen(
        ChangePost(**ON, person=PERSON, left_because="retirement"),
        PERSON,
        PersonLeft(left_because="retirement"),
        same("left_because", "occurred", **{"@stream": "person"}),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_it_is_recorded_as_it_was_said(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_what_is_recorded_breaks_nothing(case: Recorded) -> None:
    assert faults(given(*case.given), case.drafts) == []


def faults(world: World, drafts: list[Draft]) -> list[Reason]:
    """What the drafts break, each seen after all of them were recorded, as an append does it."""
    for draft in reversed(drafts):
        others = [one for one in drafts if one is not draft]
        after = events_of(world) + [Event(o.stream, o.body, o.occurred) for o in others]
        if found := broken(Event(draft.stream, draft.body, draft.occurred), after=after):
            return [found]
    return []


def events_of(world: World) -> list[Event]:
    return [Event(name, fact.body, fact.occurred) for name, facts in world.facts.items() for fact in facts]


def test_a_party_without_a_date_signed_on_the_day_of_the_document() -> None:
    dated = Event(DOCUMENT, DocumentRegistered(kind="mou", subject="MoU"), "2017-03-16")
    action = RecordParty.of(region="3303", document=DOCUMENT, person=PERSON, role="signer")
    assert [draft.occurred for draft in given(dated, A_PERSON).when(action).drafts] == ["2017-03-16"]


REFUSED = [
    (
        SetRuleAside.of(region="3303", lab=LAB, rule="monitored"),
        "reason",
        "A rule of the process is set aside by a document or for a reason: name one.",
    ),
    (
        FollowTrial(region="3303", innovation=INNOVATION, course="stopped"),
        "reason",
        "A trial that was stopped needs a reason.",
    ),
    (
        ReportStatus(region="3303", innovation=INNOVATION, status="stopped"),
        "reason",
        "An innovation that does not go on needs a reason.",
    ),
    (
        ReportStatus(region="3303", innovation=INNOVATION, status="idle"),
        "reason",
        "An innovation that does not go on needs a reason.",
    ),
    (
        MergeInnovations(region="3303", sources=[INNOVATION], into=INNOVATION, reason="satu"),
        "into",
        "An innovation cannot be merged into itself.",
    ),
    (
        ChangePost(region="3303", person=PERSON),
        "post",
        "Say either the new post or why the person left.",
    ),
    (
        ChangePost(region="3303", person=PERSON, post="Camat", left_because="transfer"),
        "post",
        "Say either the new post or why the person left.",
    ),
]


@pytest.mark.parametrize(("action", "field", "msgid"), REFUSED)
def test_what_says_too_little_is_refused(action: Action, field: str, msgid: str) -> None:
    given(*OTHERS).when(action).refused(field, msgid)


def test_all_of_it_is_known_by_its_kind() -> None:
    made = {draft.body.TYPE for case in RECORDED.values() for draft in case.drafts}
    assert made <= kinds.TYPES.keys()
    assert len(made) == 35
