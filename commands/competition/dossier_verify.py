"""dossier verify: a package against its own manifests, and against the ledger that it was made from."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing, nullcontext
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.common.progress import Bar
from commands.competition import package_proofs, template_refusal
from commands.competition.dossier_package import release
from domain.base import Reason, reason
from domain.dates import DateError
from domain.streams import prefix
from exporters.package import bag, opened
from exporters.package.assemble import Wanted, assemble
from exporters.package.checking import check
from exporters.package.comparing import first_difference, is_as_packed
from exporters.package.model import Contents, Difference, Finding, Member, Prove, Source
from exporters.package.opened import OpenedPackage, PackageRefusedError
from exporters.package.sources import from_files
from exporters.word.template_file import LARGEST
from exporters.word.template_refused import TemplateRefusedError
from jejak_i18n import gettext as _
from ledger.errors import LedgerError, NoWorkspaceError
from ledger.past_root import root_at
from ledger.workspace.workspace import Workspace, find
from projections.read_session import ReadSession, open_session
from schemas.envelope import ReadState

if TYPE_CHECKING:
    from ledger.proofs.signed_note import VerifierKey


class PackageReport(Struct, frozen=True, kw_only=True):
    """The answer of `dossier verify`; `findings` are members that are not as packed.

    `recreated` is true where the package was made again from a workspace; `difference` is then the first
    place where the two part, and `differences` counts the members that differ.
    """

    file: str
    name: str
    members: int
    position: int | None
    root: str | None
    release: str | None
    findings: list[Finding]
    recreated: bool
    difference: Difference | None
    differences: int
    proofs: int
    """Events that are proved to stand in the ledger of the package's root."""
    signed_by: list[str]
    """Which of the keys that were named signed that root."""


@click.command("verify", help=_("Check a package by itself, and make it again from the workspace."))
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option("--alone", is_flag=True, help=_("Check by its own manifests only."))
@click.option("--key", "keys", metavar="KEY", multiple=True, help=_("A public key that must have signed."))
@verb("dossier verify")
def verify(answer: Answer, home: str | None, *, file: Path, alone: bool, keys: tuple[str, ...]) -> None:
    named = _keys(keys)
    workspace = None if alone else _workspace(answer, home)
    try:
        with opened.opened(file) as package:
            _verify(answer, workspace, file, package, named)
    except PackageRefusedError as error:
        refuse(answer, file, error)
    except DateError:
        # The days in a package that Jejak wrote exist.
        refuse(answer, file, PackageRefusedError("stranger"))


def _workspace(answer: Answer, home: str | None) -> Workspace | None:
    """The workspace that was named, or the one around; None where there is none."""
    try:
        return find(home=home)
    except NoWorkspaceError:
        if home:
            raise
    answer.message(_("No workspace here: checked by its own manifests only. With one: --home FOLDER"))
    return None


def _keys(lines: tuple[str, ...]) -> list[VerifierKey]:
    if not lines:
        return []
    from ledger.proofs.signed_note import NoteError, read_verifier_key

    try:
        return [read_verifier_key(one) for one in lines]
    except NoteError as error:
        raise click.UsageError(_("A public key is one line: name+digits+letters.")) from error


def _verify(
    answer: Answer,
    workspace: Workspace | None,
    file: Path,
    package: OpenedPackage,
    keys: list[VerifierKey],
) -> None:
    contents, findings = check(package)
    for one in findings:
        answer.problem(_WORDS[one.kind](one), where=one.path)
    difference, differences, recreated = None, 0, False
    if contents is None and not findings:
        # Its manifests agree with it, and yet no release of Jejak wrote it.
        raise PackageRefusedError("stranger")
    doubts, proofs = 0, package_proofs.Proofs(0, [], [])
    if contents and not findings:
        proofs = package_proofs.checked(package, contents, keys)
        for path, why in proofs.wrong:
            answer.problem(why, where=path)
        if workspace is None:
            _note_packing(answer, file, package, contents)
        else:
            doubts, found = _made_again(answer, workspace, file, package, contents)
            recreated = found is not None
            difference, differences = found or (None, 0)
    data = PackageReport(
        file=str(file),
        name=package.name,
        members=len(package.entries),
        position=contents.issue.position if contents else None,
        root=contents.issue.root if contents else None,
        release=contents.release if contents else None,
        findings=findings,
        recreated=recreated,
        difference=difference,
        differences=differences,
        proofs=proofs.proved,
        signed_by=proofs.signed_by,
    )
    status = 1 if findings or difference or doubts or proofs.wrong else 0
    answer.result(data, lambda: _text(data), status=status)


