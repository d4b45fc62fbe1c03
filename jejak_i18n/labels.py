"""Indonesian labels: those of the domain's closed lists (`domain.terms`), and of what answers alone name."""

from __future__ import annotations

import re

from domain import terms
from jejak_i18n import fields, language
from schemas import unit_kinds
from schemas.loader import kipp_parts

LABELS: dict[str, dict[str, str]] = {
    **terms.LABELS,
    "batch": {
        "written": "ditulis",
        "kept": "sudah ada, tidak berubah",
        "refused": "belum lengkap, tidak ditulis",
        "failed": "gagal",
    },
    "maturity": {
        "initiative": "inisiatif",
        "trial": "uji coba",
        "implemented": "penerapan",
    },
    "origin": {
        "proposed": "diusulkan",
        "merge": "penggabungan",
        "split": "pemecahan",
    },
    "idea_status": {
        "open": "terbuka",
        "merged": "digabung",
        "split": "dipecah",
        "withdrawn": "ditarik",
        "not_continued": "tidak dilanjutkan",
        "designed": "dirancang menjadi inovasi",
    },
    "kipp_section": {
        "summary": "Ringkasan",
        "background": "Latar Belakang dan Tujuan",
        "novelty": "Kebaruan",
        "implementation": "Implementasi",
        "significance": "Signifikansi",
        "replication_done": "Replikasi Terlaksana",
        "replication_potential": "Potensi Replikasi",
        "resources": "Sumber Daya",
        "sustainability": "Strategi Keberlanjutan",
        "letter_implementation": "Surat Pernyataan Implementasi",
        "letter_identity": "Surat Pernyataan Identitas",
        "letter_replication": "Surat Pernyataan Kesediaan Replikasi",
    },
    "rulebook_status": {
        "complete": "lengkap",
        "partial": "sebagian",
        "recognition": "pengakuan tanpa formulir",
    },
    "rulebook_origin": {
        "package": "bawaan Jejak",
        "region": "daerah ini",
    },
    "certainty": {
        "confirmed": "terkonfirmasi",
        "confirmed_copy": "terkonfirmasi dari salinan",
        "unconfirmed": "belum terkonfirmasi",
    },
}
SPELLINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "unit_kind": unit_kinds.spellings(),
    "initiator": {
        "head_of_region": ("KDH",),
        "council_member": ("DPRD", "anggota dewan perwakilan rakyat daerah"),
        "unit": ("OPD", *(one for one in unit_kinds.spellings()["opd"] if one != "perangkat daerah")),
        "civil_servant": ("aparatur sipil negara",),
    },
    "document": {
        "sk": ("surat keputusan",),
        "perkada": ("peraturan kepala daerah",),
        "perda": ("peraturan daerah",),
        "mou": ("nota kesepahaman", "memorandum of understanding"),
        "cooperation_agreement": ("perjanjian kerja sama", "perjanjian kerjasama"),
    },
    "evidence": {
        "sk": ("surat keputusan",),
        "perkada": ("peraturan kepala daerah",),
        "perda": ("peraturan daerah",),
        "sop": ("standar operasional prosedur", "prosedur operasional standar"),
        "cooperation_agreement": ("perjanjian kerja sama", "perjanjian kerjasama"),
        "mou": ("nota kesepahaman", "memorandum of understanding"),
    },
    "capacity": {
        "acting_plt": ("Plt", "pelaksana tugas"),
        "acting_pj": ("Pj", "penjabat"),
        "acting_plh": ("Plh", "pelaksana harian"),
        "on_behalf": ("an", "atas nama"),
    },
    "medium": {"electronic": ("tanda tangan elektronik",)},
    "support": {"training": ("bimbingan teknis",)},
}
"""What forms print and offices write for a code beside its label: abbreviations and what they stand for."""
_ABBREVIATED = re.compile(r"(.+?)\s*\(([^()\s]{2,12})\)")
_IN_SENTENCES = ("stage", "unit_kind", "measure")


def group_of(group: str) -> dict[str, str]:
    """The labels of one list by code; of `field`, what histories call each field."""
    return fields.names() if group == "field" else LABELS[group]


def label_of(group: str, code: str | None) -> str:
    """The Indonesian label of a code of one list; the code itself where the list does not hold it."""
    return group_of(group).get(code or "", code or "")


def label_for_terminal(group: str, code: str | None) -> str:
    """A code for a person at the terminal: its label, or English words."""
    return label_of(group, code) if language() == "id" else (code or "").replace("_", " ")


def field_for_terminal(event: str, field: str) -> str:
    """A field of one type of event for a person at the terminal: as histories call it, or English words."""
    return fields.name_in(event, field) if language() == "id" else field.replace("_", " ")


def code_of(group: str, text: str) -> str | None:
    """The code of a label as people type it, or of another spelling (`SPELLINGS`); None when it is none.

    Case and spaces are ignored. An abbreviation may stand behind in brackets, as forms print it.
    """
    wanted = " ".join(text.casefold().split())
    known = _codes(group)
    if wanted in known or not (pair := _ABBREVIATED.fullmatch(wanted)):
        return known.get(wanted)
    # Brackets that mean something else than the words before them say something of their own.
    found = {known.get(part) for part in pair.groups()}
    return found.pop() if len(found) == 1 else None


def _codes(group: str) -> dict[str, str]:
    """Every spelling in small letters, and its code; labels go before other spellings."""
    others = {said.casefold(): code for code, all_ in SPELLINGS.get(group, {}).items() for said in all_}
    return others | {name.casefold(): code for code, name in group_of(group).items()}


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same words; case and spaces are ignored."""
    return one.casefold().split() == other.casefold().split()


def label_in_sentence(value: str, tongue: str | None = None) -> str:
    """A value inside a sentence: codes of stages, kinds and measures by their label, else as it is."""
    if (tongue or language()) == "en":
        return value
    return next((LABELS[group][value] for group in _IN_SENTENCES if value in LABELS[group]), value)


ENGLISH: dict[str, dict[str, str]] = {
    "verdict": {"met": "eligible", "not_met": "not eligible", "unknown": "unknown"},
    "certainty": {
        "confirmed": "confirmed",
        "confirmed_copy": "confirmed from a copy",
        "unconfirmed": "unconfirmed",
    },
}
"""Where an English sentence does not show the code itself."""


def label_in(group: str, code: str, tongue: str) -> str:
    """A code inside a sentence: its label, in English the code in plain words."""
    if tongue == "en":
        return ENGLISH.get(group, {}).get(code, code.replace("_", " "))
    return label_of(group, code)


def section(code: str) -> str:
    """The label of a section or letter of any proposal, as sheets name it; the code where there is none."""
    return LABELS["kipp_section"].get(code) or kipp_parts().get(code, code)
