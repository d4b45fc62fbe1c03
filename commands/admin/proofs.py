"""ledger key, checkpoint, prove and witness: proofs that an outsider can check."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from commands.common.new_file import require_new
from commands.common.output import Answer, count, verb
from commands.common.pdf_option import PDF, pdf_beside, require_office, with_pdf
from domain.base import reason
from jejak_i18n import gettext as _
from ledger.errors import EnvironmentFault, LedgerError
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint

if TYPE_CHECKING:
    from ledger.proofs.signed_note import SigningKey
    from ledger.proofs.tree import LedgerTree
    from ledger.workspace.workspace import Workspace


class KeyMade(Struct, frozen=True):
    """The answer of `ledger key`; `verifier` is the public line that others check signatures with."""

    path: str
    verifier: str


class CheckpointSigned(Struct, frozen=True):
    """The answer of `ledger checkpoint`."""

    origin: str
    events: int
    root: str
    verifier: str
    file: str | None
    note: str
    printed: list[str]
    """The page for a record of proceedings, and its PDF, where they were asked for."""


class ProofWritten(Struct, frozen=True):
    """The answer of `ledger prove`."""

    files: list[str]
    events: int


class Cosigned(Struct, frozen=True):
    """The answer of `ledger witness`; `verifier` is the public line of the witness."""

    file: str
    verifier: str


class ProofRefused(LedgerError):  # noqa: N818 - an answer about a file, not a fault
    """A file proves nothing."""

    status = 1


@click.command("key", help=_("Make the key that signs the checkpoints of this ledger."))
@verb("ledger key")
def key(answer: Answer, home: str | None) -> None:
    from ledger.proofs import signing
    from ledger.workspace.workspace import find

    workspace = find(home=home)
    made = signing.make_key(workspace)
    data = KeyMade(str(workspace.home / signing.KEY), str(made.verifier()))
    text = _(
        "Key made: {path}. Keep a copy elsewhere; nobody else may read it.\n"
        "Public key, to give away:\n  {verifier}"
    )
    answer.result(data, lambda: text.format(path=data.path, verifier=data.verifier))


@click.command("checkpoint", help=_("Sign what the ledger is now, for others to keep."))
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help=_("Write it to a file, too."))
@click.option(
    "--print",
    "page",
    type=click.Path(path_type=Path),
    metavar="FILE.docx",
    help=_("Write it on one page, with a QR code, for a record of proceedings."),
)
@PDF
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@verb("ledger checkpoint")
def checkpoint(
    answer: Answer, home: str | None, *, out: Path | None, page: Path | None, pdf: bool, force: bool
) -> None:
    from ledger.proofs import signing
    from ledger.workspace.workspace import find

    if pdf and page is None:
        raise click.UsageError(_("--pdf goes with --print FILE.docx."))
    if pdf:
        require_office()
    for path in (out, page):
        if path is not None:
            require_new(path, force=force)
    workspace = find(home=home)
    with signing.tree_of(workspace) as tree:
        note = signing.sign_checkpoint(workspace, tree)
        origin, size, root = signing.origin_of(workspace, tree), tree.size, tree.root.hex()
        recorded_at = tree.store.recorded_at(size)
    if out is not None:
        out.write_text(note, encoding="utf-8", newline="\n")
    data = CheckpointSigned(
        origin=origin,
        events=size,
        root=root,
        verifier=str(signing.key_of(workspace.home / signing.KEY).verifier()),
        file=str(out) if out else None,
        note=note,
        printed=[],
    )
    if page is not None:
        data = replace(data, printed=_printed(workspace, data, recorded_at or "", page, pdf=pdf))
    lines = _(
        "Signed: {events} events.\n\n{note}\nRoot, as pages show it: {root}\n"
        "Keep it outside this office, with the public key:\n  {verifier}"
    )
    said = {"events": count(data.events), "note": note, "root": data.root, "verifier": data.verifier}
    answer.result(data, lambda: lines.format(**said))


def _printed(
    workspace: Workspace, data: CheckpointSigned, recorded_at: str, page: Path, *, pdf: bool
) -> list[str]:
    """Writes the page, and its PDF; gives their paths."""
    from exporters.dossier.formatting import recorded_minute
    from exporters.word.checkpoint_page import CheckpointPage, checkpoint_page
    from schemas.regions import region

    official = region(workspace.region)
    made = CheckpointPage(
        region=official["name"] if official else workspace.region,
        workspace=workspace.home.name,
        origin=data.origin,
        events=data.events,
        root=data.root,
        day=recorded_minute(recorded_at, workspace.time_zone) if recorded_at else "",
        note=data.note,
        verifier=data.verifier,
    )
    files = {page.name: checkpoint_page(made)}
    for name, raw in (with_pdf(files) if pdf else files).items():
        page.with_name(name).write_bytes(raw)
    return [str(page), pdf_beside(page)] if pdf else [str(page)]


@click.command(
    "prove", help=_("Write proofs that events stand in the ledger, or that it grew from a checkpoint.")
)
@click.argument("what", metavar="POSITION|CODE", nargs=-1)
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("An older checkpoint: prove that the ledger only grew since."),
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help=_("Where to."))
@verb("ledger prove")
def prove(answer: Answer, home: str | None, *, what: tuple[str, ...], since: Path | None, out: Path) -> None:
    from ledger.proofs import signing
    from ledger.workspace.workspace import find

    if bool(what) == bool(since):
        raise click.UsageError(_("Name an event or a code, or an older checkpoint with --since."))
    workspace = find(home=home)
    with signing.tree_of(workspace) as tree:
        note = signing.sign_checkpoint(workspace, tree)
        out.mkdir(parents=True, exist_ok=True)
        if since is not None:
            written = [_grown(tree, note, since, out)]
        else:
            written = [_stands(tree, note, at, out) for at in _positions(workspace, " ".join(what))]
        size = tree.size
    data = ProofWritten([str(path) for path in written], size)
    text = _(
        "{count} proofs written to {folder}. They are checked anywhere:"
        " jejak ledger verify-proof FILE --key KEY"
    )
    answer.result(data, lambda: text.format(count=count(len(written)), folder=str(out)))


def _grown(tree: LedgerTree, note: str, since: Path, out: Path) -> Path:
    """Writes the proof that the ledger grew from an older checkpoint."""
    from ledger.proofs import files
    from ledger.proofs.merkle_proofs import consistency

    old_note = read(since)
    old = checkpoint_of(since, old_note)
    if not 0 < old.size <= tree.size or tree.root_at(old.size) != old.root:
        raise ProofRefused(
            reason("{path} is no checkpoint of this ledger.", path=str(since)),
            reason("Either it is of another ledger, or this one was changed: jejak ledger verify"),
        )
    path = out / f"{old.size}-{tree.size}.consistency-proof"
    proof = files.ConsistencyProof(old_note, tuple(consistency(tree, old.size, tree.size)), note)
    path.write_text(files.consistency_text(proof), encoding="utf-8", newline="\n")
    return path


def _stands(tree: LedgerTree, note: str, position: int, out: Path) -> Path:
    """Writes the proof that the event at a position stands in the ledger."""
    from ledger.proofs import files

    proof = files.prove(tree, position, note)
    if proof is None:
        raise EnvironmentFault(
            reason("There is no event {position}.", position=position),
            reason("The ledger holds {count} events.", count=tree.size),
        )
    path = out / files.name_of(position)
    path.write_text(files.inclusion_text(proof), encoding="utf-8", newline="\n")
    return path


def _positions(workspace: Workspace, what: str) -> list[int]:
    """The positions that a word means: one event, or all of an innovation, idea, lab or person."""
    from contextlib import closing

    from projections.queries.find import recorded
    from projections.read_session import open_session

    if what.isascii() and what.isdecimal() and len(what) < 19:
        return [int(what)]
    with closing(open_session(workspace)) as session:
        stream = recorded(session, what)
        return [row.position for row in session.store.rows(stream, session.position)]


@click.command("witness", help=_("Sign somebody else's checkpoint: it was seen on this day."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--key",
    "key_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help=_("The key of the witness; made where there is none."),
)
@click.option("--name", metavar="NAME", help=_("The name of the witness, without spaces, for a new key."))
@verb("ledger witness")
def witness(answer: Answer, home: str | None, *, file: Path, key_file: Path, name: str | None) -> None:
    from ledger.proofs import signing
    from ledger.proofs.signed_note import WITNESS, NoteError, cosign, new_key

    note = read(file)
    checkpoint_of(file, note)
    if not key_file.exists() and name:
        try:
            made = new_key(name)
        except NoteError as error:
            raise click.UsageError(_("A name of a key holds no spaces and no plus sign.")) from error
        key_file.write_text(f"{made}\n", encoding="utf-8", newline="\n")
        key_file.chmod(0o600)
    used = signing.key_of(key_file)
    _require_later(note, used, now := int(time.time()))
    file.write_text(cosign(note, used, now), encoding="utf-8", newline="\n")
    data = Cosigned(str(file), str(used.verifier(WITNESS)))
    text = _("Signed as a witness: {file}.\nPublic key, to give away:\n  {verifier}")
    answer.result(data, lambda: text.format(file=data.file, verifier=data.verifier))


def _require_later(note: str, key: SigningKey, now: int) -> None:
    """Raises EnvironmentFault where the witness signed this checkpoint later than it is now."""
    from ledger.proofs.signed_note import WITNESS, NoteError, parse, verified

    try:
        before = verified(parse(note), key.verifier(WITNESS))
    except NoteError:
        return
    if before is not None and before > now:
        raise EnvironmentFault(
            reason("The clock of this computer is behind: this witness signed at a later time already."),
            reason("Set the clock right, then sign again."),
        )


def read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeError) as error:
        raise EnvironmentFault(
            reason("{path} cannot be read.", path=str(path)), reason("Check the name and the rights.")
        ) from error


def checkpoint_of(path: Path, note: str) -> Checkpoint:
    from ledger.proofs.signed_note import NoteError, parse

    try:
        return read_checkpoint(parse(note).text)
    except NoteError as error:
        raise ProofRefused(
            reason("{path} is no checkpoint.", path=str(path)),
            reason("Take the file that jejak ledger checkpoint --out wrote."),
        ) from error
