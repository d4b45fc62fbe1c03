"""Rounds side by side, as text and as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, Value, nothing, screen_text, sheet
from commands.common.output import Answer, list_notes
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries.lab_comparison import LabComparison, LabCounts

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet


class FigureRow(Struct, frozen=True):
    """One figure of all rounds: its name, and its count by the slug of the lab; None is not known."""

    figure: str
    counts: dict[str, int | None]


class CodeRow(Struct, frozen=True):
    """One of the codes behind a number."""

    lab: str
    figure: str
    code: str


CODES = ListSpec(
    row=CodeRow,
    name=n_("Codes"),
    title="",
    columns=(Column("lab", n_("Lab")), Column("figure", n_("Figure")), Column("code", n_("Code"))),
)


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


def _figures(label: str, name: str, rounds: list[LabCounts]) -> ListSpec[FigureRow]:
    """A list with a column for each round, headed by its slug."""
    return ListSpec(
        row=FigureRow,
        name=name,
        title="",
        columns=(
            Column("figure", label),
            *(Column(one.slug, one.slug, "number", _count_of(one.slug), literal=True) for one in rounds),
        ),
    )


def _count_of(slug: str) -> Callable[[FigureRow], Value]:
    return lambda row: _known(row.counts[slug])


def _known(number: int | None) -> int | str:
    return _("not known yet") if number is None else number


def _lan_columns(columns: list[str]) -> ListSpec[LabCounts]:
    """A list of the rounds with LAN's columns, headed as LAN does."""
    return ListSpec(
        row=LabCounts,
        name="LAN",
        title="",
        columns=(
            Column("slug", n_("Lab")),
            *(Column(name, name, "number", _lan_count(name), literal=True) for name in columns),
        ),
    )


def _lan_count(name: str) -> Callable[[LabCounts], Value]:
    return lambda row: _known(row.lan[name])


def _lan_note() -> str:
    return _("LAN's columns, filled with counts of Jejak; they are not LAN's scores.")


def text(found: LabComparison, *, codes: bool) -> str:
    """The rounds as tables: our counts, LAN's columns, and the codes where asked for."""
    rounds = found.labs
    if not rounds:
        return nothing(_("No lab is recorded yet."), "Lab")
    lan = [FigureRow(name, {one.slug: one.lan[name] for one in rounds}) for name in rounds[0].lan]
    lines = [screen_text(_figures(n_("Figure"), "", rounds), _counts(rounds)), "", _lan_note()]
    lines.append(screen_text(_figures(n_("LAN column"), "", rounds), lan))
    if codes:
        for one in rounds:
            lines += _code_lines(one)
    return "\n".join(lines)


def _counts(rounds: list[LabCounts]) -> list[FigureRow]:
    return [
        FigureRow(name, {one.slug: one.counts[key] for one in rounds}) for key, name in _count_names().items()
    ]


def _code_lines(one: LabCounts) -> list[str]:
    lines = []
    for key, name in _count_names().items():
        if one.codes[key]:
            lines += ["", f"{one.slug}, {name}: {', '.join(one.codes[key])}"]
    return lines


def sheets(answer: Answer, found: LabComparison) -> list[ListSheet]:
    """The rounds as a workbook, with a sheet of the codes behind every number."""
    rounds = found.labs
    title = _("Rounds of {region} side by side").format(region=found.region)
    behind = [
        CodeRow(one.slug, name, code)
        for one in rounds
        for key, name in _count_names().items()
        for code in one.codes[key]
    ]
    notes = list_notes(answer)
    lan = _lan_columns(list(rounds[0].lan) if rounds else [])
    return [
        sheet(_figures(n_("Figure"), n_("Rounds"), rounds), _counts(rounds), notes, title=title),
        sheet(lan, rounds, [*notes, _lan_note()], title=title),
        sheet(CODES, behind, notes, title=title),
    ]
