"""ledger key, checkpoint, prove, witness and verify-proof: proofs that an outsider can check."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
from msgspec import Struct
from msgspec.structs import replace

from commands.common.new_file import require_new
from commands.common.output import Answer, count, verb
from commands.common.pdf_option import PDF, pdf_beside, require_office, with_pdf
from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from ledger.errors import EnvironmentFault, LedgerError
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint

if TYPE_CHECKING:
    from ledger.codec import Row
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


class ProofReport(Struct, frozen=True):
    """The answer of `ledger verify-proof`: what a file proves, and which of the keys named signed it."""

    file: str
    kind: str
    origin: str
    events: int
    position: int | None
    stream: str | None
    type: str | None
    recorded_at: str | None
    since: int | None
    root: str | None
    """The root of the proof tree over the events, where the file names one alone."""
    signed_by: list[str]


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
        "Signed: {events} events.\n\n{note}\nKeep it outside this office, with the public key:\n  {verifier}"
    )
    answer.result(data, lambda: lines.format(events=count(data.events), note=note, verifier=data.verifier))


def _printed(
    workspace: Workspace, data: CheckpointSigned, recorded_at: str, page: Path, *, pdf: bool
) -> list[str]:
    """Writes the page, and its PDF; gives their paths."""
    from exporters.dossier.formatting import date
    from exporters.word.checkpoint_page import CheckpointPage, checkpoint_page
    from ledger import clock
    from schemas.regions import region

    official = region(workspace.region)
    made = CheckpointPage(
        region=official["name"] if official else workspace.region,
        workspace=workspace.home.name,
        origin=data.origin,
        events=data.events,
        root=data.root,
        day=f"{date(clock.day_in(recorded_at, workspace.zone).isoformat())} ({recorded_at})",
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


class _Proven(NamedTuple):
    """What a file proves by itself, and the notes that must bear the signatures."""

    kind: str
    origin: str
    events: int
    notes: list[str]
    row: Row | None = None
    since: int | None = None
    root: str | None = None


@click.command(
    "verify-proof", help=_("Check a proof, a checkpoint or an export by itself, without a workspace.")
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key", "keys", metavar="KEY", multiple=True, help=_("A public key that must have signed."))
@verb("ledger verify-proof")
def verify_proof(answer: Answer, home: str | None, *, file: Path, keys: tuple[str, ...]) -> None:
    from ledger.admin.extract import ExtractError
    from ledger.proofs.merkle_proofs import ProofError
    from ledger.proofs.signed_note import NoteError, parse, read_verifier_key, verified

    try:
        wanted = [read_verifier_key(one) for one in keys]
    except NoteError as error:
        raise click.UsageError(_("A public key is one line: name+digits+letters.")) from error
    try:
        found = _proven(file)
        signed = [
            one.name
            for one in wanted
            if found.notes and all(verified(parse(note), one) is not None for note in found.notes)
        ]
    except ExtractError as error:
        raise ProofRefused(error.why, error.remedy) from error
    except (NoteError, ProofError) as error:
        raise ProofRefused(
            reason("{file} proves nothing: {why}.", file=file.name, why=sentence(Reason(str(error)))),
            reason("Ask for the file again; if it is the same, what it speaks of was changed."),
        ) from error
    if len(signed) < len(wanted):
        missing = ", ".join(one.name for one in wanted if one.name not in signed)
        raise ProofRefused(
            reason("{file} is not signed by {names}.", file=file.name, names=missing),
            reason("Check whose key it is, or ask for the signed file."),
        )
    data = ProofReport(
        file=str(file),
        kind=found.kind,
        origin=found.origin,
        events=found.events,
        position=found.row.position if found.row else None,
        stream=found.row.stream if found.row else None,
        type=found.row.topic if found.row else None,
        recorded_at=found.row.recorded_at if found.row else None,
        since=found.since,
        root=found.root,
        signed_by=signed,
    )
    answer.result(data, lambda: _report(data, signed_at_all=bool(found.notes)))


def _proven(file: Path) -> _Proven:
    """Raises ProofError, NoteError or ExtractError for a file that proves nothing."""
    from ledger.admin import extract, extract_check
    from ledger.proofs import files
    from ledger.proofs.signed_note import parse

    if extract.is_extract(file):
        source = extract.FileSource(file)
        extract_check.check(source)
        header = source.header
        notes = [header.checkpoint] if header.checkpoint else []
        return _Proven("export", header.origin, header.last, notes, since=header.first - 1, root=header.root)
    text = read(file)
    if text.startswith(files.INCLUSION):
        proof = files.read_inclusion(text)
        held = files.check_inclusion(proof)
        return _Proven("inclusion", held.origin, held.size, [proof.note], row=proof.row)
    if text.startswith(files.CONSISTENCY):
        grown = files.read_consistency(text)
        old, held = files.check_consistency(grown)
        return _Proven("consistency", held.origin, held.size, [grown.old_note, grown.note], since=old.size)
    held = read_checkpoint(parse(text).text)
    return _Proven("checkpoint", held.origin, held.size, [text], root=held.root.hex())


def _report(data: ProofReport, *, signed_at_all: bool) -> str:
    if data.kind == "inclusion":
        text = _("Event {position} ({type}, recorded {at}) stands in {origin} of {events} events.")
        said = text.format(
            position=data.position,
            type=data.type,
            at=data.recorded_at,
            origin=data.origin,
            events=count(data.events),
        )
    elif data.kind == "consistency":
        text = _("{origin} only grew: from {since} to {events} events.")
        said = text.format(origin=data.origin, since=count(data.since or 0), events=count(data.events))
    elif data.kind == "export":
        text = _(
            "Export of {origin}: events {first} to {last} follow each other and lead to the root\n  {root}"
        )
        said = text.format(
            origin=data.origin,
            first=count((data.since or 0) + 1),
            last=count(data.events),
            root=data.root,
        )
    else:
        said = _("Checkpoint of {origin}: {events} events.").format(
            origin=data.origin, events=count(data.events)
        )
    if data.signed_by:
        return f"{said}\n" + _("Signed by: {names}.").format(names=", ".join(data.signed_by))
    if not signed_at_all:
        return f"{said}\n" + _("It bears no signed checkpoint: compare the root with one kept elsewhere.")
    return f"{said}\n" + _("No signature was checked: name the public key with --key.")


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
