"""Sheets of competitions: dates of editions, entries, claims, choices, results."""

from __future__ import annotations

from domain import region
from domain.claims import ClaimLevel, ClaimRegion, VerifyLevel, VerifyRegion
from domain.entry import AnnounceResult, ChooseAlignment, MoveQueue, WriteSection
from domain.sheets.sheet import sheet

EDITION = sheet(
    "Jadwal",
    region.DateEdition,
    (
        "award",
        "year",
        "group",
        "milestone",
        "day",
        "note",
        "occurred",
    ),
    "Tanggal lomba. Tanggal bergeser; catat setiap pengumuman sebagai baris baru.",
    scope="region",
)
ALIGNMENT = sheet(
    "Isian KIPP",
    ChooseAlignment,
    (
        "innovation",
        "year",
        "group",
        "category",
        "sdgs",
        "asta_cita",
        "source",
        "source_owner",
        "source_tier",
        "source_edition",
        "occurred",
    ),
    "Satu baris satu usulan KIPP: pilihan yang diminta formulir edisi itu.",
)
SECTION = sheet(
    "Naskah",
    WriteSection,
    (
        "innovation",
        "year",
        "group",
        "section",
        "text",
        "occurred",
    ),
    "Naskah satu bagian untuk satu usulan; mengganti isi lembar Profil pada usulan itu.",
)
CLAIM = sheet(
    "Klaim IGA",
    ClaimLevel,
    (
        "innovation",
        "year",
        "indicator",
        "level",
        "basis",
        "note",
        "verified",
        "verifier",
        "occurred",
    ),
    "Satu baris satu indikator satu inovasi. Verifikasi mengutip bukti yang ada saat itu.",
    later={"verified": VerifyLevel},
)
REGION_CLAIM = sheet(
    "SPD",
    ClaimRegion,
    (
        "year",
        "indicator",
        "level",
        "amount",
        "documents",
        "note",
        "verified",
        "verifier",
        "occurred",
    ),
    "Satuan Pemerintah Daerah: satu baris satu indikator daerah.",
    scope="region",
    later={"verified": VerifyRegion},
)
QUEUE = sheet(
    "Antrean",
    MoveQueue,
    (
        "innovation",
        "year",
        "group",
        "stage",
        "note",
        "occurred",
    ),
    "Perjalanan usulan: unit, admin lokal, kementerian.",
)
RESULT = sheet(
    "Hasil Lomba",
    AnnounceResult,
    (
        "innovation",
        "award",
        "year",
        "group",
        "result",
        "tier",
        "note",
        "occurred",
    ),
    "Apa yang terjadi dengan usulan setelah dikirim.",
)
