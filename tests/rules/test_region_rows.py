"""The rows of the region (SPD) of 2026: both sides of every printed number, and where bands overlap."""

from decimal import Decimal

import pytest

from domain.rules.index import index
from domain.rules.rulebook import load
from domain.rules.verdict import Finding
from schemas import loader
from tests.rules.given import REGION, book, claim, entry

IGA = book("iga-2026")
BANDED = [row.id for row in IGA.spd if row.bands]
EDGES: dict[str, list[tuple[str, int, bool]]] = {
    "licensing": [
        ("-1000", 1, False),
        ("-50.34", 1, False),
        ("-50.33", 1, True),
        ("-50.32", 1, True),
        ("-50.31", 2, False),
        ("0", 2, False),
        ("8.16", 2, False),
        ("8.17", 3, False),
        ("1000", 3, False),
    ],
    "income_per_capita": [
        ("-3", 1, False),
        ("2.04", 1, False),
        ("2.05", 2, False),
        ("5.22", 2, False),
        ("5.23", 2, True),
        ("5.24", 3, False),
    ],
    "unemployment_progress": [
        ("-0.01", 1, False),
        ("0.00", 1, False),
        ("0.01", 2, False),
        ("0.35", 2, False),
        ("0.36", 2, True),
        ("0.37", 3, False),
    ],
    "unemployment": [
        ("5.93", 1, False),
        ("5.92", 1, True),
        ("5.91", 1, True),
        ("5.90", 2, False),
        ("2.36", 2, False),
        ("2.35", 2, True),
        ("2.34", 2, True),
        ("2.33", 3, False),
        ("0", 3, False),
    ],
    "investment": [
        ("-47.44", 1, False),
        ("-47.43", 1, True),
        ("-47.42", 1, True),
        ("-47.41", 2, False),
        ("94.75", 2, False),
        ("94.76", 3, False),
    ],
    "local_revenue": [
        ("-5.16", 1, False),
        ("-5.15", 1, True),
        ("-5.14", 1, True),
        ("-5.13", 2, False),
        ("33.84", 2, False),
        ("33.85", 3, False),
    ],
    "poverty_progress": [
        ("0.07", 1, False),
        ("0.08", 2, False),
        ("1.15", 2, False),
        ("1.16", 3, False),
    ],
    "poverty": [
        ("13.12", 1, False),
        ("13.11", 1, True),
        ("13.10", 1, True),
        ("13.09", 2, False),
        ("4.83", 2, False),
        ("4.82", 2, True),
        ("4.81", 2, True),
        ("4.80", 3, False),
    ],
    "hdi_progress": [
        ("0.55", 1, False),
        ("0.56", 2, False),
        ("0.89", 2, False),
        ("0.90", 2, True),
        ("0.91", 3, False),
    ],
    "hdi": [
        ("69.99", 1, False),
        ("70", 2, False),
        ("79.99", 2, False),
        ("80", 3, False),
    ],
}
COUNTED = [("0", 0, False), ("1", 1, False), ("3", 1, False), ("4", 2, False), ("7", 2, False)]
EDGES["policy_recommendations"] = [*COUNTED, ("8", 3, False), ("100", 3, False)]
CASES = [(name, *edge) for name, edges in EDGES.items() for edge in edges]


def row(name: str, amount: str | None = None, level: int = 0) -> Finding:
    made = entry(claim(name, level, amount=amount))
    return next(one for one in index(IGA, made, [], REGION).rows if one.rule == f"region.{name}")


@pytest.mark.parametrize(("name", "amount", "level", "overlaps"), CASES)
def test_figure_of_a_row_gives_its_level(name: str, amount: str, level: int, overlaps: bool) -> None:
    """Where printed bands overlap the lower level is chosen, and said to be unconfirmed."""
    found = row(name, amount)
    reached = found.level or 0
    assert (reached, found.certainty) == (level, "unconfirmed" if overlaps else "confirmed_copy")
    weight = next(one for one in IGA.spd if one.id == name).weight.value
    assert found.points == Decimal(weight) * level


