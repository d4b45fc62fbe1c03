"""What a batch writes and remembers of each innovation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from exporters.word.pdf import pdf_name

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
    pdf: str | None = None
    """SHA-256 of the document as PDF, where it was asked for: it is LibreOffice's, and none of `files`."""

    @property
    def documents(self) -> list[str]:
        """The Word document among `files`; none where nothing was written."""
        return [name for name in self.files if name.endswith(".docx") and "/" not in name]

    @property
    def ours(self) -> dict[str, str]:
        """All that was written into the folder, with its SHA-256."""
        return self.files | ({pdf_name(name): self.pdf for name in self.documents} if self.pdf else {})


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