def _note_packing(answer: Answer, file: Path, package: OpenedPackage, contents: Contents) -> None:
    members: dict[str, Member] = {path: package.source(path) for path in package.paths()}
    if not is_as_packed(file, {f"{contents.name}/{path}": member for path, member in members.items()}):
        answer.message(_("All files are as packed; the zip around them was written by another program."))


def _made_again(
    answer: Answer, workspace: Workspace, file: Path, package: OpenedPackage, contents: Contents
) -> tuple[int, tuple[Difference | None, int] | None]:
    """How many doubts were told, and the first difference with their number; none where it cannot be made."""
    issue = contents.issue
    with closing(Bar(None)) as bar, closing(workspace.store()) as store:
        head = store.head().position
        if head < issue.position:
            answer.problem(
                reason(
                    "The ledger of this workspace is at position {head}, the package at position {position}.",
                    head=head,
                    position=issue.position,
                ),
                remedy=_OTHER_WORKSPACE,
            )
            return 1, None
        root = root_at(store, issue.position)
        if root != issue.root:
            answer.problem(
                reason(
                    "At position {position} this ledger has the root {root}, the package {packed}.",
                    position=issue.position,
                    root=root,
                    packed=issue.root,
                ),
                remedy=_OTHER_WORKSPACE,
            )
            return 1, None
        session = open_session(
            workspace,
            as_of=issue.as_of,
            position=issue.position,
            prefix=f"{prefix(issue.region)}/",
            progress=bar,
        )
    # The position says what was known more exactly; the document prints what was asked.
    session.known_at = issue.known_at
    answer.read = ReadState(session.position, session.lag, session.as_of, session.known_at)
    with closing(session):
        return _compared(answer, session, file, package, contents)


_OTHER_WORKSPACE = reason(
    "Name the workspace that the package was made from: --home FOLDER; or check it by itself: --alone"
)


def _compared(
    answer: Answer, session: ReadSession, file: Path, package: OpenedPackage, contents: Contents
) -> tuple[int, tuple[Difference | None, int] | None]:
    issue = contents.issue
    wanted = Wanted(issue.code, issue.award, issue.year, issue.group, contents.rulebook)
    looks = _Looks(session.workspace, package, contents)
    note = package_proofs.note_of(package)
    try:
        with _same_proofs(session.workspace, issue.position, note) as prove:
            made = assemble(
                session,
                wanted,
                looks.look,
                release=contents.release,
                root=issue.root,
                template=_template(package),
                prove=prove,
            )
    except TemplateRefusedError as error:
        template_refusal.refuse(answer, Path(bag.TEMPLATE), error)
        return 1, None
    except LedgerError as error:
        # What the package is of, this ledger does not know: a finding, and no wrong call.
        if error.status != 2:
            raise
        answer.problem(error.why, remedy=error.remedy)
        return 1, None
    found = first_difference(package, made, file)
    _say(answer, found, contents)
    return _say_of_evidence(answer, looks), found


def _same_proofs(
    workspace: Workspace, position: int, note: str | None
) -> AbstractContextManager[Prove | None]:
    """Proofs under the package's own signature, which a workspace without its key could not make again."""
    return nullcontext() if note is None else package_proofs.proving(workspace, position, note)


def _template(package: OpenedPackage) -> bytes | None:
    """The template that the package brings, if it brings one. Raises TemplateRefusedError."""
    if bag.TEMPLATE not in package:
        return None
    if package.entries[bag.TEMPLATE].file_size > LARGEST:
        raise TemplateRefusedError("too_large")
    return package.read(bag.TEMPLATE)


class _Looks:
    """Evidence for the re-creation: what the package lists as missing is missing again."""

    def __init__(self, workspace: Workspace, package: OpenedPackage, contents: Contents) -> None:
        self._missing = {file.sha256 for file in contents.missing}
        self._packed = {file.sha256: file.path for file in contents.evidence}
        self._package, self._look = package, from_files(workspace.evidence.path)
        self.back: list[str] = []
        """Files that are listed as missing and lie in the workspace."""
        self.gone: list[str] = []
        """Files that the package alone still holds."""

    def look(self, sha256: str) -> Source | None:
        found = self._look(sha256)
        if sha256 in self._missing:
            self.back += [sha256] if found else []
            return None
        if found is None and (path := self._packed.get(sha256)) and path in self._package:
            self.gone.append(sha256)
            source = self._package.source(path)
            return source if source.sha256 == sha256 else None
        return found


