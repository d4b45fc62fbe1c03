"""Reservations are exactly the keys of the facts that stand, as corrected; references only grow."""

from typing import Any

import pytest

from domain.base import Action, Draft, Source
from domain.document import DocumentRegistered
from ledger.write.command_handler import IntegrityViolations
from ledger.write.decision import Decision
from tests.ledger.office import DOCUMENT, IDEA, LAB, UNIT, Office, document, idea, lab, unit

SECOND = "3303/document/000002"
HELD = "The number {number} is already that of {holder}, a document of the same kind and year."
OTHER_UNIT = "3303/unit/000002"


def key(number: str, year: str = "2022") -> str:
    return f"document/3303/sk/{year}/{number}"


def refusal(problems: IntegrityViolations) -> list[tuple[str, str, dict[str, Any]]]:
    return [(one.stream, one.why.text, one.why.values) for one in problems.violations]


def test_key_is_held_by_the_fact_that_stands(office: Office) -> None:
    office.do("c", document("1"), lab())
    assert office.reservations() == {key("1"): (DOCUMENT, 1), "lab/3303/purbalingga-2022": (LAB, 1)}


def test_key_that_is_held_refuses_a_second_fact(office: Office) -> None:
    office.do("c", document("188/1 TAHUN"))
    with pytest.raises(IntegrityViolations) as caught:
        office.do("d", document("188/1  tahun"))
    assert refusal(caught.value) == [(SECOND, HELD, {"number": "188/1 tahun", "holder": "SK"})]
    assert office.store.head().position == 3


def test_key_given_twice_in_one_command_is_refused(office: Office) -> None:
    with pytest.raises(IntegrityViolations) as caught:
        office.do("c", document("1"), document("1"))
    assert refusal(caught.value) == [
        (SECOND, "Two documents of one kind and year have the number {number}.", {"number": "1"})
    ]


def test_key_of_another_year_is_another_key(office: Office) -> None:
    office.do("c", document("1"), document("1", "2021"))
    assert office.reservations() == {key("1"): (DOCUMENT, 1), key("1", "2021"): (SECOND, 1)}


def test_correction_of_the_key_swaps_the_reservation(office: Office) -> None:
    office.do("c", document("1"))
    office.correct("d", DOCUMENT, 1, "number", "2")
    assert office.reservations() == {key("2"): (DOCUMENT, 1)}


def test_correction_of_the_date_swaps_the_reservation(office: Office) -> None:
    office.do("c", document("1"))
    office.correct("d", DOCUMENT, 1, "occurred", "2021-05")
    assert office.reservations() == {key("1", "2021"): (DOCUMENT, 1)}


def test_correction_to_a_held_key_is_refused(office: Office) -> None:
    office.do("c", document("1"), document("2"))
    with pytest.raises(IntegrityViolations) as caught:
        office.correct("d", SECOND, 1, "number", "1")
    values = {"number": "1", "holder": "SK"}
    assert refusal(caught.value) == [(SECOND, HELD, values)]


def test_correction_undone_swaps_back(office: Office) -> None:
    office.do("c", document("1"))
    office.correct("d", DOCUMENT, 1, "number", "2")
    office.void("e", "d")
    assert office.reservations() == {key("1"): (DOCUMENT, 1)}


def test_void_releases_the_key_for_another(office: Office) -> None:
    office.do("c", document("1"))
    office.void("d", "c")
    assert office.reservations() == {}
    office.do("e", document("1"))
    assert office.reservations() == {key("1"): (SECOND, 1)}
    assert office.findings() == []


def test_void_of_the_void_takes_the_key_again(office: Office) -> None:
    office.do("c", document("1"))
    office.void("d", "c")
    office.void("e", "d")
    assert office.reservations() == {key("1"): (DOCUMENT, 1)}


def test_void_of_the_void_is_refused_when_the_key_was_taken(office: Office) -> None:
    office.do("c", document("1"))
    office.void("d", "c")
    office.do("e", document("1"))
    with pytest.raises(IntegrityViolations) as caught:
        office.void("f", "d")
    values = {"number": "1", "holder": "SK"}
    assert refusal(caught.value) == [(DOCUMENT, HELD, values)]
    assert office.reservations() == {key("1"): (SECOND, 1)}


