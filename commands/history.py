"""history, replay and trace: an innovation's life, step by step, and who says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.shared import Answer, day, list_notes, listing, times, verb, views_of, write_list
from domain.base import reason
from messages import gettext as _
from messages import sentence


@click.command("history", help=_("Tell the life of an innovation or idea, ideas included."))
@click.argument("code", nargs=-1, required=True)
@listing
@times
@verb("history")
def history(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections import history as histories
    from projections.queries import find

    with views_of(answer, home, as_of, known_at) as views:
        stream = find.recorded(views, " ".join(code))
        entries = histories.history(views, stream)
        heading = _heading(views, stream)
    write_list(answer, xlsx, [_sheet(answer, heading, entries)])
    data = {"code": entries[0].code if entries else None, "entries": [_entry(one) for one in entries]}
    answer.result(data, lambda: "\n".join([heading, *(line for one in entries for line in _lines(one))]))


def _heading(views: Any, stream: str) -> str:
    from domain.streams import code
    from projections.queries.find import NotFoundError, stream_of
    from projections.queries.lineage import tree

    try:
        node = tree(views, stream_of(views, code(stream)))
    except NotFoundError:
        return _("{code} (voided)").format(code=code(stream))
    mark = f"  ({_('illustration')})" if node["illustrative"] else ""
    return f"{node['code']}  {node.get('acronym') or node['title']}{mark}"


def _entry(one: Any) -> dict[str, Any]:
    return {
        "event": one.position,
        "code": one.code,
        "type": one.type,
        "occurred": one.occurred,
        "occurred_now": one.occurred_now,
        "corrected": one.corrected,
        "recorded_at": one.recorded_at,
        "recorded_on": one.recorded_on,
        "sentence": sentence(one.sentence),
        "actor": one.actor,
        "sheet": one.sheet,
        "cell": one.cell,
        "action": one.action,
        "mark": one.mark,
        "voided": one.voided,
    }


def _lines(one: Any) -> list[str]:
    import textwrap

    when = short_day(one.occurred_now) if one.mark is None else ""
    said = sentence(one.sentence)
    if one.voided:
        said = _("(voided) {sentence}").format(sentence=said)
    if one.corrected:
        said = _("{sentence} (corrected, see below)").format(sentence=said)
    if one.mark:
        said += " " + _("Recorded {day}.").format(day=short_day(one.recorded_on))
    where = f"{one.sheet}!{one.cell}" if one.sheet and one.cell else ""
    tail = "  ".join(part for part in (where, one.actor) if part)
    wrapped = textwrap.wrap(said, 84) or [""]
    lines = [f"  {when:>17}  {wrapped[0]}", *(f"  {'':>17}  {line}" for line in wrapped[1:])]
    return [*lines, f"  {'':>17}  └ {one.code} · {_('event')} {one.position} · {tail}"]


def short_day(iso: str | None) -> str:
    """A date as histories show it: `12 Okt 2022`; an interval by its two ends."""
    if not iso:
        return _("date unknown")
    first, slash, last = iso.partition("/")
    return f"{_short(first)} – {_short(last)}" if slash else _short(first)


def _short(iso: str) -> str:
    months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    named = f"{months[int(parts[1]) - 1]} {parts[0]}"
    return named if len(parts) == 2 else f"{int(parts[2])} {named}"


def _sheet(answer: Answer, heading: str, entries: list[Any]) -> Any:
    from exporters.lists import Listed

    headings = [
        _("Date"),
        _("Event"),
        _("What"),
        _("Of"),
        _("Source cell"),
        _("Recorded by"),
        _("Recorded on"),
    ]
    rows = [
        [
            short_day(one.occurred_now),
            one.position,
            sentence(one.sentence)
            if not one.voided
            else _("(voided) {sentence}").format(sentence=sentence(one.sentence)),
            one.code,
            f"{one.sheet}!{one.cell}" if one.sheet and one.cell else "",
            one.actor,
            day(one.recorded_on),
        ]
        for one in entries
    ]
    return Listed(_("History"), heading, list_notes(answer), headings, rows)


@click.command(
    "replay", help=_("Step through a life in the order of recording, with what each step changed.")
)
@click.argument("code", nargs=-1, required=True)
@click.option("--until", metavar="POSITION|DAY", help=_("Stop after an event, or a day of recording."))
@times
@verb("replay")
def replay(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    until: str | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections import replay as replays
    from projections.queries import find

    with views_of(answer, home, as_of, known_at) as views:
        stream = find.recorded(views, " ".join(code))
        steps = replays.replay(views, stream, until=until)
        heading = _heading(views, stream)
    data = {
        "steps": [
            {
                **_entry(one.entry),
                "changes": {name: {"before": was, "after": now} for name, (was, now) in one.changes.items()},
            }
            for one in steps
        ]
    }
    answer.result(data, lambda: "\n".join([heading, *(line for one in steps for line in _step_lines(one))]))


def _step_lines(one: Any) -> list[str]:
    lines = _lines(one.entry)
    for name, (was, now) in one.changes.items():
        lines.append(f"  {'':>17}    {name}: {_value(was)} → {_value(now)}")
    return lines


def _value(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}…"


@click.command("trace", help=_("Who says so: where one field of an innovation comes from."))
@click.argument("code")
@click.argument("field")
@times
@verb("trace")
def trace(
    answer: Answer, home: str | None, *, code: str, field: str, as_of: str | None, known_at: str | None
) -> None:
    from projections import portrait
    from projections.queries import find

    with views_of(answer, home, as_of, known_at) as views:
        stream = find.innovation_of(views, code)
        drawn = portrait.draw(views, stream)
        fields = drawn["fields"]
        if field not in fields:
            answer.problem(
                reason("There is no recorded field {field}.", field=field),
                remedy=reason("Recorded are: {known}.", known=", ".join(sorted(fields))),
            )
            answer.fail(2)
        told = {one.position: _entry(one) for one in _entries(views, stream)}
        said = [told[source["event"]] for source in fields[field]["sources"]]
    data = {"code": drawn["code"], "field": field, **fields[field], "said": said}
    answer.result(data, lambda: _trace_text(data))


def _entries(views: Any, stream: str) -> list[Any]:
    from projections.history import history as all_entries

    return all_entries(views, stream)


def _trace_text(data: dict[str, Any]) -> str:
    lines = [f"{data['code']}  {data['field']}: {_value(data['value'])}"]
    for source, said in zip(data["sources"], data["said"], strict=True):
        where = f"{source['sheet']}!{source['cell']}" if source["sheet"] else ""
        parts = (
            _("event") + f" {source['event']}",
            short_day(source["occurred"]) if source["occurred"] else "",
            _("Recorded {day}.").format(day=day(said["recorded_on"])),
            where,
            source["actor_post"] or "",
        )
        lines.append("  " + " · ".join(part for part in parts if part))
        lines.append(f"    {said['sentence']}")
    return "\n".join(lines)
