"""Sheets of a lab: its setting, its course, its workshops and ceremonies."""

from __future__ import annotations

from domain import lab, workshop
from domain.lab_course import CloseLab, EvaluateProgramme, PauseLab, ResumeLab, SetRuleAside
from domain.lab_setting import LinkDocument, NameTeamMember, RequestFacilitation, SurveyReadiness
from domain.sheets.sheet import sheet

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
    RequestFacilitation,
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
    LinkDocument,
    (
        "document",
        "purpose",
        "occurred",
    ),
    "Dokumen yang menjadi dasar atau hasil lab: nota kesepahaman, SPK, SK tim, laporan.",
)
TEAM = sheet(
    "Tim Lab",
    NameTeamMember,
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
    SurveyReadiness,
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
    PauseLab,
    (
        "paused_on",
        "resumed_on",
        "reason",
        "document",
    ),
    "Kapan lab dijeda, mengapa, dan kapan dilanjutkan.",
    alias={("lab.paused", "occurred"): "paused_on", ("lab.resumed", "occurred"): "resumed_on"},
    later={"resumed_on": ResumeLab},
)
RULE_ASIDE = sheet(
    "Aturan Proses",
    SetRuleAside,
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
    EvaluateProgramme,
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
    CloseLab,
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
