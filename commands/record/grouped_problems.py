"""Errors on the screen: those of one kind together, with their remedy once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from domain.base import Reason, reason
from jejak_i18n import sentence

if TYPE_CHECKING:
    from importers.problems import Problem

ALIKE = 4
"""So many errors of one kind with one remedy are told together."""


def tell_grouped(answer: Answer, problems: list[Problem]) -> None:
    """Each error with its cell; the remedy below it, or below the last of many that share it."""
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        kind = (*_texts(problem.what), sentence(problem.remedy))
        groups.setdefault(kind, []).append(problem)
    told = set()
    for problem in problems:
        kind = (*_texts(problem.what), sentence(problem.remedy))
        if answer.as_json or len(groups[kind]) < ALIKE:
            answer.problem(problem.what, where=str(problem.cell), remedy=problem.remedy)
        elif kind not in told:
            told.add(kind)
            _tell_group(answer, groups[kind])


def _tell_group(answer: Answer, problems: list[Problem]) -> None:
    for problem in problems[:-1]:
        answer.problem(problem.what, where=str(problem.cell))
    last = problems[-1]
    remedy = reason("For these {count}: {remedy}", count=count(len(problems)), remedy=last.remedy)
    answer.problem(last.what, where=str(last.cell), remedy=remedy)


def _texts(why: Reason) -> list[str]:
    """The msgids of a reason and of the reasons inside it: what it says but for the values."""
    inner = [text for value in why.values.values() if isinstance(value, Reason) for text in _texts(value)]
    return [why.text, *inner]
