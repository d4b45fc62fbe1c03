"""What `evidence add` would record: each file with what its name and the options say of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypedDict
from urllib.parse import unquote

import click
from msgspec import Struct
from msgspec.structs import replace

from commands.common.written_value import usage
from commands.competition import choices
from domain import dates
from domain.base import Reason, Refused, reason
from domain.evidence import AttachEvidence
from domain.sheets.evidence import EVIDENCE as EVIDENCE_SHEET
from domain.streams import code as code_of
from domain.streams import prefix, region_of
from importers.reading.evidence_files import Found, by_name, in_folder
from importers.recording.action_texts import ActionTexts
from jejak_i18n import gettext as _
from jejak_i18n import labels
from ledger.errors import LedgerError
from ledger.workspace.evidence_store import kept_file
from ledger.workspace.workspace import Workspace
from projections.eligibility import rulebooks
from projections.queries import find
from projections.queries.evidence import EvidenceRow, evidence_of, links_of
from projections.read_session import ReadSession
from schemas.rulebook_set import RulebookSet


class EvidenceError(LedgerError):
    """What was asked for does not fit the evidence that there is."""

    status = 2


class FileOrFolder(click.Path):
    """A file or folder that is there; of a link it is told where links are recorded."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises click.UsageError for a link, and for a word of a code without its quotes."""
        if LINK.match(str(value)):
            raise usage(
                reason('"{link}" is a link, not a file.', link=str(value)),
                reason(
                    "Links stand in column {column} of sheet {sheet}: jejak template bukti.xlsx --sheet"
                    " {sheet}, fill it in, then jejak import bukti.xlsx",
                    column=EVIDENCE_SHEET.label("link"),
                    sheet=EVIDENCE_SHEET.name,
                ),
            )
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            code = ctx.params.get("code") if ctx else None
            if not code or "." in str(value):
                raise
            raise usage(
                reason("{words}: a name of several words stands in quotes.", words=str(value)),
                reason("Type it so: {command}", command=f'--code "{code} {value}"'),
            ) from None


LINK = re.compile(r"(?:[a-z][a-z0-9+.-]+://|www\.)", re.IGNORECASE)
EVIDENCE = FileOrFolder(exists=True, path_type=Path)


class EvidenceOptions(TypedDict):
    """What the options of `evidence add` say of every file; empty or None where they say nothing."""

    kind: str | None
    indicators: tuple[str, ...]
    parts: tuple[str, ...]
    number: str | None
    occurred: str | None
    subject: str | None
    page: str | None
    personal_data: bool
    supersedes: int | None


class PlannedItem(Struct, frozen=True):
    """One file in the answer of `evidence add`."""

    file: str
    code: str
    kind: str
    indicators: list[str]
    date: str | None
    subject: str
    sha256: str
    attached_before: bool
    attached_as: list[int]
    """The events of earlier records of the same file that prove some of the same."""
    same_as: str | None


class Earlier(Struct, frozen=True):
    """A record of the same file for the same innovation, with what both prove, as people number it."""

    event: int
    shared: tuple[str, ...]


