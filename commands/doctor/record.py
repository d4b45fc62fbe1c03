"""Checks of what is recorded: guards, proofs, views, evidence files, rulebooks, templates."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from commands.admin.backup import FILE_REMEDY
from commands.doctor.model import Outcome, Subject, failed, ok, several, warning
from domain.base import Reason, reason
from ledger.errors import ClosedLedgerError

if TYPE_CHECKING:
    from projections.maintenance.evidence_check import EvidenceCheck

REINSTALL = reason("Install Jejak again: a file of the program was changed.")


def ledger(subject: Subject) -> Outcome:
    """The ledger opens, and is open to writing."""
    with closing(subject.workspace.store()) as store:
        head, gone = store.head(), store.closed_by()
    if gone:
        error = ClosedLedgerError(gone)
        return warning(error.why, error.remedy)
    told = {"count": Decimal(head.position)}
    if url := subject.workspace.database_url:
        from ledger.admin import database_check

        found = database_check.check(url)
        return ok(
            reason(
                "The ledger opens on PostgreSQL {server}: {count} events; your role is {role}.",
                **told,
                server=found.server,
                role=found.role,
            )
        )
    return ok(reason("The ledger opens: {count} events.", **told))


def guards(subject: Subject) -> Outcome:
    """The triggers of the database are those of this release."""
    from ledger.admin import guards as checking

    place = subject.workspace.place
    # SQLite would make an empty file in the place of a missing one.
    with closing(subject.workspace.store()):
        found = checking.faults(place)
    if found:
        remedy = (
            reason("The owner of the database mends it: jejak database migrate, then jejak ledger verify")
            if subject.workspace.database_url
            else reason("Run: jejak ledger verify; then ask who changed the file, and restore a backup.")
        )
        return several(found, remedy)
    return ok(reason("The guards of the database are all there and unchanged."))


def proofs(subject: Subject) -> Outcome:
    """There is a key, and the ledger continues the last checkpoint that it signed."""
    from ledger.proofs import signing

    workspace = subject.workspace
    if not (workspace.home / signing.KEY).exists():
        return warning(
            reason("There is no key: outsiders cannot check this ledger."),
            reason("Make one: jejak ledger key"),
        )
    last = signing.require_continued(workspace)
    if last is None:
        return warning(
            reason("The key has signed no checkpoint yet."), reason("Sign one: jejak ledger checkpoint")
        )
    return ok(reason("The ledger continues the checkpoint of {count} events.", count=Decimal(last.size)))


def views(subject: Subject) -> Outcome:
    """The views are of this release and up to date."""
    from commands.admin.projection_status import status_of

    found = status_of(subject.workspace)
    stopped = [one.fault for one in found.views if one.fault]
    if stopped:
        first = stopped[0]
        what = reason(
            "The view {view} stopped at event {position}.", view=first.view, position=first.position
        )
        return failed(what, reason("See why: jejak projections status"))
    behind = max((one.lag for one in found.views if one.lag is not None), default=0)
    if found.generation is None or found.usable is not True:
        return warning(
            reason("There are no views of this release yet."),
            reason("The next reading command builds them; or at once: jejak projections rebuild"),
        )
    if behind:
        return warning(
            reason("The views are {count} events behind the ledger.", count=Decimal(behind)),
            reason("The next reading command catches up, where it may write."),
        )
    return ok(
        reason(
            "{count} views, all at position {position}.",
            count=Decimal(len(found.views)),
            position=Decimal(found.ledger_position),
        )
    )


def evidence(subject: Subject) -> Outcome:
    """The evidence files that events name are there; with `--full` they are whole, too."""
    from projections.maintenance import evidence_check

    workspace = subject.workspace
    if not subject.full:
        with closing(workspace.store()) as store:
            wanted = evidence_check.named_files(store)
        missing = [
            evidence_check.missing(sha256, events)
            for sha256, events in sorted(wanted.items())
            if not workspace.evidence.has(sha256)
        ]
        if missing:
            return several(missing, FILE_REMEDY)
        text = reason("{count} evidence files, all there; their bytes: --full", count=Decimal(len(wanted)))
        return ok(text)
    return _whole(evidence_check.check(workspace))


def _whole(found: EvidenceCheck) -> Outcome:
    from projections.maintenance import evidence_check

    bad = [one for one in found.faults if one.kind != "orphaned"]
    if bad:
        told = {"missing": evidence_check.missing, "altered": evidence_check.altered}
        return several([told[one.kind](one.sha256, one.events or [0]) for one in bad], FILE_REMEDY)
    if found.faults:
        stray = reason(
            "{count} files in the folder evidence are named by no event.", count=Decimal(len(found.faults))
        )
        return warning(stray, reason("See which: jejak evidence check"))
    return ok(reason("{count} evidence files, all there and unchanged.", count=Decimal(found.files)))


def rulebooks(subject: Subject) -> Outcome:
    """Released rulebooks are as they were released; those that a region added are there and valid."""
    from projections.eligibility import known_rulebooks
    from schemas import loader

    changed = loader.changed_rulebooks()
    if changed:
        return several(
            [reason("The released rulebook {name} was changed.", name=one) for one in changed], REINSTALL
        )
    workspace = subject.workspace
    with closing(workspace.store()) as store:
        added = [one for prefix in store.regions() for one in known_rulebooks.added(store, prefix[:-1])]
    for sha256 in added:
        loader.read_rulebook(known_rulebooks.kept_bytes(workspace.evidence, sha256))
    return ok(
        reason(
            "{count} rulebooks as they were released, {own} of the region's own.",
            count=Decimal(len(loader.rulebook_ids())),
            own=Decimal(len(added)),
        )
    )


def templates(subject: Subject) -> Outcome:
    """Our templates open; the letterhead, and the templates that the call names, can be used."""
    from domain.streams import prefix
    from exporters.word.template_file import require_template
    from exporters.word.template_refused import TemplateRefusedError
    from jejak.stationery import stationery_of

    ours = sorted(
        (one for one in files("exporters.templates").iterdir() if one.name.endswith(".docx")),
        key=lambda one: one.name,
    )
    for one in ours:
        try:
            require_template(one.read_bytes())
        except TemplateRefusedError:
            return failed(reason("Our template {name} is damaged.", name=one.name), REINSTALL)
    workspace = subject.workspace
    if workspace.region:
        stationery_of(workspace, prefix(workspace.region), "")
    findings = [found for award, path in subject.templates for found in _own(award, path)]
    if findings:
        return several(findings, reason("See more: jejak dossier template check FILE.docx --award AWARD"))
    what = {"count": Decimal(len(ours)), "own": Decimal(len(subject.templates))}
    if workspace.letterhead:
        return ok(
            reason("{count} templates of ours, {own} of your own, and the letterhead can be used.", **what)
        )
    return ok(reason("{count} templates of ours and {own} of your own can be used.", **what))


def _own(award: str, path: Path) -> list[Reason]:
    from commands.competition.template_refusal import refusal
    from exporters.word import template_check, template_file
    from exporters.word.template_refused import TemplateRefusedError

    try:
        found = template_check.check(template_file.read_template(path), award)
    except TemplateRefusedError as error:
        return [refusal(path.name, error).what]
    if found.refused is not None:
        return [refusal(path.name, found.refused).what]
    return [
        reason("{file} uses the name {name}, which does not exist.", file=path.name, name=one.name)
        for one in found.unknown
    ]
