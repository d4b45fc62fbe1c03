"""The sheet Dasbor: the region in figures, and what is not known about the edition."""

from __future__ import annotations

from collections import Counter
from typing import Any

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.workbook import Column, Workbook
from jejak_i18n import indonesian as _
from jejak_i18n import labels

Json = dict[str, Any]
MANY = 10
"""With more units than these their table begins a page."""
WIDTHS = [56, 13, 13, 13, 36]


def dashboard(made: Workbook, data: Json) -> None:
    """Writes the sheet, one table under the other."""
    page = made.page(_("Dashboard"), landscape=False)
    for at, width in enumerate(WIDTHS):
        page.set_column(at, at, width)
    scope = _("Innovations with an entry") if data["entered"] else _("All innovations of the region")
    notes = [f"{words.about(data)} · {scope}", *words.illustrations(data["verdicts"])]
    row = workbook.heading(made, page, _("Dashboard of the region"), notes, WIDTHS)
    for one in _tables(data):
        row = _table(made, page, row, *one)
    for text in _closing(data):
        workbook.wide(made, page, row, text, WIDTHS)
        row += 1
    units = _units(data["verdicts"])
    if len(units) > MANY:
        # The longest table begins a page, so that its title does not stand alone at the foot of one.
        page.set_h_pagebreaks([row + 1])
    columns = [_name(_("Unit")), *map(_count, (labels.label_of("verdict", one) for one in words.MARKS))]
    _table(made, page, row + 1, _("By unit"), columns, units)


def _table(
    made: Workbook, page: Any, row: int, title: str, columns: list[Column], rows: list[list[Any]]
) -> int:
    """A table under its title; returns the row after a gap."""
    workbook.wide(made, page, row, title, WIDTHS, bold=True, font_size=12)
    fitted = [one._replace(width=width) for one, width in zip(columns, WIDTHS, strict=False)]
    return workbook.table(made, page, row + 1, fitted, rows) + 1


def _tables(data: Json) -> list[tuple[str, list[Column], list[list[Any]]]]:
    found = [(_("Verdicts"), [_name(_("Verdict")), _count(_("Innovations"))], _outcomes(data["verdicts"]))]
    index = data["index"]
    if index["rows"] or index["divisor"] or index["number"] is not None:
        points = [Column(_("Points"), 0, "points"), Column(_("Most"), 0, "points")]
        found.append((_("Index"), [_name(_("Part")), *points], _parts(index)))
    if index["rows"]:
        columns = [_name(_("Row")), _count(_("Level (parameter)")), *points, Column(_("What is recorded"), 0)]
        found.append((_("Region (SPD)"), columns, _rows(index["rows"])))
    if data["affairs"]:
        columns = [_name(_("Affair")), _count(_("Recorded")), _count(_("Counted"))]
        rows = [[one["affair"], one["recorded"], one["counted"]] for one in data["affairs"]]
        found.append((_("Spread over affairs of basic service"), columns, rows))
    return found


def _name(heading: str) -> Column:
    return Column(heading, 0)


def _count(heading: str) -> Column:
    return Column(heading, 0, "count")


def _outcomes(verdicts: list[Json]) -> list[list[Any]]:
    counts = Counter(one["outcome"] for one in verdicts)
    rows: list[list[Any]] = [[words.outcome(code), counts[code]] for code in words.MARKS]
    return [*rows, [_("All"), len(verdicts)]]


def _parts(index: Json) -> list[list[Any]]:
    number = words.points
    divisor = "–" if index["divisor"] is None else str(index["divisor"])
    mean = _("Mean of innovations (SID), divisor at least {divisor}").format(divisor=divisor)
    counted = _("Number of innovations ({count} count)").format(count=index["count"])
    rows: list[list[Any]] = [
        [_("Region (SPD)"), number(index["spd"]), number(index["spd_most"])],
        [mean, number(index["mean"]), number(index["mean_most"])],
        [counted, number(index["number"]), number(index["number_most"])],
    ]
    value = number(index["index"])
    return [*rows, [_("Index"), _("not known") if value is None else value, 100]]


def _rows(rows: list[Json]) -> list[list[Any]]:
    return [
        [
            one["label"],
            one["level"],
            words.points(one["points"]),
            words.points(one["most"]),
            words.finding_text(one),
        ]
        for one in rows
    ]


def _units(verdicts: list[Json]) -> list[list[Any]]:
    found: dict[str, Counter[str]] = {}
    names = {one["unit_id"]: one["unit"] for one in verdicts}
    for one in verdicts:
        found.setdefault(one["unit_id"], Counter())[one["outcome"]] += 1
    order = sorted(found, key=lambda unit: (names[unit].casefold(), unit))
    return [[names[unit], *(found[unit][code] for code in words.MARKS)] for unit in order]


def _closing(data: Json) -> list[str]:
    """Predicate, spread in words, what is not known, and who decides."""
    index, lines = data["index"], []
    if index["predicate"]:
        told = _("Predicate: {predicate} ({certainty}).")
        certainty = labels.label_of("certainty", index["predicate_certainty"])
        lines.append(told.format(predicate=index["predicate"], certainty=certainty))
    if index["spread"]:
        lines.append(index["spread"]["sentence"]["id"])
        lines += [index["spread"]["remedy"]["id"]] if index["spread"]["remedy"] else []
    gaps = "; ".join(data["unknown"]) or _("nothing")
    lines.append(_("Not known about this edition: {gaps}.").format(gaps=gaps))
    return [*lines, _("An own estimate; the ministry decides.")]
