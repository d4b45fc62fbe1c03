"""The orders of the process: refused in a live lab, passed in a reconstructed one and without a lab."""

import pytest

from domain.base import Action
from domain.delivery import Launch
from domain.design import DesignInnovation, InnovationDesigned
from domain.idea import IdeaApproved, IdeaProposed
from domain.lab_course import LabClosed, LabPaused, LabResumed, RuleSetAside
from domain.plan import Monitor, PlanApproved, ReportMilestone
from domain.process_rules import RULES as TABLE
from domain.process_rules import outside
from domain.sheets.registry import SHEETS
from domain.terms import PROCESS_RULES
from tests.domain.given import (
    A_PERSON,
    A_STEP,
    A_UNIT,
    AN_IDEA,
    AN_INNOVATION,
    COVERED,
    IDEA,
    INNOVATION,
    LAB,
    LIVE,
    RECONSTRUCTED,
    UNIT,
    Event,
    given,
)

MILESTONE = ReportMilestone.of(region="3303", innovation=INNOVATION, number=1, progress="done")
PLAN_APPROVED = Event(INNOVATION, PlanApproved(approved_by="Bupati"))
APPROVED = Event(IDEA, IdeaApproved(approved_by="Bupati"))
DESIGN = DesignInnovation.of(region="3303", title="X", unit=UNIT, idea=IDEA)
LAUNCH = Launch.of(region="3303", innovation=INNOVATION)
MONITOR = Monitor.of(region="3303", innovation=INNOVATION, mode="direct", finding="jalan")
NO_APPROVAL = "The idea was not approved by the top leader before design."
NO_PLAN = "The innovation has no action plan yet."
NOT_APPROVED = "The action plan was not approved by the top leader."
NO_AGREEMENT = "No agreement of the innovation was signed before."
RULES = [
    pytest.param((), DESIGN, "idea", NO_APPROVAL, id="design-without-approval"),
    pytest.param((), MONITOR, "innovation", NO_PLAN, id="monitoring-without-plan"),
    pytest.param((COVERED,), MONITOR, "innovation", NO_PLAN, id="monitoring-with-agreement-only"),
    pytest.param((), LAUNCH, "innovation", NO_PLAN, id="launch-without-anything"),
    pytest.param((COVERED,), LAUNCH, "innovation", NO_PLAN, id="launch-without-plan"),
    pytest.param((A_STEP,), LAUNCH, "innovation", NOT_APPROVED, id="launch-without-approval"),
    pytest.param((A_STEP, PLAN_APPROVED), LAUNCH, "innovation", NO_AGREEMENT, id="launch-without-agreement"),
    pytest.param((A_STEP,), MILESTONE, "innovation", NOT_APPROVED, id="milestone-without-approval"),
]
BASE = (A_UNIT, A_PERSON, AN_IDEA, AN_INNOVATION)


@pytest.mark.parametrize(("before", "action", "field", "msgid"), RULES)
def test_order_is_refused_in_a_live_lab(
    before: tuple[Event, ...], action: Action, field: str, msgid: str
) -> None:
    given(LIVE, *BASE, *before).when(action).refused(field, msgid)


@pytest.mark.parametrize(("before", "action", "field", "msgid"), RULES)
def test_order_lets_pass_in_a_reconstructed_lab(
    before: tuple[Event, ...], action: Action, field: str, msgid: str
) -> None:
    live, past = given(LIVE, *BASE, *before), given(RECONSTRUCTED, *BASE, *before)
    assert live.when(action).drafts == []
    assert [draft.body.TYPE for draft in past.when(action).drafts] == {
        DESIGN.TYPE: ["innovation.designed", "idea.taken_into_design"],
        MONITOR.TYPE: ["innovation.monitored"],
        LAUNCH.TYPE: ["innovation.launched"],
        MILESTONE.TYPE: ["innovation.milestone_reported"],
    }[action.TYPE]


@pytest.mark.parametrize(
    ("before", "action", "types"),
    [
        pytest.param((APPROVED,), DESIGN, ["innovation.designed", "idea.taken_into_design"], id="design"),
        pytest.param((A_STEP,), MONITOR, ["innovation.monitored"], id="monitor"),
        pytest.param((A_STEP, PLAN_APPROVED, COVERED), LAUNCH, ["innovation.launched"], id="launch"),
        pytest.param((A_STEP, PLAN_APPROVED), MILESTONE, ["innovation.milestone_reported"], id="milestone"),
    ],
)
def test_order_that_is_kept_passes_in_a_live_lab(
    before: tuple[Event, ...], action: Action, types: list[str]
) -> None:
    answer = given(LIVE, *BASE, *before).when(action)
    assert answer.reasons == ()
    assert [draft.body.TYPE for draft in answer.drafts] == types


@pytest.mark.parametrize(
    ("action", "types"),
    [
        (DESIGN, ["innovation.designed", "idea.taken_into_design"]),
        (MONITOR, ["innovation.monitored"]),
        (LAUNCH, ["innovation.launched"]),
    ],
    ids=["design", "monitor", "launch"],
)
def test_order_lets_pass_what_belongs_to_no_lab(action: Action, types: list[str]) -> None:
    idea = Event(IDEA, IdeaProposed(title="A"))
    innovation = Event(INNOVATION, InnovationDesigned(title="A", unit=UNIT))
    answer = given(LIVE, A_UNIT, idea, innovation).when(action)
    assert [draft.body.TYPE for draft in answer.drafts] == types


