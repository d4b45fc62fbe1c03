"""The façade for programs: the example runs, and what it promises holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import jejak
from domain.sheets.registry import SHEETS
from examples import library_use
from tests.helpers import ROOT


def test_the_example_runs_as_a_program(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples" / "library_use.py"), str(tmp_path / "ruang")]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "JEJAK_LANG": "id"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "3303-0001 Antrean Daring"
    assert len(lines) == 7
    assert lines[-1] == "Rekam jejak utuh."


@pytest.fixture
def workspace(tmp_path: Path) -> jejak.Workspace:
    library_use.record_a_life(tmp_path / "ruang")
    return jejak.open_workspace(tmp_path / "ruang")


def test_a_command_is_recorded_once(workspace: jejak.Workspace) -> None:
    unit = jejak.unit.RegisterUnit.of(region=workspace.region, kind="opd", name="Dinas Lain")
    first = workspace.record(unit, command_id="satu")
    again = workspace.record(unit, command_id="satu")
    assert (first.before, again.before) == (False, True)
    assert (again.first, again.last, again.founded) == (first.first, first.last, [])
    assert first.founded == ["3303/unit/000002"]


def test_all_actions_of_a_command_stand_or_none(workspace: jejak.Workspace) -> None:
    with workspace.views() as views:
        before = views.position
    unit = jejak.unit.RegisterUnit.of(region=workspace.region, kind="opd", name="Dinas Lain")
    lost = jejak.innovation.Try.of(
        region=workspace.region, innovation="3303/innovation/000009", occurred="2024"
    )
    with pytest.raises(jejak.IntegrityViolations):
        workspace.record(unit, lost)
    with workspace.views() as views:
        assert views.position == before


def test_a_decision_that_is_refused_says_why(workspace: jejak.Workspace) -> None:
    future = jejak.innovation.Try.of(
        region=workspace.region, innovation="3303/innovation/000001", occurred="9998"
    )
    with pytest.raises(jejak.Refused) as caught:
        workspace.record(future)
    assert [(field, jejak.sentence(why, "en")) for field, why in caught.value.reasons] == [
        ("occurred", "The date 9998 lies in the future.")
    ]


def test_views_speak_of_a_day_that_is_asked_for(workspace: jejak.Workspace) -> None:
    with workspace.views(as_of="2024-03-01") as views:
        assert views.innovation("3303-0001").fields["stage"].value == "trial"
    with workspace.views() as views:
        assert views.innovation("3303-0001").fields["stage"].value == "implemented"
        assert [row.code for row in views.catalogue().items] == ["3303-0001"]


def test_a_file_with_errors_names_their_cells(workspace: jejak.Workspace, tmp_path: Path) -> None:
    path = tmp_path / "tindakan.jsonl"
    path.write_text('{"type": "unit.register", "region": "33.03", "key": "U1"}\n', encoding="utf-8")
    with pytest.raises(jejak.ImportProblems) as caught:
        workspace.import_file(path)
    assert [str(problem.cell.sheet) for problem in caught.value.problems] == ["#1"]
    assert jejak.sentence(caught.value.problems[0].what, "en").startswith("the line does not fit its schema")


def test_a_folder_without_a_workspace_is_said(tmp_path: Path) -> None:
    with pytest.raises(jejak.LedgerError) as caught:
        jejak.open_workspace(tmp_path)
    assert caught.value.status == 5


def test_every_action_that_a_sheet_records_is_offered() -> None:
    offered = {found for name in jejak.__all__ for found in vars(getattr(jejak, name, object())) or ()}
    # People come with their personal data, which only a file brings in beside the event.
    names = {sheet.action.__name__ for sheet in SHEETS} - {"RegisterPerson"}
    assert sorted(names - offered) == []
