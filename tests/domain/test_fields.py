"""Every field is described once, and whoever forgets one is told which."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import domain.sheets
import jejak
from domain import fields, forgetting, plan, terms
from domain.base import Action, Body
from domain.fields import Field, described
from domain.kinds import KINDS
from domain.sheets.registry import BY_NAME, SHEETS
from domain.sheets.sheet import Sheet

BODIES = [body for module in KINDS.values() for body in module.EVENTS]
WITHOUT_SHEET = {
    "region.register": "by the first import that names the region",
    "region.add_rulebook": "by jejak rulebook add",
    "innovation.check_link": "by jejak evidence seen",
    "innovation.open_link": "a cell of sheet Bukti that is filled later",
    "entry.issue_dossier": "by jejak dossier issue",
    "innovation.record_verdict": "by jejak eligibility show --record",
    "lab.close_stage": "a cell of sheet Tahap that is filled later",
    "lab.resume": "a cell of sheet Jeda Lab that is filled later",
    "entry.verify_level": "a cell of sheet Klaim IGA that is filled later",
    "entry.verify_region": "a cell of sheet SPD that is filled later",
    "entry.prepare": "by the first action on the entry",
    "person.request_forgetting": "by jejak person forget",
    "person.confirm_forgetting": "by jejak person confirm-forget",
    "person.finish_forgetting": "by what destroyed the data, or found that it was left to do",
}
"""Actions that no row is, and where they come from."""
BESIDE_COLUMNS = {"lab": "the workbook names its lab", "slug": "the row's key", "key": "the row's key"}
"""Fields that a row says without a column of their own."""
WITHOUT_COLUMN = {
    ("person.register", "profile"): "the key of the vault, made by the import",
    ("entry.claim_level", "award"): "the sheet is that of one award",
    ("entry.claim_level", "group"): "the award has no groups",
    ("entry.claim_region", "award"): "the sheet is that of one award",
    ("entry.claim_region", "group"): "the award has no groups",
    ("entry.claim_region", "innovation"): "the entry is the region's",
    ("entry.choose_alignment", "award"): "the sheet is that of one award",
    ("entry.write_section", "award"): "the sheet is that of one award",
    ("entry.move_queue", "award"): "the sheet is that of one award",
    ("agreement.record_signature", "occurred"): "a signature is of its agreement's day",
    ("document.record_party", "occurred"): "a signature is of its document's day",
    ("region.record_mission", "occurred"): "a mission is of its plan's period",
    ("person.register", "occurred"): "posts over time are not recorded yet",
    ("innovation.measure", "occurred"): "the day of the value after",
    ("innovation.attach_evidence", "kept"): "what the file itself tells, read by the import",
    ("lab.hold_stage", "occurred"): "the days of its beginning and end",
    ("lab.pause", "occurred"): "the days on which it stopped and went on",
}
"""Fields of actions that stand on no sheet, and why."""


TWO_FACTS = {"score": {"nilai juri", "skor"}}
"""Fields of one name that are two facts, each called as its sheet calls it."""


def actions() -> Iterator[type[Action]]:
    """Every action of the domain."""
    modules = [*KINDS.values(), jejak.entry, jejak.innovation, jejak.lab, jejak.idea, forgetting]
    for module in modules:
        for _name, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, Action) and hasattr(found, "TYPE"):
                yield found


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.TYPE)
def test_every_field_of_an_event_is_described(body: type[Body]) -> None:
    assert [name for name in body.__struct_fields__ if name not in described(body)] == []


def test_a_field_has_one_name_in_histories_whatever_event_holds_it() -> None:
    names: dict[str, set[str]] = {}
    for body in BODIES:
        for name, field in described(body).items():
            names.setdefault(name, set()).add(field.history_name)
    assert {name: found for name, found in names.items() if len(found) > 1} == TWO_FACTS


def test_every_module_of_sheets_is_in_the_workbook() -> None:
    folder = Path(domain.sheets.__path__[0])
    names = {path.stem for path in folder.glob("*.py")} - {"__init__", "registry", "sheet"}
    assert names == {
        "competition",
        "directory",
        "evidence",
        "figures",
        "idea",
        "innovation",
        "innovation_course",
        "lab",
    }
    assert len(SHEETS) == len(BY_NAME) == 67


def test_every_action_is_a_row_of_a_sheet_or_says_where_it_comes_from() -> None:
    rows = {sheet.action.TYPE for sheet in SHEETS}
    assert {action.TYPE for action in actions()} - rows == set(WITHOUT_SHEET)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_cell_that_chooses_the_event_is_told_from_each_event(sheet: Sheet) -> None:
    chosen = {name for name, field in sheet.alias if field == "@type"}
    assert chosen == set(sheet.types)


def test_every_field_of_an_action_has_its_column_or_says_why_not() -> None:
    left = set()
    for sheet in SHEETS:
        columns = {column.field for column in sheet.columns} | set(BESIDE_COLUMNS)
        left |= {(sheet.action.TYPE, name) for name in sheet.action.fields() if name not in columns}
    assert left == set(WITHOUT_COLUMN)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.TYPE)
def test_closed_lists_and_references_of_an_event_are_known(body: type[Body]) -> None:
    for name, field in described(body).items():
        assert field.terms == "" or field.terms in terms.LISTS, name
        assert field.ref == "" or field.ref in KINDS, name


@pytest.mark.parametrize(
    ("label", "name", "called"),
    [
        ("Nama Singkat", "", "nama singkat"),
        ("Indikator IGA", "", "indikator IGA"),
        ("SDGs", "", "SDGs"),
        ("Asta Cita", "Asta Cita", "Asta Cita"),
    ],
)
def test_a_history_writes_the_heading_in_lower_case_but_for_abbreviations(
    label: str, name: str, called: str
) -> None:
    assert Field(label, name=name).history_name == called


def test_what_a_type_says_need_not_be_said_again() -> None:
    found = described(plan.PlanStepSet)
    assert (found["number"].kind, found["number"].required) == ("number", True)
    assert (found["phase"].kind, found["phase"].terms) == ("term", "plan_phase")
    assert (found["executor"].kind, found["executor"].required) == ("text", False)
    assert fields.dates(plan.PlanStepSet) == ("begins", "ends")
