"""What a void takes out, told before anything is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from commands.record.refusals import sentences_of
from domain.base import AnySourcedFact, reason
from domain.streams import code
from jejak_i18n import gettext as _
from ledger.write import integrity

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from ledger.write.decision import Decision

TOLD = 40
"""So many events the screen tells; all of them stand in `--json`."""


def void_with_dependants(decision: Decision, id_: str, why: str) -> None:
    """Voids an action or command, and the actions of all that could not stand without it.

    Raises Refused where one of them cannot be voided.
    """
    decision.void(id_, why)
    while found := integrity.new_violations(decision.unit_of_work):
        for action in dict.fromkeys(one.fact.action for one in found):
            decision.void(action, why)


def taken_out(decision: Decision) -> list[tuple[str, AnySourcedFact]]:
    """The facts that stood before the void and no longer do, newest first."""
    work = decision.unit_of_work
    base, found = work.base(), []
    for stream in work.touched():
        left = {fact.version for fact in work.facts(stream)}
        found += [(stream, fact) for fact in base.facts(stream) if fact.version not in left]
    return sorted(found, key=lambda one: -one[1].position)


def tell_taken_out(answer: Answer, workspace: Workspace, found: list[tuple[str, AnySourcedFact]]) -> None:
    """What would be voided, each event with its sentence."""
    answer.message(_("Would be voided, {count} events, newest first:").format(count=count(len(found))))
    shown = found if answer.as_json else found[:TOLD]
    for (stream, fact), text in zip(shown, sentences_of(workspace, shown), strict=True):
        what = reason("{code}: {sentence}", code=code(stream), sentence=text)
        answer.problem(what, where=str(fact.position), level="info")
    if len(found) > len(shown):
        left = count(len(found) - len(shown))
        answer.message(_("  … and {count} more (all of them: --json)").format(count=left))
