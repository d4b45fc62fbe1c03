"""Idea: proposed or made by a merge; approved; merged away, ended or taken into design."""

import pytest

from domain.base import Body, Draft, Reason
from domain.design import InnovationDesigned
from domain.idea import (
    ApproveIdea,
    EndIdea,
    IdeaApproved,
    IdeaMadeByMerge,
    IdeaMerged,
    IdeaNotContinued,
    IdeaProposed,
    IdeaTakenIntoDesign,
    IdeaWithdrawn,
    MergeIdeas,
    ProposeIdea,
    State,
)
from tests.domain.given import (
    A_PERSON,
    A_SECOND_IDEA,
    A_SECOND_PERSON,
    A_SECOND_UNIT,
    A_UNIT,
    AN_IDEA,
    AN_INNOVATION,
    DOCUMENT,
    IDEA,
    INNOVATION,
    LAB,
    LIVE,
    OTHER_IDEA,
    OTHER_PERSON,
    OTHER_UNIT,
    PERSON,
    THIRD_IDEA,
    UNIT,
    Event,
    Recorded,
    broken,
    given,
    same,
)

PEOPLE = (LIVE, A_UNIT, A_SECOND_UNIT, A_PERSON, A_SECOND_PERSON)
TWO_IDEAS = (*PEOPLE, AN_IDEA, A_SECOND_IDEA)
PROPOSED = IdeaProposed(
    lab=LAB,
    title="Pasar",
    proposal="replication",
    units=[UNIT],
    proposers=[PERSON],
    background="a",
    description="b",
    aims="c",
    beneficiaries="d",
    novelty="e",
    replicates="Kudus",
    illustrative=True,
)
MADE = IdeaMadeByMerge(
    lab=LAB,
    title="SIMPEL",
    sources=[IDEA, OTHER_IDEA],
    units=[UNIT, OTHER_UNIT],
    proposers=[PERSON, OTHER_PERSON],
    reason="fokus",
    consent="rapat",
    illustrative=True,
)
MERGED = IdeaMerged(into=THIRD_IDEA, reason="fokus")
ENDED = {"code": "cost", "reason": "mahal", "decided_by": "Bupati"}
END_FIELDS = same("code", "reason", "decided_by", "occurred") | {"@stream": "idea", "@type": "ending"}
RECORDED = {
    "propose": Recorded(
        ProposeIdea.of(
            region="3303",
            occurred="2022-10-12",
            **{name: getattr(PROPOSED, name) for name in PROPOSED.__struct_fields__},
        ),
        [Draft(IDEA, "2022-10-12", PROPOSED, same(*PROPOSED.__struct_fields__, "occurred"), founds_row=True)],
        PEOPLE,
    ),
    "merge": Recorded(
        MergeIdeas.of(
            region="3303",
            occurred="2022-11-23",
            lab=LAB,
            sources=[IDEA, OTHER_IDEA],
            title="SIMPEL",
            reason="fokus",
            consent="rapat",
            illustrative=True,
        ),
        [
            Draft(
                THIRD_IDEA,
                "2022-11-23",
                MADE,
                same("lab", "title", "sources", "reason", "consent", "illustrative", "occurred"),
                founds_row=True,
            ),
            *(
                Draft(
                    source,
                    "2022-11-23",
                    MERGED,
                    same("reason", "occurred") | {"@stream": "sources"},
                    founds_row=False,
                )
                for source in (IDEA, OTHER_IDEA)
            ),
        ],
        TWO_IDEAS,
    ),
    "withdraw": Recorded(
        EndIdea(region="3303", occurred="2022-12", idea=IDEA, ending="withdrawn", **ENDED),
        [Draft(IDEA, "2022-12", IdeaWithdrawn(**ENDED), END_FIELDS, founds_row=True)],
        TWO_IDEAS,
    ),
    "not continue": Recorded(
        EndIdea(region="3303", occurred="2022-12", idea=IDEA, ending="not_continued", **ENDED),
        [Draft(IDEA, "2022-12", IdeaNotContinued(**ENDED), END_FIELDS, founds_row=True)],
        TWO_IDEAS,
    ),
    "approve": Recorded(
        ApproveIdea.of(
            region="3303", occurred="2022-12-01", idea=IDEA, approved_by="Bupati", document=DOCUMENT
        ),
        [
            Draft(
                IDEA,
                "2022-12-01",
                IdeaApproved(approved_by="Bupati", document=DOCUMENT),
                same("approved_by", "document", "occurred") | {"@stream": "idea"},
                founds_row=True,
            )
        ],
        TWO_IDEAS,
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_idea_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_merge_credits_each_unit_and_proposer_once_in_the_order_of_sources() -> None:
    action = MergeIdeas.of(region="3303", sources=[OTHER_IDEA, IDEA], title="S", reason="fokus")
    made = IdeaMadeByMerge(
        title="S",
        sources=[OTHER_IDEA, IDEA],
        units=[UNIT, OTHER_UNIT],
        proposers=[OTHER_PERSON, PERSON],
        reason="fokus",
    )
    given(*TWO_IDEAS).when(action).bodies(made, MERGED, MERGED)


def merge(*sources: str) -> Event:
    return Event(THIRD_IDEA, IdeaMadeByMerge(title="S", sources=list(sources), reason="fokus"))


def test_merge_of_ideas_merged_into_it_stands() -> None:
    gone = [Event(source, MERGED) for source in (IDEA, OTHER_IDEA)]
    assert broken(merge(IDEA, OTHER_IDEA), after=[*TWO_IDEAS, *gone]) is None


@pytest.mark.parametrize("sources", [(), (IDEA,), (IDEA, IDEA), (IDEA, IDEA, OTHER_IDEA)])
def test_merge_of_fewer_than_two_different_ideas_is_broken(sources: tuple[str, ...]) -> None:
    gone = [Event(source, MERGED) for source in (IDEA, OTHER_IDEA)]
    why = Reason("A merge needs at least two different ideas.")
    assert broken(merge(*sources), after=[*TWO_IDEAS, *gone]) == why


def test_merge_of_an_idea_that_is_still_open_is_broken() -> None:
    why = Reason("An idea of this merge is no longer merged into it.")
    assert broken(merge(IDEA, OTHER_IDEA), after=[*TWO_IDEAS, Event(IDEA, MERGED)]) == why


def test_merge_of_an_unrecorded_idea_is_broken() -> None:
    why = Reason("It refers to something that is not recorded.")
    assert broken(merge(IDEA, "3303/idea/000099"), after=[*TWO_IDEAS, Event(IDEA, MERGED)]) == why


WITHDRAWN = IdeaWithdrawn(code="cost")
LEFT_OUT = IdeaNotContinued(code="focus")
DESIGNED = IdeaTakenIntoDesign(innovation=INNOVATION)
APPROVED = IdeaApproved(approved_by="Bupati")
WHY = {
    MERGED: Reason("The idea was merged into another before."),
    WITHDRAWN: Reason("The idea was withdrawn before."),
    LEFT_OUT: Reason("The idea was left out before."),
    DESIGNED: Reason("The idea was taken into design before."),
}
AROUND = (*TWO_IDEAS, AN_INNOVATION, Event(THIRD_IDEA, IdeaProposed(title="C")))


@pytest.mark.parametrize("then", WHY, ids=lambda body: body.TYPE)
@pytest.mark.parametrize("end", WHY, ids=lambda body: body.TYPE)
def test_idea_ends_only_once(end: Body, then: Body) -> None:
    assert broken(Event(IDEA, then), after=[*AROUND, Event(IDEA, end)]) == WHY[end]


@pytest.mark.parametrize("end", WHY, ids=lambda body: body.TYPE)
def test_open_idea_may_end_even_when_it_was_approved(end: Body) -> None:
    assert broken(Event(IDEA, end), after=AROUND) is None
    assert broken(Event(IDEA, end), after=[*AROUND, Event(IDEA, APPROVED)]) is None


@pytest.mark.parametrize("end", [MERGED, WITHDRAWN, LEFT_OUT], ids=lambda body: body.TYPE)
def test_ended_idea_cannot_be_approved(end: Body) -> None:
    assert broken(Event(IDEA, APPROVED), after=[*AROUND, Event(IDEA, end)]) == WHY[end]


@pytest.mark.parametrize("before", [[], [APPROVED], [DESIGNED]], ids=["open", "approved", "designed"])
def test_idea_that_lives_may_be_approved(before: list[Body]) -> None:
    """The approval of an idea taken into design is known late where a lab is reconstructed."""
    events = [Event(IDEA, body) for body in before]
    assert broken(Event(IDEA, APPROVED), after=[*AROUND, *events]) is None


@pytest.mark.parametrize(
    ("end", "status", "went_to"),
    [
        (MERGED, "merged", THIRD_IDEA),
        (WITHDRAWN, "withdrawn", None),
        (LEFT_OUT, "not_continued", None),
        (DESIGNED, "designed", INNOVATION),
    ],
)
def test_state_of_an_ended_idea_says_what_became_of_it(end: Body, status: str, went_to: str | None) -> None:
    world = given(AN_IDEA, Event(IDEA, APPROVED), Event(IDEA, end))
    assert world.state(IDEA) == State(LAB, (UNIT,), (PERSON,), status, approved=True, went_to=went_to)


def test_idea_made_by_a_merge_is_open() -> None:
    world = given(merge(IDEA, OTHER_IDEA))
    assert world.state(THIRD_IDEA) == State(None, (), ())


def test_idea_taken_by_an_unrecorded_innovation_is_broken() -> None:
    why = Reason("It refers to something that is not recorded.")
    assert broken(Event(IDEA, DESIGNED), after=TWO_IDEAS) == why


def test_idea_in_design_lets_its_innovation_stand() -> None:
    designed = Event(INNOVATION, InnovationDesigned(idea=IDEA, title="S", unit=UNIT))
    assert broken(designed, after=[*TWO_IDEAS, Event(IDEA, DESIGNED)]) is None
