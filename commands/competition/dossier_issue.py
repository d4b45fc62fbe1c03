"""dossier issue: the final copy of a dossier, and the event that says which bytes were issued."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, reading_session, verb
from commands.common.pdf_option import PDF, require_office, with_pdf
from commands.common.recording import recording_options, valid_command_id
from commands.common.run_command import run_command
from commands.competition.dossier_final import require_complete
from commands.competition.dossier_options import dossier_options
from commands.competition.dossier_package import release
from commands.competition.template_refusal import TEMPLATE, filling, read_template
from domain.entry import IssuedFile, IssueDossier
from domain.streams import region_of
from exporters.dossier.assemble import build_dossier
from jejak_i18n import gettext as _
from ledger.errors import LedgerError
from ledger.workspace.evidence_store import EvidenceStore
from projections.eligibility import rulebooks


class DossierFiles(Struct, frozen=True, kw_only=True):
    """What `dossier issue` answers beside what was recorded: the files as they were, or would be, issued."""

    code: str
    award: str
    year: int
    group: str | None
    folder: str
    files: list[IssuedFile]
    position: int


@click.command("issue", help=_("Write the final copy of a dossier, and record that it is issued."))
@dossier_options()
@TEMPLATE
@PDF
@recording_options
@verb("dossier issue")
def issue(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    out: Path,
    template: Path | None,
    pdf: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from exporters.word.files import dossier_files, write_files
    from exporters.word.render import own_template

    command_id, own = valid_command_id(command_id), read_template(answer, template)
    if pdf:
        require_office()
    with reading_session(answer, home, code=code) as session:
        workspace = session.workspace
        made, form, _verdict, _detail = build_dossier(session, " ".join(code), award, year, group)
        if not session.store.append_of(command_id):
            require_complete(answer, made)
        rulebook = rulebooks.by_hash(session, form.sha256).raw
    source = own_template(award) if own is None else own
    with filling(answer, template):
        files = dossier_files(made, final=True, template=source)
    issued = [IssuedFile(name, _sha256(content)) for name, content in files.items()]
    action = IssueDossier.of(
        region=region_of(made.stream),
        award=award,
        year=year,
        group=made.group,
        innovation=made.stream,
        files=issued,
        position=made.position,
        rulebook=form.id,
        sha256=form.sha256,
        template=_sha256(source),
        release=release(),
    )
    # What LibreOffice makes is no part of the issue: it is another one each time.
    laid = with_pdf(files) if pdf and not dry_run else files
    fresh = [path for path in (*(out / name for name in laid), out) if not path.exists()]

    def write() -> None:
        # The event may be recorded only when the files lie there, with all that they are made from.
        _keep(workspace.evidence, rulebook, source)
        for path in write_files(out, laid):
            answer.message(_("Written: {file}").format(file=path))

    try:
        run_command(
            answer,
            workspace,
            lambda decision: decision.act(action),
            command_id=command_id,
            dry_run=dry_run,
            head_time=head_time,
            prepare=write,
            data=DossierFiles(
                code=made.code,
                award=award,
                year=year,
                group=made.group,
                folder=str(out),
                files=issued,
                position=made.position,
            ),
        )
    except (LedgerError, OSError):
        # Nothing says that they were issued.
        _take_back(fresh)
        raise


def _take_back(fresh: Sequence[Path]) -> None:
    """Removes the files, and the folder where it is new too."""
    for path in fresh:
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _keep(store: EvidenceStore, *made_from: bytes) -> None:
    """Keeps the bytes of rulebook and template: a later release may bring others."""
    for raw in made_from:
        if not store.has(_sha256(raw)):
            store.keep_bytes(raw)
