"""What several rulebooks together have to choose from, and how an edition narrows it."""

from __future__ import annotations

import json

import pytest

from schemas import loader
from schemas.rulebook_set import RulebookSet, outline
from tests import rulebook_variants as variants


def beside(raw: variants.Raw) -> RulebookSet:
    """The packaged rulebooks with one that a region added."""
    return loader.packaged().adding([outline(json.dumps(raw).encode())])


def test_without_rulebooks_of_its_own_a_region_has_those_of_the_package() -> None:
    assert loader.packaged().adding([]) is loader.packaged()


@pytest.mark.parametrize(
    ("raw", "span"),
    [
        (variants.twenty_one(), ("16", "36")),
        (variants.three(), ("16", "18")),
        (variants.lettered(), ("A1", "A20")),
        (variants.renumbered(), ("1", "20")),
    ],
)
def test_the_newest_edition_says_the_range_of_numbers(raw: variants.Raw, span: tuple[str, str]) -> None:
    assert beside(raw).indicator_range == span
    assert beside(raw).of(2026).indicator_range == ("16", "35")


@pytest.mark.parametrize(
    ("raw", "said", "year", "ids"),
    [
        (variants.twenty_one(), "36", None, ["ip"]),
        (variants.twenty_one(), "016", None, ["regulation"]),
        (variants.twenty_one(), "37", None, []),
        (variants.three(), "19", None, ["work_tools"]),
        (variants.lettered(), "a20", None, ["video"]),
        (variants.lettered(), "35", None, ["video"]),
        (variants.renumbered(), "16", None, ["replication", "regulation"]),
        (variants.renumbered(), "16", 2028, ["replication"]),
        (variants.renumbered(), "16", 2026, ["regulation"]),
        (variants.renumbered(), "16", 2031, ["replication", "regulation"]),
        (variants.renumbered(), "regulation", None, ["regulation"]),
        (variants.renumbered(), "video 2", None, []),
    ],
)
def test_a_number_means_what_its_edition_says(
    raw: variants.Raw, said: str, year: int | None, ids: list[str]
) -> None:
    assert beside(raw).of(year).indicator(said) == ids


@pytest.mark.parametrize(
    ("year", "part", "highest"),
    [
        (None, None, 5),
        (2028, "regulation", 5),
        (2028, "hdi", 5),
        (2026, "regulation", 3),
        (2028, "video", 5),
        (2031, "regulation", 5),
    ],
)
def test_levels_end_where_the_row_of_the_edition_ends(
    year: int | None, part: str | None, highest: int
) -> None:
    """Where the edition has no such row, the highest level of all rulebooks is taken."""
    assert beside(variants.five_levels()).of(year, part).highest == highest


def test_a_rulebook_of_the_region_goes_before_the_packaged_one_of_the_same_id() -> None:
    raw = variants.iga_2028(id="iga-2026", year=2026)
    raw["indicators"][0]["number"] = 99
    found = beside(raw).of(2026)
    assert (found.indicator("99"), found.numbers_of_indicators["regulation"]) == (["regulation"], "99")


def test_rows_of_the_region_that_were_added_count_whatever_is_known() -> None:
    raw = {**variants.twenty_one(), "status": "partial"}
    assert beside(raw).region_rows["16"] == "ip_region"
