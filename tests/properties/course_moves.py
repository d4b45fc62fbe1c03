"""Chance commands about what happens on the way: of a lab, an idea, an innovation, a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from domain import forgetting, person, terms
from domain.idea_review import AnswerIdea, CoachIdea, ReviseIdea
from domain.lab_course import CloseLab, EvaluateProgramme, PauseLab, ResumeLab, SetRuleAside
from domain.lab_setting import LinkDocument, NameTeamMember, RequestFacilitation, SurveyReadiness
from domain.plan import ApprovePlan, MapStakeholder, ReportMilestone, SetPlanStep, ValidatePlan
from domain.recognition import Determine, Judge, Publish, Recommend, RecordProperty
from domain.running import EvaluateInnovation, FollowTrial, HandOver, MergeInnovations, ReportStatus

if TYPE_CHECKING:
    from tests.properties.moves import Command

SCORES = ("1", "2.5", "87", "banyak")


class CourseMoves:
    """What `Moves` takes in: it says what there is, and which of it is meant."""

    region: str
    pick: Callable[[Sequence[Any]], Any]
    when: Callable[[], str | None]
    all: Callable[[str], list[str]]
    word: Callable[[], str]
    _act: Callable[..., Command]
    _on: Callable[..., Command]
    _lab: Callable[[], str]
    _idea: Callable[[], str]

    def about_a_lab(self) -> Command:
        """Set up, paused, resumed, evaluated, closed, or a rule set aside."""
        of = {"lab": self._lab()}
        moves: tuple[Callable[[], Command], ...] = (
            lambda: self._act(PauseLab, **of, paused_on=self.when(), resumed_on=self._later()),
            lambda: self._act(PauseLab, **of, paused_on=self.when(), reason="dana"),
            lambda: self._act(ResumeLab, **of, resumed_on=self.when() or "2023"),
            lambda: self._act(CloseLab, **of, reason=self.pick((None, "selesai"))),
            lambda: self._act(EvaluateProgramme, **of, stage_output=self.word()),
            lambda: self._act(SetRuleAside, **of, rule=self.pick(terms.PROCESS_RULES), reason="sk"),
            lambda: self._act(RequestFacilitation, **of, kind=self.pick(terms.FACILITATIONS)),
            lambda: self._act(
                NameTeamMember, **of, person=self._person(), team_position=self.pick(terms.TEAM_POSITIONS)
            ),
            lambda: self._act(
                SurveyReadiness,
                **of,
                unit=self._unit(),
                indicator=self.word(),
                score=self.pick(SCORES),
            ),
            lambda: self._act(
                LinkDocument, **of, document=self._document(), purpose=self.pick(terms.LAB_DOCUMENTS)
            ),
        )
        return self.pick(moves)()

    def review(self) -> Command:
        """An idea is answered, revised or coached."""
        of = {"idea": self._idea()}
        moves: tuple[Callable[[], Command], ...] = (
            lambda: self._act(
                AnswerIdea, **of, decision=self.pick((None, *terms.ANSWERS)), answered_by="LAN"
            ),
            lambda: self._act(ReviseIdea, **of, title=self.pick((None, self.word())), reason="menurut coach"),
            lambda: self._act(CoachIdea, **of, coach="LAN", notes=self.word()),
        )
        return self.pick(moves)()

    def plan(self) -> Command:
        """A step, its progress, the opinion on a plan, its approval, whom it touches."""
        number, version = self.pick((1, 1, 2)), self.pick((1, 1, 2))
        moves: tuple[Callable[[], Command], ...] = (
            lambda: self._on(
                SetPlanStep,
                plan=version,
                number=number,
                phase=self.pick(terms.PLAN_PHASES),
                activity=self.word(),
                cost=self.pick((None, *SCORES)),
            ),
            lambda: self._on(
                ReportMilestone,
                plan=version,
                number=number,
                progress=self.pick(terms.MILESTONE_STATUSES),
                percent=self.pick((None, 0, 60, 120)),
            ),
            lambda: self._on(ApprovePlan, plan=version, approved_by="Bupati"),
            lambda: self._on(ValidatePlan, plan=version, validator="Ahli", opinion=self.word()),
            lambda: self._on(MapStakeholder, stakeholder=self.word()),
        )
        return self.pick(moves)()

    def go_on(self) -> Command:
        """How it runs: trial, status, holders, evaluation, a merge."""
        moves: tuple[Callable[[], Command], ...] = (
            lambda: self._on(FollowTrial, course=self.pick(terms.TRIAL_COURSES), reason="alat"),
            lambda: self._on(ReportStatus, status=self.pick(terms.RUNNING), reason="dana"),
            lambda: self._on(ReportStatus, status="stopped", reason="dana"),
            lambda: self._on(ReportStatus, status="resumed"),
            lambda: self._on(
                HandOver,
                from_person=self._person(),
                to_person=self.pick((None, self._person())),
                handover_cause=self.pick(terms.HANDOVER_REASONS),
            ),
            lambda: self._on(EvaluateInnovation, benefit=self.word()),
            self._merge_innovations,
        )
        return self.pick(moves)()

    def recognise(self) -> Command:
        """A decree, a jury, a recommendation, a publication, a right."""
        moves: tuple[Callable[[], Command], ...] = (
            lambda: self._on(Determine, document=self._document(), row=self.pick((None, 1, 7))),
            lambda: self._on(Judge, jury="Tim", criterion=self.word(), score=self.pick(SCORES)),
            lambda: self._on(Recommend, recommended_by="LAN", recommended_for=self.word()),
            lambda: self._on(Publish, kind=self.pick(terms.PUBLICATIONS), title=self.word()),
            lambda: self._on(RecordProperty, kind=self.pick(terms.PROPERTIES), number=self.word()),
        )
        return self.pick(moves)()

    def change_post(self) -> Command:
        """A person takes another post, leaves, or is to be forgotten."""
        said: dict[str, Any] = {"post": self.word()}
        what = self.pick(("post", "left", "forgotten"))
        if what == "forgotten":
            return self._forget_person()
        if what == "left":
            said = {"left_because": self.pick(terms.HANDOVER_REASONS)}
        return self._act(person.ChangePost, person=self._person(), **said)

    def _forget_person(self) -> Command:
        """Somebody asks that a person be forgotten, somebody confirms, or it is done."""
        who = self._person()
        moves: tuple[Callable[[], Command], ...] = (
            lambda: self._act(
                forgetting.RequestForgetting,
                person=who,
                requested_by=self._person(),
                ground=self.word(),
                retention=self.word(),
                record=self.word(),
            ),
            lambda: self._act(forgetting.ConfirmForgetting, person=who, confirmed_by=self._person()),
            lambda: self._act(forgetting.FinishForgetting, person=who, profiles=["p1", self.word()]),
        )
        return self.pick(moves)()

    def _merge_innovations(self) -> Command:
        found = self.all("innovation") or [f"{self.region}/innovation/000001"]
        sources = [self.pick(found)]
        return self._act(MergeInnovations, sources=sources, into=self.pick(found), reason="satu")

    def _later(self) -> str | None:
        return self.pick((None, self.when()))

    def _person(self) -> str:
        return self.pick(self.all("person") or [f"{self.region}/person/000001"])

    def _unit(self) -> str:
        return self.pick(self.all("unit") or [f"{self.region}/unit/000001"])

    def _document(self) -> str:
        return self.pick(self.all("document") or [f"{self.region}/document/000001"])
