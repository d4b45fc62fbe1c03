"""What is said when a correction or a void would break what depends on it."""

from __future__ import annotations

from contextlib import closing
from typing import Any, NoReturn

from commands.common.output import Answer
from domain.base import reason
from jejak_i18n import sentence


def print_refusal(answer: Answer, workspace: Any, problems: Any) -> NoReturn:
    """A refusal: of a correction what it would break, of a void all that depends on it, newest first."""
    if _corrects(problems):
        for one in problems.violations:
            answer.problem(one.why, where=str(one.fact.position))
        answer.problem(
            reason("Nothing was recorded."), remedy=reason("Give a value that holds, or void the action.")
        )
        answer.fail(4)
    _print_dependants(answer, workspace, problems.decision.unit_of_work)
    answer.problem(reason("Nothing was recorded."), remedy=reason("Void these actions first, newest first."))
    answer.fail(4)


def _corrects(problems: Any) -> bool:
    """True when the refused change corrects a fact rather than voiding one."""
    return all(row.topic.startswith("fact.corrected/") for row in problems.decision.unit_of_work.pending)


def _print_dependants(answer: Answer, workspace: Any, unit_of_work: Any) -> None:
    from domain.streams import code
    from ledger.write import integrity

    found = integrity.dependants(unit_of_work)
    answer.problem(reason("Refused: {count} events depend on it. Newest first:", count=len(found)))
    for one, told in zip(found, _sentences(workspace, found), strict=True):
        answer.problem(
            reason(
                "{code}: {told} {why} Action {action}.",
                code=code(one.stream),
                told=told,
                why=sentence(one.why),
                action=one.fact.action,
            ),
            where=str(one.fact.position),
        )


def _sentences(workspace: Any, found: list[Any]) -> list[str]:
    """What the facts say, with the names that the views know."""
    from projections.read_session import open_session
    from projections.timeline.event_text import describe
    from projections.timeline.stream_names import StreamNames

    with closing(open_session(workspace)) as session:
        names = StreamNames(session)
        return [sentence(describe(one.fact, one.stream, names)) for one in found]