def test_design_without_an_idea_needs_no_approval_in_a_live_lab() -> None:
    action = DesignInnovation.of(region="3303", title="X", unit=UNIT, lab="3303/lab/000001")
    assert [draft.body.TYPE for draft in given(LIVE, *BASE).when(action).drafts] == ["innovation.designed"]


@pytest.mark.parametrize("action", [DESIGN, MONITOR, LAUNCH], ids=["design", "monitor", "launch"])
def test_order_of_a_thing_not_recorded_is_left_to_integrity(action: Action) -> None:
    assert given(LIVE).when(action).reasons == ()


ASIDE = [
    (DESIGN, (), ("approval_before_design",)),
    (MONITOR, (), ("plan_before_deliver",)),
    (
        LAUNCH,
        (),
        ("plan_before_deliver", "plan_approved_before_deliver", "agreement_before_launch"),
    ),
    (MILESTONE, (A_STEP,), ("plan_approved_before_deliver",)),
]


@pytest.mark.parametrize(("action", "before", "rules"), ASIDE, ids=[one[0].TYPE for one in ASIDE])
def test_a_rule_that_the_round_set_aside_no_longer_refuses(
    action: Action, before: tuple[Event, ...], rules: tuple[str, ...]
) -> None:
    aside = [Event(LAB, RuleSetAside(rule=rule, reason="keputusan")) for rule in rules]
    for left in range(len(rules)):
        answer = given(LIVE, *BASE, *before, *aside[:left]).when(action)
        assert len(answer.reasons) == 1
    assert given(LIVE, *BASE, *before, *aside).when(action).reasons == ()


def test_the_table_of_rules_is_the_closed_list() -> None:
    assert tuple(rule.code for rule in TABLE) == PROCESS_RULES


def test_every_rule_is_fulfilled_by_a_sheet_and_stands_before_one() -> None:
    rows = {sheet.action.TYPE for sheet in SHEETS}
    assert {rule.fulfilled_by for rule in TABLE} | {rule.before for rule in TABLE} <= rows


def test_orders_are_those_that_a_live_lab_refuses_by() -> None:
    tried = {rule for _action, _before, rules in ASIDE for rule in rules}
    assert {rule.code for rule in TABLE if rule.order} == tried


@pytest.mark.parametrize(
    ("approved", "designed", "refused"),
    [
        ("2022-11-24", "2022-11-23", True),
        ("2022-11", "2022-10", True),
        ("2022-11-23", "2022-11-23", False),
        ("2022-11", "2022-11-02", False),
        (None, "2022-11-23", False),
        ("2022-11-24", None, False),
    ],
)
def test_an_approval_dated_after_the_design_is_refused_in_a_live_lab(
    approved: str | None, designed: str | None, refused: bool
) -> None:
    design = DesignInnovation.of(region="3303", title="X", unit=UNIT, idea=IDEA, occurred=designed)
    late = Event(IDEA, IdeaApproved(approved_by="Bupati"), approved)
    live = given(LIVE, *BASE, late).when(design)
    if refused:
        ((field, why),) = live.reasons
        assert (field, why.text, why.values) == (
            "occurred",
            "The idea was approved on {approved}, after its design on {designed}.",
            {"approved": approved, "designed": designed},
        )
    else:
        assert live.reasons == ()
    assert given(RECONSTRUCTED, *BASE, late).when(design).reasons == ()
    aside = Event(LAB, RuleSetAside(rule="approval_before_design", reason="keputusan"))
    assert given(LIVE, *BASE, aside, late).when(design).reasons == ()


CLOSED = Event(LAB, LabClosed(), "2022-12-31")
PAUSED = (Event(LAB, LabPaused(), "2022-11-01"), Event(LAB, LabResumed(), "2022-12-01"))


@pytest.mark.parametrize(
    ("course", "kind", "day", "rules"),
    [
        ((CLOSED,), "workshop", "2023-01-01", ["work_before_closing"]),
        ((CLOSED,), "idea", "2023", ["work_before_closing"]),
        ((CLOSED,), "innovation", "2022-12-31", []),
        ((CLOSED,), "innovation", None, []),
        (PAUSED, "workshop", "2022-11-15", ["no_workshop_in_pause"]),
        (PAUSED, "workshop", "2022-11-01", []),
        (PAUSED, "workshop", "2022-12-01", []),
        (PAUSED, "workshop", "2022", []),
        (PAUSED, "idea", "2022-11-15", []),
        (PAUSED[:1], "workshop", "2022-11-15", ["no_workshop_in_pause"]),
    ],
)
def test_a_live_lab_is_told_of_days_outside_its_course(
    course: tuple[Event, ...], kind: str, day: str | None, rules: list[str]
) -> None:
    assert [rule for rule, _why in outside(given(LIVE, *course).state(LAB), kind, day)] == rules
    assert list(outside(given(RECONSTRUCTED, *course).state(LAB), kind, day)) == []
    aside = [Event(LAB, RuleSetAside(rule=rule, reason="keputusan")) for rule in rules]
    assert list(outside(given(LIVE, *course, *aside).state(LAB), kind, day)) == []
