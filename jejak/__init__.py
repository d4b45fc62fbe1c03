"""Jejak for programs: open a workspace, record actions, ask its views, build a dossier, verify.

    import jejak

    workspace = jejak.open_workspace("lab-kita")
    idea = jejak.idea.ProposeIdea.of(region=workspace.region, title="Antrean daring", units=[unit])
    workspace.record(idea)
    with workspace.views() as views:
        print(views.innovation("3303-0147").fields["title"].value)

Actions stand in the modules of their kinds: `jejak.unit`, `jejak.idea`, `jejak.innovation`, `jejak.entry`
and so on. What stands here keeps its names and meaning from release to release; the packages behind it
do not. Errors are `LedgerError` (a reason and a remedy), `Refused` and `IntegrityViolations` (why an action
cannot be recorded), `ImportProblems` and `ImportDifferences` (what is wrong with a file).
"""

from __future__ import annotations

from domain import (
    agreement,
    award,
    document,
    person,
    region,
    unit,
    workshop,
)
from domain.base import Action, Reason, Refused
from importers.problems import ImportProblems
from importers.recording.report import ImportDifferences
from jejak import entry, idea, innovation, lab
from jejak.workspace import (
    Recorded,
    Views,
    Workspace,
    create_workspace,
    dossier_json,
    open_workspace,
    word_document,
)
from jejak_i18n import sentence
from ledger.errors import LedgerError
from ledger.write.command_handler import IntegrityViolations

__all__ = [
    "Action",
    "ImportDifferences",
    "ImportProblems",
    "IntegrityViolations",
    "LedgerError",
    "Reason",
    "Recorded",
    "Refused",
    "Views",
    "Workspace",
    "agreement",
    "award",
    "create_workspace",
    "document",
    "dossier_json",
    "entry",
    "idea",
    "innovation",
    "lab",
    "open_workspace",
    "person",
    "region",
    "sentence",
    "unit",
    "word_document",
    "workshop",
]
