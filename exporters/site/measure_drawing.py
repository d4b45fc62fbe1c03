"""A measurement before and after as two bars of one scale."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from exporters.site import svg
from jejak_i18n import formatting
from jejak_i18n import gettext as _
from projections.queries.detail_types import Measurement

WIDTH, NAMES, HEIGHT = 520, 90, 26


def measure_drawing(found: Measurement) -> Markup | None:
    """Two bars; None where one of the values is unknown, no number, or below zero."""
    values = [_number(found.before), _number(found.after)]
    if values[0] is None or values[1] is None or min(values[0], values[1]) < 0:
        return None
    before, after = values[0], values[1]
    most = max(before, after) or Decimal(1)
    room, parts = WIDTH - NAMES - 120, []
    for at, (name, value, kind) in enumerate(((_("before"), before, "went"), (_("after"), after, "made"))):
        y = 2 + at * HEIGHT
        length = float(room * value / most)
        parts += [
            svg.text(NAMES - 10, y + 15, name, anchor="end"),
            svg.bar(NAMES, y, max(length, 1), HEIGHT - 8, kind),
            svg.text(NAMES + length + 8, y + 15, shown(value, found.unit), "n"),
        ]
    label = f"{found.indicator}: {shown(before, found.unit)} → {shown(after, found.unit)}"
    return svg.drawing(WIDTH, 2 + 2 * HEIGHT, label, parts, "measure")


def shown(value: Decimal, unit: str | None) -> str:
    """A value with its unit, as people write it."""
    return " ".join(part for part in (formatting.number(value), unit) if part)


def _number(text: str | None) -> Decimal | None:
    try:
        found = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None
