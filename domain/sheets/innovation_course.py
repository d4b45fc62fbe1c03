"""Sheets of what is promised and decided of innovations, and of how they go on."""

from __future__ import annotations

from domain import agreement
from domain.delivery import Display, Launch
from domain.recognition import Determine, Judge, Publish, Recommend, RecordProperty
from domain.running import EvaluateInnovation, HandOver, MergeInnovations, ReportStatus
from domain.sheets.sheet import sheet

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
    Launch,
    (
        "innovation",
        "ceremony",
        "occurred",
    ),
    "Satu baris satu inovasi yang diluncurkan.",
)
DISPLAY = sheet(
    "Pameran",
    Display,
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
    Determine,
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
    ReportStatus,
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
    HandOver,
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
    EvaluateInnovation,
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
    Judge,
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
    Recommend,
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
    Publish,
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
    RecordProperty,
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
    MergeInnovations,
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
