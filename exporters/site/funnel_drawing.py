"""The funnel of a lab as a drawing: bars that narrow from ideas to what still runs."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from exporters.site import svg
from jejak_i18n import formatting
from jejak_i18n import gettext as _
from projections.queries.funnel import Funnel

WIDTH, HEIGHT, NAMES = 640, 30, 210
"""Of the drawing, of a row, of the column of names."""
Row = tuple[str, int | None, str]
"""A name, a number (None where nobody recorded one), and the class of its bar."""


def rows_of(found: Funnel) -> list[Row]:
    """The figures from above to below."""
    came = [found.ideas_proposed, found.made_by_merge, found.made_by_split]
    ended = [found.withdrawn, found.not_continued]
    gone = None if None in ended else sum(one or 0 for one in ended)
    return [
        (_("Ideas proposed"), came[0], "came"),
        (_("Merged into another"), found.merged_away, "went"),
        (_("Withdrawn or not continued"), gone, "went"),
        (_("Still open"), found.open, "went"),
        (_("Innovations designed"), found.innovations_designed, "made"),
        (_("Launched"), found.launched, "made"),
        (_("Monitored"), found.monitored, "made"),
        (_("Displayed"), found.displayed, "made"),
    ]


def funnel_drawing(found: Funnel) -> Markup:
    """The funnel of one lab."""
    return bars(rows_of(found), _("Funnel of {lab}").format(lab=found.lab))


def bars(rows: Sequence[Row], label: str) -> Markup:
    """Named bars under each other, their lengths to one scale."""
    most = max((number or 0 for _name, number, _kind in rows), default=0) or 1
    room, parts = WIDTH - NAMES - 60, []
    for at, (name, number, kind) in enumerate(rows):
        y = 4 + at * HEIGHT
        parts.append(svg.text(NAMES - 10, y + 17, name, anchor="end"))
        length = room * (number or 0) / most
        if number:
            parts.append(svg.bar(NAMES, y, max(length, 2), HEIGHT - 8, kind))
        shown = _("not known yet") if number is None else formatting.count(number)
        parts.append(svg.text(NAMES + length + 8, y + 17, shown, "n"))
    return svg.drawing(WIDTH, 4 + len(rows) * HEIGHT, label, parts, "funnel")
