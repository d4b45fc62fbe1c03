"""Sheets of evidence, of facts that support an entry, and of awards."""

from __future__ import annotations

from domain import award
from domain.evidence import AttachEvidence, OpenLink
from domain.sheets.sheet import sheet
from domain.support import OF_KIND, RecordSupport

EVIDENCE = sheet(
    "Bukti",
    AttachEvidence,
    (
        "innovation",
        "kind",
        "number",
        "occurred",
        "subject",
        "iga",
        "kipp",
        "file",
        "link",
        "seen_on",
        "page",
        "personal_data",
        "supersedes",
    ),
    "Bukti dukung; berkas disimpan menurut sidik jarinya dan tidak pernah ditimpa.",
    alias={
        ("innovation.evidence_superseded", "old"): "supersedes",
        ("innovation.evidence_superseded", "occurred"): "",
        ("innovation.link_checked", "occurred"): "seen_on",
    },
    later={"seen_on": OpenLink},
    dated=frozenset({"seen_on"}),
)
SUPPORT = sheet(
    "Pendukung",
    RecordSupport,
    (
        "innovation",
        "kind",
        "subject",
        "place",
        "role",
        "count",
        "received",
        "year",
        "amount",
        "basis",
        "begins",
        "ends",
        "tier",
        "edition",
        "earlier",
        "occurred",
    ),
    "Fakta yang dibaca aturan penilaian. Satu baris satu fakta; isi hanya kolom yang dipakai jenisnya.",
    target="innovation",
    alias={(event.TYPE, "@kind"): "kind" for event, _ in OF_KIND.values()},
)
AWARD = sheet(
    "Penghargaan",
    award.GiveAward,
    (
        "title",
        "giver",
        "tier",
        "edition",
        "recipient",
        "innovation",
        "unit",
        "person",
        "document",
        "occurred",
    ),
    "Penghargaan bagi daerah, unit, inovasi, atau orang. Isi hanya kolom penerimanya.",
    scope="region",
)
