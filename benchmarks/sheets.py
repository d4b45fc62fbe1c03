"""Made-up origins of facts: workbooks with sheets, row keys and cells, as an import records them."""

from __future__ import annotations

from random import Random

from domain import agreement, document, idea, innovation, lab, person, plan, support, unit, workshop
from domain.base import Body, Source
from domain.claims import LevelClaimed, LevelVerified
from domain.delivery import Displayed, Implemented, Launched, Trialled
from domain.design import InnovationDesigned, InnovationRenamed
from domain.evidence import EvidenceAttached
from domain.kinds import TYPES
from domain.on_entry import EntryPrepared
from domain.profile import Measured, ProfileWritten
from domain.sheets import competition as competition_sheets
from domain.sheets import directory as directory_sheets
from domain.sheets import evidence as evidence_sheets
from domain.sheets import idea as idea_sheets
from domain.sheets import innovation as innovation_sheets
from domain.sheets import innovation_course as innovation_course_sheets
from domain.sheets import lab as lab_sheets
from domain.sheets.registry import SHEETS
from domain.sheets.sheet import Sheet
from tools.event_traces import events_of as types_of


def events_of(sheet: Sheet) -> list[type[Body]]:
    """The events that a row of a sheet becomes."""
    return [TYPES[name] for name in types_of(sheet.action.TYPE)]


PLACES: dict[type[Body], tuple[Sheet, tuple[str, ...]]] = {
    unit.UnitRegistered: (directory_sheets.UNIT, ("kind", "name", "short")),
    person.PersonRegistered: (directory_sheets.PERSON, ("post", "unit")),
    document.DocumentRegistered: (directory_sheets.DOCUMENT, ("kind", "number", "subject", "occurred")),
    lab.LabOpened: (lab_sheets.LAB, ("slug", "name", "mode")),
    lab.StageOpened: (lab_sheets.STAGE, ("@stream", "stage", "occurred")),
    lab.StageClosed: (lab_sheets.STAGE, ("occurred",)),
    lab.StageNotHeld: (lab_sheets.STAGE, ("@stream", "stage", "reason")),
    lab.UnitJoined: (lab_sheets.PARTICIPANT, ("@stream", "unit")),
    lab.LaunchingHeld: (lab_sheets.CEREMONY, ("@stream", "key", "name")),
    lab.DisplayHeld: (lab_sheets.CEREMONY, ("@stream", "key", "name")),
    workshop.WorkshopHeld: (lab_sheets.WORKSHOP, ("lab", "stage", "place")),
    idea.IdeaProposed: (idea_sheets.IDEA, ("title", "proposal", "units")),
    idea.IdeaMadeByMerge: (idea_sheets.MERGE, ("title", "sources", "reason")),
    idea.IdeaMerged: (idea_sheets.MERGE, ("@stream", "reason")),
    idea.IdeaWithdrawn: (idea_sheets.IDEA_END, ("@stream", "code")),
    idea.IdeaNotContinued: (idea_sheets.IDEA_END, ("@stream", "code")),
    idea.IdeaApproved: (idea_sheets.APPROVAL, ("@stream", "approved_by")),
    idea.IdeaTakenIntoDesign: (innovation_sheets.INNOVATION, ("@stream",)),
    InnovationDesigned: (innovation_sheets.INNOVATION, ("title", "acronym", "unit")),
    InnovationRenamed: (innovation_sheets.RENAME, ("@stream", "title", "reason")),
    ProfileWritten: (innovation_sheets.PROFILE, ("@stream", "initiator", "form", "summary")),
    plan.PlanStepSet: (innovation_sheets.PLAN, ("@stream", "number", "activity", "begins")),
    Trialled: (innovation_sheets.TRIAL, ("@stream", "place", "occurred")),
    Implemented: (innovation_sheets.IMPLEMENTATION, ("@stream", "occurred")),
    plan.Monitored: (innovation_sheets.MONITORING, ("@stream", "mode", "finding")),
    Measured: (innovation_sheets.MEASUREMENT, ("@stream", "indicator", "before", "after")),
    Launched: (innovation_course_sheets.LAUNCH, ("@stream", "ceremony", "occurred")),
    Displayed: (innovation_course_sheets.DISPLAY, ("@stream", "booth")),
    innovation.AgreementCovered: (innovation_course_sheets.AGREEMENT, ("@stream",)),
    EvidenceAttached: (evidence_sheets.EVIDENCE, ("@stream", "kind", "subject", "occurred")),
    agreement.AgreementSigned: (innovation_course_sheets.AGREEMENT, ("kind", "number", "title")),
    agreement.SignatureRecorded: (innovation_course_sheets.SIGNATURE, ("@stream", "person", "role")),
    EntryPrepared: (competition_sheets.CLAIM, ("year",)),
    LevelClaimed: (competition_sheets.CLAIM, ("indicator", "level")),
    LevelVerified: (competition_sheets.CLAIM, ("verified",)),
    **dict.fromkeys(support.EVENTS, (evidence_sheets.SUPPORT, ("@stream", "occurred"))),
}
for _sheet in SHEETS:
    for _event in events_of(_sheet):
        PLACES.setdefault(_event, (_sheet, ("@stream", "occurred")))
"""Event type to its sheet and the fields that have a cell there, from column B on."""


class Workbook:
    """One file of one scope; gives each action the next row of its sheet."""

    def __init__(self, random: Random, scope: str) -> None:
        self.file = f"{random.getrandbits(256):064x}"
        self.scope = scope
        self._rows: dict[str, int] = {}

    def row(self, body: Body, *, first: bool = True) -> Source:
        """The source of an event: a new row for the first event of an action, else the row just given."""
        found, fields = PLACES[type(body)]
        sheet = found.name
        number = self._rows.get(sheet, 0) + first
        self._rows[sheet] = number
        return Source(
            file=self.file,
            scope=self.scope,
            sheet=sheet,
            key=f"{sheet[:3].upper()}-{number:03d}",
            cells={field: f"{column}{number + 2}" for field, column in zip(fields, "BCDE", strict=False)},
            first=first,
        )
