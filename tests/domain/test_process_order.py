"""The orders of the process: refused in a live lab, passed in a reconstructed one and without a lab."""

import pytest

from domain.base import Action
from domain.idea import IdeaApproved, IdeaProposed
from domain.innovation import InnovationDesigned
from domain.innovation_actions import DesignInnovation, Launch, Monitor
from tests.domain.given import (
    A_PERSON,
    A_STEP,
    A_UNIT,
    AN_IDEA,
    AN_INNOVATION,
    COVERED,
    IDEA,
    INNOVATION,
    LIVE,
    RECONSTRUCTED,
    UNIT,
    Event,
    given,
)

APPROVED = Event(IDEA, IdeaApproved(approved_by="Bupati"))
DESIGN = DesignInnovation.of(region="3303", title="X", unit=UNIT, idea=IDEA)
LAUNCH = Launch.of(region="3303", innovation=INNOVATION)
MONITOR = Monitor.of(region="3303", innovation=INNOVATION, mode="direct", finding="jalan")
NO_APPROVAL = "The idea was not approved by the top leader before design."
NO_PLAN = "The innovation has no action plan yet."
NO_AGREEMENT = "No agreement of the innovation was signed before."
RULES = [
    pytest.param((), DESIGN, "idea", NO_APPROVAL, id="design-without-approval"),
    pytest.param((), MONITOR, "innovation", NO_PLAN, id="monitoring-without-plan"),
    pytest.param((COVERED,), MONITOR, "innovation", NO_PLAN, id="monitoring-with-agreement-only"),
    pytest.param((), LAUNCH, "innovation", NO_PLAN, id="launch-without-anything"),
    pytest.param((COVERED,), LAUNCH, "innovation", NO_PLAN, id="launch-without-plan"),
    pytest.param((A_STEP,), LAUNCH, "innovation", NO_AGREEMENT, id="launch-without-agreement"),
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
        DESIGN: ["innovation.designed", "idea.taken_into_design"],
        MONITOR: ["innovation.monitored"],
        LAUNCH: ["innovation.launched"],
    }[action]


@pytest.mark.parametrize(
    ("before", "action", "types"),
    [
        pytest.param((APPROVED,), DESIGN, ["innovation.designed", "idea.taken_into_design"], id="design"),
        pytest.param((A_STEP,), MONITOR, ["innovation.monitored"], id="monitor"),
        pytest.param((A_STEP, COVERED), LAUNCH, ["innovation.launched"], id="launch"),
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
