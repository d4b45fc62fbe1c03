"""Awards: to a region, unit, innovation or person, whoever gave them and whatever for."""

import pytest

from domain.award import AwardGiven, GiveAward
from domain.base import Draft, Reason
from domain.innovation import AwardReceived
from tests.domain.given import AN_INNOVATION, INNOVATION, UNIT, Event, Recorded, broken, given, same

AWARD = "3303/award/000001"
FIELDS = ("title", "giver", "tier", "edition", "recipient", "innovation", "unit", "person", "document")
TOP = AwardGiven(
    title="Sinovik",
    giver="KemenPANRB",
    tier="TOP 35",
    edition="2016",
    recipient="innovation",
    innovation=INNOVATION,
)
RECORDED = {
    "to an innovation": Recorded(
        GiveAward.of(
            region="3303",
            occurred="2016-05",
            title="Sinovik",
            giver="KemenPANRB",
            tier="TOP 35",
            edition="2016",
            recipient="innovation",
            innovation=INNOVATION,
        ),
        [
            Draft(AWARD, "2016-05", TOP, same(*FIELDS, "occurred"), founds_row=True),
            Draft(
                INNOVATION,
                "2016-05",
                AwardReceived(award=AWARD),
                {"occurred": "occurred", "@stream": "innovation"},
            ),
        ],
        (AN_INNOVATION,),
    ),
    "to a region": Recorded(
        GiveAward.of(region="3303", occurred="2017", title="INAGARA Award", recipient="region"),
        [
            Draft(
                AWARD,
                "2017",
                AwardGiven(title="INAGARA Award", recipient="region"),
                same(*FIELDS, "occurred"),
                founds_row=True,
            )
        ],
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_award_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


@pytest.mark.parametrize("recipient", ["innovation", "unit", "person"])
def test_award_that_does_not_name_its_recipient_is_broken(recipient: str) -> None:
    why = Reason(f"The award does not name its {recipient}.")
    assert broken(Event(AWARD, AwardGiven(title="X", recipient=recipient))) == why


def test_award_that_names_another_recipient_is_refused() -> None:
    action = GiveAward.of(region="3303", title="X", recipient="region", unit=UNIT)
    given().when(action).refused("unit", "The award goes to another recipient than this one.")
