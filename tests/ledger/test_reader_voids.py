"""The law of the fold, steps 1 and 2: the position known, voids from the newest to the oldest."""

import pytest

from domain.base import Source
from ledger import reader
from ledger.codec import Row
from tests.ledger.rows import NOON, OURS, Noted, Tale


def marks(tale: Tale) -> list[str]:
    found = [tale.codec.decode(row) for row in tale.rows if row.topic.startswith(reader.CORRECTION_TOPICS)]
    return reader.standing_voids(found)


def test_no_rows_tell_nothing() -> None:
    assert reader.read([], codec=OURS) == reader.Life(None, [])


@pytest.mark.parametrize(
    ("upto", "told"), [(0, ""), (1, "F"), (2, "F A"), (3, "F"), (4, "F A"), (5, "F A B"), (99, "F A B")]
)
def test_events_count_up_to_the_position_known(upto: int, told: str) -> None:
    tale = Tale().found().note("A").void("c2").void("c3/1").note("B")
    assert tale.told(upto) == told


def test_fact_carries_what_stands_beside_its_bytes_and_in_them() -> None:
    source = Source(file="ab", scope="lab", sheet="Ide", key="IDE-1", cells={"text": "C3"}, first=True)
    tale = Tale().add(Noted(text="A", names=["x"]), occurred="2018", position=41, source=source)
    fact = reader.read(tale.rows, codec=OURS).facts[0]
    assert (fact.position, fact.version, fact.recorded_at, fact.action) == (41, 1, NOON, "c1/1")
    assert (fact.occurred, fact.actor, fact.source) == ("2018", "3303/person/000001", source)
    assert fact.body == Noted(text="A", names=["x"])


def test_void_of_an_action_takes_out_this_action_alone() -> None:
    tale = Tale().found().note("A", action="c/1").note("B", action="c/2").note("C", action="c/12")
    assert tale.void("c/1").told() == "F B C"


def test_void_of_a_command_takes_out_all_its_actions_and_no_other_command() -> None:
    tale = Tale().found().note("A", action="c/1").note("B", action="c/2").note("C", action="cc/1")
    assert tale.void("c").told() == "F C"


def test_void_of_a_void_restores_the_fact() -> None:
    assert Tale().found().note("A").void("c2").void("c3").told() == "F A"


def test_void_of_a_void_of_a_void_takes_it_out_again() -> None:
    assert Tale().found().note("A").void("c2").void("c3").void("c4").told() == "F"


def test_void_of_the_oldest_void_does_not_undo_a_second_one() -> None:
    """A fact stays out while any standing void names it."""
    tale = Tale().found().note("A").void("c2/1").void("c2")
    assert tale.void("c3").told() == "F"
    assert tale.void("c4").told() == "F A"


def test_void_of_a_command_that_held_a_void_and_a_fact_undoes_both() -> None:
    tale = Tale().found().note("A").void("c2", action="x/1").note("B", action="x/2")
    assert tale.told() == "F B"
    assert tale.void("x").told() == "F A"


def test_void_of_the_second_action_leaves_the_void_of_the_first() -> None:
    tale = Tale().found().note("A").void("c2", action="x/1").note("B", action="x/2")
    assert tale.void("x/2").told() == "F"


def test_void_names_only_and_does_not_look_at_the_stream_for_more() -> None:
    assert Tale().found().note("A").void("other").void("c").void("c2/2").told() == "F A"


def test_voids_resolve_from_the_newest_whatever_the_order_of_the_marks_given() -> None:
    tale = Tale().found().note("A").void("c2").void("c3")
    backwards = list(reversed([tale.codec.decode(row) for row in tale.rows if row.version > 2]))
    assert marks(tale) == ["c3"]
    assert reader.standing_voids(backwards) == ["c3"]


def test_founding_fact_is_the_first_that_is_left() -> None:
    tale = Tale().found("F").note("A").found("G").void("c1")
    life = reader.read(tale.rows, codec=OURS)
    assert life.founding is not None
    assert life.founding.body == Noted(text="A")


def test_stream_without_standing_facts_has_no_founding_fact() -> None:
    assert reader.read(Tale().found().void("c1").rows, codec=OURS) == reader.Life(None, [])


def test_versions_left_out_are_as_if_voided() -> None:
    tale = Tale().found().note("A").note("B")
    assert tale.told(without=frozenset({2})) == "F B"
    life = reader.read(tale.rows, codec=OURS, without=frozenset({1}))
    assert life.founding is not None
    assert life.founding.version == 2


def test_reader_changes_no_row() -> None:
    tale = Tale().found().note("A").correct(2, "text", "B").void("c3")
    before: list[Row] = list(tale.rows)
    tale.told()
    assert tale.rows == before
