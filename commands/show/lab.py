"""lab list, show and funnel."""

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
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from jejak_i18n import gettext as _
from jejak_i18n import labels


@click.group("lab", help=_("Labs, their stages and their funnels."))
def lab() -> None:
    pass


@lab.command("list", help=_("List the labs."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@xlsx_option
@time_options
@verb("lab list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries import labs

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        data = labs.list_labs(session, region=prefix(region) if region else None)
    write_list(answer, xlsx, [_list_sheet(answer, data)])
    answer.result(data, lambda: _list_text(data))


def _headings() -> list[str]:
    return [_("Lab"), _("Region"), _("Round"), _("Opened"), _("Units"), _("Ideas"), _("Launched"), ""]


def _list_sheet(answer: Answer, data: dict[str, Any]) -> Any:
    from exporters.excel.list_workbook import ListSheet

    rows = [
        [item["slug"], item["region_name"], item["round"], day(item["opened_on"])]
        + [item["units"], item["ideas"], item["launched"], item["illustrative_ideas"]]
        for item in data["items"]
    ]
    headings = [*_headings()[:-1], _("Illustrative ideas")]
    return ListSheet(_("Labs"), _("Innovation labs"), list_notes(answer), headings, rows)


def _list_text(data: dict[str, Any]) -> str:
    if not data["items"]:
        return _("No lab is recorded yet. Fill in sheet Lab of a workbook, then import it.")
    rows = [
        [
            item["slug"],
            item["region_name"] or item["region"],
            str(item["round"] or "–"),
            day(item["opened_on"]),
            count(item["units"]),
            count(item["ideas"]),
            count(item["launched"]),
            _("illustration") if item["illustrative"] else "",
        ]
        for item in data["items"]
    ]
    together = {
        name: sum(item[name] for item in data["items"])
        for name in ("illustrative_ideas", "illustrative_innovations")
    }
    return f"{table(_headings(), rows, right=(2, 4, 5, 6))}\n{illustrations(together)}".rstrip()


def illustrations(data: dict[str, Any]) -> str:
    """How many ideas and innovations in the numbers are examples; empty when none is."""
    if not data["illustrative_ideas"] and not data["illustrative_innovations"]:
        return ""
    return _("Among them illustrations: {ideas} ideas, {innovations} innovations.").format(
        ideas=count(data["illustrative_ideas"]), innovations=count(data["illustrative_innovations"])
    )


@lab.command("show", help=_("Show one lab: stages, participants, ceremonies, agreements."))
@click.argument("slug")
@xlsx_option
@time_options
@verb("lab show")
def show(
    answer: Answer,
    home: str | None,
    *,
    slug: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import labs

    with reading_session(answer, home, as_of, known_at) as session:
        data = labs.lab_detail(session, slug)
        data["figures"] = labs.figure_rows(session, lab=slug)
    write_list(answer, xlsx, _show_sheets(answer, data))
    answer.result(data, lambda: _show_text(data))


def _show_sheets(answer: Answer, data: dict[str, Any]) -> list[Any]:
    from exporters.excel.list_workbook import ListSheet

    notes, title = list_notes(answer), data["name"]
    figures = [
        [
            labels.label_of("measure", one["measure"]) if one["measure"] else one["label"],
            one["unit"]
            or " + ".join(labels.label_of("unit_kind", kind) for kind in one["unit_kinds"])
            or _("all"),
            one["published"],
            _("not computed") if one["computed"] is None else one["computed"],
            one["publisher"],
            day(one["date"]),
        ]
        for one in data["figures"]
    ]
    signers = [
        [
            agreement["title"],
            day(agreement["occurred"]),
            labels.label_of("role", signer["role"]),
            signer["post"],
            labels.label_of("capacity", signer["capacity"]) if signer["capacity"] else "",
            signer["representing"],
        ]
        for agreement in data["agreements"]
        for signer in agreement["signatures"]
    ]
    heads = [_("Figure"), _("Of"), _("Published"), _("Computed"), _("Publisher"), _("Date")]
    by = [_("Agreement"), _("Date"), _("Role"), _("Post"), _("Capacity"), _("Representing")]
    return [
        ListSheet(_("Stages"), title, notes, _stage_headings(), _stage_rows(data["stages"])),
        ListSheet(_("Figures"), title, notes, heads, figures),
        ListSheet(_("Signatures"), title, notes, by, signers),
    ]


def _stage_headings() -> list[str]:
    return [_("Stage"), _("Local name"), _("From"), _("To"), _("Reason")]


def _stage_rows(stages: list[dict[str, Any]]) -> list[list[Any]]:
    return [
        [
            labels.label_of("stage", one["stage"]),
            one["local_name"],
            day(one["from"]),
            day(one["to"]),
            one["reason"],
        ]
        for one in stages
    ]


def _show_text(data: dict[str, Any]) -> str:
    mark = f"  ({_('illustration')})" if data["illustrative"] else ""
    lines = [f"{data['slug']}  {data['name']}{mark}"]
    about = [
        (_("Round"), str(data["round"] or "–")),
        (_("Opened"), day(data["opened_on"])),
        (_("Way of recording"), labels.label_of("lab_mode", data["mode"])),
        (_("Missions"), "; ".join(data["missions"]) or "–"),
        (
            _("Participants"),
            ", ".join(
                f"{count(n)} {labels.label_of('unit_kind', kind)}" for kind, n in data["participants"].items()
            )
            or _("not recorded"),
        ),
    ]
    width = max(len(name) for name, _value in about)
    lines += [f"  {name.ljust(width)}  {value}" for name, value in about]
    lines += ["", stage_table(data["stages"])]
    for one in data["agreements"]:
        illustration = f"  ({_('illustration')})" if one["illustrative"] else ""
        lines += ["", f"{one['title']}, {day(one['occurred'])}{illustration}"]
        for signer in one["signatures"]:
            capacity = labels.label_of("capacity", signer["capacity"]) if signer["capacity"] else ""
            shown = "" if signer["capacity"] in (None, "definitive") else f"{capacity} "
            for_whom = (
                _(" (only for {whom})").format(whom=signer["representing"]) if signer["representing"] else ""
            )
            lines.append(f"  {labels.label_of('role', signer['role'])}: {shown}{signer['post']}{for_whom}")
    if not data["agreements"]:
        lines += [
            "",
            _("No agreement is recorded for this lab. Fill in sheet Perjanjian, then import again."),
        ]
    if data["figures"]:
        lines += ["", figure_table(data["figures"])]
    return "\n".join(lines)


def stage_table(stages: list[dict[str, Any]]) -> str:
    """Stages with their days; those not held with the reason."""
    if not stages:
        return _("No stage is recorded. Fill in sheet Tahap, then import again.")
    rows = [
        [
            labels.label_of("stage", one["stage"]),
            one["local_name"] or "",
            day(one["from"]) if one["held"] else _("not held"),
            day(one["to"]) if one["held"] else one["reason"] or "",
        ]
        for one in stages
    ]
    return table([_("Stage"), _("Local name"), _("From"), _("To")], rows)


def figure_table(figures: list[dict[str, Any]]) -> str:
    """Published figures beside computed ones."""
    rows = [
        [
            one["lab"] or one["region"],
            labels.label_of("measure", one["measure"]) if one["measure"] else one["label"] or "",
            one["unit"]
            or " + ".join(labels.label_of("unit_kind", kind) for kind in one["unit_kinds"])
            or _("all"),
            count(one["published"]),
            _("not computed") if one["computed"] is None else count(one["computed"]),
            "" if one["computed"] in (None, one["published"]) else _("differs"),
        ]
        for one in figures
    ]
    headings = [_("Lab"), _("Figure"), _("Of"), _("Published"), _("Computed"), ""]
    return table(headings, rows, right=(3, 4))


@lab.command("funnel", help=_("The funnel of a lab: from ideas proposed to innovations launched."))
@click.argument("slug")
@xlsx_option
@time_options
@verb("lab funnel")
def funnel(
    answer: Answer,
    home: str | None,
    *,
    slug: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import labs

    with reading_session(answer, home, as_of, known_at) as session:
        data = labs.funnel(session, slug)
    write_list(answer, xlsx, _funnel_sheets(answer, data))
    answer.result(data, lambda: _funnel_text(data))


def _funnel_sheets(answer: Answer, data: dict[str, Any]) -> list[Any]:
    from exporters.excel.list_workbook import ListSheet

    came, went, after = _funnel_parts()
    rows = [[name, data[key]] for name, key in (*came, *went, *after)]
    notes = [*list_notes(answer), illustrations(data)]
    title = _("Funnel of {lab}").format(lab=data["lab"])
    return [
        ListSheet(_("Funnel"), title, notes, [_("Figure"), _("Count")], rows),
        ListSheet(_("Stages"), title, notes, _stage_headings(), _stage_rows(data["stages"])),
    ]


def _funnel_parts() -> tuple[list[tuple[str, str]], ...]:
    came = [
        (_("Ideas proposed"), "ideas_proposed"),
        (_("Made by merge"), "made_by_merge"),
        (_("Made by split"), "made_by_split"),
    ]
    went = [
        (_("Merged into another"), "merged_away"),
        (_("Split"), "split_away"),
        (_("Withdrawn"), "withdrawn"),
        (_("Not continued"), "not_continued"),
        (_("Still open"), "open"),
        (_("Taken into design"), "designed"),
    ]
    after = [
        (_("Innovations designed"), "innovations_designed"),
        (_("… without an idea"), "innovations_without_idea"),
        (_("Monitored"), "monitored"),
        (_("Launched"), "launched"),
        (_("Displayed"), "displayed"),
    ]
    return came, went, after


def _funnel_text(data: dict[str, Any]) -> str:
    came, went, after = _funnel_parts()
    width = max(len(name) for name, _key in came + went + after) + 2

    def block(rows: list[tuple[str, str]]) -> list[str]:
        return [f"  {name.ljust(width)}{count(data[key]):>7}" for name, key in rows]

    came_sum = sum(data[key] for _name, key in came)
    went_sum = sum(data[key] for _name, key in went)
    total = _("Together")
    lines = [
        data["lab"],
        *block(came),
        f"  {total.ljust(width)}{count(came_sum):>7}",
        "",
        *block(went),
        f"  {total.ljust(width)}{count(went_sum):>7}",
        "",
        *block(after),
        illustrations(data),
        "",
        stage_table(data["stages"]),
    ]
    return "\n".join(lines)


@lab.command("compare", help=_("The rounds of a region side by side."))
@click.option("--region", metavar="CODE", help=_("The region; else that of the workspace."))
@click.option("--codes", is_flag=True, help=_("Show the codes behind every number."))
@xlsx_option
@time_options
@verb("lab compare")
def compare(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    codes: bool,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from commands.show import lab_comparison_text
    from domain.streams import prefix
    from projections.queries.lab_comparison import compare_labs

    with reading_session(answer, home, as_of, known_at) as session:
        data = compare_labs(session, prefix(region or session.workspace.region))
    write_list(answer, xlsx, lab_comparison_text.sheets(answer, data))
    answer.result(data, lambda: lab_comparison_text.text(data, codes=codes))
