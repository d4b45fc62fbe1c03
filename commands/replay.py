"""replay and trace: an innovation's life step by step, and who says so."""

from __future__ import annotations

from typing import Any

import click

from commands.history import INDENT, TEXT, as_data, entry_lines, heading_of, short_day, told
from commands.shared import Answer, count, day, times, verb, views_of
from domain.base import reason
from messages import gettext as _
from messages import labels

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
    from projections.names import Names
    from projections.queries import find

    with views_of(answer, home, as_of, known_at) as views:
        stream = find.recorded(views, " ".join(code))
        steps = replays.replay(views, stream, until=until)
        heading = heading_of(views, stream)
        names = Names(views)
        changes = [_changes(one, names) for one in steps]
    data = {"steps": [_step(one) for one in steps]}
    lines = [line for one, changed in zip(steps, changes, strict=True) for line in _lines(one.entry, changed)]
    answer.result(data, lambda: "\n".join([heading, *lines]))


def _step(one: Any) -> dict[str, Any]:
    changes = {name: {"before": was, "after": now} for name, (was, now) in one.changes.items()}
    return {**as_data(one.entry), "changes": changes}


def _lines(entry: Any, changed: list[str]) -> list[str]:
    """As it was recorded then: a correction is a step of its own."""
    import textwrap

    recorded = _("recorded {day}").format(day=short_day(entry.recorded_on))
    lines = entry_lines(entry, entry.occurred, told(entry), recorded)
    for change in changed:
        first, *rest = textwrap.wrap(change, TEXT - 4)
        lines += [f"{INDENT}  {first}", *(f"{INDENT}    {line}" for line in rest)]
    return lines


def _changes(step: Any, names: Any) -> list[str]:
    """What a step changed, as people read it; of a new row only what it holds, not what it does not yet."""
    shown = []
    for name, (was, now) in step.changes.items():
        before, after = _shown(name, was, step, names), _shown(name, now, step, names)
        if before != after and (was or now):
            shown.append(f"{labels.shown('field', name)}: {before} → {after}")
    return shown


def _shown(name: str, value: Any, step: Any, names: Any) -> str:
    if name in REFERENCES and value:
        return str(names.of(value))
    if name == "ceremony" and value:
        lab = step.row.get("launch_lab") or step.changes.get("launch_lab", (None,))[0]
        return str(names.ceremony(lab, value))
    return _value(name, value)


def _value(name: str, value: Any) -> str:
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
        return labels.shown(CODED[name], value)
    return "; ".join(" ".join(line.split()) for line in str(value).splitlines() if line.strip())


@click.command("trace", help=_("Who says so: where one field of an innovation comes from."))
@click.argument("code")
@click.argument("field")
@times
@verb("trace")
def trace(
    answer: Answer, home: str | None, *, code: str, field: str, as_of: str | None, known_at: str | None
) -> None:
    from projections import portrait
    from projections.history import history
    from projections.queries import find

    with views_of(answer, home, as_of, known_at) as views:
        stream = find.innovation_of(views, code)
        drawn = portrait.draw(views, stream)
        found = _field(answer, field, drawn["fields"])
        told = {one.position: as_data(one) for one in history(views, stream)}
    traced = drawn["fields"][found]
    said = [told[source["event"]] for source in traced["sources"]]
    data = {"code": drawn["code"], "field": found, **traced, "said": said}
    answer.result(data, lambda: _trace_text(data))


def _field(answer: Answer, text: str, fields: dict[str, Any]) -> str:
    """The recorded field that a name or an Indonesian label means; else ends with those there are."""
    meant = (text, text.replace(" ", "_"), labels.code_of("field", text))
    found = next((name for name in meant if name in fields), None)
    if found is None:
        known = sorted((labels.shown("field", name) for name in fields), key=str.casefold)
        answer.problem(
            reason("There is no recorded field {field}.", field=text),
            remedy=reason("Recorded are: {known}.", known=", ".join(known)),
        )
        answer.fail(2)
    return found


def _trace_text(data: dict[str, Any]) -> str:
    label = labels.shown("field", data["field"])
    lines = [f"{data['code']}  {label}: {_value(data['field'], data['value'])}"]
    for source, said in zip(data["sources"], data["said"], strict=True):
        where = f"{source['sheet']}!{source['cell']}" if source["sheet"] else ""
        parts = (
            _("event") + f" {source['event']}",
            short_day(source["occurred"]) if source["occurred"] else "",
            _("recorded {day}").format(day=short_day(said["recorded_on"])),
            where,
            source["actor_post"] or "",
        )
        lines.append("  " + " · ".join(part for part in parts if part))
        lines.append(f"    {said['sentence']}")
    return "\n".join(lines)
