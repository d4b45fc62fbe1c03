"""What is said when a correction or a void would break what depends on it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import NoReturn

from commands.common.output import Answer
from domain.base import AnySourcedFact, reason
from jejak_i18n import sentence
from ledger.workspace.workspace import Workspace
from ledger.write import integrity
from ledger.write.called import called
from ledger.write.command_handler import IntegrityViolations
from ledger.write.unit_of_work import UnitOfWork


def print_refusal(answer: Answer, workspace: Workspace, problems: IntegrityViolations) -> NoReturn:
    """A refusal: of a correction what it would break, of a void all that depends on it, newest first."""
    if _corrects(problems):
        for one in problems.violations:
            answer.problem(one.why, where=str(one.fact.position))
        answer.problem(
            reason("Nothing was recorded."), remedy=reason("Give a value that holds, or void the action.")
        )
        answer.fail(4)
    _print_dependants(answer, workspace, problems.decision.unit_of_work)
    answer.problem(
        reason("Nothing was recorded."),
        remedy=reason("Void these actions first, newest first, or all of them with it: --with-dependants"),
    )
    answer.fail(4)


def _corrects(problems: IntegrityViolations) -> bool:
    """True when the refused change corrects a fact rather than voiding one."""
    return all(row.topic.startswith("fact.corrected/") for row in problems.decision.unit_of_work.pending)


def _print_dependants(answer: Answer, workspace: Workspace, unit_of_work: UnitOfWork) -> None:
    found = integrity.dependants(unit_of_work)
    answer.problem(reason("Refused: {count} events depend on it. Newest first:", count=len(found)))
    texts = sentences_of(workspace, [(one.stream, one.fact) for one in found])
    for one, text in zip(found, texts, strict=True):
        answer.problem(
            reason(
                "{code}: {sentence} {why} Action {action}.",
                code=called(unit_of_work, one.stream),
                sentence=text,
                why=sentence(one.why),
                action=one.fact.action,
            ),
            where=str(one.fact.position),
        )


def sentences_of(workspace: Workspace, found: Sequence[tuple[str, AnySourcedFact]]) -> list[str]:
    """What the facts say, with the names that the views know."""
    from projections.read_session import open_session
    from projections.timeline.event_text import describe
    from projections.timeline.stream_names import StreamNames

    with closing(open_session(workspace)) as session:
        names = StreamNames(session)
        return [sentence(describe(fact, stream, names)) for stream, fact in found]