class Planned(Struct, frozen=True):
    """One file: what would be recorded, whether it was attached before, or why it cannot be.

    `same_as` is an earlier file of the same call that says as much with the same bytes.
    """

    path: Path
    code: str
    kind: str
    indicators: tuple[str, ...]
    date: str | None
    subject: str
    named: tuple[str, ...] = ()
    """The numbers of the indicators."""
    sha256: str = ""
    before: bool = False
    same_as: str = ""
    earlier: tuple[Earlier, ...] = ()
    """Earlier records of the same bytes for the same innovation that prove some of the same."""
    parts: tuple[str, ...] = ()
    kind_known: bool = True
    """False where neither an option nor the name tells the kind."""
    action: AttachEvidence | None = None
    fault: Reason | None = None
    remedy: Reason | None = None

    @property
    def fresh(self) -> bool:
        """True when it is to be recorded."""
        return not self.before and not self.same_as

    def file_text(self) -> str:
        """The file's name, and why it would not be recorded again."""
        if self.before:
            events = ", ".join(str(one.event) for one in self.earlier)
            return f"{self.path.name} ({_('attached already: event {events}').format(events=events)})"
        if self.same_as:
            return f"{self.path.name} ({_('same as {file}').format(file=self.same_as)})"
        return self.path.name

    def numbers(self) -> str:
        """The indicators by their numbers."""
        return ", ".join(self.named) or "–"

    def plain(self) -> PlannedItem:
        """The file as the answer names it."""
        return PlannedItem(
            file=str(self.path),
            code=self.code,
            kind=self.kind,
            indicators=list(self.indicators),
            date=self.date,
            subject=self.subject,
            sha256=self.sha256,
            attached_before=self.before,
            attached_as=[one.event for one in self.earlier],
            same_as=self.same_as or None,
        )


def planned(
    session: ReadSession, files: tuple[Path, ...], code: str | None, given: EvidenceOptions
) -> list[Planned]:
    """Every file of the call. Raises click.UsageError where the options do not fit, and DateError."""
    folders = [path for path in files if path.is_dir()]
    if folders and (code or len(files) > 1):
        raise click.UsageError(_("A folder stands alone: its subfolders name the codes."))
    if not folders and code is None:
        raise click.UsageError(_("Name the innovation of single files: --code CODE."))
    if given["supersedes"] and (folders or len(files) > 1):
        raise click.UsageError(_("--supersedes takes one file."))
    if given["occurred"]:
        dates.span(given["occurred"])
    known = rulebooks.known_to(session, prefix(session.workspace.region))
    found = in_folder(folders[0], known) if folders else [by_name(path, code or "", known) for path in files]
    return _without_twins([_plan(session, one, given, known) for one in found])


def looked_through(plan: list[Planned], texts: ActionTexts) -> list[Planned]:
    """The plan, with what is wrong with the texts of each file: its name may say who a person is."""
    return [_looked_through(item, item.action, texts) if item.action else item for item in plan]


def _looked_through(item: Planned, action: AttachEvidence, texts: ActionTexts) -> Planned:
    if item.fault or not item.fresh:
        return item
    try:
        texts.look(action)
        if not item.subject:
            texts.is_marked("subject", [unquote(item.path.stem).replace("_", " ")])
    except Refused as refused:
        (_field, why), (_none, remedy) = refused.reasons
        return replace(item, fault=why, remedy=remedy)
    return item


def _without_twins(plan: list[Planned]) -> list[Planned]:
    """Marks files that say no more of an innovation than an earlier one with the same bytes."""
    seen: list[Planned] = []
    marked = []
    for item in plan:
        twin = next((one for one in seen if _covers(one, item)), None)
        if twin is None or item.fault or item.before:
            seen += [] if item.fault else [item]
            marked.append(item)
        else:
            marked.append(replace(item, same_as=twin.path.name))
    return marked


def _covers(one: Planned, other: Planned) -> bool:
    same = (one.sha256, one.code) == (other.sha256, other.code)
    return same and set(other.indicators) <= set(one.indicators)


