"""Sheets of innovations: what each is, its plan, trial, implementation, monitoring and measurements."""

from __future__ import annotations

from domain import innovation_actions
from domain.fields import described
from domain.innovation import ProfileWritten
from domain.running import course_of_end
from domain.sheets.sheet import NO_LAB, sheet

PROFILE_FIELDS = tuple(described(ProfileWritten))
"""The fields of sheet Profil."""

INNOVATION = sheet(
    "Inovasi",
    innovation_actions.DesignInnovation,
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
    innovation_actions.RenameInnovation,
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
    innovation_actions.WriteProfile,
    ("innovation", "occurred", *PROFILE_FIELDS),
    "Isian laporan IGA dan proposal KIPP. Boleh dilengkapi bertahap: isi sel yang kosong, lalu impor lagi.",
    later=dict.fromkeys(PROFILE_FIELDS, innovation_actions.WriteProfile),
)
PLAN = sheet(
    "Rencana Aksi",
    innovation_actions.SetPlanStep,
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
    innovation_actions.MapStakeholder,
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
    innovation_actions.ValidatePlan,
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
    innovation_actions.ApprovePlan,
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
    innovation_actions.ReportMilestone,
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
    innovation_actions.Try,
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
    innovation_actions.FollowTrial,
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
    innovation_actions.Implement,
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
    innovation_actions.Monitor,
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
    innovation_actions.Note,
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
    innovation_actions.Measure,
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
