"""Sheets of innovations, agreements, evidence and published figures."""

from __future__ import annotations

from domain import agreement, award, innovation_actions
from domain.fields import described
from domain.innovation import ProfileWritten
from domain.running import course_of_end
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
AGREEMENT_CHANGE = sheet(
    "Perubahan Perjanjian",
    agreement.ChangeAgreement,
    (
        "agreement",
        "change",
        "number",
        "plan",
        "reason",
        "document",
        "occurred",
    ),
    "Perjanjian yang diadendum atau diakhiri.",
    target="agreement",
    alias={("agreement.amended", "@type"): "change", ("agreement.ended", "@type"): "change"},
    types={"agreement.amended": "amended", "agreement.ended": "ended"},
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
DETERMINATION = sheet(
    "Penetapan Inovasi",
    innovation_actions.Determine,
    (
        "innovation",
        "document",
        "row",
        "occurred",
    ),
    "Inovasi yang ditetapkan dengan keputusan: SK-nya sekali di lembar Dokumen, satu baris tiap inovasi.",
)
STATUS = sheet(
    "Status Jalan",
    innovation_actions.ReportStatus,
    (
        "innovation",
        "status",
        "occurred",
        "reason",
    ),
    "Bagaimana inovasi berjalan; juga bila dihentikan atau dilanjutkan lagi, dengan alasannya.",
    target="innovation",
    alias={
        ("innovation.stopped", "@type"): "status",
        ("innovation.resumed", "@type"): "status",
    },
    types={"innovation.stopped": "stopped", "innovation.resumed": "resumed"},
)
HAND_OVER = sheet(
    "Alih Inovator",
    innovation_actions.HandOver,
    (
        "innovation",
        "from_person",
        "to_person",
        "handover_cause",
        "note",
        "occurred",
    ),
    "Siapa menyerahkan inovasi kepada siapa. Tanpa penerima, unitnya yang memegang.",
)
EVALUATION = sheet(
    "Evaluasi Inovasi",
    innovation_actions.EvaluateInnovation,
    (
        "innovation",
        "evaluator",
        "benefit",
        "impact",
        "continuity",
        "recommendation",
        "document",
        "occurred",
    ),
    "Evaluasi inovasi: manfaat, dampak, keberlanjutan, rekomendasi.",
)
JUDGING = sheet(
    "Penilaian Juri",
    innovation_actions.Judge,
    (
        "innovation",
        "jury",
        "ceremony",
        "criterion",
        "score",
        "rank",
        "note",
        "occurred",
    ),
    "Nilai juri pada pameran atau lomba lab, satu baris satu kriteria.",
)
RECOMMENDATION = sheet(
    "Rekomendasi Inovasi",
    innovation_actions.Recommend,
    (
        "innovation",
        "recommended_by",
        "recommended_for",
        "document",
        "occurred",
    ),
    "Inovasi yang direkomendasikan ke tingkat nasional.",
)
PUBLICATION = sheet(
    "Publikasi Inovasi",
    innovation_actions.Publish,
    (
        "innovation",
        "kind",
        "title",
        "volume",
        "isbn",
        "pages",
        "issuer",
        "occurred",
    ),
    "Buku, direktori, atau terbitan lain yang memuat inovasi.",
)
PROPERTY = sheet(
    "Kekayaan Intelektual",
    innovation_actions.RecordProperty,
    (
        "innovation",
        "kind",
        "number",
        "holder",
        "work",
        "occurred",
    ),
    "Kekayaan intelektual yang terdaftar.",
)
INNOVATION_MERGE = sheet(
    "Penggabungan Inovasi",
    innovation_actions.MergeInnovations,
    (
        "sources",
        "into",
        "reason",
        "occurred",
    ),
    "Beberapa inovasi dilanjutkan oleh satu inovasi.",
    target="into",
    alias={("innovation.took_in", "@stream"): "into", ("innovation.took_in", "absorbed"): "sources"},
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
