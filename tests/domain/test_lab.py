"""Lab: opening, stages, participants, ceremonies."""

from itertools import pairwise

import pytest

from domain import kinds
from domain.base import Body, Draft, Fact, Reason
from domain.lab import (
    CloseStage,
    DisplayHeld,
    HoldCeremony,
    HoldStage,
    JoinLab,
    LabOpened,
    LaunchingHeld,
    OpenLab,
    StageClosed,
    StageNotHeld,
    StageOpened,
    UnitJoined,
)
from tests.domain.given import (
    A_PERSON,
    A_SECOND_UNIT,
    A_UNIT,
    LAB,
    LIVE,
    OTHER_UNIT,
    PERSON,
    RECONSTRUCTED,
    UNIT,
    Event,
    Recorded,
    broken,
    given,
    same,
)

OPENED = LabOpened(
    slug="purbalingga-2022",
    name="Lab Inovasi",
    round=2,
    mode="live",
    theme="Pasar",
    target_kinds=["opd"],
    facilitator="LAN",
    missions=["RPJMD 2016-2021 #9"],
    illustrative=True,
)
HELD = {"key": "expo", "name": "Purbalingga Expo", "place": "GOR", "marker": "gong", "led_by": PERSON}
OPEN = StageOpened(stage="design", local_name="Rancang")
CLOSED = StageClosed(stage="design")
NOT_HELD = StageNotHeld(stage="display", local_name="Pameran", reason="pandemi")
STAGE_FIELDS = same("stage", "local_name", occurred="opened_on")
RECORDED = {
    "open": Recorded(
        OpenLab.of(
            region="3303", occurred="2022-10-01", **{f: getattr(OPENED, f) for f in OPENED.__struct_fields__}
        ),
        [Draft(LAB, "2022-10-01", OPENED, same(*OPENED.__struct_fields__, "occurred"), founds_row=True)],
    ),
    "stage with both days": Recorded(
        HoldStage(
            region="3303",
            lab=LAB,
            stage="design",
            local_name="Rancang",
            opened_on="2022-11",
            closed_on="2022-12-01",
        ),
        [
            Draft(LAB, "2022-11", OPEN, STAGE_FIELDS, founds_row=True),
            Draft(LAB, "2022-12-01", CLOSED, same("stage", occurred="closed_on"), founds_row=False),
        ],
        (LIVE,),
    ),
    "stage that began": Recorded(
        HoldStage(region="3303", lab=LAB, stage="design", local_name="Rancang", opened_on="2022-11"),
        [Draft(LAB, "2022-11", OPEN, STAGE_FIELDS, founds_row=True)],
        (LIVE,),
    ),
    "stage of unknown beginning": Recorded(
        HoldStage(region="3303", lab=LAB, stage="design", local_name="Rancang"),
        [Draft(LAB, None, OPEN, STAGE_FIELDS, founds_row=True)],
        (LIVE,),
    ),
    "stage not held": Recorded(
        HoldStage(
            region="3303",
            occurred="2022",
            lab=LAB,
            stage="display",
            local_name="Pameran",
            opened_on="2021",
            not_held=True,
            reason="pandemi",
        ),
        [Draft(LAB, "2022", NOT_HELD, same("stage", "local_name", "reason", "occurred"), founds_row=True)],
        (LIVE,),
    ),
    "last day known later": Recorded(
        CloseStage(region="3303", lab=LAB, stage="design", closed_on="2022-12-01"),
        [Draft(LAB, "2022-12-01", CLOSED, same("stage", occurred="closed_on"), founds_row=False)],
        (LIVE, Event(LAB, OPEN)),
    ),
    "join": Recorded(
        JoinLab.of(region="3303", occurred="2022-10", lab=LAB, unit=UNIT),
        [Draft(LAB, "2022-10", UnitJoined(unit=UNIT), same("unit", "occurred"), founds_row=True)],
        (LIVE, A_UNIT),
    ),
    "launching": Recorded(
        HoldCeremony(region="3303", occurred="2022-12-15", lab=LAB, ceremony="launching", **HELD),
        [
            Draft(
                LAB,
                "2022-12-15",
                LaunchingHeld(**HELD),
                same(*HELD, "occurred") | {"@type": "ceremony"},
                founds_row=True,
            )
        ],
        (LIVE, A_PERSON),
    ),
    "display": Recorded(
        HoldCeremony(region="3303", occurred="2022-12-16", lab=LAB, ceremony="display", **HELD),
        [
            Draft(
                LAB,
                "2022-12-16",
                DisplayHeld(**HELD),
                same(*HELD, "occurred") | {"@type": "ceremony"},
                founds_row=True,
            )
        ],
        (LIVE, A_PERSON),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_lab_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_lab_is_live_only_when_opened_live() -> None:
    assert given(LIVE).state(LAB).live is True
    assert given(RECONSTRUCTED).state(LAB).live is False


def test_lab_reserves_its_slug_in_its_region() -> None:
    fact = Fact("c/1", OPENED)
    assert kinds.reservations("lab", LAB, fact) == ["lab/3303/purbalingga-2022"]
    assert kinds.reservations("lab", "3302/lab/000001", fact) == ["lab/3302/purbalingga-2022"]


@pytest.mark.parametrize(
    "body", [OPEN, CLOSED, NOT_HELD, UnitJoined(unit=UNIT), LaunchingHeld(**HELD), DisplayHeld(**HELD)]
)
def test_lab_event_other_than_opening_reserves_nothing(body: Body) -> None:
    assert kinds.reservations("lab", LAB, Fact("c/1", body)) == []


ALREADY_OPEN = Reason("Stage {stage} is already open, or recorded as not held.", {"stage": "design"})
NOT_BEGUN = Reason("Stage {stage} ends without having begun before.", {"stage": "design"})
WAS_HELD = Reason("Stage {stage} was held; it cannot be recorded as not held.", {"stage": "design"})
SKIPPED = StageNotHeld(stage="design", reason="pandemi")


@pytest.mark.parametrize(
    ("before", "then", "why"),
    [
        ([], OPEN, None),
        ([OPEN], OPEN, ALREADY_OPEN),
        ([OPEN, CLOSED], OPEN, None),
        ([SKIPPED], OPEN, ALREADY_OPEN),
        ([StageOpened(stage="diagnose")], OPEN, None),
        ([], CLOSED, NOT_BEGUN),
        ([OPEN], CLOSED, None),
        ([OPEN, CLOSED], CLOSED, NOT_BEGUN),
        ([SKIPPED], CLOSED, NOT_BEGUN),
        ([StageOpened(stage="diagnose")], CLOSED, NOT_BEGUN),
        ([], SKIPPED, None),
        ([OPEN], SKIPPED, WAS_HELD),
        ([OPEN, CLOSED], SKIPPED, WAS_HELD),
        ([SKIPPED], SKIPPED, WAS_HELD),
        ([NOT_HELD], SKIPPED, None),
    ],
)
def test_stage_follows_its_own_order(before: list[Body], then: Body, why: Reason | None) -> None:
    after = [LIVE, *(Event(LAB, body) for body in before)]
    assert broken(Event(LAB, then), after=after) == why


def test_stages_have_no_order_among_each_other() -> None:
    """Launching and monitoring are the two halves of Deliver; labs also open stages before others close."""
    order = ("display", "monitoring", "launching", "design", "diagnose", "drum_up")
    opened = [Event(LAB, StageOpened(stage=stage)) for stage in order]
    steps = [LIVE, *opened]
    assert [broken(after, after=steps[: steps.index(before) + 1]) for before, after in pairwise(steps)] == [
        None
    ] * 6


def test_unit_that_takes_part_cannot_join_again() -> None:
    joined = Event(LAB, UnitJoined(unit=UNIT))
    why = Reason("The unit already takes part in this lab.")
    assert broken(joined, after=[LIVE, A_UNIT, joined]) == why


def test_second_unit_joins_after_the_first() -> None:
    joined = Event(LAB, UnitJoined(unit=UNIT))
    other = Event(LAB, UnitJoined(unit=OTHER_UNIT))
    assert broken(other, after=[LIVE, A_UNIT, A_SECOND_UNIT, joined]) is None


@pytest.mark.parametrize("second", [LaunchingHeld(**HELD), DisplayHeld(**HELD)])
def test_ceremony_key_given_twice_in_a_lab_is_broken(second: Body) -> None:
    """Launches and displays name a ceremony by its key, so it means one."""
    first = Event(LAB, LaunchingHeld(**HELD))
    why = Reason("A ceremony of this lab already has the key {key}.", {"key": "expo"})
    assert broken(Event(LAB, second), after=[LIVE, A_PERSON, first]) == why


def test_ceremony_of_another_key_stands() -> None:
    first = Event(LAB, LaunchingHeld(key="expo", name="Expo"))
    second = Event(LAB, LaunchingHeld(key="expo-2", name="Expo"))
    assert broken(second, after=[LIVE, first]) is None
