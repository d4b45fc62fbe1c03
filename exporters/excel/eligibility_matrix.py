"""Innovations by rules on one sheet that prints on one page's width, and the rules in full on another."""

from __future__ import annotations

import math
from decimal import Decimal

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.workbook import Cell, Column, Format, Look, Page, Workbook
from jejak_i18n import indonesian as _
from jejak_i18n.verdicts import MARKS
from projections.eligibility.answers import FindingAnswer
from projections.eligibility.assessment import Assessment, UnitVerdict

LEFT = (("No.", 5), ("Code", 11), ("Innovation", 42), ("Unit", 16), ("Verdict", 25))
CELL_WIDTH = 4.3
MANY = 14
"""With more rules than these the matrix takes A3."""
LONGEST = 46
TURNED = 245
"""Signs of a turned heading, and the height of its row in points."""
STRONG: dict[str, Look] = {
    "met": {"bg_color": "#C6EFCE", "font_color": "#006100", "bold": True},
    "not_met": {"bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True},
    "unknown": {"bg_color": "#FFEB9C", "font_color": "#7F6000", "bold": True},
}
PALE: dict[str, Look] = {
    "met": {"font_color": "#548235", "italic": True},
    "not_met": {"font_color": "#C0504D", "italic": True},
    "unknown": {"font_color": "#7F6000", "italic": True},
}
NO_LEVEL: Look = {"font_color": "#7F7F7F"}
SHADES: tuple[Look, ...] = ({"bg_color": "#E2EFDA"}, {"bg_color": "#C6E0B4"}, {"bg_color": "#A9D08E"})
"""From the lowest level to the highest, however many the rulebook has."""


def rules(verdicts: list[UnitVerdict]) -> list[FindingAnswer]:
    """Every rule of the verdicts with one finding as its sample, in the order of the rulebook."""
    order: list[str] = []
    samples: dict[str, FindingAnswer] = {}
    for one in verdicts:
        at = 0
        for finding in one.findings:
            if finding.kind == "turn":
                continue
            if finding.rule not in samples:
                samples[finding.rule] = finding
                order.insert(at, finding.rule)
            at = order.index(finding.rule) + 1
    return [samples[rule] for rule in order]


def matrix(made: Workbook, assessed: Assessment) -> None:
    """The sheet Matriks: marks for conditions, proved levels for indicators."""
    columns = rules(assessed.verdicts)
    page = made.page(_("Matrix"), paper=workbook.A3 if len(columns) > MANY else workbook.A4)
    left = [_left(name) for name, _width in LEFT]
    widths = [*(width for _name, width in LEFT), *(CELL_WIDTH for _one in columns)]
    workbook.set_widths(page, widths)
    notes = [words.about(assessed), *words.illustrations(assessed.verdicts)]
    top = workbook.heading(made, page, _("Conditions met, by innovation"), notes, widths)
    _legend(made, page, top, len(left), assessed.edition.highest_level)
    _head(made, page, top, left, columns)
    for number, verdict in enumerate(assessed.verdicts, 1):
        _row(made, page, top + 1 + number, number, verdict, columns)
    page.autofilter(top + 1, 0, top + 1 + len(assessed.verdicts), len(widths) - 1)
    page.freeze_panes(top + 2, 3)
    page.repeat_rows(top, top + 1)


def _left(name: str) -> str:
    return {
        "No.": "No.",
        "Code": _("Code"),
        "Innovation": _("Innovation"),
        "Unit": _("Unit"),
        "Verdict": _("Verdict"),
    }[name]


def _legend(made: Workbook, page: Page, row: int, width: int, highest: int) -> None:
    """What signs and levels (up to the highest) mean, in the corner that the turned headings leave free."""
    parts: list[str | Format] = []
    meanings = {
        "met": _("condition met"),
        "not_met": _("condition not met"),
        "unknown": _("cannot be told yet"),
    }
    for code, mark in MARKS.items():
        parts += [made.look(**STRONG[code]), mark, made.look(), f"  {meanings[code]}\n"]
    levels = f"0–{highest}"
    parts += [made.look(bold=True), levels, made.look(), f"  {_('level that evidence proves (parameter)')}\n"]
    parts += [made.look(italic=True), _("Pale and slanted"), made.look()]
    parts += [f"  {_('does not decide: not confirmed, or a warning only')}\n"]
    parts += [made.look(bold=True), _("Empty"), made.look(), f"  {_('the rule does not concern it')}\n"]
    parts += [made.look(), _("The numbers of the columns are those of sheet Syarat.")]
    look = made.look(text_wrap=True, valign="vcenter", indent=1, **workbook.LINE)
    page.merge_range(row, 0, row, width - 1, "", look)
    page.write_rich_string(row, 0, *parts, look)
    page.set_row(row, TURNED)


def _head(made: Workbook, page: Page, row: int, left: list[str], columns: list[FindingAnswer]) -> None:
    turned = made.look(
        **workbook.HEAD
        | {"rotation": 90, "text_wrap": False, "valign": "bottom", "align": "center", "font_size": 9}
    )
    small = made.look(**workbook.HEAD | {"align": "center", "font_size": 8, "text_wrap": False})
    for at, name in enumerate(left):
        page.write_string(row + 1, at, name, made.look(**workbook.HEAD))
    for at, rule in enumerate(columns):
        page.write_string(row, len(left) + at, _short(words.rule(rule)), turned)
        page.write_number(row + 1, len(left) + at, at + 1, small)
    # Room for the button of the filter beside the number.
    page.set_row(row + 1, 26)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _row(
    made: Workbook, page: Page, row: int, number: int, verdict: UnitVerdict, columns: list[FindingAnswer]
) -> None:
    name, ending = words.named(verdict), words.outcome(verdict.outcome)
    values: list[Cell] = [number, verdict.code, name, verdict.unit, ending]
    kinds = ("count", "center", "text", "text", "text")
    for at, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        extra = STRONG[verdict.outcome] if at == len(values) - 1 else {}
        workbook.cell(page, row, at, value, made.look(**workbook.LINE, **workbook.KINDS[kind], **extra))
    page.set_row(row, workbook.height(values, [width for _name, width in LEFT]))
    found = {one.rule: one for one in verdict.findings}
    for at, rule in enumerate(columns):
        value, look = _sign(found.get(rule.rule))
        workbook.cell(page, row, len(values) + at, value, made.look(**workbook.LINE, align="center", **look))


def _sign(finding: FindingAnswer | None) -> tuple[Cell, Look]:
    """What stands in a cell, and how it looks."""
    if finding is None:
        return None, {}
    weight = (STRONG if finding.decides else PALE)[finding.outcome]
    if finding.level is None or finding.outcome == "unknown":
        return MARKS[finding.outcome], weight
    lacks = finding.decides and finding.outcome == "not_met"
    return finding.level, weight if lacks else _shade(finding)


def _shade(finding: FindingAnswer) -> Look:
    """How a level looks: by its share of the most points, or by itself where points are not known."""
    level = finding.level
    if not level:
        return NO_LEVEL
    if finding.points is None or not finding.most or not Decimal(finding.most):
        return SHADES[min(level, len(SHADES)) - 1]
    share = Decimal(finding.points) / Decimal(finding.most)
    return SHADES[math.ceil(share * len(SHADES)) - 1]


def conditions(made: Workbook, assessed: Assessment) -> None:
    """The sheet Syarat: each column of the matrix in full, with how certain it is and where it stands."""
    found = rules(assessed.verdicts)
    columns = [
        Column("No.", 5, "count"),
        Column(_("Condition"), 60),
        Column(_("Certainty and effect"), 46),
        Column(_("Source of the rule"), 34),
    ]
    rows: list[list[Cell]] = [
        [at, words.rule(one), _certainties(assessed, one.rule), words.sources(one.sources, assessed)]
        for at, one in enumerate(found, 1)
    ]
    page = made.page(_("Conditions"))
    widths = [one.width for one in columns]
    workbook.set_widths(page, widths)
    top = workbook.heading(made, page, _("The conditions of this edition"), [words.about(assessed)], widths)
    after = workbook.table(made, page, top, columns, rows)
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    legend(made, page, after + 1, [one for row in found for one in row.sources], assessed, widths)


def _certainties(assessed: Assessment, rule: str) -> str:
    """How certain a rule is; each wording once, as it may hang on what is recorded."""
    found = [one for verdict in assessed.verdicts for one in verdict.findings if one.rule == rule]
    return "\n".join(dict.fromkeys(map(words.certainty, found)))


def legend(
    made: Workbook, page: Page, row: int, ids: list[str], assessed: Assessment, widths: list[float]
) -> int:
    """The sources in full, under a table; returns the row after the last."""
    ids = [*ids, assessed.edition.rulebook.id]
    workbook.wide(made, page, row, _("Sources of the rules"), widths, bold=True)
    for at, (one, title) in enumerate(words.legend(ids, assessed), row + 1):
        workbook.wide(made, page, at, f"{one}: {title}", widths)
    return row + 1 + len(set(ids))
