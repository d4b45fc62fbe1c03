"""dossier pack: a dossier with all that it rests on, in one file."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, reading_session, time_options, verb
from commands.competition.dossier_options import FORCE, dossier_options
from commands.competition.package_proofs import proving
from commands.competition.template_refusal import TEMPLATE, filling, read_template
from domain.base import reason
from exporters.package import bag
from exporters.package.assemble import Package, Wanted, assemble
from exporters.package.model import EvidenceFile
from exporters.package.sources import from_files
from exporters.package.writing import ChangedMeanwhileError, is_written, write
from jejak_i18n import gettext as _
from jejak_i18n import labels
from ledger.errors import EnvironmentFault
from ledger.past_root import root_at
from ledger.workspace.workspace import Workspace
from projections.eligibility.answers import Outcome

SUFFIX = ".zip"
_OUT = click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER|FILE.zip",
    help=_("Folder for the package, or its file."),
)


class PackageWritten(Struct, frozen=True, kw_only=True):
    """The answer of `dossier pack`; `size` is in bytes, `members` counts all files in the package.

    `personal` counts the evidence files that hold personal data; `missing` are those left out.
    `recorded_before` is true where the very same package lay there already.
    """

    file: str
    code: str
    position: int
    root: str
    size: int
    members: int
    evidence: int
    personal: int
    missing: list[EvidenceFile]
    outcome: Outcome
    recorded_before: bool
    proofs: int
    """Files of proofs, the checkpoint among them; 0 where the workspace has no key."""


@click.command("pack", help=_("Pack a dossier with its documents, evidence, rules and provenance (BagIt)."))
@dossier_options(_OUT)
@click.option("--without-missing", is_flag=True, help=_("List missing evidence files instead of refusing."))
@TEMPLATE
@FORCE
@time_options
@verb("dossier pack")
def pack(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    out: Path,
    without_missing: bool,
    template: Path | None,
    force: bool,
    as_of: str | None,
    known_at: str | None,
) -> None:
    own = read_template(answer, template)
    with (
        reading_session(answer, home, as_of, known_at, code=code) as session,
        filling(answer, template),
        proving(session.workspace, session.position) as prove,
    ):
        made = assemble(
            session,
            Wanted(" ".join(code), award, year, group),
            from_files(session.workspace.evidence.path),
            release=release(),
            root=root_at(session.store, session.position),
            template=own,
            prove=prove,
        )
        if made.contents.missing and not without_missing:
            _refuse_missing(answer, session.workspace, made.contents.missing)
    file = out if out.suffix.casefold() == SUFFIX and not out.is_dir() else out / f"{made.name}{SUFFIX}"
    before = is_written(made, file)
    require_new(file, force=force or before)
    size = file.stat().st_size if before else _written(made, file)
    data = _answer(made, file, size, before=before)
    answer.result(data, lambda: _text(data, answer))


def release() -> str:
    """The release of Jejak that makes packages."""
    return version("jejak")


def _refuse_missing(answer: Answer, workspace: Workspace, missing: list[EvidenceFile]) -> None:
    """Ends with status 1, as the check of evidence does, and names each file."""
    for file in missing:
        answer.problem(
            reason(
                "The evidence {evidence} for {parts} is missing or was altered (events {events}).",
                evidence=evidence_text(file),
                parts=", ".join(file.parts),
                events=", ".join(map(str, file.events)),
            ),
            where=str(workspace.evidence.path(file.sha256)),
            remedy=reason("Restore it from a backup, or pack without it: --without-missing"),
        )
    answer.message(_("{count} files missing. Nothing was packed.").format(count=count(len(missing))))
    answer.fail(1)


def evidence_text(file: EvidenceFile) -> str:
    """A file by its kind, and its number, its subject or its name."""
    about = file.number or file.subject or file.name
    kind = labels.label_for_terminal("evidence", file.kind)
    return f"{kind} {about}" if about else kind


def _written(made: Package, file: Path) -> int:
    try:
        return write(made, file)
    except ChangedMeanwhileError as error:
        raise EnvironmentFault(
            reason(
                "{paths} changed while it was copied; nothing was packed.",
                paths=", ".join(one.path for one in error.findings),
            ),
            reason("Run: jejak evidence check"),
        ) from error


def _answer(made: Package, file: Path, size: int, *, before: bool) -> PackageWritten:
    contents = made.contents
    return PackageWritten(
        file=str(file),
        code=contents.issue.code,
        position=contents.issue.position,
        root=contents.issue.root,
        size=size,
        members=len(made.members),
        evidence=len(contents.evidence),
        personal=sum(one.personal_data for one in contents.evidence),
        missing=contents.missing,
        outcome=made.outcome,
        recorded_before=before,
        proofs=sum(path.startswith(bag.PROOFS) for path in made.members),
    )


def _text(data: PackageWritten, answer: Answer) -> str:
    if data.recorded_before:
        return _("Nothing new: the same package is there already: {file}").format(file=data.file)
    text = _(
        "Packed in {seconds} seconds: {file}, {members} files, {evidence} of them evidence,"
        " position {position}, root {root}."
    )
    lines = [
        text.format(
            seconds=answer.seconds(),
            file=data.file,
            members=count(data.members),
            evidence=count(data.evidence),
            position=count(data.position),
            root=data.root,
        )
    ]
    if data.personal:
        personal = _(
            "{count} evidence files hold personal data: pass the package on only to who may see them."
        )
        lines.append(personal.format(count=count(data.personal)))
    if data.missing:
        missing = _("{count} evidence files are missing; the list of contents names them.")
        lines.append(missing.format(count=count(len(data.missing))))
    if data.proofs:
        proofs = _("{count} files prove what it cites; each holds the whole event.")
        lines.append(proofs.format(count=count(data.proofs)))
    lines.append(_("Try it: jejak dossier verify {file}").format(file=data.file))
    return "\n".join(lines)
