"""A dossier that was issued, read back: from its JSON file, or from its package."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from exporters.dossier.model import (
    Aspect,
    FormGap,
    Indicator,
    Item,
    Letter,
    MeasuredIndicator,
    Section,
    Subject,
)
from exporters.package import bag
from exporters.package.checking import check
from exporters.package.opened import LARGEST_TEXT, OpenedPackage, UnreadableError, opened
from projections.eligibility.answers import Outcome, Sentence
from schemas.loader import SchemaError
from schemas.loader import check as check_schema


class NotADossierError(Exception):
    """A file is no dossier that this release can read."""


class IssuedFinding(Struct, frozen=True, kw_only=True):
    """As much of a finding as two issues are compared by."""

    rule: str
    label: str
    outcome: Outcome
    sentence: Sentence
    level: int | None
    points: str | None


class IssuedVerdict(Struct, frozen=True, kw_only=True):
    """As much of a verdict; without findings where nothing was assessed."""

    outcome: Outcome | Literal["not_assessed"]
    maturity: str | None = None
    findings: list[IssuedFinding] = []


class IssuedDossier(Struct, frozen=True, kw_only=True):
    """What the dossiers of all awards share, as far as two issues are compared."""

    year: int
    group: str | None
    code: str
    position: int
    spoken_day: str
    known_at: str | None
    as_of: str | None
    time_zone: str
    illustrative: bool
    subject: Subject
    verdict: IssuedVerdict
    gaps: list[FormGap] = field(name="missing")
    identity: list[Item]


class IssuedReport(IssuedDossier, frozen=True, kw_only=True):
    """A report Laporan Inovasi Daerah."""

    award: Literal["iga"]
    sections: list[Section]
    indicators: list[Indicator]


class IssuedProposal(IssuedDossier, frozen=True, kw_only=True):
    """A KIPP proposal."""

    award: Literal["kipp"]
    sections: list[Aspect]
    letters: list[Letter]
    measurements: list[MeasuredIndicator]


Issued = IssuedReport | IssuedProposal
_TYPES: dict[str, type[IssuedReport] | type[IssuedProposal]] = {"iga": IssuedReport, "kipp": IssuedProposal}


def read_issue(file: Path) -> tuple[Issued, int]:
    """The dossier in a JSON file or a package, and how many findings a check of the package has.

    Raises NotADossierError, PackageRefusedError, and OSError.
    """
    if zipfile.is_zipfile(file):
        with opened(file) as package:
            return _packed(package)
    if file.stat().st_size > LARGEST_TEXT:
        raise NotADossierError
    return _issued(file.read_bytes()), 0


def _packed(package: OpenedPackage) -> tuple[Issued, int]:
    contents, findings = check(package)
    path = f"{bag.PAYLOAD}{contents.name if contents else package.name}.json"
    if path not in package:
        raise NotADossierError
    try:
        return _issued(package.read(path)), len(findings)
    except UnreadableError as error:
        raise NotADossierError from error


def _issued(raw: bytes) -> Issued:
    try:
        plain: Any = json.loads(raw)
        award = plain["award"]
        check_schema(f"dossier-{award}" if award in _TYPES else "dossier-iga", plain)
        return msgspec.convert(plain, _TYPES[award])
    except (ValueError, TypeError, LookupError, RecursionError, SchemaError) as error:
        # Whatever it is that the file holds: JSON of another kind, of another release, or no JSON.
        raise NotADossierError from error
