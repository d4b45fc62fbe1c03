"""Entry: what cannot stand, what a state holds, and the key of an entry."""

import pytest

from domain.base import Body, Reason
from domain.claims import LevelClaimed, LevelVerified
from domain.entry import QueueMoved, ResultAnnounced, SectionWritten, State
from domain.kinds import reservations
from domain.on_entry import EntryPrepared, key
from domain.terms import QUEUE, RESULTS
from tests.domain.given import (
    A_PROPOSAL,
    A_REGION_ENTRY,
    AN_ENTRY,
    AN_INNOVATION,
    ENTRY,
    INNOVATION,
    Event,
    broken,
    given,
)
from tests.domain.test_entry import CLAIMED

BELOW = "Level {level} lies below 0."
UNCLAIMED = Reason("The indicator {indicator} was not claimed before.", {"indicator": "video"})
UNKNOWN = "{value} is not a known value of {field}."
BROKEN: dict[str, tuple[Body, Reason | None]] = {
    "level -1": (LevelClaimed(indicator="video", level=-1), Reason(BELOW, {"level": -1})),
    "level 0": (LevelClaimed(indicator="video", level=0), None),
    "level 3": (LevelClaimed(indicator="video", level=3), None),
    "level 4": (LevelClaimed(indicator="video", level=4), None),
    "a figure": (LevelClaimed(indicator="hdi", level=0, amount="-8.17"), None),
    "a figure with a comma": (
        LevelClaimed(indicator="hdi", level=0, amount="8,17"),
        Reason('"{value}" is no number.', {"value": "8,17"}),
    ),
    "claimed twice": (LevelClaimed(indicator="regulation", level=3), None),
    "verified -1": (LevelVerified(indicator="regulation", verified=-1), Reason(BELOW, {"level": -1})),
    "verified above the claim": (LevelVerified(indicator="regulation", verified=3), None),
    "verified unclaimed": (LevelVerified(indicator="video", verified=1), UNCLAIMED),
    "stage": (QueueMoved(stage="desk"), Reason(UNKNOWN, {"value": "desk", "field": "stage"})),
    "result": (ResultAnnounced(result="won"), Reason(UNKNOWN, {"value": "won", "field": "result"})),
}


@pytest.mark.parametrize(("body", "why"), BROKEN.values(), ids=BROKEN)
def test_what_an_entry_cannot_hold_is_broken(body: Body, why: Reason | None) -> None:
    assert broken(Event(ENTRY, body), after=[AN_INNOVATION, AN_ENTRY, CLAIMED]) == why


@pytest.mark.parametrize("stage", QUEUE)
def test_every_known_desk_stands(stage: str) -> None:
    assert broken(Event(ENTRY, QueueMoved(stage=stage)), after=[AN_INNOVATION, A_PROPOSAL]) is None


@pytest.mark.parametrize("result", RESULTS)
def test_every_known_result_stands(result: str) -> None:
    assert broken(Event(ENTRY, ResultAnnounced(result=result)), after=[AN_INNOVATION, A_PROPOSAL]) is None


def test_the_state_holds_what_was_claimed() -> None:
    world = given(AN_INNOVATION, AN_ENTRY, CLAIMED, Event(ENTRY, LevelClaimed(indicator="video", level=2)))
    world.record(Event(ENTRY, SectionWritten(section="novelty", text="Baru")))
    assert world.state(ENTRY) == State("iga", 2026, None, INNOVATION, {"regulation": (), "video": ()})


@pytest.mark.parametrize(
    ("event", "held"),
    [
        (AN_ENTRY, ["entry/3303/iga/2026//3303/innovation/000001"]),
        (A_PROPOSAL, ["entry/3303/kipp/2023/umum/3303/innovation/000001"]),
        (A_REGION_ENTRY, ["entry/3303/iga/2026//"]),
        (CLAIMED, []),
    ],
    ids=["of an innovation", "of a group", "of the region", "a claim"],
)
def test_an_entry_reserves_its_award_year_group_and_innovation(event: Event, held: list[str]) -> None:
    world = given(event)
    assert reservations("entry", ENTRY, world.facts[ENTRY][0]) == held
    assert [world.held(name) for name in held] == [ENTRY] * len(held)


def test_the_key_is_that_of_the_reservation() -> None:
    body = EntryPrepared(award="kipp", year=2023, group="umum", innovation=INNOVATION)
    assert A_PROPOSAL.body == body
    assert key("3303", "kipp", 2023, "umum", INNOVATION) == "entry/3303/kipp/2023/umum/3303/innovation/000001"
