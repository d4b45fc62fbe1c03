"""The rulebooks that speak in a region, read from its own events: no view is needed, and no query."""

from __future__ import annotations

import hashlib

from domain.base import reason
from domain.region import RulebookAdded
from domain.streams import region_stream
from ledger import reader
from ledger.errors import LedgerError
from ledger.event_store import EventStore
from ledger.workspace.evidence_store import EvidenceStore
from schemas.loader import packaged
from schemas.rulebook_set import RulebookSet, outline


class RulebookBytesError(LedgerError):
    """The bytes of a rulebook that the region added are missing or altered."""

    status = 5


def known(store: EventStore, evidence: EvidenceStore, region: str) -> RulebookSet:
    """What the rulebooks of the package and those that a region (`3303`) added have to choose from.

    Reads the region's own events, so that an import can ask before there are views.
    Raises RulebookBytesError.
    """
    return packaged().adding(outline(kept_bytes(evidence, sha256)) for sha256 in added(store, region))


def added(store: EventStore, region: str) -> list[str]:
    """The SHA-256 of each rulebook that a region (`3303`) added, in the order of adding."""
    facts = reader.read(store.rows(region_stream(region))).facts
    return [fact.body.resolved for fact in facts if isinstance(fact.body, RulebookAdded)]


def kept_bytes(evidence: EvidenceStore, sha256: str) -> bytes:
    """The bytes of a rulebook that a region added. Raises RulebookBytesError."""
    try:
        raw = evidence.path(sha256).read_bytes()
    except OSError as error:
        raise RulebookBytesError(
            reason("The rulebook with the SHA-256 {sha256} is not in the workspace.", sha256=sha256),
            reason("Restore the folder evidence from a backup."),
        ) from error
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise RulebookBytesError(
            reason("The rulebook with the SHA-256 {sha256} was altered.", sha256=sha256),
            reason("Restore the folder evidence from a backup."),
        )
    return raw
