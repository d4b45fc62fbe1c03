"""The sheet Dasbor: the region in figures, and what is not known about the edition."""

from __future__ import annotations

from collections import Counter

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.workbook import Cell, Column, Page, Workbook
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from jejak_i18n.verdicts import MARKS
from projections.eligibility.answers import FindingAnswer, IndexAnswer
from projections.eligibility.assessment import Assessment, UnitVerdict

Row = list[Cell]
Table = tuple[str, list[Column], list[Row]]
"""A title, columns, and rows."""
MANY = 10
"""With more units than these their table begins a page."""
WIDTHS = [56, 13, 13, 13, 36]


def dashboard(made: Workbook, assessed: Assessment) -> None:
    """Writes the sheet, one table under the other."""
    page = made.page(_("Dashboard"), landscape=False)
    workbook.set_widths(page, WIDTHS)
    scope = _("Innovations with an entry") if assessed.entered else _("All innovations of the region")
    notes = [f"{words.about(assessed)} · {scope}", *words.illustrations(assessed.verdicts)]
    row = workbook.heading(made, page, _("Dashboard of the region"), notes, WIDTHS)
    for one in _tables(assessed):
        row = _table(made, page, row, *one)
    for text in _closing(assessed):
        workbook.wide(made, page, row, text, WIDTHS)
        row += 1
    units = _units(assessed.verdicts)
    if len(units) > MANY:
        # The longest table begins a page, so that its title does not stand alone at the foot of one.
        page.set_h_pagebreaks([row + 1])
    columns = [_name(_("Unit")), *map(_count, (labels.label_of("verdict", one) for one in MARKS))]
    _table(made, page, row + 1, _("By unit"), columns, units)


def _table(made: Workbook, page: Page, row: int, title: str, columns: list[Column], rows: list[Row]) -> int:
    """A table under its title; returns the row after a gap."""
    workbook.wide(made, page, row, title, WIDTHS, bold=True, font_size=12)
    fitted = [one._replace(width=width) for one, width in zip(columns, WIDTHS, strict=False)]
    return workbook.table(made, page, row + 1, fitted, rows) + 1


def _tables(assessed: Assessment) -> list[Table]:
    found: list[Table] = [
        (_("Verdicts"), [_name(_("Verdict")), _count(_("Innovations"))], _outcomes(assessed.verdicts))
    ]
    index = assessed.index
    if index.rows or index.divisor or index.number is not None:
        points = [Column(_("Points"), 0, "points"), Column(_("Most"), 0, "points")]
        found.append((_("Index"), [_name(_("Part")), *points], _parts(index)))
    if index.rows:
        columns = [_name(_("Row")), _count(_("Level (parameter)")), *points, Column(_("What is recorded"), 0)]
        found.append((_("Region (SPD)"), columns, _rows(index.rows)))
    if assessed.affairs:
        columns = [_name(_("Affair")), _count(_("Recorded")), _count(_("Counted"))]
        rows: list[Row] = [[one.affair, one.recorded, one.counted] for one in assessed.affairs]
        found.append((_("Spread over affairs of basic service"), columns, rows))
    return found


def _name(heading: str) -> Column:
    return Column(heading, 0)


def _count(heading: str) -> Column:
    return Column(heading, 0, "count")


def _outcomes(verdicts: list[UnitVerdict]) -> list[Row]:
    counts = Counter(one.outcome for one in verdicts)
    rows: list[Row] = [[words.outcome(code), counts[code]] for code in MARKS]
    return [*rows, [_("All"), len(verdicts)]]


def _parts(index: IndexAnswer) -> list[Row]:
    number = words.points
    divisor = "–" if index.divisor is None else str(index.divisor)
    mean = _("Mean of innovations (SID), divisor at least {divisor}").format(divisor=divisor)
    counted = _("Number of innovations ({count} count)").format(count=index.count)
    rows: list[Row] = [
        [_("Region (SPD)"), number(index.spd), number(index.spd_most)],
        [mean, number(index.mean), number(index.mean_most)],
        [counted, number(index.number), number(index.number_most)],
    ]
    value = number(index.index)
    return [*rows, [_("Index"), _("not known") if value is None else value, 100]]


def _rows(rows: list[FindingAnswer]) -> list[Row]:
    return [
        [
            one.label,
            one.level,
            words.points(one.points),
            words.points(one.most),
            words.finding_text(one),
        ]
        for one in rows
    ]


def _units(verdicts: list[UnitVerdict]) -> list[Row]:
    found: dict[str, Counter[str]] = {}
    names = {one.unit_id: one.unit for one in verdicts}
    for one in verdicts:
        found.setdefault(one.unit_id, Counter())[one.outcome] += 1
    order = sorted(found, key=lambda unit: (names[unit].casefold(), unit))
    return [[names[unit], *(found[unit][code] for code in MARKS)] for unit in order]


def _closing(assessed: Assessment) -> list[str]:
    """Predicate, spread in words, what is not known, and who decides."""
    index, lines = assessed.index, []
    if index.predicate:
        text = _("Predicate: {predicate} ({certainty}).")
        certainty = labels.label_of("certainty", index.predicate_certainty)
        lines.append(text.format(predicate=index.predicate, certainty=certainty))
    if index.spread:
        lines.append(index.spread.sentence.id)
        lines += [index.spread.remedy.id] if index.spread.remedy else []
    gaps = "; ".join(assessed.unknown) or _("nothing")
    lines.append(_("Not known about this edition: {gaps}.").format(gaps=gaps))
    return [*lines, _("An own estimate; the ministry decides.")]
