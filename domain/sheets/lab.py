"""Sheets of a region, its units and people, and of a lab up to its ideas."""

from __future__ import annotations

from domain import document, idea, lab, person, region, unit, workshop
from domain.sheets.sheet import NO_LAB, personal, sheet

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
LAB = sheet(
    "Lab",
    lab.OpenLab,
    (
        "name",
        "round",
        "mode",
        "occurred",
        "theme",
        "target_kinds",
        "facilitator",
        "missions",
        "illustrative",
    ),
    "Satu baris satu putaran lab. Kunci menjadi namanya yang tetap, misalnya purbalingga-2022.",
    scope="region",
    founds="lab",
    key_field="slug",
    key_help="Nama tetap lab, tanpa spasi, misalnya purbalingga-2022.",
    example_key="contoh-2022",
)
STAGE = sheet(
    "Tahap",
    lab.HoldStage,
    (
        "stage",
        "local_name",
        "opened_on",
        "closed_on",
        "not_held",
        "reason",
    ),
    "Tahap lab menurut LAN, dengan nama setempatnya. Tahap yang tidak dilaksanakan diberi alasan.",
    alias={
        ("lab.stage_opened", "occurred"): "opened_on",
        ("lab.stage_closed", "occurred"): "closed_on",
        ("lab.stage_not_held", "@type"): "not_held",
    },
    types={"lab.stage_not_held": True},
    later={"closed_on": lab.CloseStage},
)
PARTICIPANT = sheet(
    "Peserta",
    lab.JoinLab,
    (
        "unit",
        "occurred",
    ),
    "Unit yang ikut dalam putaran lab ini.",
)
WORKSHOP = sheet(
    "Lokakarya",
    workshop.HoldWorkshop,
    (
        "stage",
        "occurred",
        "place",
        "mode",
        "speakers",
        "attendance",
    ),
    "Satu baris satu hari lokakarya.",
    founds="workshop",
)
CEREMONY = sheet(
    "Acara",
    lab.HoldCeremony,
    (
        "ceremony",
        "name",
        "occurred",
        "place",
        "marker",
        "led_by",
    ),
    "Peluncuran dan pameran; inovasinya didaftar di lembar Peluncuran dan Pameran.",
    key_field="key",
    alias={("lab.launching_held", "@type"): "ceremony", ("lab.display_held", "@type"): "ceremony"},
    types={"lab.launching_held": "launching", "lab.display_held": "display"},
)
IDEA = sheet(
    "Ide",
    idea.ProposeIdea,
    (
        "title",
        "proposal",
        "units",
        "proposers",
        "occurred",
        "background",
        "description",
        "aims",
        "beneficiaries",
        "novelty",
        "replicates",
        NO_LAB,
        "illustrative",
    ),
    "Satu baris satu ide seperti diusulkan dalam lab.",
    founds="idea",
)
MERGE = sheet(
    "Penggabungan",
    idea.MergeIdeas,
    (
        "sources",
        "title",
        "reason",
        "consent",
        "occurred",
        "illustrative",
    ),
    "Beberapa ide menjadi satu ide baru; Kunci baris ini kunci ide baru. Semua pengusul tetap tercatat.",
    founds="idea",
)
SPLIT = sheet(
    "Pemecahan",
    idea.SplitIdea,
    (
        "idea",
        "titles",
        "reason",
        "occurred",
        "illustrative",
    ),
    "Satu ide menjadi beberapa ide baru; pengusulnya tetap tercatat pada masing-masing.",
    founds="idea",
    target="idea",
)
IDEA_END = sheet(
    "Akhir Ide",
    idea.EndIdea,
    (
        "idea",
        "ending",
        "code",
        "reason",
        "decided_by",
        "occurred",
    ),
    "Ide yang ditarik pengusulnya atau tidak dilanjutkan.",
    target="idea",
    alias={("idea.withdrawn", "@type"): "ending", ("idea.not_continued", "@type"): "ending"},
    types={"idea.withdrawn": "withdrawn", "idea.not_continued": "not_continued"},
)
APPROVAL = sheet(
    "Persetujuan",
    idea.ApproveIdea,
    (
        "idea",
        "approved_by",
        "document",
        "occurred",
    ),
    "Persetujuan pimpinan atas ide sebelum dirancang.",
    target="idea",
)
