"""Closed lists: their codes are stored, so they stay as they are and only grow."""

import re

import pytest

from domain import support, terms

LISTS = terms.LISTS


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


def test_measures_are_those_that_views_compute() -> None:
    assert terms.MEASURES == (
        "ideas.proposed",
        "innovations.designed",
        "innovations.launched",
        "units.participating",
        "innovations.displayed",
        "innovations.implemented",
        "innovations.determined",
        "innovations.running",
    )


def test_capacities_are_definitive_three_kinds_of_acting_and_on_behalf() -> None:
    assert terms.CAPACITIES == ("definitive", "acting_plt", "acting_pj", "acting_plh", "on_behalf")


def test_queue_is_the_unit_the_local_admin_the_ministry_and_back() -> None:
    assert terms.QUEUE == ("unit", "local_admin", "ministry", "returned")


def test_results_of_an_entry_end_with_what_was_not_chosen_or_withdrawn() -> None:
    assert terms.RESULTS == ("passed_administration", "finalist", "winner", "not_chosen", "withdrawn")


def test_verdicts_are_met_not_met_and_unknown() -> None:
    assert terms.VERDICTS == ("met", "not_met", "unknown")


def test_dates_of_an_edition_open_close_and_extend_it() -> None:
    assert terms.EDITION_DATES == ("opens", "closes", "extended")


def test_replications_go_out_and_come_in() -> None:
    assert terms.REPLICATIONS == ("out", "in")


def test_benefits_are_the_six_bases_of_the_guideline() -> None:
    assert terms.BENEFITS == ("people", "units", "efficiency", "revenue", "products", "trend")


def test_every_supporting_kind_becomes_an_event() -> None:
    assert tuple(support.OF_KIND) == terms.SUPPORTS
