"""The list of contents of a package, and what a check of one finds: the types of its own JSON files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, Annotated, Literal, NamedTuple

from msgspec import UNSET, Meta, Struct, UnsetType

from exporters.dossier.award_form import Sha256

Size = Annotated[int, Meta(ge=0)]


class Source(NamedTuple):
    """A file that goes in as it is: its SHA-256, size in bytes, first bytes, and how to read it."""

    sha256: str
    size: int
    head: bytes
    open: Callable[[], IO[bytes]]


Member = bytes | Source
"""A file of a package: made in memory, or copied in pieces."""
Look = Callable[[str], Source | None]
"""The file of a SHA-256; None where it is missing or its bytes are others."""

Prove = Callable[[list[int]], Mapping[str, bytes]]
"""The proofs of the events at some positions, with their checkpoint, by the names of their files."""


class EvidenceFile(Struct, frozen=True, kw_only=True):
    """A file that the dossier names: under which numbers of the form, and by which events.

    `name` is the name under which it was given, where the record knows it.
    """

    sha256: Sha256
    kind: str
    number: str | None
    date: str | None
    subject: str | None
    name: str | None
    personal_data: bool
    parts: list[str]
    events: list[int]


class PackedFile(EvidenceFile, frozen=True, kw_only=True):
    """Such a file at its place in the package; `size` in bytes."""

    path: str
    size: Size


class Issue(Struct, frozen=True, kw_only=True):
    """Which dossier it is: edition, innovation, and the two times that it speaks of.

    `position` is what the ledger held, `root` its proof tree there, `recorded_at` its last record.
    `known_at` and `as_of` are what was asked for; None where nothing was.
    """

    award: Literal["iga", "kipp"]
    year: int
    group: str | None
    code: str
    title: str
    region: str
    region_name: str
    time_zone: str
    position: Annotated[int, Meta(ge=0)]
    root: Sha256
    recorded_at: str | None
    known_at: str | None
    as_of: str | None
    spoken_day: str
    illustrative: bool


class Contents(Struct, frozen=True, kw_only=True):
    """The file `contents.json`: what the package is of, by which release, and which evidence it holds.

    `template` is the SHA-256 of the template of the document, which lies in the package beside it; it is
    left out where the document is made with the template of the release.
    """

    schema: Literal["package"] = "package"
    schema_version: Literal[1] = 1
    release: str
    name: str
    issue: Issue
    rulebook: str
    evidence: list[PackedFile]
    missing: list[EvidenceFile]
    template: Sha256 | UnsetType = UNSET


FindingKind = Literal["changed", "missing", "added", "renamed", "unreadable"]


class Finding(Struct, frozen=True, kw_only=True):
    """A member that is not as it was packed; `to` is the new name of a renamed one."""

    kind: FindingKind
    path: str
    to: str | None = None


class Difference(Struct, frozen=True, kw_only=True):
    """Where a package and its re-creation part: the member, and for JSON the field with both values.

    `kind` is `added` for a member that the re-creation has not, `missing` for one that the package has
    not, `archive` where all members are equal and the zip around them is not.
    """

    kind: Literal["changed", "missing", "added", "archive"]
    path: str
    field: str | None = None
    packed: str | None = None
    recreated: str | None = None
