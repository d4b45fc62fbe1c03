"""The law of the fold, step 2: corrections in position order, falling and returning with their facts."""

import pytest

from ledger import reader
from tests.ledger.rows import OURS, Founded, Noted, Tale


def bodies(tale: Tale) -> list[object]:
    return [fact.body for fact in reader.read(tale.rows, codec=OURS).facts]


def test_correction_replaces_one_field_of_one_fact() -> None:
    tale = Tale().found().add(Noted(text="A", other="o", names=["n"])).note("A").correct(2, "text", "B")
    assert bodies(tale) == [Founded(text="F"), Noted(text="B", other="o", names=["n"]), Noted(text="A")]


def test_correction_of_a_list_replaces_the_whole_list() -> None:
    tale = Tale().found().add(Noted(text="A", names=["x", "y"])).correct(2, "names", ["z"])
    assert bodies(tale)[1] == Noted(text="A", names=["z"])


def test_correction_to_nothing_empties_the_field() -> None:
    tale = Tale().found().add(Noted(text="A", other="o")).correct(2, "other", None)
    assert bodies(tale)[1] == Noted(text="A")


def test_last_correction_in_position_wins() -> None:
    assert Tale().found().note("A").correct(2, "text", "B").correct(2, "text", "C").told() == "F C"


def test_corrections_of_different_fields_add_up() -> None:
    tale = (
        Tale().found().note("A").correct(2, "text", "B").correct(2, "other", "o").correct(2, "names", ["n"])
    )
    assert bodies(tale)[1] == Noted(text="B", other="o", names=["n"])


def test_void_of_a_correction_restores_the_one_before_it() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B").correct(2, "text", "C")
    assert tale.void("c4").told() == "F B"
    assert tale.void("c3").told() == "F A"


def test_void_of_an_older_correction_leaves_the_newer() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B").correct(2, "text", "C")
    assert tale.void("c3").told() == "F C"


def test_voided_correction_returns_when_its_void_is_voided() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B").void("c3")
    assert tale.told() == "F A"
    assert tale.void("c4").told() == "F B"


def test_corrections_fall_and_return_with_their_fact() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B").void("c2")
    assert tale.told() == "F"
    assert tale.void("c4").told() == "F B"


def test_correction_is_known_from_its_position_on() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B")
    assert [tale.told(upto) for upto in (2, 3)] == ["F A", "F B"]


def test_correction_of_the_date_moves_the_fact() -> None:
    tale = Tale().found().note("A", "2022-01").note("B", "2022-02").note("C", "2022-03")
    assert tale.correct(4, "occurred", "2021-12").told() == "F C A B"


def test_correction_of_the_date_to_unknown_gives_the_recorded_order_back() -> None:
    tale = Tale().found().note("A", "2022-02").note("B", "2022-01")
    assert tale.told() == "F B A"
    assert tale.correct(3, "occurred", None).told() == "F A B"
    assert reader.read(tale.rows, codec=OURS).facts[2].occurred is None


def test_correction_of_the_founding_date_does_not_move_it() -> None:
    tale = Tale().found(occurred="2018").note("A", "2019").correct(1, "occurred", "2020")
    assert tale.told() == "F A"
    assert [fact.occurred for fact in reader.read(tale.rows, codec=OURS).facts] == ["2020", "2019"]


def test_correction_has_no_date_of_its_own() -> None:
    """At every day the fact stands with its corrected values, even long before the correction."""
    tale = Tale().found(occurred="2000").note("A", "2001")
    tale.correct(2, "text", "B", at="2022-10-12T05:00:00.000000Z")
    assert tale.told(day=731000) == "F B"


def test_void_has_no_date_of_its_own() -> None:
    tale = Tale().found(occurred="2000").note("A", "2001").void("c2", at="2022-10-12T05:00:00.000000Z")
    assert tale.told(day=731000) == "F"


def test_standing_corrections_are_listed_oldest_first_by_version_and_field() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B").correct(2, "other", "o").correct(2, "text", "C")
    found = reader.standing_corrections(tale.rows, OURS)
    assert {key: [mark.version for mark in marks] for key, marks in found.items()} == {
        (2, "text"): [3, 5],
        (2, "other"): [4],
    }
    found = reader.standing_corrections(tale.void("c5").rows, OURS)
    assert [mark.version for mark in found[2, "text"]] == [3]


@pytest.mark.parametrize("field", ["text", "occurred"])
def test_correction_keeps_position_action_and_actor_of_the_fact(field: str) -> None:
    tale = Tale().found().note("A", "2018").correct(2, field, "2019", action="x/9")
    fact = reader.read(tale.rows, codec=OURS).facts[1]
    assert (fact.position, fact.version, fact.action, fact.actor) == (2, 2, "c2/1", "3303/person/000001")
