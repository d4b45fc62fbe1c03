"""Sheets of ideas, from the proposal to the approval."""

from __future__ import annotations

from domain import idea
from domain.idea_review import AnswerIdea, CoachIdea, ReviseIdea
from domain.sheets.sheet import NO_LAB, sheet

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
    AnswerIdea,
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
    ReviseIdea,
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
    CoachIdea,
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
