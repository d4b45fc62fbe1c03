"""catalogue list, show and stats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from msgspec import to_builtins

from commands.common.output import (
    Answer,
    count,
    day,
    list_notes,
    reading_session,
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from domain import terms
from jejak_i18n import gettext as _
from jejak_i18n import labels


@click.group("catalogue", help=_("The innovations as they are now, or were."))
def catalogue() -> None:
    pass


@catalogue.command("list", help=_("List innovations."))
@click.option("--search", metavar="WORDS", help=_("Words in acronym, title or former names."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit."))
@click.option("--kind", metavar="KIND", help=_("Only of units of this kind (opd, kecamatan, …)."))
@click.option(
    "--stage", type=click.Choice(["initiative", "trial", "implemented"]), help=_("Only of this stage.")
)
@click.option("--launched/--not-launched", default=None, help=_("Only launched, or only not launched."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@click.option("--limit", type=click.IntRange(1), default=None, help=_("At most so many."))
@click.option("--offset", type=click.IntRange(0), default=0, help=_("Leave out so many at the start."))
@xlsx_option
@time_options
@verb("catalogue list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    as_of: str | None,
    known_at: str | None,
    limit: int | None,
    offset: int,
    region: str | None,
    xlsx: Path | None,
    **wanted: Any,
) -> None:
    from domain.streams import prefix
    from projections.queries.catalogue import Filter, page

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        chosen = Filter(region=prefix(region) if region else None, **wanted)
        data = page(session, chosen, limit=limit, offset=offset)
    write_list(answer, xlsx, [_list_sheet(answer, data)])
    answer.result(data, lambda: _list_text(data))


def _headings() -> list[str]:
    return [_("Code"), _("Acronym"), _("Title"), _("Unit"), _("Stage"), _("Launched"), ""]


def _list_sheet(answer: Answer, data: dict[str, Any]) -> Any:
    from exporters.excel.list_workbook import ListSheet

    headings = [*_headings()[:-1], _("Note")]
    return ListSheet(
        _("Innovations"), _("Catalogue of innovations"), list_notes(answer), headings, _rows(data)
    )


def _rows(data: dict[str, Any]) -> list[list[str]]:
    return [
        [
            item["code"],
            item["acronym"] or "",
            item["title"],
            item["unit"] or "",
            labels.label_of("maturity", item["stage"]),
            day(item["launched_on"]) if item["launched"] else "–",
            _("illustration") if item["illustrative"] else "",
        ]
        for item in data["items"]
    ]


def _list_text(data: dict[str, Any]) -> str:
    if not data["items"]:
        return _("No innovation fits. Record some with sheet Inovasi, or look with fewer conditions.")
    rows = _rows(data)
    shown = _("{shown} of {total} innovations").format(shown=count(len(rows)), total=count(data["total"]))
    return f"{table(_headings(), rows)}\n{shown}"


@catalogue.command("show", help=_("Show one innovation with all that is recorded of it."))
@click.argument("code", nargs=-1, required=True)
@click.option("--lineage", is_flag=True, help=_("Draw the tree back to every idea in it."))
@time_options
@verb("catalogue show")
def show(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    lineage: bool,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import find, innovation_detail
    from projections.queries import lineage as lines

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.innovation_of(session, " ".join(code))
        if lineage:
            tree = lines.tree(session, stream)
            answer.result({"tree": tree}, lambda: "\n".join(_tree(tree)))
            return
        drawn = to_builtins(innovation_detail.innovation_detail(session, stream))
    answer.result(drawn, lambda: _portrait_text(drawn))


def _tree(node: dict[str, Any], lead: str = "", last: bool | None = None) -> list[str]:
    here = "" if last is None else ("└─ " if last else "├─ ")
    name = f"{node['acronym']}: {node['title']}" if node.get("acronym") else node["title"]
    mark = f"  ({_('illustration')})" if node["illustrative"] and last is None else ""
    lines = [f"{lead}{here}{node['code']}  {name}{mark}"]
    below = lead + ("" if last is None else ("   " if last else "│  "))
    note = "│  " if node["from"] else "   "
    credit = ", ".join(node["units"])
    proposers = f" ({', '.join(node['proposers'])})" if node["proposers"] else ""
    lines.append(f"{below}{note}{_node_word(node)}, {day(node['occurred'])}: {credit}{proposers}")
    for at, child in enumerate(node["from"]):
        lines += _tree(child, below, at == len(node["from"]) - 1)
    return lines


def _node_word(node: dict[str, Any]) -> str:
    if node["kind"] == "innovation":
        return _("innovation, launched {day}").format(day=day(node["launched_on"]))
    return _("made by merge") if node["origin"] == "merge" else _("idea proposed")


def _portrait_text(drawn: dict[str, Any]) -> str:
    fields = drawn["fields"]
    title = fields["title"]["value"]
    acronym = fields.get("acronym", {}).get("value")
    head = f"{drawn['code']}  {acronym + ': ' if acronym else ''}{title}"
    lines = [head + (f"  ({_('illustration')})" if drawn["illustrative"] else "")]
    rows = [
        (_("Unit"), fields["unit"]["value"]),
        (_("Region"), drawn["region"]["name"]),
        (_("Lab"), drawn["lab"]["name"] if drawn["lab"] else "–"),
        (_("Stage"), labels.label_of("maturity", fields["stage"]["value"])),
        (_("Designed"), day(fields["designed_on"]["value"])),
        (_("Tried out"), _dated(fields, "trialled_on")),
        (_("Implemented"), _dated(fields, "implemented_on")),
        (_("Launched"), _dated(fields, "launched_on")),
        (_("Former titles"), "; ".join(one["value"] for one in drawn["former_titles"]) or "–"),
        (_("Profile fields"), str(sum(1 for name in fields if name in _profile_names()))),
        (_("Evidence"), str(len(drawn["evidence"]))),
        (_("Measurements"), str(len(drawn["measurements"]))),
        (_("Agreements"), "; ".join(one["title"] for one in drawn["agreements"]) or _("not recorded")),
        (_("Ideas"), ", ".join(one["code"] for one in drawn["ideas"]) or "–"),
    ]
    width = max(len(name) for name, _value in rows)
    lines += [f"  {name.ljust(width)}  {value}" for name, value in rows]
    if drawn["missing_records"]:
        names = {"approval": _("approval"), "plan": _("action plan"), "agreement": _("agreement")}
        missing = ", ".join(names[one] for one in drawn["missing_records"])
        lines.append("  " + _("No record of: {missing}.").format(missing=missing))
    lines.append(_("Its history: jejak history {code}").format(code=drawn["code"]))
    return "\n".join(lines)


def _profile_names() -> tuple[str, ...]:
    from domain.innovation import ProfileWritten

    return ProfileWritten.__struct_fields__


def _dated(fields: dict[str, Any], name: str) -> str:
    return day(fields[name]["value"]) if name in fields else _("not recorded")


@catalogue.command("stats", help=_("Count innovations by kind of unit and by unit."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@xlsx_option
@time_options
@verb("catalogue stats")
def stats(
    answer: Answer,
    home: str | None,
    *,
    lab: str | None,
    region: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries import catalogue as queries

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        data = queries.stats(session, lab=lab, region=prefix(region) if region else None)
    write_list(answer, xlsx, _stats_sheets(answer, data))
    answer.result(data, lambda: _stats_text(data))


def _stats_sheets(answer: Answer, data: dict[str, Any]) -> list[Any]:
    from exporters.excel.list_workbook import ListSheet

    measures = {
        "designed": _("Designed"),
        "launched": _("Launched"),
        "implemented": _("Implemented"),
        "displayed": _("Displayed"),
    }
    kinds = {kind for one in measures for kind in data[one]["by_kind"]}
    by_kind = [
        [labels.label_of("unit_kind", kind), *(data[one]["by_kind"].get(kind, 0) for one in measures)]
        for kind in terms.UNIT_KINDS
        if kind in kinds
    ]
    tables = {
        one: {(row["unit"], row["kind"]): row["count"] for row in data[one]["by_unit"]} for one in measures
    }
    units = sorted({key for found in tables.values() for key in found}, key=lambda key: (key[1], key[0]))
    by_unit = [
        [unit, labels.label_of("unit_kind", kind), *(tables[one].get((unit, kind), 0) for one in measures)]
        for unit, kind in units
    ]
    notes = list_notes(answer)
    names = list(measures.values())
    return [
        ListSheet(
            _("By kind"), _("Innovations by kind of unit"), notes, [_("Kind of unit"), *names], by_kind
        ),
        ListSheet(_("By unit"), _("Innovations by unit"), notes, [_("Unit"), _("Kind"), *names], by_unit),
    ]


def _stats_text(data: dict[str, Any]) -> str:
    names = {
        "designed": _("Designed"),
        "launched": _("Launched"),
        "implemented": _("Implemented"),
        "displayed": _("Displayed"),
    }
    parts = [f"{names[one]}: {count(data[one]['total'])}" for one in names]
    kinds = [
        [labels.label_of("unit_kind", kind), *(count(data[one]["by_kind"].get(kind, 0)) for one in names)]
        for kind in data["designed"]["by_kind"] | data["launched"]["by_kind"]
    ]
    units = [
        [row["unit"], labels.label_of("unit_kind", row["kind"]), count(row["count"])]
        for row in data["launched"]["by_unit"][:10]
    ]
    text = "   ".join(parts)
    if data["illustrative"]:
        note = _("Among them {count} illustrations.")
        text += "\n" + note.format(count=count(data["illustrative"]))
    if kinds:
        text += "\n\n" + table([_("Kind of unit"), *names.values()], kinds, right=(1, 2, 3, 4))
    if units:
        text += "\n\n" + table([_("Unit"), _("Kind"), _("Launched")], units, right=(2,))
    return text
