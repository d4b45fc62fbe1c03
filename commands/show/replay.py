"""replay: a life step by step in the order of recording, with what each step changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.common.output import (
    Answer,
    count,
    day,
    list_notes,
    reading_session,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.show.history import (
    INDENT,
    TEXT,
    as_data,
    entry_lines,
    heading_of,
    sentence_text,
    short_day,
    source_cell,
)
from jejak_i18n import gettext as _
from jejak_i18n import labels

REFERENCES = ("lab", "launch_lab", "idea", "unit", "went_to")
CODED = {
    "origin": "origin",
    "proposal": "proposal",
    "status": "idea_status",
    "end_code": "end_reason",
    "stage": "maturity",
    "unit_kind": "unit_kind",
}
"""Fields that hold codes of a closed list, and the list."""


@click.command(
    "replay", help=_("Step through a life in the order of recording, with what each step changed.")
)
@click.argument("code", nargs=-1, required=True)
@click.option("--until", metavar="POSITION|DAY", help=_("Stop after an event, or a day of recording."))
@xlsx_option
@time_options
@verb("replay")
def replay(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    until: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import find
    from projections.timeline import replay as replays
    from projections.timeline.stream_names import StreamNames

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.recorded(session, " ".join(code))
        steps = replays.replay(session, stream, until=until)
        heading = heading_of(session, stream)
        names = StreamNames(session)
        changes = [_changes(one, names) for one in steps]
    replayed = [(one.entry, changed) for one, changed in zip(steps, changes, strict=True)]
    write_list(answer, xlsx, [_sheet(answer, heading, replayed)])
    data = {"steps": [_step(one) for one in steps]}
    answer.result(data, lambda: "\n".join([heading, *(line for one in replayed for line in _lines(*one))]))


def _step(one: Any) -> dict[str, Any]:
    changes = {name: {"before": was, "after": now} for name, (was, now) in one.changes.items()}
    return {**as_data(one.entry), "changes": changes}


def _lines(entry: Any, changed: list[str]) -> list[str]:
    """As it was recorded then: a correction is a step of its own."""
    import textwrap

    recorded = _("recorded {day}").format(day=short_day(entry.recorded_on))
    lines = entry_lines(entry, entry.occurred, sentence_text(entry), recorded)
    for change in changed:
        first, *rest = textwrap.wrap(change, TEXT - 4)
        lines += [f"{INDENT}  {first}", *(f"{INDENT}    {line}" for line in rest)]
    return lines


def _sheet(answer: Answer, heading: str, steps: list[tuple[Any, list[str]]]) -> Any:
    from exporters.excel.list_workbook import ListSheet

    headings = [_("Recorded on"), _("Event"), _("Date"), _("What"), _("What changed"), _("Of")]
    rows = [
        [
            day(one.recorded_on),
            one.position,
            short_day(one.occurred) if one.mark is None else "",
            sentence_text(one),
            "\n".join(changed),
            one.code,
            source_cell(one),
            one.actor,
        ]
        for one, changed in steps
    ]
    headings += [_("Source cell"), _("Recorded by")]
    return ListSheet(_("Step by step"), heading, list_notes(answer), headings, rows)


def _changes(step: Any, names: Any) -> list[str]:
    """What a step changed, as people read it; of a new row only what it holds, not what it does not yet."""
    shown = []
    for name, (was, now) in step.changes.items():
        before, after = _value_text(name, was, step, names), _value_text(name, now, step, names)
        if before != after and (was or now):
            shown.append(f"{labels.label_for_terminal('field', name)}: {before} → {after}")
    return shown


def _value_text(name: str, value: Any, step: Any, names: Any) -> str:
    if name in REFERENCES and value:
        return str(names.of(value))
    if name == "ceremony" and value:
        lab = step.row.get("launch_lab") or step.changes.get("launch_lab", (None,))[0]
        return str(names.ceremony(lab, value))
    return field_text(name, value)


def field_text(name: str, value: Any) -> str:
    """A value as people read it: dates, labels of codes, yes and no."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return count(value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if name.endswith("_on"):
        return day(value)
    if name in CODED:
        return labels.label_for_terminal(CODED[name], value)
    return "; ".join(" ".join(line.split()) for line in str(value).splitlines() if line.strip())
