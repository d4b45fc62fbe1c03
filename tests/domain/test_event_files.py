"""The recipe of an event holds: five hand-written files, and what goes beyond them says why."""

from __future__ import annotations

import pytest

from tools import event_files
from tools.event_beyond import BEYOND
from tools.event_files import actions_of, faults, files_of


def test_no_event_touches_more_files_than_the_recipe_says() -> None:
    assert faults() == []


def test_the_files_of_an_event_are_those_of_the_recipe() -> None:
    assert actions_of("innovation.plan_step_set") == ("innovation.set_plan_step",)
    assert files_of("innovation.plan_step_set") == (
        "domain/plan.py",
        "domain/process_rules.py",
        "domain/sheets/innovation.py",
        "projections/timeline/event_text.py",
        "projections/views/catalogue.py",
    )


def test_an_event_without_an_action_of_its_own_counts_those_that_decide_it() -> None:
    assert actions_of("idea.taken_into_design") == ("innovation.design",)
    assert "domain/sheets/innovation.py" in files_of("idea.taken_into_design")


def test_a_sixth_file_without_a_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        event_files, "BEYOND", {k: v for k, v in BEYOND.items() if k != "region.edition_dated"}
    )
    assert faults() == [
        "region.edition_dated touches 6 files by hand: domain/region.py, domain/sheets/competition.py,"
        " projections/timeline/competition_event_text.py, projections/views/regions.py,"
        " commands/competition/calendar.py, commands/record/import_.py"
    ]


def test_a_reason_that_is_not_needed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    spare = {"domain/award.py": "", "domain/sheets/lab.py": ""}
    monkeypatch.setattr(event_files, "BEYOND", BEYOND | {"lab.opened": spare})
    assert faults() == [
        "lab.opened: domain/award.py stands in BEYOND, but does not name it",
        "lab.opened needs fewer files in BEYOND: only 2 others name it",
    ]
