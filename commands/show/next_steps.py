"""lab next, idea next and innovation next: what lacks for the next step, and whose turn it is."""

from __future__ import annotations

import click

from commands.common.output import Answer, reading_session, time_options, verb
from commands.show.catalogue import show
from commands.show.history import short_day
from domain.sheets.registry import SHEET_OF
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from projections.eligibility.other_sheets import way_to_all
from projections.queries.next_steps import Lacking, NextSteps
from projections.queries.next_steps_text import coming, few, lacking_text


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
    lines = [f"{found.of}  {found.title}", f"  {coming(found)}"]
    if found.paused is not None:
        why = found.paused.rstrip(". ") or _("the reason is not known")
        lines.append(
            "  " + _("Paused since {day}: {reason}.").format(day=short_day(found.paused_on), reason=why)
        )
        sheet = SHEET_OF["lab.pause"]
        lines.append("    " + _("Say when it goes on in sheet {sheet}.").format(sheet=sheet))
    if found.open_ideas:
        named = few(found.open_ideas)
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
    if way := way_to_all(lines):
        lines.append("  " + sentence(way))
    return "\n".join(lines)


def _lacking_lines(one: Lacking, titles: dict[str, str] | None = None) -> list[str]:
    told = lacking_text(one, titles)
    return [f"  - {told.said}", f"    {told.turn}", *(f"      {line}" for line in told.named)]
