"""eligibility replay: recorded verdicts computed again, and what changed them."""

from __future__ import annotations

from typing import Any

import click

from commands.common.output import Answer, count, day, reading_session, verb
from commands.eligibility import text as words
from commands.eligibility.options import stream_of
from jejak_i18n import gettext as _

Json = dict[str, Any]


@click.command("replay", help=_("Compute recorded verdicts again, and say what changed them."))
@click.argument("code", nargs=-1, required=True)
@click.option("--award", metavar="AWARD", help=_("Only of this award."))
@click.option("--year", type=int, help=_("Only of this year."))
@verb("eligibility replay")
def replay(
    answer: Answer, home: str | None, *, code: tuple[str, ...], award: str | None, year: int | None
) -> None:
    from projections.eligibility import verdicts

    with reading_session(answer, home) as session:
        stream = stream_of(session, code)
        found = verdicts.replay(session, stream, award, year)
        data = {"items": [_replayed(one) for one in found]}
    status = 0 if all(item["repeated"] for item in data["items"]) else 1
    answer.result(data, lambda: _replay_text(data), status=status)


def _replayed(one: Any) -> Json:
    body = one.recorded
    return {
        "event": one.position,
        "award": body.award,
        "year": body.year,
        "group": body.group,
        "rulebook": body.rulebook,
        "position": body.position,
        "day": body.day,
        "outcome": body.outcome,
        "repeated": one.repeated,
        "now": one.now.outcome,
        "moved": [
            {"rule": m.rule, "before": m.before, "after": m.after, "events": m.events, "sentence": m.sentence}
            for m in one.moved
        ],
        "rules": [{"path": c.path, "before": c.before, "after": c.after} for c in one.rules],
    }


def _replay_text(data: Json) -> str:
    if not data["items"]:
        return _("No verdict is recorded. Record one: jejak eligibility show CODE … --record")
    lines = []
    for item in data["items"]:
        told = _("{edition}, recorded at position {position} ({day}): {outcome}.")
        lines.append(
            told.format(
                edition=words.edition(item),
                position=count(item["position"]),
                day=day(item["day"]),
                outcome=words.outcome(item["outcome"]),
            )
        )
        same = _("Computed again: the same.") if item["repeated"] else _("Computed again: NOT the same.")
        lines += [f"  {same}", "  " + _("Now: {outcome}.").format(outcome=words.outcome(item["now"]))]
        lines += [_moved(one) for one in item["moved"]]
        lines += ["    " + _("rule {path}: {before} → {after}").format(**change) for change in item["rules"]]
    return "\n".join(lines)


def _moved(one: Json) -> str:
    numbers = ", ".join(map(str, one["events"])) or "–"
    told = words.sentence_text(one["sentence"]) if one["sentence"] else one["rule"]
    return "    " + _("{told} (events {numbers})").format(told=told, numbers=numbers)
