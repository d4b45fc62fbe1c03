"""The law of the fold, step 4: recorded order, except that a certainly earlier fact comes before a later."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import dates
from domain.base import Fact
from ledger.reader import in_order
from tests.ledger.rows import Founded, Noted, Tale

DATES: tuple[str | None, ...] = (
    None,
    *(f"20{year:02d}" for year in range(18, 22)),
    *(f"2019-{month:02d}" for month in range(1, 13)),
    *(f"2019-06-{day:02d}" for day in range(1, 31, 2)),
    *(f"2019-{first:02d}/2019-{first + wide:02d}" for first in range(1, 10) for wide in (1, 3)),
    *(f"2019-06-{day:02d}/2019-06-{day + 4:02d}" for day in range(1, 25, 3)),
    "2018/2020",
    "2018-12/2019-01",
    None,
    None,
)
FACTS = st.binary(max_size=12).map(lambda picks: facts([DATES[pick % len(DATES)] for pick in picks]))


def facts(occurred: list[str | None]) -> list[Fact[Noted]]:
    """Facts of these dates in position order; the first is the founding one."""
    return [
        Fact(f"c{place}/1", Noted(text="x"), when, place, place) for place, when in enumerate(occurred, 1)
    ]


def by_the_letter(recorded: list[Fact[Noted]]) -> list[Fact[Noted]]:
    """Each fact, in position order, is placed before the first that is certainly later, else last."""
    placed = recorded[:1]
    for fact in recorded[1:]:
        later = [
            at for at in range(1, len(placed)) if dates.certainly_before(fact.occurred, placed[at].occurred)
        ]
        placed.insert(later[0] if later else len(placed), fact)
    return placed


@given(FACTS)
@settings(max_examples=20_000, deadline=None)
def test_order_never_reverses_a_certain_pair_and_leaves_unknown_dates_alone(
    recorded: list[Fact[Noted]],
) -> None:
    ordered = in_order(list(recorded))
    assert sorted(fact.position for fact in ordered) == [fact.position for fact in recorded]
    assert ordered[:1] == recorded[:1]
    reversed_pairs = [
        (first.position, second.position)
        for first, second in combinations(ordered[1:], 2)
        if dates.certainly_before(second.occurred, first.occurred)
    ]
    assert reversed_pairs == []
    unknown = [fact.position for fact in ordered[1:] if fact.occurred is None]
    assert unknown == sorted(unknown)
    assert ordered == by_the_letter(recorded)


@given(FACTS)
def test_order_without_a_certain_pair_against_it_is_the_recorded_one(recorded: list[Fact[Noted]]) -> None:
    """So what is once in order stays as it is."""
    ordered = in_order(list(recorded))
    assert in_order(list(ordered)) == ordered


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ([], "F"),
        ([("A", "2020"), ("B", "2019")], "F B A"),
        ([("A", "2019"), ("B", "2020")], "F A B"),
        ([("A", "2019"), ("B", "2019-06-01")], "F A B"),
        ([("A", "2019-06-01"), ("B", "2019")], "F A B"),
        ([("A", "2019-06"), ("B", "2019-05-31")], "F B A"),
        ([("A", "2019-06"), ("B", "2019-06-01")], "F A B"),
        ([("A", "2020"), ("U", None), ("B", "2019")], "F B A U"),
        ([("U", None), ("A", "2020"), ("B", "2019")], "F U B A"),
        ([("A", "2020"), ("B", "2019"), ("U", None), ("C", "2018")], "F C B A U"),
        ([("A", "2022-06"), ("B", "2022"), ("C", "2022-05")], "F C A B"),
        ([("A", "2022"), ("B", "2022-06"), ("C", "2022-05")], "F A C B"),
        ([("A", "2022-06-01"), ("B", "2022-05"), ("C", "2022-06-01")], "F B A C"),
        ([("A", "2018/2022"), ("B", "2021"), ("C", "2017")], "F C A B"),
    ],
)
def test_fact_is_placed_before_the_first_that_is_certainly_later(
    recorded: list[tuple[str, str | None]], told: str
) -> None:
    tale = Tale().found(occurred="2000")
    for text, occurred in recorded:
        tale.note(text, occurred)
    assert tale.told() == told


def test_founding_fact_is_first_even_before_one_that_is_certainly_earlier() -> None:
    assert Tale().found(occurred="2022").note("A", "2018").note("B", "2017").told() == "F B A"


def test_founding_fact_of_unknown_date_is_first() -> None:
    assert Tale().found().note("A", "2018").note("B", "2017").told() == "F B A"


def test_fact_that_became_the_founding_one_is_first() -> None:
    """The founding fact is the first in position of those that stand."""
    tale = Tale().found("F", "2016").note("A", "2022").note("B", "2018")
    assert tale.told() == "F B A"
    assert tale.void("c1").told() == "A B"


def test_order_does_not_depend_on_the_type_of_the_fact() -> None:
    tale = Tale().found().note("A", "2022").add(Founded(text="G"), occurred="2018")
    assert tale.told() == "F G A"
