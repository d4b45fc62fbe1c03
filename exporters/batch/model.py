"""What a batch writes and remembers of each innovation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

BatchState = Literal["written", "kept", "refused", "failed"]
"""`kept` was written by an earlier run and is as it was; `refused` lacks mandatory parts of a final copy."""


class BatchGap(Struct, frozen=True):
    """A part that the form lacks, and how to mend it."""

    label: str
    what: str
    mend: str


class BatchItem(Struct, frozen=True, kw_only=True):
    """What became of one innovation."""

    code: str
    title: str
    unit: str
    state: BatchState
    outcome: str
    """The verdict's: met, not met or unknown."""
    maturity: str | None
    folder: str | None
    """Where it was written; of one that failed the folder that is in the way, if any."""
    files: dict[str, str]
    """Paths in the folder to the SHA-256 of what was written."""
    missing_evidence: list[str]
    """Evidence whose file is missing or altered, as its name or hash."""
    gaps: list[BatchGap]
    why: str | None = None
    """Why nothing was written of it."""


class BatchRun(Struct, frozen=True, kw_only=True):
    """What decides what a batch writes: a run with the same may go on where another was cut."""

    release: str
    form: str
    sha256: str
    position: int
    day: str
    as_of: str | None
    known_at: str | None
    final: bool
    template: str | None = None
    """SHA-256 of a template of one's own."""
