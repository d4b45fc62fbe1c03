"""Sheets of innovations: what each is, its plan, trial, implementation, monitoring and measurements."""

from __future__ import annotations

from domain.delivery import Implement, Try
from domain.design import DesignInnovation, RenameInnovation
from domain.fields import described
from domain.plan import ApprovePlan, MapStakeholder, Monitor, ReportMilestone, SetPlanStep, ValidatePlan
from domain.profile import Measure, Note, ProfileWritten, WriteProfile
from domain.running import FollowTrial, course_of_end
from domain.sheets.sheet import NO_LAB, sheet

PROFILE_FIELDS = tuple(described(ProfileWritten))
"""The fields of sheet Profil."""

INNOVATION = sheet(
    "Inovasi",
    DesignInnovation,
    (
        "idea",
        "title",
        "acronym",
        "unit",
        "occurred",
        NO_LAB,
        "illustrative",
    ),
    "Satu baris satu inovasi yang dirancang.",
    founds="innovation",
    alias={("innovation.designed", "idea"): "idea"},
)
RENAME = sheet(
    "Ganti Nama",
    RenameInnovation,
    (
        "innovation",
        "title",
        "acronym",
        "reason",
        "occurred",
    ),
    "Nama lama tetap dapat dicari.",
)
PROFILE = sheet(
    "Profil",
    WriteProfile,
    ("innovation", "occurred", *PROFILE_FIELDS),
    "Isian laporan IGA dan proposal KIPP. Boleh dilengkapi bertahap: isi sel yang kosong, lalu impor lagi.",
    later=dict.fromkeys(PROFILE_FIELDS, WriteProfile),
)
PLAN = sheet(
    "Rencana Aksi",
    SetPlanStep,
    (
        "innovation",
        "plan",
        "number",
        "phase",
        "activity",
        "executor",
        "output",
        "method",
        "begins",
        "ends",
        "occurred",
        "partners",
        "place",
        "cost",
        "fund_source",
        "target",
        "success_measure",
    ),
    "Satu baris satu langkah rencana aksi.",
)
STAKEHOLDER = sheet(
    "Pemangku Kepentingan",
    MapStakeholder,
    (
        "innovation",
        "stakeholder",
        "interest",
        "strategy",
        "occurred",
    ),
    "Peta pemangku kepentingan dan strategi komunikasinya.",
)
VALIDATION = sheet(
    "Validasi Rencana",
    ValidatePlan,
    (
        "innovation",
        "plan",
        "validator",
        "expertise",
        "opinion",
        "occurred",
    ),
    "Pendapat ahli atas rencana aksi.",
)
PLAN_APPROVAL = sheet(
    "Persetujuan Rencana",
    ApprovePlan,
    (
        "innovation",
        "plan",
        "approved_by",
        "document",
        "occurred",
    ),
    "Persetujuan pimpinan atas rencana aksi sebelum dilaksanakan.",
)
MILESTONE = sheet(
    "Kemajuan Rencana",
    ReportMilestone,
    (
        "innovation",
        "plan",
        "number",
        "progress",
        "percent",
        "realised",
        "obstacle",
        "cause",
        "note",
        "occurred",
    ),
    "Kemajuan satu langkah rencana aksi.",
)
TRIAL = sheet(
    "Uji Coba",
    Try,
    (
        "innovation",
        "occurred",
        "place",
        "result",
    ),
    "Uji coba inovasi.",
)
TRIAL_COURSE = sheet(
    "Jalannya Uji Coba",
    FollowTrial,
    (
        "innovation",
        "course",
        "occurred",
        "place",
        "result",
        "reason",
    ),
    "Uji coba dilaporkan, selesai, atau dihentikan dengan alasannya.",
    target="innovation",
    alias={
        ("innovation.trial_reported", "@type"): "course",
        ("innovation.trial_ended", "@type"): "course",
    },
    types={"innovation.trial_reported": "reported", "innovation.trial_ended": course_of_end},
)
IMPLEMENTATION = sheet(
    "Penerapan",
    Implement,
    (
        "innovation",
        "occurred",
        "legal_base",
        "note",
    ),
    "Kapan inovasi mulai diterapkan.",
)
MONITORING = sheet(
    "Monitoring",
    Monitor,
    (
        "innovation",
        "occurred",
        "mode",
        "monitor",
        "finding",
        "follow_up",
        "checked",
        "cause",
    ),
    "Hasil pemantauan.",
)
NOTE = sheet(
    "Keterangan",
    Note,
    (
        "innovation",
        "heading",
        "remark",
        "occurred",
    ),
    "Apa yang tidak punya isian sendiri, dengan judulnya. Tanpa nama orang.",
)
MEASUREMENT = sheet(
    "Pengukuran",
    Measure,
    (
        "innovation",
        "indicator",
        "unit_of_measure",
        "before",
        "before_on",
        "after",
        "after_on",
        "method",
        "origin",
    ),
    "Indikator sebelum dan sesudah inovasi.",
    alias={("innovation.measured", "occurred"): "after_on"},
)
