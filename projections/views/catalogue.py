"""The catalogue: one row per innovation, searchable by acronym, title and former names."""

from __future__ import annotations

from itertools import chain
from typing import Any

from domain import innovation as events
from domain import plan, recognition, running
from domain.base import AnyFact
from domain.delivery import Displayed
from domain.evidence import EvidenceAttached
from domain.innovation_summary import summarise
from domain.profile import Measured, Noted
from domain.streams import code, region_of
from projections.views.base import Put, flag, number, table, text

NAME = "catalogue"
VERSION = 5
KIND = "innovation"

innovations = table(
    "innovations",
    text("region", index=True),
    flag("stands"),
    text("code"),
    text("lab", index=True),
    text("idea"),
    text("title"),
    text("acronym"),
    text("former", "nama terdahulu"),
    text("search", meaning="akronim, judul, dan nama terdahulu dalam huruf kecil, untuk pencarian"),
    text("unit"),
    flag("illustrative"),
    text("designed_on", "tanggal dirancang"),
    flag("trialled", "diuji coba"),
    text("trialled_on", "tanggal uji coba"),
    flag("implemented", "diterapkan"),
    text("implemented_on", "tanggal penerapan"),
    flag("launched", "diluncurkan"),
    text("launched_on", "tanggal peluncuran"),
    text("launch_lab", "lab peluncuran", index=True),
    text("ceremony"),
    number("displays", "jumlah pameran"),
    number("monitorings", "jumlah pemantauan"),
    number("measurements", "jumlah pengukuran"),
    number("evidence", "jumlah bukti dukung"),
    number("agreements", "jumlah perjanjian"),
    number("awards", "jumlah penghargaan"),
    number("noted", "jumlah keterangan"),
    number("steps", "jumlah langkah rencana"),
    number("stakeholders", "jumlah pemangku kepentingan"),
    number("validations", "jumlah validasi rencana"),
    number("plan_approvals", "jumlah persetujuan rencana"),
    number("milestones", "jumlah laporan kemajuan"),
    number("trial_reports", "jumlah laporan uji coba"),
    number("trial_ends", "jumlah akhir uji coba"),
    number("hand_overs", "jumlah alih inovator"),
    number("evaluations", "jumlah evaluasi"),
    number("judgings", "jumlah nilai juri"),
    number("recommendations", "jumlah rekomendasi"),
    number("publications", "jumlah publikasi"),
    number("properties", "jumlah HAKI"),
    number("mergers", "jumlah inovasi yang digabung"),
    text("course", "status jalan"),
    text("course_on", "tanggal status"),
    flag("determined", "ditetapkan"),
    text("determined_by", "dasar penetapan"),
    text("determined_on", "tanggal penetapan"),
    text("merged_into", "inovasi penerus"),
    about="inovasi, seperti sekarang",
)
TABLES = (innovations,)
COUNTED = (
    Displayed,
    plan.Monitored,
    Measured,
    EvidenceAttached,
    events.AgreementCovered,
    events.AwardReceived,
    Noted,
    plan.PlanStepSet,
    plan.StakeholderMapped,
    plan.PlanValidated,
    plan.PlanApproved,
    plan.MilestoneReported,
    running.TrialReported,
    running.TrialEnded,
    running.HandedOver,
    running.InnovationEvaluated,
    recognition.Judged,
    recognition.Recommended,
    recognition.Published,
    recognition.PropertyRecorded,
    running.TookIn,
)
"""What the columns of numbers count, in their order."""


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """The last word wins; `former` holds earlier titles and acronyms joined by newlines."""
    body, found = founding.body, summarise(founding, facts)
    kinds = [type(fact.body) for fact in facts]
    title, acronym = found.title, found.acronym
    former = "\n".join(filter(None, chain.from_iterable(found.former_names()))) if found.renamings else ""
    search = "\n".join(filter(None, (acronym, title, former))).casefold()
    trialled, implemented, launched = found.trialled, found.implemented, found.launched
    puts[0](
        (stream, region_of(stream), bool(facts), code(stream), body.lab, body.idea, title, acronym, former)
        + (search, body.unit, body.illustrative, founding.occurred)
        + (trialled is not None, trialled and trialled.occurred)
        + (implemented is not None, implemented and implemented.occurred)
        + (launched is not None, launched and launched.occurred)
        + (launched and launched.body.lab, launched and launched.body.ceremony)
        + tuple(map(kinds.count, COUNTED))
        + _course(facts)
    )


def _course(facts: list[AnyFact]) -> tuple[Any, ...]:
    """The last columns: how it runs, what determines it, what it went into."""
    status = status_on = determined_by = determined_on = merged_into = None
    for fact in facts:
        match fact.body:
            case running.StatusReported(status=seen):
                status, status_on = seen, fact.occurred
            case running.Stopped():
                status, status_on = "stopped", fact.occurred
            case running.Resumed():
                status, status_on = "running", fact.occurred
            case recognition.Determined(document=document):
                determined_by, determined_on = document, fact.occurred
            case running.MergedInto(into=into):
                merged_into = into
    return (status, status_on, determined_by is not None, determined_by, determined_on, merged_into)
