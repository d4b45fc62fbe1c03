"""Sheets of innovations, agreements, evidence and published figures."""

from __future__ import annotations

from domain import agreement, award, innovation_actions
from domain.fields import described
from domain.innovation import ProfileWritten
from domain.sheets.sheet import NO_LAB, sheet
from domain.support import OF_KIND

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
    ),
    "Satu baris satu langkah rencana aksi.",
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
AGREEMENT = sheet(
    "Perjanjian",
    agreement.SignAgreement,
    (
        "kind",
        "number",
        "title",
        "occurred",
        "place",
        "medium",
        "innovations",
        "plan",
        "illustrative",
    ),
    "Komitmen lab dan perjanjian kinerja inovasi.",
    founds="agreement",
)
SIGNATURE = sheet(
    "Penanda Tangan",
    agreement.RecordSignature,
    (
        "agreement",
        "person",
        "role",
        "capacity",
        "representing",
    ),
    "Siapa menandatangani, sebagai apa.",
    target="agreement",
)
LAUNCH = sheet(
    "Peluncuran",
    innovation_actions.Launch,
    (
        "innovation",
        "ceremony",
        "occurred",
    ),
    "Satu baris satu inovasi yang diluncurkan.",
)
DISPLAY = sheet(
    "Pameran",
    innovation_actions.Display,
    (
        "innovation",
        "ceremony",
        "occurred",
        "booth",
    ),
    "Satu baris satu inovasi yang dipamerkan.",
)
EVIDENCE = sheet(
    "Bukti",
    innovation_actions.AttachEvidence,
    (
        "innovation",
        "kind",
        "number",
        "occurred",
        "subject",
        "iga",
        "kipp",
        "file",
        "link",
        "seen_on",
        "page",
        "personal_data",
        "supersedes",
    ),
    "Bukti dukung; berkas disimpan menurut sidik jarinya dan tidak pernah ditimpa.",
    alias={
        ("innovation.evidence_superseded", "old"): "supersedes",
        ("innovation.evidence_superseded", "occurred"): "",
        ("innovation.link_checked", "occurred"): "seen_on",
    },
    later={"seen_on": innovation_actions.OpenLink},
    dated=frozenset({"seen_on"}),
)
SUPPORT = sheet(
    "Pendukung",
    innovation_actions.RecordSupport,
    (
        "innovation",
        "kind",
        "subject",
        "place",
        "role",
        "count",
        "received",
        "year",
        "amount",
        "basis",
        "begins",
        "ends",
        "tier",
        "edition",
        "earlier",
        "occurred",
    ),
    "Fakta yang dibaca aturan penilaian. Satu baris satu fakta; isi hanya kolom yang dipakai jenisnya.",
    target="innovation",
    alias={(event.TYPE, "@kind"): "kind" for event, _ in OF_KIND.values()},
)
AWARD = sheet(
    "Penghargaan",
    award.GiveAward,
    (
        "title",
        "giver",
        "tier",
        "edition",
        "recipient",
        "innovation",
        "unit",
        "person",
        "document",
        "occurred",
    ),
    "Penghargaan bagi daerah, unit, inovasi, atau orang. Isi hanya kolom penerimanya.",
    scope="region",
)
