"""trace: who says so, for one field of an innovation."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from textwrap import shorten

import click
from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, sheet
from commands.common.output import (
    Answer,
    list_notes,
    reading_session,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.show.history import sentence_text, short_day
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from jejak_i18n import marked as n_
from jejak_i18n.unit_kinds import unit_kind_for_terminal
from projections.queries import find, innovation_detail
from projections.queries.detail_types import Provenance
from projections.timeline.change_text import value_text
from projections.timeline.history import Entry, history
from projections.timeline.history_answer import EventAnswer, event_answer

WIDEST, NOTE = 200, 120
"""How much of a long value is shown; all of it stands in `--json`."""


class TraceAnswer(Struct, frozen=True):
    """The answer of `trace`: a field, its value, the events that say so, and those events told."""

    code: str
    field: str
    value: str | int | bool | list[str | int] | None
    sources: list[Provenance]
    said: list[EventAnswer]


class SourceRow(Struct, frozen=True):
    """One source of a field with the event told."""

    source: Provenance
    entry: Entry


def _occurred_text(row: SourceRow) -> str:
    return short_day(row.source.occurred) if row.source.occurred else ""


def _cell_text(row: SourceRow) -> str:
    cell = f"{row.source.sheet}!{row.source.cell}" if row.source.sheet else ""
    return f"{cell} ({row.source.workbook})" if cell and row.source.workbook else cell


SOURCES = ListSpec(
    row=SourceRow,
    name=n_("Who says so"),
    title="",
    columns=(
        Column("event", n_("Event"), "event", lambda row: row.source.event),
        Column("occurred", n_("Date"), value=_occurred_text),
        Column("sentence", n_("What"), value=lambda row: sentence_text(row.entry)),
        Column("cell", n_("Source cell"), value=_cell_text),
        Column("actor_post", n_("Recorded by"), value=lambda row: row.source.actor_post),
        Column("recorded_on", n_("Recorded on"), "day", lambda row: row.entry.recorded_on),
    ),
)


@click.command("trace", help=_("Who says so: where one field of an innovation comes from."))
@click.argument("code")
@click.argument("field")
@xlsx_option
@time_options
@verb("trace")
def trace(
    answer: Answer,
    home: str | None,
    *,
    code: str,
    field: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    with reading_session(answer, home, as_of, known_at, code=(code,)) as session:
        stream = find.innovation_of(session, code)
        detail = innovation_detail.innovation_detail(session, stream)
        name = _field(answer, field, detail.fields)
        entries = {one.position: one for one in history(session, stream)}
    traced = detail.fields[name]
    rows = [SourceRow(one, entries[one.event]) for one in traced.sources]
    answers = [event_answer(row.entry) for row in rows]
    found = TraceAnswer(detail.code, name, traced.value, traced.sources, answers)
    if xlsx is not None:
        write_list(answer, xlsx, [sheet(SOURCES, rows, _notes(answer, found), title=_name_text(found))])
    answer.result(found, lambda: _text(found, rows))


def _field(answer: Answer, text: str, fields: Collection[str]) -> str:
    """The recorded field that a name or an Indonesian label means; else ends with those there are."""
    meant = (text, text.replace(" ", "_"), labels.code_of("field", text))
    found = next((name for name in meant if name in fields), None)
    if found is None:
        known = sorted((labels.label_for_terminal("field", name) for name in fields), key=str.casefold)
        answer.problem(
            reason("There is no recorded field {field}.", field=text),
            remedy=reason("Recorded are: {known}.", known=", ".join(known)),
        )
        answer.fail(2)
    return found


def _name_text(found: TraceAnswer) -> str:
    return f"{found.code}  {labels.label_for_terminal('field', found.field)}"


def _value_text(found: TraceAnswer, widest: int) -> str:
    if found.field == "unit_kind":
        designed_on = found.said[0].occurred_now if found.said else None
        return unit_kind_for_terminal(str(found.value), found.code, designed_on)
    return shorten(value_text(found.field, found.value), widest, placeholder="…")


def _notes(answer: Answer, found: TraceAnswer) -> list[str]:
    return [_value_text(found, NOTE), *list_notes(answer)]


def _text(found: TraceAnswer, rows: list[SourceRow]) -> str:
    lines = [f"{_name_text(found)}: {_value_text(found, WIDEST)}"]
    for row in rows:
        parts = (
            _("event") + f" {row.source.event}",
            _occurred_text(row),
            _("recorded {day}").format(day=short_day(row.entry.recorded_on)),
            _cell_text(row),
            row.source.actor_post or "",
        )
        lines.append("  " + " · ".join(part for part in parts if part))
        lines.append(f"    {sentence_text(row.entry)}")
        lines += [f"    {sentence(remark)}" for remark in row.entry.remarks]
    return "\n".join(lines)
