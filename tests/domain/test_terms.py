"""Closed lists: their codes are stored, so they stay as they are and only grow."""

import re

import pytest

from domain import terms

LISTS = {name: value for name, value in vars(terms).items() if name.isupper()}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_terms_are_different_from_each_other(name: str) -> None:
    assert sorted(set(LISTS[name])) == sorted(LISTS[name])


@pytest.mark.parametrize("name", sorted(LISTS))
def test_terms_are_plain_ascii_codes(name: str) -> None:
    assert [term for term in LISTS[name] if not re.fullmatch(r"[a-z][a-z_]*(\.[a-z]+)?", term)] == []


def test_stages_are_those_of_lan_in_their_order() -> None:
    assert terms.STAGES == (
        "preparation",
        "drum_up",
        "diagnose",
        "design",
        "launching",
        "monitoring",
        "display",
        "documentation",
    )


def test_lab_modes_are_live_and_reconstructed() -> None:
    assert terms.LAB_MODES == ("live", "reconstructed")


def test_proposals_are_new_replication_and_development() -> None:
    assert terms.PROPOSALS == ("new", "replication", "development")


def test_endings_are_withdrawn_and_not_continued() -> None:
    assert terms.ENDINGS == ("withdrawn", "not_continued")


def test_measures_are_the_four_that_views_compute() -> None:
    assert terms.MEASURES == (
        "ideas.proposed",
        "innovations.designed",
        "innovations.launched",
        "units.participating",
    )


def test_capacities_are_definitive_three_kinds_of_acting_and_on_behalf() -> None:
    assert terms.CAPACITIES == ("definitive", "acting_plt", "acting_pj", "acting_plh", "on_behalf")
