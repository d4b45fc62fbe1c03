"""Voids: of what, refused with which dependants, and what may follow."""

import pytest

from domain.base import Reason, Refused
from domain.delivery import Launch
from domain.design import DesignInnovation
from domain.idea import ApproveIdea, MergeIdeas
from domain.lab import HoldStage
from ledger.write import integrity
from ledger.write.command_handler import IntegrityViolations
from tests.ledger.office import (
    DOCUMENT,
    IDEA,
    INNOVATION,
    LAB,
    UNIT,
    Office,
    document,
    idea,
    innovation,
    lab,
    unit,
)

UNRECORDED = "It refers to something that is not recorded."


def refusal(office: Office, names: str) -> Reason:
    """The one reason with which a void is refused; nothing is recorded."""
    before = office.store.head().position
    with pytest.raises(Refused) as caught:
        office.void("x", names)
    assert office.store.head().position == before
    ((field, why),) = caught.value.reasons
    assert field is None
    return why


def listed(office: Office, names: str) -> list[tuple[int, str, int, str]]:
    """What would have to go with a refused void: position, stream, version, sentence."""
    with pytest.raises(IntegrityViolations) as caught:
        office.void("x", names)
    return dependants(caught.value)


def dependants(problems: IntegrityViolations) -> list[tuple[int, str, int, str]]:
    found = integrity.dependants(problems.decision.unit_of_work)
    return [(one.fact.position, one.stream, one.fact.version, one.why.text) for one in found]


@pytest.mark.parametrize("names", ["nothing", "c/9", "c/1/1", "", "/", "c/"])
def test_void_of_an_unknown_id_is_refused(office: Office, names: str) -> None:
    office.do("c", unit())
    assert refusal(office, names) == Reason("There is no action or command {id}.", {"id": names})


@pytest.mark.parametrize("names", ["init", "init/1", "init/2"])
def test_void_of_what_init_recorded_is_refused(office: Office, names: str) -> None:
    assert refusal(office, names) == Reason("What init recorded cannot be voided.")


@pytest.mark.parametrize(("first", "second"), [("c", "c"), ("c", "c/1"), ("c/1", "c/1")])
def test_void_of_what_is_voided_is_refused(office: Office, first: str, second: str) -> None:
    office.do("c", unit())
    office.void("d", first)
    assert refusal(office, second) == Reason("{id} is already voided.", {"id": second})


def test_void_of_the_rest_of_a_command_is_taken(office: Office) -> None:
    office.do("c", document("1"), document("2"))
    office.void("d", "c/1")
    office.void("e", "c")
    assert (office.bodies(DOCUMENT), office.bodies("3303/document/000002")) == ([], [])


def test_void_writes_one_mark_in_each_stream_touched(office: Office) -> None:
    office.do("c", unit(), idea(), innovation(idea=IDEA))
    assert office.void("d", "c").events == 3
    rows = office.store.between(7, 9)
    assert [(row.stream, row.topic) for row in rows] == [
        (IDEA, "fact.voided/1"),
        (INNOVATION, "fact.voided/1"),
        (UNIT, "fact.voided/1"),
    ]


def test_void_of_one_action_of_several_leaves_the_others(office: Office) -> None:
    office.do("c", document("1"), document("2"))
    office.void("d", "c/2")
    assert [len(office.bodies(f"3303/document/{n:06d}")) for n in (1, 2)] == [1, 0]


def test_void_that_breaks_nothing_lists_nothing(office: Office) -> None:
    office.do("c", unit(), unit("Lain"))
    office.do("d", idea(units=[UNIT]))
    assert office.void("e", "c/2").events == 1


def test_void_lists_dependants_of_dependants_newest_first(office: Office) -> None:
    """The idea needs the unit, the innovation the idea and the unit, the launch the innovation."""
    office.do("c", unit())
    office.do("d", idea(units=[UNIT]))
    office.do("e", innovation(idea=IDEA))
    office.do("f", Launch.of(region="3303", innovation=INNOVATION))
    before = office.store.head().position
    nothing = "Nothing founded this stream before."
    assert listed(office, "c") == [
        (7, INNOVATION, 2, nothing),
        (6, IDEA, 2, nothing),
        (5, INNOVATION, 1, UNRECORDED),
        (4, IDEA, 1, UNRECORDED),
    ]
    assert office.store.head().position == before


def test_void_lists_only_what_depends_on_it(office: Office) -> None:
    office.do("c", document("1"), document("2"))
    office.do("d", idea(), idea("B"))
    office.do("e", ApproveIdea.of(region="3303", idea=IDEA, approved_by="B", document=DOCUMENT))
    office.do("f", ApproveIdea.of(region="3303", idea="3303/idea/000002", approved_by="B"))
    assert listed(office, "c/1") == [(7, IDEA, 2, UNRECORDED)]
    assert office.void("g", "c/2").events == 1


