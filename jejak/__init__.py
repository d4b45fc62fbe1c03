"""Jejak for programs: open a workspace, record actions, ask its views, build a dossier, verify.

    from jejak import ProposeIdea, open_workspace

    workspace = open_workspace("lab-kita")
    workspace.record(ProposeIdea.of(region=workspace.region, title="Antrean daring", units=[unit]))
    with workspace.views() as views:
        print(views.innovation("3303-0147").fields["title"].value)

What stands here keeps its names and meaning from release to release; the packages behind it do not.
Errors are `LedgerError` (a reason and a remedy), `Refused` and `IntegrityViolations` (why an action cannot
be recorded), `ImportProblems` and `ImportDifferences` (what is wrong with a file).
"""

from __future__ import annotations

from domain.agreement import RecordSignature, SignAgreement
from domain.award import GiveAward
from domain.base import Action, Reason, Refused
from domain.document import RegisterDocument
from domain.entry_actions import (
    AnnounceResult,
    ChooseAlignment,
    ClaimLevel,
    ClaimRegion,
    MoveQueue,
    VerifyLevel,
    VerifyRegion,
    WriteSection,
)
from domain.idea import ApproveIdea, EndIdea, MergeIdeas, ProposeIdea, SplitIdea
from domain.innovation_actions import (
    AttachEvidence,
    CheckLink,
    DesignInnovation,
    Display,
    Implement,
    Launch,
    Measure,
    Monitor,
    RecordSupport,
    RenameInnovation,
    SetPlanStep,
    Try,
    WriteProfile,
)
from domain.lab import CloseStage, HoldCeremony, HoldStage, JoinLab, OpenLab
from domain.region import DateEdition, PublishFigure, RecordMission
from domain.unit import ChangeUnit, RegisterUnit
from domain.workshop import HoldWorkshop
from importers.problems import ImportProblems
from importers.recording.import_file import ImportDifferences
from jejak.workspace import (
    Recorded,
    Views,
    Workspace,
    create_workspace,
    document,
    dossier_json,
    open_workspace,
)
from jejak_i18n import sentence
from ledger.errors import LedgerError
from ledger.write.command_handler import IntegrityViolations

__all__ = [
    "Action",
    "AnnounceResult",
    "ApproveIdea",
    "AttachEvidence",
    "ChangeUnit",
    "CheckLink",
    "ChooseAlignment",
    "ClaimLevel",
    "ClaimRegion",
    "CloseStage",
    "DateEdition",
    "DesignInnovation",
    "Display",
    "EndIdea",
    "GiveAward",
    "HoldCeremony",
    "HoldStage",
    "HoldWorkshop",
    "Implement",
    "ImportDifferences",
    "ImportProblems",
    "IntegrityViolations",
    "JoinLab",
    "Launch",
    "LedgerError",
    "Measure",
    "MergeIdeas",
    "Monitor",
    "MoveQueue",
    "OpenLab",
    "ProposeIdea",
    "PublishFigure",
    "Reason",
    "RecordMission",
    "RecordSignature",
    "RecordSupport",
    "Recorded",
    "Refused",
    "RegisterDocument",
    "RegisterUnit",
    "RenameInnovation",
    "SetPlanStep",
    "SignAgreement",
    "SplitIdea",
    "Try",
    "VerifyLevel",
    "VerifyRegion",
    "Views",
    "Workspace",
    "WriteProfile",
    "WriteSection",
    "create_workspace",
    "document",
    "dossier_json",
    "open_workspace",
    "sentence",
]
