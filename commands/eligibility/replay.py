"""eligibility replay: recorded verdicts computed again, and what changed them."""

from __future__ import annotations

import click

from commands.common.output import Answer, count, day, reading_session, verb
from commands.competition import choices
from commands.competition.rulebook_text import value_text
from commands.eligibility.text import outcome_text, sentence_text
from domain.streams import code as code_of
from domain.streams import region_of
from jejak_i18n import gettext as _
from jejak_i18n.verdicts import edition_name
from projections.eligibility import rulebooks
from projections.eligibility.answers import MovedRule, ReplayItem, ReplayList, RuleChange
from projections.eligibility.replay import replay as replayed
from projections.queries import find


@click.command("replay", help=_("Compute recorded verdicts again, and say what changed them."))
@click.argument("code", nargs=-1, required=True)
@click.option("--award", metavar="AWARD", help=_("Only of this award."))
@click.option("--year", type=int, help=_("Only of this year."))
@verb("eligibility replay")
def replay(
    answer: Answer, home: str | None, *, code: tuple[str, ...], award: str | None, year: int | None
) -> None:
    with reading_session(answer, home) as session:
        stream = find.innovation_of(session, " ".join(code))
        known = rulebooks.known_to(session, region_of(stream))
        found = replayed(session, stream, award and choices.award(known, award), year)
    status = 0 if all(item.repeated for item in found.items) else 1
    answer.result(found, lambda: _text(found, code_of(stream)), status=status)


def _text(found: ReplayList, code: str) -> str:
    if not found.items:
        text = _("No verdict is recorded. Record one: jejak eligibility show {code} … --record")
        return text.format(code=code)
    return "\n".join(line for item in found.items for line in _item_lines(item))


def _item_lines(item: ReplayItem) -> list[str]:
    recorded = _("{edition}, recorded at position {position} ({day}): {outcome}.").format(
        edition=edition_name(item),
        position=count(item.position),
        day=day(item.day),
        outcome=outcome_text(item.outcome),
    )
    again = _("Computed again: the same.") if item.repeated else _("Computed again: NOT the same.")
    now = _("Now: {outcome}.").format(outcome=outcome_text(item.now))
    moved = [_moved_line(one) for one in item.moved]
    return [recorded, f"  {again}", f"  {now}", *moved, *map(_change_line, item.rules)]


def _moved_line(one: MovedRule) -> str:
    numbers = ", ".join(map(str, one.events)) or "–"
    sentence = sentence_text(one.sentence) if one.sentence else one.rule
    return "    " + _("{told} (events {numbers})").format(told=sentence, numbers=numbers)


def _change_line(change: RuleChange) -> str:
    text = _("rule {path}: {before} → {after}")
    before, after = value_text(change.before, change.path), value_text(change.after, change.path)
    return "    " + text.format(path=change.path, before=before, after=after)
