"""The index of a region as people read it."""

from __future__ import annotations

from commands.common.output import count, day, table
from commands.eligibility.text import sentence_text
from jejak_i18n import gettext as _
from jejak_i18n.verdicts import edition_name, number
from projections.eligibility.answers import IndexAnswer


def text(index: IndexAnswer) -> str:
    """Rows of the region, then the parts of the index, then what is not known."""
    since = _("as of {day}").format(day=day(index.day))
    lines = [f"{edition_name(index)} · {index.region} · {since}", ""]
    if index.rows:
        lines += [_rows_table(index), ""]
    lines += [f"  {label}: {value}" for label, value in _parts(index)]
    lines += _spread_lines(index)
    if index.index is None:
        gaps = "; ".join(index.unknown)
        lines.append("  " + _("The index cannot be computed: {gaps}.").format(gaps=gaps))
    lines += ["", "  " + _("An own estimate; the ministry decides.")]
    return "\n".join(lines)


def _rows_table(index: IndexAnswer) -> str:
    rows = [
        [one.label, number(one.points), number(one.most), sentence_text(one.sentence)] for one in index.rows
    ]
    return table([_("Row"), _("Points"), _("Most"), _("What is recorded")], rows, right=(1, 2))


def _spread_lines(index: IndexAnswer) -> list[str]:
    if index.spread is None:
        return []
    remedy = index.spread.remedy
    lines = [f"  {sentence_text(index.spread.sentence)}"]
    return lines + ([f"      {sentence_text(remedy)}"] if remedy else [])


def _parts(index: IndexAnswer) -> list[tuple[str, str]]:
    divisor = "–" if index.divisor is None else count(index.divisor)
    mean = _("Mean of innovations (SID), divisor at least {divisor}").format(divisor=divisor)
    found = [
        (_("Region (SPD)"), _of_most(index.spd, index.spd_most)),
        (_("Innovations that count"), count(index.count)),
        (mean, _of_most(index.mean, index.mean_most)),
        (_("Number of innovations"), _of_most(index.number, index.number_most)),
    ]
    if index.index is not None:
        found.append((_("Index"), f"{number(index.index)} ({index.predicate or '–'})"))
    return found


def _of_most(points: str | None, most: str | None) -> str:
    return _("{points} of {most}").format(points=number(points), most=number(most))
