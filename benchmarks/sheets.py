"""Made-up origins of facts: workbooks with sheets, row keys and cells, as an import records them."""

from __future__ import annotations

from random import Random

from domain import agreement, document, entry, idea, innovation, lab, person, support, unit, workshop
from domain.base import Body, Source

PLACES: dict[type[Body], tuple[str, tuple[str, ...]]] = {
    unit.UnitRegistered: ("Unit", ("kind", "name", "short")),
    person.PersonRegistered: ("Orang", ("post", "unit")),
    document.DocumentRegistered: ("Dokumen", ("kind", "number", "subject", "occurred")),
    lab.LabOpened: ("Lab", ("slug", "name", "mode")),
    lab.StageOpened: ("Tahap", ("@stream", "stage", "occurred")),
    lab.StageClosed: ("Tahap", ("occurred",)),
    lab.StageNotHeld: ("Tahap", ("@stream", "stage", "reason")),
    lab.UnitJoined: ("Peserta", ("@stream", "unit")),
    lab.LaunchingHeld: ("Acara", ("@stream", "key", "name")),
    lab.DisplayHeld: ("Acara", ("@stream", "key", "name")),
    workshop.WorkshopHeld: ("Lokakarya", ("lab", "stage", "place")),
    idea.IdeaProposed: ("Ide", ("title", "proposal", "units")),
    idea.IdeaMadeByMerge: ("Penggabungan", ("title", "sources", "reason")),
    idea.IdeaMerged: ("Penggabungan", ("@stream", "reason")),
    idea.IdeaWithdrawn: ("Akhir Ide", ("@stream", "code")),
    idea.IdeaNotContinued: ("Akhir Ide", ("@stream", "code")),
    idea.IdeaApproved: ("Persetujuan", ("@stream", "approved_by")),
    idea.IdeaTakenIntoDesign: ("Inovasi", ("@stream",)),
    innovation.InnovationDesigned: ("Inovasi", ("title", "acronym", "unit")),
    innovation.InnovationRenamed: ("Ganti Nama", ("@stream", "title", "reason")),
    innovation.ProfileWritten: ("Profil", ("@stream", "initiator", "form", "summary")),
    innovation.PlanStepSet: ("Rencana Aksi", ("@stream", "number", "activity", "begins")),
    innovation.Trialled: ("Uji Coba", ("@stream", "place", "occurred")),
    innovation.Implemented: ("Penerapan", ("@stream", "occurred")),
    innovation.Monitored: ("Monitoring", ("@stream", "mode", "finding")),
    innovation.Measured: ("Pengukuran", ("@stream", "indicator", "before", "after")),
    innovation.Launched: ("Peluncuran", ("@stream", "ceremony", "occurred")),
    innovation.Displayed: ("Pameran", ("@stream", "booth")),
    innovation.AgreementCovered: ("Perjanjian", ("@stream",)),
    innovation.EvidenceAttached: ("Bukti", ("@stream", "kind", "subject", "occurred")),
    agreement.AgreementSigned: ("Perjanjian", ("kind", "number", "title")),
    agreement.SignatureRecorded: ("Penanda Tangan", ("@stream", "person", "role")),
    entry.EntryPrepared: ("Klaim IGA", ("year",)),
    entry.LevelClaimed: ("Klaim IGA", ("indicator", "level")),
    entry.LevelVerified: ("Klaim IGA", ("verified",)),
    **dict.fromkeys(support.EVENTS, ("Pendukung", ("@stream", "occurred"))),
}
"""Event type to its sheet and the fields that have a cell there, from column B on."""


class Workbook:
    """One file of one scope; gives each action the next row of its sheet."""

    def __init__(self, random: Random, scope: str) -> None:
        self.file = f"{random.getrandbits(256):064x}"
        self.scope = scope
        self._rows: dict[str, int] = {}

    def row(self, body: Body, *, first: bool = True) -> Source:
        """The source of an event: a new row for the first event of an action, else the row just given."""
        sheet, fields = PLACES[type(body)]
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
