"""Metadata of a package for research archives: RO-Crate 1.1, whose root is the payload of the bag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exporters.package.bag import PAYLOAD, size
from exporters.package.model import Contents, Member, PackedFile
from jejak_i18n import indonesian as _
from jejak_i18n import labels

FILE = "ro-crate-metadata.json"
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
Entity = dict[str, Any]
"""One entity of JSON-LD: names to texts, to references, or to lists of them."""
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain",
}


def ro_crate(contents: Contents, payload: Mapping[str, Member], titles: Mapping[str, str]) -> Entity:
    """The metadata of a payload; `titles` names its documents, evidence names itself."""
    evidence = {file.path: file for file in contents.evidence}
    files = [
        _file(path, payload[path], evidence.get(path), titles.get(path, path)) for path in sorted(payload)
    ]
    descriptor = {
        "@id": FILE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": SPECIFICATION},
    }
    graph = [descriptor, _root(contents, files), *files, *_context(contents)]
    return {"@context": f"{SPECIFICATION}/context", "@graph": graph}


def _root(contents: Contents, files: Iterable[Entity]) -> Entity:
    issue = contents.issue
    text = _("Dossier of {code} for {award} {year}, as known at position {position} of the ledger.")
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": issue.title,
        "identifier": contents.name,
        "description": text.format(
            code=issue.code, award=issue.award.upper(), year=issue.year, position=issue.position
        ),
        # The last record, never the clock; a ledger without a record has no dossier.
        "datePublished": issue.recorded_at or issue.spoken_day,
        "inLanguage": "id",
        "license": {"@id": "#license"},
        "publisher": {"@id": "#region"},
        "hasPart": [{"@id": file["@id"]} for file in files],
    }


def _context(contents: Contents) -> list[Entity]:
    """What the root refers to: the region, and that nobody recorded a licence."""
    region = contents.issue
    return [
        {"@id": "#region", "@type": "Organization", "name": region.region_name, "identifier": region.region},
        {
            "@id": "#license",
            "@type": "CreativeWork",
            "name": _("Licence: not recorded"),
            "description": _("The documents belong to the region; ask it before passing them on."),
        },
    ]


def _file(path: str, member: Member, evidence: PackedFile | None, title: str) -> Entity:
    made: Entity = {
        "@id": path.removeprefix(PAYLOAD),
        "@type": "File",
        "name": _evidence_name(evidence) if evidence else title,
        "contentSize": str(size(member)),
    }
    kind = _TYPES.get(f".{path.rpartition('.')[2]}")
    if kind:
        made["encodingFormat"] = kind
    if evidence and evidence.personal_data:
        made["conditionsOfAccess"] = _("contains personal data")
    return made


def _evidence_name(file: PackedFile) -> str:
    parts = (labels.label_of("evidence", file.kind), file.number, file.subject)
    return ", ".join(part for part in parts if part)
