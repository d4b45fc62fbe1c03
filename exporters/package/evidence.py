"""The evidence files that a dossier names, each once, with the parts of the form that it supports."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from exporters.dossier.model import Dossier, EvidenceItem, IgaDossier
from exporters.package.model import EvidenceFile, Look, Member, PackedFile
from exporters.package.names import EvidenceNames

FOLDER = "data/evidence"
LETTER = "S"
"""What numbers the letters of a proposal, which have none of their own: S1, S2 (*surat*)."""


def named_files(dossier: Dossier) -> list[EvidenceFile]:
    """Every file that the dossier names, in the order of the form."""
    found: dict[str, EvidenceFile] = {}
    for part, item in _items(dossier):
        if item.file:
            found[item.file] = _joined(found.get(item.file), part, item, item.file)
    return list(found.values())


def _items(dossier: Dossier) -> Iterator[tuple[str, EvidenceItem]]:
    if isinstance(dossier, IgaDossier):
        for row in dossier.indicators:
            yield from ((str(row.number), item) for item in row.evidence)
        return
    for section in dossier.sections:
        yield from ((section.number, item) for item in section.attachment.evidence)
    for number, letter in enumerate(dossier.letters, 1):
        yield from ((f"{LETTER}{number}", item) for item in letter.evidence)


def _joined(known: EvidenceFile | None, part: str, item: EvidenceItem, sha256: str) -> EvidenceFile:
    events = {source.event for source in item.sources}
    if known is None:
        return EvidenceFile(
            sha256=sha256,
            kind=item.kind,
            number=item.number,
            date=item.date,
            subject=item.subject,
            name=item.name,
            personal_data=item.personal_data,
            parts=[part],
            events=sorted(events),
        )
    return structs.replace(
        known,
        # Marked once is marked: a file does not lose its personal data under another indicator.
        personal_data=known.personal_data or item.personal_data,
        parts=list(dict.fromkeys([*known.parts, part])),
        events=sorted({*known.events, *events}),
    )


def packed_names(dossier: Dossier, look: Look) -> dict[str, str]:
    """What the package of a dossier calls each file that `look` finds, by its SHA-256."""
    packed, _missing, _members = found_files(named_files(dossier), look)
    return {file.sha256: file.path.removeprefix(f"{FOLDER}/") for file in packed}


def found_files(
    named: list[EvidenceFile], look: Look
) -> tuple[list[PackedFile], list[EvidenceFile], dict[str, Member]]:
    """The files that are there with their places, those that are not, and the members by place."""
    names = EvidenceNames()
    packed: list[PackedFile] = []
    missing: list[EvidenceFile] = []
    members: dict[str, Member] = {}
    for file in named:
        source = look(file.sha256)
        if source is None:
            missing.append(file)
            continue
        path = f"{FOLDER}/{names.of(file, source.head)}"
        packed.append(PackedFile(**structs.asdict(file), path=path, size=source.size))
        members[path] = source
    return packed, missing, members