def _plan(session: ReadSession, one: Found, given: EvidenceOptions, known: RulebookSet) -> Planned:
    numbers = _numbers(one.indicators, known)
    named = Planned(
        one.path, one.code, one.kind, one.indicators, one.date, one.subject, numbers, fault=one.fault
    )
    if named.fault:
        return named
    try:
        stream = find.innovation_of(session, one.code)
    except LedgerError as error:
        return replace(named, fault=error.why, remedy=error.remedy)
    indicators = _indicators(given["indicators"], known) or one.indicators
    given_file = kept_file(one.path)
    sha256 = given_file.sha256
    kind, date = given["kind"] or one.kind, given["occurred"] or one.date
    subject = given["subject"] or one.subject
    wanted = {*indicators, *given["parts"]}
    attached = [row for row in evidence_of(session, stream) if row.file == sha256]
    attached = attached if given["supersedes"] is None else []
    before = any(wanted <= {*row.iga, *row.kipp} for row in attached)
    action = AttachEvidence.of(
        region=region_of(stream),
        innovation=stream,
        occurred=date,
        kind=kind,
        number=given["number"],
        subject=subject,
        iga=list(indicators),
        kipp=_parts(given["parts"], known),
        file=sha256,
        page=given["page"],
        personal_data=given["personal_data"],
        kept=given_file,
        supersedes=_version(session, stream, given["supersedes"]),
    )
    numbers = _numbers(indicators, known)
    return Planned(
        one.path,
        code_of(stream),
        kind,
        indicators,
        date,
        subject,
        numbers,
        sha256,
        before,
        earlier=_earlier(attached, wanted, known),
        parts=given["parts"],
        kind_known=given["kind"] is not None or kind != "other",
        action=action,
    )


def _earlier(attached: list[EvidenceRow], wanted: set[str], known: RulebookSet) -> tuple[Earlier, ...]:
    """The records that prove some of what is wanted; where nothing is wanted, all of them."""
    found = []
    for row in attached:
        numbers = _numbers(tuple(one for one in row.iga if one in wanted), known)
        shared = [_("indicator {number}").format(number=one) for one in numbers]
        shared += [labels.section(one) for one in row.kipp if one in wanted]
        if shared or not wanted:
            found.append(Earlier(row.event, tuple(shared)))
    return tuple(found)


def _numbers(ids: tuple[str, ...], known: RulebookSet) -> tuple[str, ...]:
    return tuple(known.numbers_of_indicators[one] for one in ids)


def _indicators(texts: tuple[str, ...], known: RulebookSet) -> tuple[str, ...]:
    return tuple(choices.indicator(known, text) for text in texts)


def _parts(names: tuple[str, ...], known: RulebookSet) -> list[str]:
    for name in names:
        if name not in known.kipp_parts:
            raise click.UsageError(_("There is no section or letter {name}.").format(name=name))
    return list(names)


def _version(session: ReadSession, stream: str, position: int | None) -> int | None:
    """The version in the innovation's stream of the event at a position."""
    if position is None:
        return None
    row = session.store.at(position)
    if row is None or row.stream != stream:
        raise EvidenceError(
            reason("Event {position} is no evidence of this innovation.", position=position),
            reason("Look for it: jejak evidence list {code}", code=code_of(stream)),
        )
    return int(row.version)


def keep(workspace: Workspace, items: list[Planned]) -> None:
    """Keeps the files before the append that names them. Raises EvidenceError for one that changed."""
    for item in items:
        if workspace.evidence.keep(item.path) != item.sha256:
            raise EvidenceError(
                reason("{path} changed while it was being read; nothing was recorded.", path=str(item.path)),
                reason("Run the same command again when nobody writes to the file."),
            )


def put_back(workspace: Workspace, plan: list[Planned]) -> int:
    """Keeps files again that were attached before and are missing; says how many."""
    lost = [item for item in plan if item.before and not workspace.evidence.has(item.sha256)]
    keep(workspace, lost)
    return len({item.sha256 for item in lost})


def require_link(session: ReadSession, stream: str, link: str) -> None:
    """Raises EvidenceError for a link that neither the evidence nor the video of the innovation has."""
    known = links_of(session, stream)
    if link in known:
        return
    remedy = reason("Its links are: {links}", links=", ".join(known)) if known else None
    raise EvidenceError(
        reason("{code} has no link {link}.", code=code_of(stream), link=link),
        remedy or reason("Record the link first, on sheet Bukti or as Tautan Video on sheet Profil."),
    )
