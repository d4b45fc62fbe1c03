"""lab next, idea next and innovation next: what lacks for the next step, and whose turn it is."""

from __future__ import annotations

import click

from commands.common.output import Answer, count, reading_session, time_options, verb
from commands.show.catalogue import show
from commands.show.history import short_day
from domain.base import Reason
from domain.process_rules import BY_CODE
from domain.sheets.registry import SHEET_OF
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from projections.queries.next_steps import Lacking, NextSteps

NAMED = 5
"""Ideas or innovations that a line names; the others are counted."""


@click.command("next", help=_("What lacks for the next step of a lab, and whose turn it is."))
@click.argument("slug")
@time_options
@verb("lab next")
def lab_next(answer: Answer, home: str | None, *, slug: str, as_of: str | None, known_at: str | None) -> None:
    from projections.queries import find, next_steps

    with reading_session(answer, home, as_of, known_at) as session:
        found = next_steps.lab_next(session, find.lab_of(session, slug))
    answer.result(found, lambda: text(found))


@click.group("idea", help=_("Ideas on their way to design."))
def idea() -> None:
    pass


@idea.command("next", help=_("What lacks before an idea is taken into design, and whose turn it is."))
@click.argument("code", nargs=-1, required=True)
@time_options
@verb("idea next")
def idea_next(
    answer: Answer, home: str | None, *, code: tuple[str, ...], as_of: str | None, known_at: str | None
) -> None:
    from projections.queries import find, next_steps

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        found = next_steps.idea_next(session, find.idea_of(session, " ".join(code)))
    answer.result(found, lambda: text(found))


@click.group("innovation", help=_("Innovations on their way through the lab."))
def innovation() -> None:
    pass


# The same verb under the other name that people look for it by.
innovation.add_command(show)


@innovation.command("next", help=_("What lacks for the next step of an innovation, and whose turn it is."))
@click.argument("code", nargs=-1, required=True)
@time_options
@verb("innovation next")
def innovation_next(
    answer: Answer, home: str | None, *, code: tuple[str, ...], as_of: str | None, known_at: str | None
) -> None:
    from projections.queries import find, next_steps

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        found = next_steps.innovation_next(session, find.innovation_of(session, " ".join(code)))
    answer.result(found, lambda: text(found))


def text(found: NextSteps) -> str:
    """What comes next, what lacks before it with whose turn it is, then what lacks for later."""
    lines = [f"{found.of}  {found.title}", f"  {_coming(found)}"]
    if found.paused is not None:
        why = found.paused.rstrip(". ") or _("the reason is not known")
        lines.append(
            "  " + _("Paused since {day}: {reason}.").format(day=short_day(found.paused_on), reason=why)
        )
        sheet = SHEET_OF["lab.pause"]
        lines.append("    " + _("Say when it goes on in sheet {sheet}.").format(sheet=sheet))
    if found.open_ideas:
        named = _few(found.open_ideas)
        lines.append("  " + _("Ideas that are neither designed nor ended: {codes}.").format(codes=named))
    if found.lab is None:
        lines.append("  " + _("It belongs to no lab: no rule of a lab's process asks anything of it."))
    for one in found.now:
        lines += _lacking_lines(one, found.titles)
    if found.next and found.lab and not found.now:
        lines.append("  " + _("Nothing lacks for it."))
    if found.later:
        lines.append("  " + _("Later:"))
        for one in found.later:
            lines += _lacking_lines(one)
    if found.left_holders:
        holders = "; ".join(found.left_holders)
        lines.append("  " + _("Holders who left the service: {posts}.").format(posts=holders))
        sheet = SHEET_OF["innovation.hand_over"]
        lines.append("    " + _("Say who takes over in sheet {sheet}.").format(sheet=sheet))
    if found.unrecorded:
        names = ", ".join(labels.label_for_terminal("stage", stage) for stage in found.unrecorded)
        lines.append("  " + _("Stages without a record: {stages}.").format(stages=names))
    for code in found.set_aside:
        rule = labels.label_for_terminal("process_rule", code)
        lines.append("  " + _("Set aside by the round: {rule}.").format(rule=rule))
    return "\n".join(lines)


def _coming(found: NextSteps) -> str:
    if found.goes_on_in:
        return _("Goes on as {code}.").format(code=found.goes_on_in)
    if found.next is None:
        return _("Nothing comes next: its way has ended.")
    sheet = SHEET_OF[found.next]
    if found.stage:
        stage = labels.label_for_terminal("stage", found.stage)
        return _("Next: stage {stage} (sheet {sheet}).").format(stage=stage, sheet=sheet)
    return _("Next: sheet {sheet}.").format(sheet=sheet)


def _few(codes: list[str]) -> str:
    """The first codes, and how many more."""
    more = len(codes) - NAMED
    named = ", ".join(codes[:NAMED])
    return named if more <= 0 else _("{named} and {count} more").format(named=named, count=count(more))


def _lacking_lines(one: Lacking, titles: dict[str, str] | None = None) -> list[str]:
    said = sentence(Reason(BY_CODE[one.rule].lacks))
    if one.days:
        said = f"{said.rstrip('.')} ({_few([short_day(day) for day in one.days])})."
    must = _("required") if one.refuses else _("advised")
    turn = _("{must}; turn of: {actor}; sheet {sheet}").format(
        must=must, actor=one.actor, sheet=SHEET_OF[one.fulfilled_by]
    )
    return [f"  - {said}", f"    {turn}", *_named_lines(one.codes, titles or {})]


def _named_lines(codes: list[str], titles: dict[str, str]) -> list[str]:
    """The first codes with what they are called, and how many more."""
    lines = [f"      {code}  {titles.get(code, '')}".rstrip() for code in codes[:NAMED]]
    if (more := len(codes) - NAMED) > 0:
        lines.append("      " + _("and {count} more").format(count=count(more)))
    return lines
