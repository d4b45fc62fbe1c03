"""Verdicts and indexes by rulebooks with other numbers of indicators, rows and levels."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.rules.index import index, level
from domain.rules.rulebook import Rulebook, load
from domain.support import ExecutorsNamed
from schemas import loader
from tests import rulebook_variants as variants
from tests.rules.given import REGION, case, claim, entry, finding, proof

VARIANTS = {
    "twenty_one": (variants.twenty_one, "66", "120"),
    "three": (variants.three, "6", "21"),
    "lettered": (variants.lettered, "63", "111"),
    "five_levels": (variants.five_levels, "3.75", "25"),
}
FIVE = load(variants.five_levels())


@pytest.mark.parametrize("name", VARIANTS)
def test_its_totals_follow_from_its_own_rows_and_levels(name: str) -> None:
    raw, region, innovation = VARIANTS[name]
    loader.check("rulebook", raw())
    totals = load(raw()).totals
    assert (totals.region, totals.innovation) == (Decimal(region), Decimal(innovation))


def regulation(book: Rulebook, stated: int) -> tuple[int | None, Decimal | None, Decimal | None]:
    about = case(proof("sk", "regulation"))
    made = entry(claim("regulation", stated), year=2028)
    found = finding(book, about, "indicator.regulation", made)
    return found.level, found.points, found.upto


@pytest.mark.parametrize(
    ("stated", "told"), [(1, (1, 3, 12)), (4, (4, 12, 3)), (5, (5, 15, 0)), (6, (5, 15, 0))]
)
def test_five_levels_are_proved_and_weighed(stated: int, told: tuple[int, int, int]) -> None:
    assert regulation(FIVE, stated) == told


@pytest.mark.parametrize(("people", "reached"), [(10, 1), (11, 2), (40, 4), (41, 5)])
def test_five_bands_give_five_levels(people: int, reached: int) -> None:
    about = case(ExecutorsNamed(role="petugas", count=people), proof("sk", "personnel"))
    assert finding(FIVE, about, "indicator.personnel").level == reached


@pytest.mark.parametrize(
    ("amount", "reached"), [("49.99", None), ("50", 1), ("79.99", 3), ("80", 4), ("90", 5)]
)
def test_five_bands_of_a_row_of_the_region(amount: str, reached: int | None) -> None:
    assert level(FIVE.spd[0], Decimal(amount)) == (reached, False)
    row = index(FIVE, entry(claim("hdi", 0, amount=amount), year=2028), [], REGION).rows[0]
    assert (row.level, row.most) == (reached, Decimal("3.75"))
    assert row.upto == Decimal("0.75") * (5 - (reached or 0))


def test_what_the_next_level_asks_for_is_told_up_to_the_last_but_one() -> None:
    about = case(proof("sk", "regulation"))
    told = []
    for stated in (4, 5):
        made = entry(claim("regulation", stated), year=2028)
        remedy = finding(FIVE, about, "indicator.regulation", made).remedy
        told.append(remedy and remedy.values["text"])
    assert told == ["tingkat 5", None]


def test_an_indicator_bears_the_number_that_its_rulebook_gives_it() -> None:
    book = load(variants.lettered())
    assert finding(book, case(), "indicator.regulation").label == "A1 Regulasi Inovasi Daerah"
    assert [row.label for row in index(book, None, [], REGION).rows][:1] == ["S1 Visi dan misi"]
