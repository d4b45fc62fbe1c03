"""The page of lab actions: all 49 of the method are there, each with its sheet, column and sentence."""

from __future__ import annotations

import pytest

from domain import kinds
from domain.sheets.registry import SHEETS
from tools import lab_actions
from tools.event_traces import events_of, integrity, sentences, view_columns
from tools.lab_method import ACTIONS, ELSEWHERE, LabAction

RECORDING = sorted({sheet.action.TYPE for sheet in SHEETS})
EVENTS = sorted(body.TYPE for module in kinds.KINDS.values() for body in module.EVENTS)


def test_every_action_of_the_method_has_its_row() -> None:
    numbers = [f"L{n}" for n in range(1, 12)] + [f"I{n}" for n in range(1, 15)]
    assert [one.number for one in ACTIONS] == numbers + [f"V{n}" for n in range(1, 25)]


@pytest.mark.parametrize("action", RECORDING)
def test_every_sheet_records_events(action: str) -> None:
    assert set(events_of(action)) <= kinds.TYPES.keys()
    assert events_of(action)


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_is_told_in_sentences(event: str) -> None:
    assert all(sentences(event)), event
    assert sentences(event)


def test_events_of_an_action_are_those_that_its_decision_makes() -> None:
    assert events_of("innovation.design") == ("innovation.designed", "idea.taken_into_design")
    assert events_of("lab.pause") == ("lab.paused", "lab.resumed")
    assert events_of("innovation.report_status") == (
        "innovation.status_reported",
        "innovation.stopped",
        "innovation.resumed",
    )
    assert events_of("agreement.sign") == ("agreement.signed", "innovation.agreement_signed")


def test_columns_of_an_event_are_those_that_its_fold_changes() -> None:
    assert view_columns("innovation.handed_over") == ("`innovations.hand_overs`",)
    assert view_columns("lab.closed") == (
        "`labs.closed`",
        "`labs.lab_closed_on`",
        "`labs.closed_because`",
        "`labs.closed_by`",
    )
    assert view_columns("lab.team_member_named") == ("`lab_team`",)
    assert view_columns("innovation.noted") == ("`innovations.noted`",)


def test_what_breaks_an_event_is_read_from_its_check() -> None:
    assert integrity("lab.resumed") == ("Lab dilanjutkan tanpa pernah dijeda.",)
    assert integrity("lab.opened") == ()


def test_an_action_that_nothing_records_has_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = LabAction("V25", "Tanpa apa-apa", ())
    monkeypatch.setattr(lab_actions, "ACTIONS", (*ACTIONS, empty))
    with pytest.raises(ValueError, match="V25 lacks a sheet, a view column or a sentence"):
        lab_actions.page()


def test_an_event_that_no_row_and_no_reason_names_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        lab_actions, "ELSEWHERE", {k: v for k, v in ELSEWHERE.items() if k != "figure.published"}
    )
    with pytest.raises(ValueError, match=r"no lab action, and no reason: .'figure\.published'"):
        lab_actions.page()