def test_void_of_a_source_of_a_merge_lists_the_merge_in_all_streams(office: Office) -> None:
    office.do("c", idea("A"))
    office.do("d", idea("B"))
    office.do("e", MergeIdeas.of(region="3303", sources=[IDEA, "3303/idea/000002"], title="AB", reason="r"))
    assert listed(office, "c") == [
        (7, "3303/idea/000002", 2, UNRECORDED),
        (6, IDEA, 2, "Nothing founded this stream before."),
        (5, "3303/idea/000003", 1, UNRECORDED),
    ]


def test_dependants_voided_first_let_the_void_pass(office: Office) -> None:
    office.do("c", unit())
    office.do("d", idea(units=[UNIT]))
    office.void("e", "d")
    assert office.void("f", "c").events == 1
    assert (office.bodies(UNIT), office.bodies(IDEA)) == ([], [])


def test_void_of_a_void_is_refused_while_what_it_refers_to_is_out(office: Office) -> None:
    office.do("c", unit())
    office.do("d", idea(units=[UNIT]))
    office.void("e", "d")
    office.void("f", "c")
    with pytest.raises(IntegrityViolations) as caught:
        office.void("g", "e")
    assert [(one.stream, one.why.text) for one in caught.value.violations] == [(IDEA, UNRECORDED)]


def test_void_of_a_void_brings_back_what_a_second_launch_would_double(office: Office) -> None:
    office.do("c", unit(), innovation())
    office.do("d", Launch.of(region="3303", innovation=INNOVATION))
    office.void("e", "d")
    office.do("f", Launch.of(region="3303", innovation=INNOVATION))
    with pytest.raises(IntegrityViolations) as caught:
        office.void("g", "e")
    assert [(one.fact.version, one.why.text) for one in caught.value.violations] == [
        (4, "The innovation was already launched.")
    ]


def test_facts_that_change_places_are_listed_with_those_that_break(office: Office) -> None:
    stage = HoldStage(region="3303", lab=LAB, stage="design", opened_on="2022-05", closed_on="2022-06")
    office.do("c", lab(), stage)
    with pytest.raises(IntegrityViolations) as caught:
        office.correct("d", LAB, 2, "occurred", "2022-07")
    assert dependants(caught.value) == [
        (5, LAB, 3, "Stage {stage} ends without having begun before."),
        (4, LAB, 2, "It would change places in the order of events."),
    ]


def test_facts_that_change_places_without_breaking_do_not_refuse(office: Office) -> None:
    office.do(
        "c",
        lab(),
        HoldStage(region="3303", lab=LAB, stage="drum_up", opened_on="2022-03"),
        HoldStage(region="3303", lab=LAB, stage="design", opened_on="2022-05"),
    )
    office.correct("d", LAB, 3, "occurred", "2022-02")
    assert office.dates(LAB)[1:] == [("lab.stage_opened", "2022-02"), ("lab.stage_opened", "2022-03")]


def test_problems_know_which_action_made_the_broken_fact(office: Office) -> None:
    with pytest.raises(IntegrityViolations) as caught:
        office.do("c", unit(), idea(units=["3303/unit/000009"]), unit("B"))
    decision = caught.value.decision
    assert [decision.owners[one.fact.position] for one in caught.value.violations] == [2]


def test_fact_broken_before_does_not_refuse_a_change(office: Office) -> None:
    """A ledger may hold a broken fact (another release judged less); other work goes on."""
    from eventsourcing.persistence import StoredEvent

    from domain.delivery import Launched
    from ledger.codec import CODEC, Stored

    office.do("c", unit(), innovation())
    twice = [CODEC.encode(Stored("p", f"old/{n}", Launched())) for n in (1, 2)]
    office.recorder.insert_events(
        [StoredEvent(INNOVATION, n, "innovation.launched/1", state) for n, state in enumerate(twice, 2)]
    )
    assert office.correct("d", INNOVATION, 1, "title", "Baru").events == 1


def test_codes_are_never_reused_after_a_void(office: Office) -> None:
    office.do("c", unit(), idea("A"), innovation("A"))
    office.void("d", "c")
    office.do(
        "e", unit("B"), idea("B"), DesignInnovation.of(region="3303", title="B", unit="3303/unit/000002")
    )
    assert [row.stream for row in office.store.between(9, 11)] == [
        "3303/unit/000002",
        "3303/idea/000002",
        "3303/innovation/000002",
    ]


def test_row_sees_what_the_row_above_it_recorded(office: Office) -> None:
    assert office.do("c", unit(), innovation(), Launch.of(region="3303", innovation=INNOVATION)).events == 3


def test_second_launch_in_the_same_command_is_refused(office: Office) -> None:
    launch = Launch.of(region="3303", innovation=INNOVATION)
    with pytest.raises(IntegrityViolations) as caught:
        office.do("c", unit(), innovation(), launch, launch)
    assert [(one.fact.version, one.why.text) for one in caught.value.violations] == [
        (3, "The innovation was already launched.")
    ]
