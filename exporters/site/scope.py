"""What a site shows, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from projections.timeline.history import Entry

INTERNAL = ("entry", "person")
"""Streams whose events the public is not shown: drafts for competitions with claims that nobody verified,
and persons."""


@dataclass(frozen=True)
class Scope:
    """The innovations of a region (`3303`), of a lab (its slug), or some by their streams; else all.

    `public` leaves out persons, drafts, claims and verdicts, and evidence that holds personal data.
    """

    region: str | None = None
    lab: str | None = None
    innovations: tuple[str, ...] | None = None
    public: bool = False

    def shows(self, entry: Entry) -> bool:
        """Whether an event is told: to the public nothing that was taken back, and no mark of mending."""
        if not self.public:
            return True
        return entry.stream.split("/")[1] not in INTERNAL and not entry.voided and entry.mark is None
