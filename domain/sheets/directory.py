"""Sheets of what a region has before any lab: missions, units, persons, documents."""

from __future__ import annotations

from domain import document, person, region, unit
from domain.sheets.sheet import personal, sheet

MISSION = sheet(
    "Misi",
    region.RecordMission,
    (
        "plan",
        "number",
        "text",
    ),
    "Misi dalam dokumen perencanaan daerah yang dirujuk oleh lab.",
    scope="region",
)
UNIT = sheet(
    "Unit",
    unit.RegisterUnit,
    (
        "kind",
        "name",
        "short",
        "parent",
        "occurred",
    ),
    "Perangkat daerah, kecamatan, puskesmas, sekolah, BUMD. Unit yang sudah terdaftar dikenali dari namanya.",
    scope="region",
    founds="unit",
)
PERSON = sheet(
    "Orang",
    person.RegisterPerson,
    (
        personal("name"),
        personal("civil_number"),
        "post",
        "unit",
        "institution",
        personal("phone"),
        personal("email"),
    ),
    "Nama, NIP, telepon dan surel disimpan terpisah dan tidak pernah masuk ke rekam jejak.",
    scope="region",
    founds="person",
)
DOCUMENT = sheet(
    "Dokumen",
    document.RegisterDocument,
    (
        "kind",
        "number",
        "occurred",
        "subject",
        "issuer",
        "link",
    ),
    "SK, peraturan, MoU, laporan: dicatat sekali, dirujuk dari mana saja.",
    scope="region",
    founds="document",
)
DOCUMENT_PARTY = sheet(
    "Pihak Dokumen",
    document.RecordParty,
    (
        "document",
        "person",
        "role",
        "capacity",
        "representing",
    ),
    "Siapa menandatangani MoU, perjanjian kerja, atau dokumen lain, dan sebagai apa.",
    scope="region",
    target="document",
)
POST = sheet(
    "Perubahan Jabatan",
    person.ChangePost,
    (
        "person",
        "post",
        "unit",
        "institution",
        "left_because",
        "occurred",
    ),
    "Orang yang pindah jabatan atau keluar. Jabatan lamanya tetap tercatat pada dokumen lama.",
    scope="region",
    target="person",
)
UNIT_CHANGE = sheet(
    "Perubahan Unit",
    unit.ChangeUnit,
    (
        "unit",
        "change",
        "name",
        "short",
        "successor",
        "legal_base",
        "occurred",
    ),
    "Unit yang berganti nama, digabung, atau ditutup karena susunan organisasi baru. Riwayatnya tetap.",
    scope="region",
    target="unit",
    alias={
        ("unit.renamed", "@type"): "change",
        ("unit.merged", "@type"): "change",
        ("unit.closed", "@type"): "change",
        ("unit.merged", "into"): "successor",
    },
    types={"unit.renamed": "renamed", "unit.merged": "merged", "unit.closed": "closed"},
)
