"""Rounds side by side, as text and as a workbook."""

from __future__ import annotations

from typing import Any

from commands.common.output import Answer, count, list_notes, table
from jejak_i18n import gettext as _


def _count_names() -> dict[str, str]:
    return {
        "units": _("Units taking part"),
        "ideas_proposed": _("Ideas proposed"),
        "made_by_merge": _("Made by merge"),
        "made_by_split": _("Made by split"),
        "innovations_designed": _("Innovations designed"),
        "launched": _("Launched"),
        "monitored": _("Monitored"),
        "displayed": _("Displayed"),
        "implemented": _("Implemented"),
    }


def _lan_note() -> str:
    return _("LAN's columns, filled with counts of Jejak; they are not LAN's scores.")


def text(data: dict[str, Any], *, codes: bool) -> str:
    """The rounds as tables: our counts, LAN's columns, and the codes where asked for."""
    rounds = data["labs"]
    if not rounds:
        return _("No lab is recorded yet. Fill in sheet Lab of a workbook, then import it.")
    heads = [one["slug"] for one in rounds]
    right = tuple(range(1, len(heads) + 1))
    ours = [[name, *(count(one["counts"][key]) for one in rounds)] for key, name in _count_names().items()]
    lan = [
        [
            name,
            *(_("not known yet") if one["lan"][name] is None else count(one["lan"][name]) for one in rounds),
        ]
        for name in rounds[0]["lan"]
    ]
    lines = [table([_("Figure"), *heads], ours, right=right), "", _lan_note()]
    lines.append(table([_("LAN column"), *heads], lan, right=right))
    if codes:
        for one in rounds:
            for key, name in _count_names().items():
                if one["codes"][key]:
                    lines += ["", f"{one['slug']}, {name}: {', '.join(one['codes'][key])}"]
    return "\n".join(lines)


def sheets(answer: Answer, data: dict[str, Any]) -> list[Any]:
    """The rounds as a workbook, with a sheet of the codes behind every number."""
    from exporters.excel.list_workbook import ListSheet

    rounds = data["labs"]
    heads = [one["slug"] for one in rounds]
    title = _("Rounds of {region} side by side").format(region=data["region"])
    ours = [[name, *(one["counts"][key] for one in rounds)] for key, name in _count_names().items()]
    columns = list(rounds[0]["lan"]) if rounds else []
    lan = [
        [
            one["slug"],
            *(_("not known yet") if one["lan"][name] is None else one["lan"][name] for name in columns),
        ]
        for one in rounds
    ]
    behind = [
        [one["slug"], name, code]
        for one in rounds
        for key, name in _count_names().items()
        for code in one["codes"][key]
    ]
    notes = list_notes(answer)
    return [
        ListSheet(_("Rounds"), title, notes, [_("Figure"), *heads], ours),
        ListSheet("LAN", title, [*notes, _lan_note()], [_("Lab"), *columns], lan),
        ListSheet(_("Codes"), title, notes, [_("Lab"), _("Figure"), _("Code")], behind),
    ]
