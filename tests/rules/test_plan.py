"""The best plan of so many items, against every plan there is; and what holds of all plans."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

import pytest

from domain.base import reason
from domain.rules import plan as plans
from domain.rules.index import Sent, index
from domain.rules.plan import Candidate, Kind, Work, candidates, plan, region_works
from domain.rules.rulebook import Rulebook
from domain.rules.verdict import Finding
from tests.rules.given import (
    REGION,
    Change,
    book,
    case,
    claim,
    context,
    data,
    entry,
    implemented,
    judge,
    proof,
    verdict,
    written,
)

AFFAIRS = data("iga-2026")["spread"]["affairs"]
WEIGHTS = [one["weight"]["value"] for one in data("iga-2026")["indicators"]]
REGIONS = 1_000
NOBODY_MOVES = "3303/innovation/000001"


class Rules(NamedTuple):
    """What of the rulebook decides an index, as its file says it."""

    divisor: int
    each: Fraction
    cap: int
    minimum: int
    decides: bool
    most: Fraction


def changed(draw: Random) -> tuple[Rulebook, Rules]:
    """IGA 2026 with a divisor, cap and minimum that three innovations reach, and few rows of the region."""
    divisor, cap, minimum = draw.randint(1, 4), draw.randint(1, 3), draw.randint(0, 3)
    each = draw.choice(["0.38", "1.5", "7"])
    certainty = draw.choice(["confirmed", "confirmed_copy", "unconfirmed"])

    def change(raw: dict[str, Any]) -> None:
        raw["divisor"]["value"], raw["number"]["cap"]["value"] = divisor, cap
        raw["number"]["weight"]["value"] = each
        raw["spread"]["minimum"] = {"value": minimum, "certainty": certainty}
        raw["spd"] = raw["spd"][: draw.randint(1, 2)]

    rules = book("iga-2026", change)
    highest = sum(3 * Fraction(str(row.weight.value)) for row in (*rules.indicators, *rules.spd))
    most = highest + cap * Fraction(each)
    return rules, Rules(divisor, Fraction(each), cap, minimum, certainty != "unconfirmed", most)


def work(kind: Kind, stream: str, name: str, points: int | None = None, *, stated: bool = True) -> Work:
    found = Finding(
        rule=name,
        kind="score",
        outcome="not_met",
        certainty="confirmed",
        sentence=reason("{row}: nothing is recorded.", row=name),
    )
    value = None if points is None else Decimal(points)
    return Work(kind=kind, stream=stream, finding=found, points=value, stated=stated)


def region(draw: Random) -> list[Candidate]:
    """Up to three innovations with a few indicators; some count, others could be opened."""
    return [candidate(draw, f"3303/innovation/{at:06d}") for at in range(1, draw.randint(1, 3) + 1)]


def candidate(draw: Random, stream: str) -> Candidate:
    opening = []
    if draw.random() < 0.4:
        kinds: list[Kind] = ["enter", "condition"]
        points = draw.choice([None, None, 3])
        opening = [work(kind, stream, kind, points) for kind in kinds[: draw.randint(1, 2)]]
    rows = [
        work(
            "indicator",
            stream,
            f"r{at}",
            draw.choice(WEIGHTS) * draw.randint(1, 3),
            stated=draw.random() < 0.5,
        )
        for at in range(draw.randint(0, 3))
    ]
    return Candidate(
        stream=stream,
        affair=draw.choice([None, "Pariwisata", *AFFAIRS[:3]]),
        maturity=Decimal(draw.randint(0, 60)),
        counts=not opening,
        opening=tuple(opening),
        rows=tuple(rows),
        leave=work("leave", stream, "leave"),
    )


def every(
    rules: Rules, found: list[Candidate], own: list[Fraction], asked: int, threshold: int | None
) -> list[Fraction]:
    """The highest index of all plans of at most 0, 1, … items, by trying each."""
    works: list[Work | Fraction] = list(own)
    for one in found:
        works += [*one.opening, *one.rows, *([one.leave] if one.counts else [])]
    best: list[Fraction] = []
    for items in range(asked + 1):
        values = [
            tried(rules, found, set(map(id, some)), some, threshold) for some in combinations(works, items)
        ]
        best.append(max(values + best[-1:]))
    return best


def tried(
    rules: Rules,
    found: list[Candidate],
    done: set[int],
    some: tuple[Work | Fraction, ...],
    threshold: int | None,
) -> Fraction:
    """The index once just these items are done, as the rulebook has it."""
    points, affairs, count = Fraction(0), set(), 0
    for one in found:
        if id(one.leave) in done or any(id(item) not in done for item in one.opening):
            continue
        brought = [item.points or 0 for item in (*one.opening, *one.rows) if id(item) in done]
        mature = Fraction(one.maturity) + sum(map(Fraction, brought))
        if threshold is None or mature >= threshold:
            points, count = points + mature, count + 1
            affairs |= {one.affair} & set(AFFAIRS)
    number = rules.each * min(count, rules.cap)
    if rules.decides and len(affairs) < rules.minimum:
        number = Fraction(0)
    region = sum((one for one in some if isinstance(one, Fraction)), Fraction(0))
    return (region + points / max(rules.divisor, count) + number) * 100 / rules.most


def rounded(value: Fraction) -> Decimal:
    whole = value * 100
    return Decimal((2 * whole.numerator + whole.denominator) // (2 * whole.denominator)) / 100


def made(draw: Random) -> tuple[Rulebook, Rules, list[Candidate], int, int | None]:
    rules, said = changed(draw)
    return rules, said, region(draw), draw.randint(1, 4), draw.choice([None, None, draw.randint(0, 60)])


def steps(rules: Rulebook, found: list[Candidate], asked: int, threshold: int | None = None) -> plans.Plan:
    now = index(rules, None, [], REGION)
    least = None if threshold is None else Decimal(threshold)
    one = plan(rules, now, found, asked, threshold=least)
    assert one is not None
    return one


def test_every_plan_of_a_thousand_small_regions_is_tried() -> None:
    for seed in range(REGIONS):
        rules, said, found, asked, threshold = made(Random(seed))
        own = [3 * Fraction(str(row.weight.value)) for row in rules.spd]
        best = every(said, found, own, asked, threshold)
        ours = steps(rules, found, asked, threshold)
        values = [one.value for one in ours.steps]
        last = len(values) - 1
        assert values == [rounded(one) for one in best[: last + 1]], seed
        assert best[last] == best[-1], seed
        assert last == 0 or best[last] > best[last - 1], seed
        adds = [Fraction(0), *(best[at] - best[at - 1] for at in range(1, last + 1))]
        assert [one.adds for one in ours.steps] == adds, seed


@pytest.mark.parametrize("seed", range(60))
def test_the_items_of_a_plan_bring_what_it_says(seed: int) -> None:
    rules, said, found, asked, threshold = made(Random(seed))
    ours = steps(rules, found, asked, threshold)
    assert len(ours.works) <= ours.steps[-1].items <= asked
    own = tuple(Fraction(one.points or 0) for one in ours.works if one.kind == "region_row")
    assert rounded(tried(said, found, set(map(id, ours.works)), own, threshold)) == ours.steps[-1].value


@pytest.mark.parametrize("seed", range(60))
def test_more_items_never_bring_less(seed: int) -> None:
    rules, _said, found, _asked, threshold = made(Random(seed))
    ours = steps(rules, found, 30, threshold)
    values = [one.value for one in ours.steps]
    assert values == sorted(values)
    fewer = steps(rules, found, 3, threshold)
    assert fewer.steps == ours.steps[: len(fewer.steps)]


@pytest.mark.parametrize("seed", range(40))
def test_the_order_of_the_innovations_does_not_matter(seed: int) -> None:
    rules, _said, found, asked, threshold = made(Random(seed))
    assert steps(rules, found[::-1], asked, threshold).steps == steps(rules, found, asked, threshold).steps


def counted(at: int, maturity: int, *gains: int, affair: str | None = None) -> Candidate:
    stream = f"3303/innovation/{at:06d}"
    return Candidate(
        stream=stream,
        affair=affair,
        maturity=Decimal(maturity),
        counts=True,
        opening=(),
        rows=tuple(work("indicator", stream, f"r{n}", gain) for n, gain in enumerate(gains)),
        leave=work("leave", stream, "leave"),
    )


def of(*changes: Change) -> Rulebook:
    return book("iga-2026", lambda raw: raw.update(spd=raw["spd"][:1]), *changes)


def test_a_weak_innovation_is_left_out_only_above_the_divisor() -> None:
    strong = [counted(at, 100, affair=AFFAIRS[at % 6]) for at in range(1, 13)]
    weak = counted(13, 0)
    (first,) = [one for one in steps(of(), [*strong, weak], 2).works if one.kind == "leave"]
    assert first.stream == weak.stream
    assert not [one for one in steps(of(), [*strong[:11], weak], 2).works if one.kind == "leave"]


def test_the_affair_that_is_lacking_goes_before_more_points() -> None:
    four = [counted(at, 60, 12, affair=AFFAIRS[at]) for at in range(4)]
    fifth = Candidate(
        stream="3303/innovation/000099",
        affair=AFFAIRS[4],
        maturity=Decimal(0),
        counts=False,
        opening=(work("enter", "3303/innovation/000099", "enter"),),
        rows=(),
        leave=work("leave", "3303/innovation/000099", "leave"),
    )
    own = of()
    # Five of 0.38 are 1.90 points; an indicator of 12 brings 1, the row of the region 3.
    assert [one.kind for one in steps(own, [*four, fifth], 3).works] == ["region_row", "enter", "indicator"]
    unsure = of(lambda raw: raw["spread"]["minimum"].update(certainty="unconfirmed"))
    assert [one.kind for one in steps(unsure, [*four, fifth], 3).works] == [
        "region_row",
        "indicator",
        "indicator",
    ]


def test_a_plan_may_leave_out_what_the_one_before_did() -> None:
    opening = tuple(work("condition", "3303/innovation/000002", f"c{at}") for at in range(2))
    second = Candidate(
        stream="3303/innovation/000002",
        affair=None,
        maturity=Decimal(100),
        counts=False,
        opening=opening,
        rows=(),
        leave=work("leave", "3303/innovation/000002", "leave"),
    )
    rules = of()
    found = steps(rules, [counted(1, 60, 9), second], 3)
    assert [one.keeps for one in found.steps] == [True, True, False, True]
    assert [one.kind for one in found.works] == ["condition", "condition", "region_row"]
    assert found.since == [2, 2, 3]


def test_a_threshold_counts_only_what_reaches_it() -> None:
    found = steps(of(), [counted(1, 80, 12), counted(2, 85, 3)], 2, 90)
    assert (found.counted, [one.count for one in found.steps]) == ([], [0, 1, 1])
    assert [one.kind for one in found.works] == ["indicator", "region_row"]
    assert found.works[0].stream == "3303/innovation/000001"


def test_certain_points_alone() -> None:
    stream = "3303/innovation/000001"
    one = Candidate(
        stream=stream,
        affair=None,
        maturity=Decimal(10),
        counts=True,
        opening=(),
        rows=(work("indicator", stream, "a", 12, stated=False), work("indicator", stream, "b", 3)),
        leave=work("leave", stream, "leave"),
    )
    rules = of()
    found = plan(rules, index(rules, None, [], REGION), [one], 5, stated=True)
    assert found is not None
    assert [(item.kind, item.points) for item in found.works] == [("indicator", Decimal(3))]


def test_where_the_index_is_not_known_there_is_no_plan() -> None:
    for year in (2023, 2024, 2025, 2027):
        rules = book(f"iga-{year}")
        assert plan(rules, index(rules, None, [], REGION), [counted(1, 60, 9)], 3) is None


WHOLE = ("initiator", "kind", "form", "affair")


def judged(*said: Any, made: Any = None) -> Candidate | None:
    found = candidates([verdict(book("iga-2026"), case(*said), made)], {NOBODY_MOVES: AFFAIRS[0]})
    return found[0] if found else None


def test_an_entry_that_no_rule_shuts_out_counts() -> None:
    one = judged(implemented("2024-03-01"), written(design=300), made=entry(claim("video", 2)))
    assert one is not None
    assert (one.counts, one.opening, one.maturity, one.affair) == (True, (), Decimal(0), AFFAIRS[0])
    assert {row.key[2]: row.points for row in one.rows}["indicator.video"] == 8


def test_what_is_not_entered_takes_an_entry_and_its_conditions() -> None:
    one = judged(written(design=10))
    assert one is not None
    assert [(item.kind, item.key[2]) for item in one.opening] == [
        ("enter", ""),
        ("condition", "window"),
        ("condition", "section.design"),
    ]


def test_a_day_that_has_passed_cannot_be_mended() -> None:
    assert judged(implemented("2019-03-01"), written(design=300), made=entry()) is None


def test_a_withdrawn_innovation_is_not_entered_again() -> None:
    found = verdict(book("iga-2026"), case(implemented("2024-03-01"), written(design=300)))
    assert len(candidates([found], {})) == 1
    assert candidates([found], {}, {found.stream}) == []


def test_a_mandatory_indicator_that_shuts_out_is_mended_first() -> None:
    rules = book(
        "iga-2026",
        lambda raw: raw["missing_mandatory"].update(value="not_met", certainty="confirmed"),
    )
    about = case(implemented("2024-03-01"), written(design=300), proof("photo", "training"))
    (one,) = candidates([judge(rules, about, entry(), context())], {})
    mandatory = {f"indicator.{row.id}" for row in rules.indicators if row.mandatory.value}
    assert {item.key[2] for item in one.opening} == mandatory
    assert not mandatory & {item.key[2] for item in one.rows}
    assert not one.counts


def test_rows_of_the_region_count_where_nothing_is_recorded() -> None:
    rules = book("iga-2026")
    region_entry = entry(claim(rules.spd[0].id, 1))
    works = region_works(index(rules, region_entry, [Sent("x", Decimal(1), None)], REGION))
    assert len(works) == len(rules.spd) - 1
    assert {one.kind for one in works} == {"region_row"}
