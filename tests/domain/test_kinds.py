"""What holds for every kind: founding, references, types by name, and that each type is made by an action."""

import pytest

from domain import kinds
from domain.base import Action, Body, Draft, Reason
from domain.corrections import FactCorrected, FactVoided, names_action
from domain.fields import refs
from domain.idea import IdeaProposed
from tests.domain import (
    test_agreement,
    test_award,
    test_course,
    test_entry,
    test_evidence,
    test_idea,
    test_idea_split,
    test_innovation,
    test_lab,
    test_person_document_workshop,
    test_region,
    test_support,
    test_unit,
)
from tests.domain.given import AN_IDEA, IDEA, Event, broken

MODULES = (
    test_region,
    test_unit,
    test_person_document_workshop,
    test_lab,
    test_idea,
    test_innovation,
    test_agreement,
    test_award,
    test_idea_split,
    test_entry,
    test_support,
    test_evidence,
    test_course,
)
CASES = [case for module in MODULES for case in module.RECORDED.values()]
DRAFTS: dict[str, Draft] = {draft.body.TYPE: draft for case in CASES for draft in case.drafts}
BY_NO_ACTION = {
    "fact.voided": "a mark: the ledger writes it when an action is voided",
    "fact.corrected": "a mark: the ledger writes it when a field is corrected",
}
LATER = ("lab.close_stage", "lab.resume", "innovation.open_link")
FOUNDING = sorted(name for name, body in kinds.TYPES.items() if body.FOUNDS)
FOLLOWING = sorted(name for name in kinds.TYPES if name not in FOUNDING and name not in BY_NO_ACTION)
REFERRING = sorted(name for name, draft in DRAFTS.items() if list(kinds.refs(draft.body)))


def action_types(base: type[Action]) -> set[str]:
    named = "TYPE" in vars(base) and base.__module__.startswith("domain.")
    found = {base.TYPE} if named else set()
    return found.union(*(action_types(one) for one in base.__subclasses__()))


def test_every_event_type_is_made_by_an_action_that_a_test_decides() -> None:
    assert set(DRAFTS) | set(BY_NO_ACTION) == set(kinds.TYPES)
    assert set(DRAFTS) & set(BY_NO_ACTION) == set()


def test_every_action_is_decided_by_a_test() -> None:
    assert {case.action.TYPE for case in CASES} == action_types(Action)


def test_every_event_of_a_kind_and_every_mark_has_a_name_of_its_own() -> None:
    bodies = [body for kind in kinds.KINDS.values() for body in kind.EVENTS] + list(kinds.CORRECTION_EVENTS)
    assert [kinds.TYPES[body.TYPE] for body in bodies] == bodies
    assert len(kinds.TYPES) == len(bodies)


def test_kinds_are_named_as_in_stream_ids() -> None:
    assert list(kinds.KINDS) == [
        "region",
        "unit",
        "person",
        "document",
        "lab",
        "workshop",
        "idea",
        "innovation",
        "agreement",
        "award",
        "entry",
    ]


def test_founds_row_is_true_of_the_first_draft_alone() -> None:
    """The last day of a stage, and the day of a link, belong to a row that was recorded before."""
    flags = [(case.action.TYPE, [draft.founds_row for draft in case.drafts]) for case in CASES]
    expected = [(name, [name not in LATER] + [False] * (len(found) - 1)) for name, found in flags]
    assert flags == expected


@pytest.mark.parametrize("name", FOUNDING)
def test_founding_event_on_a_founded_stream_is_broken(name: str) -> None:
    draft = DRAFTS[name]
    again = Event(draft.stream, draft.body)
    assert broken(again, after=[again]) == Reason("This is already recorded.")


@pytest.mark.parametrize("name", FOLLOWING)
def test_event_on_a_stream_that_nothing_founded_is_broken(name: str) -> None:
    draft = DRAFTS[name]
    assert broken(Event(draft.stream, draft.body)) == Reason("Nothing founded this stream before.")


def test_idea_made_by_a_merge_on_a_proposed_idea_is_broken() -> None:
    """Two types found an idea, one idea is founded once."""
    made = Event(IDEA, DRAFTS["idea.made_by_merge"].body)
    assert broken(made, after=[AN_IDEA]) == Reason("This is already recorded.")


@pytest.mark.parametrize("name", REFERRING)
def test_event_that_refers_to_nothing_recorded_is_broken(name: str) -> None:
    draft = DRAFTS[name]
    founder = [Event(draft.stream, DRAFTS[FOUNDER[draft.stream.split("/")[1]]].body)]
    after = [] if draft.body.FOUNDS else founder
    assert broken(Event(draft.stream, draft.body), after=after) == Reason(
        "It refers to something that is not recorded."
    )


FOUNDER = {kind: next(b.TYPE for b in module.EVENTS if b.FOUNDS) for kind, module in kinds.KINDS.items()}


def test_refs_are_all_ids_of_single_fields_and_lists_in_the_order_of_the_fields() -> None:
    workshop = DRAFTS["workshop.held"].body
    assert list(kinds.refs(workshop)) == [
        "3303/lab/000001",
        "3303/person/000001",
        "3303/person/000002",
        "3303/unit/000001",
    ]


def test_refs_leave_out_what_is_not_filled() -> None:
    assert list(kinds.refs(DRAFTS["unit.renamed"].body)) == []
    assert list(kinds.refs(IdeaProposed(title="A"))) == []


@pytest.mark.parametrize("body", kinds.TYPES.values(), ids=kinds.TYPES)
def test_refs_and_fixed_fields_are_fields_of_their_type(body: type[Body]) -> None:
    assert set(refs(body)) - set(body.__struct_fields__) == set()
    assert set(body.FIXED) - set(body.__struct_fields__) == set()


@pytest.mark.parametrize(
    ("name", "action", "answer"),
    [
        ("c", "c/1", True),
        ("c", "c/12", True),
        ("c/1", "c/1", True),
        ("c/1", "c/12", False),
        ("c/1", "c/2", False),
        ("d", "c/1", False),
        ("", "c/1", False),
        ("c/", "c/1", False),
    ],
)
def test_names_action_is_true_of_the_action_and_of_its_whole_command(
    name: str, action: str, answer: bool
) -> None:
    assert names_action(name, action) is answer


@pytest.mark.parametrize("mark", [FactVoided, FactCorrected])
def test_mark_refers_to_nothing_and_founds_nothing(mark: type[Body]) -> None:
    assert (refs(mark), mark.FOUNDS) == ({}, False)
