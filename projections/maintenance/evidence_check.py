"""Evidence files: which the ledger names, which lie in the folder, and whether the two agree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from domain.base import Reason, reason
from domain.corrections import FactCorrected
from domain.fields import files
from domain.innovation import VerdictRecorded
from domain.kinds import TYPES
from domain.streams import region_of
from ledger.event_store import EventStore
from ledger.workspace.evidence_store import INCOMING, EvidenceStore, digest
from ledger.workspace.workspace import Workspace

FILES = {body.TYPE: files(body) for body in TYPES.values() if files(body)}
"""Event type to the fields that name a file by its SHA-256."""
FaultKind = Literal["missing", "altered", "orphaned"]
OPTIONAL = VerdictRecorded.TYPE
"""A verdict names a rulebook that may also come with Jejak itself."""


class EvidenceFault(Struct, frozen=True):
    """A file that is `missing`, `altered` or `orphaned`; the events that name it; where it lies."""

    kind: FaultKind
    sha256: str
    path: str
    events: list[int]


class EvidenceCheck(Struct, frozen=True):
    """How many files there are, and those at fault."""

    files: int
    faults: list[EvidenceFault]


def named_files(store: EventStore) -> dict[str, list[int]]:
    """Every SHA-256 that an event names, voided ones too, with the positions of the events.

    The files of merged events stay with the ledger that they came from.
    """
    foreign = store.merged_regions().keys()
    found: dict[str, list[int]] = {}
    for position, stream, topic, sha256 in _names(store):
        if topic != OPTIONAL and region_of(stream) not in foreign:
            found.setdefault(sha256, []).append(position)
    return found


def lacking(store: EventStore, kept: Mapping[str, str]) -> Iterator[Reason]:
    """What copies of the files that events name lack: `kept` is name in the folder to SHA-256."""
    for sha256, events in sorted(named_files(store).items()):
        name = EvidenceStore(Path()).path(sha256).as_posix()
        if name not in kept:
            yield missing(name, events)
        elif kept[name] != sha256:
            yield altered(name, events)


def missing(name: str, events: list[int]) -> Reason:
    """That a file is not there, with the first event that names it."""
    return reason(
        "The evidence file {name} is missing; it is named by event {position}.",
        name=name,
        position=min(events),
    )


def altered(name: str, events: list[int]) -> Reason:
    """That a file has other bytes than its name says."""
    return reason(
        "The evidence file {name} was altered; it is named by event {position}.",
        name=name,
        position=min(events),
    )


def _names(store: EventStore) -> Iterator[tuple[int, str, str, str]]:
    for row in store.all_rows():
        topic = row[3].partition("/")[0]
        if topic == FactCorrected.TYPE:
            for name, value in _corrected(json.loads(row[4])["body"]):
                yield row[0], row[1], name, value
        for field in FILES.get(topic, ()):
            value = json.loads(row[4])["body"].get(field)
            if value:
                yield row[0], row[1], topic, value


def _corrected(correction: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The file that a correction names; the one it replaces is still named by the corrected event itself."""
    topic = next((topic for topic, names in FILES.items() if correction["field"] in names), None)
    if topic and correction["new"]:
        yield topic, correction["new"]


def check(workspace: Workspace) -> EvidenceCheck:
    """Compares the folder with the ledger, each file read once, in pieces. Unfinished copies are left out."""
    store = workspace.store()
    try:
        wanted = named_files(store)
        allowed = {sha256 for *_place, sha256 in _names(store) if sha256 not in wanted}
    finally:
        store.close()
    evidence = workspace.evidence
    lost = [
        EvidenceFault("missing", sha256, str(evidence.path(sha256)), sorted(events))
        for sha256, events in sorted(wanted.items())
        if not evidence.has(sha256)
    ]
    paths = _kept_files(evidence.folder)
    faults = [_fault_of(evidence, path, wanted, allowed) for path in paths]
    return EvidenceCheck(len(paths), [*lost, *(fault for fault in faults if fault)])


def _kept_files(folder: Path) -> list[Path]:
    """The files of the folder in order, without copies that are not finished."""
    found = sorted(one for one in folder.rglob("*") if one.is_file()) if folder.is_dir() else []
    return [path for path in found if not path.name.startswith(INCOMING)]


def _fault_of(
    evidence: EvidenceStore, path: Path, wanted: dict[str, list[int]], allowed: set[str]
) -> EvidenceFault | None:
    """What is wrong with a file that lies there, or None."""
    name = path.name
    if path != evidence.path(name) or name not in wanted.keys() | allowed:
        return EvidenceFault("orphaned", name, str(path), [])
    if digest(path) != name:
        return EvidenceFault("altered", name, str(path), sorted(wanted.get(name, [])))
    return None
