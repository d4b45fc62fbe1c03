"""What each command answers with `--json`: command to Struct, or to several where its options decide.

One line here gives a command its schema in `schemas/answers/` (`python -m tools.answer_schemas`).
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from commands.admin import (
    backup,
    completion,
    database,
    export,
    export_tables,
    ledger,
    ledger_copy,
    ledger_export,
    ledger_merge,
    projection_status,
    projections,
    proofs,
    verify_proof,
)
from commands.common.list_spec import Items
from commands.common.run_command import Recorded
from commands.competition import (
    calendar,
    dossier,
    dossier_again,
    dossier_batch,
    dossier_diff,
    dossier_issue,
    dossier_letters,
    dossier_package,
    dossier_papers,
    dossier_portal,
    dossier_region,
    dossier_template,
    dossier_verify,
    entry,
    entry_recording,
    evidence,
    evidence_take,
    rulebook,
)
from commands.demo import DemoAnswer
from commands.doctor import verb as doctor
from commands.eligibility.sheets import SheetsAnswer
from commands.record import (
    import_,
    import_folder,
    init,
    map_,
    person_correcting,
    person_forgetting,
    template,
)
from commands.serve import Served
from commands.show import catalogue, lab_documents, replay, replay_comparison, site, trace
from projections.eligibility import answers
from projections.maintenance.evidence_check import EvidenceCheck
from projections.queries.awards import AwardRow
from projections.queries.catalogue import CataloguePage, CatalogueStats
from projections.queries.detail_types import InnovationDetail
from projections.queries.documents import DocumentRow
from projections.queries.entries import EntryRow
from projections.queries.evidence import EvidenceRow
from projections.queries.figures import PublishedFigure
from projections.queries.funnel import Funnel
from projections.queries.ideas import IdeaRow
from projections.queries.lab_comparison import LabComparison
from projections.queries.labs import LabDetail, LabList
from projections.queries.next_steps import NextSteps
from projections.queries.person_holdings import ReadOfPersons
from projections.queries.person_record import PersonRecord, PersonRow
from projections.timeline.history_answer import HistoryAnswer

Shape = type[Struct]


def recorded_with(more: Shape) -> Shape:
    """The answer of a verb that records: the fields of `Recorded`, then those of `more`."""
    fields = [
        (field.name, field.type, msgspec.field(name=field.encode_name))
        for part in (Recorded, more)
        for field in msgspec.structs.fields(part)
    ]
    return msgspec.defstruct(more.__name__, fields, namespace={"__doc__": more.__doc__}, frozen=True)


_ENTRY = recorded_with(entry_recording.EntryRecorded)
ANSWERS: dict[str, Shape | tuple[Shape, ...]] = {
    "backup": backup.BackupWritten,
    "calendar list": calendar.CalendarAnswer,
    "calendar set": recorded_with(calendar.DateRecorded),
    "catalogue awards": Items[AwardRow],
    "catalogue ideas": Items[IdeaRow],
    "catalogue list": CataloguePage,
    "catalogue show": (InnovationDetail, catalogue.LineageTree),
    "catalogue stats": CatalogueStats,
    "correct": Recorded,
    "database check": database.DatabaseReport,
    "database grant": database.Granted,
    "database migrate": database.Migrated,
    "demo": DemoAnswer,
    "doctor": doctor.DoctorReport,
    "document list": Items[DocumentRow],
    "dossier again": dossier_again.DossierAgain,
    "dossier diff": dossier_diff.DossierDifference,
    "dossier iga": dossier.DossierAnswer,
    "dossier issue": recorded_with(dossier_issue.DossierFiles),
    "dossier kipp": dossier.DossierAnswer,
    "dossier letters": dossier_letters.LettersAnswer,
    "dossier pack": dossier_package.PackageWritten,
    "dossier batch": dossier_batch.BatchAnswer,
    "dossier portal": dossier_portal.PortalWorkbook,
    "dossier region": dossier_papers.RegionPapers,
    "dossier spd": dossier_region.RegionWorkbook,
    "dossier template check": dossier_template.TemplateReport,
    "dossier template iga": dossier_template.TemplateWritten,
    "dossier template kipp": dossier_template.TemplateWritten,
    "dossier template letter": dossier_template.TemplateWritten,
    "dossier verify": dossier_verify.PackageReport,
    "eligibility advise": answers.AdviceAnswer,
    "eligibility index": answers.IndexAnswer,
    "eligibility list": answers.VerdictList,
    "eligibility replay": answers.ReplayList,
    "eligibility sheets": SheetsAnswer,
    "eligibility show": (answers.VerdictAnswer, recorded_with(answers.VerdictAnswer)),
    "entry choose": _ENTRY,
    "entry claim": _ENTRY,
    "entry claim-region": recorded_with(entry.RegionClaimRecorded),
    "entry list": Items[EntryRow],
    "entry move": _ENTRY,
    "entry prepare": _ENTRY,
    "entry result": _ENTRY,
    "entry verify": _ENTRY,
    "entry write": _ENTRY,
    "evidence add": (recorded_with(evidence.EvidencePlan), evidence.EvidenceUnrecorded),
    "evidence check": EvidenceCheck,
    "evidence list": Items[EvidenceRow],
    "evidence take": evidence_take.EvidenceTaken,
    "evidence seen": recorded_with(evidence.LinkRecorded),
    "completion": completion.CompletionScript,
    "export": (export.Exported, export_tables.TablesExported),
    "history": HistoryAnswer,
    "idea next": NextSteps,
    "import": (import_.Imported, import_folder.FolderImported),
    "init": init.WorkspaceMade,
    "lab compare": LabComparison,
    "lab documents": lab_documents.LabDocumentsAnswer,
    "lab figures": Items[PublishedFigure],
    "lab funnel": Funnel,
    "lab list": LabList,
    "innovation next": NextSteps,
    "lab next": NextSteps,
    "lab show": LabDetail,
    "map": map_.Mapped,
    "ledger copy": ledger_copy.LedgerCopied,
    "ledger checkpoint": proofs.CheckpointSigned,
    "ledger export": ledger_export.LedgerExported,
    "ledger merge": ledger_merge.LedgerMerged,
    "ledger key": proofs.KeyMade,
    "ledger prove": proofs.ProofWritten,
    "ledger verify": ledger.LedgerReport,
    "ledger verify-proof": verify_proof.ProofReport,
    "ledger witness": proofs.Cosigned,
    "person list": Items[PersonRow],
    "person show": PersonRecord,
    "person reads": Items[ReadOfPersons],
    "person correct": person_correcting.PersonCorrected,
    "person forget": person_forgetting.ForgetAsked,
    "person confirm-forget": person_forgetting.Forgotten,
    "projections rebuild": projections.Rebuilt,
    "projections run": projections.Followed,
    "projections status": projection_status.ViewsStatus,
    "projections verify": projections.ViewsReport,
    "replay": (replay.ReplayAnswer, replay_comparison.ReplayComparison),
    "restore": (backup.Restored, backup.BackupReport),
    "rulebook add": (recorded_with(rulebook.RulebookRecorded), rulebook.RulebookKnown),
    "rulebook check": rulebook.RulebookCheck,
    "rulebook diff": rulebook.RulebookDifference,
    "rulebook list": Items[rulebook.RulebookRow],
    "rulebook show": rulebook.RulebookAnswer,
    "serve": Served,
    "site": site.SiteAnswer,
    "template": (template.TemplateWritten, template.UnitTemplates),
    "trace": trace.TraceAnswer,
    "void": Recorded,
}


def shapes(command: str) -> tuple[Shape, ...]:
    """The Structs that a command answers with. Raises KeyError for a command without one."""
    found = ANSWERS[command]
    return found if isinstance(found, tuple) else (found,)
