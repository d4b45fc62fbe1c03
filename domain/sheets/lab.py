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
FACILITATION = sheet(
    "Permohonan Lab",
    lab.RequestFacilitation,
    (
        "kind",
        "contact",
        "addressee",
        "request_status",
        "document",
        "note",
        "occurred",
    ),
    "Permohonan pendampingan lab kepada LAN.",
)
LAB_DOCUMENT = sheet(
    "Dokumen Lab",
    lab.LinkDocument,
    (
        "document",
        "purpose",
        "occurred",
    ),
    "Dokumen yang menjadi dasar atau hasil lab: nota kesepahaman, SPK, SK tim, laporan.",
)
TEAM = sheet(
    "Tim Lab",
    lab.NameTeamMember,
    (
        "person",
        "team_position",
        "document",
        "occurred",
    ),
    "Anggota tim lab dengan kedudukannya.",
)
SURVEY = sheet(
    "Survei Kesiapan",
    lab.SurveyReadiness,
    (
        "unit",
        "period",
        "filled_by",
        "component",
        "indicator",
        "score",
        "note",
        "occurred",
    ),
    "Satu baris satu indikator survei kesiapan sebuah unit.",
)
PAUSE = sheet(
    "Jeda Lab",
    lab.PauseLab,
    (
        "paused_on",
        "resumed_on",
        "reason",
        "document",
    ),
    "Kapan lab dijeda, mengapa, dan kapan dilanjutkan.",
    alias={("lab.paused", "occurred"): "paused_on", ("lab.resumed", "occurred"): "resumed_on"},
    later={"resumed_on": lab.ResumeLab},
)
RULE_ASIDE = sheet(
    "Aturan Proses",
    lab.SetRuleAside,
    (
        "rule",
        "document",
        "reason",
        "occurred",
    ),
    "Aturan proses yang dikesampingkan putaran ini, dengan keputusan atau alasannya.",
)
PROGRAMME = sheet(
    "Evaluasi Lab",
    lab.EvaluateProgramme,
    (
        "period",
        "evaluator",
        "stage_output",
        "impact",
        "follow_up",
        "document",
        "occurred",
    ),
    "Evaluasi program lab: keluaran setiap tahap dan dampaknya.",
)
CLOSING = sheet(
    "Penutupan Lab",
    lab.CloseLab,
    (
        "occurred",
        "reason",
        "document",
    ),
    "Lab ditutup, juga bila tahapnya belum semua; alasannya bila diketahui.",
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
        "present",
        "headcount",
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
        "chosen",
        "targets",
        "stakeholders",
        "resources",
        "schedule",
        "contact",
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
ANSWER = sheet(
    "Tanggapan Ide",
    idea.AnswerIdea,
    (
        "idea",
        "field",
        "comment",
        "accepted",
        "decision",
        "answered_by",
        "occurred",
    ),
    "Tanggapan LAN atau admin atas isian ide, satu baris satu isian.",
    target="idea",
)
REVISION = sheet(
    "Perbaikan Ide",
    idea.ReviseIdea,
    (
        "idea",
        "title",
        "background",
        "chosen",
        "aims",
        "targets",
        "stakeholders",
        "resources",
        "beneficiaries",
        "novelty",
        "description",
        "schedule",
        "reason",
        "occurred",
    ),
    "Isian ide yang diperbaiki sejak tanggalnya. Yang kosong tetap seperti semula.",
    target="idea",
)
COACHING = sheet(
    "Pendampingan Ide",
    idea.CoachIdea,
    (
        "idea",
        "coach",
        "notes",
        "follow_up",
        "occurred",
    ),
    "Desk, coaching clinic, atau pendampingan lain atas sebuah ide.",
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