def _say_of_evidence(answer: Answer, looks: _Looks) -> int:
    if looks.gone:
        text = _("{count} evidence files of the package are missing or altered in this workspace.")
        answer.message(text.format(count=count(len(looks.gone))), level="warning")
    for sha256 in looks.back:
        answer.problem(
            reason("The evidence {sha256} is listed as missing, and lies in this workspace.", sha256=sha256),
            remedy=reason("Pack the dossier again, so that it holds the file."),
        )
    return len(looks.back)


def _say(answer: Answer, found: tuple[Difference | None, int], contents: Contents) -> None:
    difference, differences = found
    if difference is None:
        return
    if contents.release != release():
        text = _(
            "The package was made by Jejak {packed}; this is Jejak {here}, which may write it otherwise."
        )
        answer.message(text.format(packed=contents.release, here=release()), level="warning")
    answer.problem(_difference(difference), where=difference.path)
    if differences > 1:
        answer.message(_("{count} files differ; the first is named.").format(count=count(differences)))


def _difference(one: Difference) -> Reason:
    if one.kind == "archive":
        return reason("All files are the same; the zip around them is not the one that Jejak writes.")
    if one.kind == "missing":
        return reason("The package lacks this file; the ledger gives it.")
    if one.kind == "added":
        return reason("The package has this file; the ledger does not give it.")
    if one.field is None:
        return reason("This file is not the one that the ledger gives.")
    return reason(
        "{field} is {packed} in the package; the ledger gives {recreated}.",
        field=one.field,
        packed=_quoted(one.packed),
        recreated=_quoted(one.recreated),
    )


def _quoted(value: str | None) -> str:
    return _("nothing") if value is None else f'"{value}"'


def _changed(_one: Finding) -> Reason:
    return reason("Changed since it was packed.")


def _missing(_one: Finding) -> Reason:
    return reason("Missing: it was packed and is not there.")


def _added(_one: Finding) -> Reason:
    return reason("Added: it was not packed.")


def _renamed(one: Finding) -> Reason:
    return reason("Renamed: it is called {to} now.", to=one.to or "")


def _unreadable(_one: Finding) -> Reason:
    return reason("Damaged: it cannot be unpacked.")


_WORDS = {
    "changed": _changed,
    "missing": _missing,
    "added": _added,
    "renamed": _renamed,
    "unreadable": _unreadable,
}


def refuse(answer: Answer, file: Path, error: PackageRefusedError) -> NoReturn:
    """Says why a file is no package, and ends with status 3."""
    what, member = file.name, error.member
    found = {
        "damaged": reason("{file} is no zip, or is damaged.", file=what),
        "stranger": reason("{file} is no package of Jejak.", file=what),
        "unsafe": reason(
            "{file} holds a file that leads out of its folder: {member}", file=what, member=member
        ),
        "double": reason("{file} holds a file twice: {member}", file=what, member=member),
        "locked": reason(
            "{file} holds a file that is locked or packed otherwise: {member}", file=what, member=member
        ),
        "many": reason("{file} holds more than {most} files.", file=what, most=Decimal(opened.MOST_MEMBERS)),
        "large": reason(
            "{file} unpacks to more than {most} times its size.", file=what, most=opened.MOST_RATIO
        ),
    }
    answer.problem(found[error.kind], remedy=reason("Do not unpack it; ask for the file as Jejak wrote it."))
    answer.fail(3)


def _text(data: PackageReport) -> str:
    if data.findings:
        return _("{count} findings in the package.").format(count=count(len(data.findings)))
    text = _("The package is whole: {members} files, position {position}, root {root}.")
    lines = [text.format(members=count(data.members), position=count(data.position or 0), root=data.root)]
    if data.proofs:
        text = _("{count} events that it cites are proved under this root.")
        lines.append(text.format(count=count(data.proofs)))
        signed = _("Signed by: {names}.").format(names=", ".join(data.signed_by))
        unchecked = _("No signature was checked: name the public key with --key.")
        lines.append(signed if data.signed_by else unchecked)
    if data.recreated and data.difference is None:
        lines.append(_("Made again from the workspace: the same to the last byte."))
    if data.difference is not None:
        lines.append(_("Made again from the workspace: not the same."))
    return "\n".join(lines)
