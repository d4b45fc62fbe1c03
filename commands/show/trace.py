"""trace: who says so, for one field of an innovation."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import Any

import click
from msgspec import to_builtins

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
from commands.show.history import as_data, sentence_text, short_day
from commands.show.replay import field_text
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import labels

WIDEST, NOTE = 200, 120
"""How much of a long value is shown; all of it stands in `--json`."""


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
    from projections.queries import find, innovation_detail
    from projections.timeline.history import history

    with reading_session(answer, home, as_of, known_at, code=(code,)) as session:
        stream = find.innovation_of(session, code)
        drawn = to_builtins(innovation_detail.innovation_detail(session, stream))
        found = _field(answer, field, drawn["fields"])
        entries = {one.position: one for one in history(session, stream)}
    traced = drawn["fields"][found]
    said = [entries[source["event"]] for source in traced["sources"]]
    data = {"code": drawn["code"], "field": found, **traced, "said": [as_data(one) for one in said]}
    write_list(answer, xlsx, [_sheet(answer, data, said)])
    answer.result(data, lambda: _text(data, said))


def _field(answer: Answer, text: str, fields: dict[str, Any]) -> str:
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


def _heading(data: dict[str, Any]) -> str:
    label = labels.label_for_terminal("field", data["field"])
    value = shorten(field_text(data["field"], data["value"]), WIDEST, placeholder="…")
    return f"{data['code']}  {label}: {value}"


def _cell(source: dict[str, Any]) -> str:
    return f"{source['sheet']}!{source['cell']}" if source["sheet"] else ""


def _text(data: dict[str, Any], entries: list[Any]) -> str:
    lines = [_heading(data)]
    for source, said in zip(data["sources"], entries, strict=True):
        parts = (
            _("event") + f" {source['event']}",
            short_day(source["occurred"]) if source["occurred"] else "",
            _("recorded {day}").format(day=short_day(said.recorded_on)),
            _cell(source),
            source["actor_post"] or "",
        )
        lines.append("  " + " · ".join(part for part in parts if part))
        lines.append(f"    {sentence_text(said)}")
    return "\n".join(lines)


def _sheet(answer: Answer, data: dict[str, Any], entries: list[Any]) -> Any:
    from exporters.excel.list_workbook import ListSheet

    headings = [_("Event"), _("Date"), _("What"), _("Source cell"), _("Recorded by"), _("Recorded on")]
    rows = [
        [
            source["event"],
            short_day(source["occurred"]) if source["occurred"] else "",
            sentence_text(said),
            _cell(source),
            source["actor_post"],
            day(said.recorded_on),
        ]
        for source, said in zip(data["sources"], entries, strict=True)
    ]
    title = f"{data['code']}  {labels.label_for_terminal('field', data['field'])}"
    value = shorten(field_text(data["field"], data["value"]), NOTE, placeholder="…")
    return ListSheet(_("Who says so"), title, [value, *list_notes(answer)], headings, rows)
