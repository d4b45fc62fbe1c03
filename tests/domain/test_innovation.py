"""Innovation: what each action records."""

from typing import Any

import pytest

from domain.base import Action, Body, Draft
from domain.delivery import Display, Displayed, Implement, Implemented, Launch, Launched, Trialled, Try
from domain.design import DesignInnovation, InnovationDesigned, InnovationRenamed, RenameInnovation
from domain.evidence import AttachEvidence, EvidenceAttached
from domain.idea import IdeaTakenIntoDesign
from domain.plan import Monitor, Monitored, PlanStepSet, SetPlanStep
from domain.profile import Measure, Measured, Note, Noted, ProfileWritten, WriteProfile
from tests.domain.given import (
    A_PERSON,
    A_UNIT,
    AN_IDEA,
    AN_INNOVATION,
    DOCUMENT,
    IDEA,
    INNOVATION,
    LAB,
    RECONSTRUCTED,
    UNIT,
    Event,
    Recorded,
    broken,
    given,
    same,
)

AROUND = (RECONSTRUCTED, A_UNIT, A_PERSON, AN_IDEA, AN_INNOVATION)
FULL: list[tuple[type[Action], Body]] = [
    (RenameInnovation, InnovationRenamed(title="SIMPEL", acronym="SP", reason="branding")),
    (
        WriteProfile,
        ProfileWritten(
            **{
                name: [1, 9] if name == "sdgs" else ["02"] if name == "other_affairs" else name
                for name in ProfileWritten.__struct_fields__
            }
        ),
    ),
    (
        SetPlanStep,
        PlanStepSet(
            plan=2,
            number=3,
            phase="execution",
            activity="Uji",
            executor="Dinas",
            output="Laporan",
            method="Rapat",
            begins="2022-10",
            ends="2022-11",
        ),
    ),
    (Try, Trialled(place="Pasar", result="baik")),
    (Implement, Implemented(legal_base=DOCUMENT, note="tahap 1")),
    (Monitor, Monitored(mode="direct", monitor="LAN", finding="jalan", follow_up="latih")),
    (Note, Noted(heading="Skor", remark="87")),
    (Launch, Launched(lab=LAB, ceremony="expo")),
    (Display, Displayed(lab=LAB, ceremony="expo", booth="B7")),
    (
        AttachEvidence,
        EvidenceAttached(
            kind="sk",
            number="1",
            subject="SK",
            iga=["1"],
            kipp=["2"],
            file="ab",
            link="https://x",
            page="3",
            personal_data=True,
        ),
    ),
]
DESIGNED = InnovationDesigned(
    lab=LAB, idea=IDEA, title="SIMPEL PASAR", acronym="SP", unit=UNIT, illustrative=True
)
SECOND = "3303/innovation/000002"
MEASURED = {
    "indicator": "waktu",
    "unit_of_measure": "menit",
    "before": "30",
    "before_on": "2021",
    "after": "5",
    "method": "survei",
    "origin": "laporan",
}


def values(body: Body) -> dict[str, Any]:
    return {name: getattr(body, name) for name in body.__struct_fields__}


def one(action: type[Action], body: Body) -> Recorded:
    """An action with every field filled, whose fields are those of its event."""
    fields = same(*body.__struct_fields__, "occurred") | {"@stream": "innovation"}
    return Recorded(
        action.of(region="3303", occurred="2022-12-15", innovation=INNOVATION, **values(body)),
        [Draft(INNOVATION, "2022-12-15", body, fields, founds_row=True)],
        AROUND,
    )


RECORDED = {action.TYPE: one(action, body) for action, body in FULL} | {
    "design from an idea": Recorded(
        DesignInnovation.of(region="3303", occurred="2022-11-30", **values(DESIGNED)),
        [
            Draft(SECOND, "2022-11-30", DESIGNED, same(*values(DESIGNED), "occurred"), founds_row=True),
            Draft(
                IDEA,
                "2022-11-30",
                IdeaTakenIntoDesign(innovation=SECOND),
                {"occurred": "occurred", "@stream": "idea"},
                founds_row=False,
            ),
        ],
        AROUND,
    ),
    "design without an idea": Recorded(
        DesignInnovation.of(region="3303", title="BARU", unit=UNIT),
        [
            Draft(
                SECOND,
                None,
                InnovationDesigned(title="BARU", unit=UNIT),
                same(*values(DESIGNED), "occurred"),
                founds_row=True,
            )
        ],
        AROUND,
    ),
    "measure": Recorded(
        Measure.of(region="3303", occurred="1999", innovation=INNOVATION, after_on="2023-06", **MEASURED),
        [
            Draft(
                INNOVATION,
                "2023-06",
                Measured(**MEASURED),
                same(*MEASURED, occurred="after_on") | {"@stream": "innovation"},
                founds_row=True,
            )
        ],
        AROUND,
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_innovation_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_measurement_is_dated_by_the_value_after_and_by_nothing_else() -> None:
    action = Measure.of(
        region="3303",
        occurred="2022",
        innovation=INNOVATION,
        indicator="waktu",
        unit_of_measure="menit",
        before="30",
        after="5",
    )
    assert [draft.occurred for draft in given(*AROUND).when(action).drafts] == [None]


def test_design_takes_the_next_number_of_its_region() -> None:
    action = DesignInnovation.of(region="3302", title="X", unit=UNIT)
    answer = given(*AROUND).when(action)
    assert [draft.stream for draft in answer.drafts] == ["3302/innovation/000001"]


def test_drafts_of_a_design_stand_together() -> None:
    """The two events need each other: neither stands alone, both stand when both are recorded."""
    drafts = RECORDED["design from an idea"].drafts
    events = [Event(draft.stream, draft.body, draft.occurred) for draft in drafts]
    assert [broken(event, after=[*AROUND, *(e for e in events if e is not event)]) for event in events] == [
        None,
        None,
    ]
    assert [broken(event, after=AROUND) is None for event in events] == [False, False]
