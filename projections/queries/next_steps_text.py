"""What comes next and what lacks for it, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from domain.base import Reason
from domain.process_rules import BY_CODE
from domain.sheets.registry import SHEET_OF
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from jejak_i18n.formatting import count, short_date
from projections.queries.next_steps import Lacking, NextSteps

NAMED = 5
"""Ideas or innovations that a line names; the others are counted."""


def coming(found: NextSteps) -> str:
    """The step that comes next, and its sheet."""
    if found.goes_on_in:
        return _("Goes on as {code}.").format(code=found.goes_on_in)
    if found.next is None:
        return _("Nothing comes next: its way has ended.")
    sheet = SHEET_OF[found.next]
    if found.stage:
        stage = labels.label_for_terminal("stage", found.stage)
        return _("Next: stage {stage} (sheet {sheet}).").format(stage=stage, sheet=sheet)
    return _("Next: sheet {sheet}.").format(sheet=sheet)


def few(codes: list[str]) -> str:
    """The first codes, and how many more."""
    more = len(codes) - NAMED
    named = ", ".join(codes[:NAMED])
    return named if more <= 0 else _("{named} and {count} more").format(named=named, count=count(more))


class LackingText(NamedTuple):
    """What lacks, whose turn it is with the sheet that says it, and of which ideas or innovations."""

    said: str
    turn: str
    named: list[str]


def lacking_text(one: Lacking, titles: Mapping[str, str] | None = None) -> LackingText:
    """One rule in words; `titles` are what the codes are called."""
    said = sentence(Reason(BY_CODE[one.rule].lacks))
    if one.days:
        said = f"{said.rstrip('.')} ({few([short_date(day) for day in one.days])})."
    must = _("required") if one.refuses else _("advised")
    turn = _("{must}; turn of: {actor}; sheet {sheet}").format(
        must=must, actor=one.actor, sheet=SHEET_OF[one.fulfilled_by]
    )
    return LackingText(said, turn, _named(one.codes, titles or {}))


def _named(codes: list[str], titles: Mapping[str, str]) -> list[str]:
    """The first codes with what they are called, and how many more."""
    lines = [f"{code}  {titles.get(code, '')}".rstrip() for code in codes[:NAMED]]
    if (more := len(codes) - NAMED) > 0:
        lines.append(_("and {count} more").format(count=count(more)))
    return lines
