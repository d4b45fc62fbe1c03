"""ledger verify and ledger copy, and the group of their neighbours."""

from __future__ import annotations

import contextlib

import click
from msgspec import Struct

from commands.admin import ledger_export, ledger_merge, proofs, verify_proof
from commands.common.output import Answer, count, verb
from commands.common.written_value import Between
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence

PRINTED = 50
"""How many findings become messages; all of them stand in `--json`."""


class LedgerFinding(Struct, frozen=True):
    """What is wrong with an event, or with the ledger as a whole where there is no position."""

    position: int | None
    finding: str


class LedgerReport(Struct, frozen=True):
    """The answer of `ledger verify`; `root` is that of the proof tree."""

    events: int
    appends: int
    root: str
    findings: list[LedgerFinding]


@click.group("ledger", help=_("The ledger itself."))
def ledger() -> None:
    pass


for command in (
    proofs.key,
    proofs.checkpoint,
    proofs.prove,
    proofs.witness,
    verify_proof.verify_proof,
    ledger_export.export,
    ledger_merge.merge,
):
    ledger.add_command(command)


@ledger.command("verify", help=_("Check every event against the proof tree, and the rest against events."))
@click.option("--jobs", type=Between(1), default=1, help=_("How many processes check."))
@verb("ledger verify")
def verify(answer: Answer, home: str | None, *, jobs: int) -> None:
    from ledger.admin import verify as checking
    from ledger.factory import VAULT as VAULT_FILE
    from ledger.postgres import rights
    from ledger.postgres.rights import VAULT
    from ledger.workspace.workspace import find

    workspace = find(home=home)
    with contextlib.closing(workspace.store()) as store:
        standing = store.role().standing
        seen = standing is None or VAULT in rights.schemas(standing)
        # An auditor may have been given the ledger alone, without anybody's personal data.
        seen = seen and (workspace.database_url is not None or (workspace.home / VAULT_FILE).exists())
        verdict = checking.verify(store, jobs=jobs, vault=workspace.vault if seen else None)
    if not verdict.events:
        # A copy of the file without what stands beside it looks like this, and is far from clean.
        why = reason("The ledger is empty, though init records two events.")
        verdict = verdict._replace(findings=[*verdict.findings, (None, why)])
    findings = [LedgerFinding(position, sentence(why)) for position, why in verdict.findings]
    data = LedgerReport(verdict.events, verdict.appends, verdict.root, findings)
    for position, why in verdict.findings[:PRINTED]:
        answer.problem(why, where=str(position) if position is not None else None)
    answer.result(data, lambda: _report_text(data), status=1 if findings else 0)


def _report_text(data: LedgerReport) -> str:
    if data.findings:
        text = _(
            "{count} findings in {events} events. Compare with a backup before anything else is recorded."
        )
    else:
        text = _("Clean: {events} events in {appends} appends, root {root}.")
    return text.format(
        count=count(len(data.findings)),
        events=count(data.events),
        appends=count(data.appends),
        root=data.root,
    )


@ledger.command(
    "copy",
    help=_(
        "Move a ledger to another database: FROM and TO are folders of workspaces or addresses"
        " (postgresql://user@host/database). FROM is then closed to writing."
    ),
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@verb("ledger copy")
def copy(answer: Answer, home: str | None, *, source: str, target: str) -> None:
    from commands.admin import ledger_copy

    ledger_copy.copy_ledger(answer, home, source, target)
