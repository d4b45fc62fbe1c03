"""ledger verify-proof: what a proof, a checkpoint or an export says, checked without a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
from msgspec import Struct

from commands.admin.proofs import ProofRefused, read
from commands.common.output import Answer, count, verb
from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from jejak_i18n.formatting import minute
from ledger.proofs.checkpoints import read_checkpoint

if TYPE_CHECKING:
    from ledger.codec import Row


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

    if file.is_dir():
        raise click.UsageError(_("{path} is a folder: name one file in it.").format(path=file))
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
        from ledger.workspace.workspace import zone_of

        text = _("Event {position} ({type}, recorded {at}) stands in {origin} of {events} events.")
        said = text.format(
            position=data.position,
            type=data.type,
            at=minute(data.recorded_at or "", zone_of(data.stream or "").key),
            origin=data.origin,
            events=count(data.events),
        )
    elif data.kind == "consistency":
        text = _("{origin} only grew: from {since} to {events} events.")
        said = text.format(origin=data.origin, since=count(data.since or 0), events=count(data.events))
    elif data.kind == "export" and data.since == data.events:
        said = _("Export of {origin}: nothing new after event {last}; its root is\n  {root}").format(
            origin=data.origin, last=count(data.events), root=data.root
        )
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
        said += "\n" + _("Root, as pages show it: {root}").format(root=data.root)
    if data.signed_by:
        return f"{said}\n" + _("Signed by: {names}.").format(names=", ".join(data.signed_by))
    if not signed_at_all:
        return f"{said}\n" + _("It bears no signed checkpoint: compare the root with one kept elsewhere.")
    return f"{said}\n" + _("No signature was checked: name the public key with --key.")
