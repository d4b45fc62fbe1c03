"""Sheets of competitions: dates of editions, entries, claims, choices, results."""

from __future__ import annotations

from domain import entry_actions, region
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
    entry_actions.ChooseAlignment,
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
    entry_actions.WriteSection,
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
    entry_actions.ClaimLevel,
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
    later={"verified": entry_actions.VerifyLevel},
)
REGION_CLAIM = sheet(
    "SPD",
    entry_actions.ClaimRegion,
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
    later={"verified": entry_actions.VerifyRegion},
)
QUEUE = sheet(
    "Antrean",
    entry_actions.MoveQueue,
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
    entry_actions.AnnounceResult,
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
