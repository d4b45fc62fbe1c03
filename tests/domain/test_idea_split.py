"""An idea that is split into several."""

import pytest

from domain.base import Body, Draft, Reason
from domain.idea import IdeaApproved, IdeaMadeBySplit, IdeaSplit, IdeaWithdrawn, SplitIdea
from tests.domain.given import (
    A_PERSON,
    A_UNIT,
    AN_IDEA,
    IDEA,
    LAB,
    LIVE,
    OTHER_IDEA,
    PERSON,
    THIRD_IDEA,
    UNIT,
    Event,
    Recorded,
    broken,
    given,
    same,
)

SPLIT = IdeaSplit(into=[OTHER_IDEA, THIRD_IDEA], titles=["A", "B"], reason="dua layanan")


def part(place: int, title: str) -> IdeaMadeBySplit:
    return IdeaMadeBySplit(
        lab=LAB, title=title, source=IDEA, place=place, units=[UNIT], proposers=[PERSON], reason="dua layanan"
    )


RECORDED = {
    "split": Recorded(
        SplitIdea(region="3303", occurred="2017", idea=IDEA, titles=["A", "B"], reason="dua layanan"),
        [
            Draft(
                IDEA,
                "2017",
                SPLIT,
                same("titles", "reason", "illustrative", "occurred") | {"@stream": "idea"},
                founds_row=True,
            ),
            *(
                Draft(
                    stream,
                    "2017",
                    part(place, title),
                    same("reason", "illustrative", "occurred", title="titles"),
                    founds_row=False,
                )
                for place, (stream, title) in enumerate(((OTHER_IDEA, "A"), (THIRD_IDEA, "B")), 1)
            ),
        ],
        (AN_IDEA,),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_split_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_a_split_into_one_is_broken() -> None:
    body = IdeaSplit(into=[OTHER_IDEA], titles=["A"], reason="x")
    found = Event(OTHER_IDEA, part(1, "A"))
    assert broken(Event(IDEA, body), after=[AN_IDEA, found]) == Reason(
        "A split needs at least two new ideas."
    )


@pytest.mark.parametrize("later", [IdeaWithdrawn(code="cost"), IdeaApproved(approved_by="Bupati")])
def test_a_split_idea_has_ended(later: Body) -> None:
    after = [AN_IDEA, Event(IDEA, SPLIT)]
    assert broken(Event(IDEA, later), after=after) == Reason("The idea was split before.")


def test_a_part_without_the_split_is_broken() -> None:
    why = Reason("The idea that it came from is no longer split.")
    assert broken(Event(OTHER_IDEA, part(1, "A")), after=[AN_IDEA, LIVE, A_UNIT, A_PERSON]) == why