def test_void_of_a_correction_is_refused_when_the_old_key_was_taken(office: Office) -> None:
    office.do("c", document("1"))
    office.correct("d", DOCUMENT, 1, "number", "2")
    office.do("e", document("1"))
    with pytest.raises(IntegrityViolations):
        office.void("f", "d")
    assert office.reservations() == {key("2"): (DOCUMENT, 1), key("1"): (SECOND, 1)}


def test_void_and_redo_in_one_command_hands_the_key_to_the_new_fact(office: Office) -> None:
    office.do("c", document("1"))

    def both(decision: Decision) -> None:
        decision.void("c", "salah")
        decision.act(document("1", issuer="Bupati"))

    office.run("d", both)
    assert office.bodies(SECOND) == [DocumentRegistered(kind="sk", number="1", subject="SK", issuer="Bupati")]
    assert office.reservations() == {key("1"): (SECOND, 1)}
    assert office.findings() == []


def test_two_facts_that_swap_their_keys_in_one_command_swap_the_reservations(office: Office) -> None:
    office.do("c", document("1"), document("2"))

    def swap(decision: Decision) -> None:
        decision.correct(DOCUMENT, 1, "number", "2", "tertukar")
        decision.correct(SECOND, 1, "number", "1", "tertukar")

    office.run("d", swap)
    assert office.reservations() == {key("2"): (DOCUMENT, 1), key("1"): (SECOND, 1)}
    assert office.findings() == []


def test_key_that_another_writer_took_meanwhile_is_refused(office: Office, other: Office) -> None:
    with pytest.raises(IntegrityViolations) as caught:
        office.do("c", lab(), prepare=lambda: other.do("d", lab()) and None)
    assert [one.why.text for one in caught.value.violations] == ["The key {key} is already that of {holder}."]
    assert office.reservations() == {"lab/3303/purbalingga-2022": (LAB, 1)}


def from_row(decision: Decision, action: Action, row: str) -> None:
    def source(draft: Draft) -> Source:
        return Source(scope="lab-1", sheet="Ide", key=row, first=draft.founds_row)

    decision.act(action, source)


def test_row_of_a_sheet_is_held_once(office: Office) -> None:
    office.run("c", lambda decision: from_row(decision, idea(), "IDE-1"))
    assert office.reservations() == {"row/lab-1/Ide/IDE-1": (IDEA, 1)}
    with pytest.raises(IntegrityViolations):
        office.run("d", lambda decision: from_row(decision, idea("Lain"), "IDE-1"))
    office.run("e", lambda decision: from_row(decision, idea("Lain"), "IDE-2"))
    assert office.reservations() == {
        "row/lab-1/Ide/IDE-1": (IDEA, 1),
        "row/lab-1/Ide/IDE-2": ("3303/idea/000002", 1),
    }


def test_row_of_a_voided_action_is_free_again(office: Office) -> None:
    office.run("c", lambda decision: from_row(decision, idea(), "IDE-1"))
    office.void("d", "c")
    office.run("e", lambda decision: from_row(decision, idea("Lain"), "IDE-1"))
    assert office.reservations() == {"row/lab-1/Ide/IDE-1": ("3303/idea/000002", 1)}


def test_references_are_those_of_the_facts(office: Office) -> None:
    office.do("c", lab(), unit(), idea(lab=LAB, units=[UNIT]))
    assert office.refs() == [(LAB, IDEA), (UNIT, IDEA)]


def test_references_only_grow(office: Office) -> None:
    office.do("c", unit(), unit("Lain"), idea(units=[UNIT]))
    office.correct("d", IDEA, 1, "units", [OTHER_UNIT])
    assert office.refs() == [(UNIT, IDEA), (OTHER_UNIT, IDEA)]
    office.void("e", "d")
    office.void("f", "c/3")
    assert office.refs() == [(UNIT, IDEA), (OTHER_UNIT, IDEA)]
    assert office.findings() == []


def test_a_row_given_twice_in_one_command_is_refused(office: Office) -> None:
    source = Source(scope="3303", sheet="Unit", key="U-1", cells={"name": "C2"}, first=True)

    def both(decision: Decision) -> None:
        for name in ("Dinas Satu", "Dinas Dua"):
            decision.act(unit(name), lambda _draft: source)

    with pytest.raises(IntegrityViolations) as caught:
        office.run("c", both)
    assert [(one.why.text, one.why.values) for one in caught.value.violations] == [
        ("Two rows have the key {key}.", {"key": "U-1"})
    ]
