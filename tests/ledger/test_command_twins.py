"""A field that one action wrote into several events is corrected in all of them, in one append."""

import pytest

from domain.agreement import SignAgreement
from domain.idea import IdeaMadeByMerge, IdeaMerged, MergeIdeas
from domain.lab import HoldStage
from tests.ledger.office import IDEA, INNOVATION, LAB, Office, idea, innovation, lab, unit

OTHER_IDEA, MERGED_IDEA = "3303/idea/000002", "3303/idea/000003"
AGREEMENT = "3303/agreement/000001"


def merged(office: Office) -> None:
    office.do("c", idea("A"), idea("B"))
    office.do(
        "d",
        MergeIdeas.of(region="3303", occurred="2022-06", sources=[IDEA, OTHER_IDEA], title="AB", reason="r"),
    )


@pytest.mark.parametrize(("stream", "version"), [(MERGED_IDEA, 1), (IDEA, 2), (OTHER_IDEA, 2)])
def test_correction_of_a_field_in_several_events_of_one_action_corrects_all(
    office: Office, stream: str, version: int
) -> None:
    """Whichever of them is named."""
    merged(office)
    assert office.correct("e", stream, version, "reason", "fokus").events == 3
    assert [office.bodies(name)[-1] for name in (MERGED_IDEA, IDEA, OTHER_IDEA)] == [
        IdeaMadeByMerge(title="AB", sources=[IDEA, OTHER_IDEA], reason="fokus"),
        IdeaMerged(into=MERGED_IDEA, reason="fokus"),
        IdeaMerged(into=MERGED_IDEA, reason="fokus"),
    ]


def test_correction_of_the_date_of_one_action_corrects_all_its_events(office: Office) -> None:
    office.do("c", unit(), innovation())
    signed = SignAgreement.of(
        region="3303", occurred="2022-09", kind="performance", title="P", innovations=[INNOVATION]
    )
    office.do("d", signed)
    office.correct("e", INNOVATION, 2, "occurred", "2022-08")
    assert office.dates(AGREEMENT) == [("agreement.signed", "2022-08")]
    assert office.dates(INNOVATION)[1] == ("innovation.agreement_signed", "2022-08")


def test_correction_of_a_field_that_one_event_holds_corrects_that_one(office: Office) -> None:
    merged(office)
    assert office.correct("e", MERGED_IDEA, 1, "title", "SIMPEL").events == 1


@pytest.mark.parametrize(("version", "new", "left"), [(2, "2022-09-11", 3), (3, "2022-09-13", 2)])
def test_correction_of_one_day_of_a_stage_of_one_day_leaves_the_other(
    office: Office, version: int, new: str, left: int
) -> None:
    """First and last day are two fields of the action, although both are dates of its events."""
    stage = HoldStage(region="3303", lab=LAB, stage="drum_up", opened_on="2022-09-12", closed_on="2022-09-12")
    office.do("c", lab(), stage)
    office.correct("d", LAB, version, "occurred", new)
    dates = [when for _, when in office.dates(LAB)][1:]
    assert dates[left - 2] == "2022-09-12"
    assert dates[version - 2] == new
