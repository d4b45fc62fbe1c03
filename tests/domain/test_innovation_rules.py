"""Innovation: the rules of integrity, in any lab."""

import pytest

from domain.base import Body, Reason
from domain.delivery import Implemented, Launched, Trialled
from domain.design import InnovationDesigned, InnovationRenamed
from domain.idea import IdeaTakenIntoDesign, IdeaWithdrawn
from domain.innovation import AgreementCovered, State
from domain.innovation_summary import summarise
from domain.plan import Monitored, PlanStepSet
from domain.profile import Measured
from tests.domain.given import (
    A_PERSON,
    A_STEP,
    A_UNIT,
    AGREEMENT,
    AN_IDEA,
    AN_INNOVATION,
    COVERED,
    IDEA,
    INNOVATION,
    LAB,
    LIVE,
    UNIT,
    Event,
    broken,
    given,
)

AROUND = (LIVE, A_UNIT, A_PERSON, AN_IDEA, AN_INNOVATION)


def on(body: Body, occurred: str | None = None) -> Event:
    return Event(INNOVATION, body, occurred)


def step(plan: int, number: int, begins: str | None = None, ends: str | None = None) -> Event:
    body = PlanStepSet(plan=plan, number=number, phase="preparation", activity="SK", begins=begins, ends=ends)
    return on(body)


@pytest.mark.parametrize("end", [None, IdeaWithdrawn(code="cost")])
def test_innovation_of_an_idea_that_is_not_in_design_is_broken(end: Body | None) -> None:
    designed = on(InnovationDesigned(idea=IDEA, title="X", unit=UNIT))
    ended = [Event(IDEA, end)] if end else []
    why = Reason("Its idea is not taken into design.")
    assert broken(designed, after=[LIVE, A_UNIT, A_PERSON, AN_IDEA, *ended]) == why


def test_innovation_of_an_idea_in_design_stands() -> None:
    designed = on(InnovationDesigned(idea=IDEA, title="X", unit=UNIT))
    taken = Event(IDEA, IdeaTakenIntoDesign(innovation=INNOVATION))
    assert broken(designed, after=[LIVE, A_UNIT, A_PERSON, AN_IDEA, taken]) is None


def test_launch_after_a_launch_is_broken() -> None:
    assert broken(on(Launched()), after=AROUND) is None
    assert broken(on(Launched()), after=[*AROUND, on(Launched())]) == Reason(
        "The innovation was already launched."
    )


def test_implementation_after_an_implementation_is_broken() -> None:
    assert broken(on(Implemented()), after=AROUND) is None
    assert broken(on(Implemented()), after=[*AROUND, on(Implemented())]) == Reason(
        "Implementation was already recorded."
    )


def test_plan_step_of_the_same_plan_and_number_is_broken() -> None:
    assert broken(step(2, 3), after=[*AROUND, step(2, 3)]) == Reason(
        "Step {number} of plan {plan} is already recorded.", {"number": 3, "plan": 2}
    )


@pytest.mark.parametrize(("plan", "number"), [(2, 4), (1, 3), (3, 2)])
def test_plan_step_of_another_plan_or_number_stands(plan: int, number: int) -> None:
    assert broken(step(plan, number), after=[*AROUND, step(2, 3)]) is None


@pytest.mark.parametrize(
    ("begins", "ends", "stands"),
    [
        ("2022-10", "2022-11", True),
        ("2022-10", "2022-10", True),
        ("2022", "2022-01", True),
        (None, "2022-10", True),
        ("2022-10", None, True),
        ("2022-11", "2022-10", False),
        ("2022-10-13", "2022-10-12", False),
        ("2023", "2022", False),
    ],
)
def test_plan_step_may_not_certainly_end_before_it_begins(
    begins: str | None, ends: str | None, stands: bool
) -> None:
    values = {"ends": ends, "begins": begins}
    why = None if stands else Reason("The step ends ({ends}) before it begins ({begins}).", values)
    assert broken(step(1, 1, begins, ends), after=AROUND) == why


@pytest.mark.parametrize(
    ("implemented", "trialled", "stands"),
    [
        ("2022-06", "2022-07", False),
        ("2022", "2023", False),
        ("2022-06", "2022-06", True),
        ("2022", "2022-12-31", True),
        ("2022-06", "2022-05", True),
        (None, "2023", True),
        ("2022", None, True),
    ],
)
def test_first_trial_may_not_lie_certainly_after_the_implementation(
    implemented: str | None, trialled: str | None, stands: bool
) -> None:
    why = (
        None
        if stands
        else Reason(
            "The first trial ({occurred}) lies after the implementation ({implemented}).",
            {"occurred": trialled, "implemented": implemented},
        )
    )
    trial = on(Trialled(), trialled)
    assert broken(trial, after=[*AROUND, on(Implemented(), implemented)]) == why


def test_second_trial_may_lie_after_the_implementation() -> None:
    before = [on(Trialled(), "2022-05"), on(Implemented(), "2022-06")]
    assert broken(on(Trialled(), "2022-07"), after=[*AROUND, *before]) is None


def test_trial_without_an_implementation_stands() -> None:
    assert broken(on(Trialled(), "2022-07"), after=AROUND) is None


@pytest.mark.parametrize(
    ("before", "after", "stands"),
    [
        ("2022", "2021", False),
        ("2022-06", "2022-05-31", False),
        ("2022", "2022-01-01", True),
        ("2021", "2022", True),
        (None, "2022", True),
        ("2022", None, True),
    ],
)
def test_value_after_may_not_lie_certainly_before_the_value_before(
    before: str | None, after: str | None, stands: bool
) -> None:
    body = Measured(indicator="x", unit_of_measure="m", before="1", before_on=before, after="2")
    text = "The value after ({after_on}) lies before the value before ({before_on})."
    why = None if stands else Reason(text, {"after_on": after, "before_on": before})
    assert broken(on(body, after), after=AROUND) == why


@pytest.mark.parametrize(
    "body",
    [
        InnovationRenamed(title="X", reason="r"),
        Monitored(mode="direct", finding="f"),
        Trialled(),
    ],
)
def test_act_that_may_repeat_stands_twice(body: Body) -> None:
    assert broken(on(body), after=[*AROUND, on(body)]) is None


def test_state_gathers_what_decisions_need() -> None:
    world = given(
        *AROUND,
        A_STEP,
        step(2, 1),
        COVERED,
        on(AgreementCovered(agreement="3303/agreement/000002")),
        on(Trialled(), "2022-05"),
        on(Implemented(), "2022-06"),
        on(Launched(), "2022-12-15"),
    )
    facts = world.facts[INNOVATION]
    assert world.state(INNOVATION) == State(
        LAB,
        None,
        UNIT,
        summarise(facts[0], facts),
        steps=frozenset({(1, 1), (2, 1)}),
        agreements=frozenset({AGREEMENT, "3303/agreement/000002"}),
    )
