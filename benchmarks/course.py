"""What happens on the way of generated labs, ideas and innovations: plans, progress, decrees, ends."""

from __future__ import annotations

from benchmarks import words
from benchmarks.lives import Life
from benchmarks.telling import Telling
from benchmarks.writer import Stream
from domain import lab_course, lab_setting, plan, recognition, running, terms
from domain.agreement import AgreementAmended, AgreementEnded
from domain.base import Body
from domain.document import PartyRecorded
from domain.person import PersonLeft, PostChanged


def set_up(t: Telling) -> None:
    """Facilitation asked for, the decree and its signer, the team, a survey, sometimes a pause."""
    persons = [one.id for one in t.random.sample(t.setting.persons, 3)]
    t.tell(t.lab, lab_setting.FacilitationRequested(kind="formulation", contact=persons[0]), 0)
    t.tell(t.documents[0], PartyRecorded(person=persons[0], role="signer", capacity="definitive"), 1)
    t.tell(t.lab, lab_setting.LabDocumentLinked(document=t.documents[0].id, purpose="team"), 1)
    for person, position in zip(persons, terms.TEAM_POSITIONS, strict=False):
        t.tell(t.lab, lab_setting.TeamMemberNamed(person=person, team_position=position), 2)
    for unit in t.random.sample(t.setting.units, 5):
        body = lab_setting.ReadinessSurveyed(unit=unit.id, indicator="Dukungan pimpinan", score="3.5")
        t.tell(t.lab, body, 4)
    rule = lab_course.RuleSetAside(rule="plan_validated", reason=t.words.sentence())
    t.tell(t.lab, rule, 4)
    if t.words.chance(0.2):
        t.writer.begin(2)
        t.part(t.lab, lab_course.LabPaused(reason=t.words.sentence()), 62, exact=True)
        t.part(t.lab, lab_course.LabResumed(), 64, exact=True, first=False)


def close(t: Telling) -> None:
    """The evaluation of the programme and the end of the round; a post that changed, a person who left."""
    t.tell(t.lab, lab_course.ProgrammeEvaluated(stage_output=t.words.sentence()), 430)
    t.tell(t.lab, lab_course.LabClosed(), 505)
    mover, leaver = t.random.sample(t.setting.persons, 2)
    t.tell(mover, PostChanged(post=t.words.pick(words.POSTS)), 431)
    if leaver.id not in t.setting.left:
        t.setting.left.add(leaver.id)
        t.tell(leaver, PersonLeft(left_because="retirement"), 432)


def merge(t: Telling, told: list[Life]) -> None:
    """Two innovations of the round go on as one."""
    if len(told) > 1:
        into, source = told[0].stream, told[1].stream
        why = t.words.sentence()
        t.writer.begin(2)
        t.part(into, running.TookIn(absorbed=[source.id], reason=why), 440)
        t.part(source, running.MergedInto(into=into.id, reason=why), 440, first=False)


def change(t: Telling, agreement: Stream) -> None:
    """Some agreements are amended, some of these end."""
    if t.words.chance(0.2):
        t.tell(agreement, AgreementAmended(plan=1, reason=t.words.sentence()), 180)
        if t.words.chance(0.5):
            t.tell(agreement, AgreementEnded(reason=t.words.sentence()), 420)


def go_on(t: Telling, life: Life) -> None:
    """A few of what happens to an innovation after its trial, in the order of dates."""
    told: list[tuple[float, Body, tuple[int, int]]] = [
        (0.1, plan.PlanValidated(validator="Ahli", opinion=t.words.sentence()), (128, 129)),
        (0.2, plan.PlanApproved(approved_by="Bupati"), (129, 130)),
        (0.05, plan.StakeholderMapped(stakeholder=t.words.phrase()), (129, 130)),
        (0.1, plan.MilestoneReported(number=1, progress="done", percent=100), (160, 190)),
        (0.05, running.TrialReported(result=t.words.sentence()), (190, 195)),
        (0.05, running.TrialEnded(result=t.words.sentence()), (196, 200)),
        (0.2, recognition.Determined(document=t.documents[0].id), (231, 235)),
        (0.05, recognition.Judged(jury="Tim penilai", criterion="kebaruan", score="87.5"), (300, 301)),
        (0.02, recognition.Recommended(recommended_by="LAN", recommended_for="nasional"), (310, 315)),
        (0.05, recognition.Published(kind="book", title=t.words.phrase()), (320, 325)),
        (0.02, recognition.PropertyRecorded(kind="copyright", number=f"EC{t.number:06d}"), (326, 330)),
        (0.2, running.StatusReported(status="running"), (331, 400)),
        (0.05, _handed_over(t), (411, 415)),
    ]
    for share, body, between in told:
        if t.words.chance(share):
            t.tell(life.stream, body, t.day(*between))
    if life.launched and t.words.chance(0.1):
        t.tell(life.stream, running.InnovationEvaluated(benefit=t.words.sentence()), t.day(416, 420))
    if t.words.chance(0.02):
        t.writer.begin()
        t.part(life.stream, running.Stopped(reason=t.words.sentence()), 421)
        t.writer.begin()
        t.part(life.stream, running.Resumed(), 422)


def _handed_over(t: Telling) -> Body:
    """A hand-over between two persons of the region."""
    giver, receiver = t.random.sample(t.setting.persons, 2)
    return running.HandedOver(from_person=giver.id, to_person=receiver.id, handover_cause="transfer")
