"""What `evidence add` would record: each file with what its name and the options say of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from domain.base import Reason, reason
from domain.innovation_actions import AttachEvidence
from domain.streams import code as code_of
from domain.streams import region_of
from importers.evidence_files import Found, by_name, in_folder
from ledger.errors import LedgerError
from ledger.evidence import digest
from ledger.workspace import Workspace
from messages import gettext as _
from projections.evidence import listed
from projections.open import Views
from projections.queries import find
from schemas.loader import indicator_numbers, kipp_parts


@dataclass(frozen=True)
class Planned:
    """One file: what would be recorded, whether it was attached before, or why it cannot be."""

    path: Path
    code: str
    kind: str
    indicators: tuple[str, ...]
    date: str | None
    subject: str
    sha256: str = ""
    before: bool = False
    action: AttachEvidence | None = None
    fault: Reason | None = None

    def numbers(self) -> str:
        """The indicators by their numbers."""
        named = {name: str(number) for number, name in indicator_numbers().items()}
        return ", ".join(named[one] for one in self.indicators) or "–"

    def plain(self) -> dict[str, Any]:
        """The item as JSON values."""
        return {
            "file": str(self.path),
            "code": self.code,
            "kind": self.kind,
            "indicators": list(self.indicators),
            "date": self.date,
            "subject": self.subject,
            "sha256": self.sha256,
            "attached_before": self.before,
        }


def planned(views: Views, files: tuple[Path, ...], code: str | None, given: dict[str, Any]) -> list[Planned]:
    """Every file of the call. Raises click.UsageError where the options do not fit."""
    folders = [path for path in files if path.is_dir()]
    if folders and (code or len(files) > 1):
        raise click.UsageError(_("A folder stands alone: its subfolders name the codes."))
    if not folders and code is None:
        raise click.UsageError(_("Name the innovation of single files: --code CODE."))
    if len(files) > 1 and given.get("supersedes"):
        raise click.UsageError(_("--supersedes takes one file."))
    found = in_folder(folders[0]) if folders else [by_name(path, code or "") for path in files]
    return [_plan(views, one, given) for one in found]


def _plan(views: Views, one: Found, given: dict[str, Any]) -> Planned:
    if one.fault:
        return Planned(one.path, one.code, one.kind, one.indicators, one.date, one.subject, fault=one.fault)
    try:
        stream = find.innovation_of(views, one.code)
    except LedgerError as error:
        return Planned(one.path, one.code, one.kind, one.indicators, one.date, one.subject, fault=error.why)
    indicators = _indicators(given["indicators"]) or one.indicators
    sha256 = digest(one.path)
    kind, date = given["kind"] or one.kind, given["occurred"] or one.date
    subject = given["subject"] or one.subject
    held = [item for item in listed(views, stream) if item["file"] == sha256]
    before = any(
        set(indicators) <= set(item["iga"]) and set(given["parts"]) <= set(item["kipp"]) for item in held
    )
    action = AttachEvidence(
        region=region_of(stream),
        innovation=stream,
        occurred=date,
        kind=kind,
        number=given["number"],
        subject=subject,
        iga=list(indicators),
        kipp=_parts(given["parts"]),
        file=sha256,
        page=given["page"],
        personal_data=given["personal_data"],
        supersedes=_version(views, stream, given["supersedes"]),
    )
    return Planned(one.path, code_of(stream), kind, tuple(indicators), date, subject, sha256, before, action)


def _indicators(texts: tuple[str, ...]) -> tuple[str, ...]:
    known = indicator_numbers()
    for text in texts:
        if not text.isdigit() or int(text) not in known:
            raise click.UsageError(_("There is no indicator {number}.").format(number=text))
    return tuple(known[int(text)] for text in texts)


def _parts(names: tuple[str, ...]) -> list[str]:
    for name in names:
        if name not in kipp_parts():
            raise click.UsageError(_("There is no section or letter {name}.").format(name=name))
    return list(names)


def _version(views: Views, stream: str, position: int | None) -> int | None:
    """The version in the innovation's stream of the event at a position."""
    if position is None:
        return None
    row = views.store.at(position)
    if row is None or row.stream != stream:
        error = LedgerError(
            reason("Event {position} is no evidence of this innovation.", position=position),
            reason("Look for it: jejak evidence list CODE"),
        )
        error.status = 2
        raise error
    return int(row.version)


def keep(workspace: Workspace, items: list[Planned]) -> None:
    """Keeps the files before the append that names them."""
    for item in items:
        workspace.evidence.keep(item.path)
