"""Names of evidence files in a package: readable, taken by every system, and no two alike."""

from __future__ import annotations

import re
import unicodedata

from exporters.excel.safe_names import RESERVED_FILES
from exporters.package.model import EvidenceFile
from jejak_i18n import labels
from schemas.file_types import extension

LONGEST = 60
"""Characters of what a file is called after its part and kind; paths on Windows end at 260."""
_DIGITS = 12
_LONGEST_STEM = 120


class EvidenceNames:
    """The names in one folder; no two are equal, whatever the case of their letters."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, file: EvidenceFile, head: bytes) -> str:
        """Part, kind, and number or subject, as `16_SK_188.4-05-2023.pdf`; the hash where neither is told."""
        about = safe(file.number or file.subject or "") or file.sha256[:_DIGITS]
        parts = (safe(file.parts[0]), safe(labels.label_of("evidence", file.kind)), about)
        stem, suffix = "_".join(part for part in parts if part), extension(head, file.name)
        name, number = f"{stem}{suffix}", 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name.casefold())
        return name


def file_name(given: str | None, about: str, head: bytes) -> str:
    """The given name without what Windows refuses; else one made of what the file is about."""
    plain = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in given or "")
    kept = " ".join(re.sub(r'[<>:"/\\|?*]', "-", plain).split()).strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    if not dot:
        stem, suffix = kept or safe(about) or "berkas", extension(head)[1:]
    if stem.split(".")[0].strip().casefold() in RESERVED_FILES:
        stem = f"{stem}-"
    return f"{stem[:_LONGEST_STEM].rstrip('. ')}.{suffix}"


def safe(text: str) -> str:
    """Letters, digits, dots and hyphens of a text, none at its ends; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    made = _cut(re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-."))).strip("-.")
    # Windows keeps these for devices, also with an extension.
    return f"{made}-" if made.split(".")[0].casefold() in RESERVED_FILES else made


def _cut(text: str) -> str:
    """A text of `LONGEST` characters at most, cut between words where it has any."""
    if len(text) <= LONGEST:
        return text
    short = text[: LONGEST + 1]
    return short[: short.rfind("-")] if "-" in short else text[:LONGEST]
