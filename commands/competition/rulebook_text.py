"""A rulebook as people read it."""

from __future__ import annotations

import re
from typing import Any

from commands.common.output import day, table
from domain.rules.certainty import Known
from domain.rules.indicators import Indicator, RegionRow
from domain.rules.rulebook import Rulebook
from exporters.dossier import video_rules
from jejak_i18n import formatting, labels, language
from jejak_i18n import gettext as _

FIGURE = re.compile(r"-?[0-9]+\.[0-9]+")
"""A figure with decimals, as rulebooks hold it; whole numbers may be years."""


def text(book: Rulebook) -> str:
    """Title, what it asks, tables of indicators and sections, gaps, sources."""
    lines = [f"{book.id} · {book.award_title} {book.year}", f"  {book.title}"]
    lines.append("  " + _("Known: {status}").format(status=_label("rulebook_status", book.status)))
    if book.revision > 1:
        text = _("Revision {number}: {what}")
        lines.append("  " + text.format(number=book.revision, what=book.revised or "–"))
    lines += [f"  {label}: {value}" for label, value in _facts(book)]
    for heading, rows, headings in _tables(book):
        if rows:
            lines += ["", heading, table(headings, rows)]
    if book.unknown:
        lines += ["", _("Not known:"), *(f"  ? {gap.label}" for gap in book.unknown)]
    lines += ["", _("Sources:")]
    lines += [f"  {one.id}: {one.title} ({_label('certainty', one.certainty)})" for one in book.sources]
    lines += ["", f"  SHA-256 {book.sha256}"]
    return "\n".join(lines)


def _label(group: str, code: str) -> str:
    return labels.label_in(group, code, language())


def _facts(book: Rulebook) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if book.window:
        span = f"{day(book.window.first)} – {day(book.window.last)}"
        found.append(
            (_("Window of implementation"), f"{span} ({_label('certainty', book.window.certainty)})")
        )
    if book.age:
        found.append((_("Least age in years"), _known_text(book.age.years)))
    if book.divisor:
        found.append((_("Divisor"), _known_text(book.divisor)))
    if book.spread:
        found.append((_("Affairs of basic service"), _known_text(book.spread.minimum)))
    if book.number:
        found.append((_("Points for each innovation"), _known_text(book.number.weight)))
    if book.quota:
        found.append((_("Entries of a region"), _known_text(book.quota)))
    if book.video and (asked := video_rules.told(book.video, _, language())):
        found.append((_("Video"), asked))
    most = book.totals
    if most.whole is not None:
        shares = " / ".join(formatting.number(share) for share in most.shares() or ())
        parts = " + ".join(
            formatting.number(part) for part in (most.region, most.innovation, most.number) if part
        )
        found.append((_("Most points"), f"{parts} = {formatting.number(most.whole)} ({shares} %)"))
    elif most.innovation is not None:
        found.append((_("Most points of an innovation"), formatting.number(most.innovation)))
    found += [
        (one.label, f"{formatting.number(one.low)} – {formatting.number(one.high)}")
        for one in book.predicates
    ]
    return found


def _known_text(known: Known) -> str:
    if known.value is None:
        return _("not known")
    return f"{value_text(known.value)} ({_label('certainty', known.certainty)})"


def _tables(book: Rulebook) -> list[tuple[str, list[list[str]], list[str]]]:
    levels = range(1, 1 + book.most_levels)
    heads = [_("No."), _("Name"), _("Weight"), *(f"P{level}" for level in levels)]
    limits = [
        [part.number, part.label, _limit(part.min_words), _limit(part.max_words), _limit(part.weight)]
        for part in book.sections
    ]
    return [
        (_("Region (SPD)"), [_row(row, len(levels)) for row in book.spd], heads),
        (_("Innovation (SID)"), [_row(row, len(levels)) for row in book.indicators], heads),
        (_("Form"), limits, [_("No."), _("Section"), _("Least words"), _("Most words"), _("Weight")]),
        (
            _("Categories"),
            [[str(n), one.label] for n, one in enumerate(book.categories, 1)],
            [_("No."), _("Name")],
        ),
        (
            _("Criteria"),
            [[str(n), one.label] for n, one in enumerate(book.criteria, 1)],
            [_("No."), _("Name")],
        ),
    ]


def _row(row: Indicator | RegionRow, most: int) -> list[str]:
    """Number, name, weight, and what each of the levels that the table has asks for."""
    weight = "–" if row.weight.value is None else formatting.number(str(row.weight.value))
    texts = row.levels.texts if row.levels else []
    return [str(row.number), row.name, weight, *texts, *["–"] * (most - len(texts))]


def _limit(known: Known | None) -> str:
    if known is None or known.value is None:
        return ""
    mark = " *" if known.certainty == "unconfirmed" else ""
    return value_text(known.value) + mark


def value_text(value: object, path: str = "") -> str:
    """A leaf of a rulebook as people read it: figures with their decimal sign, bands as what they reach.

    The numbers of sections and rows (`1.1`), by their path, are no figures.
    """
    if value is None:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return "; ".join(value_text(one, path) for one in value)
    if isinstance(value, dict) and value.keys() == {"from", "to"}:
        return _band_text(value["from"], value["to"])
    if isinstance(value, dict):
        return ", ".join(f"{name}: {value_text(one, f'{path}/{name}')}" for name, one in value.items())
    if path.rpartition("/")[2] == "number" or not FIGURE.fullmatch(str(value)):
        return str(value)
    return formatting.figure(str(value)) if language() == "id" else str(value)


def rule_names(book: dict[str, Any]) -> dict[str, str]:
    """What the parts of a rulebook are called, by the beginning of their paths: `indicators/actors`."""
    return {
        f"{name}/{one['id']}": " ".join(
            str(one[key]) for key in ("number", "name", "label") if one.get(key) not in (None, "")
        )
        for name, held in book.items()
        if isinstance(held, list)
        for one in held
        if isinstance(one, dict) and "id" in one
    }


def _band_text(low: object, high: object) -> str:
    if low is None or high is None:
        return f"≤ {value_text(high)}" if low is None else f"≥ {value_text(low)}"
    return value_text(low) if low == high else f"{value_text(low)} – {value_text(high)}"