def test_every_row_with_bands_has_its_edges_tested_on_both_sides() -> None:
    """Of each printed number the table holds the number itself and the next one outside its band."""
    assert sorted(EDGES) == sorted(BANDED)
    missing = []
    for one in IGA.spd:
        step = Decimal(1).scaleb(-one.decimals.value) if one.decimals else Decimal(0)
        wanted = [end for band in one.bands if band.low is not None for end in (band.low, band.low - step)]
        wanted += [
            end for band in one.bands if band.high is not None for end in (band.high, band.high + step)
        ]
        tested = {Decimal(amount) for amount, _, _ in EDGES[one.id]} if one.bands else set()
        missing += [(one.id, str(end)) for end in wanted if end not in tested]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "amount", "level"),
    [
        ("hdi", "69.994", 1),
        ("hdi", "69.995", 2),
        ("hdi", "79.994", 2),
        ("hdi", "79.995", 3),
        ("licensing", "8.1649", 2),
        ("licensing", "8.165", 3),
        ("licensing", "-50.315", 1),
        ("licensing", "-50.314", 2),
    ],
)
def test_figure_is_rounded_half_up_to_the_decimals_of_the_bands(name: str, amount: str, level: int) -> None:
    assert row(name, amount).level == level


def test_an_overlap_goes_up_where_the_rulebook_says_so() -> None:
    raw = loader.rulebook("iga-2026")
    for one in raw["spd"]:
        if "overlap" in one:
            one["overlap"]["value"] = "higher"
    rules = load(raw)
    made = entry(claim("income_per_capita", 0, amount="5.23"), claim("unemployment", 0, amount="5.91"))
    found = {one.rule: (one.level, one.certainty) for one in index(rules, made, [], REGION).rows}
    assert found["region.income_per_capita"] == (3, "unconfirmed")
    assert found["region.unemployment"] == (2, "unconfirmed")


@pytest.mark.parametrize(
    ("name", "level", "points"),
    [
        ("vision_mission", 0, "0"),
        ("vision_mission", 3, "3"),
        ("audit_opinion", 2, "3.0"),
        ("innovator_reward", 3, "6"),
    ],
)
def test_a_row_without_bands_has_the_level_that_is_claimed(name: str, level: int, points: str) -> None:
    found = row(name, level=level)
    assert (found.level, found.points) == (level, Decimal(points))
    assert found.outcome == ("met" if level else "not_met")


@pytest.mark.parametrize(
    ("amount", "outcome", "level"), [("0", "unknown", None), ("0.4", "unknown", None), ("0.5", "met", 1)]
)
def test_a_figure_that_lies_in_no_band_decides_no_level(amount: str, outcome: str, level: int | None) -> None:
    found = row("policy_recommendations", amount)
    assert (found.outcome, found.level, found.points) == (outcome, level, level or 0)


def test_the_figure_goes_before_the_level_claimed() -> None:
    found = row("hdi", "69.99", level=3)
    assert (found.level, found.claimed) == (1, 3)


def test_a_row_of_which_nothing_is_recorded_brings_no_points_and_says_where_nothing_is() -> None:
    found = next(one for one in index(IGA, None, [], REGION).rows if one.rule == "region.hdi")
    assert (found.points, found.most, found.facts, found.absent) == (0, Decimal("2.25"), [], REGION)
    assert (found.outcome, found.kind) == ("not_met", "warning")


def test_all_rows_at_level_three_make_63_points() -> None:
    made = entry(*(claim(one.id, 3) for one in IGA.spd))
    assert index(IGA, made, [], REGION).region == Decimal("63.00")


def test_rows_whose_weight_is_not_known_make_no_sum() -> None:
    rules = book("iga-2023")
    made = entry(*(claim(one.id, 3) for one in rules.spd), year=2023)
    assert index(rules, made, [], REGION).region is None
