"""What comes next and what lacks for it, in sentences."""

from __future__ import annotations

from domain.base import Reason
from domain.process_rules import BY_CODE
from domain.sheets.registry import SHEET_OF
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from jejak_i18n.formatting import count
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


def lacking_text(one: Lacking) -> tuple[str, str]:
    """What lacks, and whose turn it is with the sheet that says it."""
    said = sentence(Reason(BY_CODE[one.rule].lacks))
    if one.codes:
        said = f"{said.rstrip('.')} ({few(one.codes)})."
    must = _("required") if one.refuses else _("advised")
    turn = _("{must}; turn of: {actor}; sheet {sheet}").format(
        must=must, actor=one.actor, sheet=SHEET_OF[one.fulfilled_by]
    )
    return said, turn
