"""history: the life of an innovation or idea, told from its ideas on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.common.output import (
    Answer,
    day,
    list_notes,
    reading_session,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from jejak_i18n import gettext as _
from jejak_i18n import sentence

DAY, TEXT = 17, 84
"""Widths of the columns of a history: the day, and what is said."""
INDENT = " " * (DAY + 4)


@click.command("history", help=_("Tell the life of an innovation or idea, ideas included."))
@click.argument("code", nargs=-1, required=True)
@xlsx_option
@time_options
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
    from projections.queries import find
    from projections.timeline import history as histories

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.recorded(session, " ".join(code))
        entries = histories.history(session, stream)
        heading = heading_of(session, stream)
    write_list(answer, xlsx, [_sheet(answer, heading, entries)])
    data = {"code": entries[0].code if entries else None, "entries": [as_data(one) for one in entries]}
    answer.result(data, lambda: "\n".join([heading, *(line for one in entries for line in _lines(one))]))


def heading_of(session: Any, stream: str) -> str:
    """The code and name that a life is told under."""
    from domain.streams import code
    from projections.queries.find import NotFoundError, stream_of
    from projections.queries.lineage import tree

    try:
        node = tree(session, stream_of(session, code(stream)))
    except NotFoundError:
        return _("{code} (voided)").format(code=code(stream))
    mark = f"  ({_('illustration')})" if node["illustrative"] else ""
    return f"{node['code']}  {node.get('acronym') or node['title']}{mark}"


def as_data(one: Any) -> dict[str, Any]:
    """One event of a history for `--json`."""
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
    said = sentence_text(one)
    if one.corrected:
        said = _("{sentence} (corrected, see below)").format(sentence=said)
    if one.mark:
        said += " " + _("Recorded {day}.").format(day=short_day(one.recorded_on))
    return entry_lines(one, one.occurred_now, said)


def sentence_text(one: Any) -> str:
    """The sentence of one event, its dates in words; a voided one says so."""
    said = sentence(one.sentence)
    return _("(voided) {sentence}").format(sentence=said) if one.voided else said


def entry_lines(one: Any, occurred: str | None, said: str, recorded: str = "") -> list[str]:
    """One event as lines: its day, what is said, and where it is recorded. Marks have no day of their own."""
    import textwrap

    when = short_day(occurred) if one.mark is None else ""
    by = "  ".join(part for part in (source_cell(one), one.actor) if part)
    tail = " · ".join(part for part in (one.code, f"{_('event')} {one.position}", recorded, by) if part)
    wrapped = textwrap.wrap(said, TEXT) or [""]
    # An interval over two years is wider than its column.
    above = [f"  {when}"] if len(when) > DAY else []
    first = f"  {'' if above else when:>{DAY}}  {wrapped[0]}"
    return [*above, first, *(f"{INDENT}{line}" for line in (*wrapped[1:], f"└ {tail}"))]


def source_cell(one: Any) -> str:
    """The sheet and cell that an event was read from; empty where there is none."""
    return f"{one.sheet}!{one.cell}" if one.sheet and one.cell else ""


def short_day(iso: str | None) -> str:
    """A date as histories show it: `12 Okt 2022`, an interval `12–13 Okt 2022`."""
    from jejak_i18n.formatting import short_date

    return short_date(iso) if iso else _("undated")


def _sheet(answer: Answer, heading: str, entries: list[Any]) -> Any:
    from exporters.excel.list_workbook import ListSheet

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
            sentence_text(one),
            one.code,
            source_cell(one),
            one.actor,
            day(one.recorded_on),
        ]
        for one in entries
    ]
    return ListSheet(_("History"), heading, list_notes(answer), headings, rows)
