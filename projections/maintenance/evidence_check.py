"""Evidence files: which the ledger names, which lie in the folder, and whether the two agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import select

from domain.fields import files
from domain.innovation import VerdictRecorded
from domain.kinds import TYPES
from domain.rules.case import Case
from domain.streams import code
from ledger.event_store import EventStore
from ledger.workspace.evidence_store import INCOMING, digest
from ledger.workspace.workspace import Workspace
from projections.read_session import ReadSession
from projections.views.cases import cases

_case = msgspec.json.Decoder(Case).decode
FILES = {body.TYPE: files(body) for body in TYPES.values() if files(body)}
"""Event type to the fields that name a file by its SHA-256."""
OPTIONAL = VerdictRecorded.TYPE
"""A verdict names a rulebook that may also come with Jejak itself."""


class Fault(NamedTuple):
    """A file that is `missing`, `altered` or `orphaned`; the events that name it; where it lies."""

    kind: str
    sha256: str
    path: str
    events: list[int]


class EvidenceCheck(NamedTuple):
    """What a check found."""

    files: int
    faults: list[Fault]


def named_files(store: EventStore) -> dict[str, list[int]]:
    """Every SHA-256 that an event names, voided ones too, with the positions of the events."""
    found: dict[str, list[int]] = {}
    for position, topic, sha256 in _names(store):
        if topic != OPTIONAL:
            found.setdefault(sha256, []).append(position)
    return found


def _names(store: EventStore) -> Iterator[tuple[int, str, str]]:
    for row in store.all_rows():
        topic = row[3].partition("/")[0]
        for field in FILES.get(topic, ()):
            value = json.loads(row[4])["body"].get(field)
            if value:
                yield row[0], topic, value


def check(workspace: Workspace) -> EvidenceCheck:
    """Compares the folder with the ledger, each file read once, in pieces. Unfinished copies are left out."""
    store = workspace.store()
    try:
        wanted = named_files(store)
        allowed = {sha256 for _, topic, sha256 in _names(store) if topic == OPTIONAL}
    finally:
        store.close()
    folder = workspace.evidence.folder
    faults = [
        Fault("missing", sha256, str(workspace.evidence.path(sha256)), sorted(events))
        for sha256, events in sorted(wanted.items())
        if not workspace.evidence.has(sha256)
    ]
    files = 0
    for path in sorted(one for one in folder.rglob("*") if one.is_file()) if folder.is_dir() else ():
        name = path.name
        if name.startswith(INCOMING):
            continue
        files += 1
        if path != workspace.evidence.path(name) or name not in wanted.keys() | allowed:
            faults.append(Fault("orphaned", name, str(path), []))
        elif digest(path) != name:
            faults.append(Fault("altered", name, str(path), sorted(wanted.get(name, []))))
    return EvidenceCheck(files, faults)


def links(session: ReadSession, stream: str) -> list[str]:
    """The links of an innovation: of its evidence that stands, and of its video."""
    facts = session.connection.execute(select(cases.c.facts).where(cases.c.stream == stream)).scalar_one()
    case = _case(facts)
    found = [proof.link for proof in case.proofs if proof.link]
    video = case.chosen.get("video_link")
    return list(dict.fromkeys([*found, str(video.value)] if video else found))


def listed(session: ReadSession, stream: str | None = None) -> list[dict[str, Any]]:
    """The evidence that stands and is not superseded, by innovation."""
    query = select(cases.c.facts).where(cases.c.stands).order_by(cases.c.stream)
    if stream:
        query = query.where(cases.c.stream == stream)
    rows = session.connection.execute(query)
    return [item for row in rows for item in _items(session, _case(row[0]))]


def _items(session: ReadSession, case: Case) -> Iterator[dict[str, Any]]:
    for proof in case.proofs:
        seen = case.links.get(proof.link or "")
        yield {
            "code": code(case.stream),
            "title": str(case.title.value),
            "event": proof.at,
            "kind": proof.kind,
            "number": proof.number,
            "date": proof.date,
            "subject": proof.subject,
            "iga": proof.iga,
            "kipp": proof.kipp,
            "page": proof.page,
            "file": proof.file,
            "there": session.workspace.evidence.has(proof.file) if proof.file else None,
            "link": proof.link,
            "seen_on": seen.date if seen else None,
            "alive": seen.alive if seen else None,
        }
