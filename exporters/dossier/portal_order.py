"""The fields of the official applications in their order, as public copies of them show it."""

from __future__ import annotations

from typing import NamedTuple


class PortalField(NamedTuple):
    """A field of an application: the part of the form that fills it, and what the application calls it.

    Without a label it is called as in the form, and left out where the form has no such part. `value` is
    the one of several values that it takes; `since` and `until` are the first and last year that have it.
    `fields` are those of the innovation that fill it where the form has no such part, and `evidence` the
    kinds of evidence that are uploaded in it.
    """

    part: str
    label: str | None = None
    value: int | None = None
    since: int = 0
    until: int = 9999
    fields: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


IGA = (
    PortalField("region", "Nama Pemda"),
    PortalField("title", "Nama Inovasi"),
    PortalField("stage", "Tahapan Inovasi"),
    PortalField("initiator", "Inisiator Inovasi Daerah"),
    PortalField("initiator_name", "Nama Inisiator", since=2023, fields=("initiator_person",)),
    PortalField("classification", "Klasifikasi Inovasi", since=2025, fields=("classification",)),
    PortalField("coordinates", "Koordinat", since=2025, fields=("coordinates",)),
    PortalField("technology", "Jenis Inovasi"),
    PortalField("form", "Bentuk Inovasi Daerah"),
    PortalField("theme", "Tematik", since=2021, until=2024, fields=("thematic",)),
    PortalField("asta_cita", "Tematik (Asta Cita)", since=2025, fields=("asta_cita",)),
    PortalField("cluster", "Klaster & program/subklaster PKPN", since=2026, fields=("cluster", "program")),
    PortalField("affair", "Urusan utama", value=0),
    PortalField("affair", "Urusan lain yang beririsan", value=1),
    PortalField("trialled_on", "Waktu Uji Coba"),
    PortalField("implemented_on", "Waktu Penerapan"),
    PortalField(
        "developed_on",
        "Sudah ada pengembangan? Waktu Pengembangan terbaru",
        since=2024,
        fields=("developed_on",),
    ),
    PortalField("design", "Rancang Bangun (dan pokok perubahan)"),
    PortalField("aims", "Tujuan Inovasi Daerah"),
    PortalField("benefits", "Manfaat Yang Diperoleh"),
    PortalField("results", "Hasil Inovasi"),
    PortalField("budget", "Anggaran (jika diperlukan)", evidence=("budget_document",)),
    PortalField("business_profile", "Profil Bisnis (jika ada)", evidence=("business_profile",)),
    PortalField("rights", "Dokumen HAKI", since=2024, evidence=("intellectual_property",)),
    PortalField("awards", "Penghargaan", since=2024, evidence=("award",)),
)
KIPP = (
    PortalField("title"),
    PortalField("institution", "Nama Instansi", since=2025, fields=("institution",)),
    PortalField("unit", since=2025),
    PortalField("institution_kind", "Tipe Instansi", since=2025, fields=("institution_kind",)),
    PortalField("implemented_on"),
    PortalField("letter_implementation", since=2025),
    PortalField("innovators", "Identitas Inovator", since=2025, fields=("innovators",)),
    PortalField("letter_identity", since=2025),
    PortalField("group"),
    PortalField("replication_source"),
    PortalField("finalist"),
    PortalField("category"),
    PortalField("sdgs"),
    PortalField("asta_cita"),
    PortalField("technology"),
    PortalField("sector", "Sektor", since=2025, fields=("sector",)),
    PortalField("video_link"),
    PortalField("video_note", "Keterangan Video", since=2025, fields=("video_note",)),
    PortalField("location", "Lokasi Inovasi", since=2025, fields=("coordinates",)),
    PortalField("letter_implementation", until=2024),
    PortalField("letter_identity", until=2024),
    PortalField("letter_replication"),
    PortalField("spbe"),
)
_ORDERS = {"iga": IGA, "kipp": KIPP}


def portal_order(award: str, year: int) -> list[PortalField]:
    """The fields that the application of an award has in a year. Raises KeyError for another award."""
    return [field for field in _ORDERS[award] if field.since <= year <= field.until]
